/// @file
/// Which parts of the answers a draw changes: the rest is computed once.

#include <algorithm>
#include <map>

#include "whatif/data.hpp"

namespace biaochi::detail {
namespace {

/// The slots that a leaf reads.
std::vector<std::size_t> slots_of(const LeafRule& rule) {
    std::vector<std::size_t> slots;
    if (const auto* items = std::get_if<ItemRule>(&rule)) {
        for (const auto& line : items->lines) slots.push_back(line.slot);
    } else if (const auto* options = std::get_if<OptionRule>(&rule)) {
        for (const auto& group : options->groups) {
            for (const auto& line : group.lines) slots.push_back(line.slot);
        }
    } else if (const auto* open = std::get_if<OpenRule>(&rule)) {
        slots = open->slots;
    } else if (const auto* segments = std::get_if<SegmentRule>(&rule)) {
        slots.push_back(segments->slot);
    } else if (const auto* logarithm = std::get_if<LogRule>(&rule)) {
        slots.push_back(logarithm->slot);
    } else if (const auto* inverse = std::get_if<InverseRule>(&rule)) {
        slots.push_back(inverse->slot);
    } else if (const auto* judged = std::get_if<JudgedRule>(&rule)) {
        slots.push_back(judged->slot);
    }
    return slots;
}

void add_weights(const std::vector<PlanNode>& nodes, const std::vector<Variation>& variations, Changes& changes) {
    std::vector<std::size_t> of_node(nodes.size(), no_index);
    for (std::size_t k = 0; k < variations.size(); ++k) {
        if (variations[k].what == Varied::weight) of_node[variations[k].node] = k;
    }
    for (std::size_t group = 0; group < nodes.size(); ++group) {
        VariedParts parts;
        parts.group = group;
        for (const std::size_t part : nodes[group].parts) {
            const Number& measure = measure_of(nodes, part);
            parts.whole += measure;
            if (of_node[part] == no_index) {
                parts.rest.push_back(part);
                parts.rest_whole += measure;
            } else {
                parts.varied.push_back({part, of_node[part]});
                parts.rescale = variations[of_node[part]].rescale;
            }
        }
        if (!parts.varied.empty()) changes.groups.push_back(std::move(parts));
    }
}

/// Adds an edge: every end of a row of the leaf that has its value.
void add_edge(const std::vector<PlanNode>& nodes, const Variation& variation, std::size_t index, Changes& changes) {
    const auto& rows = std::get<Bands>(nodes[variation.node].source->method).rows;
    const Number value = variation.upper ? *rows[variation.band].to : *rows[variation.band].from;
    auto found =
        std::find_if(changes.edges.begin(), changes.edges.end(), [&](const VariedEdges& edges) { return edges.leaf == variation.node; });
    if (found == changes.edges.end()) {
        changes.edges.push_back({variation.node, {}});
        found = changes.edges.end() - 1;
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].from && *rows[row].from == value) found->ends.push_back({row, false, index});
        if (rows[row].to && *rows[row].to == value) found->ends.push_back({row, true, index});
    }
}

/// Marks what varies of each record's slots; what follows from a varied figure is taken to vary in every record.
std::vector<std::vector<bool>> varied_slots(const Ruleset& rules, std::size_t records, const std::vector<Variation>& variations,
                                            Changes& changes) {
    std::vector<std::vector<bool>> varied(records, std::vector<bool>(rules.slots().size(), false));
    std::vector<bool> any(rules.slots().size(), false);
    for (std::size_t k = 0; k < variations.size(); ++k) {
        const Variation& variation = variations[k];
        if (variation.what != Varied::figure) continue;
        changes.figures.push_back(k);
        any[variation.slot] = true;
        if (variation.record != no_index) {
            varied[variation.record][variation.slot] = true;
            continue;
        }
        for (auto& slots : varied) slots[variation.slot] = true;
    }
    for (const DerivedFact& derived : rules.derived()) {
        if (std::none_of(derived.operands.begin(), derived.operands.end(), [&](std::size_t slot) { return any[slot]; })) continue;
        changes.derived = any[derived.slot] = true;
        for (auto& slots : varied) slots[derived.slot] = true;
    }
    return varied;
}

/// A value as it is unvaried, and where it lies over all draws, in one range.
Interval with_unvaried(const Number& unvaried, const Interval& drawn) { return {min(unvaried, drawn.low), max(unvaried, drawn.high)}; }

/// Where an edge of a leaf lies, as written and over all draws.
Interval range_of_edge(const std::vector<Variation>& variations, const PlanNode& leaf, const VariedEdges* edges, const Number& at) {
    if (edges == nullptr) return {at, at};
    const auto& rows = std::get<Bands>(leaf.source->method).rows;
    for (const auto& end : edges->ends) {
        const auto& written = end.upper ? rows[end.row].to : rows[end.row].from;
        if (*written == at) return with_unvaried(at, {variations[end.variation].low, variations[end.variation].high});
    }
    return {at, at};
}

/// Whether a figure that lies in a range stays on one segment and has the same points there, wherever the edges go. Ranges hold the
/// unvaried values too, so that these points are the unvaried ones.
bool stays(const SegmentRule& rule, const Interval& figure, const std::vector<Variation>& variations, const PlanNode& leaf,
           const VariedEdges* edges) {
    for (const Segment& segment : rule.segments) {
        if (!segment.known) continue;
        const auto from = segment.from ? std::optional(range_of_edge(variations, leaf, edges, *segment.from)) : std::nullopt;
        const auto to = segment.to ? std::optional(range_of_edge(variations, leaf, edges, *segment.to)) : std::nullopt;
        const bool fixed = figure.decided() && (!from || from->decided()) && (!to || to->decided());
        if (segment.slope.sign() != 0 && !fixed) continue;
        const bool on_the_edge = from && from->decided() && segment.from_included && from->low == figure.low;
        const bool begun = !from || on_the_edge || from->high < figure.low;
        const bool goes_on = !to || figure.high < to->low;
        if (begun && goes_on) return true;
    }
    return false;
}

/// Where the varied figures of a record lie, as reported and over all draws, by slot.
using Ranges = std::map<std::size_t, Interval>;

/// Adds the range of a varied figure where it counts.
void add_range(const Variation& variation, const Record& record, Ranges& ranges) {
    const Cell& cell = record.cells[variation.slot];
    if (counts(cell.status)) ranges.insert_or_assign(variation.slot, with_unvaried(cell.value, ends_of(variation, cell.value)));
}

/// The ranges of all records.
std::vector<Ranges> ranges_of(const std::vector<Record>& records, const std::vector<Variation>& variations, const Changes& changes) {
    std::vector<Ranges> ranges(records.size());
    for (const std::size_t k : changes.figures) {
        const Variation& variation = variations[k];
        if (variation.record != no_index) {
            add_range(variation, records[variation.record], ranges[variation.record]);
            continue;
        }
        for (std::size_t i = 0; i < records.size(); ++i) add_range(variation, records[i], ranges[i]);
    }
    return ranges;
}

/// Whether the points of a leaf that reads varied figures, or has varied edges, are the same in every draw all the same.
bool settled(const Ruleset& rules, const std::vector<Variation>& variations, const Changes& changes, const Record& record,
             const Ranges& ranges, std::size_t leaf, const VariedEdges* edges) {
    const PlanNode& node = rules.nodes()[leaf];
    const auto* rule = std::get_if<SegmentRule>(&node.rule);
    const auto derived = [&](const DerivedFact& fact) { return fact.slot == rule->slot; };
    if (rule == nullptr || (changes.derived && std::any_of(rules.derived().begin(), rules.derived().end(), derived))) return false;
    const Cell& cell = record.cells[rule->slot];
    if (!counts(cell.status)) return edges == nullptr;
    const auto range = ranges.find(rule->slot);
    return stays(*rule, range == ranges.end() ? Interval{cell.value, cell.value} : range->second, variations, node, edges);
}

void add_leaves(const Ruleset& rules, const std::vector<Record>& records, const std::vector<Variation>& variations,
                const std::vector<std::vector<bool>>& varied, Changes& changes) {
    const std::vector<PlanNode>& nodes = rules.nodes();
    const std::vector<Ranges> ranges = ranges_of(records, variations, changes);
    changes.leaves.resize(varied.size());
    for (std::size_t leaf = 0; leaf < nodes.size(); ++leaf) {
        if (!nodes[leaf].parts.empty()) continue;
        const VariedEdges* edges = nullptr;
        for (const VariedEdges& each : changes.edges) {
            if (each.leaf == leaf) edges = &each;
        }
        const std::vector<std::size_t> slots = slots_of(nodes[leaf].rule);
        for (std::size_t i = 0; i < varied.size(); ++i) {
            const bool figures = std::any_of(slots.begin(), slots.end(), [&](std::size_t slot) { return varied[i][slot]; });
            if (edges == nullptr && !figures) continue;
            if (settled(rules, variations, changes, records[i], ranges[i], leaf, edges)) continue;
            changes.leaves[i].push_back(leaf);
            changes.varies[leaf] = true;
        }
        // What the leaf can give at least and at most may change where no record's points do, and with it those of a group that lacks
        // parts.
        if (edges != nullptr && changes.coverage) changes.varies[leaf] = true;
    }
}

}  // namespace

Interval ends_of(const Variation& variation, const Number& figure) {
    if (variation.move == Move::add) return {figure + variation.low, figure + variation.high};
    if (variation.move == Move::take) return {variation.low, variation.high};
    const Number low = figure * variation.low;
    const Number high = figure * variation.high;
    return {min(low, high), max(low, high)};
}

const Number& measure_of(const std::vector<PlanNode>& nodes, std::size_t part) {
    const bool is_sum = nodes[nodes[part].parent].source->combine == Combine::sum;
    return is_sum ? nodes[part].source->points : nodes[part].source->weight;
}

Changes find_changes(const Ruleset& rules, const std::vector<Record>& records, const std::vector<Variation>& variations) {
    const std::vector<PlanNode>& nodes = rules.nodes();
    Changes changes;
    changes.varies.assign(nodes.size(), false);
    changes.coverage = std::any_of(nodes.begin(), nodes.end(), [](const PlanNode& node) { return node.source->coverage.sign() > 0; });
    add_weights(nodes, variations, changes);
    for (std::size_t k = 0; k < variations.size(); ++k) {
        if (variations[k].what == Varied::edge) add_edge(nodes, variations[k], k, changes);
    }
    add_leaves(rules, records, variations, varied_slots(rules, records.size(), variations, changes), changes);
    for (const VariedParts& parts : changes.groups) changes.varies[parts.group] = true;
    for (std::size_t i = nodes.size(); i-- > 0;) {
        if (!changes.varies[i]) continue;
        if (!nodes[i].parts.empty()) changes.above.push_back(i);
        if (nodes[i].parent != no_index) changes.varies[nodes[i].parent] = true;
    }
    return changes;
}

}  // namespace biaochi::detail
