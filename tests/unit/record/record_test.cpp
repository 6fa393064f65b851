/// @file
/// Statuses have permanent names; an empty record says nothing.

#include "biaochi/record/record.hpp"

#include <gtest/gtest.h>

#include "unit/record/sample.hpp"

namespace biaochi {
namespace {

TEST(Status, HasAPermanentName) {
    EXPECT_EQ(name(Status::missing), "missing");
    EXPECT_EQ(name(Status::reported), "reported");
    EXPECT_EQ(name(Status::not_applicable), "not_applicable");
    EXPECT_EQ(name(Status::estimated), "estimated");
    EXPECT_EQ(name(Status::rejected), "rejected");
}

TEST(Status, IsFoundByItsName) {
    for (const Status each : {Status::missing, Status::reported, Status::not_applicable, Status::estimated, Status::rejected}) {
        EXPECT_EQ(status(name(each)), each);
    }
    EXPECT_FALSE(status("Reported"));
    EXPECT_FALSE(status(""));
}

TEST(Status, ReportedAndEstimatedValuesCount) {
    EXPECT_TRUE(counts(Status::reported));
    EXPECT_TRUE(counts(Status::estimated));
    EXPECT_FALSE(counts(Status::missing));
    EXPECT_FALSE(counts(Status::not_applicable));
    EXPECT_FALSE(counts(Status::rejected));
}

TEST(EmptyRecord, HasAMissingFigureInEverySlot) {
    const Record record = empty_record(sample::rules());
    ASSERT_EQ(record.cells.size(), sample::rules().slots().size());
    for (const Cell& cell : record.cells) EXPECT_EQ(cell.status, Status::missing);
    EXPECT_TRUE(record.given.empty());
    EXPECT_TRUE(record.region.empty());
}

}  // namespace
}  // namespace biaochi
