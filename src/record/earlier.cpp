/// @file
/// The year that a period begins with, put back.

#include "record/earlier.hpp"

namespace biaochi {

std::optional<std::string> earlier(std::string_view period, int years) {
    constexpr std::size_t digits = 4;
    int year = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (i >= period.size() || period[i] < '0' || period[i] > '9') return std::nullopt;
        year = year * 10 + (period[i] - '0');
    }
    const bool goes_on = period.size() > digits && period[digits] >= '0' && period[digits] <= '9';
    if (goes_on || year - years < 1) return std::nullopt;
    std::string text = std::to_string(year - years);
    text.insert(0, digits - text.size(), '0');
    return text.append(period.substr(digits));
}

}  // namespace biaochi
