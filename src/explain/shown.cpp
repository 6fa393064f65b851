/// @file
/// Values as people see them.

#include "explain/shown.hpp"

namespace biaochi::detail {

std::string shown(const Interval& value, Rounding rule) {
    const std::string low = fixed_text(value.low, rule);
    return value.decided() ? low : low + "–" + fixed_text(value.high, rule);
}

std::string shown_closely(const Interval& value, Rounding rule) {
    constexpr std::size_t few_places = 6;
    const auto close = [&](const Number& number) {
        std::string exact = number.text();
        const std::size_t point = exact.find('.');
        const bool few = point == std::string::npos || exact.size() - point - 1 <= few_places;
        return few && exact.find('/') == std::string::npos ? exact : "≈" + fixed_text(number, rule);
    };
    return value.decided() ? close(value.low) : close(value.low) + "–" + close(value.high);
}

}  // namespace biaochi::detail
