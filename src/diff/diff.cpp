/// @file
/// Two versions of a rulebook side by side.

#include "biaochi/diff/diff.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "biaochi/rulebook/parse.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "diff/answers.hpp"
#include "diff/changes.hpp"

namespace biaochi {
namespace detail {
namespace {

using Given = std::map<Question, std::string>;

/// Takes over issues, their places behind a prefix. @return whether one is an error
bool add_issues(std::vector<Issue>& to, std::vector<Issue> from, std::string_view prefix) {
    const bool wrong = has_errors(from);
    for (Issue& issue : from) {
        issue.where.insert(0, prefix);
        to.push_back(std::move(issue));
    }
    return wrong;
}

/// What stays the same in every trial.
struct Setting {
    const DiffData& data;
    std::optional<Date> on;
    const std::map<std::string, std::string>& readings;
};

CompiledRuleset compile_version(const Rulebook& book, const Setting& setting) {
    std::map<std::string, std::string> readings;
    for (const auto& [open, reading] : setting.readings) {
        if (find(book.open, open) != nullptr) readings.emplace(open, reading);
    }
    return compile(book, setting.on.value_or(book.effective.from), readings);
}

/// The answers of a document, or nothing where it is not a valid rulebook.
std::optional<Given> answers_alone(const json::Value& document, const Setting& setting) {
    const ParsedRulebook parsed = parse_rulebook(json::write(document));
    if (!parsed.rulebook) return std::nullopt;
    const CompiledRuleset compiled = compile_version(*parsed.rulebook, setting);
    if (!compiled.rules) return std::nullopt;
    const Answers answers = answers_of(*compiled.rules, setting.data, setting.on);
    if (has_errors(answers.issues)) return std::nullopt;
    return Given(answers.given.begin(), answers.given.end());
}

/// One version: its document, its rules, its answers.
struct Version {
    std::optional<json::Value> document;
    std::optional<Rulebook> book;
    Answers answers;
    bool valid = false;
};

Version read_version(std::string_view text, const Setting& setting, std::string_view prefix, std::vector<Issue>& issues) {
    Version version;
    ParsedRulebook parsed = parse_rulebook(text);
    if (add_issues(issues, std::move(parsed.issues), prefix) || !parsed.rulebook) return version;
    version.book = std::move(parsed.rulebook);
    CompiledRuleset compiled = compile_version(*version.book, setting);
    if (add_issues(issues, std::move(compiled.issues), prefix) || !compiled.rules) return version;
    version.answers = answers_of(*compiled.rules, setting.data, setting.on);
    const bool wrong = add_issues(issues, version.answers.issues, "");
    version.document = json::parse(text).value;
    version.valid = !wrong;
    return version;
}

std::string answer_in(const Given& given, const Question& question) {
    const auto found = given.find(question);
    return found == given.end() ? std::string("–") : found->second;
}

/// Notes what one change brings about by itself.
void add_cause(AnswerChange& answer, std::size_t change, const Given& alone) {
    std::string given = answer_in(alone, Question(answer.subject, answer.question));
    if (given != answer.before) answer.causes.push_back({change, std::move(given)});
}

/// The questions of both versions: the first one's in their order, then what only the second one answers.
std::vector<Question> questions_of(const Version& first, const Version& second, const Given& before) {
    std::vector<Question> questions;
    questions.reserve(first.answers.given.size());
    for (const auto& given : first.answers.given) questions.push_back(given.first);
    for (const auto& given : second.answers.given) {
        if (!before.contains(given.first)) questions.push_back(given.first);
    }
    return questions;
}

/// The answers that differ, without their causes.
void find_answers(Difference& difference, const Version& first, const Version& second) {
    const Given before(first.answers.given.begin(), first.answers.given.end());
    const Given after(second.answers.given.begin(), second.answers.given.end());
    const std::vector<Question> questions = questions_of(first, second, before);
    difference.asked = questions.size();
    for (const Question& question : questions) {
        AnswerChange answer{question.first, question.second, answer_in(before, question), answer_in(after, question), {}, false};
        if (answer.before != answer.after) difference.answers.push_back(std::move(answer));
    }
}

/// Tries each change alone, one after the other, so that the answers of one trial are held at a time.
void find_causes(Difference& difference, const Version& first, const Version& second, const std::vector<Change>& changes,
                 const Setting& setting) {
    bool all_apart = true;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes[i].told.declares) continue;
        const std::optional<Given> alone = answers_alone(with_change(*first.document, *second.document, changes, i), setting);
        difference.changes[i].apart = alone.has_value();
        all_apart = all_apart && alone.has_value();
        if (!alone) continue;
        for (AnswerChange& answer : difference.answers) add_cause(answer, i, *alone);
    }
    for (AnswerChange& answer : difference.answers) {
        answer.sole = all_apart && answer.causes.size() == 1 && answer.causes.front().alone == answer.after;
    }
}

}  // namespace
}  // namespace detail

std::string_view name(ClauseChange::Kind kind) noexcept {
    if (kind == ClauseChange::Kind::added) return "added";
    return kind == ClauseChange::Kind::removed ? "removed" : "changed";
}

Difference diff(std::string_view first, std::string_view second, const DiffData& data, std::optional<Date> on,
                const std::map<std::string, std::string>& readings) {
    Difference difference;
    const detail::Setting setting{data, on, readings};
    const detail::Version before = detail::read_version(first, setting, "/first", difference.issues);
    const detail::Version after = detail::read_version(second, setting, "/second", difference.issues);
    if (!before.valid || !after.valid) return difference;
    for (const auto& [open, reading] : readings) {
        if (find(before.book->open, open) != nullptr || find(after.book->open, open) != nullptr) continue;
        difference.issues.push_back(make_issue(IssueCode::unknown_open_point, "/readings", {open, std::string()}));
        return difference;
    }
    if (before.book->id != after.book->id) {
        difference.issues.push_back(make_issue(IssueCode::different_rulebooks, "/second/id", {before.book->id, after.book->id}));
    }
    difference.with_data = data.records || data.subjects || data.applications;
    difference.first_id = before.book->id;
    difference.first_version = before.book->version;
    difference.second_id = after.book->id;
    difference.second_version = after.book->version;
    const std::vector<detail::Change> changes = detail::changes_of(*before.document, *after.document);
    for (const detail::Change& change : changes) difference.changes.push_back(change.told);
    detail::find_answers(difference, before, after);
    detail::find_causes(difference, before, after, changes, setting);
    difference.complete = true;
    return difference;
}

}  // namespace biaochi
