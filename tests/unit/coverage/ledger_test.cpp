/// @file
/// Ledgers in Markdown: which ids they have, and what is refused.

#include "biaochi/coverage/ledger.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace biaochi {
namespace {

using testing::ElementsAre;

std::vector<std::string> ids(std::string_view markdown) {
    const ParsedLedger parsed = parse_ledger(markdown);
    std::vector<std::string> found;
    if (!parsed.ledger) return {"refused"};
    for (const LedgerId& each : parsed.ledger->ids) found.push_back(each.id);
    return found;
}

std::vector<std::string> faults(std::string_view markdown) {
    std::vector<std::string> found;
    for (const Issue& issue : parse_ledger(markdown).issues)
        found.push_back(std::string(name(issue.code)) + " " + std::to_string(issue.line));
    return found;
}

TEST(Ledger, ReadsTheFirstColumnOfItsTables) {
    EXPECT_THAT(ids("Ids: `S9-nn`.\n\n| id | clause |\n|---|---|\n| S0-01 | a |\n| S1C-57a | b |\n\ntext S0-02\n\n| DEF | where "
                    "|\n|:--|---|\n| DEF-01 | S0-08 |\n"),
                ElementsAre("S0-01", "S1C-57a", "DEF-01"));
}

TEST(Ledger, KeepsTheLineOfEachId) {
    const ParsedLedger parsed = parse_ledger("| id |\n|---|\n| S0-01 |\n| S0-02 |");
    ASSERT_TRUE(parsed.ledger);
    EXPECT_EQ(parsed.ledger->ids[0].line, 3U);
    EXPECT_EQ(parsed.ledger->ids[1].line, 4U);
}

TEST(Ledger, TakesIdsOfNumberedRowsFromTheHeading) {
    EXPECT_THAT(ids("### 1.3 the 3 indicators (S0-I01 … S0-I03)\n\n| # | group |\n|---|---|\n| 1 | a |\n| 2 | b |\n| 3 | c |\n"),
                ElementsAre("S0-I01", "S0-I02", "S0-I03"));
}

TEST(Ledger, PassesOverOtherTables) {
    EXPECT_THAT(ids("| id |\n|---|\n| S0-01 |\n\n| field | meaning |\n|---|---|\n| x | S0-09 |\n"), ElementsAre("S0-01"));
    EXPECT_THAT(ids("| id |\r\n|---|\r\n| S0-01 |\r\n"), ElementsAre("S0-01"));
}

struct BadLedger {
    const char* name;
    const char* text;
    const char* fault;
};

class BadLedgers : public testing::TestWithParam<BadLedger> {};

TEST_P(BadLedgers, AreRefusedAtTheirLine) {
    EXPECT_THAT(faults(GetParam().text), ElementsAre(GetParam().fault));
    EXPECT_FALSE(parse_ledger(GetParam().text).ledger);
}

constexpr BadLedger bad_ledgers[] = {
    {"nothing", "no table\n", "empty_list 1"},
    {"a_word_for_an_id", "| id |\n|---|\n| items |\n", "bad_value 3"},
    {"a_range_for_an_id", "| id |\n|---|\n| S1C-22/23 |\n", "bad_value 3"},
    {"a_small_letter_first", "| id |\n|---|\n| s1-01 |\n", "bad_value 3"},
    {"no_hyphen", "| id |\n|---|\n| S101 |\n", "bad_value 3"},
    {"no_number", "| id |\n|---|\n| S1-I |\n", "bad_value 3"},
    {"two_letters_last", "| id |\n|---|\n| S1-01ab |\n", "bad_value 3"},
    {"no_cell", "| id | x |\n|---|---|\n| | S1-01 |\n", "bad_value 3"},
    {"twice", "| id |\n|---|\n| S1-01 |\n| S1-01 |\n", "repeated_id 4"},
    {"numbered_without_a_range", "### Indicators\n\n| # |\n|---|\n| 1 |\n", "bad_value 3"},
    {"numbered_with_a_range_that_does_not_begin_at_one", "### (S0-I02 … S0-I03)\n\n| # |\n|---|\n| 1 |\n", "bad_value 3"},
    {"numbered_out_of_step", "### (S0-I01 … S0-I02)\n\n| # |\n|---|\n| 1 |\n| 3 |\n", "bad_value 6"},
    {"numbered_too_few", "### (S0-I01 … S0-I03)\n\n| # |\n|---|\n| 1 |\n| 2 |\n", "bad_value 6"},
};

INSTANTIATE_TEST_SUITE_P(Faults, BadLedgers, testing::ValuesIn(bad_ledgers), [](const auto& each) { return std::string(each.param.name); });

TEST(Ledger, SourcesAreWhatStandsBeforeTheHyphen) {
    EXPECT_EQ(source_of("S1D-I04"), "S1D");
    EXPECT_EQ(source_of("DEF-02"), "DEF");
}

}  // namespace
}  // namespace biaochi
