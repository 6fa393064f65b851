/// @file
/// Documents of records: their shape, who each record is of, which are there twice.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/record/sample.hpp"

namespace biaochi {
namespace {

using sample::found;
using sample::rules;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Case {
    const char* name;
    const char* json;
    std::vector<std::string> issues;
};

void expect_each(const std::vector<Case>& cases) {
    for (const Case& each : cases) EXPECT_EQ(found(read_records(rules(), each.json).issues), each.issues) << each.name;
}

TEST(ReadRecordsRefuses, Documents) {
    expect_each({Case{"text", "\"\"", {"wrong_type "}}, Case{"null", "null", {"wrong_type "}}, Case{"broken", "[", {"json_syntax /0"}},
                 Case{"no_records", "{}", {"missing_key "}}, Case{"records_is_null", R"({"records": null})", {"wrong_type /records"}},
                 Case{"unknown_key", R"({"records": [], "recods": 1})", {"unknown_key /recods"}},
                 Case{"number_as_record", "[5]", {"wrong_type /0"}},
                 Case{"list_as_record", R"({"records": [[]]})", {"wrong_type /records/0"}},
                 Case{"key_of_record", R"([{"region": "a", "facts": {}, "regoin": "b"}])", {"unknown_key /0/regoin"}},
                 Case{"repeated_key", R"([{"region": "a", "facts": {"growth": 1, "growth": 2}}])", {"repeated_key /0/facts/growth"}}});
}

TEST(ReadRecordsRefuses, Names) {
    expect_each({Case{"no_region", R"([{"facts": {}}])", {"missing_key /0"}},
                 Case{"null_region", R"([{"region": null, "facts": {}}])", {"missing_key /0"}},
                 Case{"empty_region", R"([{"region": "", "facts": {}}])", {"bad_value /0/region"}},
                 Case{"number_as_region", R"([{"region": 5, "facts": {}}])", {"wrong_type /0/region"}},
                 Case{"part_of_a_year", R"([{"region": "a", "period": 2020.5, "facts": {}}])", {"not_whole /0/period"}},
                 Case{"list_as_period", R"([{"region": "a", "period": [], "facts": {}}])", {"wrong_type /0/period"}},
                 Case{"number_as_group", R"([{"region": "a", "group": 1, "facts": {}}])", {"wrong_type /0/group"}},
                 Case{"truth_as_label", R"([{"region": "a", "label": true, "facts": {}}])", {"wrong_type /0/label"}},
                 Case{"no_facts", R"([{"region": "a"}])", {"missing_key /0"}},
                 Case{"list_as_facts", R"({"records": [{"region": "a", "facts": []}]})", {"wrong_type /records/0/facts"}}});
}

TEST(ReadRecords, TakesAListAlone) {
    const ReadRecords read =
        read_records(rules(), R"([{"region": "a", "facts": {"growth": 1}}, {"region": "b", "facts": {"growth": "x"}}])");
    EXPECT_THAT(found(read.issues), ElementsAre("not_a_number /1/facts/growth"));
    ASSERT_EQ(read.records.size(), 2U);
    EXPECT_EQ(sample::cell(read.records[0], "growth"), "reported 1");
}

TEST(ReadRecords, TakesNoRecordsAtAll) {
    EXPECT_THAT(read_records(rules(), "[]").issues, IsEmpty());
    EXPECT_THAT(read_records(rules(), R"({"records": []})").records, IsEmpty());
}

TEST(ReadRecords, KeepsWhoARecordIsOf) {
    const auto read =
        read_records(rules(), R"([{"region": "合作市", "period": "2020", "group": "牧区", "label": "illustration", "facts": {}}])");
    ASSERT_THAT(read.issues, IsEmpty());
    const Record& record = read.records.at(0);
    EXPECT_EQ(record.region, "合作市");
    EXPECT_EQ(record.period, "2020");
    EXPECT_EQ(record.group, "牧区");
    EXPECT_EQ(record.label, "illustration");
}

TEST(ReadRecords, LeavesOutWhatIsNull) {
    const auto read = read_records(rules(), R"([{"region": "a", "period": null, "group": null, "label": null, "facts": {}}])");
    EXPECT_THAT(read.issues, IsEmpty());
    EXPECT_EQ(read.records.at(0).period, "");
}

TEST(ReadRecords, TakesAWholeNumberAsPeriod) {
    const auto read =
        read_records(rules(), R"([{"region": "a", "period": 2020, "facts": {}}, {"region": "b", "period": 2020.0, "facts": {}}])");
    EXPECT_THAT(read.issues, IsEmpty());
    EXPECT_EQ(read.records.at(0).period, "2020");
    EXPECT_EQ(read.records.at(1).period, "2020");
}

TEST(ReadRecords, FindsARegionAndPeriodThatStandTwice) {
    const auto read = read_records(rules(), R"({"records": [
        {"region": "a", "period": "2020", "facts": {}}, {"region": "a", "period": "2021", "facts": {}},
        {"region": "b", "period": "2020", "facts": {}}, {"region": "a", "period": 2020, "facts": {}}]})");
    EXPECT_THAT(found(read.issues), ElementsAre("repeated_record /records/3"));
    EXPECT_THAT(read.issues.at(0).message.en, HasSubstr("/records/0"));
}

TEST(ReadRecords, CollectsEveryIssue) {
    const auto read = read_records(rules(), R"([
        {"region": "a", "facts": {"firms": 1.5, "share": 101, "grwth": 1}}, {"facts": {"growth": []}}])");
    EXPECT_THAT(found(read.issues), ElementsAre("unknown_fact /0/facts/grwth", "not_whole /0/facts/firms", "above_max /0/facts/share",
                                                "missing_key /1", "wrong_type /1/facts/growth"));
    EXPECT_TRUE(has_errors(read.issues));
}

}  // namespace
}  // namespace biaochi
