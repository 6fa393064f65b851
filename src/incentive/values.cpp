/// @file
/// The values of a claim, from JSON.

#include "incentive/values.hpp"

#include <algorithm>
#include <utility>

#include "biaochi/rulebook/unit.hpp"
#include "rulebook/reader.hpp"

namespace biaochi::detail {
namespace {

/// What a unit that was given is to be multiplied by; reports one that cannot stand here.
std::optional<Number> factor_of(Desk& desk, const json::Value& unit, const std::string& wanted, const std::string& where) {
    if (!is_kind(desk, unit, json::Kind::text, where)) return std::nullopt;
    if (unit.text == wanted) return Number(1);
    auto factor = wanted.empty() ? std::nullopt : conversion(desk.rules.rulebook().units, unit.text, wanted);
    if (!factor) desk.report(IssueCode::wrong_unit, where, {unit.text, wanted});
    return factor;
}

std::optional<Number> read_digits(Desk& desk, const json::Value& value, const std::string& where) {
    if (value.kind != json::Kind::number && value.kind != json::Kind::text) {
        desk.report(IssueCode::wrong_type, where, {json::name(value.kind), "number"});
        return std::nullopt;
    }
    auto number = parse_number(value.text);
    if (!number) desk.report(IssueCode::bad_number, where, {json::brief(value)});
    return number;
}

feel::Value read_value(Desk& desk, const SubjectField& field, const json::Value& value, const std::string& where, const std::string& id) {
    if (field.type == FieldType::number) return read_amount(desk, value, field.unit, where, id);
    const json::Kind kind = field.type == FieldType::boolean ? json::Kind::boolean : json::Kind::text;
    if (!is_kind(desk, value, kind, where)) return missing(id);
    if (field.type == FieldType::boolean) return feel::make_boolean(value.truth);
    if (field.type == FieldType::text) return feel::make_text(value.text);
    const auto date = parse_date(value.text);
    if (date) return feel::make_date(*date);
    desk.report(IssueCode::bad_date, where, {value.text});
    return missing(id);
}

WordIndex word_of(Desk& desk, const SubjectField& field, feel::Value& value, const std::string& where, const std::string& id) {
    if (field.type != FieldType::text || field.values.empty() || value.is_null()) return no_word;
    const auto found = std::find(field.values.begin(), field.values.end(), value.text());
    if (found != field.values.end()) return static_cast<WordIndex>(found - field.values.begin());
    desk.report(IssueCode::bad_value, where, {value.text(), joined(field.values)});
    value = missing(id);
    return no_word;
}

}  // namespace

feel::Value read_amount(Desk& desk, const json::Value& value, const std::string& unit, const std::string& where, const std::string& about) {
    if (value.kind != json::Kind::object) {
        auto number = read_digits(desk, value, where);
        return number ? feel::make_number(*std::move(number)) : missing(about);
    }
    report_unknown_keys(desk, value, where, {"value", "unit"});
    const json::Value* digits = present(value, "value");
    if (digits == nullptr) {
        desk.report(IssueCode::missing_key, where, {"value"});
        return missing(about);
    }
    const auto number = read_digits(desk, *digits, where + "/value");
    const json::Value* given = present(value, "unit");
    const auto factor = given == nullptr ? std::optional(Number(1)) : factor_of(desk, *given, unit, where + "/unit");
    return number && factor ? feel::make_number(*number * *factor) : missing(about);
}

ReadValues read_values(Desk& desk, const Named<SubjectField>& fields, const json::Value* object, const std::string& where) {
    if (object != nullptr && !is_kind(desk, *object, json::Kind::object, where)) object = nullptr;
    if (object != nullptr) report_unknown_keys(desk, *object, where, names_of(fields));
    ReadValues read;
    read.values.reserve(fields.size());
    read.words.reserve(fields.size());
    for (const auto& [id, field] : fields) {
        const json::Value* value = object == nullptr ? nullptr : present(*object, id);
        const std::string place = json::child(where, id);
        read.values.push_back(value == nullptr ? missing(id) : read_value(desk, field, *value, place, id));
        read.words.push_back(word_of(desk, field, read.values.back(), place, id));
    }
    return read;
}

feel::Value place_of_word(const SubjectField& field, const feel::Value& word, WordIndex index) {
    if (word.is_null()) return word;
    const auto size = static_cast<std::int64_t>(field.values.size());
    return feel::make_number(Number(field.ordered == Ordered::best_first ? index + 1 : size - index));
}

std::optional<int> read_year(Desk& desk, const json::Value& value, const std::string& where) {
    const auto number = read_digits(desk, value, where);
    if (!number) return std::nullopt;
    constexpr int last = 9999;
    if (number->is_whole() && *number >= Number(1) && *number <= Number(last)) return static_cast<int>(number->small_numerator());
    desk.report(IssueCode::bad_value, where, {value.text, "1 … 9999"});
    return std::nullopt;
}

}  // namespace biaochi::detail
