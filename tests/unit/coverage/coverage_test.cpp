/// @file
/// The matrix: statuses, counts, and what does not fit together.

#include "biaochi/coverage/coverage.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <string>
#include <vector>

#include "biaochi/rulebook/parse.hpp"

namespace biaochi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string cite_of(const std::string& ids) { return R"("cite": {"source": "plan", "clause": "1", "ledger": [)" + ids + "]}"; }

Rulebook book(const std::string& id, const std::string& sections) {
    const std::string json =
        R"({"format": "biaochi/1", "id": ")" + id +
        R"(", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "T"}, "sources": {"plan": {"title": {"en": "P"}}})" +
        sections + "}";
    ParsedRulebook parsed = parse_rulebook(json);
    EXPECT_TRUE(parsed.rulebook) << (parsed.issues.empty() ? "" : parsed.issues[0].message.en + parsed.issues[0].where);
    return std::move(parsed.rulebook).value();
}

std::string fact(const std::string& id, const std::string& ids) { return "\"" + id + R"(": {"name": {"en": "F"}, )" + cite_of(ids) + "}"; }

std::string not_rule(const std::string& because, const std::string& ids) {
    return R"({"because": ")" + because + R"(", "says": {"en": "S"}, "reason": {"en": "R"}, )" + cite_of(ids) + "}";
}

Ledger ledger(const std::vector<std::string>& ids) {
    Ledger made;
    for (std::size_t i = 0; i < ids.size(); ++i) made.ids.push_back({ids[i], i + 1});
    return made;
}

std::vector<std::string> issues(const Coverage& found) {
    std::vector<std::string> lines;
    for (const Issue& issue : found.issues) lines.push_back(std::string(name(issue.code)) + " " + issue.where);
    return lines;
}

std::map<std::string, std::string> statuses(const Coverage& found) {
    std::map<std::string, std::string> by_id;
    for (const CoverEntry& entry : found.entries) by_id[entry.id] = name(entry.status);
    return by_id;
}

Coverage cover_one(const Rulebook& one, const Ledger* against, const std::vector<std::string>& sources = {}) {
    const Rulebook* const only = &one;
    return cover({&only, 1}, against, sources);
}

TEST(Coverage, LooksForTheNearestNameOfAnUnknownIdOnce) {
    std::vector<std::string> ids;
    for (int i = 0; i < 3000; ++i) ids.push_back("A-LONG-LEDGER-ID-THAT-IS-COMPARED-" + std::to_string(i));
    std::string facts;
    for (int i = 0; i < 1000; ++i) facts += (i == 0 ? "" : ", ") + fact("f" + std::to_string(i), "\"A-LONG-LEDGER-ID-THAT-IS-COMPARD-7\"");
    const Rulebook one = book("one", ", \"facts\": {" + facts + "}");
    const Ledger all = ledger(ids);
    const std::clock_t begun = std::clock();  // of the processor: other programs do not count
    const Coverage found = cover_one(one, &all);
    EXPECT_LT(std::clock() - begun, std::clock_t{8} * CLOCKS_PER_SEC);
    EXPECT_EQ(std::count_if(found.issues.begin(), found.issues.end(),
                            [](const Issue& each) { return each.code == IssueCode::unknown_ledger_id; }),
              1000);
    EXPECT_THAT(found.issues[0].message.en, testing::HasSubstr("A-LONG-LEDGER-ID-THAT-IS-COMPARED-7"));
}

TEST(Coverage, TellsRulesJudgementsAndWhatIsOutOfReachApart) {
    const Rulebook one = book("one", ", \"facts\": {" + fact("labs", "\"T-01\"") +
                                         R"(, "rating": {"name": {"en": "J"}, "kind": "judged", "min": 0, "max": 5, )" +
                                         cite_of("\"T-02\"") + "}}, \"not_rules\": [" + not_rule("judged", "\"T-03\"") + ", " +
                                         not_rule("out_of_reach", "\"T-04\", \"DEF-01\"") + "]");
    const Ledger all = ledger({"T-01", "T-02", "T-03", "T-04", "T-05", "DEF-01"});
    const Coverage found = cover_one(one, &all);
    EXPECT_EQ(statuses(found), (std::map<std::string, std::string>{{"T-01", "rule"},
                                                                   {"T-02", "judged"},
                                                                   {"T-03", "judged"},
                                                                   {"T-04", "out_of_reach"},
                                                                   {"T-05", "unaccounted"},
                                                                   {"DEF-01", "out_of_reach"}}));
    EXPECT_THAT(issues(found), ElementsAre("unaccounted_ledger_id /ledger/T-05"));
    EXPECT_EQ(found.issues[0].line, 5U);
    EXPECT_EQ(found.entries[3].reason.en, "R");
    ASSERT_EQ(found.counts.size(), 2U);
    EXPECT_EQ(found.counts[0].source, "T");
    EXPECT_EQ(found.counts[0].rule, 1U);
    EXPECT_EQ(found.counts[0].judged, 2U);
    EXPECT_EQ(found.counts[0].out_of_reach, 1U);
    EXPECT_EQ(found.counts[0].unaccounted, 1U);
    EXPECT_EQ(found.counts[1].source, "DEF");
}

TEST(Coverage, ARuleCountsMoreThanAJudgement) {
    const Rulebook one =
        book("one", ", \"facts\": {" + fact("labs", "\"T-01\"") +
                        R"(, "rating": {"name": {"en": "J"}, "kind": "judged", "min": 0, "max": 5, )" + cite_of("\"T-01\"") + "}}");
    const Coverage found = cover_one(one, nullptr);
    EXPECT_EQ(found.entries.at(0).status, CoverStatus::rule);
    EXPECT_EQ(found.entries.at(0).places.size(), 2U);
    EXPECT_FALSE(found.entries.at(0).in_ledger);
    EXPECT_EQ(found.counts.at(0).rule, 1U);
}

TEST(Coverage, WhatPutsJudgementsTogetherDoesNotMakeThemRules) {
    const Rulebook one =
        book("one", R"(, "open": {"gap": {"asks": {"en": "?"}, )" + cite_of("\"T-01\", \"T-02\", \"T-03\"") +
                        R"(}}, "subject": {"kind": {"en": "K"}}, "conditions": {"all": {"name": {"en": "A"}, "all": ["j"], )" +
                        cite_of("\"T-01\"") + R"(}, "j": {"name": {"en": "J"}, "judged": {"asks": {"en": "?"}}, )" + cite_of("\"T-01\"") +
                        "}}, \"not_rules\": [" + not_rule("out_of_reach", "\"T-02\"") + "]");
    const Coverage found = cover_one(one, nullptr);
    EXPECT_THAT(issues(found), IsEmpty());
    EXPECT_EQ(statuses(found), (std::map<std::string, std::string>{{"T-01", "judged"}, {"T-02", "out_of_reach"}, {"T-03", "rule"}}));
    EXPECT_EQ(found.entries.at(0).places.at(0).as, CoverAs::support);
}

TEST(Coverage, AnIdThatTheLedgerDoesNotHaveIsToldAtItsPlace) {
    const Rulebook one = book("one", ", \"facts\": {" + fact("labs", "\"T-01\", \"T-1\"") + "}");
    const Ledger all = ledger({"T-01"});
    const Coverage found = cover_one(one, &all);
    EXPECT_THAT(issues(found), ElementsAre("unknown_ledger_id /one/facts/labs/cite/ledger/1"));
    EXPECT_NE(found.issues[0].message.en.find("T-01"), std::string::npos);
    EXPECT_EQ(found.counts.at(0).rule, 1U);  // what is not in the ledger is not counted
}

TEST(Coverage, ARuleOfOneRulebookAndADeclarationOfAnotherDoNotGoTogether) {
    const Rulebook one = book("one", ", \"facts\": {" + fact("labs", "\"T-01\", \"DEF-01\"") + "}");
    const Rulebook two = book("two", ", \"not_rules\": [" + not_rule("judged", "\"T-01\", \"DEF-01\"") + "]");
    const std::vector<const Rulebook*> both{&one, &two};
    const Coverage found = cover(both, nullptr);
    EXPECT_THAT(issues(found), ElementsAre("both_rule_and_not /two/not_rules/0"));
    EXPECT_NE(found.issues[0].message.en.find("/one/facts/labs"), std::string::npos);
}

TEST(Coverage, ACitationWithoutAnIdIsToldUnlessWhatIsAroundItHasOne) {
    const std::string bands = R"("bands": [{"to": 1, "points": 0, "cite": {"source": "plan", "clause": "2"}}, {"from": 1, "points": 1}])";
    const auto scored = [&](const std::string& ids) {
        return ", \"facts\": {" + fact("labs", "\"T-01\"") + R"(}, "score": {"id": "total", "fact": "labs", "points": 1, )" + cite_of(ids) +
               ", " + bands + "}";
    };
    EXPECT_THAT(issues(cover_one(book("one", scored("\"T-01\"")), nullptr)), IsEmpty());
    EXPECT_THAT(issues(cover_one(book("one", scored("")), nullptr)),
                ElementsAre("rule_without_ledger_id /one/score", "rule_without_ledger_id /one/score/bands/0"));
}

TEST(Coverage, SourcesLimitWhatIsAskedFor) {
    const Rulebook one = book("one", ", \"facts\": {" + fact("labs", "\"T-01\", \"U-09\"") + "}");
    const Ledger all = ledger({"T-01", "T-02", "U-01"});
    EXPECT_THAT(issues(cover_one(one, &all, {"T"})), ElementsAre("unaccounted_ledger_id /ledger/T-02"));
    EXPECT_THAT(issues(cover_one(one, &all, {"U"})),
                ElementsAre("unknown_ledger_id /one/facts/labs/cite/ledger/1", "unaccounted_ledger_id /ledger/U-01"));
}

TEST(Coverage, ExamplesDoNotCountAndMisprintsDo) {
    const Rulebook one =
        book("one", R"(, "misprints": [{"printed": "a", "read_as": "b", "confidence": "certain", "ledger": ["T-01"]}], "facts": {)" +
                        fact("labs", "\"T-02\"") + R"(}, "examples": [{"id": "e", "facts": {"labs": 1}, "expect": {"conditions": {}}, )" +
                        cite_of("\"T-03\"") + "}]");
    EXPECT_EQ(statuses(cover_one(one, nullptr)), (std::map<std::string, std::string>{{"T-01", "rule"}, {"T-02", "rule"}}));
}

TEST(Coverage, EverySectionIsWalked) {
    const std::string body = R"("b": {"name": {"en": "B"}, )" + cite_of("\"T-01\"") + "}";
    const Rulebook one = book(
        "one", R"(, "open": {"gap": {"asks": {"en": "?"}, )" + cite_of("\"T-02\"") +
                   R"(, "readings": {"r": {"says": {"en": "."}, "status": "natural", )" + cite_of("\"T-03\"") + R"(}}}}, "bodies": {)" +
                   body + R"(}, "phases": {"p": {"name": {"en": "P"}, )" + cite_of("\"T-04\"") +
                   R"(}}, "duties": {"d": {"name": {"en": "D"}, "lead": ["b"], "reports": {"r": {"name": {"en": "R"}, "every": "year", )" +
                   cite_of("\"T-05\"") + "}}, " + cite_of("\"T-06\"") +
                   R"(}}, "subject": {"kind": {"en": "K"}, "fields": {"f": {"name": {"en": "F"}, "type": "boolean", )" +
                   cite_of("\"T-07\"") + R"(}}}, "conditions": {"c": {"name": {"en": "C"}, "all": [{"expr": "f", )" + cite_of("\"T-08\"") +
                   R"(}, "j"]}, "j": {"name": {"en": "J"}, "judged": {"asks": {"en": "?"}}, )" + cite_of("\"T-09\"") + "}}");
    const Coverage found = cover_one(one, nullptr);
    std::map<std::string, std::string> places;
    for (const CoverEntry& entry : found.entries) places[entry.id] = entry.places.at(0).where;
    EXPECT_EQ(places, (std::map<std::string, std::string>{{"T-01", "/bodies/b"},
                                                          {"T-02", "/open/gap"},
                                                          {"T-03", "/open/gap/readings/r"},
                                                          {"T-04", "/phases/p"},
                                                          {"T-05", "/duties/d/reports/r"},
                                                          {"T-06", "/duties/d"},
                                                          {"T-07", "/subject/fields/f"},
                                                          {"T-08", "/conditions/c/all/0"},
                                                          {"T-09", "/conditions/j"}}));
    EXPECT_EQ(statuses(found).at("T-09"), "judged");
}

}  // namespace
}  // namespace biaochi
