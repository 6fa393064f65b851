/// @file
/// From the text of a calendar to its working days.

#include "biaochi/rulebook/calendar_file.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include "rulebook/reader.hpp"

namespace biaochi {
namespace detail {
namespace {

constexpr std::string_view format_name = "biaochi-calendar/1";

void read_coverage(Context& context, const json::Value& value, const std::string& pointer, WorkingCalendar& calendar) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    Period& coverage = calendar.coverage;
    if (const auto* from = fields.need("from")) coverage.from = read_date(context, *from, fields.at("from")).value_or(Date{});
    if (const auto* until = fields.need("until")) coverage.until = read_date(context, *until, fields.at("until"));
    if (coverage.until && coverage.from.ok() && *coverage.until <= coverage.from) {
        context.report(IssueCode::period_reversed, pointer, {date_text(coverage.from), date_text(*coverage.until)});
        coverage.until.reset();
    }
    fields.done();
}

bool has_coverage(const WorkingCalendar& calendar) { return calendar.coverage.from.ok() && calendar.coverage.until; }

/// A number that is not known for certain is null, and a note says so.
void read_document_number(Context& context, Fields& fields, const std::string& pointer, CalendarPaper& paper) {
    const json::Value* number = fields.need("number");
    if (number == nullptr) return;
    if (number->kind != json::Kind::null) {
        paper.number = read_string(context, *number, fields.at("number"));
    } else if (paper.note == Text{}) {
        context.report(IssueCode::missing_key, pointer, {"note"});
    }
}

CalendarPaper read_paper(Context& context, const json::Value& value, const std::string& pointer) {
    CalendarPaper paper;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return paper;
    if (const auto* year = fields.need("year")) paper.year = read_int(context, *year, fields.at("year"), 0, 9999).value_or(0);
    if (const auto* title = fields.need("title")) paper.title = read_text(context, *title, fields.at("title"));
    paper.note = take_text(context, fields, "note");
    read_document_number(context, fields, pointer, paper);
    if (const auto* amends = fields.take("amends")) paper.amends = read_string(context, *amends, fields.at("amends"));
    if (const auto* date = fields.take("date")) paper.date = read_date(context, *date, fields.at("date"));
    if (const auto* url = fields.take("url")) paper.url = read_string(context, *url, fields.at("url"));
    fields.done();
    return paper;
}

std::vector<std::string> paper_ids(const WorkingCalendar& calendar) {
    std::vector<std::string> ids;
    for (const CalendarPaper& paper : calendar.papers) ids.push_back(paper.id);
    return ids;
}

std::vector<std::string> holiday_ids(const WorkingCalendar& calendar) {
    std::vector<std::string> ids;
    for (const Holiday& holiday : calendar.holidays) ids.push_back(holiday.id);
    return ids;
}

/// Reports an id that is not among those of the calendar.
void check_id(Context& context, const std::string& id, const std::vector<std::string>& ids, const std::string& pointer) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
        context.report(IssueCode::bad_value, pointer, {id, nearest_or_all(id, ids)});
    }
}

void read_papers(Context& context, const json::Value& value, const std::string& pointer, WorkingCalendar& calendar) {
    for (auto& [id, paper] : read_named<CalendarPaper>(
             context, value, pointer, [&](const json::Value&each, const std::string&where) { return read_paper(context, each, where); })) {
        calendar.papers.push_back(std::move(paper));
        calendar.papers.back().id = id;
    }
    const std::vector<std::string> ids = paper_ids(calendar);
    for (const CalendarPaper& paper : calendar.papers) {
        if (!paper.amends.empty()) check_id(context, paper.amends, ids, json::child(json::child(pointer, paper.id), "amends"));
    }
}

void read_holidays(Context& context, const json::Value& value, const std::string& pointer, WorkingCalendar& calendar) {
    for (auto& [id, name] : read_named<Text>(
             context, value, pointer, [&](const json::Value&each, const std::string&where) { return read_text(context, each, where); })) {
        calendar.holidays.push_back({id, std::move(name)});
    }
}

std::string read_known_id(Context& context, const json::Value& value, const std::vector<std::string>& ids, const std::string& pointer) {
    std::string id = read_string(context, value, pointer);
    if (value.kind == json::Kind::text) check_id(context, id, ids, pointer);
    return id;
}

/// Checks a day against the coverage and the one before it in the list.
void check_date(Context& context, const WorkingCalendar& calendar, const std::vector<CalendarDay>& before, Date date,
                const std::string& pointer) {
    if (has_coverage(calendar) && !calendar.coverage.contains(date)) {
        context.report(IssueCode::day_outside_coverage, pointer,
                       {date_text(date), date_text(calendar.coverage.from), date_text(last_covered(calendar))});
    }
    if (before.empty()) return;
    const Date last = before.back().date;
    if (last == date) context.report(IssueCode::repeated_day, pointer, {date_text(date)});
    if (date < last) context.report(IssueCode::day_out_of_order, pointer, {date_text(date), date_text(last)});
}

/// Reads one of the two lists; days whose date cannot be read are left out.
/// @param check  `void(Date, const std::string& pointer)`, what only this list must hold
template <class Check>
void read_days(Context& context, const json::Value& value, const std::string& pointer, const WorkingCalendar& calendar,
               std::vector<CalendarDay>& list, Check check) {
    if (!expect(context, value, json::Kind::list, pointer)) return;
    const std::vector<std::string> holidays = holiday_ids(calendar);
    const std::vector<std::string> papers = paper_ids(calendar);
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        Fields fields(context, value.items[i], json::child(pointer, i));
        if (!fields.ok()) continue;
        const json::Value* stated = fields.need("date");
        const std::optional<Date> date = stated != nullptr ? read_date(context, *stated, fields.at("date")) : std::nullopt;
        if (date) {
            check_date(context, calendar, list, *date, fields.at("date"));
            check(*date, fields.at("date"));
        }
        CalendarDay day{date.value_or(Date{}), {}, {}};
        if (const auto* holiday = fields.need("holiday")) day.holiday = read_known_id(context, *holiday, holidays, fields.at("holiday"));
        if (const auto* paper = fields.need("paper")) day.paper = read_known_id(context, *paper, papers, fields.at("paper"));
        fields.done();
        if (date) list.push_back(std::move(day));
    }
}

void check_make_up_day(Context& context, const std::set<Date>& days_off, Date date, const std::string& pointer) {
    if (days_off.count(date) > 0) context.report(IssueCode::day_off_and_working, pointer, {date_text(date)});
    if (std::chrono::weekday(date).iso_encoding() <= 5) context.report(IssueCode::make_up_on_weekday, pointer, {date_text(date)});
}

void check_years(Context& context, const WorkingCalendar& calendar) {
    if (!has_coverage(calendar)) return;
    const Date last = last_covered(calendar);
    for (int year = static_cast<int>(calendar.coverage.from.year()); year <= static_cast<int>(last.year()); ++year) {
        const auto arranges = [&](const CalendarPaper& paper) { return paper.year == year; };
        if (std::none_of(calendar.papers.begin(), calendar.papers.end(), arranges)) {
            context.report(IssueCode::year_without_paper, "/papers", {std::to_string(year)});
        }
    }
}

void read_calendar(Context& context, Fields& fields, WorkingCalendar& calendar) {
    if (const auto* format = fields.need("format")) {
        const std::string found = read_string(context, *format, fields.at("format"));
        if (format->kind == json::Kind::text && found != format_name) {
            context.report(IssueCode::unknown_format, fields.at("format"), {found, format_name});
        }
    }
    if (const auto* id = fields.need("id")) calendar.id = read_id(context, *id, fields.at("id"));
    if (const auto* version = fields.need("version")) calendar.version = read_string(context, *version, fields.at("version"));
    if (const auto* title = fields.need("title")) calendar.title = read_text(context, *title, fields.at("title"));
    calendar.note = take_text(context, fields, "note");
    if (const auto* coverage = fields.need("coverage")) read_coverage(context, *coverage, fields.at("coverage"), calendar);
    if (const auto* holidays = fields.need("holidays")) read_holidays(context, *holidays, fields.at("holidays"), calendar);
    if (const auto* papers = fields.need("papers")) {
        read_papers(context, *papers, fields.at("papers"), calendar);
        check_years(context, calendar);
    }
    if (const auto* days = fields.need("days_off")) {
        read_days(context, *days, fields.at("days_off"), calendar, calendar.days_off, [](Date, const std::string&) {});
    }
    std::set<Date> days_off;
    for (const CalendarDay& day : calendar.days_off) days_off.insert(day.date);
    if (const auto* days = fields.need("make_up_days")) {
        read_days(context, *days, fields.at("make_up_days"), calendar, calendar.make_up_days,
                  [&](Date date, const std::string& pointer) { check_make_up_day(context, days_off, date, pointer); });
    }
    fields.done();
}

}  // namespace
}  // namespace detail

ParsedCalendar parse_calendar(std::string_view json) {
    ParsedCalendar result;
    json::Parsed text = json::parse(json);
    result.issues = std::move(text.issues);
    if (!text.value) return result;
    Rulebook none;
    detail::Context context{none, result.issues};
    detail::Fields fields(context, *text.value, "");
    if (!fields.ok()) return result;
    WorkingCalendar calendar;
    detail::read_calendar(context, fields, calendar);
    if (!has_errors(result.issues)) result.calendar = std::move(calendar);
    return result;
}

}  // namespace biaochi
