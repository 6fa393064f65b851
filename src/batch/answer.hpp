#pragma once
/// @file
/// The answer of one row, and where it is written.

#include <cstdint>
#include <limits>

#include "biaochi/batch/batch.hpp"
#include "biaochi/core/rounding.hpp"

namespace biaochi::detail {

/// Points as they are shown: whole units of 10^-places, and the nearest double.
struct ShownEnd {
    std::int64_t units = no_units;
    double value = std::numeric_limits<double>::quiet_NaN();
};

/// @return points rounded by @p rule; units stay no_units where they do not fit 64 bits
[[nodiscard]] ShownEnd shown_end(const Number& points, Rounding rule);

/// The classes that a score may fall in.
struct ClassRange {
    std::int16_t low = no_class;
    std::int16_t high = no_class;
    bool decided = true;  ///< one, or none
};

/// @return the classes of an exact score
[[nodiscard]] ClassRange class_range(const Ruleset& rules, const Interval& score);

inline void write_end(double* values, std::int64_t* units, std::size_t row, const ShownEnd& end) noexcept {
    if (values != nullptr) values[row] = end.value;
    if (units != nullptr) units[row] = end.units;
}

inline void write_points(const PointColumns& out, std::size_t row, const ShownEnd& low, const ShownEnd& high) noexcept {
    write_end(out.low, out.low_units, row, low);
    write_end(out.high, out.high_units, row, high);
}

inline void write_classes(const RowColumns& out, std::size_t row, const ClassRange& classes) noexcept {
    if (out.class_low != nullptr) out.class_low[row] = classes.low;
    if (out.class_high != nullptr) out.class_high[row] = classes.high;
    if (out.class_of != nullptr) out.class_of[row] = classes.decided ? classes.low : no_class;
}

/// Marks in the issue columns that nothing is wrong.
inline constexpr std::uint8_t no_issue = std::numeric_limits<std::uint8_t>::max();
inline constexpr std::uint32_t no_issue_slot = std::numeric_limits<std::uint32_t>::max();

inline void write_status(const RowColumns& out, std::size_t row, RowStatus status, std::uint8_t issue = no_issue,
                         std::uint32_t slot = no_issue_slot) noexcept {
    if (out.status != nullptr) out.status[row] = status;
    if (out.issue != nullptr) out.issue[row] = issue;
    if (out.issue_slot != nullptr) out.issue_slot[row] = slot;
}

}  // namespace biaochi::detail
