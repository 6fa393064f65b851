/// @file
/// The columns of the result, and their schema.

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "batch/arrow_layout.hpp"
#include "biaochi/core/rounding.hpp"
#include "rulebook/reader.hpp"

namespace biaochi {
namespace {

using detail::FieldEnd;
using detail::FieldKind;
using detail::FrameField;
using detail::SchemaCopy;

constexpr int most_places = 38;

/// Whether every value of points fits 64 bits in units of the last place shown.
bool fits_units(const Interval& bounds, Rounding rule) {
    if (rule.places < -most_places || rule.places > most_places) return false;
    const Number unit = power(Number(10), static_cast<unsigned>(std::abs(rule.places)));
    const auto fits = [&](const Number& end) {
        const Number rounded = round(end, rule);
        return (rule.places < 0 ? rounded / unit : rounded * unit).is_small();
    };
    return fits(bounds.low) && fits(bounds.high);
}

/// Appends fields in order.
class ResultFields {
public:
    explicit ResultFields(FrameLayout& layout) : layout_(layout) {}

    void fill() {
        for (const std::size_t child : layout_.kept) add(FieldKind::kept, FieldEnd::settled, child, kept(layout_.schema.children[child]));
        points("score", 0, FieldEnd::settled);
        add(FieldKind::class_of, FieldEnd::settled, 0, class_column("class"));
        add(FieldKind::status, FieldEnd::settled, 0, words("status", "c"));
        add(FieldKind::issue, FieldEnd::settled, 0, {"issue", "u"});
        if (layout_.options.ranges) ranges();
        for (std::size_t i = 0; i < layout_.nodes.size(); ++i) part(i);
        if (layout_.options.ranks) ranks();
        if (layout_.options.key) keys();
    }

private:
    void add(FieldKind kind, FieldEnd end, std::size_t index, SchemaCopy schema) {
        layout_.fields.push_back({kind, end, index, std::move(schema)});
    }

    /// A column of a struct that may be null is null with it.
    [[nodiscard]] SchemaCopy kept(SchemaCopy column) const {
        column.flags |= layout_.schema.flags & ARROW_FLAG_NULLABLE;
        return column;
    }

    void points(std::string name, std::size_t index, FieldEnd end) {
        const int places = layout_.scorer.rules().rulebook().shown.places;
        const std::string format = layout_.options.decimals ? "d:38," + std::to_string(places) : "g";
        add(FieldKind::points, end, index, {std::move(name), format});
    }

    static SchemaCopy words(std::string name, std::string index) {
        SchemaCopy schema{std::move(name), std::move(index)};
        schema.dictionary = std::make_shared<const SchemaCopy>(SchemaCopy{"", "u"});
        return schema;
    }

    static SchemaCopy class_column(std::string name) {
        SchemaCopy schema = words(std::move(name), "s");
        schema.flags |= ARROW_FLAG_DICTIONARY_ORDERED;
        return schema;
    }

    void ranges() {
        points("score_low", 0, FieldEnd::low);
        points("score_high", 0, FieldEnd::high);
        add(FieldKind::class_of, FieldEnd::low, 0, class_column("class_low"));
        add(FieldKind::class_of, FieldEnd::high, 0, class_column("class_high"));
    }

    void part(std::size_t i) {
        const std::string name = "points." + layout_.scorer.rules().nodes()[layout_.nodes[i]].source->id;
        points(name, i + 1, FieldEnd::settled);
        if (!layout_.options.ranges) return;
        points(name + ".low", i + 1, FieldEnd::low);
        points(name + ".high", i + 1, FieldEnd::high);
    }

    void ranks() {
        add(FieldKind::rank, FieldEnd::settled, 0, {"rank", "g"});
        add(FieldKind::rank, FieldEnd::low, 0, {"rank_best", "g"});
        add(FieldKind::rank, FieldEnd::high, 0, {"rank_worst", "g"});
    }

    void keys() {
        add(FieldKind::key, FieldEnd::settled, 0, {"key", "z"});
        if (!layout_.options.ranges) return;
        add(FieldKind::key, FieldEnd::low, 0, {"key_low", "z"});
        add(FieldKind::key, FieldEnd::high, 0, {"key_high", "z"});
    }

    FrameLayout& layout_;
};

void find_nodes(FrameLayout& layout, std::vector<Issue>& issues) {
    const Ruleset& rules = layout.scorer.rules();
    const auto want = [&](std::size_t node) {
        if (std::find(layout.nodes.begin(), layout.nodes.end(), node) == layout.nodes.end()) layout.nodes.push_back(node);
    };
    for (std::size_t i = 0; i < layout.options.parts.size(); ++i) {
        const std::string& id = layout.options.parts[i];
        if (const std::size_t node = rules.node(id); node != no_index) {
            want(node);
        } else if (id == "*") {
            for (std::size_t each = 0; each < rules.nodes().size(); ++each) want(each);
        } else {
            std::vector<std::string> ids;
            ids.reserve(rules.nodes().size());
            for (const PlanNode& each : rules.nodes()) ids.push_back(each.source->id);
            issues.push_back(make_issue(IssueCode::unknown_node, "/parts/" + std::to_string(i), {id, detail::nearest_or_all(id, ids)}));
        }
    }
}

void check_decimals(const FrameLayout& layout, std::vector<Issue>& issues) {
    if (!layout.options.decimals) return;
    const Ruleset& rules = layout.scorer.rules();
    const Rounding shown = rules.rulebook().shown;
    const auto fits = [&](std::size_t node) { return fits_units(rules.nodes()[node].bounds, shown); };
    if (fits(0) && std::all_of(layout.nodes.begin(), layout.nodes.end(), fits)) return;
    const std::string found = "decimal128(38, " + std::to_string(shown.places) + ")";
    issues.push_back(make_issue(IssueCode::unsupported_type, "/decimals", {"score", found, "float64"}));
}

/// A kept column may not go by the name of another column of the result.
void check_result_names(const FrameLayout& layout, std::vector<Issue>& issues) {
    for (std::size_t i = 0; i < layout.kept.size(); ++i) {
        const std::string& name = layout.fields[i].schema.name;
        const auto same = [&](const FrameField& field) { return field.schema.name == name; };
        if (std::none_of(layout.fields.begin() + static_cast<std::ptrdiff_t>(layout.kept.size()), layout.fields.end(), same)) continue;
        issues.push_back(make_issue(IssueCode::repeated_column, detail::column_place(name), {name, "", name}));
    }
}

}  // namespace

void detail::lay_out_result(FrameLayout& layout, std::vector<Issue>& issues) {
    find_nodes(layout, issues);
    check_decimals(layout, issues);
    ResultFields(layout).fill();
    check_result_names(layout, issues);
}

void result_schema(const FrameLayout& layout, ArrowSchema* out) {
    SchemaCopy schema{"", "+s"};
    schema.flags = 0;
    schema.children.reserve(layout.fields.size());
    for (const FrameField& field : layout.fields) schema.children.push_back(field.schema);
    detail::export_schema(schema, out);
}

}  // namespace biaochi
