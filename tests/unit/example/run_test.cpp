/// @file
/// A rulebook's own examples: what passes, and what is said of what does not.

#include "biaochi/example/run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "biaochi/rulebook/parse.hpp"

namespace biaochi {
namespace {

/// A rulebook of one figure worth 10 points at 3 or more, with the examples given.
Rulebook with_examples(const std::string& examples) {
    const ParsedRulebook parsed = parse_rulebook(R"({
     "format": "biaochi/1", "id": "one", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "One"},
     "sources": {"rule": {"title": {"en": "The rule"}}},
     "open": {"cuts": {"asks": {"en": "?"}, "readings": {"half": {"says": {"en": "half"}, "status": "natural"}}}},
     "facts": {"a": {"name": {"en": "A"}, "min": 0}},
     "score": {"id": "total", "points": 10, "parts": [{"id": "a", "points": 10, "ratio": {"standard": 3, "better": "higher"}}]},
     "classes": {"cuts": {"open": "cuts", "readings": {"half": [
       {"id": "P", "name": {"en": "pass"}, "from": 5}, {"id": "F", "name": {"en": "fail"}, "to": 5}]}}},
     "examples": [)" + examples + "]}");
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << issue.where << " " << issue.message.en;
    return *parsed.rulebook;
}

ExampleResult only(const std::string& example) { return run_examples(with_examples(example)).at(0); }

TEST(RunExamples, PassWhereEveryAnswerIsTheOneExpected) {
    const ExampleResult result = only(R"({"id": "two", "readings": {"cuts": "half"}, "facts": {"a": 2},
        "expect": {"score": "20/3", "shown": "6.67", "class": "P", "parts": {"a": "20/3", "total": {"low": "20/3", "high": "20/3"}}}})");
    EXPECT_EQ(result.id, "two");
    EXPECT_TRUE(result.passed);
    EXPECT_TRUE(result.issues.empty());
}

TEST(RunExamples, PassWhereAnIntervalAndNoClassAreExpected) {
    EXPECT_TRUE(only(R"({"id": "none", "readings": {"cuts": "half"}, "facts": {},
        "expect": {"score": {"low": 0, "high": 10}, "shown": "0.00–10.00", "class": null}})")
                    .passed);
    EXPECT_TRUE(only(R"({"id": "unread", "facts": {"a": 3}, "expect": {"class": null}})").passed);
}

TEST(RunExamples, NameThePlaceOfEveryDifference) {
    const ExampleResult result = only(R"({"id": "two", "readings": {"cuts": "half"}, "facts": {"a": 2},
        "expect": {"score": "6.67", "shown": "6.66", "class": "F", "parts": {"a": {"low": 0, "high": 10}}}})");
    EXPECT_FALSE(result.passed);
    ASSERT_EQ(result.issues.size(), 4U);
    const char* places[] = {"/examples/0/expect/score", "/examples/0/expect/shown", "/examples/0/expect/class",
                            "/examples/0/expect/parts/a"};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(result.issues[i].code, IssueCode::example_differs);
        EXPECT_EQ(result.issues[i].where, places[i]);
    }
    EXPECT_THAT(result.issues[0].message.en, testing::AllOf(testing::HasSubstr("20/3"), testing::HasSubstr("6.67")));
}

TEST(RunExamples, DoNotPassACloseValue) {
    EXPECT_FALSE(only(R"({"id": "close", "facts": {"a": 2}, "expect": {"score": "6.666666666666666666666666666667"}})").passed);
}

TEST(RunExamples, NameWrongFiguresAtTheirPlaceInTheRulebook) {
    const auto results = run_examples(with_examples(R"({"id": "good", "facts": {"a": 3}, "expect": {"score": 10}},
                                                       {"id": "bad", "facts": {"a": -1}, "expect": {"score": 0}})"));
    ASSERT_EQ(results.size(), 2U);
    EXPECT_TRUE(results[0].passed);
    EXPECT_FALSE(results[1].passed);
    ASSERT_FALSE(results[1].issues.empty());
    EXPECT_EQ(results[1].issues.front().code, IssueCode::below_min);
    EXPECT_EQ(results[1].issues.front().where, "/examples/1/facts/a");
}

}  // namespace
}  // namespace biaochi
