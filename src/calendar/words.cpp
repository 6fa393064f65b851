/// @file
/// Starts, roundings and the days that come every year as they are written, and what is said where a term has no last day.

#include "biaochi/calendar/words.hpp"

#include <utility>

namespace biaochi {

namespace {

constexpr std::chrono::year leap_year{2024};  // every such day exists in it

}  // namespace

std::optional<MonthRounding> month_rounding(std::string_view name) noexcept {
    for (const MonthRounding each : {MonthRounding::last_day, MonthRounding::next_month_first_day, MonthRounding::refuse}) {
        if (biaochi::name(each) == name) return each;
    }
    return std::nullopt;
}

std::string_view name(MonthRounding rounding) noexcept {
    if (rounding == MonthRounding::last_day) return "last_day";
    return rounding == MonthRounding::refuse ? "refuse" : "next_month_first_day";
}

std::optional<Start> start(std::string_view name) noexcept {
    for (const Start each : {Start::next_day, Start::same_day}) {
        if (biaochi::name(each) == name) return each;
    }
    return std::nullopt;
}

std::string_view name(Start start) noexcept { return start == Start::next_day ? "next_day" : "same_day"; }

std::optional<YearlyDay> parse_yearly_day(std::string_view text) {
    const std::optional<Date> day = parse_date("2024-" + std::string(text));
    if (!day) return std::nullopt;
    return YearlyDay{day->month(), day->day()};
}

std::string yearly_day_text(YearlyDay day) { return date_text(leap_year / day.month() / day.day()).substr(5); }

Issue no_such_day(Date from, int count, TermUnit unit, std::string where) {
    const std::string length = std::to_string(count);
    const auto in = [&](TermUnit wanted) { return unit == wanted ? length : std::string(); };
    return make_issue(IssueCode::no_such_day, std::move(where),
                      {date_text(from), in(TermUnit::days), in(TermUnit::months), in(TermUnit::years)});
}

Issue no_such_day(Date from, YearlyDay day, std::string where) {
    return make_issue(IssueCode::no_such_day, std::move(where), {date_text(from), "", "", "", yearly_day_text(day)});
}

}  // namespace biaochi
