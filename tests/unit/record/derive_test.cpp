/// @file
/// Derived figures: ratios, growth and formulas worked out by hand; what lacks is named.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sstream>

#include "biaochi/explain/explain.hpp"
#include "biaochi/explain/results.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "support/rules.hpp"

namespace biaochi {
namespace {

using support::found;
using support::number;

const Ruleset& rules() {
    static const Ruleset compiled = [] {
        std::ifstream file(std::string(BIAOCHI_ROOT) + "/tests/rulebooks/good/derived.json");
        std::stringstream text;
        text << file.rdbuf();
        const ParsedRulebook parsed = parse_rulebook(text.str());
        for (const Issue& issue : parsed.issues) ADD_FAILURE() << issue.where << issue.message.en;
        return compile(parsed.rulebook.value(), parsed.rulebook->effective.from).rules.value();
    }();
    return compiled;
}

std::string cell(const Record& record, std::string_view slot) {
    const Cell& found = record.cells.at(rules().slot(slot));
    return counts(found.status) ? std::string(name(found.status)) + " " + found.value.text() : std::string(name(found.status));
}

std::string cause(const Record& record, std::string_view slot) {
    return std::string(feel::name(record.derived.at(rules().slot(slot)).cause));
}

ReadRecords read(const std::string& rows) { return read_records(rules(), "[" + rows + "]"); }

constexpr const char* four_years = R"({"region": "A", "period": 2018, "facts": {"rd": 8000, "gdp": 40}},
    {"region": "A", "period": 2020, "facts": {"rd": 10000, "gdp": 50}},
    {"region": "B", "period": 2020, "facts": {"rd": 1, "gdp": 1}},
    {"region": "A", "period": 2021, "facts": {"rd": 12167, "gdp": 60, "patents": 30, "people": 20000}})";

TEST(Derive, RatiosComeToTheUnitOfTheFact) {
    const ReadRecords table = read(four_years);
    ASSERT_THAT(found(table.issues), testing::IsEmpty());
    const Record& last = table.records[3];
    EXPECT_EQ(cell(last, "rd_share"), "reported 12167/6000");  // 1.2167 / 60 × 100
    EXPECT_EQ(cell(last, "patent_density"), "reported 15");
    EXPECT_EQ(cell(last, "rd_rest"), "reported 587833");
    EXPECT_EQ(cell(last, "density"), "reported 2000/3");
    EXPECT_EQ(rules().derived()[0].formula, "rd / gdp / 100");
}

TEST(Derive, GrowthIsAgainstTheSameRegionSoManyYearsEarlier) {
    const ReadRecords table = read(four_years);
    EXPECT_EQ(cell(table.records[3], "rd_growth"), "reported 21.67");
    // (12167 / 8000)^(1/3) = 23/20 exactly.
    EXPECT_EQ(cell(table.records[3], "rd_rise"), "reported 15");
    // The share was 2 and is 12167/6000: 1.3916… %, in ‰.
    EXPECT_EQ(cell(table.records[3], "share_growth"), "reported 167/12");
    EXPECT_EQ(cell(table.records[1], "rd_growth"), "missing");  // 2019 was not handed in
    EXPECT_EQ(table.records[1].derived.at(rules().slot("rd_growth")).operands[1].period, "2019");
}

TEST(Derive, CompoundGrowthIsRoundedAsStated) {
    const ReadRecords table = read(R"({"region": "A", "period": "2018-06", "facts": {"rd": 1000}},
                                      {"region": "A", "period": "2021-06", "facts": {"rd": 2000}},
                                      {"region": "B", "period": "2018", "facts": {"rd": 2000}},
                                      {"region": "B", "period": "2021", "facts": {"rd": 1000}})");
    EXPECT_EQ(cell(table.records[1], "rd_rise"), "reported 25.9921");   // 2^(1/3) = 1.259921049…
    EXPECT_EQ(cell(table.records[3], "rd_rise"), "reported -20.6299");  // 0.5^(1/3) = 0.793700525…
}

TEST(Derive, WhatLacksIsNamed) {
    const ReadRecords table = read(R"({"region": "A", "period": 2021, "facts": {"rd": 3}})");
    EXPECT_EQ(cause(table.records[0], "rd_share"), "missing_fact");
    const std::string json = score_table(rules(), R"([{"region": "A", "period": 2021, "facts": {"rd": 3}}])").json.value();
    EXPECT_NE(json.find(R"("fact": "gdp")"), std::string::npos) << json;
    EXPECT_NE(json.find(R"("period": "2020")"), std::string::npos) << json;
    EXPECT_EQ(json.find(R"("fact": "rd_share")"), std::string::npos) << json;
}

TEST(Derive, ADivisorOfZeroIsSaid) {
    const std::string rows = R"({"region": "A", "period": 2020, "facts": {"rd": 0, "gdp": 0}},
                                {"region": "A", "period": 2021, "facts": {"rd": 3, "gdp": 0}})";
    const ReadRecords table = read(rows);
    EXPECT_EQ(cause(table.records[1], "rd_share"), "division_by_zero");
    EXPECT_EQ(cause(table.records[1], "rd_growth"), "division_by_zero");
    const std::string json = score_table(rules(), "[" + rows + "]").json.value();
    EXPECT_NE(json.find(R"("cause": "division_by_zero")"), std::string::npos) << json;
}

TEST(Derive, AnEstimateMakesAnEstimate) {
    const ReadRecords table = read(R"({"region": "A", "facts": {"rd": {"value": 100, "status": "estimated"}, "gdp": 1}})");
    EXPECT_EQ(cell(table.records[0], "rd_share"), "estimated 1");
    EXPECT_EQ(cell(table.records[0], "rd_growth"), "missing");
}

TEST(Derive, WhatIsHandedInIsRefusedOrGoesBefore) {
    EXPECT_THAT(found(read(R"({"region": "A", "facts": {"rd_share": 3}})").issues),
                testing::ElementsAre("derived_given /0/facts/rd_share"));
    const ReadRecords table = read(R"({"region": "A", "facts": {"density": 7, "people": 10, "patents": 2}})");
    EXPECT_EQ(cell(table.records[0], "density"), "reported 7");
    EXPECT_FALSE(table.records[0].derived.contains(rules().slot("density")));
    EXPECT_THAT(found(read(R"({"region": "A", "facts": {"rd_share": null}})").issues), testing::IsEmpty());
}

TEST(Derive, BoundsHoldForDerivedFiguresToo) {
    const Ruleset small =
        support::rules_of(R"("facts": {"a": {"name": {"en": "A"}}, "b": {"name": {"en": "B"}, "max": 5, "formula": "a * 2"}})");
    const ReadRecords table = read_records(small, R"({"records": [{"region": "A", "facts": {"a": 3}}]})");
    EXPECT_THAT(found(table.issues), testing::ElementsAre("above_max /records/0/facts/b"));
}

TEST(Derive, TheFormulaIsExplainedWithItsOperands) {
    const ReadRecords table = read(four_years);
    const Scorecard card = score(rules(), table.records[3]);
    const std::string text = explain(rules(), table.records[3], card, nullptr, Language::en, ExplainFormat::text);
    EXPECT_NE(text.find("by rd / gdp / 100: R&D spending: 12167 万元, GDP: 60 亿元"), std::string::npos) << text;
    EXPECT_NE(text.find("R&D spending (2020): 10000 万元"), std::string::npos) << text;
}

TEST(Derive, InCppItIsCalledOnFilledRecords) {
    std::array<Record, 1> records{support::record_of(rules(), {{"rd", "100"}, {"gdp", "1"}})};
    derive(rules(), records);
    derive(rules(), records);
    EXPECT_EQ(cell(records[0], "rd_share"), "reported 1");
}

}  // namespace
}  // namespace biaochi
