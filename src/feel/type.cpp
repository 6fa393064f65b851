/// @file
/// Static types: joined, compared, named.

#include "biaochi/feel/type.hpp"

#include <algorithm>
#include <array>

namespace biaochi::feel {

namespace {

constexpr unsigned deepest_text = 3;

std::shared_ptr<const Type> shared(Type type) { return std::make_shared<const Type>(std::move(type)); }

void join_fields(std::vector<Field>& fields, const std::vector<Field>& others) {
    for (const Field& other : others) {
        const auto mine = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == other.name; });
        if (mine == fields.end()) {
            fields.push_back({other.name, other.type, true});
        } else {
            mine->type = join(mine->type, other.type);
            mine->optional = mine->optional || other.optional;
        }
    }
    for (Field& field : fields) {
        const bool both = std::any_of(others.begin(), others.end(), [&](const Field& other) { return other.name == field.name; });
        if (!both) field.optional = true;
    }
}

Type type_of_items(const std::vector<Value>& items) {
    constexpr std::size_t most = 64;  // beyond, nothing is lost but knowledge
    if (items.empty() || items.size() > most) return {};
    Type joined = type_of_value(items[0]);
    for (const Value& item : items) joined = join(joined, type_of_value(item));
    return joined;
}

std::string text_of(const Type& type, unsigned deep) {
    constexpr std::array<std::string_view, 11> words{
        "null", "boolean", "number", "text",     "date", "years and months duration", "days and time duration",
        "list", "context", "range",  "any value"};
    std::string text(words[static_cast<std::size_t>(type.of)]);
    if (type.of == Type::Of::number && type.unit && !type.unit->empty()) text += " (" + *type.unit + ")";
    if ((type.of == Type::Of::list || type.of == Type::Of::range) && type.element && !type.element->is_any() && deep > 0) {
        text += " of " + text_of(*type.element, deep - 1);
    }
    return text;
}

}  // namespace

Type type_of(Type::Of of) {
    Type type;
    type.of = of;
    return type;
}

Type number_in(std::string unit) {
    Type type = type_of(Type::Of::number);
    type.unit = std::move(unit);
    return type;
}

Type list_of(Type element) {
    Type type = type_of(Type::Of::list);
    type.element = shared(std::move(element));
    return type;
}

Type range_of(Type element) {
    Type type = type_of(Type::Of::range);
    type.element = shared(std::move(element));
    return type;
}

Type context_of(std::vector<Field> fields) {
    Type type = type_of(Type::Of::context);
    type.fields = std::make_shared<const std::vector<Field>>(std::move(fields));
    return type;
}

Type element_of(const Type& type) {
    const bool has_elements = type.of == Type::Of::list || type.of == Type::Of::range;
    return has_elements && type.element ? *type.element : Type{};
}

const Field* find_field(const Type& type, std::string_view name) noexcept {
    if (type.of != Type::Of::context || !type.fields) return nullptr;
    for (const Field& field : *type.fields) {
        if (field.name == name) return &field;
    }
    return nullptr;
}

Type type_of_value(const Value& value) {
    switch (value.kind()) {
        case Kind::list:
            return list_of(type_of_items(value.items()));
        case Kind::range: {
            const Type from = type_of_value(value.range().from);
            return range_of(from.of == Type::Of::null ? type_of_value(value.range().to) : from);
        }
        case Kind::context: {
            std::vector<Field> fields;
            for (const auto& [key, entry] : value.context().entries) fields.push_back({key, type_of_value(entry)});
            return context_of(std::move(fields));
        }
        default:
            return type_of(static_cast<Type::Of>(value.kind()));
    }
}

Type join(const Type& a, const Type& b) {
    if (a.of == Type::Of::null) return b;
    if (b.of == Type::Of::null) return a;
    if (a.of != b.of) return {};
    Type joined = a;
    if (a.of == Type::Of::number && a.unit != b.unit) {
        joined.unit = a.unit && b.unit ? std::nullopt : a.unit ? a.unit : b.unit;
    } else if (a.of == Type::Of::list || a.of == Type::Of::range) {
        joined.element = a.element && b.element ? shared(join(*a.element, *b.element)) : nullptr;
    } else if (a.of == Type::Of::context) {
        if (!a.fields || !b.fields) {
            joined.fields = nullptr;
        } else {
            std::vector<Field> fields = *a.fields;
            join_fields(fields, *b.fields);
            joined.fields = std::make_shared<const std::vector<Field>>(std::move(fields));
        }
    }
    return joined;
}

bool may_be(const Type& found, const Type& expected) {
    if (found.is_any() || expected.is_any() || found.of == Type::Of::null || expected.of == Type::Of::null) return true;
    if (found.of != expected.of) return false;
    if (found.of == Type::Of::list || found.of == Type::Of::range) return may_be(element_of(found), element_of(expected));
    if (found.of != Type::Of::context || !found.fields || !expected.fields) return true;
    return std::all_of(expected.fields->begin(), expected.fields->end(), [&](const Field& field) {
        const Field* other = find_field(found, field.name);
        return other == nullptr ? field.optional : may_be(other->type, field.type);
    });
}

bool is_instance(const Value& value, const Type& type) {
    if (type.is_any()) return !value.is_null();
    if (static_cast<Type::Of>(value.kind()) != type.of) return false;
    if (type.of == Type::Of::list && type.element) {
        const std::vector<Value>& items = value.items();
        return std::all_of(items.begin(), items.end(),
                           [&](const Value& item) { return item.is_null() || is_instance(item, *type.element); });
    }
    if (type.of == Type::Of::range && type.element) {
        const Range& range = value.range();
        return (range.from.is_null() || is_instance(range.from, *type.element)) &&
               (range.to.is_null() || is_instance(range.to, *type.element));
    }
    if (type.of == Type::Of::context && type.fields) {
        return std::all_of(type.fields->begin(), type.fields->end(), [&](const Field& field) {
            const Value* entry = value.context().find(field.name);
            if (entry == nullptr) return field.optional;
            return entry->is_null() || is_instance(*entry, field.type);
        });
    }
    return true;
}

std::string type_text(const Type& type) { return text_of(type, deepest_text); }

std::string feel_type_text(const Type& type) {
    constexpr std::array<std::string_view, 11> words{
        "Null", "boolean", "number", "string", "date", "years and months duration", "days and time duration",
        "list", "context", "range",  "Any"};
    std::string text(words[static_cast<std::size_t>(type.of)]);
    if (type.of == Type::Of::list || type.of == Type::Of::range) return text + "<" + feel_type_text(element_of(type)) + ">";
    if (type.of != Type::Of::context || !type.fields) return text;
    std::string fields;
    for (const Field& field : *type.fields) fields += (fields.empty() ? "" : ", ") + field.name + ": " + feel_type_text(field.type);
    return text + "<" + fields + ">";
}

}  // namespace biaochi::feel
