/// @file
/// What one version of a rulebook answers, as texts that can be compared.

#include "diff/answers.hpp"

#include <string_view>
#include <utility>

#include "biaochi/condition/check.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/score/score.hpp"
#include "biaochi/standing/standing.hpp"
#include "biaochi/subject/subject.hpp"
#include "diff/fit.hpp"

namespace biaochi::detail {
namespace {

std::string between(const std::string& low, const std::string& high) {
    if (low == high) return low;
    std::string text = low;
    text.append("–").append(high);
    return text;
}

std::string points_text(const NodeOutcome& outcome) {
    if (outcome.state == NodeState::excluded) return "excluded";
    if (outcome.state == NodeState::refused) return "refused";
    return between(outcome.points.low.text(), outcome.points.high.text());
}

std::string class_text(const Ruleset& rules, const Standing& standing) {
    std::string text;
    for (const std::size_t possible : standing.classes) text.append(text.empty() ? "" : "/").append(rules.cuts()[possible].id);
    return text.empty() ? "undetermined" : text;
}

/// @param where  place of the data
void add_issues(Answers& answers, std::vector<Issue> issues, std::string_view where) {
    for (Issue& issue : issues) {
        issue.where.insert(0, where);
        issue.line = issue.column = 0;  // they counted in the copy
        answers.issues.push_back(std::move(issue));
    }
}

std::string name_of(const Record& record) { return record.period.empty() ? record.region : record.region + " " + record.period; }

void ask_records(const Ruleset& rules, std::string_view text, Answers& answers) {
    if (text.empty() || rules.nodes().empty()) return;
    ReadRecords read = read_records(rules, fit_records(rules.rulebook(), text));
    const bool wrong = has_errors(read.issues);
    add_issues(answers, std::move(read.issues), "/data/records");
    if (wrong) return;
    std::vector<Scorecard> cards(read.records.size());
    for (std::size_t i = 0; i < cards.size(); ++i) score(rules, read.records[i], cards[i]);
    const std::vector<Standing> all = standings(rules, read.records, cards);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const std::string who = name_of(read.records[i]);
        const auto give = [&](std::string what, std::string answer) {
            answers.given.emplace_back(Question(who, std::move(what)), std::move(answer));
        };
        give("score", points_text(cards[i].nodes.front()));
        if (rules.rulebook().classes) give("class", class_text(rules, all[i]));
        give("rank", all[i].ranked ? between(all[i].best.text(), all[i].worst.text()) : "none");
        for (std::size_t node = 1; node < cards[i].nodes.size(); ++node) {
            give("part/" + rules.nodes()[node].source->id, points_text(cards[i].nodes[node]));
        }
    }
}

void ask_subjects(const Ruleset& rules, std::string_view text, Answers& answers) {
    if (text.empty() || rules.conditions().empty()) return;
    ReadSubjects read = read_subjects(rules, fit_subjects(rules.rulebook(), text));
    const bool wrong = has_errors(read.issues);
    add_issues(answers, std::move(read.issues), "/data/subjects");
    if (wrong) return;
    for (const Subject& subject : read.subjects) {
        for (std::size_t i = 0; i < rules.rulebook().conditions.size(); ++i) {
            answers.given.emplace_back(Question(subject.region, "condition/" + rules.rulebook().conditions[i].first),
                                       std::string(name(check(rules, subject, i).answer)));
        }
    }
}

}  // namespace

Answers answers_of(const Ruleset& rules, const DiffData& data) {
    Answers answers;
    ask_records(rules, data.records, answers);
    ask_subjects(rules, data.subjects, answers);
    return answers;
}

}  // namespace biaochi::detail
