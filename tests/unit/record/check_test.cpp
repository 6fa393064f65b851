/// @file
/// The checks of a filled record, and that reading finds the same by them.

#include "record/check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>

#include "biaochi/core/error.hpp"
#include "unit/record/sample.hpp"

namespace biaochi {
namespace {

using sample::found;
using sample::rules;
using sample::wrong_facts;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Entry {
    const char* slot;
    Number value;
    Status status = Status::reported;
};

Record filled(std::initializer_list<Entry> entries) {
    Record record = empty_record(rules());
    for (const Entry& entry : entries) record.cells.at(rules().slot(entry.slot)) = Cell{entry.status, entry.value};
    return record;
}

std::vector<std::string> check(const Record& record) { return found(check_record(rules(), record, "/records/3")); }

TEST(CheckRecord, FindsNothingWrongWithASensibleRecord) {
    EXPECT_THAT(check(empty_record(rules())), IsEmpty());
    EXPECT_THAT(check(filled({{"share", Number(100)}, {"firms", Number(0)}, {"growth", Number(-1, 3)}, {"st_department.plan", Number(1)}})),
                IsEmpty());
}

TEST(CheckRecord, FindsFiguresOutsideTheirBounds) {
    EXPECT_THAT(check(filled({{"share", Number(101)}, {"firms", Number(-1)}})),
                ElementsAre("below_min /records/3/facts/firms", "above_max /records/3/facts/share"));
}

TEST(CheckRecord, FindsCountsThatAreNotWhole) {
    EXPECT_THAT(check(filled({{"firms", Number(1, 2)}, {"services.makerspace.national", Number(-3, 2)}})),
                ElementsAre("not_whole /records/3/facts/firms", "not_whole /records/3/facts/services.makerspace.national",
                            "below_min /records/3/facts/services.makerspace.national"));
}

TEST(CheckRecord, DoesNotLookAtFiguresThatDoNotCount) {
    EXPECT_THAT(check(filled({{"share", Number(101), Status::rejected}, {"firms", Number(-1), Status::missing}})), IsEmpty());
    EXPECT_THAT(check(filled({{"share", Number(101), Status::estimated}})), ElementsAre("above_max /records/3/facts/share"));
}

TEST(CheckRecord, FindsAPartAboveItsWhole) {
    EXPECT_THAT(check(filled({{"firms", Number(10)}, {"hightech_firms", Number(10)}})), IsEmpty());
    EXPECT_THAT(check(filled({{"hightech_firms", Number(10)}})), IsEmpty());
    EXPECT_THAT(check(filled({{"firms", Number(1), Status::rejected}, {"hightech_firms", Number(10)}})), IsEmpty());
    const auto issues = check_record(rules(), filled({{"firms", Number(10)}, {"hightech_firms", Number(11)}}), "");
    EXPECT_THAT(found(issues), ElementsAre("part_above_whole /facts/hightech_firms"));
    EXPECT_THAT(issues[0].message.en, HasSubstr("“hightech_firms” is 11 家, while “firms” is 10 家"));
}

TEST(CheckRecord, ComparesAPartWithItsWholeInOneUnit) {
    EXPECT_THAT(check(filled({{"spend", Number(1)}, {"st_spend", Number(10'000)}})), IsEmpty());
    EXPECT_THAT(check(filled({{"spend", Number(1)}, {"st_spend", Number(10'001)}})),
                ElementsAre("part_above_whole /records/3/facts/st_spend"));
}

TEST(CheckRecord, FindsTwoOptionsOfWhichOneMayHold) {
    const auto issues =
        check_record(rules(), filled({{"st_department.independent", Number(1)}, {"st_department.leading_group", Number(1)}}), "/0");
    EXPECT_THAT(found(issues), ElementsAre("two_options_chosen /0/facts/st_department.leading_group"));
    EXPECT_THAT(issues[0].message.en, HasSubstr("independent, leading_group"));
    EXPECT_THAT(check(filled({{"st_department.independent", Number(1)}, {"st_department.leading_group", Number(0)}})), IsEmpty());
    EXPECT_THAT(check(filled({{"st_department.independent", Number(1)}, {"st_department.plan", Number(1)}})), IsEmpty());
}

TEST(CheckRecord, FindsWhatIsWrongWithAPanel) {
    Record record = filled({{"st_management", Number(4)}, {"opinion", Number(4)}});
    record.given[rules().slot("firms")].evidence = "台账";
    record.given[rules().slot("st_management")].scores = {Number(4), Number(6)};
    EXPECT_THAT(check(record), ElementsAre("above_max /records/3/facts/st_management/1", "too_few_judges /records/3/facts/st_management"));
    record.given[rules().slot("st_management")].scores = {Number(4), Number(5), Number(3)};
    EXPECT_THAT(check(record), IsEmpty());
}

TEST(CheckRecord, RefusesARecordOfOtherRules) {
    Record record = empty_record(rules());
    record.cells.pop_back();
    try {
        (void)check_record(rules(), record, "");
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::wrong_ruleset);
    }
}

TEST(CheckRecord, FindsWhatReadingFinds) {
    constexpr const char* facts = R"({"hightech_firms": 1.5, "firms": 1, "share": -1, "services.makerspace.national": -1,
                                      "st_department.independent": 1, "st_department.leading_group": 1, "st_management": 7})";
    const ReadRecords read = sample::read_facts(facts);
    const std::vector<Issue> checked = check_record(rules(), read.records.at(0), "/records/0");
    EXPECT_EQ(read.issues, checked);
    EXPECT_EQ(checked.size(), 6U);
}

TEST(CheckRecord, NamesThePlaceThatAFigureWasReadFrom) {
    EXPECT_THAT(wrong_facts(R"({"services": {"makerspace": {"national": -1}}, "share": {"value": 101}})"),
                ElementsAre("above_max /share/value", "below_min /services/makerspace/national"));
}

}  // namespace
}  // namespace biaochi
