/// @file
/// Classes, coverage, peers, questions to a person, readings that are left open, tables.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "biaochi/explain/progress.hpp"
#include "unit/target/support.hpp"

namespace biaochi {
namespace {

using namespace support;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string grade = R"("fact": "grade", "due": "2023-12-31", "class": {"best": "b", "of": ["a", "b", "c"]})";

/// A record that says which options hold.
std::map<std::string, std::string> options(const std::string& a, const std::string& b, const std::string& c) {
    return {{"grade.a", a}, {"grade.b", b}, {"grade.c", c}};
}

TEST(InClass, IsMetByTheBestOneNamedOrABetter) {
    const Ruleset rules = target_rules(grade);
    EXPECT_EQ(status(rules, {{"2023", options("1", "0", "0")}}, "2023-12-31"), "met");
    EXPECT_EQ(status(rules, {{"2023", options("0", "1", "0")}}, "2023-12-31"), "met");
    const TargetProgress answer = asked(rules, {{"2023", options("0", "0", "1")}}, "2023-12-31");
    EXPECT_EQ(answer.status, TargetStatus::missed);
    EXPECT_EQ(answer.place, 2U);
    EXPECT_EQ(text(answer.distance), "1");
    const TargetProgress none = asked(rules, {{"2023", options("0", "0", "0")}}, "2023-12-31");
    EXPECT_EQ(none.status, TargetStatus::missed);
    EXPECT_EQ(none.place, 3U);
    EXPECT_EQ(text(none.distance), "2");
}

TEST(InClass, TakesTheNewestRecordThatSaysWhich) {
    const Ruleset rules = target_rules(grade);
    EXPECT_EQ(asked(rules, {{"2021", options("0", "0", "1")}, {"2022", {}}}, "2022-12-31").place, 2U);
    EXPECT_THAT(needs(rules, asked(rules, {{"2021", options("0", "0", "1")}}, "2022-12-31")), ElementsAre("line"));
    EXPECT_THAT(needs(rules, asked(rules, {{"2022", {}}}, "2022-12-31")), ElementsAre("figure grade.a"));
    EXPECT_THAT(needs(rules, asked(rules, {{"2022", {}}}, "2023-12-31")), ElementsAre("figure grade.a 2023-12-31"));
}

TEST(InClass, IsUndeterminedWhereSeveralHold) {
    const Ruleset rules = target_rules(grade);
    const TargetProgress answer = asked(rules, {{"2023", options("1", "1", "0")}}, "2023-12-31");
    EXPECT_EQ(answer.status, TargetStatus::undetermined);
    EXPECT_THAT(needs(rules, answer), ElementsAre("one_class grade.a 2023-12-31"));
}

const std::string coverage = R"("fact": "count", "due": "2023-12-31", "coverage": {"at_least": 80, "of_all": "all"})";

TEST(Coverage, IsAShareOfAll) {
    const Ruleset rules = target_rules(coverage);
    EXPECT_EQ(status(rules, {{"2023", {{"count", "12"}, {"all", "15"}}}}, "2023-12-31"), "met");  // 12 / 15 = 80 %
    const TargetProgress answer = asked(rules, {{"2023", {{"count", "11"}, {"all", "15"}}}}, "2023-12-31");
    EXPECT_EQ(answer.status, TargetStatus::missed);
    EXPECT_EQ(text(answer.value), "220/3");
    EXPECT_EQ(text(answer.distance), "20/3");
}

TEST(Coverage, NeedsAllOfTheSameRecord) {
    const Ruleset rules = target_rules(coverage);
    EXPECT_THAT(needs(rules, asked(rules, {{"2023", {{"count", "11"}}}}, "2023-12-31")), ElementsAre("figure all 2023-12-31"));
    EXPECT_THAT(needs(rules, asked(rules, {{"2023", {{"count", "0"}, {"all", "0"}}}}, "2023-12-31")),
                ElementsAre("positive_base all 2023-12-31"));
    EXPECT_THAT(needs(rules, asked(rules, {{"2022", {{"count", "1"}, {"all", "2"}}}}, "2022-12-31")), ElementsAre("line"));
}

/// Records of one year: region A, then its peers; an empty text lacks.
std::vector<Record> of_regions(const Ruleset& rules, const std::string& fact, const std::vector<std::string>& values) {
    std::vector<Record> records;
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::map<std::string, std::string> figures;
        if (!values[i].empty()) figures[fact] = values[i];
        records.push_back(record_of(rules, figures));
        records.back().region = std::string(1, static_cast<char>('A' + i));
        records.back().period = "2023";
    }
    return records;
}

const std::string relative = R"("fact": "count", "due": "2023-12-31", "relative": {"at_least": 1})";

TEST(Relative, IsComparedWithTheMeanOfTheOthers) {
    const Ruleset rules = target_rules(relative);
    // The mean of 40, 50 and 61 is 151/3, without the region itself.
    const TargetProgress answer = asked_of(rules, of_regions(rules, "count", {"50", "40", "50", "61"}), "2023-12-31");
    EXPECT_EQ(answer.status, TargetStatus::missed);
    EXPECT_EQ(text(answer.value), "150/151");
    EXPECT_EQ(text(answer.amount), "151/3");
    EXPECT_EQ(answer.peers, 3U);
    EXPECT_EQ(asked_of(rules, of_regions(rules, "count", {"50", "40", "50", "60"}), "2023-12-31").status, TargetStatus::met);
}

TEST(Relative, WithAPeerThatLacksIsDecidedWhereTheBoundsOfTheFactDo) {
    const Ruleset rules = target_rules(relative);
    // The one that lacks is 0 to 1000: the mean of it and 40 is 20 to 520.
    const TargetProgress open = asked_of(rules, of_regions(rules, "count", {"50", "40", ""}), "2023-12-31");
    EXPECT_EQ(open.status, TargetStatus::undetermined);
    EXPECT_THAT(needs(rules, open), ElementsAre("peers count 2023-12-31 C"));
    EXPECT_EQ(text(open.value), "5/52..2.5");
    EXPECT_EQ(asked_of(rules, of_regions(rules, "count", {"520", "40", ""}), "2023-12-31").status, TargetStatus::met);
    EXPECT_EQ(asked_of(rules, of_regions(rules, "count", {"19", "40", ""}), "2023-12-31").status, TargetStatus::missed);
    const Ruleset unbounded = target_rules(R"("fact": "x", "due": "2023-12-31", "relative": {"at_least": 1})");
    EXPECT_EQ(asked_of(unbounded, of_regions(unbounded, "x", {"520", "40", ""}), "2023-12-31").status, TargetStatus::undetermined);
}

TEST(Relative, NamesTheFirstFiveOfThePeersThatLackAndCountsTheRest) {
    const Ruleset rules = target_rules(relative);
    const TargetProgress answer = asked_of(rules, of_regions(rules, "count", {"50", "", "", "", "", "", "", ""}), "2023-12-31");
    EXPECT_THAT(needs(rules, answer), ElementsAre("peers count 2023-12-31 B C D E F"));
    EXPECT_EQ(answer.needs.at(0).more, 2U);
    EXPECT_EQ(answer.peers, 7U);
    EXPECT_EQ(need_text(rules, 0, answer.needs[0]).en.find("B, C, D, E, F and others, 7 in all") != std::string::npos, true)
        << need_text(rules, 0, answer.needs[0]).en;
}

TEST(Relative, LooksAtPeersOfTheSameGroupAndPeriodOnly) {
    const Ruleset rules = target_rules(relative);
    std::vector<Record> records = of_regions(rules, "count", {"50", "40", "900", "900"});
    records[2].group = "other";
    records[3].period = "2022";
    EXPECT_EQ(text(asked_of(rules, records, "2023-12-31").value), "1.25");
}

TEST(Relative, WithoutPeersOrAboveNothingIsUndetermined) {
    const Ruleset rules = target_rules(relative);
    EXPECT_THAT(needs(rules, asked_of(rules, of_regions(rules, "count", {"50"}), "2023-12-31")), ElementsAre("peers count 2023-12-31"));
    EXPECT_THAT(needs(rules, asked_of(rules, of_regions(rules, "count", {"50", "0"}), "2023-12-31")),
                ElementsAre("positive_base count 2023-12-31"));
    const Ruleset later = target_rules(R"("fact": "count", "due": "2024-12-31", "relative": {"at_least": 1})");
    EXPECT_THAT(needs(later, asked_of(later, of_regions(later, "count", {"1", "2"}), "2023-12-31")), ElementsAre("line"));
}

TEST(Qualitative, IsForAPerson) {
    const Ruleset rules = target_rules(R"("qualitative": {"asks": {"en": "Is it?"}})");
    EXPECT_THAT(needs(rules, asked(rules, Figures{}, "2022-12-31")), ElementsAre("person"));
}

/// "Twofold" may be three times or twice.
std::string twofold(const std::string& status = "conventional") {
    return R"("open": {"fold": {"asks": {"en": "?"}, "readings": {"three": {"says": {"en": "3"}, "status": "natural"},
              "two": {"says": {"en": "2"}, "status": ")" +
           status + R"("}}}},)";
}
const std::string folded = R"("fact": "x", "due": "2022-12-31",
    "multiple": {"at_least": {"open": "fold", "readings": {"three": 3, "two": 2}}, "from": 2020})";

TEST(OpenPoint, DecidesNothingWhereReadingsDiffer) {
    const Ruleset rules = target_rules(folded, twofold());
    const TargetProgress answer = asked(rules, {{"2020", {{"x", "10"}}}, {"2022", {{"x", "25"}}}}, "2022-12-31");
    EXPECT_EQ(answer.status, TargetStatus::undetermined);
    EXPECT_THAT(needs(rules, answer), ElementsAre("reading fold"));
    EXPECT_EQ(text(answer.value), "2.5");
    EXPECT_EQ(text(answer.distance), "0..0.5");
    EXPECT_EQ(text(answer.completion), "250/3..125");
    ASSERT_EQ(answer.by_reading.size(), 2U);
    EXPECT_EQ(answer.by_reading[0].status, TargetStatus::missed);
    EXPECT_EQ(answer.by_reading[1].status, TargetStatus::met);
}

TEST(OpenPoint, DecidesWhereAllReadingsAgreeAndNoneIsAnIllustration) {
    const Figures low{{"2020", {{"x", "10"}}}, {"2022", {{"x", "19"}}}};
    const Ruleset rules = target_rules(folded, twofold());
    EXPECT_EQ(status(rules, low, "2022-12-31"), "missed");
    EXPECT_THAT(needs(rules, asked(rules, low, "2022-12-31")), IsEmpty());
    EXPECT_EQ(status(target_rules(folded, twofold("illustrative")), low, "2022-12-31"), "undetermined");
}

TEST(OpenPoint, IsReadAsTheUserSays) {
    const Figures figures{{"2020", {{"x", "10"}}}, {"2022", {{"x", "25"}}}};
    EXPECT_EQ(status(target_rules(folded, twofold(), {{"fold", "two"}}), figures, "2022-12-31"), "met");
    EXPECT_EQ(status(target_rules(folded, twofold(), {{"fold", "three"}}), figures, "2022-12-31"), "missed");
    EXPECT_TRUE(asked(target_rules(folded, twofold(), {{"fold", "two"}}), figures, "2022-12-31").by_reading.empty());
}

TEST(OpenPoint, BehindTwoPlacesIsReadTheSameWayInBoth) {
    const Ruleset rules = target_rules(R"("fact": "x", "due": {"open": "fold", "readings": {"three": "2023-12-31", "two": "2022-12-31"}},
        "level": {"at_least": {"open": "fold", "readings": {"three": 3, "two": 2}}})",
                                       twofold());
    EXPECT_EQ(rules.targets()->targets[0].ways.size(), 2U);
    EXPECT_EQ(status(rules, {{"2022", {{"x", "3"}}}}, "2022-12-31"), "met");
}

TEST(OpenPoint, RestsOnAnEstimateWhereOneReadingDoes) {
    // Both readings are missed: the first by the reported figure of 2022, the second by the estimate of 2023.
    const Ruleset rules = target_rules(R"("fact": "x", "due": {"open": "fold", "readings": {"three": "2022-12-31", "two": "2023-12-31"}},
        "level": {"at_least": 5})",
                                       twofold());
    std::vector<Record> records = records_of(rules, {{"2022", {{"x", "3"}}}, {"2023", {{"x", "4"}}}});
    EXPECT_FALSE(asked_of(rules, records, "2023-12-31").estimated);
    records[1].cells[rules.slot("x")].status = Status::estimated;
    const TargetProgress answer = asked_of(rules, records, "2023-12-31");
    EXPECT_EQ(answer.status, TargetStatus::missed);
    EXPECT_TRUE(answer.estimated);
}

TEST(OpenPoint, WithMoreChoicesThanAreLookedAtDecidesNothing) {
    std::string open = R"("open": {)";
    std::string values[2];
    for (int point = 0; point < 2; ++point) {
        std::string readings;
        for (int i = 0; i < 17; ++i) {
            const std::string id = "r" + std::to_string(i);
            readings += (i == 0 ? "\"" : ", \"") + id + R"(": {"says": {"en": "r"}, "status": "natural"})";
            values[point] += (i == 0 ? "\"" : ", \"") + id + "\": " + std::to_string(point == 0 ? i : 2000 + i);
        }
        open += (point == 0 ? "\"p" : ", \"p") + std::to_string(point) + R"(": {"asks": {"en": "?"}, "readings": {)" + readings + "}}";
    }
    const Ruleset rules = target_rules(R"("fact": "x", "gain": {"at_least": {"open": "p0", "readings": {)" + values[0] +
                                           R"(}}, "from": {"open": "p1", "readings": {)" + values[1] + "}}}",
                                       open + "},");
    const TargetProgress answer = asked(rules, {{"2020", {{"x", "3"}}}}, "2022-12-31");
    EXPECT_EQ(answer.status, TargetStatus::undetermined);
    EXPECT_THAT(needs(rules, answer), ElementsAre("reading p0", "reading p1"));
    EXPECT_THAT(answer.by_reading, IsEmpty());
}

TEST(ProgressTable, LeavesOutWhatIsLaterOrHasNoPeriod) {
    const Ruleset rules = target_rules(R"("fact": "x", "level": {"at_least": 2})");
    const std::vector<Record> records = records_of(
        rules, {{"2023", {{"x", "9"}}}, {"", {{"x", "9"}}}, {"last year", {{"x", "9"}}}, {"1850", {{"x", "9"}}}, {"2022", {{"x", "1"}}}});
    const ProgressTable table(rules, records, parse_date("2022-12-31").value());
    EXPECT_EQ(table.later(), 1U);
    EXPECT_EQ(table.undated(), 3U);
    EXPECT_THAT(table.regions(), ElementsAre("A"));
    EXPECT_EQ(text(table.progress(0, 0).value), "1");
    EXPECT_THROW(static_cast<void>(table.progress(1, 0)), Error);
    EXPECT_THROW(static_cast<void>(table.progress(0, 1)), Error);
}

TEST(Progress, OfARulebookWithoutTargetsIsEmpty) {
    const Ruleset rules = rules_of(target_facts.substr(0, target_facts.size() - 1));
    EXPECT_TRUE(progress(rules, {}, "A", parse_date("2022-12-31").value()).empty());
}

}  // namespace
}  // namespace biaochi
