#pragma once
/// @file
/// The names that an expression may use, and how units convert.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/feel/type.hpp"

namespace biaochi::feel {

/// A name that stands for an input.
struct Input {
    std::string name;
    Type type;
    std::uint32_t slot = 0;  ///< where its value stands among the inputs of evaluate()
};

/// Gives the factor from one unit to another (亿元 to 万元: 10000), or none where they do not convert.
using Conversion = std::function<std::optional<Number>(std::string_view from, std::string_view to)>;

/// All names in reach, and the conversion of units; without one, only equal units go together.
struct Scope {
    std::vector<Input> inputs;
    Conversion conversion;
    bool history_functions = false;  ///< our functions for figures by year and for cohorts are known

    /// @return the input, or none
    [[nodiscard]] const Input* find(std::string_view name) const noexcept;
};

/// @return whether a text can be a name in an expression: letters of any script, digits, `_`; not a digit first; no keyword
[[nodiscard]] bool is_name(std::string_view text) noexcept;

}  // namespace biaochi::feel
