#pragma once
/// @file
/// What the checker knows about a value before there is one.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/feel/value.hpp"

namespace biaochi::feel {

struct Field;

/// A static type. `any` is used where nothing is known; it is checked when the value is there.
struct Type {
    /// What the value is.
    enum class Of : std::uint8_t { null, boolean, number, text, date, months, seconds, list, context, range, any };

    Of of = Of::any;
    /// Of a number: none where nothing is stated (literals, counts), "" for the ratio of two figures of the same unit.
    std::optional<std::string> unit;
    std::shared_ptr<const Type> element;               ///< of a list or range; none: any
    std::shared_ptr<const std::vector<Field>> fields;  ///< of a context; none: not known

    /// @return whether nothing is known
    [[nodiscard]] bool is_any() const noexcept { return of == Of::any; }
};

/// A field of a context.
struct Field {
    std::string name;
    Type type;
    bool optional = false;  ///< the context may lack it
};

/// @return a type without parts
[[nodiscard]] Type type_of(Type::Of of);
/// @return a number in a unit
[[nodiscard]] Type number_in(std::string unit);
/// @return a list
[[nodiscard]] Type list_of(Type element);
/// @return a range
[[nodiscard]] Type range_of(Type element);
/// @return a context
[[nodiscard]] Type context_of(std::vector<Field> fields);
/// @return the type of the elements of a list or range; any for all else
[[nodiscard]] Type element_of(const Type& type);
/// @return the field, or none
[[nodiscard]] const Field* find_field(const Type& type, std::string_view name) noexcept;

/// The type of a value.
/// @param value  any value
[[nodiscard]] Type type_of_value(const Value& value);

/// The least type that holds both: any where they differ, fields of contexts joined.
[[nodiscard]] Type join(const Type& a, const Type& b);

/// Whether a value of one type may stand where the other is expected; any and null may stand everywhere. Units are not compared.
[[nodiscard]] bool may_be(const Type& found, const Type& expected);

/// Whether a value is of a type: FEEL's `instance of`. Null is of the type null only.
[[nodiscard]] bool is_instance(const Value& value, const Type& type);

/// The words for a type: `number (亿元)`, `list of text`, `days and time duration`.
[[nodiscard]] std::string type_text(const Type& type);

/// Prints a type as FEEL writes it: `number`, `list<string>`, `context<a: date>`, `Any`, `Null`; units are left out.
[[nodiscard]] std::string feel_type_text(const Type& type);

}  // namespace biaochi::feel
