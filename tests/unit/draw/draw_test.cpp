/// @file
/// Tests of diagrams: what they show, and that no name breaks them. tests/xstate lets Mermaid and Graphviz read them.

#include "biaochi/draw/draw.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "support.hpp"

namespace biaochi {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t lines(const std::string& text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); }

TEST(Mermaid, ShowsStatesEventsGuardsAndClauses) {
    const std::string text = draw(support::lifecycle_book(), DiagramFormat::mermaid, Language::en);
    EXPECT_THAT(text, HasSubstr("title: \"From application to revocation (synthetic)\""));
    EXPECT_THAT(text, HasSubstr("stateDiagram-v2\n    state \"Applied\" as s_applied\n"));
    EXPECT_THAT(text, HasSubstr("    [*] --> s_applied : Application (art. 1)\n"));
    EXPECT_THAT(text, HasSubstr("    s_titled --> s_revoked : Revocation (art. 8)<br/>[falls #62;= 2]\n"));
    EXPECT_THAT(text, HasSubstr("    s_building --> s_building : Yearly report (art. 5)\n"));
    EXPECT_THAT(text, HasSubstr("    s_revoked --> [*]\n"));
    EXPECT_THAT(text, Not(HasSubstr("s_titled --> [*]")));
}

TEST(Mermaid, TellsDeadlinesAsNotesInBothLanguages) {
    EXPECT_THAT(
        draw(support::lifecycle_book(), DiagramFormat::mermaid, Language::en),
        HasSubstr("    note right of s_posted\n        The notice ends (科技厅)#58; 5 working days from entering the state, first "
                  "day#58; open point first_day, done by “Approval to build”#59; when late#58; the delay must be explained (art. 3)\n"
                  "    end note\n"));
    const std::string zh = draw(support::lifecycle_book(), DiagramFormat::mermaid, Language::zh);
    EXPECT_THAT(zh, HasSubstr("建设期满（县（区）政府）：自进入本状态起 2 年，次日起算，以“验收”完成（art. 4）\n"));
    EXPECT_THAT(zh, HasSubstr("年度报告（县（区）政府）：自“批准建设”起，每年 3 月 31 日前，以“提交年报”完成；逾期：通报（art. 5）\n"));
}

TEST(Mermaid, SaysFromWhenOnAnEventMayHappen) {
    const std::string text = draw(support::lifecycle_book("not_before"), DiagramFormat::mermaid, Language::zh);
    EXPECT_THAT(text, HasSubstr("[event.objections = 0；须满：自进入本状态起 5 个工作日，起算日：待定点 first_day]"));
}

TEST(Mermaid, ShortensLongGuards) {
    Rulebook book = support::lifecycle_book();
    std::string guard = "falls >= 2";
    for (int i = 0; i < 30; ++i) guard += " 甲";
    book.lifecycle->states[4].second.on[1].second[0].guard = Choice<std::string>(guard);
    const std::string text = draw(book, DiagramFormat::mermaid, Language::zh);
    EXPECT_THAT(text, HasSubstr("[falls #62;= 2 甲"));
    EXPECT_THAT(text, HasSubstr("甲…]"));
}

TEST(Mermaid, LetsNoNameAddALineOrEndANote) {
    const std::string plain = draw(support::lifecycle_book(), DiagramFormat::mermaid, Language::zh);
    const std::string text = draw(support::hostile_book(), DiagramFormat::mermaid, Language::zh);
    EXPECT_EQ(lines(text), lines(plain));
    EXPECT_THAT(text, HasSubstr("#34;甲#34; ]] #125;#125; --#62; [#42;] #37;#37; #59;#58;#58; #35;quot#59; #38;lt#59; #60;b#62;"));
    EXPECT_THAT(text, HasSubstr("#101;nd note"));
}

TEST(Dot, ShowsTheSame) {
    const std::string text = draw(support::lifecycle_book(), DiagramFormat::dot, Language::en);
    EXPECT_THAT(text, HasSubstr("    \"$begin\" -> \"applied\" [label=\"Application (art. 1)\"]\n"));
    EXPECT_THAT(text, HasSubstr("    \"titled\" -> \"revoked\" [label=\"Revocation (art. 8)\\n[falls >= 2]\"]\n"));
    EXPECT_THAT(text, HasSubstr("    \"revoked\" [label=\"Revoked\", peripheries=2]\n"));
    EXPECT_THAT(text, HasSubstr("    \"posted\" -> \"posted/0\" [style=dashed, arrowhead=none]\n"));
    EXPECT_THAT(text, HasSubstr("\"posted/0\" [shape=note, style=\"\", label=\"The notice ends (科技厅): 5 working days"));
}

TEST(Dot, LetsNoNameEndItsQuotes) {
    const std::string text = draw(support::hostile_book(), DiagramFormat::dot, Language::zh);
    EXPECT_EQ(lines(text), lines(draw(support::lifecycle_book(), DiagramFormat::dot, Language::zh)));
    EXPECT_THAT(text, HasSubstr("label=\"\\\"甲\\\" ]] }} --> [*] %% ;:: #quot; &amp;lt; <b>  end note \\\\n\\\\\\\" ```~|*   end\"]"));
}

TEST(DiagramFormat, IsMermaidOrDot) {
    EXPECT_EQ(diagram_format("mermaid"), DiagramFormat::mermaid);
    EXPECT_EQ(diagram_format("dot"), DiagramFormat::dot);
    EXPECT_EQ(diagram_format("svg"), std::nullopt);
}

}  // namespace
}  // namespace biaochi
