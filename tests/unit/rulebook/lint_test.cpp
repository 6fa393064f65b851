/// @file
/// What lint finds in small rulebooks, and what it leaves in peace.

#include "biaochi/rulebook/lint.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "biaochi/rulebook/parse.hpp"

namespace biaochi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string cite = R"("cite": {"source": "law", "clause": "art. 1"})";

/// A rulebook with one fact `x`, one leaf that reads it, and other sections.
std::string book(const std::string& leaf, const std::string& fact = R"("min": 0)", const std::string& sections = "") {
    return R"({"format": "biaochi/1", "id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "t"},
        "sources": {"law": {"title": {"en": "law"}}},
        "facts": {"x": {"name": {"en": "x"}, )" +
           fact + ", " + cite + R"(}}, "score": {"id": "x", "points": 10, )" + leaf + ", " + cite + "}" + sections + "}";
}

/// Two readings of how a pair of points is spread, nothing adopted unless said.
std::string open_inside(const std::string& adopted = "") {
    return R"(, "open": {"spread": {"asks": {"en": "?"}, )" + cite + adopted +
           R"(, "readings": {"line": {"says": {"en": "line"}, "status": "natural"}, "least": {"says": {"en": "least"}, "status": "conventional"}}}})";
}

/// An open point with one reading, `line`, that fills a gap with a straight line.
std::string open_gap(const std::string& adopted = "") {
    return R"(, "open": {"gap": {"asks": {"en": "?"}, )" + cite + adopted +
           R"(, "readings": {"line": {"says": {"en": "line"}, "status": "illustrative"}}}})";
}

const std::string adopt_line = R"(, "adopted": {"reading": "line", "because": {"en": "b"}})";

std::vector<Issue> lint_text(const std::string& text) {
    const ParsedRulebook parsed = parse_rulebook(text);
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << name(issue.code) << ' ' << issue.where << ' ' << issue.message.en;
    return parsed.rulebook ? lint(*parsed.rulebook) : std::vector<Issue>{};
}

std::vector<std::string> found(const std::vector<Issue>& issues) {
    std::vector<std::string> lines;
    for (const Issue& issue : issues) lines.push_back(std::string(name(issue.code)) + " " + issue.where);
    return lines;
}

std::vector<std::string> lint_found(const std::string& text) { return found(lint_text(text)); }

std::string words(const std::vector<Issue>& issues, IssueCode code) {
    for (const Issue& issue : issues) {
        if (issue.code == code) return issue.message.en;
    }
    return {};
}

const std::string table = R"("bands": [{"from": 100, "points": 10},
    {"from": 10, "to": 100, "points": {"open": "gap", "readings": {"line": [4, 10]}}},
    {"from": 0, "to": 10, "points": [0, 4]}])";

TEST(Lint, LeavesASoundRulebookInPeace) {
    EXPECT_THAT(lint_found(book(R"("bands": [{"from": 10, "points": 10}, {"from": 0, "to": 10, "points": [0, 10]}])")), IsEmpty());
}

TEST(LintOpenGap, ProposesTheStraightLineBetweenTheNeighbours) {
    const std::vector<Issue> issues = lint_text(book(table, R"("min": 0)", open_gap()));
    EXPECT_THAT(found(issues), ElementsAre("open_point_unread /open/gap", "open_gap /score/bands/1", "band_jump /score/bands/1"));
    EXPECT_EQ(words(issues, IssueCode::open_gap),
              "“x”: the text prints no points from 10 up to 100 (law art. 1), and no reading of the open point “gap” is adopted. Ask the "
              "issuing body, choose a reading, or add the missing row: {\"from\": 10, \"to\": 100, \"points\": [4, 10]}.");
    EXPECT_EQ(words(issues, IssueCode::band_jump),
              "“x”: the points jump from 4 to 10 at 10–100 (law art. 1). Check that the text means this.");
}

TEST(LintOpenGap, IsQuietWhenAReadingIsAdopted) { EXPECT_THAT(lint_found(book(table, R"("min": 0)", open_gap(adopt_line))), IsEmpty()); }

TEST(LintOpenGap, ProposesNothingWhereANeighbourIsMissing) {
    const std::string lowest = R"("bands": [{"from": 10, "points": 10},
        {"from": 0, "to": 10, "points": {"open": "gap", "readings": {"line": [0, 10]}}}])";
    const std::vector<Issue> issues = lint_text(book(lowest, R"("min": 0)", open_gap()));
    EXPECT_THAT(found(issues), ElementsAre("open_point_unread /open/gap", "open_gap /score/bands/1"));
    EXPECT_THAT(words(issues, IssueCode::open_gap), Not(HasSubstr("missing row")));
}

TEST(LintOpenGap, WritesFractionsAsTexts) {
    const std::string thirds = R"("bands": [{"from": "2/3", "points": 10},
        {"from": "1/3", "to": "2/3", "points": {"open": "gap", "readings": {"line": ["1/3", 10]}}},
        {"from": 0, "to": "1/3", "points": [0, "1/3"]}])";
    EXPECT_THAT(words(lint_text(book(thirds, R"("min": 0)", open_gap())), IssueCode::open_gap),
                HasSubstr(R"({"from": "1/3", "to": "2/3", "points": ["1/3", 10]})"));
}

TEST(LintBandJump, ComparesBothSidesOfASharedEdge) {
    const std::string jump =
        R"("bands": [{"from": 10, "points": 10}, {"from": 5, "to": 10, "points": [4, 8]}, {"from": 0, "to": 5, "points": [0, 4]}])";
    const std::vector<Issue> issues = lint_text(book(jump));
    EXPECT_THAT(found(issues), ElementsAre("band_jump /score/bands/0"));
    EXPECT_EQ(words(issues, IssueCode::band_jump), "“x”: the points jump from 8 to 10 at 10 (law art. 1). Check that the text means this.");
}

TEST(LintBandJump, TakesATableOfStepsAsMeant) {
    EXPECT_THAT(
        lint_found(book(R"("bands": [{"from": 10, "points": 10}, {"from": 5, "to": 10, "points": 6}, {"from": 0, "to": 5, "points": 0}])")),
        IsEmpty());
}

TEST(LintBandJump, NamesTheReadingThatItRestsOn) {
    const std::string jump = R"("inside": {"open": "spread", "readings": {"line": "linear", "least": "lower"}},
        "bands": [{"from": 10, "points": 10}, {"from": 0, "to": 10, "points": [0, 8]}])";
    const std::vector<Issue> issues = lint_text(book(jump, R"("min": 0)", open_inside()));
    EXPECT_THAT(found(issues), ElementsAre("open_point_unread /open/spread", "band_jump /score/bands/0"));
    EXPECT_THAT(words(issues, IssueCode::band_jump), HasSubstr(", as read by spread=line."));
}

TEST(LintBandJump, IgnoresEdgesThatNoFigureCrosses) {
    const std::string beyond =
        R"("bands": [{"from": 10, "points": 10}, {"from": 0, "to": 10, "points": [0, 10]}, {"to": 0, "points": -5}])";
    EXPECT_THAT(lint_found(book(beyond)), IsEmpty());
}

TEST(LintNotMonotone, FindsTheTurn) {
    const std::string hill =
        R"("bands": [{"from": 0, "to": 10, "points": [0, 10]}, {"from": 10, "to": 20, "points": [10, 5]}, {"from": 20, "points": 5}])";
    const std::vector<Issue> issues = lint_text(book(hill));
    EXPECT_THAT(found(issues), ElementsAre("not_monotone /score/bands/1"));
    EXPECT_EQ(words(issues, IssueCode::not_monotone),
              "“x”: the points both rise and fall; they turn at 10 (law art. 1). Check that the text means this.");
}

TEST(LintNotMonotone, AcceptsPointsThatOnlyFall) {
    EXPECT_THAT(lint_found(book(R"("bands": [{"from": 0, "to": 10, "points": [10, 0]}, {"from": 10, "points": 0}])")), IsEmpty());
}

TEST(LintUnreachablePoints, LooksAtTheBoundsOfTheFact) {
    const std::string bands = R"("bands": [{"from": 200, "points": 10}, {"from": 0, "to": 200, "points": [0, 10]}])";
    const std::vector<Issue> issues = lint_text(book(bands, R"("min": 0, "max": 100)"));
    EXPECT_THAT(found(issues), ElementsAre("unreachable_points /score"));
    EXPECT_EQ(words(issues, IssueCode::unreachable_points),
              "“x” has 10 points, and no figures give more than 5. Check the points and the caps.");
}

TEST(LintUnreachablePoints, AddsUpItemsThatAreLimited) {
    const std::string fact =
        R"("kind": "items", "levels": {"a": {"name": {"en": "a"}}}, "items": {"lab": {"name": {"en": "lab"}, "levels": ["a"]}})";
    EXPECT_THAT(lint_found(book(R"("items": [{"item": "lab", "points": {"a": 2}, "at_most": {"a": 3}}])", fact)),
                ElementsAre("unreachable_points /score"));
    EXPECT_THAT(lint_found(book(R"("items": [{"item": "lab", "points": {"a": 2}, "at_most": {"a": 5}}])", fact)), IsEmpty());
    EXPECT_THAT(lint_found(book(R"("items": [{"item": "lab", "points": {"a": 2}}])", fact)), IsEmpty());
}

TEST(LintUnreachablePoints, TakesOneOptionOfAGroupOnly) {
    const std::string fact = R"("kind": "options", "options": {"a": {"name": {"en": "a"}}, "b": {"name": {"en": "b"}}})";
    EXPECT_THAT(lint_found(book(R"("options": [{"choose": "one", "of": {"a": 4, "b": 6}}])", fact)),
                ElementsAre("unreachable_points /score"));
    EXPECT_THAT(lint_found(book(R"("options": [{"choose": "any", "of": {"a": 4, "b": 6}}])", fact)), IsEmpty());
}

TEST(LintUnreachablePoints, LooksAtEveryMethod) {
    struct Case {
        const char* name;
        const char* leaf;
        const char* fact;
        bool reached;
    };
    const std::vector<Case> cases = {
        {"judged short", R"("judged": {})", R"("kind": "judged", "min": 0, "max": 8)", false},
        {"judged full", R"("judged": {})", R"("kind": "judged", "min": 0, "max": 10)", true},
        {"ratio short", R"("ratio": {"standard": 50})", R"("min": 0, "max": 40)", false},
        {"ratio full", R"("ratio": {"standard": 50})", R"("min": 0, "max": 50)", true},
        {"ratio open", R"("ratio": {"standard": 50})", R"("min": 0)", true},
        {"inverse ratio short", R"("ratio": {"standard": 50, "better": "lower"})", R"("min": 60)", false},
        {"inverse ratio full", R"("ratio": {"standard": 50, "better": "lower"})", R"("min": 0)", true},
        {"efficacy short", R"("efficacy": {"standards": [{"at": 9, "coefficient": "0.9"}, {"at": 5, "coefficient": "0.5"}]})",
         R"("min": 0)", false},
        {"efficacy full", R"("efficacy": {"standards": [{"at": 9, "coefficient": 1}, {"at": 5, "coefficient": "0.5"}]})", R"("min": 0)",
         true},
        {"efficacy beyond the bound", R"("efficacy": {"standards": [{"at": 9, "coefficient": 1}, {"at": 5, "coefficient": 0}]})",
         R"("min": 0, "max": 7)", false},
        {"efficacy extended",
         R"("efficacy": {"standards": [{"at": 9, "coefficient": "0.9"}, {"at": 5, "coefficient": "0.5"}], "above": "extend"})",
         R"("min": 0, "max": 10)", true},
        {"goalposts short", R"("goalposts": {"from": 0, "to": 100})", R"("min": 0, "max": 50)", false},
        {"goalposts full", R"("goalposts": {"from": 0, "to": 100})", R"("min": 0)", true},
        {"goalposts falling", R"("goalposts": {"from": 100, "to": 20})", R"("min": 40)", false},
    };
    for (const Case& each : cases) {
        const std::vector<std::string> expected =
            each.reached ? std::vector<std::string>{} : std::vector<std::string>{"unreachable_points /score"};
        EXPECT_EQ(lint_found(book(each.leaf, each.fact)), expected) << each.name;
    }
}

TEST(LintUnreachableClass, ComparesCutsWithTheLeastAndMostScore) {
    const std::string classes =
        R"(, "classes": {)" + cite +
        R"(, "cuts": [{"id": "S", "from": 11}, {"id": "A", "from": 10, "to": 11}, {"id": "B", "from": 0, "to": 10}, {"id": "C", "to": 0}]})";
    const std::vector<Issue> issues =
        lint_text(book(R"("bands": [{"from": 10, "points": 10}, {"from": 0, "to": 10, "points": [0, 10]}])", R"("min": 0)", classes));
    EXPECT_THAT(found(issues), ElementsAre("unreachable_class /classes/cuts/0", "unreachable_class /classes/cuts/3"));
    EXPECT_EQ(words(issues, IssueCode::unreachable_class), "No score reaches the class “S”: scores lie between 0 and 10. Check the cuts.");
}

TEST(LintUnreachableClass, LooksAtEachReadingOfTheCuts) {
    const std::string classes = R"(, "classes": {)" + cite +
                                R"(, "cuts": {"open": "gap", "readings": {"line": [{"id": "A", "from": 20}, {"id": "B", "to": 20}]}}})";
    const std::vector<Issue> issues = lint_text(
        book(R"("bands": [{"from": 10, "points": 10}, {"from": 0, "to": 10, "points": [0, 10]}])", R"("min": 0)", open_gap() + classes));
    EXPECT_THAT(found(issues), ElementsAre("open_point_unread /open/gap", "unreachable_class /classes/cuts/readings/line/0"));
    EXPECT_THAT(words(issues, IssueCode::unreachable_class), HasSubstr(", as read by gap=line."));
}

TEST(LintOpenPointUnread, ListsItsReadings) {
    const std::vector<Issue> issues = lint_text(book(table, R"("min": 0)", open_gap()));
    EXPECT_THAT(words(issues, IssueCode::open_point_unread), HasSubstr("; there are: line."));
}

TEST(LintOpenPointUnread, LooksAtPointsWithoutReadingsUnlessDataSettleThem) {
    const std::string leaf = R"("bands": [{"from": 10, "points": 10}, {"from": 0, "to": 10, "points": [0, 10]}])";
    const auto with = [&](const std::string& more) {
        return lint_found(book(leaf, R"("min": 0)", R"(, "open": {"when": {"asks": {"en": "?"}, )" + cite + more + "}}"));
    };
    EXPECT_THAT(with(""), ElementsAre("open_point_unread /open/when"));
    EXPECT_THAT(with(R"(, "settled_by": "data")"), IsEmpty());
}

TEST(LintNoCitation, AsksForASourceOfFactsOpenPointsLeavesAndClasses) {
    const std::string bare =
        R"({"format": "biaochi/1", "id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "t"},
        "sources": {"law": {"title": {"en": "law"}}}, "open": {"o": {"asks": {"en": "?"}, "settled_by": "data"}},
        "facts": {"x": {"name": {"en": "x"}, "min": 0}},
        "score": {"id": "all", "points": 10, "parts": [{"id": "x", "points": 10, "bands": [{"from": 10, "points": 10}, {"from": 0, "to": 10, "points": [0, 10]}]}]},
        "classes": {"cuts": [{"id": "A", "from": 5}, {"id": "B", "to": 5}]}})";
    EXPECT_THAT(lint_found(bare),
                ElementsAre("no_citation /open/o", "no_citation /facts/x", "no_citation /score/parts/0", "no_citation /classes"));
}

TEST(LintNoCitation, AcceptsALeafWhoseRowsAreAllCited) {
    const std::string rows =
        R"("bands": [{"from": 10, "points": 10, )" + cite + R"(}, {"from": 0, "to": 10, "points": [0, 10], )" + cite + "}]";
    const std::string text = book(rows);
    const std::string uncited = text.substr(0, text.rfind(", " + cite)) + "}}";
    EXPECT_THAT(lint_found(uncited), IsEmpty());
}

TEST(LintNoCitation, AsksForTheClauseOfADayBeforeWhichNothingMayHappen) {
    const auto lifecycle = [](const std::string& cited) {
        return R"(, "lifecycle": {"initial": "s", "starts_with": "e", "events": {"e": {"name": {"en": "E"}, )" + cite +
               R"(}, "f": {"name": {"en": "F"}}}, "states": {"s": {"name": {"en": "S"}, "on": {"f": [{"to": "z", "not_before": {)" +
               R"("from": "entered", "days": 5, "start": "next_day")" + cited + R"(}}]}}, "z": {"name": {"en": "Z"}, "final": true}}})";
    };
    const std::string rows = R"("bands": [{"from": 0, "points": 10}])";
    const std::string transition = "no_citation /lifecycle/states/s/on/f/0";
    EXPECT_THAT(lint_found(book(rows, R"("min": 0)", lifecycle(""))), testing::IsSupersetOf({transition, transition + "/not_before"}));
    EXPECT_THAT(lint_found(book(rows, R"("min": 0)", lifecycle(", " + cite))), Not(testing::Contains(transition + "/not_before")));
}

TEST(LintMisprint, NotesEachWhereItStands) {
    const std::string misprint = R"("misprints": [{"printed": "Wrods", "read_as": "Words", "confidence": "certain"}])";
    const std::string leaf = R"("bands": [{"from": 10, "points": 10, )" + misprint + R"(}, {"from": 0, "to": 10, "points": [0, 10]}])";
    const std::vector<Issue> issues = lint_text(book(leaf, R"("min": 0, )" + misprint, ", " + misprint));
    EXPECT_THAT(found(issues),
                ElementsAre("misprint /misprints/0", "misprint /facts/x/misprints/0", "misprint /score/bands/0/misprints/0"));
    EXPECT_EQ(issues[0].severity, Severity::note);
    EXPECT_EQ(words(issues, IssueCode::misprint), "The source prints “Wrods”; it is read as “Words” (confidence: certain).");
}

TEST(Lint, TellsTheCauseOnceNotAgainForEveryGroupAboveIt) {
    const std::string leaf = R"({"id": "y", "fact": "x", "points": 10, "judged": {}, )" + cite + "}";
    const std::string group = R"("parts": [)" + leaf + "]";
    EXPECT_THAT(lint_found(book(group, R"("kind": "judged", "min": 0, "max": 8)")), ElementsAre("unreachable_points /score/parts/0"));
}

TEST(Lint, NeverGivesErrors) {
    for (const Issue& issue : lint_text(book(table, R"("min": 0)", open_gap()))) EXPECT_NE(issue.severity, Severity::error);
}

}  // namespace
}  // namespace biaochi
