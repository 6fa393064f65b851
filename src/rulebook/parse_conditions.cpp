/// @file
/// Reading conditions: FEEL, and what is put together from other conditions.

#include <array>

#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

using Form = Condition::Form;

struct FormKey {
    std::string_view key;
    Form form;
};

constexpr std::array<FormKey, 7> forms{{{"expr", Form::expression},
                                        {"all", Form::all},
                                        {"any", Form::any},
                                        {"at_least", Form::at_least},
                                        {"not", Form::negation},
                                        {"by_reading", Form::choice},
                                        {"judged", Form::judged}}};

Condition read_condition(Context& context, const json::Value& value, const std::string& pointer, bool named);

/// A part: the id of a condition, or a condition written in place.
Condition read_part(Context& context, const json::Value& value, const std::string& pointer) {
    if (value.kind != json::Kind::text) return read_condition(context, value, pointer, false);
    Condition part;
    part.form = Form::reference;
    part.refers_to = value.text;
    return part;
}

std::vector<Condition> read_parts(Context& context, const json::Value& value, const std::string& pointer) {
    std::vector<Condition> parts;
    if (!expect(context, value, json::Kind::list, pointer)) return parts;
    if (value.items.empty()) context.report(IssueCode::empty_list, pointer, {"conditions"});
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        parts.push_back(read_part(context, value.items[i], json::child(pointer, i)));
    }
    return parts;
}

void read_at_least(Context& context, const json::Value& value, const std::string& pointer, Condition& condition) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    if (const auto* of = fields.need("of")) condition.parts = read_parts(context, *of, fields.at("of"));
    if (const auto* n = fields.need("n")) {
        const int most = condition.parts.empty() ? 1 : static_cast<int>(condition.parts.size());
        condition.least = static_cast<std::size_t>(read_int(context, *n, fields.at("n"), 1, most).value_or(1));
    }
    fields.done();
}

void read_by_reading(Context& context, const json::Value& value, const std::string& pointer, Condition& condition) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    const auto* open = fields.need("open");
    const bool named = open != nullptr && expect(context, *open, json::Kind::text, fields.at("open"));
    if (named) condition.open = open->text;
    const auto* readings = fields.need("readings");
    if (readings != nullptr && expect(context, *readings, json::Kind::object, fields.at("readings"))) {
        for (const json::Member& member : readings->members) {
            condition.readings.push_back(member.first);
            condition.parts.push_back(read_part(context, member.second, json::child(fields.at("readings"), member.first)));
        }
        if (named) check_choice(context, condition.open, condition.readings, pointer);
    }
    fields.done();
}

void read_judged(Context& context, const json::Value& value, const std::string& pointer, Condition& condition) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    if (const auto* asks = fields.need("asks")) condition.asks = read_text(context, *asks, fields.at("asks"));
    if (const auto* required = fields.take("evidence_required")) {
        condition.evidence_required = read_bool(context, *required, fields.at("evidence_required"));
    }
    if (const auto* settles = fields.take("settles")) condition.settles = read_string(context, *settles, fields.at("settles"));
    fields.done();
}

void read_form(Context& context, const json::Value& value, const std::string& pointer, Condition& condition) {
    switch (condition.form) {
        case Form::expression:
            condition.expression = read_choice<std::string>(
                context, value, pointer, [&](const json::Value& text, const std::string& where) -> std::optional<std::string> {
                    if (!expect(context, text, json::Kind::text, where)) return std::nullopt;
                    return text.text;
                });
            break;
        case Form::all:
        case Form::any:
            condition.parts = read_parts(context, value, pointer);
            break;
        case Form::at_least:
            read_at_least(context, value, pointer, condition);
            break;
        case Form::negation:
            condition.parts.push_back(read_part(context, value, pointer));
            break;
        case Form::choice:
            read_by_reading(context, value, pointer, condition);
            break;
        case Form::judged:
            read_judged(context, value, pointer, condition);
            break;
        case Form::reference:
            break;
    }
}

/// Takes the one key that says how the condition is put together.
void take_form(Context& context, Fields& fields, const std::string& pointer, Condition& condition) {
    std::string found;
    std::string all;
    const json::Value* chosen = nullptr;
    std::string_view chosen_key;
    for (const auto& [key, form] : forms) {
        all += all.empty() ? std::string(key) : ", " + std::string(key);
        const json::Value* value = fields.take(key);
        if (value == nullptr) continue;
        found += found.empty() ? std::string(key) : ", " + std::string(key);
        if (chosen == nullptr) {
            chosen = value;
            chosen_key = key;
            condition.form = form;
        } else {
            chosen_key = {};
        }
    }
    if (chosen == nullptr) {
        context.report(IssueCode::no_form, pointer, {all});
    } else if (chosen_key.empty()) {
        context.report(IssueCode::several_forms, pointer, {found});
    } else {
        read_form(context, *chosen, fields.at(chosen_key), condition);
    }
}

Condition read_condition(Context& context, const json::Value& value, const std::string& pointer, bool named) {
    Condition condition;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return condition;
    if (const auto* name = named ? fields.need("name") : fields.take("name")) {
        condition.name = read_text(context, *name, fields.at("name"));
    }
    take_form(context, fields, pointer, condition);
    if (!named && condition.form == Form::judged) context.report(IssueCode::bad_value, pointer, {"judged", "id"});
    if (condition.form == Form::expression) {
        if (const auto* empty = fields.take("empty")) {
            condition.empty =
                read_word<EmptySet>(context, *empty, fields.at("empty"),
                                    {{"undetermined", EmptySet::undetermined}, {"met", EmptySet::met}, {"not_met", EmptySet::not_met}});
        }
    }
    condition.provenance = read_provenance(context, fields);
    fields.done();
    return condition;
}

}  // namespace

void read_conditions(Context& context, const json::Value& value, const std::string& pointer) {
    context.book.conditions = read_named<Condition>(context, value, pointer, [&](const json::Value& entry, const std::string& where) {
        return read_condition(context, entry, where, true);
    });
    if (value.kind == json::Kind::object && value.members.empty()) context.report(IssueCode::empty_list, pointer, {"conditions"});
}

}  // namespace biaochi::detail
