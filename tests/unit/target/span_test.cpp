/// @file
/// Time in years: whole between the same days, a part of the year that the rest lies in.

#include "target/span.hpp"

#include <gtest/gtest.h>

#include <string>

namespace biaochi::detail {
namespace {

struct Case {
    std::string from;
    std::string to;
    Number years;
};

TEST(YearsBetween, AreExact) {
    const Case cases[] = {
        {"2020-12-31", "2025-12-31", Number(5)},
        {"2020-12-31", "2020-12-31", Number(0)},
        {"2021-12-31", "2022-12-30", Number(364, 365)},  // 365 days from one year's end to the next, one of them short
        {"2023-12-31", "2024-12-30", Number(365, 366)},  // 2024 has 366
        {"2022-12-31", "2024-01-01", Number(1) + Number(1, 366)},
        {"2022-06-30", "2022-12-31", Number(184, 365)},
        {"2020-02-29", "2021-02-28", Number(1)},  // no 29 February in 2021: the last day of the month stands for it
        {"2020-02-29", "2024-02-29", Number(4)},
    };
    for (const Case& each : cases) {
        EXPECT_EQ(years_between(parse_date(each.from).value(), parse_date(each.to).value()), each.years) << each.from << " " << each.to;
    }
}

TEST(LastWholeYear, IsTheOneThatHasEnded) {
    EXPECT_EQ(last_whole_year(parse_date("2023-12-31").value()), 2023);
    EXPECT_EQ(last_whole_year(parse_date("2023-12-30").value()), 2022);
    EXPECT_EQ(date_text(end_of_year(2022)), "2022-12-31");
}

}  // namespace
}  // namespace biaochi::detail
