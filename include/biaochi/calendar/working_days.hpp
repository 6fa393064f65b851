#pragma once
/// @file
/// Working days by a calendar of days off and make-up working days; outside its coverage nothing is guessed.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/calendar/start.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/core/text.hpp"

namespace biaochi {

/// A paper that arranges the days of a year.
struct CalendarPaper {
    std::string id;
    int year = 0;              ///< the year that it arranges; single days may lie in the December before
    Text title;                ///< as printed
    std::string number;        ///< its document number as printed; empty where it is not known for certain
    std::string amends;        ///< id of the paper that it changes; empty for the first of a year
    std::optional<Date> date;  ///< of the paper, where known
    std::string url;
    Text note;
};

/// A day that is otherwise than its weekday says, with its holiday and its paper.
struct CalendarDay {
    Date date;
    std::string holiday;  ///< id of a holiday of the calendar
    std::string paper;    ///< id of a paper of the calendar
};

/// The name of a holiday, by id.
struct Holiday {
    std::string id;
    Text name;
};

/// Days off and make-up working days, complete for the days of the coverage.
///
/// Both lists are in order, without repetition and inside the coverage; no day is in both. parse_calendar() makes sure of it.
struct WorkingCalendar {
    std::string id;
    std::string version;
    Text title;
    Text note;
    Period coverage;  ///< has an end
    std::vector<Holiday> holidays;
    std::vector<CalendarPaper> papers;      ///< at least one for each year of the coverage
    std::vector<CalendarDay> days_off;      ///< weekends may be among them
    std::vector<CalendarDay> make_up_days;  ///< Saturdays and Sundays that are worked
};

/// An answer, or the first day it needs that the calendar does not cover. Exactly one of the two is set.
template <class T>
struct Covered {
    std::optional<T> value;
    std::optional<Date> outside;

    friend bool operator==(const Covered&, const Covered&) = default;
};

/// Says whether a day is worked: Monday to Friday and not off, or a make-up day.
/// @return none outside the coverage
[[nodiscard]] std::optional<bool> is_working_day(const WorkingCalendar& calendar, Date day);

/// Finds the last day of a period of working days.
///
/// The n-th working day, counted from @p from itself or from the day after it; days that are not worked are passed over. Zero days end on
/// @p from.
///
/// @param calendar  whose working days
/// @param from      the day of the event, such as the posting of a notice; worked or not
/// @param n         how many working days, 0 or more
/// @param start     whether @p from may be the first of them
/// @return the day, or the first of `from` and the days counted that is outside the coverage
/// @throws Error with code out_of_range when @p n is negative
/// @snippet working_days_test.cpp notice
[[nodiscard]] Covered<Date> add_working_days(const WorkingCalendar& calendar, Date from, std::int64_t n, Start start);

/// Counts the working days from @p from up to, and without, @p until; below zero where @p until is the earlier.
/// @return the count, or the first day to be counted that is outside the coverage
[[nodiscard]] Covered<std::int64_t> working_days_between(const WorkingCalendar& calendar, Date from, Date until);

/// Makes the issue day_not_in_calendar for a day that a calendar does not cover.
/// @param calendar  which calendar was asked
/// @param day       the day outside its coverage
/// @param where     JSON Pointer of what asked; may be empty
[[nodiscard]] Issue not_covered(const WorkingCalendar& calendar, Date day, std::string where = {});

/// @return the last day of a calendar's coverage
[[nodiscard]] Date last_covered(const WorkingCalendar& calendar);

}  // namespace biaochi
