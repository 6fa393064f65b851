/// @file
/// Two versions of a small regulation side by side; every expected score is worked out in the comment beside it.

#include "biaochi/diff/diff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "biaochi/explain/difference.hpp"

namespace biaochi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// A leaf whose points rise in steps: `low` below the edge, `high` from it on.
std::string leaf(const std::string& id, const std::string& points, const std::string& edge) {
    return R"({"id": ")" + id + R"(", "points": )" + points + R"(, "cite": {"source": "plan", "clause": "附件 )" + id +
           R"("}, "bands": [{"from": )" + edge + R"(, "points": )" + points + R"(}, {"from": 0, "to": )" + edge + R"(, "points": 0}]})";
}

std::string book(
    const std::string& parts,
    const std::string& facts = R"("patents": {"name": {"en": "patents"}, "min": 0}, "labs": {"name": {"en": "labs"}, "min": 0})",
    const std::string& more = "", const std::string& id = "sample") {
    return R"({"format": "biaochi/1", "id": ")" + id + R"(", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "t"},
        "sources": {"plan": {"title": {"en": "p"}}}, "facts": {)" +
           facts + R"(}, "score": {"id": "total", "points": 10, "parts": [)" + parts + R"(]},
        "classes": {"cuts": [{"id": "A", "from": 10}, {"id": "B", "from": 5, "to": 10}, {"id": "C", "to": 5}]})" +
           more + "}";
}

std::string two(const std::string& patents_edge, const std::string& labs_edge) {
    return book(leaf("patents", "5", patents_edge) + ", " + leaf("labs", "5", labs_edge));
}

const DiffData alpha{R"({"records": [{"region": "Alpha", "facts": {"patents": 7, "labs": 3}}]})", {}, {}};

std::vector<std::string> answers(const Difference& difference) {
    std::vector<std::string> all;
    for (const AnswerChange& a : difference.answers) {
        all.push_back(a.question + " " + a.before + " " + a.after + (a.sole ? " sole" : a.causes.empty() ? " together" : " causes"));
    }
    return all;
}

std::vector<std::string> places(const Difference& difference) {
    std::vector<std::string> all;
    for (const ClauseChange& c : difference.changes) all.push_back(std::string(name(c.kind)) + " " + c.where + (c.apart ? "" : " -"));
    return all;
}

/// A book with one incentive of 10 percent of a contract, capped, and one target.
std::string incentive_book(const std::string& cap, const std::string& labs) {
    return R"({"format": "biaochi/1", "id": "sample", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "t"},
        "sources": {"plan": {"title": {"en": "p"}}}, "facts": {"labs": {"name": {"en": "labs"}, "min": 0}},
        "targets": {"labs": {"name": {"en": "labs"}, "fact": "labs", "level": {"at_least": )" +
           labs + R"(}, "due": "2022-12-31"}},
        "claims": {"contract": {"name": {"en": "contract"}, "fields": {"paid": {"name": {"en": "paid"}, "type": "number", "unit": "元"}}}},
        "incentives": {"tenth": {"name": {"en": "tenth"}, "claim": "contract", "unit": "元", "rate": 10, "of": "paid",
                                 "caps": [{"amount": )" +
           cap + R"(, "per": "claim"}]}}})";
}

TEST(Diff, AMovedEdgeIsTheOnlyCause) {
    // 7 patents are below 12 and above 5: 0 + 5 (3 labs from 2 on) = 5, class B; then 5 + 5 = 10, class A.
    const Difference d = diff(two("12", "2"), two("5", "2"), alpha);
    ASSERT_TRUE(d.complete) << (d.issues.empty() ? "" : d.issues[0].where + d.issues[0].message.en);
    EXPECT_THAT(places(d), ElementsAre("changed /score/parts/0"));
    EXPECT_EQ(d.changes[0].clause, "plan 附件 patents");
    ASSERT_THAT(d.changes[0].values, SizeIs(2));
    EXPECT_EQ(d.changes[0].values[0].where, "/bands/0/from");
    EXPECT_EQ(d.changes[0].values[0].before, "12");
    EXPECT_EQ(d.changes[0].values[0].after, "5");
    EXPECT_THAT(answers(d), ElementsAre("score 5 10 sole", "class B A sole", "part/patents 0 5 sole"));
    EXPECT_EQ(d.asked, 5U);  // score, class, rank, two parts
    EXPECT_NE(difference_text(d, Language::en).find("no other cause"), std::string::npos);
    EXPECT_NE(difference_text(d, Language::zh).find("别无其他原因"), std::string::npos);
}

TEST(Diff, WhatOnlyTheCombinationDoesIsSaidToBe) {
    // 0 + 0 = 0, C; either edge alone gives 5, B; both give 10, A.
    const Difference d = diff(two("12", "9"), two("5", "2"), alpha);
    const std::vector<std::string> expected{"score 0 10 causes", "class C A causes", "part/patents 0 5 sole", "part/labs 0 5 sole"};
    EXPECT_EQ(answers(d), expected);
    ASSERT_THAT(d.answers[1].causes, SizeIs(2));
    EXPECT_EQ(d.answers[1].causes[0].alone, "B");

    const std::string grown = book(leaf("patents", "5", "5") + ", " + leaf("labs", "5", "2"));
    const std::string only_a = R"({"records": [{"region": "Alpha", "facts": {"patents": 7, "labs": 3}}]})";
    std::string strict = two("12", "9");
    std::string lenient = grown;
    const std::string cuts = R"({"id": "B", "from": 5, "to": 10}, {"id": "C", "to": 5})";
    const auto merge = [&](std::string text) { return text.replace(text.find(cuts), cuts.size(), R"({"id": "C", "to": 10})"); };
    const Difference one_class = diff(merge(strict), merge(lenient), {only_a, {}, {}});
    // Classes A (10) and C (below): either edge alone gives 5, still C; both give 10, A.
    EXPECT_EQ(answers(one_class)[1], "class C A together");
}

TEST(Diff, PointsThatMoveCannotStandAlone) {
    const Difference d = diff(book(leaf("patents", "5", "5") + ", " + leaf("labs", "5", "2")),
                              book(leaf("patents", "6", "5") + ", " + leaf("labs", "4", "2")), alpha);
    EXPECT_THAT(places(d), ElementsAre("changed /score/parts/0 -", "changed /score/parts/1 -"));
    EXPECT_THAT(answers(d), ElementsAre("part/patents 5 6 together", "part/labs 5 4 together"));
}

TEST(Diff, WhereAChangeCannotBeTriedAloneNothingIsTheOnlyCause) {
    // The edge of patents explains the score; points moved between parks and labs cannot be tried, so nothing is said of other causes.
    const std::string facts = R"("patents": {"name": {"en": "p"}, "min": 0}, "labs": {"name": {"en": "l"}, "min": 0}, )"
                              R"("parks": {"name": {"en": "k"}, "min": 0})";
    const auto three = [&](const std::string& edge, const std::string& labs, const std::string& parks) {
        return book(leaf("patents", "5", edge) + ", " + leaf("labs", labs, "9") + ", " + leaf("parks", parks, "9"), facts);
    };
    const Difference d = diff(three("12", "3", "2"), three("5", "2", "3"), alpha);
    EXPECT_THAT(places(d), ElementsAre("changed /score/parts/0", "changed /score/parts/1 -", "changed /score/parts/2 -"));
    EXPECT_THAT(answers(d),
                ElementsAre("score 0–2 5–8 causes", "class C B causes", "part/patents 0 5 causes", "part/parks 0–2 0–3 together"));
}

TEST(Diff, FieldsThatOneVersionDoesNotHaveAreLeftOutForIt) {
    std::string with_fields = incentive_book("400", "3");
    with_fields.insert(with_fields.rfind('}'),
                       R"(, "subject": {"kind": {"en": "firm"}, "fields": {"big": {"name": {"en": "big"}, "type": "boolean"}}})");
    const DiffData data{
        {},
        {},
        R"({"applicant": "Firm", "fields": {"big": true}, "claims": [{"id": "c1", "claim": "contract", "fields": {"paid": 3000}}]})"};
    const Difference d = diff(incentive_book("400", "3"), with_fields, data);
    EXPECT_TRUE(d.complete) << (d.issues.empty() ? "" : d.issues[0].where + d.issues[0].message.en);
    EXPECT_THAT(answers(d), IsEmpty());
}

TEST(Diff, APartThatIsNewAndItsFigure) {
    const std::string facts =
        R"("patents": {"name": {"en": "patents"}, "min": 0}, "labs": {"name": {"en": "labs"}, "min": 0}, "parks": {"name": {"en": "parks"}, "min": 0})";
    const std::string before = book(leaf("patents", "5", "5") + ", " + leaf("labs", "5", "2"));
    const std::string after =
        book(leaf("patents", "5", "5") + ", " + leaf("parks", "5", "1") + ", " + leaf("labs", "5", "2"), facts, "", "sample");
    std::string wide = after;
    wide.replace(wide.find(R"("points": 10)"), 12, R"("points": 15)");
    const DiffData data{R"({"records": [{"region": "Alpha", "facts": {"patents": 7, "labs": 3, "parks": 0}}]})", {}, {}};
    const Difference d = diff(before, wide, data);
    ASSERT_TRUE(d.complete) << (d.issues.empty() ? "" : d.issues[0].where + d.issues[0].message.en);
    EXPECT_THAT(places(d), ElementsAre("changed /score -", "added /facts/parks -", "added /score/parts/1 -"));
    EXPECT_TRUE(d.changes[1].declares);
    EXPECT_THAT(answers(d), ElementsAre("part/parks – 0 together"));
}

TEST(Diff, HowANumberIsWrittenIsNoDifference) {
    const Difference d = diff(two("12", "2"), two("12.0", "2e0"), alpha);
    EXPECT_TRUE(d.complete);
    EXPECT_THAT(d.changes, IsEmpty());
    EXPECT_THAT(d.answers, IsEmpty());
}

TEST(Diff, TheSameVersionTwiceAndTheOtherWayRound) {
    EXPECT_THAT(diff(two("12", "2"), two("12", "2"), alpha).changes, IsEmpty());
    const Difference back = diff(two("5", "2"), two("12", "2"), alpha);
    EXPECT_THAT(answers(back), ElementsAre("score 10 5 sole", "class A B sole", "part/patents 5 0 sole"));
}

TEST(Diff, TwoRulebooksThatAreNotVersionsOfOne) {
    const Difference d =
        diff(two("12", "2"),
             book(leaf("patents", "5", "12") + ", " + leaf("labs", "5", "2"),
                  R"("patents": {"name": {"en": "patents"}, "min": 0}, "labs": {"name": {"en": "labs"}, "min": 0})", "", "other"));
    ASSERT_TRUE(d.complete) << (d.issues.empty() ? "" : d.issues[0].where + d.issues[0].message.en);
    ASSERT_THAT(d.issues, SizeIs(1));
    EXPECT_EQ(d.issues[0].code, IssueCode::different_rulebooks);
    EXPECT_THAT(places(d), ElementsAre("changed /id"));
    EXPECT_EQ(d.asked, 0U);
}

TEST(Diff, WhatIsWrongIsSaidWithItsPlace) {
    const auto place = [](const Difference& d) { return d.complete || d.issues.empty() ? "" : d.issues[0].where; };
    EXPECT_EQ(place(diff("{", two("1", "2"))), "/first");
    EXPECT_EQ(place(diff(two("1", "2"), R"({"format": "biaochi/1"})")), "/second");
    EXPECT_EQ(place(diff(two("1", "2"), two("1", "2"), {R"({"records": [{"region": "Alpha", "facts": {"labs": "x"}}]})", {}, {}})),
              "/data/records/records/0/facts/labs");
    EXPECT_EQ(place(diff(two("1", "2"), two("1", "2"), alpha, {}, {{"nothing", "x"}})), "/readings");
    EXPECT_EQ(place(diff(two("1", "2"), two("1", "2"), alpha, parse_date("2019-01-01"))), "/first/effective");
}

TEST(Diff, ConditionsOfSubjects) {
    const std::string facts = R"("patents": {"name": {"en": "patents"}, "min": 0}, "labs": {"name": {"en": "labs"}, "min": 0})";
    const auto with = [&](const std::string& least) {
        return book(leaf("patents", "5", "5") + ", " + leaf("labs", "5", "2"), facts,
                    R"(, "subject": {"kind": {"en": "county"}}, "conditions": {"enough": {"name": {"en": "enough"}, "expr": "patents >= )" +
                        least + R"("}})");
    };
    const DiffData data{{}, R"({"region": "Alpha", "facts": {"patents": 7}})", {}};
    const Difference d = diff(with("8"), with("7"), data);
    ASSERT_TRUE(d.complete) << (d.issues.empty() ? "" : d.issues[0].message.en);
    EXPECT_THAT(places(d), ElementsAre("changed /conditions/enough"));
    EXPECT_THAT(answers(d), ElementsAre("condition/enough not_met met sole"));
}

TEST(Diff, GrantsAndTargets) {
    const DiffData data{R"({"records": [{"region": "Alpha", "period": "2022", "facts": {"labs": 3}}]})",
                        {},
                        R"({"applicant": "Firm", "claims": [{"id": "c1", "claim": "contract", "fields": {"paid": 3000}}]})"};
    // 10 % of 3000 is 300: under a cap of 200 it is 200. 3 labs of 4 are 75 % of the goal, of 3 all of it.
    const Difference d = diff(incentive_book("200", "4"), incentive_book("400", "3"), data);
    ASSERT_TRUE(d.complete) << (d.issues.empty() ? "" : d.issues[0].where + d.issues[0].message.en);
    EXPECT_THAT(places(d), ElementsAre("changed /targets/labs", "changed /incentives/tenth"));
    EXPECT_THAT(answers(d), ElementsAre("target/labs missed 75% met 100% sole", "award/c1/tenth awarded 200 元 awarded 300 元 sole",
                                        "total 200 元 300 元 sole"));
}

}  // namespace
}  // namespace biaochi
