/// @file
/// Evidence: what was compared, which members failed, which branch was taken; and the limits of an evaluation.

#include "run.hpp"

namespace biaochi::feel {
namespace {

Evidence evidence_of(const char* text) {
    Evidence evidence;
    const Compiled compiled = compile_expression(text, facts());
    EXPECT_TRUE(compiled.expression) << text;
    (void)evaluate(*compiled.expression, values(), {}, &evidence);
    return evidence;
}

TEST(Evidence, OfAComparisonHasBothValues) {
    const Evidence evidence = evidence_of("gdp > rd");
    ASSERT_EQ(evidence.records.size(), 1U);
    EXPECT_EQ(evidence.records[0].kind, EvidenceKind::comparison);
    EXPECT_EQ(evidence.records[0].verdict, Verdict::yes);
    EXPECT_EQ(feel_text(evidence.records[0].left), "12");
    EXPECT_EQ(feel_text(evidence.records[0].right), "0.3");
}

TEST(Evidence, OfAQuantifierNamesEveryMember) {
    const char* text = "every c in counties satisfies c.class in (\"A\", \"B\")";
    const Evidence evidence = evidence_of(text);
    std::vector<EvidenceRecord> members;
    for (const EvidenceRecord& record : evidence.records) {
        if (record.kind == EvidenceKind::member) members.push_back(record);
    }
    ASSERT_EQ(members.size(), 3U);
    EXPECT_EQ(members[0].verdict, Verdict::yes);
    EXPECT_EQ(members[1].verdict, Verdict::no);
    EXPECT_EQ(feel_text(*members[1].left.context().find("name")), "\"乙\"");
    EXPECT_EQ(members[2].verdict, Verdict::undecided);
    EXPECT_EQ(members[2].index, 2U);
    EXPECT_EQ(*members[2].right.null().about, "丙.class");
    const Compiled compiled = compile_expression(text, facts());
    EXPECT_EQ(compiled.expression->source(members[0].node), text);
    EXPECT_EQ(compiled.expression->word(members[0].node), "every");
    EXPECT_EQ(compiled.expression->source(evidence.records[0].node), "c.class in (\"A\", \"B\")");
    EXPECT_EQ(compiled.expression->place(evidence.records[0].node).column, 31U);
}

TEST(Evidence, SaysThatThereWasNoMember) {
    const Evidence evidence = evidence_of("every c in counties[name = \"丁\"] satisfies c.score > 1");
    ASSERT_EQ(evidence.records.back().kind, EvidenceKind::empty);
    EXPECT_EQ(evidence.records.back().verdict, Verdict::yes);
}

TEST(Evidence, NamesTheBranch) {
    const Evidence evidence = evidence_of("if firms > 10 then 1 else 2");
    ASSERT_EQ(evidence.records.size(), 2U);
    EXPECT_EQ(evidence.records[1].kind, EvidenceKind::branch);
    EXPECT_EQ(evidence.records[1].index, 1U);
}

TEST(Evidence, IsCutOffAndSaysSo) {
    Evidence evidence;
    evidence.most = 10;
    (void)run("every i in 1..100 satisfies i > 0", Mode::strict, {}, &evidence);
    EXPECT_EQ(evidence.records.size(), 10U);
    EXPECT_FALSE(evidence.complete);
}

TEST(Limits, StopWhatGrows) {
    Limits limits;
    limits.steps = 10'000;
    limits.list_size = 1'000;
    limits.text_size = 1'000;
    const std::vector<const char*> texts = {
        "for i in 1..1000, j in 1..1000 return i",
        "for i in 1..2000 return i",
        "for i in 1..900 return partial",
        "count(for i in 1..900 return [partial])",
        "{a: \"0123456789\", b: a+a+a+a+a+a+a+a+a+a, c: b+b+b+b+b+b+b+b+b+b, d: c+c+c}.d",
        "{a: [1,1,1,1,1,1,1,1], b: [a,a,a,a,a,a,a,a], c: [b,b,b,b,b,b,b,b], d: [c,c,c,c,c,c,c,c], e: [d,d,d,d,d,d,d,d]} = 1",
        "(9 ** 9 ** 9) ** 999",
        "product(for i in 1..999 return 123456789012345678901234567890 ** 9)",
        "round up(1, -6111)",
    };
    for (const char* text : texts) EXPECT_EQ(run(text, Mode::lenient, limits).substr(0, 13), "out_of_limits") << text;
}

TEST(Limits, MissingInputsAreMissingFacts) {
    const Compiled compiled = compile_expression("gdp > 1", facts());
    EXPECT_EQ(printed(evaluate(*compiled.expression, {})), "missing_fact gdp");
}

}  // namespace
}  // namespace biaochi::feel
