/// @file
/// Sums, means, what is left out, what refuses, rounding; worked out by hand.

#include <gtest/gtest.h>

#include "support/rules.hpp"

namespace biaochi {
namespace {

using support::points;
using support::record_of;
using support::rules_of;

/// Two leaves a and b whose points are their figures' values, 0 to 10, under one group.
std::string pair_of(const std::string& group, const std::string& a = "", const std::string& b = "", const std::string& size = "10") {
    const std::string leaf = R"("points": 10, "bands": [{"from": 10, "points": 10}, {"from": 0, "to": 10, "points": [0, 10]}])";
    return R"("facts": {"a": {"name": {"en": "A"}, "min": 0}, "b": {"name": {"en": "B"}, "min": 0}},
              "score": {"id": "total", "points": )" +
           size + ", " + group + R"("parts": [{"id": "a", )" + a + leaf + R"(}, {"id": "b", )" + b + leaf + "}]}";
}

struct GroupCase {
    const char* name;
    std::string members;
    std::map<std::string, std::string> figures;
    const char* want;
};

class Group : public testing::TestWithParam<GroupCase> {};

TEST_P(Group, CombinesItsParts) {
    const Ruleset rules = rules_of(GetParam().members);
    EXPECT_EQ(points(rules, record_of(rules, GetParam().figures)), GetParam().want);
}

const std::string precise = R"("combine": "geometric", "precision": {"places": 6, "mode": "half_even"}, )";
const std::string out = R"("treat": {"missing": "exclude"}, )";

INSTANTIATE_TEST_SUITE_P(
    Kinds, Group,
    testing::Values(
        GroupCase{"sum", pair_of("", "", "", "20"), {{"a", "3"}, {"b", "4.5"}}, "7.5"},
        GroupCase{"sum_with_one_unknown", pair_of("", "", "", "20"), {{"a", "3"}}, "3 .. 13"},
        GroupCase{"sum_under_a_cap", pair_of(R"("cap": true, )"), {{"a", "7"}, {"b", "4.5"}}, "10"},
        GroupCase{"cap_settles_the_unknown", pair_of(R"("cap": true, )"), {{"a", "10"}}, "10"},
        GroupCase{"arithmetic", pair_of(R"("combine": "arithmetic", )"), {{"a", "3"}, {"b", "4"}}, "3.5"},
        GroupCase{"weighted", pair_of(R"("combine": "arithmetic", )", R"("weight": 2, )"), {{"a", "3"}, {"b", "4"}}, "10/3"},
        GroupCase{"harmonic", pair_of(R"("combine": "harmonic", )"), {{"a", "3"}, {"b", "6"}}, "4"},
        GroupCase{"harmonic_of_zero", pair_of(R"("combine": "harmonic", )"), {{"a", "0"}, {"b", "6"}}, "0"},
        GroupCase{"geometric", pair_of(precise), {{"a", "4"}, {"b", "9"}}, "6"},
        GroupCase{"geometric_rounds_as_told", pair_of(precise), {{"a", "2"}, {"b", "1"}}, "1.414214"},
        GroupCase{"geometric_of_zero", pair_of(precise), {{"a", "0"}, {"b", "9"}}, "0"},
        GroupCase{"geometric_interval", pair_of(precise), {{"a", "4"}}, "0 .. 6.324555"},
        GroupCase{"excluded_from_a_sum", pair_of("", out, "", "20"), {{"b", "4"}}, "8"},
        GroupCase{"excluded_from_a_mean", pair_of(R"("combine": "arithmetic", )", out), {{"b", "4"}}, "4"},
        GroupCase{"both_excluded", pair_of("", out, out, "20"), {}, "excluded"},
        GroupCase{"too_little_present", pair_of(R"("coverage": "0.6", )", out, "", "20"), {{"b", "4"}}, "0 .. 20"},
        GroupCase{"just_enough_present", pair_of(R"("coverage": "0.5", )", out, "", "20"), {{"b", "4"}}, "8"},
        GroupCase{"refused", pair_of("", R"("treat": {"missing": "refuse"}, )", "", "20"), {{"b", "4"}}, "refused"},
        GroupCase{"zero", pair_of("", R"("treat": {"missing": "zero"}, )", "", "20"), {{"b", "4"}}, "4"},
        GroupCase{
            "leaf_rounded", pair_of("", R"("round": {"places": 0, "mode": "half_up"}, )", "", "20"), {{"a", "2.5"}, {"b", "2.5"}}, "5.5"},
        GroupCase{"rounded_half_even",
                  pair_of(R"("round": {"places": 0, "mode": "half_even"}, )", "", "", "20"),
                  {{"a", "2"}, {"b", "2.5"}},
                  "4"},
        GroupCase{"interval_rounded", pair_of(R"("round": {"places": 0, "mode": "half_up"}, )", "", "", "20"), {{"a", "2.5"}}, "3 .. 13"}),
    [](const auto& param) { return std::string(param.param.name); });

TEST(Status, EachDoesWhatItsLeafSays) {
    const Ruleset rules =
        rules_of(pair_of("", R"("treat": {"not_applicable": "exclude", "rejected": "zero", "estimated": "unknown"}, )", "", "20"));
    Record record = record_of(rules, {{"a", "3"}, {"b", "4"}});
    const auto with = [&](Status status) {
        record.cells[0].status = status;
        return points(rules, record);
    };
    EXPECT_EQ(with(Status::reported), "7");
    EXPECT_EQ(with(Status::missing), "4 .. 14");
    EXPECT_EQ(with(Status::not_applicable), "8");
    EXPECT_EQ(with(Status::estimated), "4 .. 14");
    EXPECT_EQ(with(Status::rejected), "4");
}

TEST(Needs, NameOnlyWhatMovesTheScore) {
    const Ruleset rules = rules_of(pair_of(R"("cap": true, )"));
    const auto names = [&](const std::map<std::string, std::string>& figures) {
        const Record record = record_of(rules, figures);
        std::vector<std::string> slots;
        for (const Need& need : needs(rules, record, score(rules, record))) slots.push_back(rules.slots()[need.slot].id);
        return slots;
    };
    EXPECT_EQ(names({}), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(names({{"a", "3"}}), std::vector<std::string>{"b"});
    EXPECT_EQ(names({{"a", "10"}}), std::vector<std::string>{});
}

TEST(Needs, NameWhatLacksWhenTooLittleIsPresentOrAScoreIsRefused) {
    const auto names = [](const std::string& members, const std::map<std::string, std::string>& figures) {
        const Ruleset rules = rules_of(members);
        const Record record = record_of(rules, figures);
        std::vector<std::string> slots;
        for (const Need& need : needs(rules, record, score(rules, record))) slots.push_back(rules.slots()[need.slot].id);
        return slots;
    };
    EXPECT_EQ(names(pair_of(R"("coverage": "0.6", )", out, "", "20"), {{"b", "4"}}), std::vector<std::string>{"a"});
    EXPECT_EQ(names(pair_of("", R"("treat": {"missing": "refuse"}, )", "", "20"), {}), std::vector<std::string>{"a"});
    EXPECT_EQ(names(pair_of("", out, out, "20"), {}), (std::vector<std::string>{"a", "b"}));
}

TEST(Score, AReusedScorecardForgetsTheFormerRecord) {
    const Ruleset rules = rules_of(pair_of("", out, "", "20"));
    Scorecard card;
    score(rules, record_of(rules, {}), card);
    score(rules, record_of(rules, {{"a", "1"}, {"b", "4"}}), card);
    EXPECT_EQ(support::text(card.nodes[0]), "5");
    EXPECT_EQ(card.nodes[1].state, NodeState::scored);
}

}  // namespace
}  // namespace biaochi
