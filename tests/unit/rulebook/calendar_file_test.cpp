/// @file
/// The shipped calendar against tables worked out by hand from the published notices, and what a text that is wrong gets.

#include "biaochi/rulebook/calendar_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace biaochi {
namespace {

std::string text_of(const std::string& path) {
    std::ifstream file(std::string(BIAOCHI_ROOT) + path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const WorkingCalendar& china() {
    static const ParsedCalendar parsed = parse_calendar(text_of("/rulebooks/calendars/cn.json"));
    return parsed.calendar.value();
}

Date day(const std::string& text) { return parse_date(text).value(); }

/// One letter a day: w worked, - not worked, ? unknown.
std::string days_from(const std::string& first, int count) {
    std::string letters;
    for (std::chrono::sys_days each(day(first)); count > 0; each += std::chrono::days(1), --count) {
        const std::optional<bool> worked = is_working_day(china(), Date(each));
        letters += worked ? (*worked ? 'w' : '-') : '?';
    }
    return letters;
}

std::string ends_on(const std::string& from, int n, Start start = Start::next_day) {
    const Covered<Date> end = add_working_days(china(), day(from), n, start);
    return end.value ? date_text(*end.value) : "outside " + date_text(end.outside.value());
}

TEST(ChinaCalendar, FollowsTheNoticesDayByDay) {
    struct Case {
        const char* name;
        const char* first;
        const char* letters;
    };
    const Case cases[] = {
        {"National Day 2023: off 29 September to 6 October, worked 7 and 8 October", "2023-09-25",
         "wwww--------ww"
         "wwwww--"},
        {"Spring Festival 2020: worked 19 January, off 24 January to 2 February", "2020-01-13",
         "wwwww-w"
         "wwww---"
         "-------"
         "wwwww--"},
        {"Spring Festival 2024: worked 4 and 18 February, off 10 to 17 February", "2024-01-29",
         "wwwww-w"
         "wwwww--"
         "------w"
         "wwwww--"},
        {"Victory Day 2015: off 3 to 5 September, worked 6 September", "2015-08-31",
         "www---w"
         "wwwww--"},
        {"Labour Day 2019 as changed: worked 28 April and 5 May, off 1 to 4 May", "2019-04-22",
         "wwwww-w"
         "ww----w"
         "wwwww--"},
        {"New Year 2007: worked 30 and 31 December 2006, off 1 to 3 January", "2006-12-25",
         "wwwwwww"
         "---ww--"},
        {"New Year 2006: worked Saturday 31 December 2005, off 1 to 3 January", "2005-12-26",
         "wwwwww-"
         "--www--"},
        {"New Year 2019: worked Saturday 29 December 2018, off 30 December to 1 January", "2018-12-24",
         "wwwwww-"
         "--www"
         "--"},
        {"New Year 2012: worked Saturday 31 December 2011, off 1 to 3 January", "2011-12-26",
         "wwwwww-"
         "--www--"},
        {"Spring Festival 2026: worked 14 and 28 February, off 15 to 23 February", "2026-02-09",
         "wwwwww-"
         "-------"
         "-wwwww-"},
    };
    for (const Case& each : cases)
        EXPECT_EQ(days_from(each.first, static_cast<int>(std::string(each.letters).size())), each.letters) << each.name;
}

TEST(ChinaCalendar, CountsANoticeOverNationalDay) {
    EXPECT_EQ(ends_on("2023-09-27", 5), "2023-10-10");
    EXPECT_EQ(ends_on("2023-09-27", 5, Start::same_day), "2023-10-09");
    EXPECT_EQ(ends_on("2020-01-22", 5), "2020-02-06");  // 23 January, then 3 to 6 February
    EXPECT_EQ(ends_on("2024-02-02", 5), "2024-02-08");  // 4 (Sunday) to 8 February
    EXPECT_EQ(ends_on("2024-02-08", 5), "2024-02-21");  // 9, then 18 (Sunday) to 21 February
}

TEST(ChinaCalendar, RefusesWhatNeeds2027ByName) {
    EXPECT_EQ(ends_on("2026-12-24", 5), "2026-12-31");
    EXPECT_EQ(ends_on("2026-12-25", 5), "outside 2027-01-01");
    EXPECT_EQ(ends_on("2026-12-31", 1), "outside 2027-01-01");
    EXPECT_EQ(ends_on("2003-12-31", 1), "outside 2003-12-31");
    const Issue issue = not_covered(china(), day("2027-01-01"));
    EXPECT_NE(issue.message.en.find("2027-01-01"), std::string::npos);
    EXPECT_NE(issue.message.zh.find("2026-12-31"), std::string::npos);
}

TEST(ChinaCalendar, NamesThePaperOfEveryYearAndDay) {
    const WorkingCalendar& calendar = china();
    EXPECT_EQ(calendar.coverage, (Period{day("2004-01-01"), day("2027-01-01")}));
    for (int year = 2004; year <= 2026; ++year) {
        EXPECT_TRUE(std::any_of(calendar.papers.begin(), calendar.papers.end(), [&](const CalendarPaper& paper) {
            return paper.year == year && paper.amends.empty();
        })) << year;
    }
    const auto paper_of = [&](const std::vector<CalendarDay>& list, const char* wanted) {
        const auto found = std::find_if(list.begin(), list.end(), [&](const CalendarDay& each) { return each.date == day(wanted); });
        return found == list.end() ? std::string() : found->paper;
    };
    EXPECT_EQ(paper_of(calendar.days_off, "2020-01-30"), "notice_2020");
    EXPECT_EQ(paper_of(calendar.days_off, "2020-02-01"), "spring_festival_2020");
    EXPECT_EQ(paper_of(calendar.make_up_days, "2019-05-05"), "labour_day_2019");
    EXPECT_EQ(paper_of(calendar.make_up_days, "2015-09-06"), "victory_day_2015");
    EXPECT_EQ(paper_of(calendar.days_off, "2018-12-31"), "notice_2019");
    EXPECT_EQ(paper_of(calendar.make_up_days, "2005-12-31"), "notice_2006");
}

TEST(ParseCalendar, KeepsANumberThatIsNotKnownEmptyWhereANoteSaysSo) {
    const ParsedCalendar parsed = parse_calendar(
        R"({"format": "biaochi-calendar/1", "id": "x", "version": "1", "title": {"en": "X"}, "coverage": {"from": "2023-01-01", "until": "2024-01-01"},
            "holidays": {}, "papers": {"p": {"year": 2023, "title": {"en": "P"}, "number": null, "note": {"en": "not seen"}}},
            "days_off": [], "make_up_days": []})");
    ASSERT_TRUE(parsed.calendar);
    EXPECT_EQ(parsed.calendar->papers[0].number, "");
    EXPECT_EQ(is_working_day(*parsed.calendar, day("2023-01-02")), true);
}

TEST(ParseCalendar, CollectsEveryIssue) {
    const ParsedCalendar parsed = parse_calendar(
        R"({"format": "biaochi-calendar/1", "id": "x", "version": "1", "title": {"en": "X"}, "coverage": {"from": "2023-01-01", "until": "2024-01-01"},
            "holidays": {"h": {"en": "H"}}, "papers": {"p": {"year": 2023, "title": {"en": "P"}, "number": "1", "amends": "q"}},
            "days_off": [{"date": "2023-02-30", "holiday": "h", "paper": "p"}, {"date": "2024-01-01", "holiday": "i", "paper": "p"}, 3],
            "make_up_days": [{"date": "2024-01-01", "holiday": "h"}], "more": 1})");
    EXPECT_FALSE(parsed.calendar);
    std::vector<std::string> found;
    for (const Issue& issue : parsed.issues) found.push_back(std::string(name(issue.code)) + " " + issue.where);
    const std::vector<std::string> expected = {
        "bad_value /papers/p/amends",
        "bad_date /days_off/0/date",
        "day_outside_coverage /days_off/1/date",
        "bad_value /days_off/1/holiday",
        "wrong_type /days_off/2",
        "day_outside_coverage /make_up_days/0/date",
        "day_off_and_working /make_up_days/0/date",
        "make_up_on_weekday /make_up_days/0/date",
        "missing_key /make_up_days/0",
        "unknown_key /more",
    };
    EXPECT_EQ(found, expected);
}

TEST(ParseCalendar, RefusesTextThatIsCutShortOrNoObject) {
    const std::string whole = text_of("/tests/rulebooks/calendars/small.json");
    ASSERT_TRUE(parse_calendar(whole).calendar);
    for (std::size_t length = 0; length <= whole.find_last_of('}'); length += 5) {
        const ParsedCalendar parsed = parse_calendar(std::string_view(whole).substr(0, length));
        ASSERT_FALSE(parsed.calendar) << length;
        ASSERT_TRUE(has_errors(parsed.issues)) << length;
    }
    EXPECT_TRUE(has_errors(parse_calendar("[]").issues));
}

}  // namespace
}  // namespace biaochi
