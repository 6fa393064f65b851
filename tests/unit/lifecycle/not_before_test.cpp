/// @file
/// Events that may not happen before a day: the days worked out by hand from the calendar.

#include "support.hpp"

namespace biaochi {
namespace {

using namespace support;
using Lines = std::vector<std::string>;
using Readings = std::map<std::string, std::string>;

/// The rules of tests/rulebooks/good/not_before.json.
const Ruleset& rules_with(const Readings& readings) {
    static std::map<Readings, Ruleset> known;  // refusals point into them
    const auto found = known.find(readings);
    if (found != known.end()) return found->second;
    const ParsedRulebook parsed = parse_rulebook(read_file("/tests/rulebooks/good/not_before.json"));
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << issue.where << ": " << issue.message.en;
    const CompiledRuleset compiled = compile(parsed.rulebook.value(), parsed.rulebook->effective.from, readings);
    for (const Issue& issue : compiled.issues) ADD_FAILURE() << issue.where << ": " << issue.message.en;
    return known.emplace(readings, compiled.rules.value()).first->second;
}

const std::vector<WorkingCalendar>& calendars() {
    static const std::vector<WorkingCalendar> list{parse_calendar(read_file("/rulebooks/calendars/cn.json")).calendar.value()};
    return list;
}

/// `state`, or `kind [earliest [.. latest]] [issue]` of the refusal of the last event.
std::string outcome(const Ruleset& rules, const Lines& lines, Calendars with = calendars()) {
    const Replayed replayed = replay(rules, events(rules, lines), {}, {}, with);
    if (replayed.refusals.empty()) return state_name(rules, replayed.cases.at(0));
    const Refusal& refusal = replayed.refusals.at(0);
    std::string line(name(refusal.kind));
    if (refusal.tried.empty() || !refusal.tried.back().first_day) return line;
    const FirstDay& first = *refusal.tried.back().first_day;
    if (first.earliest) line += " " + date_text(*first.earliest);
    if (first.latest != first.earliest) line += " .. " + date_text(*first.latest);
    if (first.issue) line += " " + std::string(name(first.issue->code));
    return line;
}

const Readings next_day{{"first_day", "next"}};
const Readings same_day{{"first_day", "same"}};
const Readings read{{"first_day", "next"}, {"period", "publication"}};

/// A notice of 2023-09-27 and its publication on a day.
Lines published(const std::string& on) { return {"2023-09-27 post", on + R"( publish {"objections": 0})"}; }

struct Path {
    const char* name;
    Readings readings;
    Lines events;
    std::string want;
};

class EveryDay : public testing::TestWithParam<Path> {};

TEST_P(EveryDay, IsTheFirstOrIsTooEarly) { EXPECT_EQ(outcome(rules_with(GetParam().readings), GetParam().events), GetParam().want); }

/// Five working days from 2023-09-28 are 28 September, 7 to 10 October: the notice ends on 10 October.
INSTANTIATE_TEST_SUITE_P(
    WorkingDays, EveryDay,
    testing::Values(
        Path{"last_day_of_the_notice", next_day, published("2023-10-10"), "too_early 2023-10-11"},
        Path{"day_after_it", next_day, published("2023-10-11"), "building"},
        Path{"the_other_reading", same_day, published("2023-10-10"), "building"},
        Path{"before_under_either_reading", {}, published("2023-10-09"), "too_early 2023-10-10 .. 2023-10-11"},
        Path{"between_the_readings", {}, published("2023-10-10"), "undetermined 2023-10-10 .. 2023-10-11"},
        Path{"after_under_either_reading", {}, published("2023-10-11"), "building"},
        Path{"beyond_the_calendar",
             next_day,
             {"2026-12-29 post", R"(2026-12-31 publish {"objections": 0})"},
             "undetermined day_not_in_calendar"},
        Path{"the_guard_fails_too", next_day, {"2023-09-27 post", R"(2023-09-28 publish {"objections": 1})"}, "not_met 2023-10-11"},
        Path{"without_a_first_day", next_day, {"2023-09-27 post", "2023-09-28 withdraw"}, "closed"}),
    [](const auto& each) { return std::string(each.param.name); });

Lines titled(const Lines& more = {}) { return published("2023-10-11") + Lines{"2025-10-12 accept"} + more; }

INSTANTIATE_TEST_SUITE_P(
    OtherTerms, EveryDay,
    testing::Values(Path{"last_day_of_two_years", read, published("2023-10-11") + Lines{"2025-10-11 accept"}, "accepted_early"},
                    Path{"two_years_are_over", read, titled(), "titled"},
                    Path{"a_day_that_is_not_known", read, titled({"2025-11-01 open"}), "undetermined date_not_known"},
                    Path{"the_day_itself", read, titled({R"(2025-10-13 set_opening {"on": "2025-11-01"})", "2025-11-01 open"}), "open"},
                    Path{"the_day_before", read, titled({R"(2025-10-13 set_opening {"on": "2025-11-01"})", "2025-10-31 open"}),
                         "too_early 2025-11-01"},
                    Path{"before_the_next_31_march", read, titled({"2026-03-30 review"}), "too_early 2026-03-31"},
                    Path{"on_31_march", read, titled({"2026-03-31 review"}), "closed"},
                    Path{"an_event_that_has_not_happened", read, titled({"2030-01-01 close"}), "too_early"},
                    Path{"ten_days_after_it", read, titled({R"(2025-10-13 set_opening {"on": "2025-11-01"})", "2025-10-23 close"}),
                         "too_early 2025-10-24"}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(NotBefore, OneOpenPointDecidesTheDayAndHowItCountsTogether) {
    // Published on 2023-10-11: two years end on 2025-10-11; counted from 1 January, on 2024-12-31. A mixture of both is no reading.
    const Lines early = published("2023-10-11") + Lines{"2024-12-31 accept"};
    EXPECT_EQ(outcome(rules_with(next_day), early), "accepted_early");
    const Ruleset& rules = rules_with(next_day);
    const Case of = replay(rules, events(rules, published("2023-10-11")), {}, {}, calendars()).cases.at(0);
    const auto list = next(rules, of, day("2024-12-31"), {}, calendars());
    const FirstDay& first = list.at(0).tried.at(0).first_day.value();
    EXPECT_EQ(date_text(first.earliest.value()), "2025-01-01");
    EXPECT_EQ(date_text(first.latest.value()), "2025-10-12");
    EXPECT_EQ(first.open.size(), 1U);
    EXPECT_EQ(outcome(rules, published("2023-10-11") + Lines{"2025-06-01 accept"}), "undetermined 2025-01-01 .. 2025-10-12");
}

TEST(NotBefore, WithoutItsCalendarNothingIsGuessed) {
    EXPECT_EQ(outcome(rules_with(next_day), published("2023-12-01"), {}), "undetermined calendar_not_given");
}

TEST(NotBefore, NextTellsTheDay) {
    const Ruleset& rules = rules_with(next_day);
    const Case of = replay(rules, events(rules, {"2023-09-27 post"})).cases.at(0);
    const auto publish = [&](const std::string& on) { return next(rules, of, day(on), {}, calendars()).at(1); };
    EXPECT_EQ(publish("2023-10-10").answer, Answer::not_met);
    EXPECT_EQ(date_text(publish("2023-10-10").tried.at(0).first_day->earliest.value()), "2023-10-11");
    EXPECT_EQ(publish("2023-10-10").tried.at(0).transition->source->not_before->provenance.cite->clause, "art. 1");
    EXPECT_EQ(publish("2023-10-11").answer, Answer::undetermined);  // the objections are not known
}

}  // namespace
}  // namespace biaochi
