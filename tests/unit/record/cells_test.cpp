/// @file
/// Single figures: values, statuses, units, evidence, panels.

#include "record/cells.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/record/sample.hpp"

namespace biaochi {
namespace {

using sample::cell;
using sample::given;
using sample::good;
using sample::wrong_facts;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Figure, IsANumberOrATextThatIsOne) {
    EXPECT_EQ(cell(good(R"({"growth": -3.25})"), "growth"), "reported -3.25");
    EXPECT_EQ(cell(good(R"({"growth": "2/3"})"), "growth"), "reported 2/3");
}

TEST(Figure, ThatIsNullOrNotThereIsMissing) {
    EXPECT_EQ(cell(good(R"({"growth": null})"), "growth"), "missing 0");
    EXPECT_EQ(cell(good("{}"), "growth"), "missing 0");
    EXPECT_EQ(cell(good(R"({"growth": {"value": null}})"), "growth"), "missing 0");
    EXPECT_EQ(cell(good(R"({"growth": {}})"), "growth"), "missing 0");
}

TEST(Figure, WithAValueAndNoStatusIsReported) {
    EXPECT_EQ(cell(good(R"({"growth": {"value": 3}})"), "growth"), "reported 3");
    EXPECT_EQ(cell(good(R"({"growth": {"value": "3", "status": null, "unit": null, "evidence": null}})"), "growth"), "reported 3");
}

TEST(Figure, HasTheStatusThatItStates) {
    EXPECT_EQ(cell(good(R"({"growth": {"value": 3, "status": "estimated"}})"), "growth"), "estimated 3");
    EXPECT_EQ(cell(good(R"({"growth": {"status": "not_applicable"}})"), "growth"), "not_applicable 0");
    EXPECT_EQ(cell(good(R"({"growth": {"value": null, "status": "missing"}})"), "growth"), "missing 0");
}

TEST(Figure, ThatDoesNotCountKeepsWhatWasWritten) {
    const Record number = good(R"({"share": {"value": 250, "status": "rejected", "evidence": "核查"}})");
    EXPECT_EQ(cell(number, "share"), "rejected 250");
    EXPECT_EQ(given(number, "share").evidence, "核查");
    EXPECT_EQ(given(number, "share").as_written, "");
    const Record text = good(R"({"share": {"value": "about 3", "status": "rejected", "unit": "%"}})");
    EXPECT_EQ(cell(text, "share"), "rejected 0");
    EXPECT_EQ(given(text, "share").as_written, "about 3 %");
    EXPECT_EQ(given(good(R"({"share": {"value": [1], "status": "missing"}})"), "share").as_written, "[1]");
    const Record unit = good(R"({"st_spend": {"value": 2, "status": "not_applicable", "unit": "亿元"}})");
    EXPECT_EQ(cell(unit, "st_spend"), "not_applicable 20000");
    EXPECT_EQ(given(unit, "st_spend").as_written, "2 亿元");
}

TEST(Figure, KeepsItsEvidence) {
    EXPECT_EQ(given(good(R"({"growth": {"value": 3, "evidence": "决算报告"}})"), "growth").evidence, "决算报告");
    EXPECT_TRUE(good(R"({"growth": 3})").given.empty());
}

TEST(Figure, IsConvertedExactlyToTheUnitOfItsFact) {
    const Record record = good(R"({"st_spend": {"value": "0.5", "unit": "亿元"}, "share": {"value": "1/3", "unit": "1"},
                                   "machines": {"value": 3, "unit": "台套"}, "firms": {"value": 7, "unit": "家"}})");
    EXPECT_EQ(cell(record, "st_spend"), "reported 5000");
    EXPECT_EQ(given(record, "st_spend").as_written, "0.5 亿元");
    EXPECT_EQ(cell(record, "share"), "reported 100/3");
    EXPECT_EQ(cell(record, "machines"), "reported 6");
    EXPECT_EQ(given(record, "firms").as_written, "");
}

struct Case {
    const char* name;
    const char* facts;
    std::vector<std::string> issues;
};

void expect_each(const std::vector<Case>& cases) {
    for (const Case& each : cases) EXPECT_EQ(wrong_facts(each.facts), each.issues) << each.name;
}

TEST(FigureIsRefused, Wrapped) {
    expect_each(
        {Case{"unknown_key", R"({"growth": {"value": 1, "unti": "%"}})", {"unknown_key /growth/unti"}},
         Case{"unknown_status", R"({"growth": {"value": 1, "status": "guessed"}})", {"unknown_status /growth/status"}},
         Case{"number_as_status", R"({"growth": {"value": 1, "status": 1}})", {"wrong_type /growth/status"}},
         Case{"reported_nothing", R"({"growth": {"status": "reported"}})", {"value_without_status /growth/status"}},
         Case{"estimated_nothing", R"({"growth": {"value": null, "status": "estimated"}})", {"value_without_status /growth/status"}},
         Case{"bad_value", R"({"growth": {"value": "x"}})", {"not_a_number /growth/value"}},
         Case{"list", R"({"growth": {"value": [1]}})", {"wrong_type /growth/value"}},
         Case{"truth", R"({"growth": true})", {"wrong_type /growth"}},
         Case{"number_as_evidence", R"({"growth": {"value": 1, "evidence": 2}})", {"wrong_type /growth/evidence"}}});
}

TEST(FigureIsRefused, Units) {
    expect_each({Case{"other_kind", R"({"st_spend": {"value": 1, "unit": "家"}})", {"wrong_unit /st_spend/unit"}},
                 Case{"unknown", R"({"st_spend": {"value": 1, "unit": "万圆"}})", {"unknown_unit /st_spend/unit"}},
                 Case{"fact_has_none", R"({"growth": {"value": 1, "unit": "%"}})", {"wrong_unit /growth/unit"}},
                 Case{"not_a_text", R"({"growth": {"value": 1, "unit": 5}})", {"wrong_type /growth/unit"}},
                 Case{"not_whole_when_converted",
                      R"({"services.tech_centre": {"value": "0.00005", "unit": "万个"}})",
                      {"not_whole /services.tech_centre/value"}}});
}

TEST(Panel, GivesTheExactMeanOfWhatIsNotDropped) {
    const Record record = good(R"({"st_management": ["4", "3.5", 4.5, 1]})");
    EXPECT_EQ(cell(record, "st_management"), "reported 3.75");
    EXPECT_THAT(given(record, "st_management").scores, ElementsAre(Number(4), Number(7, 2), Number(9, 2), Number(1)));
    EXPECT_EQ(cell(good(R"({"opinion": [1, 2, 2]})"), "opinion"), "reported 5/3");
}

TEST(Panel, MayHandInItsResultAlone) {
    const Record record = good(R"({"st_management": 4})");
    EXPECT_EQ(cell(record, "st_management"), "reported 4");
    EXPECT_TRUE(given(record, "st_management").scores.empty());
}

TEST(Panel, HasStatusAndEvidenceLikeAnyFigure) {
    const Record record = good(R"({"opinion": {"value": [3], "status": "estimated", "evidence": "会议纪要"}})");
    EXPECT_EQ(cell(record, "opinion"), "estimated 3");
    EXPECT_EQ(given(record, "opinion").evidence, "会议纪要");
}

TEST(FigureIsRefused, Panels) {
    expect_each(
        {Case{"too_few", R"({"st_management": [4, 4]})", {"too_few_judges /st_management"}},
         Case{"nobody", R"({"opinion": {"value": []}})", {"too_few_judges /opinion/value"}},
         Case{"bounds", R"({"st_management": [4, 6, -1]})", {"above_max /st_management/1", "below_min /st_management/2"}},
         Case{"result_out_of_bounds", R"({"st_management": 6})", {"above_max /st_management"}},
         Case{"not_numbers", R"({"st_management": [4, null, "x", 4]})", {"wrong_type /st_management/1", "not_a_number /st_management/2"}},
         Case{"unit", R"({"opinion": {"value": [1], "unit": "分"}})", {"wrong_unit /opinion/unit"}}});
}

}  // namespace
}  // namespace biaochi
