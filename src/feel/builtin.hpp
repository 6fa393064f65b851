#pragma once
/// @file
/// The functions of the profile: their names, parameters, results.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "biaochi/feel/type.hpp"
#include "biaochi/feel/value.hpp"

namespace biaochi::feel::detail {

class Machine;

inline constexpr std::size_t most_parameters = 3;

/// What a function is given: one value a parameter, of the parameter's type; an absent one is null.
struct Arguments {
    std::array<Value, most_parameters> values;
    std::uint8_t count = 0;  ///< up to the last one that is given
    std::uint8_t given = 0;  ///< one bit a parameter

    /// @return the argument
    [[nodiscard]] const Value& operator[](std::size_t i) const noexcept { return values[i]; }
    /// @return whether it was given, be it null
    [[nodiscard]] bool has(std::size_t i) const noexcept { return (given >> i & 1U) != 0; }
};

/// A parameter.
struct Parameter {
    std::string_view name;
    Type::Of of = Type::Of::any;
    bool nullable = false;  ///< takes null; a parameter of any type always does
};

/// Whether the arguments by position may be the items of the last parameter's list.
enum class Variadic : std::uint8_t { no, items, rest };

/// What type a call has.
enum class ResultRule : std::uint8_t { fixed, as_first, element_of_first, list_of_element };

/// A form of a function; a function may have several.
struct Builtin {
    std::string_view name;
    std::array<Parameter, most_parameters> parameters;
    std::uint8_t count = 0;
    std::uint8_t required = 0;
    Variadic variadic = Variadic::no;
    ResultRule rule = ResultRule::fixed;
    Type::Of result = Type::Of::any;
    Value (*run)(Machine&, const Arguments&) = nullptr;
    bool nulls_for_absent = false;   ///< called by name, what is not given is null
    Type::Of items = Type::Of::any;  ///< of ours: what the list holds; `any` for those of the standard

    /// @return whether it is ours, known in the expressions of rulebooks only
    [[nodiscard]] bool is_ours() const noexcept { return items != Type::Of::any; }
};

/// @return all forms; those of one function stand together
[[nodiscard]] std::span<const Builtin> builtins() noexcept;
/// @return the forms of a function
[[nodiscard]] std::span<const Builtin> forms_of(std::string_view name) noexcept;
/// @return whether FEEL has a function of that name, in the profile or not
[[nodiscard]] bool is_function(std::string_view name) noexcept;
/// @return the names of our own functions, in no order
[[nodiscard]] std::vector<std::string_view> names_of_ours();
/// @return whether FEEL has it and the profile leaves it out
[[nodiscard]] bool is_left_out(std::string_view name) noexcept;

}  // namespace biaochi::feel::detail
