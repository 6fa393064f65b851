/// @file
/// What lint finds in targets, and what it leaves in peace.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules.hpp"

namespace biaochi {
namespace {

using support::found;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string cite = R"("cite": {"source": "plan", "clause": "art. )";

/// A target of `x`, due at the end of 2025 unless said.
std::string target(const std::string& id, const std::string& members, const std::string& clause = "1",
                   const std::string& due = R"("due": "2025-12-31", )") {
    return "\"" + id + R"(": {"name": {"en": "T"}, "fact": "x", )" + due + members + ", " + cite + clause + "\"}}";
}

std::vector<Issue> lint_of(const std::string& targets, const std::string& figures = "") {
    const std::string text = support::rulebook_text(R"("facts": {"x": {"name": {"en": "X"}, "unit": "万元", )" + cite + R"(0"}}}, )" +
                                                    figures + "\"targets\": {" + targets + "}");
    const ParsedRulebook parsed = parse_rulebook(text);
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << name(issue.code) << " " << issue.where;
    return parsed.rulebook ? lint(*parsed.rulebook) : std::vector<Issue>{};
}

TEST(ContradictingTargets, AreToldWithBothClauses) {
    const auto issues =
        lint_of(target("a", R"("level": {"at_least": 500})", "15") + ", " + target("b", R"("level": {"about": 500})", "19"));
    ASSERT_THAT(found(issues), ElementsAre("contradicting_targets /targets/b"));
    EXPECT_THAT(issues[0].message.en, HasSubstr("a ≥ 500 万元 (plan art. 15)"));
    EXPECT_THAT(issues[0].message.en, HasSubstr("b ≈ 500 万元 (plan art. 19)"));
}

TEST(ContradictingTargets, CompareNumbersAcrossUnits) {
    const std::string first = target("a", R"("level": {"at_least": 1}, "unit": "亿元")");
    EXPECT_THAT(lint_of(first + ", " + target("b", R"("level": {"at_least": 10000})")), IsEmpty());
    EXPECT_THAT(found(lint_of(first + ", " + target("b", R"("level": {"at_least": 10001})"))),
                ElementsAre("contradicting_targets /targets/b"));
}

TEST(ContradictingTargets, AreOfOneObjectDayFormAndYear) {
    const std::string first = target("a", R"("level": {"at_least": 20})");
    EXPECT_THAT(lint_of(first + ", " + target("b", R"("level": {"at_least": 30}, "object": "other")")), IsEmpty());
    EXPECT_THAT(lint_of(first + ", " + target("b", R"("level": {"at_least": 30})", "2", R"("due": "2026-12-31", )")), IsEmpty());
    EXPECT_THAT(lint_of(first + ", " + target("b", R"("yearly": {"at_least": 30, "from": 2021})")), IsEmpty());
    EXPECT_THAT(lint_of(target("a", R"("growth": {"at_least": 3, "from": 2020})") + ", " +
                        target("b", R"("growth": {"at_least": 4, "from": 2021})")),
                IsEmpty());
    EXPECT_THAT(lint_of(first + ", " + target("b", R"("level": {"at_least": 20})", "2")), IsEmpty());  // twice the same
    EXPECT_THAT(found(lint_of(target("a", R"("level": {"from": 2, "to": 3})") + ", " + target("b", R"("level": {"from": 2, "to": 4})"))),
                ElementsAre("contradicting_targets /targets/b"));
}

TEST(ContradictingTargets, AreEachToldOnceAgainstTheFirst) {
    std::string targets = target("t0", R"("level": {"at_least": 100})");
    std::vector<std::string> expected;
    for (int i = 1; i < 100; ++i) {
        const std::string id = "t" + std::to_string(i);
        targets += ", " + target(id, R"("level": {"at_least": )" + std::to_string(100 + i) + "}");
        expected.push_back("contradicting_targets /targets/" + id);
    }
    // Once more what the first says: it contradicts the second.
    targets += ", " + target("again", R"("level": {"at_least": 100})");
    expected.emplace_back("contradicting_targets /targets/again");
    const auto issues = lint_of(targets);
    EXPECT_EQ(found(issues), expected);
    EXPECT_THAT(issues.at(98).message.en, HasSubstr("t0 ≥ 100 "));
    EXPECT_THAT(issues.at(99).message.en, HasSubstr("t1 ≥ 101 "));
}

std::string parts(const std::string& first, const std::string& second, const std::string& whole = R"({"at_least": 20})") {
    return target("all", "\"level\": " + whole + R"(, "object": "all")") + ", " +
           target("north", "\"level\": " + first + R"(, "object": "north", "part_of": "all")") + ", " +
           target("south", "\"level\": " + second + R"(, "object": "south", "part_of": "all")");
}

TEST(PartsAboveTarget, AreToldAboveTheWholeOnly) {
    EXPECT_THAT(lint_of(parts(R"({"at_least": 12})", R"({"at_least": 8})")), IsEmpty());
    const auto issues = lint_of(parts(R"({"at_least": 12})", R"({"at_least": "8.01"})"));
    ASSERT_THAT(found(issues), ElementsAre("parts_above_target /targets/all"));
    EXPECT_THAT(issues[0].message.en, HasSubstr("20.01 万元"));
    EXPECT_THAT(lint_of(parts(R"({"at_least": 12})", R"({"at_most": 9})")), IsEmpty());  // it may be less
    EXPECT_THAT(lint_of(parts(R"({"at_least": 12})", R"({"about": 9})", R"({"from": 20, "to": 21})")), IsEmpty());
}

TEST(ImplausibleTarget, IsFiveTimesOrAFifth) {
    const auto figure = [](const std::string& value, const std::string& more = "") {
        return R"("figures": [{"fact": "x", "value": )" + value + more + ", " + cite + "3\"}}], ";
    };
    const std::string goal = target("a", R"("level": {"at_least": 50})");
    EXPECT_THAT(found(lint_of(goal, figure("10"))), ElementsAre("implausible_target /targets/a"));
    EXPECT_THAT(lint_of(goal, figure("10.001")), IsEmpty());
    EXPECT_THAT(lint_of(goal, figure("249.999")), IsEmpty());
    EXPECT_THAT(found(lint_of(goal, figure("250"))), ElementsAre("implausible_target /targets/a"));
    EXPECT_THAT(lint_of(goal, figure("10", R"(, "of": "another")")), IsEmpty());
    EXPECT_THAT(lint_of(goal, figure("0")), IsEmpty());
    EXPECT_THAT(found(lint_of(goal, figure("0.001", R"(, "unit": "亿元")"))), ElementsAre("implausible_target /targets/a"));  // 10 万元
}

TEST(ImplausibleTarget, ComparesTargetsOfOneObject) {
    const std::string first = target("a", R"("level": {"at_least": 100})");
    const std::string due = R"("due": "2028-12-31", )";
    EXPECT_THAT(found(lint_of(first + ", " + target("b", R"("level": {"at_least": 500})", "2", due))),
                ElementsAre("implausible_target /targets/b"));
    EXPECT_THAT(lint_of(first + ", " + target("b", R"("level": {"at_least": 499})", "2", due)), IsEmpty());
    EXPECT_THAT(found(lint_of(first + ", " + target("b", R"("level": {"at_least": 900})", "2"))),
                ElementsAre("contradicting_targets /targets/b"));
}

TEST(TargetWithoutDue, IsNoted) {
    EXPECT_THAT(found(lint_of(target("a", R"("level": {"at_least": 1})", "1", ""))), ElementsAre("target_without_due /targets/a"));
}

TEST(Misprints, OfFiguresAndTargetsAreNoted) {
    const std::string misprint = R"(, "misprints": [{"printed": "50", "read_as": "5.0", "confidence": "doubtful"}])";
    const auto issues = lint_of(target("a", R"("level": {"at_least": 5})" + misprint),
                                R"("figures": [{"fact": "x", "value": 5)" + misprint + ", " + cite + "3\"}}], ");
    EXPECT_THAT(found(issues), ElementsAre("misprint /figures/0/misprints/0", "misprint /targets/a/misprints/0"));
}

}  // namespace
}  // namespace biaochi
