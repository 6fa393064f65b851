/// @file
/// Reading facts.

#include <algorithm>

#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

Label read_label(Context& context, const json::Value& value, const std::string& pointer) {
    Label label;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return label;
    if (const auto* name = fields.need("name")) label.name = read_text(context, *name, fields.at("name"));
    if (const auto* misprints = fields.take("misprints")) {
        label.misprints = read_misprints(context, *misprints, fields.at("misprints"));
    }
    fields.done();
    return label;
}

Named<Label> read_labels(Context& context, const json::Value& value, const std::string& pointer, std::string_view what) {
    if (value.kind == json::Kind::object && value.members.empty()) context.report(IssueCode::empty_list, pointer, {what});
    return read_named<Label>(context, value, pointer,
                             [&](const json::Value& entry, const std::string& where) { return read_label(context, entry, where); });
}

Item read_item(Context& context, const json::Value& value, const std::string& pointer, const Named<Label>& levels) {
    Item item;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return item;
    if (const auto* name = fields.need("name")) item.name = read_text(context, *name, fields.at("name"));
    if (const auto* list = fields.need("levels")) {
        const std::string where = fields.at("levels");
        item.levels = read_strings(context, *list, where);
        if (list->kind == json::Kind::list && list->items.empty()) context.report(IssueCode::empty_list, where, {"levels"});
        for (std::size_t i = 0; i < item.levels.size(); ++i) {
            const std::string& level = item.levels[i];
            if (find(levels, level) == nullptr) {
                context.report(IssueCode::unknown_level, json::child(where, i), {level, nearest_or_all(level, names_of(levels))});
            }
            const auto first = std::find(item.levels.begin(), item.levels.end(), level);
            const auto index = static_cast<std::size_t>(first - item.levels.begin());
            if (index != i) context.report(IssueCode::repeated_id, json::child(where, i), {level, json::child(where, index)});
        }
    }
    item.note = take_text(context, fields, "note");
    fields.done();
    return item;
}

void read_kind(Context& context, Fields& fields, Fact& fact) {
    if (const auto* kind = fields.take("kind")) {
        fact.kind = read_word<FactKind>(
            context, *kind, fields.at("kind"),
            {{"number", FactKind::number}, {"items", FactKind::items}, {"options", FactKind::options}, {"judged", FactKind::judged}});
    }
    if (fact.kind == FactKind::items) {
        if (const auto* levels = fields.need("levels")) fact.levels = read_labels(context, *levels, fields.at("levels"), "levels");
        if (const auto* items = fields.need("items")) {
            fact.items = read_named<Item>(context, *items, fields.at("items"), [&](const json::Value& item, const std::string& where) {
                return read_item(context, item, where, fact.levels);
            });
            if (items->kind == json::Kind::object && items->members.empty())
                context.report(IssueCode::empty_list, fields.at("items"), {"items"});
        }
    }
    if (fact.kind == FactKind::options) {
        if (const auto* options = fields.need("options")) {
            fact.options = read_labels(context, *options, fields.at("options"), "options");
        }
    }
}

Derivation read_ratio(Context& context, const json::Value& value, const std::string& pointer) {
    Derivation derived;
    derived.kind = Derivation::Kind::ratio;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return derived;
    if (const auto* of = fields.need("of")) derived.of = read_string(context, *of, fields.at("of"));
    if (const auto* to = fields.need("to")) derived.to = read_string(context, *to, fields.at("to"));
    fields.done();
    return derived;
}

Derivation read_growth(Context& context, const json::Value& value, const std::string& pointer) {
    constexpr int most_years = 100;
    Derivation derived;
    derived.kind = Derivation::Kind::growth;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return derived;
    if (const auto* of = fields.need("of")) derived.of = read_string(context, *of, fields.at("of"));
    if (const auto* years = fields.take("years")) derived.years = read_int(context, *years, fields.at("years"), 1, most_years).value_or(1);
    const auto* precision = derived.years > 1 ? fields.need("precision") : fields.take("precision");
    if (precision != nullptr) derived.precision = read_rounding(context, *precision, fields.at("precision"));
    fields.done();
    return derived;
}

/// Takes `formula`, `ratio` or `growth`, of which one may stand, and `or_reported`.
void read_derivation(Context& context, Fields& fields, Fact& fact, const std::string& pointer) {
    std::vector<std::string> ways;
    if (const auto* formula = fields.take("formula")) {
        ways.emplace_back("formula");
        fact.derived.emplace().formula = read_string(context, *formula, fields.at("formula"));
    }
    if (const auto* ratio = fields.take("ratio")) {
        ways.emplace_back("ratio");
        fact.derived = read_ratio(context, *ratio, fields.at("ratio"));
    }
    if (const auto* growth = fields.take("growth")) {
        ways.emplace_back("growth");
        fact.derived = read_growth(context, *growth, fields.at("growth"));
    }
    if (ways.empty()) return;
    if (ways.size() > 1) context.report(IssueCode::several_formulas, pointer, {joined(ways)});
    if (const auto* reported = fields.take("or_reported")) {
        fact.derived->or_reported = read_bool(context, *reported, fields.at("or_reported"));
    }
}

Fact read_fact(Context& context, const json::Value& value, const std::string& pointer) {
    Fact fact;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return fact;
    if (const auto* name = fields.need("name")) fact.name = read_text(context, *name, fields.at("name"));
    read_kind(context, fields, fact);
    if (const auto* unit = fields.take("unit")) fact.unit = read_string(context, *unit, fields.at("unit"));
    const bool judged = fact.kind == FactKind::judged;
    if (const auto* min = judged ? fields.need("min") : fields.take("min")) fact.min = read_number(context, *min, fields.at("min"));
    if (const auto* max = judged ? fields.need("max") : fields.take("max")) fact.max = read_number(context, *max, fields.at("max"));
    if (const auto* whole = fields.take("whole")) fact.whole = read_bool(context, *whole, fields.at("whole"));
    if (const auto* part_of = fields.take("part_of")) fact.part_of = read_string(context, *part_of, fields.at("part_of"));
    if (const auto* bodies = fields.take("reported_by")) fact.reported_by = read_strings(context, *bodies, fields.at("reported_by"));
    read_derivation(context, fields, fact, pointer);
    fact.provenance = read_provenance(context, fields);
    fields.done();
    return fact;
}

}  // namespace

void read_facts(Context& context, const json::Value& value, const std::string& pointer) {
    context.book.facts = read_named<Fact>(
        context, value, pointer, [&](const json::Value& entry, const std::string& where) { return read_fact(context, entry, where); });
    if (value.kind == json::Kind::object && value.members.empty()) context.report(IssueCode::empty_list, pointer, {"facts"});
}

}  // namespace biaochi::detail
