/// @file
/// Values to and from JSON: plain where JSON has the kind, by the declared type where it has not.

#include "explain/value_json.hpp"

#include <optional>
#include <utility>

#include "biaochi/feel/evaluate.hpp"
#include "biaochi/rulebook/unit.hpp"

namespace biaochi::detail {
namespace {

using feel::Type;
using feel::Value;

/// Where a fact is read, and what was found wrong so far. A value inside another knows the one around it.
struct Reading {
    std::string_view name;  ///< of the fact, or the key of an entry
    std::vector<Issue>& issues;
    const Reading* around = nullptr;
    std::size_t place = 0;  ///< of an item, from 1

    [[nodiscard]] Reading entry(std::string_view key) const { return {key, issues, this, 0}; }
    [[nodiscard]] Reading item(std::size_t index) const { return {{}, issues, this, index + 1}; }

    /// @return how an expression would call the value: `region.cities[2].gdp`
    [[nodiscard]] std::string path() const {
        if (around == nullptr) return std::string(name);
        const std::string outer = around->path();
        return place > 0 ? outer + "[" + std::to_string(place) + "]" : outer + "." + std::string(name);
    }

    [[nodiscard]] Value missing() const { return feel::make_null(feel::Cause::missing_fact, path()); }

    Value fail(IssueCode code, const std::string& where, std::string_view found, std::string_view expected) const {
        issues.push_back(make_issue(code, where, {found, expected}));
        return missing();
    }
};

json::Value range_json(const feel::Range& range) {
    json::Value object = json_object();
    if (range.form == feel::RangeForm::not_equal) {
        put(object, "not", value_json(range.from));
        return object;
    }
    put(object, "from", value_json(range.from));
    put(object, "from_included", json_boolean(range.from_included));
    put(object, "to", value_json(range.to));
    put(object, "to_included", json_boolean(range.to_included));
    return object;
}

Value read(const Reading& reading, const json::Value& json, const Type& type, const std::string& where);

Value read_number(const Reading& reading, const json::Value& json, const std::string& where) {
    if (json.kind != json::Kind::number && json.kind != json::Kind::text) {
        return reading.fail(IssueCode::wrong_type, where, json::name(json.kind), "number");
    }
    std::optional<Number> number = parse_number(json.text);
    return number ? feel::make_number(std::move(*number)) : reading.fail(IssueCode::bad_number, where, json::brief(json), {});
}

Value read_list(const Reading& reading, const json::Value& json, const Type& element, const std::string& where) {
    if (json.kind != json::Kind::list) return reading.fail(IssueCode::wrong_type, where, json::name(json.kind), "list");
    std::vector<Value> items;
    items.reserve(json.items.size());
    for (std::size_t i = 0; i < json.items.size(); ++i) {
        items.push_back(read(reading.item(i), json.items[i], element, json::child(where, i)));
    }
    return feel::make_list(std::move(items));
}

Value read_context(const Reading& reading, const json::Value& json, const Type& type, const std::string& where) {
    if (json.kind != json::Kind::object) return reading.fail(IssueCode::wrong_type, where, json::name(json.kind), "object");
    std::vector<feel::Context::Entry> entries;
    for (const json::Member& member : json.members) {
        const feel::Field* field = find_field(type, member.first);
        entries.emplace_back(member.first, read(reading.entry(member.first), member.second, field == nullptr ? Type{} : field->type,
                                                json::child(where, member.first)));
    }
    return feel::make_context(std::move(entries));
}

/// Dates, durations and ranges are written as FEEL writes them.
Value read_literal(const Reading& reading, const json::Value& json, const Type& type, const std::string& where) {
    const std::string wanted = feel_type_text(type);
    if (json.kind != json::Kind::text) return reading.fail(IssueCode::wrong_type, where, json::name(json.kind), wanted);
    const std::string source = type.of == Type::Of::range ? json.text : "@" + json::quote(json.text);
    const feel::Compiled compiled = feel::compile_expression(source, {});
    Value value = compiled.expression ? evaluate(*compiled.expression, {}) : Value{};
    if (is_instance(value, type)) return value;
    return reading.fail(type.of == Type::Of::date ? IssueCode::bad_date : IssueCode::bad_value, where, json.text, wanted);
}

/// The type of an object that is a value with its type, and no context.
std::optional<Type> stated_type(const json::Value& json) {
    const json::Value* type = json.find("type");
    const bool stated = json.members.size() == 2 && json.find("value") != nullptr && type != nullptr && type->kind == json::Kind::text;
    return stated ? feel::parse_type(type->text) : std::nullopt;
}

Value read_plain(const Reading& reading, const json::Value& json, const std::string& where) {
    switch (json.kind) {
        case json::Kind::boolean:
            return feel::make_boolean(json.truth);
        case json::Kind::number:
            return read_number(reading, json, where);
        case json::Kind::text:
            return feel::make_text(json.text);
        case json::Kind::list:
            return read_list(reading, json, {}, where);
        case json::Kind::object:
            if (const std::optional<Type> type = stated_type(json))
                return read(reading, *json.find("value"), *type, json::child(where, "value"));
            return read_context(reading, json, {}, where);
        case json::Kind::null:
            break;
    }
    return reading.missing();
}

Value read(const Reading& reading, const json::Value& json, const Type& type, const std::string& where) {
    if (json.kind == json::Kind::null) return reading.missing();
    switch (type.of) {
        case Type::Of::number:
            return read_number(reading, json, where);
        case Type::Of::text:
        case Type::Of::boolean: {
            const json::Kind wanted = type.of == Type::Of::text ? json::Kind::text : json::Kind::boolean;
            return json.kind == wanted ? read_plain(reading, json, where)
                                       : reading.fail(IssueCode::wrong_type, where, json::name(json.kind), json::name(wanted));
        }
        case Type::Of::date:
        case Type::Of::months:
        case Type::Of::seconds:
        case Type::Of::range:
            return read_literal(reading, json, type, where);
        case Type::Of::list:
            return read_list(reading, json, element_of(type), where);
        case Type::Of::context:
            return read_context(reading, json, type, where);
        case Type::Of::null:
        case Type::Of::any:
            break;
    }
    return read_plain(reading, json, where);
}

/// Whether an object is a value with its type or unit, and no context.
bool is_typed(const json::Value& json) {
    if (json.kind != json::Kind::object || json.find("value") == nullptr || json.members.size() < 2) return false;
    for (const json::Member& member : json.members) {
        if (member.first != "value" && member.first != "type" && member.first != "unit") return false;
    }
    return true;
}

}  // namespace

json::Value json_list() { return {json::Kind::list, false, {}, {}, {}}; }
json::Value json_object() { return {json::Kind::object, false, {}, {}, {}}; }
json::Value json_text(std::string text) { return {json::Kind::text, false, std::move(text), {}, {}}; }
json::Value json_boolean(bool truth) { return {json::Kind::boolean, truth, {}, {}, {}}; }
void put(json::Value& object, std::string key, json::Value value) { object.members.emplace_back(std::move(key), std::move(value)); }

json::Value value_json(const Value& value) {
    switch (value.kind()) {
        case feel::Kind::null:
            return {};
        case feel::Kind::boolean:
            return json_boolean(value.boolean());
        case feel::Kind::number:
            return json_text(value.number().text());
        case feel::Kind::list: {
            json::Value list = json_list();
            for (const Value& item : value.items()) list.items.push_back(value_json(item));
            return list;
        }
        case feel::Kind::context: {
            json::Value object = json_object();
            for (const auto& [key, entry] : value.context().entries) put(object, key, value_json(entry));
            return object;
        }
        case feel::Kind::range:
            return range_json(value.range());
        default:
            return json_text(plain_text(value));
    }
}

TypedValue read_fact(const json::Value& json, const std::string& name, const std::string& where, std::vector<Issue>& issues) {
    const Reading reading{name, issues, nullptr, 0};
    if (!is_typed(json)) {
        Value value = read_plain(reading, json, where);
        Type type = value.is_null() ? Type{} : type_of_value(value);
        return {std::move(value), std::move(type)};
    }
    Type type;
    if (const json::Value* wanted = json.find("type")) {
        const std::optional<Type> read_type = wanted->kind == json::Kind::text ? feel::parse_type(wanted->text) : std::nullopt;
        if (!read_type)
            reading.fail(IssueCode::bad_value, json::child(where, "type"), json::brief(*wanted), "number, date, list<string> …");
        type = read_type.value_or(Type{});
    }
    if (const json::Value* unit = json.find("unit")) {
        const bool known = unit->kind == json::Kind::text && known_unit({}, unit->text);
        if (!known) reading.fail(IssueCode::unknown_unit, json::child(where, "unit"), json::brief(*unit), {});
        if (known && (type.is_any() || type.of == Type::Of::number)) type = feel::number_in(unit->text);
    }
    return {read(reading, *json.find("value"), type, json::child(where, "value")), std::move(type)};
}

}  // namespace biaochi::detail
