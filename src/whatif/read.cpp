/// @file
/// From JSON to variations, key by key.

#include "whatif/read.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "rulebook/reader.hpp"
#include "whatif/data.hpp"

namespace biaochi::detail {
namespace {

constexpr std::uint64_t default_draws = 10'000;
constexpr std::size_t most_variations = 100'000;

/// Two ends, absolute or about a value.
struct Ends {
    enum class Kind { none, absolute, percent, by };
    Kind kind = Kind::none;
    Number low;
    Number high;  ///< of percent and by: how far to either side

    /// @return the ends about a value
    [[nodiscard]] std::pair<Number, Number> about(const Number& value) const {
        if (kind == Kind::absolute) return {low, high};
        const Number size = value.sign() < 0 ? -value : value;
        const Number reach = kind == Kind::percent ? size * high / Number(100) : high;
        return {value - reach, value + reach};
    }
};

/// A region's name in that of a variation, where a single @ begins the period.
std::string with_signs_doubled(std::string_view region) {
    std::string doubled;
    for (const char letter : region) doubled.append(letter == '@' ? 2 : 1, letter);
    return doubled;
}

/// A specification under construction.
class SpecReader {
public:
    SpecReader(const Ruleset& rules, const std::vector<Record>& records, ReadSpec& spec)
        : rules_(rules), records_(records), spec_(spec), context_{no_book_, spec.issues} {}

    void read_document(const json::Value& document);

private:
    void read_weight(const json::Value& value, const std::string& where);
    void read_edge(const json::Value& value, const std::string& where);
    void read_figure(const json::Value& value, const std::string& where);
    void read_quantiles(const json::Value& value, const std::string& where);
    void read_list(Fields& fields, std::string_view key, void (SpecReader::*read)(const json::Value&, const std::string&));
    [[nodiscard]] std::optional<std::uint64_t> read_whole(const json::Value& value, const std::string& where, std::uint64_t least,
                                                          std::uint64_t most);
    [[nodiscard]] Ends read_ends(Fields& fields, const std::string& where);
    [[nodiscard]] std::size_t read_node(const json::Value& value, const std::string& where);
    [[nodiscard]] std::size_t read_slot(const json::Value& value, const std::string& where);
    void add_leaves(std::size_t node, std::vector<std::size_t>& leaves) const;
    void add_weight(std::size_t node, const Ends& ends, bool rescale, const std::string& where);
    void add_together(std::size_t slot, const Ends& ends, const std::string& where);
    [[nodiscard]] std::optional<std::string> read_name(const json::Value* value, const std::string& where);
    [[nodiscard]] std::optional<std::string> read_period(const json::Value* value, const std::string& where);
    void report_no_record(const Fields& fields, const json::Value* region, const json::Value* period);
    bool add_one(std::size_t slot, std::size_t record, const Ends& ends, const std::string& where);
    void add(Variation variation, const std::string& where);

    const Ruleset& rules_;
    const std::vector<Record>& records_;
    ReadSpec& spec_;
    Rulebook no_book_;
    Context context_;
};

void SpecReader::add(Variation variation, const std::string& where) {
    variation.where = where;
    if (variation.high < variation.low) {
        spec_.refuse(where, variation.name,
                     {"下限 " + variation.low.text() + " 高于上限 " + variation.high.text(),
                      "the low end " + variation.low.text() + " is above the high end " + variation.high.text()});
    }
    spec_.variations.push_back(std::move(variation));
}

std::optional<std::uint64_t> SpecReader::read_whole(const json::Value& value, const std::string& where, std::uint64_t least,
                                                    std::uint64_t most) {
    const std::optional<Number> number = read_number(context_, value, where);
    if (!number) return std::nullopt;
    const auto exact = [](std::uint64_t whole) { return parse_number(std::to_string(whole)).value(); };
    if (number->is_whole() && exact(least) <= *number && *number <= exact(most)) return std::stoull(number->text());
    context_.report(IssueCode::bad_value, where, {value.text, std::to_string(least) + " … " + std::to_string(most)});
    return std::nullopt;
}

/// Exactly one of `low` with `high`, `percent`, `by`.
Ends SpecReader::read_ends(Fields& fields, const std::string& where) {
    const json::Value* low = fields.take("low");
    const json::Value* high = fields.take("high");
    const json::Value* percent = fields.take("percent");
    const json::Value* by = fields.take("by");
    const int forms = (low != nullptr || high != nullptr ? 1 : 0) + (percent != nullptr ? 1 : 0) + (by != nullptr ? 1 : 0);
    Ends ends;
    if (!fields.ok()) return ends;
    if (forms == 0) {
        context_.report(IssueCode::missing_key, where, {"low"});
        return ends;
    }
    if (forms > 1) {
        context_.report(IssueCode::bad_value, where, {"low, high, percent, by", "low + high / percent / by"});
        return ends;
    }
    if (percent != nullptr || by != nullptr) {
        const std::string key = percent != nullptr ? "percent" : "by";
        const json::Value& given = percent != nullptr ? *percent : *by;
        const std::optional<Number> reach = read_number(context_, given, fields.at(key));
        if (!reach) return ends;
        if (reach->sign() < 0) {
            context_.report(IssueCode::bad_value, fields.at(key), {given.text, "≥ 0"});
            return ends;
        }
        ends.kind = percent != nullptr ? Ends::Kind::percent : Ends::Kind::by;
        ends.high = *reach;
        return ends;
    }
    if (low == nullptr || high == nullptr) {
        context_.report(IssueCode::missing_key, where, {low == nullptr ? "low" : "high"});
        return ends;
    }
    const auto first = read_number(context_, *low, fields.at("low"));
    const auto last = read_number(context_, *high, fields.at("high"));
    if (first && last) ends = {Ends::Kind::absolute, *first, *last};
    return ends;
}

std::size_t SpecReader::read_node(const json::Value& value, const std::string& where) {
    const std::string id = read_string(context_, value, where);
    if (value.kind != json::Kind::text) return no_index;
    const std::size_t node = rules_.node(id);
    if (node != no_index) return node;
    std::vector<std::string> ids;
    ids.reserve(rules_.nodes().size());
    for (const PlanNode& each : rules_.nodes()) ids.push_back(each.source->id);
    context_.report(IssueCode::unknown_node, where, {id, nearest_or_all(id, ids)});
    return no_index;
}

std::size_t SpecReader::read_slot(const json::Value& value, const std::string& where) {
    const std::string id = read_string(context_, value, where);
    if (value.kind != json::Kind::text) return no_index;
    const std::size_t slot = rules_.slot(id);
    if (slot != no_index) return slot;
    std::vector<std::string> ids;
    ids.reserve(rules_.slots().size());
    for (const Slot& each : rules_.slots()) ids.push_back(each.id);
    context_.report(IssueCode::unknown_fact, where, {id, nearest_or_all(id, ids)});
    return no_index;
}

void SpecReader::add_leaves(std::size_t node, std::vector<std::size_t>& leaves) const {
    std::vector<std::size_t> open{node};
    while (!open.empty()) {
        const std::size_t next = open.back();
        open.pop_back();
        const auto& parts = rules_.nodes()[next].parts;
        if (parts.empty()) leaves.push_back(next);
        for (std::size_t i = parts.size(); i-- > 0;) open.push_back(parts[i]);
    }
}

void SpecReader::add_weight(std::size_t node, const Ends& ends, bool rescale, const std::string& where) {
    Variation variation;
    variation.what = Varied::weight;
    variation.node = node;
    variation.rescale = rescale;
    variation.name = "weights." + rules_.nodes()[node].source->id;
    if (rules_.nodes()[node].parent == no_index) {
        spec_.refuse(where, variation.name, {"它是评分表的总体，没有与之并列的部分", "it is the whole of the score tree"});
        return;
    }
    std::tie(variation.low, variation.high) = ends.about(measure_of(rules_.nodes(), node));
    add(std::move(variation), where);
}

void SpecReader::read_weight(const json::Value& value, const std::string& where) {
    Fields fields(context_, value, where);
    if (!fields.ok()) return;
    const json::Value* node = fields.take("node");
    const json::Value* leaves_of = fields.take("leaves_of");
    const json::Value* parts_of = fields.take("parts_of");
    const json::Value* rescale = fields.take("rescale");
    const Ends ends = read_ends(fields, where);
    const bool rescales = rescale == nullptr || read_bool(context_, *rescale, fields.at("rescale"));
    fields.done();
    const int named = (node != nullptr ? 1 : 0) + (leaves_of != nullptr ? 1 : 0) + (parts_of != nullptr ? 1 : 0);
    if (named == 0) return context_.report(IssueCode::missing_key, where, {"node"});
    if (named > 1) return context_.report(IssueCode::bad_value, where, {"node, leaves_of, parts_of", "node / leaves_of / parts_of"});
    const std::string_view key = node != nullptr ? "node" : leaves_of != nullptr ? "leaves_of" : "parts_of";
    const std::size_t found = read_node(*value.find(key), fields.at(key));
    if (found == no_index || ends.kind == Ends::Kind::none) return;
    std::vector<std::size_t> nodes;
    if (node != nullptr) {
        nodes.push_back(found);
    } else if (leaves_of != nullptr) {
        add_leaves(found, nodes);
    } else {
        nodes = rules_.nodes()[found].parts;
        if (nodes.empty()) context_.report(IssueCode::bad_value, fields.at(key), {parts_of->text, "parts"});
    }
    for (const std::size_t each : nodes) add_weight(each, ends, rescales, where);
}

void SpecReader::read_edge(const json::Value& value, const std::string& where) {
    Fields fields(context_, value, where);
    if (!fields.ok()) return;
    const json::Value* node = fields.need("node");
    const json::Value* band = fields.need("band");
    const json::Value* edge = fields.need("edge");
    const Ends ends = read_ends(fields, where);
    const std::size_t found = node == nullptr ? no_index : read_node(*node, fields.at("node"));
    constexpr int last_row = std::numeric_limits<int>::max();
    const int row = band == nullptr ? -1 : read_int(context_, *band, fields.at("band"), 0, last_row).value_or(-1);
    bool upper = false;
    if (edge != nullptr) upper = read_word<bool>(context_, *edge, fields.at("edge"), {{"from", false}, {"to", true}});
    fields.done();
    if (found == no_index || row < 0 || edge == nullptr || ends.kind == Ends::Kind::none) return;
    Variation variation;
    variation.what = Varied::edge;
    variation.node = found;
    variation.band = static_cast<std::size_t>(row);
    variation.upper = upper;
    const PlanNode& leaf = rules_.nodes()[found];
    variation.name = "edges." + leaf.source->id + "." + std::to_string(row) + (upper ? ".to" : ".from");
    const auto* bands = std::get_if<Bands>(&leaf.source->method);
    if (bands == nullptr || !std::holds_alternative<SegmentRule>(leaf.rule)) {
        return spec_.refuse(where, variation.name, {"该指标不按分档计分", "the node does not score by bands"});
    }
    if (variation.band >= bands->rows.size()) {
        const std::string last = std::to_string(bands->rows.size() - 1);
        return context_.report(IssueCode::bad_value, fields.at("band"), {std::to_string(row), "0 … " + last});
    }
    const Band& written = bands->rows[variation.band];
    const std::optional<Number>& at = upper ? written.to : written.from;
    if (!at) return spec_.refuse(where, variation.name, {"该档在这一侧没有界限", "the band has no end on that side"});
    std::tie(variation.low, variation.high) = ends.about(*at);
    add(std::move(variation), where);
}

/// One draw for all records: it takes the place of their figures, or shifts them, or scales them.
void SpecReader::add_together(std::size_t slot, const Ends& ends, const std::string& where) {
    Variation variation;
    variation.what = Varied::figure;
    variation.slot = slot;
    variation.move = ends.kind == Ends::Kind::absolute ? Move::take : ends.kind == Ends::Kind::by ? Move::add : Move::scale;
    variation.name = "data." + rules_.slots()[slot].id;
    std::tie(variation.low, variation.high) = ends.about(Number(variation.move == Move::scale ? 1 : 0));
    add(std::move(variation), where);
}

bool SpecReader::add_one(std::size_t slot, std::size_t record, const Ends& ends, const std::string& where) {
    const Record& of = records_[record];
    const Cell& cell = of.cells[slot];
    if (!counts(cell.status)) return false;
    Variation variation;
    variation.what = Varied::figure;
    variation.slot = slot;
    variation.record = record;
    variation.name = "data." + rules_.slots()[slot].id + "." + with_signs_doubled(of.region) + (of.period.empty() ? "" : "@" + of.period);
    std::tie(variation.low, variation.high) = ends.about(cell.value);
    add(std::move(variation), where);
    return true;
}

std::optional<std::string> SpecReader::read_name(const json::Value* value, const std::string& where) {
    if (value == nullptr) return "";
    std::string name = read_string(context_, *value, where);
    return value->kind == json::Kind::text ? std::optional(std::move(name)) : std::nullopt;
}

/// A period is a text, or a whole number such as a year, as in records.
std::optional<std::string> SpecReader::read_period(const json::Value* value, const std::string& where) {
    const bool is_number = value != nullptr && value->kind == json::Kind::number;
    const std::optional<Number> number = is_number ? parse_number(value->text) : std::nullopt;
    return number && number->is_whole() ? number->text() : read_name(value, where);
}

/// Tells what an entry that no record answers to could have said: another region, or another period of that region.
void SpecReader::report_no_record(const Fields& fields, const json::Value* region, const json::Value* period) {
    if (records_.empty()) return spec_.refuse(fields.at("fact"), "data", {"没有记录", "there are no records"});
    std::set<std::string> regions;
    std::set<std::string> periods;
    for (const Record& record : records_) {
        regions.insert(record.region);
        if (region == nullptr || record.region == region->text) periods.insert(record.period);
    }
    if (region != nullptr && regions.count(region->text) == 0) {
        const std::vector<std::string> names(regions.begin(), regions.end());
        return context_.report(IssueCode::unknown_region, fields.at("region"), {region->text, nearest_or_all(region->text, names)});
    }
    const std::string given = period->text;
    const std::string known = nearest_or_all(given, {periods.begin(), periods.end()});
    if (known.empty()) return spec_.refuse(fields.at("period"), "data", {"记录没有期间", "the records are of no period"});
    spec_.refuse(fields.at("period"), "data",
                 {"没有期间为“" + given + "”的记录，现有：" + known, "no record is of the period “" + given + "”; there are " + known});
}

void SpecReader::read_figure(const json::Value& value, const std::string& where) {
    Fields fields(context_, value, where);
    if (!fields.ok()) return;
    const json::Value* fact = fields.need("fact");
    const json::Value* region = fields.take("region");
    const json::Value* period = fields.take("period");
    const json::Value* together = fields.take("together");
    const Ends ends = read_ends(fields, where);
    const std::size_t slot = fact == nullptr ? no_index : read_slot(*fact, fields.at("fact"));
    const std::optional<std::string> of_region = read_name(region, fields.at("region"));
    const std::optional<std::string> of_period = read_period(period, fields.at("period"));
    const bool all = together != nullptr && read_bool(context_, *together, fields.at("together"));
    fields.done();
    if (slot == no_index || ends.kind == Ends::Kind::none || !of_region || !of_period) return;
    const std::string name = "data." + rules_.slots()[slot].id;
    if (all && (region != nullptr || period != nullptr)) {
        return context_.report(IssueCode::bad_value, fields.at("together"), {"true", "false"});
    }
    if (all) return add_together(slot, ends, where);
    bool any_record = false;
    bool any = false;
    for (std::size_t i = 0; i < records_.size(); ++i) {
        const Record& record = records_[i];
        if ((region != nullptr && record.region != *of_region) || (period != nullptr && record.period != *of_period)) continue;
        any_record = true;
        any = add_one(slot, i, ends, where) || any;
    }
    if (!any_record) return report_no_record(fields, region, period);
    if (!any)
        spec_.refuse(where, name, {"没有可变动的数值：数据缺失或不计入", "there is no figure to vary: it is missing or does not count"});
}

void SpecReader::read_quantiles(const json::Value& value, const std::string& where) {
    if (!expect(context_, value, json::Kind::list, where)) return;
    spec_.quantiles.clear();
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        const std::string place = json::child(where, i);
        const auto share = read_number(context_, value.items[i], place);
        if (!share) continue;
        if (share->sign() < 0 || Number(1) < *share) {
            context_.report(IssueCode::bad_value, place, {value.items[i].text, "0 … 1"});
        } else {
            spec_.quantiles.push_back(*share);
        }
    }
}

void SpecReader::read_list(Fields& fields, std::string_view key, void (SpecReader::*read)(const json::Value&, const std::string&)) {
    const json::Value* list = fields.take(key);
    if (list == nullptr || !expect(context_, *list, json::Kind::list, fields.at(key))) return;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        if (spec_.variations.size() > most_variations) return;
        (this->*read)(list->items[i], json::child(fields.at(key), i));
    }
}

void SpecReader::read_document(const json::Value& document) {
    Fields fields(context_, document, "");
    if (!fields.ok()) return;
    spec_.source.draws = default_draws;
    if (const auto* draws = fields.take("draws")) {
        spec_.source.draws = read_whole(*draws, fields.at("draws"), 1, most_draws).value_or(default_draws);
    }
    if (const auto* seed = fields.take("seed")) {
        spec_.source.seed = read_whole(*seed, fields.at("seed"), 0, std::numeric_limits<std::uint64_t>::max()).value_or(0);
    }
    spec_.quantiles = {Number(1, 20), Number(1, 2), Number(19, 20)};
    if (const auto* quantiles = fields.take("quantiles")) read_quantiles(*quantiles, fields.at("quantiles"));
    read_list(fields, "weights", &SpecReader::read_weight);
    read_list(fields, "edges", &SpecReader::read_edge);
    read_list(fields, "data", &SpecReader::read_figure);
    fields.done();
    if (!spec_.variations.empty() || has_errors(spec_.issues)) return;
    context_.report(IssueCode::empty_list, "", {"weights, edges, data"});
}

}  // namespace

void ReadSpec::refuse(const std::string& where, std::string_view what, const Text& why) {
    Issue issue = make_issue(IssueCode::cannot_vary, where, {what, why.zh});
    issue.message.en = make_issue(IssueCode::cannot_vary, where, {what, why.en}).message.en;
    issues.push_back(std::move(issue));
}

ReadSpec read_spec(const Ruleset& rules, const std::vector<Record>& records, std::string_view json) {
    ReadSpec spec;
    json::Parsed parsed = json::parse(json);
    spec.issues = std::move(parsed.issues);
    if (records.size() > most_what_if_records) {
        const std::string size = std::to_string(records.size());
        spec.refuse("", "records",
                    {"共有 " + size + " 条记录，最多 " + std::to_string(most_what_if_records) + " 条",
                     "there are " + size + " records; at most " + std::to_string(most_what_if_records) + " are ranked"});
        return spec;
    }
    if (parsed.value) SpecReader(rules, records, spec).read_document(*parsed.value);
    if (spec.variations.size() > most_variations) {
        spec.refuse("", "variations",
                    {"变动项多于 " + std::to_string(most_variations) + " 个",
                     "there are more than " + std::to_string(most_variations) + " variations"});
    }
    if (!has_errors(spec.issues)) check_variations(rules, records, spec);
    return spec;
}

}  // namespace biaochi::detail
