/// @file
/// Values as people see them.

#include "explain/shown.hpp"

namespace biaochi::detail {

std::string shown(const Interval& value, Rounding rule) {
    const std::string low = fixed_text(value.low, rule);
    return value.decided() ? low : low + "–" + fixed_text(value.high, rule);
}

}  // namespace biaochi::detail
