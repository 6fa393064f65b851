/// @file
/// Classes over intervals, and who is ranked with whom.

#include "biaochi/standing/standing.hpp"

#include <gtest/gtest.h>

#include <string>

#include "biaochi/rulebook/parse.hpp"

namespace biaochi {
namespace {

/// Ten points for a figure of 10; classes A from 8, B from 6, C below.
Ruleset rules(const std::string& compare, const std::string& ranking) {
    const ParsedRulebook parsed = parse_rulebook(R"({
     "format": "biaochi/1", "id": "one", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "One"},
     "sources": {"rule": {"title": {"en": "The rule"}}}, "facts": {"a": {"name": {"en": "A"}, "min": 0}},
     "score": {"id": "total", "points": 10, "parts": [
       {"id": "a", "points": 10, "treat": {"rejected": "refuse"}, "ratio": {"standard": 10, "better": "higher"}}]},
     "shown": {"places": 1, "mode": "half_up"},
     "classes": {"compare": ")" + compare + R"(", "cuts": [{"id": "A", "name": {"en": "A"}, "from": 8},
       {"id": "B", "name": {"en": "B"}, "from": 6, "to": 8}, {"id": "C", "name": {"en": "C"}, "to": 6}]},
     "ranking": )" + ranking + "}");
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << issue.where << " " << issue.message.en;
    return *compile(*parsed.rulebook, parsed.rulebook->effective.from).rules;
}

std::string classes(const Ruleset& of, const Interval& score) {
    std::string ids;
    for (const std::size_t cut : classify(of, score)) ids += of.cuts()[cut].id;
    return ids;
}

std::string ranks(const Ruleset& of, const std::string& records) {
    const ReadRecords read = read_records(of, records);
    std::vector<Scorecard> cards;
    for (const Record& record : read.records) cards.push_back(score(of, record));
    std::string text;
    for (const Standing& one : standings(of, read.records, cards)) {
        text += one.ranked ? one.best.text() + "-" + one.worst.text() + " " : "none ";
    }
    return text;
}

TEST(Classify, LowerEdgeBelongsToTheClassAndUpperEdgeToTheNext) {
    const Ruleset of = rules("unrounded", "{}");
    EXPECT_EQ(classes(of, {Number(8), Number(8)}), "A");
    EXPECT_EQ(classes(of, {Number(799, 100), Number(799, 100)}), "B");
    EXPECT_EQ(classes(of, {Number(6), Number(8)}), "AB");
    EXPECT_EQ(classes(of, {Number(0), Number(10)}), "ABC");
}

TEST(Classify, RoundedComparisonTakesTheValueAsShown) {
    EXPECT_EQ(classes(rules("rounded", "{}"), {Number(795, 100), Number(795, 100)}), "A");
    EXPECT_EQ(classes(rules("unrounded", "{}"), {Number(795, 100), Number(795, 100)}), "B");
}

TEST(Standings, RankWithinOnePeriod) {
    EXPECT_EQ(ranks(rules("unrounded", "{}"),
                    R"([{"region": "x", "period": 1, "facts": {"a": 5}}, {"region": "y", "period": 1, "facts": {"a": 7}},
                                                  {"region": "x", "period": 2, "facts": {"a": 1}}])"),
              "2-2 1-1 1-1 ");
}

TEST(Standings, RankWithinThePeerGroupWhereTheRulebookSaysSo) {
    const std::string records = R"([{"region": "x", "group": "g", "facts": {"a": 5}}, {"region": "y", "group": "h", "facts": {"a": 7}}])";
    EXPECT_EQ(ranks(rules("unrounded", R"({"within_group": true})"), records), "1-1 1-1 ");
    EXPECT_EQ(ranks(rules("unrounded", "{}"), records), "2-2 1-1 ");
}

TEST(Standings, RoundedComparisonMakesTies) {
    const std::string records = R"([{"region": "x", "facts": {"a": "5.01"}}, {"region": "y", "facts": {"a": "5.04"}}])";
    EXPECT_EQ(ranks(rules("unrounded", R"({"compare": "rounded"})"), records), "1-1 1-1 ");
    EXPECT_EQ(ranks(rules("unrounded", "{}"), records), "2-2 1-1 ");
}

TEST(Standings, RefusedRecordIsNotRankedAndDoesNotCount) {
    EXPECT_EQ(
        ranks(rules("unrounded", "{}"), R"([{"region": "x", "facts": {"a": {"status": "rejected"}}}, {"region": "y", "facts": {"a": 0}},
                                                  {"region": "z", "facts": {}}])"),
        "none 1-2 1-1 ");
}

}  // namespace
}  // namespace biaochi
