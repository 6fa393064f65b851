/// @file
/// Cases move by their events alone, and refusals say why.

#include <algorithm>
#include <iterator>
#include <random>

#include "biaochi/lifecycle/write.hpp"
#include "support.hpp"

namespace biaochi {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

struct Path {
    const char* name;
    Lines events;
    std::string state;
    std::string since;
};

class EveryPath : public testing::TestWithParam<Path> {};

TEST_P(EveryPath, EndsWhereTheRulesSay) {
    const Ruleset rules = lifecycle_rules();
    const Case after = case_after(rules, GetParam().events);
    EXPECT_EQ(state_name(rules, after), GetParam().state);
    EXPECT_EQ(date_text(after.since), GetParam().since);
    EXPECT_EQ(after.history.size(), GetParam().events.size());
    EXPECT_EQ(after.version, "1");
}

const Lines two_reports{R"(2024-03-20 report {"year": 2023})", R"(2025-03-20 report {"year": 2024})"};
const Lines accepted = until_building() + two_reports + Lines{R"(2025-10-08 accept {"passed": true})"};

INSTANTIATE_TEST_SUITE_P(
    Table, EveryPath,
    testing::Values(
        Path{"begin", {"2023-09-01 apply"}, "applied", "2023-09-01"},
        Path{"turned_down", {"2023-09-01 apply", R"(2023-09-15 review {"result": "fail", "points": 40})"}, "rejected", "2023-09-15"},
        Path{"just_enough", {"2023-09-01 apply", R"(2023-09-15 review {"result": "pass", "points": 60})"}, "reviewed", "2023-09-15"},
        Path{"building", until_building(), "building", "2023-10-11"},
        Path{"a_report_keeps_the_state", until_building() + two_reports, "building", "2023-10-11"},
        Path{"titled", accepted, "titled", "2025-10-08"},
        Path{"not_passed", until_building() + Lines{R"(2025-10-08 accept {"passed": false})"}, "revoked", "2025-10-08"},
        Path{"revoked",
             accepted + Lines{R"(2026-11-01 monitor {"fell": true})", R"(2027-11-01 monitor {"fell": true})", "2027-12-01 revoke"},
             "revoked", "2027-12-01"},
        Path{"a_rise_between", accepted + Lines{R"(2026-11-01 monitor {"fell": true})", R"(2027-11-01 monitor {"fell": false})"}, "titled",
             "2025-10-08"}),
    [](const auto& each) { return std::string(each.param.name); });

/// What the last of these events, all before it accepted, is refused for.
Refusal refusal_of(const Lines& lines) {
    static const Ruleset rules = lifecycle_rules();  // refusals point into it
    const Replayed replayed = replay(rules, events(rules, lines));
    EXPECT_EQ(replayed.refusals.size(), 1U);
    EXPECT_EQ(replayed.cases.at(0).history.size() + 1, lines.size());
    return replayed.refusals.at(0);
}

TEST(Refusal, SaysThatTheStateHasNoSuchEvent) {
    const Refusal refusal = refusal_of({"2023-09-01 apply", "2023-09-02 approve"});
    EXPECT_EQ(refusal.kind, RefusalKind::not_possible);
    EXPECT_TRUE(refusal.tried.empty());
    EXPECT_EQ(date_text(refusal.event.date), "2023-09-02");
}

TEST(Refusal, ShowsBothValuesOfTheComparisonThatFailed) {
    const Refusal refusal = refusal_of({"2023-09-01 apply", R"(2023-09-15 review {"result": "pass", "points": "59.9"})"});
    EXPECT_EQ(refusal.kind, RefusalKind::not_met);
    ASSERT_EQ(refusal.tried.size(), 2U);
    const Tried& pass = refusal.tried[0];
    EXPECT_EQ(pass.answer, Answer::not_met);
    const Finding points = findings_of(pass.reason.grounds).back();
    EXPECT_EQ(points.text, "event.points >= 60");
    EXPECT_EQ(points.left.number().text(), "59.9");
    EXPECT_EQ(points.right.number().text(), "60");
    EXPECT_EQ(points.held, Answer::not_met);
    EXPECT_EQ(refusal.tried[1].transition->source->otherwise.en, "a pass needs 60 points");
}

TEST(Refusal, OfFewerReportsThanNeeded) {
    const Refusal refusal = refusal_of(until_building() + Lines{two_reports[0], R"(2025-10-08 accept {"passed": true})"});
    EXPECT_EQ(refusal.kind, RefusalKind::not_met);
    EXPECT_EQ(findings_of(refusal.tried[0].reason.grounds).back().left.number().text(), "1");
}

TEST(Refusal, OfATitleThatDidNotFallTwiceInARow) {
    const Lines rise{R"(2026-11-01 monitor {"fell": true})", R"(2027-11-01 monitor {"fell": false})", "2027-12-01 revoke"};
    EXPECT_EQ(refusal_of(accepted + rise).kind, RefusalKind::not_met);
}

TEST(Advance, RefusesWhatIsDatedBeforeTheCaseAndKeepsTheCase) {
    const Ruleset rules = lifecycle_rules();
    const Case before = case_after(rules, until_building());
    DatedEvent event = events(rules, {"2023-09-01 apply"}).at(0);
    event.date = day("2023-08-31");
    EXPECT_EQ(advance(rules, before, event).refusal.value().kind, RefusalKind::before_begin);
    event.date = day("2023-10-10");
    EXPECT_EQ(advance(rules, before, event).refusal.value().kind, RefusalKind::out_of_order);
    const DatedEvent again = before.history.back();
    EXPECT_EQ(advance(rules, before, again).refusal.value().kind, RefusalKind::repeated);
}

TEST(Advance, RefusesAnEventBeforeTheFirst) {
    const Ruleset rules = lifecycle_rules();
    DatedEvent event = events(rules, {"2023-09-01 apply"}).at(0);
    event.event = 2;
    const Advanced advanced = advance(rules, new_case(rules, "a"), event);
    EXPECT_EQ(advanced.refusal.value().kind, RefusalKind::not_begun);
    EXPECT_FALSE(advanced.moved);
}

/// The rules are in force from 2023-09-01 to 2025-09-30; each row is an event that begins a case.
TEST(Advance, ACaseBeginsOnlyWhileTheRulesAreInForce) {
    const Ruleset rules = rules_for_two_years();
    DatedEvent apply = events(rules, {"2023-09-01 apply"}).at(0);
    for (const auto& [date, may_begin] : std::map<std::string, bool>{
             {"2022-12-31", false}, {"2023-08-31", false}, {"2023-09-01", true}, {"2025-09-30", true}, {"2025-10-01", false}}) {
        apply.date = day(date);
        const Case fresh = new_case(rules, "a");
        const Advanced advanced = advance(rules, fresh, apply);
        EXPECT_EQ(advanced.moved.has_value(), may_begin) << date;
        EXPECT_EQ(replay(rules, {apply}).refusals.size(), may_begin ? 0U : 1U) << date;
        EXPECT_EQ(next(rules, fresh, apply.date).empty(), !may_begin) << date;
        if (may_begin) continue;
        EXPECT_EQ(advanced.refusal.value().kind, RefusalKind::not_in_force) << date;
        const Issue issue = issue_of(rules, fresh, *advanced.refusal).value();
        EXPECT_EQ(issue.code, IssueCode::not_in_force);
        EXPECT_EQ(issue.message.en, "The rules are not in force on " + date +
                                        ": they apply from 2023-09-01 until the day before 2025-10-01. Choose another date or rulebook.");
    }
}

TEST(Advance, ACaseThatHasBegunOutlivesTheRules) {
    const Ruleset rules = rules_for_two_years();
    const Case of = case_after(rules, accepted);
    EXPECT_EQ(of.history.back().date, day("2025-10-08"));
    EXPECT_FALSE(next(rules, of, day("2025-10-09")).empty());
}

TEST(Advance, ThrowsForACaseOfOtherRules) {
    const Ruleset rules = lifecycle_rules();
    Case of = case_after(rules, until_building());
    of.version = "2";
    const DatedEvent event = of.history.back();
    EXPECT_THROW(static_cast<void>(advance(rules, of, event)), Error);
    EXPECT_THROW(static_cast<void>(next(rules, of, event.date)), Error);
}

/// What comes of an event whose guard holds under both readings of an open point; the second reading has this status.
std::optional<RefusalKind> under_both_readings(const std::string& status) {
    const std::string head =
        R"({"format": "biaochi/1", "id": "g", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "G"},)"
        R"( "sources": {"r": {"title": {"en": "R"}}}, "facts": {"a": {"name": {"en": "A"}}},)";
    const std::string open = R"("open": {"w": {"asks": {"en": "?"}, "readings": {"a": {"says": {"en": "a"}, "status": "natural"},)"
                             R"( "b": {"says": {"en": "b"}, "status": ")" +
                             status + R"("}}}},)";
    const std::string life =
        R"("lifecycle": {"initial": "s", "starts_with": {"event": "e", "if": {"open": "w", "readings": {"a": "1 < 2", "b": "2 < 3"}}},)"
        R"( "events": {"e": {"name": {"en": "E"}}}, "states": {"s": {"name": {"en": "S"}, "final": true}}}})";
    const ParsedRulebook parsed = parse_rulebook(head + open + life);
    const CompiledRuleset compiled = compile(parsed.rulebook.value(), parsed.rulebook->effective.from);
    const Advanced advanced = advance(*compiled.rules, new_case(*compiled.rules, "a"), events(*compiled.rules, {"2023-01-01 e"}).at(0));
    return advanced.refusal ? std::optional(advanced.refusal->kind) : std::nullopt;
}

TEST(Advance, ReadingsThatAgreeDecideAGuardUnlessOneIsAnIllustration) {
    EXPECT_EQ(under_both_readings("natural"), std::nullopt);
    EXPECT_EQ(under_both_readings("illustrative"), RefusalKind::undetermined);
}

TEST(Next, SaysWhatMayHappenAndWhatLacks) {
    const Ruleset rules = lifecycle_rules();
    const auto list = next(rules, case_after(rules, {"2023-09-01 apply"}), day("2023-09-02"));
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].answer, Answer::undetermined);
    EXPECT_EQ(list[0].needs_data.at(0), 0U);  // the result
    const auto titled = next(rules, case_after(rules, accepted), day("2025-12-01"));
    ASSERT_EQ(titled.size(), 2U);
    EXPECT_EQ(titled[0].answer, Answer::met);      // monitor
    EXPECT_EQ(titled[1].answer, Answer::not_met);  // revoke
    const auto fresh = next(rules, new_case(rules, "b"), day("2023-09-02"));
    ASSERT_EQ(fresh.size(), 1U);
    EXPECT_EQ(fresh[0].to, 0U);
    EXPECT_THROW(static_cast<void>(next(rules, case_after(rules, accepted), day("2024-01-01"))), Error);
}

/// Any events on any days, most of them possible.
std::vector<DatedEvent> random_events(const Ruleset& rules, std::mt19937& random) {
    const auto& section = *rules.rulebook().lifecycle;
    std::vector<DatedEvent> list;
    std::chrono::sys_days now = std::chrono::sys_days(day("2023-01-01"));
    const std::size_t length = random() % 40;
    for (std::size_t i = 0; i < length; ++i) {
        DatedEvent event;
        now += std::chrono::days(static_cast<int>(random() % 60) - 2);
        event.date = Date(now);
        event.of = random() % 4 == 0 ? "b" : "a";
        event.event = i == 0 ? rules.lifecycle()->starts_with : random() % section.events.size();
        for (const auto& [id, field] : section.events[event.event].second.data) {
            switch (field.field.type) {
                case FieldType::number:
                    event.data.push_back(feel::make_number(Number(static_cast<std::int64_t>(random() % 100))));
                    break;
                case FieldType::boolean:
                    event.data.push_back(feel::make_boolean(random() % 2 == 0));
                    break;
                case FieldType::date:
                    event.data.push_back(feel::make_date(event.date));
                    break;
                case FieldType::text:
                    event.data.push_back(feel::make_text(field.field.values.at(random() % 2)));
                    break;
            }
            if (random() % 10 == 0) event.data.back() = feel::make_null(feel::Cause::missing_fact);
        }
        list.push_back(std::move(event));
    }
    return list;
}

TEST(Replay, OfAPrefixAndTheRestEqualsReplayOfTheWhole) {
    const Ruleset rules = lifecycle_rules();
    std::mt19937 random(20231010);
    for (int round = 0; round < 10'000; ++round) {
        const std::vector<DatedEvent> whole = random_events(rules, random);
        const auto cut = static_cast<std::ptrdiff_t>(whole.empty() ? 0 : random() % (whole.size() + 1));
        const Replayed once = replay(rules, whole);
        Replayed first = replay(rules, {whole.begin(), whole.begin() + cut});
        const Replayed rest = replay(rules, {whole.begin() + cut, whole.end()}, {}, std::move(first.cases));
        ASSERT_EQ(once.cases, rest.cases) << "round " << round;
        ASSERT_EQ(once.refusals.size(), first.refusals.size() + rest.refusals.size()) << "round " << round;
        std::size_t kept = once.refusals.size();
        for (const Case& each : once.cases) kept += each.history.size();
        ASSERT_EQ(kept, whole.size()) << "round " << round;
    }
}

/// Whoever comes next in the log, and however often the order changes, each case has the history that it has alone.
TEST(Replay, OfManyCasesEqualsReplayOfEachAlone) {
    const Ruleset rules = lifecycle_rules();
    std::mt19937 random(20240615);
    for (int round = 0; round < 200; ++round) {
        std::vector<DatedEvent> whole = random_events(rules, random);
        const std::size_t cases = 1 + random() % 6;
        const bool in_turn = random() % 2 == 0;
        for (std::size_t i = 0; i < whole.size(); ++i) whole[i].of = std::to_string(in_turn ? i % cases : random() % cases);
        const Replayed together = replay(rules, whole);
        for (const Case& each : together.cases) {
            std::vector<DatedEvent> own;
            std::copy_if(whole.begin(), whole.end(), std::back_inserter(own), [&](const DatedEvent& event) { return event.of == each.id; });
            ASSERT_EQ(replay(rules, own).cases, std::vector<Case>{each}) << "round " << round;
        }
    }
}

/// A case that was kept as text meanwhile goes on as if it had not been.
TEST(Replay, GoesOnWithCasesThatWereWrittenAndReadAgain) {
    const Ruleset rules = lifecycle_rules();
    std::mt19937 random(20240331);
    for (int round = 0; round < 500; ++round) {
        const std::vector<DatedEvent> whole = random_events(rules, random);
        const auto cut = static_cast<std::ptrdiff_t>(whole.empty() ? 0 : random() % (whole.size() + 1));
        const Replayed first = replay(rules, {whole.begin(), whole.begin() + cut});
        ReadCases kept = read_cases(rules, cases_json(rules, first.cases));
        ASSERT_TRUE(kept.issues.empty()) << kept.issues.front().where << " " << kept.issues.front().message.en;
        const Replayed rest = replay(rules, {whole.begin() + cut, whole.end()}, {}, std::move(kept.cases));
        ASSERT_EQ(replay(rules, whole).cases, rest.cases) << "round " << round;
    }
}

}  // namespace
}  // namespace biaochi
