#pragma once
/// @file
/// A value known exactly, or known to lie between two exact ends.

#include "biaochi/core/number.hpp"

namespace biaochi {

/// All values from low to high, both included; decided when they are equal.
struct Interval {
    Number low;
    Number high;

    /// @return whether the value is known exactly
    [[nodiscard]] bool decided() const noexcept { return low == high; }

    friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace biaochi
