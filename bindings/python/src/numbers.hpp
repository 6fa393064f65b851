#pragma once
/// @file
/// Exact numbers to and from Python.

#include <optional>
#include <string>

#include "biaochi/core/interval.hpp"
#include "biaochi/core/number.hpp"
#include "biaochi/core/rounding.hpp"
#include "bindings.hpp"

namespace biaochi::python {

/// @return a fractions.Fraction of the same value
[[nodiscard]] py::object to_fraction(const Number& value);

/// @return whether it is a decimal.Decimal or a fractions.Fraction
[[nodiscard]] bool is_exact(py::handle value);

/// @return str(value), or none where Python refuses to print so long a number
[[nodiscard]] std::optional<std::string> printed(py::handle value);

/// An interval that knows how it is shown.
struct Range {
    Interval ends;
    Rounding rounding;

    /// @return the rounded value, or both ends rounded
    [[nodiscard]] std::string shown() const;
};

}  // namespace biaochi::python
