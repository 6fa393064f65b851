/// @file
/// Progress in words and as data: the day that readings share, many regions.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>

#include "biaochi/explain/progress.hpp"
#include "support/rules.hpp"

namespace biaochi {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A target with a goal that is unread. @param due  its member, with a comma
Ruleset unread(const std::string& due) {
    return support::rules_of(R"("facts": {"x": {"name": {"en": "X"}}},
        "open": {"fold": {"asks": {"en": "?"}, "readings": {"three": {"says": {"en": "3"}, "status": "natural"}, "two": {"says": {"en": "2"}, "status": "natural"}}}},
        "targets": {"t": {"name": {"en": "T"}, "fact": "x", )" +
                             due + R"("level": {"at_least": {"open": "fold", "readings": {"three": 3, "two": 2}}}}})");
}

std::string told(const Ruleset& rules, AnswerFormat format = AnswerFormat::text) {
    const std::string records = R"([{"region": "A", "period": "2022", "facts": {"x": 2.5}}])";
    return progress_of_table(rules, records, {}, format, Language::en).document.value();
}

TEST(ProgressInWords, TellTheDayThatAllReadingsShare) {
    const Ruleset rules = unread(R"("due": "2025-12-31", )");
    EXPECT_THAT(told(rules), HasSubstr("due 2025-12-31"));
    EXPECT_THAT(told(rules, AnswerFormat::json), HasSubstr(R"("due": "2025-12-31")"));
    EXPECT_THAT(told(unread("")), HasSubstr("the text states no day"));
    const std::string open = told(unread(R"("due": {"open": "fold", "readings": {"three": "2025-12-31", "two": "2026-12-31"}}, )"));
    EXPECT_THAT(open, Not(HasSubstr("    due ")));
}

TEST(ProgressAnswer, OfATableWithManyRegionsFindsTheOneAskedAboutQuickly) {
    const Ruleset rules = support::rules_of(
        R"("facts": {"x": {"name": {"en": "X"}}}, "targets": {"t": {"name": {"en": "T"}, "fact": "x", "level": {"at_least": 2}}})");
    std::string records = "[";
    for (int i = 0; i < 100000; ++i) {
        records +=
            (i == 0 ? "" : ",") + (R"({"region": "the county number )" + std::to_string(i)) + R"(", "period": "2022", "facts": {"x": 2}})";
    }
    records += "]";
    ProgressQuestion question;
    question.region = "the county number 99999";
    const std::clock_t begun = std::clock();  // of the processor: other programs do not count
    EXPECT_TRUE(progress_of_table(rules, records, question, AnswerFormat::text, Language::en).document);
    EXPECT_LT(std::clock() - begun, std::clock_t{9} * CLOCKS_PER_SEC);
}

}  // namespace
}  // namespace biaochi
