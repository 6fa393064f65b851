/// @file
/// The class Calendar, and months counted by the calendar of the year.

#include <pybind11/stl.h>

#include <chrono>
#include <memory>
#include <string>

#include "biaochi/calendar/months.hpp"
#include "biaochi/calendar/words.hpp"
#include "biaochi/calendar/working_days.hpp"
#include "biaochi/rulebook/calendar_file.hpp"
#include "errors.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

py::object to_python(Date date) {
    return py::module_::import("datetime")
        .attr("date")(static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

[[noreturn]] void raise_bad_date(const std::string& text) {
    raise_issues(Fault::calendar, {biaochi::make_issue(IssueCode::bad_date, "", {text})});
}

/// @param value  a text or a datetime.date
Date to_date(py::handle value) {
    const std::string text = utf8(py::str(value));
    const std::optional<Date> date = parse_date(text);
    if (!date) raise_bad_date(text);
    return *date;
}

Start start_of(const std::string& word) {
    if (const auto found = biaochi::start(word)) return *found;
    throw py::value_error("start is \"next_day\" or \"same_day\", not \"" + word + "\"");
}

MonthRounding rounding_of(const std::string& word) {
    if (const auto found = biaochi::month_rounding(word)) return *found;
    throw py::value_error("rounding is \"last_day\", \"next_month_first_day\" or \"refuse\", not \"" + word + "\"");
}

std::shared_ptr<WorkingCalendar> parse(py::handle text) {
    ParsedCalendar parsed = biaochi::parse_calendar(utf8(text));
    if (!parsed.calendar) raise_issues(Fault::calendar, parsed.issues);
    return std::make_shared<WorkingCalendar>(std::move(*parsed.calendar));
}

bool is_working(const WorkingCalendar& calendar, py::handle value) {
    const Date day = to_date(value);
    const std::optional<bool> worked = biaochi::is_working_day(calendar, day);
    if (!worked) raise_issues(Fault::calendar, {not_covered(calendar, day)});
    return *worked;
}

template <class T>
T covered(const WorkingCalendar& calendar, const Covered<T>& answer) {
    if (!answer.value) raise_issues(Fault::calendar, {not_covered(calendar, answer.outside.value())});
    return *answer.value;
}

py::object add(const WorkingCalendar& calendar, py::handle from, std::int64_t n, const std::string& start) {
    return to_python(covered(calendar, biaochi::add_working_days(calendar, to_date(from), n, start_of(start))));
}

std::int64_t between(const WorkingCalendar& calendar, py::handle from, py::handle until) {
    return covered(calendar, biaochi::working_days_between(calendar, to_date(from), to_date(until)));
}

py::tuple coverage_of(const WorkingCalendar& calendar) {
    return py::make_tuple(to_python(calendar.coverage.from), to_python(last_covered(calendar)));
}

py::object end_of_months(py::handle from, int months, const std::string& start, const std::string& rounding) {
    if (months < 0) throw py::value_error("months is 0 or more");
    const Date date = to_date(from);
    const std::optional<Date> end = biaochi::end_of_months(date, months, start_of(start), rounding_of(rounding));
    if (!end) raise_issues(Fault::calendar, {no_such_day(date, months, TermUnit::months)});
    return to_python(*end);
}

py::object add_months(py::handle from, int months, const std::string& rounding) {
    const Date date = to_date(from);
    const std::optional<Date> found = biaochi::add_months(date, months, rounding_of(rounding));
    if (!found) raise_issues(Fault::calendar, {no_such_day(date, months, TermUnit::months)});
    return to_python(*found);
}

using Yearly = std::optional<Date> (*)(YearlyDay, Date, MonthRounding);

template <Yearly find>
py::object yearly(const std::string& day, py::handle from, const std::string& rounding) {
    const std::optional<YearlyDay> wanted = parse_yearly_day(day);
    if (!wanted) raise_bad_date(day);
    const Date date = to_date(from);
    const std::optional<Date> found = find(*wanted, date, rounding_of(rounding));
    if (!found) raise_issues(Fault::calendar, {no_such_day(date, *wanted)});
    return to_python(*found);
}

}  // namespace

void register_calendar(py::module_& module) {
    py::class_<WorkingCalendar, std::shared_ptr<WorkingCalendar>>(module, "Calendar", "Which days are worked, by published arrangements.")
        .def_readonly("id", &WorkingCalendar::id, "Its id.")
        .def_readonly("version", &WorkingCalendar::version, "Its version.")
        .def_readonly("title", &WorkingCalendar::title, "Its title.")
        .def_property_readonly("coverage", &coverage_of, "The first and the last day that it covers, as dates.")
        .def("is_working_day", &is_working, py::arg("date"),
             "Whether a day is worked. Raises CalendarError for a day that the calendar does not cover.")
        .def("add_working_days", &add, py::arg("date"), py::arg("n"), py::arg("start") = "next_day",
             "The last of n working days, counted from the day after, or from the day itself (start=\"same_day\"). Raises CalendarError "
             "where "
             "a day that is needed is not covered.")
        .def("working_days_between", &between, py::arg("date"), py::arg("until"),
             "How many days from date up to, and without, until are worked. Raises CalendarError as above.")
        .def("__repr__", [](const WorkingCalendar& calendar) { return "<Calendar " + calendar.id + " " + calendar.version + ">"; });
    module.def("parse_calendar", &parse, py::arg("text"), "Reads a calendar. Raises CalendarError with every issue.");
    module.def("add_months", &add_months, py::arg("date"), py::arg("months"), py::arg("rounding") = "last_day",
               "The same day of the month a number of months later, or earlier. Raises CalendarError where there is no such day and "
               "rounding is \"refuse\".");
    module.def("next_yearly", &yearly<&biaochi::next_yearly>, py::arg("day"), py::arg("date"), py::arg("rounding") = "last_day",
               "The first day on or after a date that comes every year, \"03-31\". rounding says what stands for 29 February.");
    module.def("last_yearly", &yearly<&biaochi::last_yearly>, py::arg("day"), py::arg("date"), py::arg("rounding") = "last_day",
               "The last day on or before a date that comes every year, \"03-31\". rounding says what stands for 29 February.");
    module.def("end_of_months", &end_of_months, py::arg("date"), py::arg("months"), py::arg("start") = "next_day",
               py::arg("rounding") = "last_day",
               "The last day of a period of months. Raises CalendarError where there is no such day and rounding is \"refuse\".");
}

}  // namespace biaochi::python
