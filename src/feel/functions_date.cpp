/// @file
/// Functions of dates (DMN 1.5, table 79).

#include <array>

#include "feel/functions.hpp"

namespace biaochi::feel::detail::functions {

Value year_day(Machine&, const Arguments& arguments) { return make_number(Number(std::int64_t{day_of_year(arguments[0].date())})); }

Value week_day(Machine&, const Arguments& arguments) {
    constexpr std::array<const char*, 7> names{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return make_text(names[static_cast<std::size_t>(weekday(arguments[0].date()) - 1)]);
}

Value month_name(Machine&, const Arguments& arguments) {
    constexpr std::array<const char*, 12> names{"January", "February", "March",     "April",   "May",      "June",
                                                "July",    "August",   "September", "October", "November", "December"};
    return make_text(names[static_cast<std::size_t>(civil(arguments[0].date()).month - 1)]);
}

Value year_week(Machine&, const Arguments& arguments) { return make_number(Number(std::int64_t{week_of_year(arguments[0].date())})); }

}  // namespace biaochi::feel::detail::functions
