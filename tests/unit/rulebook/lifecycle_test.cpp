/// @file
/// Reading and checking the section `lifecycle`: what each mistake gets, and where.

#include <gtest/gtest.h>

#include "support/rules.hpp"

namespace biaochi {
namespace {

using Lines = std::vector<std::string>;

/// A lifecycle of two states, with these members in its open state and these beside its states.
std::string lifecycle(const std::string& state, const std::string& more = "") {
    return R"("facts": {"labs": {"name": {"en": "Laboratories"}}}, "lifecycle": {"initial": "open", "starts_with": "begin", )"
           R"("fields": {"n": {"type": "number", "initial": "0"}}, )"
           R"("events": {"begin": {"name": {"en": "Begin"}}, "end": {"name": {"en": "End"}, "data": {"ok": "boolean"}}}, )"
           R"("states": {"open": {"name": {"en": "Open"}, )" +
           state + R"(}, "shut": {"name": {"en": "Shut"}, "final": true}})" + more + "}";
}

std::string deadline(const std::string& members) {
    return R"("on": {"end": [{"to": "shut"}]}, "deadlines": {"d": {"name": {"en": "D"}, "owner": "office", "for": "end", )" + members +
           "}}";
}

struct Case {
    const char* name;
    std::string members;
    Lines want;
};

class WrongLifecycle : public testing::TestWithParam<Case> {};

TEST_P(WrongLifecycle, GetsItsIssues) { EXPECT_EQ(support::wrong(GetParam().members), GetParam().want); }

const std::string at = " /lifecycle/states/open/deadlines/d";

INSTANTIATE_TEST_SUITE_P(
    Table, WrongLifecycle,
    testing::Values(
        Case{"right", lifecycle(R"("on": {"end": [{"to": "shut", "if": "event.ok"}, {"effects": {"set": {"n": "n + 1"}}}]})"), {}},
        Case{"state", lifecycle(R"("on": {"end": [{"to": "shot"}]})"), {"unknown_state /lifecycle/states/open/on/end/0/to"}},
        Case{"event", lifecycle(R"("on": {"edn": [{"to": "shut"}]})"), {"unknown_event /lifecycle/states/open/on/edn"}},
        Case{"no_transition", lifecycle(R"("on": {"end": []})"), {"empty_list /lifecycle/states/open/on/end"}},
        Case{"field",
             lifecycle(R"("on": {"end": [{"to": "shut", "effects": {"set": {"m": "1"}}}]})"),
             {"unknown_field /lifecycle/states/open/on/end/0/effects/set/m"}},
        Case{"two",
             lifecycle(R"("on": {"end": [{"to": "shut"}, {"to": "open"}]})"),
             {"ambiguous_transition /lifecycle/states/open/on/end/0"}},
        Case{"final", lifecycle(R"("final": true, "on": {"end": [{"to": "shut"}]})"), {"final_state_left /lifecycle/states/open/on"}},
        Case{"no_term", lifecycle(deadline(R"("from": "entered")")), {"missing_key" + at}},
        Case{"two_terms",
             lifecycle(deadline(R"("from": "entered", "days": 3, "each_year": "03-31", "start": "next_day")")),
             {"bad_value" + at}},
        Case{"no_start", lifecycle(deadline(R"("from": "entered", "days": 3)")), {"missing_key" + at}},
        Case{"no_calendar", lifecycle(deadline(R"("from": "entered", "working_days": 3, "start": "next_day")")), {"missing_key" + at}},
        Case{"no_rounding", lifecycle(deadline(R"("from": "entered", "months": 3, "start": "next_day")")), {"missing_key" + at}},
        Case{"no_such_day", lifecycle(deadline(R"("from": "entered", "each_year": "02-30")")), {"bad_date" + at + "/each_year"}},
        Case{"leap_day", lifecycle(deadline(R"("from": "entered", "each_year": "02-29")")), {"missing_key" + at}},
        Case{"half_a_day", lifecycle(deadline(R"("from": "entered", "days": 0.5, "start": "next_day")")), {"bad_value" + at + "/days"}},
        Case{"settled_by",
             lifecycle(deadline(R"("from": "entered", "days": 3, "start": "next_day", "fro": "end")")),
             {"unknown_key" + at + "/fro"}},
        Case{"open_point",
             lifecycle(deadline(R"("from": "entered", "days": 3, "start": {"open": "x", "readings": {}})")),
             {"unknown_open_point" + at + "/start/open"}}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Lifecycle, IsReadWhole) {
    const std::string text = lifecycle(deadline(R"("from": "begin", "years": 2, "start": "same_day", "rounding": "last_day")"));
    const ParsedRulebook parsed = parse_rulebook(support::rulebook_text(text));
    ASSERT_TRUE(parsed.rulebook);
    const LifecycleSection& section = parsed.rulebook->lifecycle.value();
    EXPECT_EQ(section.initial, "open");
    EXPECT_EQ(section.starts_with, "begin");
    EXPECT_EQ(section.fields.at(0).second.initial, "0");
    EXPECT_EQ(section.events.at(1).second.data.at(0).second.field.type, FieldType::boolean);
    const Deadline& read = section.states.at(0).second.deadlines.at(0).second;
    EXPECT_EQ(read.term.kind, TermKind::years);
    EXPECT_EQ(read.term.count, 2);
    EXPECT_EQ(read.term.start.by.at(0).second, Start::same_day);
    EXPECT_EQ(read.term.rounding, MonthRounding::last_day);
    EXPECT_EQ(read.settled_by, "end");
    EXPECT_TRUE(section.states.at(1).second.final);
}

TEST(Lifecycle, MayBeginWithAGuardAndEffects) {
    std::string text = lifecycle(R"("on": {"end": [{"to": "shut"}]})");
    text.replace(text.find(R"("begin")"), 7, R"({"event": "begin", "if": "labs > 3", "effects": {"set": {"n": "labs"}}})");
    const ParsedRulebook parsed = parse_rulebook(support::rulebook_text(text));
    ASSERT_TRUE(parsed.rulebook);
    EXPECT_EQ(parsed.rulebook->lifecycle->starts_with, "begin");
    EXPECT_EQ(parsed.rulebook->lifecycle->start.guard.by.at(0).second, "labs > 3");
    EXPECT_EQ(parsed.rulebook->lifecycle->start.set.at(0).second, "labs");
}

}  // namespace
}  // namespace biaochi
