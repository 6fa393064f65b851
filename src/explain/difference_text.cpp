/// @file
/// What differs between two versions of a rulebook, in words.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/explain/difference.hpp"
#include "explain/phrases.hpp"

namespace biaochi {
namespace detail {
namespace {

Text kind_words(ClauseChange::Kind kind) {
    if (kind == ClauseChange::Kind::added) return say(Phrase::diff_added);
    return say(kind == ClauseChange::Kind::removed ? Phrase::diff_removed : Phrase::diff_changed);
}

/// The name of a clause with its place in the regulation.
Text clause_words(const ClauseChange& change) {
    Text words = change.name.empty() ? same(change.id) : change.name;
    if (!change.clause.empty()) words = say(Phrase::verdict_head, {words, same(change.clause)});
    return words;
}

Text value_words(const std::string& json) { return json.empty() ? say(Phrase::diff_nothing) : same(json); }

/// An answer in words: its first word is one of the engine's, a class or a number.
Text answer_words(const std::string& answer) {
    const std::size_t end = answer.find(' ');
    const std::string rest = end == std::string::npos ? std::string() : answer.substr(end);
    const std::pair<std::string_view, Phrase> known[] = {
        {"met", Phrase::verdict_met},        {"not_met", Phrase::verdict_not_met}, {"undetermined", Phrase::verdict_undetermined},
        {"awarded", Phrase::diff_awarded},   {"refused", Phrase::diff_refused},    {"on_track", Phrase::diff_on_track},
        {"behind", Phrase::diff_behind},     {"missed", Phrase::diff_missed},      {"none", Phrase::diff_nothing},
        {"excluded", Phrase::diff_excluded},
    };
    for (const auto& [word, phrase] : known) {
        if (answer.substr(0, end) != word) continue;
        Text words = say(phrase);
        words.zh += rest;
        words.en += rest;
        return words;
    }
    return same(answer);
}

Text question_words(std::string_view question) {
    if (question == "score") return say(Phrase::diff_score);
    if (question == "class") return say(Phrase::diff_class);
    if (question == "rank") return say(Phrase::diff_rank);
    return same(std::string(question));
}

/// Parts follow from their indicator, which the clause names; they are counted, not listed.
bool is_part(const AnswerChange& answer) { return answer.question.starts_with("part/"); }

/// A text under way.
struct DifferencePage {
    const Difference& difference;
    Language language;
    std::string out;

    void line(std::size_t depth, const Text& words) { out.append(2 * depth, ' ').append(words.in(language)).append("\n"); }
    void change(const ClauseChange& each);
    void answer(const AnswerChange& each);
};

void DifferencePage::change(const ClauseChange& each) {
    line(0, say(Phrase::diff_clause, {kind_words(each.kind), clause_words(each), same(each.where)}));
    for (const ValueChange& value : each.values) {
        line(1, say(Phrase::diff_value, {same(value.where), value_words(value.before), value_words(value.after)}));
    }
    if (!each.apart && !each.declares) line(1, say(Phrase::diff_not_alone));
}

void DifferencePage::answer(const AnswerChange& each) {
    line(0, say(Phrase::diff_answer,
                {same(each.subject), question_words(each.question), answer_words(each.before), answer_words(each.after)}));
    if (each.causes.empty()) line(1, say(Phrase::diff_together));
    for (const AnswerChange::Cause& cause : each.causes) {
        const Text by = clause_words(difference.changes[cause.change]);
        line(1, each.sole ? say(Phrase::diff_sole, {by}) : say(Phrase::diff_cause, {by, answer_words(cause.alone)}));
    }
}

Text version_words(const std::string& id, const std::string& version) { return same(id + " " + version); }

}  // namespace
}  // namespace detail

std::string difference_text(const Difference& difference, Language language) {
    using namespace detail;
    DifferencePage page{difference, language, {}};
    page.line(0, say(Phrase::diff_versions, {version_words(difference.first_id, difference.first_version),
                                             version_words(difference.second_id, difference.second_version)}));
    page.line(0, say(Phrase::diff_clauses, {same(std::to_string(difference.changes.size()))}));
    for (const ClauseChange& change : difference.changes) page.change(change);
    if (!difference.with_data) return page.out;
    std::size_t parts = 0;
    for (const AnswerChange& answer : difference.answers) parts += is_part(answer) ? 1U : 0U;
    page.line(0, say(Phrase::diff_asked, {same(std::to_string(difference.asked)), same(std::to_string(difference.answers.size())),
                                          same(std::to_string(parts))}));
    for (const AnswerChange& answer : difference.answers) {
        if (!is_part(answer)) page.answer(answer);
    }
    return page.out;
}

}  // namespace biaochi
