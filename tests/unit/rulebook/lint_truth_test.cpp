/// @file
/// What lint proves of conditions and guards, and that it claims nothing that some values contradict.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "biaochi/feel/evaluate.hpp"
#include "biaochi/rulebook/lint.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "biaochi/rulebook/scope.hpp"
#include "json/value.hpp"

namespace biaochi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string cite = R"("cite": {"source": "law", "clause": "art. 1"})";
const std::string start = R"({"format": "biaochi/1", "id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "t"},
    "sources": {"law": {"title": {"en": "law"}}},
    "open": {"when": {"asks": {"en": "?"}, )" +
                          cite + R"(, "readings": {"a": {"says": {"en": "a"}, "status": "natural"},
      "b": {"says": {"en": "b"}, "status": "natural"}}}},
    "facts": {"labs": {"name": {"en": "l"}, "min": 0, "max": 50, "whole": true, )" +
                          cite + R"(},
      "fund": {"name": {"en": "f"}, "unit": "万元", "min": 0, )" +
                          cite + R"(}},
    "subject": {"kind": {"en": "county"}, "fields": {
      "word": {"name": {"en": "w"}, "type": "text", "values": ["A", "B", "C"]},
      "ok": {"name": {"en": "o"}, "type": "boolean"},
      "n": {"name": {"en": "n"}, "type": "number"}},
      "members": {"peers": {"name": {"en": "p"}, "fields": {"score": {"name": {"en": "s"}, "type": "number"}}}}},
    )";

Rulebook parsed(const std::string& rest) {
    const ParsedRulebook book = parse_rulebook(start + rest + "}");
    for (const Issue& issue : book.issues) ADD_FAILURE() << name(issue.code) << ' ' << issue.where << ' ' << issue.message.en;
    return book.rulebook.value();
}

/// Code and place of what is found, without what the open point itself is told for.
std::vector<std::string> found(const Rulebook& book) {
    std::vector<std::string> lines;
    for (const Issue& issue : lint(book)) {
        if (issue.code != IssueCode::open_point_unread) lines.push_back(std::string(name(issue.code)) + " " + issue.where);
    }
    return lines;
}

std::string condition(const std::string& form) { return R"("conditions": {"c": {"name": {"en": "c"}, )" + form + ", " + cite + "}}"; }

std::string expression(const std::string& text) { return condition("\"expr\": " + json::quote(text)); }

/// A lifecycle whose one state takes `go` by these guards; an empty one stands for none.
std::string guards(const std::vector<std::string>& list) {
    std::string transitions;
    for (const std::string& each : list) {
        transitions += (transitions.empty() ? "" : ", ") + std::string(R"({"to": "done")") +
                       (each.empty() ? "" : ", \"if\": " + json::quote(each)) + "}";
    }
    return R"("lifecycle": {"initial": "one", "starts_with": "begin", "fields": {"count": "number", "flag": "boolean"},
        "events": {"begin": {"name": {"en": "b"}, )" +
           cite + R"(}, "go": {"name": {"en": "g"}, )" + cite + R"(,
          "data": {"points": "number", "passed": "boolean", "result": {"type": "text", "values": ["pass", "fail"]}}}},
        "states": {"one": {"name": {"en": "1"}, "on": {"go": [)" +
           transitions + R"(]}}, "done": {"name": {"en": "d"}, "final": true}}})";
}

struct Case {
    const char* text;
    const char* code;  ///< empty: nothing is found
};

class OfAnExpression : public testing::TestWithParam<Case> {};

TEST_P(OfAnExpression, LintSaysWhatIsProved) {
    const std::vector<std::string> lines = found(parsed(expression(GetParam().text)));
    if (*GetParam().code == '\0') {
        EXPECT_THAT(lines, IsEmpty()) << GetParam().text;
    } else {
        EXPECT_THAT(lines, ElementsAre(GetParam().code + std::string(" /conditions/c/expr"))) << GetParam().text;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Lint, OfAnExpression,
    testing::Values(Case{"labs >= 10", ""}, Case{"labs >= 10 and labs < 5", "never_holds"},                            //
                    Case{"labs > 50", "never_holds"}, Case{"labs >= 50", ""},                                          //
                    Case{"labs >= 0", "always_holds"}, Case{"labs > 0", ""},                                           //
                    Case{"labs > 3 and labs < 4", "never_holds"},                                                      // no whole number
                    Case{"n > 3 and n < 4", ""}, Case{"n > 3 and n <= 3", "never_holds"},                              //
                    Case{"n > 3 or n <= 3", "always_holds"}, Case{"n > 3 or n < 3", ""},                               //
                    Case{"false", ""}, Case{"true", ""}, Case{"1 > 2", "never_holds"}, Case{"2 > 1", "always_holds"},  //
                    Case{"labs in [60..70]", "never_holds"}, Case{"labs in [0..50]", "always_holds"}, Case{"labs in [0..50)", ""},
                    Case{"labs between 51 and 60", "never_holds"}, Case{"word = \"D\"", "never_holds"}, Case{"word in (\"A\", \"B\")", ""},
                    Case{"word in (\"A\", \"B\", \"C\")", "always_holds"}, Case{"word = \"A\" and word = \"B\"", "never_holds"},
                    Case{"word != \"A\" and word != \"B\" and word != \"C\"", "never_holds"}, Case{"ok and not(ok)", "never_holds"},
                    Case{"ok or not(ok)", "always_holds"}, Case{"ok = true and ok = false", "never_holds"},
                    Case{"count(peers) >= 3 and count(peers) < 2", "never_holds"},
                    Case{"count(peers) >= 3 or count(peers) < 3", "always_holds"}, Case{"count(peers) >= 0", ""},
                    Case{"max(peers.score) = 3 or max(peers.score) != 3", ""},
                    Case{"n > labs and n < labs", ""},  // nothing is claimed of two names
                    Case{"if ok then labs > 60 else labs > 70", ""}));

TEST(LintOfConditions, PutsPartsTogether) {
    const std::string high = R"({"expr": "n > 3"})";
    const std::string low = R"({"expr": "n < 2"})";
    EXPECT_THAT(found(parsed(condition(R"("all": [)" + high + "," + low + "]"))), ElementsAre("never_holds /conditions/c"));
    EXPECT_THAT(found(parsed(condition(R"("any": [)" + high + "," + low + "]"))), IsEmpty());
    EXPECT_THAT(found(parsed(condition(R"("at_least": {"n": 2, "of": [)" + high + "," + low + "]}"))),
                ElementsAre("never_holds /conditions/c"));
    EXPECT_THAT(found(parsed(condition(R"("at_least": {"n": 1, "of": [)" + high + "," + low + "]}"))), IsEmpty());
    EXPECT_THAT(found(parsed(condition(R"("not": {"expr": "n > 3 or n <= 3"})"))), ElementsAre("always_holds /conditions/c/not/expr"));
}

TEST(LintOfConditions, TellsEachReadingAndWhatHangsOnIt) {
    EXPECT_THAT(found(parsed(condition(R"("expr": {"open": "when", "readings": {"a": "labs > 60", "b": "labs > 5"}})"))),
                ElementsAre("hangs_on_open_point /conditions/c/expr", "never_holds /conditions/c/expr/readings/a"));
}

TEST(LintOfConditions, ClaimsNothingWhereAnEmptySetDecides) {
    const std::string never = "(every p in peers satisfies p.score > 1) and n > 3 and n < 2";
    EXPECT_THAT(found(parsed(expression(never))), ElementsAre("never_holds /conditions/c/expr"));
    EXPECT_THAT(found(parsed(condition("\"expr\": " + json::quote(never) + R"(, "empty": "met")"))), IsEmpty());
}

TEST(LintOfGuards, FindsWhatIsNeverTaken) {
    const std::string second = "shadowed_transition /lifecycle/states/one/on/go/1";
    EXPECT_THAT(found(parsed(guards({"event.points >= 60", "event.points > 80"}))), ElementsAre(second));
    EXPECT_THAT(found(parsed(guards({"event.points >= 60", "event.points >= 60"}))), ElementsAre(second));
    EXPECT_THAT(found(parsed(guards({"event.points > 80", "event.points < 60"}))), IsEmpty());
    EXPECT_THAT(found(parsed(guards({"event.result = \"pass\"", "event.result = \"fail\"", ""}))),
                ElementsAre("shadowed_transition /lifecycle/states/one/on/go/2"));
    EXPECT_THAT(found(parsed(guards({"event.result = \"pass\"", ""}))), IsEmpty());
    EXPECT_THAT(found(parsed(guards({"event.passed", "not(event.passed)", ""}))),
                ElementsAre("shadowed_transition /lifecycle/states/one/on/go/2"));
}

TEST(LintOfGuards, FindsWhatCanBothHoldWithValuesThatShowIt) {
    const std::vector<Issue> issues = lint(parsed(guards({"event.points >= 60", "event.points <= 60 and event.passed"})));
    ASSERT_EQ(issues.size(), 2U);  // the other one is the open point
    EXPECT_EQ(name(issues[1].code), "overlapping_guards");
    EXPECT_THAT(issues[1].message.en, HasSubstr("where event.passed = true, event.points = 60;"));
    EXPECT_THAT(found(parsed(guards({"event.points > 80", "labs > 10"}))), ElementsAre("overlapping_guards /lifecycle/states/one/on/go/1"));
}

TEST(LintOfGuards, ClaimsNoOverlapOfWhatACaseCarriesOrOfWhatIsNotRead) {
    EXPECT_THAT(found(parsed(guards({"count > 2", "count > 1"}))), IsEmpty());
    EXPECT_THAT(found(parsed(guards({"event.passed", "count(peers) > 3"}))), IsEmpty());
}

TEST(LintOfGuards, TakesAFieldOfTheCaseForOneThatMayBeNull) {
    EXPECT_THAT(found(parsed(guards({"flag = true", "flag = false", ""}))), IsEmpty());
    EXPECT_THAT(found(parsed(guards({"flag", "not(flag)", ""}))), ElementsAre("shadowed_transition /lifecycle/states/one/on/go/2"));
}

/// Random expressions over `labs`, `n`, `word` and `ok`.
class RandomExpressions {
public:
    std::string next(int depth) {
        if (depth == 0 || below(4) == 0) return atom();
        switch (below(3)) {
            case 0:
                return "(" + next(depth - 1) + " and " + next(depth - 1) + ")";
            case 1:
                return "(" + next(depth - 1) + " or " + next(depth - 1) + ")";
            default:
                return "not(" + next(depth - 1) + ")";
        }
    }

private:
    unsigned below(unsigned end) { return static_cast<unsigned>(random_() % end); }
    std::string number() { return std::to_string(below(7) * 10 - 5); }

    std::string atom() {
        static const std::vector<std::string> signs{"<", "<=", ">", ">=", "=", "!="};
        const std::string name = below(2) == 0 ? "labs" : "n";
        switch (below(6)) {
            case 0:
                return "ok";
            case 1:
                return std::string("word ") + (below(2) == 0 ? "=" : "!=") + " \"" + std::string(1, static_cast<char>('A' + below(4))) +
                       "\"";
            case 2:
                return name + " in [" + number() + ".." + number() + ")";
            case 3:
                return name + " between " + number() + " and " + number();
            case 4:
                return number() + " " + signs[below(6)] + " " + name;
            default:
                return name + " " + signs[below(6)] + " " + number();
        }
    }

    std::mt19937 random_{20231010};
};

/// Every combination of values near those that the expressions compare with, and of not knowing.
std::vector<std::vector<feel::Value>> every_input(const Rulebook& book) {
    const feel::Scope scope = subject_scope(book);
    std::vector<std::vector<feel::Value>> all{std::vector<feel::Value>(scope.inputs.size(), feel::make_null(feel::Cause::missing_fact))};
    const auto vary = [&](const char* name, const std::vector<feel::Value>& values) {
        std::vector<std::vector<feel::Value>> more;
        for (const auto& each : all) {
            more.push_back(each);
            for (const feel::Value& value : values) {
                more.push_back(each);
                more.back()[scope.find(name)->slot] = value;
            }
        }
        all = std::move(more);
    };
    std::vector<feel::Value> labs;
    std::vector<feel::Value> n;
    for (int i = 0; i <= 50; i += 5) labs.push_back(feel::make_number(Number(i)));
    for (int i = 1; i <= 49; i += 12) labs.push_back(feel::make_number(Number(i)));
    for (int i = -14; i <= 122; i += 5) n.push_back(feel::make_number(Number(i) / Number(2)));
    for (int i = -10; i <= 60; i += 5) n.push_back(feel::make_number(Number(i)));
    vary("labs", labs);
    vary("n", n);
    vary("word", {feel::make_text("A"), feel::make_text("B"), feel::make_text("C")});
    vary("ok", {feel::make_boolean(false), feel::make_boolean(true)});
    return all;
}

TEST(LintOfConditions, ClaimsNothingThatAnyValuesContradict) {
    const Rulebook plain = parsed(expression("ok"));
    const auto inputs = every_input(plain);
    const feel::Scope scope = subject_scope(plain);
    RandomExpressions expressions;
    int never = 0;
    int always = 0;
    for (int round = 0; round < 600; ++round) {
        const std::string text = expressions.next(3);
        const std::vector<std::string> lines = found(parsed(expression(text)));
        if (lines.empty()) continue;
        const bool claims_never = lines.front().rfind("never_holds", 0) == 0;
        (claims_never ? never : always) += 1;
        const auto compiled = feel::compile_expression(text, scope);
        for (const auto& each : inputs) {
            const feel::Value value = feel::evaluate(*compiled.expression, each);
            ASSERT_FALSE(value.is(claims_never)) << text << ": " << lines.front();
        }
    }
    EXPECT_GT(never, 20);
    EXPECT_GT(always, 20);
}

}  // namespace
}  // namespace biaochi
