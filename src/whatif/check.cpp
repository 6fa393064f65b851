/// @file
/// What cannot be varied, or not so far: found before any draw, so that no draw can fail.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "whatif/data.hpp"
#include "whatif/read.hpp"

namespace biaochi::detail {
namespace {

/// What all checks look at.
struct Check {
    const Ruleset& rules;
    const std::vector<Record>& records;
    ReadSpec& spec;

    void refuse(const Variation& variation, const Text& why) { spec.refuse(variation.where, variation.name, why); }
};

/// What tells a thing that varies from others: its kind, the node or fact, the record, and of an edge its value.
using Identity = std::tuple<Varied, std::size_t, std::size_t, Number>;

Identity identity_of(const Check& check, const Variation& variation) {
    if (variation.what == Varied::figure) return {variation.what, variation.slot, variation.record, Number()};
    if (variation.what == Varied::weight) return {variation.what, variation.node, no_index, Number()};
    const Band& band = std::get<Bands>(check.rules.nodes()[variation.node].source->method).rows[variation.band];
    return {variation.what, variation.node, no_index, variation.upper ? *band.to : *band.from};
}

void check_repeated(Check& check) {
    std::map<Identity, const Variation*> seen;
    for (const Variation& variation : check.spec.variations) {
        const auto [first, is_new] = seen.try_emplace(identity_of(check, variation), &variation);
        if (is_new) continue;
        check.refuse(variation, {"它已由 " + first->second->where + " 变动", "it is varied already, at " + first->second->where});
    }
    std::set<std::size_t> together;
    for (const Variation& variation : check.spec.variations) {
        if (variation.what == Varied::figure && variation.record == no_index) together.insert(variation.slot);
    }
    for (const Variation& variation : check.spec.variations) {
        if (variation.what != Varied::figure || variation.record == no_index || !together.contains(variation.slot)) continue;
        check.refuse(variation, {"该数据项已整体变动", "the fact is varied already, of all records together"});
    }
}

void check_weight(Check& check, const Variation& variation) {
    const PlanNode& parent = check.rules.nodes()[check.rules.nodes()[variation.node].parent];
    if (parent.source->combine == Combine::geometric) {
        check.refuse(variation, {"几何平均的权重只能是简单分数", "the weights of a geometric mean must be simple fractions"});
    } else if (measure_of(check.rules.nodes(), variation.node).sign() <= 0) {
        check.refuse(variation, {"其分值或权重为 0", "its points or weight is 0"});
    } else if (variation.low.sign() <= 0) {
        check.refuse(variation, {"下限 " + variation.low.text() + " 不大于 0", "the low end " + variation.low.text() + " is not above 0"});
    }
}

void check_parts(Check& check, const VariedParts& parts) {
    const std::vector<Variation>& variations = check.spec.variations;
    const Variation& first = variations[parts.varied.front().variation];
    Number most;
    for (const auto& part : parts.varied) {
        const Variation& variation = variations[part.variation];
        most += variation.high;
        if (variation.rescale != first.rescale) {
            check.refuse(variation, {"并列各部分的 rescale 须一致", "rescale must be the same for all parts of one node"});
            return;
        }
    }
    if (!parts.rescale) return;
    if (parts.rest.empty() && parts.varied.size() == 1) {
        check.refuse(first, {"没有与之并列的部分，分值无从调整", "it has no sibling that could give or take points"});
    } else if (!parts.rest.empty() && parts.whole <= most) {
        check.refuse(
            first, {"上限合计 " + most.text() + "，不小于上级的 " + parts.whole.text() + "，其余部分无分可分",
                    "the high ends add up to " + most.text() + " of " + parts.whole.text() + ", which leaves nothing for the other parts"});
    } else if (!parts.rest.empty() && parts.rest_whole.sign() <= 0) {
        check.refuse(first, {"其余部分的分值为 0，无从调整", "the other parts have 0 points, which cannot be rescaled"});
    }
}

/// An edge's value as written, and the ends of its values.
struct Edge {
    Number written;
    Number low;
    Number high;
    const Variation* variation = nullptr;
};

std::vector<Edge> edges_of(const Check& check, std::size_t leaf) {
    std::vector<Edge> edges;
    for (const Band& row : std::get<Bands>(check.rules.nodes()[leaf].source->method).rows) {
        for (const auto* end : {&row.from, &row.to}) {
            if (*end) edges.push_back({**end, **end, **end});
        }
    }
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.written < b.written; });
    edges.erase(std::unique(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.written == b.written; }), edges.end());
    for (const Variation& variation : check.spec.variations) {
        if (variation.what != Varied::edge || variation.node != leaf) continue;
        const Band& row = std::get<Bands>(check.rules.nodes()[leaf].source->method).rows[variation.band];
        const Number& written = variation.upper ? *row.to : *row.from;
        for (Edge& edge : edges) {
            if (edge.written == written) edge = {written, variation.low, variation.high, &variation};
        }
    }
    return edges;
}

void check_edges(Check& check, std::size_t leaf) {
    const std::vector<Edge> edges = edges_of(check, leaf);
    for (std::size_t i = 1; i < edges.size(); ++i) {
        const Edge& below = edges[i - 1];
        const Edge& above = edges[i];
        const Variation* variation = above.variation != nullptr ? above.variation : below.variation;
        if (variation == nullptr || below.high < above.low) continue;
        check.refuse(*variation, {"相邻两条界限会相遇或交叉：" + below.high.text() + " 与 " + above.low.text(),
                                  "two neighbouring edges could meet or cross: " + below.high.text() + " and " + above.low.text()});
    }
}

bool check_fact(Check& check, const Variation& variation) {
    const Slot& slot = check.rules.slots()[variation.slot];
    const Fact& fact = check.rules.rulebook().facts[slot.fact].second;
    if (fact.kind == FactKind::options) {
        check.refuse(variation, {"选项只有是与否", "an option holds or does not"});
    } else if (slot.whole) {
        check.refuse(variation, {"它只能是整数", "it is a whole number"});
    } else if (fact.derived) {
        check.refuse(variation, {"它由其他数据计算得出，请变动那些数据", "it follows from other figures; vary those"});
    } else {
        return true;
    }
    return false;
}

/// Where the figures of a record lie over all draws, by slot.
std::map<std::size_t, Interval> ranges_of(const Check& check, std::size_t record) {
    std::map<std::size_t, Interval> ranges;
    for (const Variation& variation : check.spec.variations) {
        if (variation.what != Varied::figure || (variation.record != no_index && variation.record != record)) continue;
        const Cell& cell = check.records[record].cells[variation.slot];
        if (counts(cell.status)) ranges.try_emplace(variation.slot, ends_of(variation, cell.value));
    }
    return ranges;
}

const Issue* first_error(const std::vector<Issue>& issues) {
    const auto found = std::find_if(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity == Severity::error; });
    return found == issues.end() ? nullptr : &*found;
}

/// What is wrong, without what to do about it.
std::string first_sentence(const std::string& message, std::string_view end) { return message.substr(0, message.find(end)); }

/// How many wholes a slot's figure is a part of, one inside the other.
std::size_t depth_of(const Ruleset& rules, std::size_t slot) {
    std::size_t depth = 0;
    for (; slot != no_index; ++depth) {
        const std::string& whole = rules.rulebook().facts[rules.slots()[slot].fact].second.part_of;
        slot = whole.empty() ? no_index : rules.slot(whole);
    }
    return depth;
}

/// Which varied figures are put to their high ends, the others to their low ones. The last two put every part high whose whole is low.
enum class Ends { low, high, odd_depths_high, even_depths_high };

bool is_high(const Ruleset& rules, std::size_t slot, Ends ends) {
    if (ends == Ends::low || ends == Ends::high) return ends == Ends::high;
    return (depth_of(rules, slot) % 2 == 1) == (ends == Ends::odd_depths_high);
}

/// Looks at the record with its varied figures at their low ends, at their high ends, and with parts high and wholes low.
void check_record_ends(Check& check, std::size_t index) {
    const std::map<std::size_t, Interval> ranges = ranges_of(check, index);
    if (ranges.empty()) return;
    for (const Ends ends : {Ends::low, Ends::high, Ends::odd_depths_high, Ends::even_depths_high}) {
        Record record = check.records[index];
        for (const auto& [slot, range] : ranges) {
            record.cells[slot].value = is_high(check.rules, slot, ends) ? range.high : range.low;
            record.given.erase(slot);
        }
        const std::vector<Issue> issues = check_record(check.rules, record, "");
        const Issue* issue = first_error(issues);
        if (issue == nullptr) continue;
        const auto concerned = [&](const Variation& variation) {
            return variation.what == Varied::figure && (variation.record == no_index || variation.record == index);
        };
        const auto& variations = check.spec.variations;
        const auto exact = std::find_if(variations.begin(), variations.end(), [&](const Variation& variation) {
            return concerned(variation) && "/facts/" + check.rules.slots()[variation.slot].id == issue->where;
        });
        const auto found = exact != variations.end() ? exact : std::find_if(variations.begin(), variations.end(), concerned);
        const std::string& region = check.records[index].region;
        check.refuse(*found,
                     {region + "：" + first_sentence(issue->message.zh, "。"), region + ": " + first_sentence(issue->message.en, ". ")});
        return;
    }
}

}  // namespace

void check_variations(const Ruleset& rules, const std::vector<Record>& records, ReadSpec& spec) {
    Check check{rules, records, spec};
    check_repeated(check);
    std::set<std::size_t> leaves;
    bool facts = true;
    // The list does not grow while it is walked, only the issues do.
    for (const Variation& variation : spec.variations) {
        if (variation.what == Varied::weight) check_weight(check, variation);
        if (variation.what == Varied::edge) leaves.insert(variation.node);
        if (variation.what == Varied::figure) facts = check_fact(check, variation) && facts;
    }
    if (has_errors(spec.issues) || !facts) return;
    for (const std::size_t leaf : leaves) check_edges(check, leaf);
    for (const VariedParts& parts : find_changes(rules, records, spec.variations).groups) check_parts(check, parts);
    for (std::size_t i = 0; i < records.size() && !has_errors(spec.issues); ++i) check_record_ends(check, i);
}

}  // namespace biaochi::detail
