/// @file
/// Checks of each method against its fact and the points of its node.

#include <algorithm>

#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

/// What the checks of one leaf share.
struct Leaf {
    Context& context;
    const Node& node;
    const Fact& fact;
    std::string pointer;  ///< of the node

    [[nodiscard]] std::string at(std::string_view key) const { return json::child(pointer, key); }
    void report(IssueCode code, std::string where, std::initializer_list<std::string_view> details) const {
        context.report(code, std::move(where), details);
    }
    void needs_bound(bool present, std::string_view bound) const {
        if (!present) report(IssueCode::unbounded_points, pointer, {node.id, node.fact, bound});
    }
};

template <class T>
std::string reading_at(const std::string& base, const Choice<T>& choice, const std::string& reading) {
    return choice.stated() ? base : json::child(json::child(base, "readings"), reading);
}

bool is_kind(const Leaf& leaf, FactKind expected) {
    if (leaf.fact.kind == expected) return true;
    leaf.report(IssueCode::wrong_kind, leaf.pointer, {leaf.node.fact, kind_name(leaf.fact.kind), kind_name(expected)});
    return false;
}

bool check_row(const Leaf& leaf, const Band& row, const std::string& where) {
    for (const auto& [reading, points] : row.points.by) {
        const std::string at = reading_at(json::child(where, "points"), row.points, reading);
        const Number& most = max(points.at_from, points.at_to);
        if (most > leaf.node.points) {
            leaf.report(IssueCode::points_above_node, at, {leaf.node.id, most.text(), leaf.node.points.text()});
        }
        if (points.range && !row.from) leaf.report(IssueCode::missing_key, where, {"from"});
        if (points.range && !row.to) leaf.report(IssueCode::missing_key, where, {"to"});
    }
    if (row.from && row.to && *row.from >= *row.to) {
        leaf.report(IssueCode::range_reversed, where, {row.from->text(), row.to->text()});
        return false;
    }
    return true;
}

void check_cover(const Leaf& leaf, std::vector<const Band*> rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const Band* a, const Band* b) {
        if (!a->from || !b->from) return !a->from && b->from;
        return *a->from < *b->from;
    });
    const std::string where = leaf.at("bands");
    const std::string& id = leaf.node.id;
    const Band& first = *rows.front();
    const Band& last = *rows.back();
    if (first.from && (!leaf.fact.min || *leaf.fact.min < *first.from)) {
        leaf.report(IssueCode::band_gap, where, {id, leaf.fact.min ? leaf.fact.min->text() : "-∞", first.from->text()});
    }
    if (last.to && (!leaf.fact.max || *leaf.fact.max >= *last.to)) {
        leaf.report(IssueCode::band_gap, where, {id, last.to->text(), leaf.fact.max ? leaf.fact.max->text() : "+∞"});
    }
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const Band& below = *rows[i - 1];
        const Band& above = *rows[i];
        if (!below.to || !above.from || *below.to > *above.from) {
            leaf.report(IssueCode::band_overlap, where, {id, above.from ? above.from->text() : "-∞", below.to ? below.to->text() : "+∞"});
        } else if (*below.to < *above.from) {
            leaf.report(IssueCode::band_gap, where, {id, below.to->text(), above.from->text()});
        }
    }
}

void check(const Leaf& leaf, const Bands& bands) {
    if (!is_kind(leaf, FactKind::number)) return;
    std::vector<const Band*> rows;
    bool in_order = !bands.rows.empty();
    for (std::size_t i = 0; i < bands.rows.size(); ++i) {
        if (!check_row(leaf, bands.rows[i], json::child(leaf.at("bands"), i))) in_order = false;
        rows.push_back(&bands.rows[i]);
    }
    if (in_order) check_cover(leaf, std::move(rows));
}

void check_levels(const Leaf& leaf, const Item& item, const std::vector<std::string>& levels, const std::string& where) {
    for (const std::string& level : levels) {
        if (std::find(item.levels.begin(), item.levels.end(), level) != item.levels.end()) continue;
        leaf.report(IssueCode::unknown_level, json::child(where, level), {level, nearest_or_all(level, item.levels)});
    }
}

void check(const Leaf& leaf, const Items& items) {
    if (!is_kind(leaf, FactKind::items)) return;
    for (std::size_t i = 0; i < items.lines.size(); ++i) {
        const ItemLine& line = items.lines[i];
        const std::string where = json::child(leaf.at("items"), i);
        for (std::size_t j = 0; j < i; ++j) {
            if (items.lines[j].item != line.item) continue;
            leaf.report(IssueCode::repeated_id, json::child(where, "item"), {line.item, json::child(leaf.at("items"), j)});
        }
        const Item* item = find(leaf.fact.items, line.item);
        if (item == nullptr) {
            leaf.report(IssueCode::unknown_item, json::child(where, "item"),
                        {line.item, nearest_or_all(line.item, names_of(leaf.fact.items))});
            continue;
        }
        check_levels(leaf, *item, names_of(line.points), json::child(where, "points"));
        check_levels(leaf, *item, names_of(line.at_most), json::child(where, "at_most"));
        for (const auto& [level, points] : line.points) {
            if (points.sign() >= 0) continue;
            leaf.report(IssueCode::bad_value, json::child(json::child(where, "points"), level), {points.text(), ">= 0"});
        }
    }
}

void check(const Leaf& leaf, const Options& options) {
    if (!is_kind(leaf, FactKind::options)) return;
    std::vector<std::string> seen;
    for (std::size_t i = 0; i < options.groups.size(); ++i) {
        const std::string where = json::child(json::child(leaf.at("options"), i), "of");
        for (const auto& [option, points] : options.groups[i].points) {
            const std::string at = json::child(where, option);
            if (find(leaf.fact.options, option) == nullptr) {
                leaf.report(IssueCode::unknown_option, at, {option, nearest_or_all(option, names_of(leaf.fact.options))});
            }
            if (std::find(seen.begin(), seen.end(), option) != seen.end()) {
                leaf.report(IssueCode::repeated_id, at, {option, leaf.at("options")});
            }
            if (points > leaf.node.points) {
                leaf.report(IssueCode::points_above_node, at, {leaf.node.id, points.text(), leaf.node.points.text()});
            }
            seen.push_back(option);
        }
    }
}

void check(const Leaf& leaf, const Judged&) {
    if (!is_kind(leaf, FactKind::judged)) return;
    if (leaf.fact.max && *leaf.fact.max > leaf.node.points) {
        leaf.report(IssueCode::points_above_node, leaf.at("judged"), {leaf.node.id, leaf.fact.max->text(), leaf.node.points.text()});
    }
    if (leaf.fact.min && leaf.fact.min->sign() < 0) {
        leaf.report(IssueCode::bad_value, leaf.at("judged"), {leaf.fact.min->text(), ">= 0"});
    }
}

void check(const Leaf& leaf, const Ratio& ratio) {
    if (!is_kind(leaf, FactKind::number)) return;
    const std::string where = json::child(leaf.at("ratio"), "standard");
    for (const auto& [reading, standard] : ratio.standard.by) {
        if (standard.sign() > 0) continue;
        leaf.report(IssueCode::bad_value, reading_at(where, ratio.standard, reading), {standard.text(), "> 0"});
    }
    leaf.needs_bound(leaf.fact.min && leaf.fact.min->sign() >= 0, "min");
    if (ratio.above == Beyond::extend) leaf.needs_bound(leaf.fact.max.has_value(), "max");
}

void check_standards(const Leaf& leaf, const Efficacy& efficacy, const std::vector<Standard>& rows, const std::string& where) {
    if (rows.size() < 2) {
        leaf.report(IssueCode::empty_list, where, {"standards"});
        return;
    }
    const bool rising = rows[0].at < rows[1].at;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const std::string at = json::child(where, i);
        if (rows[i].at == rows[i - 1].at || (rows[i - 1].at < rows[i].at) != rising) {
            leaf.report(IssueCode::points_out_of_order, json::child(at, "at"),
                        {leaf.node.id, rows[i - 1].at.text() + ", " + rows[i].at.text()});
        }
        if (rows[i].coefficient >= rows[i - 1].coefficient) {
            leaf.report(IssueCode::points_out_of_order, json::child(at, "coefficient"),
                        {leaf.node.id, rows[i - 1].coefficient.text() + ", " + rows[i].coefficient.text()});
        }
    }
    if (rows[0].coefficient > Number(1)) {
        leaf.report(IssueCode::points_above_node, json::child(json::child(where, std::size_t{0}), "coefficient"),
                    {leaf.node.id, (rows[0].coefficient * leaf.node.points).text(), leaf.node.points.text()});
    }
    if (efficacy.above == Beyond::extend) leaf.needs_bound((rising ? leaf.fact.min : leaf.fact.max).has_value(), rising ? "min" : "max");
    if (efficacy.below == Beyond::extend) leaf.needs_bound((rising ? leaf.fact.max : leaf.fact.min).has_value(), rising ? "max" : "min");
}

void check(const Leaf& leaf, const Efficacy& efficacy) {
    if (!is_kind(leaf, FactKind::number)) return;
    const std::string where = json::child(leaf.at("efficacy"), "standards");
    for (const auto& [reading, rows] : efficacy.standards.by) {
        check_standards(leaf, efficacy, rows, reading_at(where, efficacy.standards, reading));
    }
}

void check(const Leaf& leaf, const Goalposts& posts) {
    if (!is_kind(leaf, FactKind::number)) return;
    const std::string where = leaf.at("goalposts");
    for (const auto& [from_reading, from] : posts.from.by) {
        for (const auto& [to_reading, to] : posts.to.by) {
            const bool together = posts.from.stated() || posts.from.open != posts.to.open || from_reading == to_reading;
            if (!together) continue;
            if (from == to) leaf.report(IssueCode::range_reversed, where, {from.text(), to.text()});
            if (posts.ln && (from.sign() <= 0 || to.sign() <= 0)) {
                leaf.report(IssueCode::bad_value, where, {min(from, to).text(), "> 0"});
            }
        }
    }
    if (posts.outside == Beyond::extend) {
        leaf.needs_bound(leaf.fact.min.has_value(), "min");
        leaf.needs_bound(leaf.fact.max.has_value(), "max");
    }
}

void check(const Leaf&, const std::monostate&) {}

}  // namespace

std::string_view kind_name(FactKind kind) noexcept {
    switch (kind) {
        case FactKind::number:
            return "number";
        case FactKind::items:
            return "items";
        case FactKind::options:
            return "options";
        case FactKind::judged:
            return "judged";
    }
    return "number";
}

void validate_method(Context& context, const Node& node, const Fact& fact, const std::string& pointer) {
    const Leaf leaf{context, node, fact, pointer};
    std::visit([&](const auto& method) { check(leaf, method); }, node.method);
}

}  // namespace biaochi::detail
