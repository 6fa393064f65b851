/// @file
/// Runs the examples that a rulebook carries.

#include "biaochi/example/run.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "biaochi/condition/check.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/score/score.hpp"
#include "biaochi/standing/standing.hpp"
#include "biaochi/subject/subject.hpp"
#include "example/duties.hpp"
#include "example/run_awards.hpp"
#include "example/run_targets.hpp"
#include "explain/shown.hpp"
#include "json/value.hpp"

namespace biaochi {

namespace {

/// What a refused or excluded node shows where a number is expected.
std::string_view word(NodeState state) { return state == NodeState::excluded ? "excluded" : "refused"; }

std::string exact(const Interval& value) { return value.decided() ? value.low.text() : value.low.text() + "–" + value.high.text(); }

/// Compares one answer with what its example expects, and collects what differs.
class Comparison {
public:
    Comparison(const Ruleset& rules, const Scorecard& card, std::string place) : rules_(rules), card_(card), place_(std::move(place)) {}

    void score(const Expected& expected) { points("score", json::child(place_, "score"), 0, expected); }

    void part(const std::string& id, const Expected& expected) {
        points(id, json::child(json::child(place_, "parts"), id), rules_.node(id), expected);
    }

    void shown(const std::string& expected) {
        const NodeOutcome& root = card_.nodes.front();
        const bool scored = root.state == NodeState::scored;
        same("shown", json::child(place_, "shown"),
             scored ? detail::shown(root.points, rules_.rulebook().shown) : std::string(word(root.state)), expected);
    }

    void in_class(const std::string& expected) {
        const NodeOutcome& root = card_.nodes.front();
        std::vector<std::size_t> possible;
        if (root.state == NodeState::scored) possible = classify(rules_, root.points);
        const std::string found = possible.size() == 1 ? rules_.cuts()[possible.front()].id : "null";
        same("class", json::child(place_, "class"), found, expected.empty() ? "null" : expected);
    }

    std::vector<Issue> take() { return std::move(issues_); }

private:
    void points(const std::string& what, const std::string& where, std::size_t node, const Expected& expected) {
        const NodeOutcome& found = card_.nodes[node];
        const bool scored = found.state == NodeState::scored;
        same(what, where, scored ? exact(found.points) : std::string(word(found.state)), exact({expected.low, expected.high}));
    }

    void same(const std::string& what, const std::string& where, const std::string& found, const std::string& expected) {
        if (found != expected) issues_.push_back(make_issue(IssueCode::example_differs, where, {what, found, expected}));
    }

    const Ruleset& rules_;
    const Scorecard& card_;
    std::string place_;
    std::vector<Issue> issues_;
};

/// Takes over what is wrong with a document, at its place in the rulebook.
/// @param first  where the document has the one that was read
void add_issues(std::vector<Issue>& to, std::vector<Issue> from, const std::string& place, std::string_view first) {
    for (Issue& issue : from) {
        if (issue.where.starts_with(first)) issue.where.erase(0, first.size());
        issue.where.insert(0, place);
        issue.line = issue.column = 0;  // they counted in the record's own text
        to.push_back(std::move(issue));
    }
}

std::vector<Issue> differences(const Ruleset& rules, const Example& example, const Record& record, const std::string& where) {
    const Scorecard card = score(rules, record);
    Comparison comparison(rules, card, where);
    if (example.score) comparison.score(*example.score);
    if (!example.shown.empty()) comparison.shown(example.shown);
    if (example.in_class) comparison.in_class(*example.in_class);
    for (const auto& [id, expected] : example.parts) comparison.part(id, expected);
    return comparison.take();
}

/// Scores the figures of an example, where it has any.
void run_record(const Ruleset& rules, const Example& example, const std::string& place, std::vector<Issue>& issues) {
    if (example.facts.empty()) return;
    const std::string record = R"([{"region": )" + json::quote(example.id) + R"(, "facts": )" + example.facts + "}]";
    ReadRecords read = read_records(rules, R"({"records": )" + record + "}");
    std::erase_if(read.issues, [](const Issue& issue) { return issue.code == IssueCode::unknown_member; });  // an example has no region
    const bool readable = !has_errors(read.issues);
    add_issues(issues, std::move(read.issues), place, "/records/0");
    if (!readable) return;
    for (Issue& issue : differences(rules, example, read.records.front(), json::child(place, "expect"))) issues.push_back(std::move(issue));
}

/// Checks the conditions of an example's subject, where it has one.
void run_subject(const Ruleset& rules, const Example& example, const std::string& place, std::vector<Issue>& issues) {
    if (example.subject.empty()) return;
    ReadSubjects read = read_subjects(rules, "[" + example.subject + "]");
    const bool readable = !has_errors(read.issues);
    add_issues(issues, std::move(read.issues), json::child(place, "subject"), "/0");
    if (!readable) return;
    const auto& conditions = rules.rulebook().conditions;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        const std::string* expected = find(example.conditions, conditions[i].first);
        if (expected == nullptr) continue;
        const std::string_view found = name(check(rules, read.subjects.front(), i).answer);
        if (found == *expected) continue;
        const std::string where = json::child(json::child(json::child(place, "expect"), "conditions"), conditions[i].first);
        issues.push_back(make_issue(IssueCode::example_differs, where, {conditions[i].first, found, *expected}));
    }
}

/// The day that the rules are compiled for: of targets, which may be asked for when the plan has ended, one on which it is in force.
Date day_of_rules(const Rulebook& book, const Example& example) {
    Date on = example.on.value_or(book.effective.from);
    if (example.records.empty()) return on;
    if (on < book.effective.from) on = book.effective.from;
    if (book.effective.until && on >= *book.effective.until) on = Date(std::chrono::sys_days(*book.effective.until) - std::chrono::days(1));
    return on;
}

ExampleResult run(const Rulebook& book, const Example& example, const std::string& place) {
    ExampleResult result;
    result.id = example.id;
    const CompiledRuleset compiled = compile(book, day_of_rules(book, example), example.readings);
    add_issues(result.issues, compiled.issues, place, "");
    if (!compiled.rules) return result;
    run_record(*compiled.rules, example, place, result.issues);
    run_subject(*compiled.rules, example, place, result.issues);
    detail::run_unit(*compiled.rules, example, place, result.issues);
    detail::run_targets(*compiled.rules, example, place, result.issues);
    detail::run_application(*compiled.rules, example, place, result.issues);
    result.passed = !has_errors(result.issues);
    return result;
}

}  // namespace

std::vector<ExampleResult> run_examples(const Rulebook& rulebook) {
    std::vector<ExampleResult> results;
    for (std::size_t i = 0; i < rulebook.examples.size(); ++i) {
        results.push_back(run(rulebook, rulebook.examples[i], json::child("/examples", i)));
    }
    return results;
}

}  // namespace biaochi
