/// @file
/// Verdicts on conditions in words: a tree of reasons, indented.

#include <string>
#include <utility>
#include <vector>

#include "biaochi/explain/verdict.hpp"
#include "explain/cause_words.hpp"
#include "explain/phrases.hpp"
#include "explain/verdict_text.hpp"
#include "explain/verdict_words.hpp"

namespace biaochi {
namespace detail {
namespace {

/// A tree under way to lines of text.
struct Page {
    const Ruleset& rules;
    Language language;
    std::string out;

    void line(std::size_t depth, const Text& words) { out += std::string(2 * depth, ' ') + words.in(language) + "\n"; }
    void head(const Reason& reason, std::size_t depth);
    void count(const Count& count, std::size_t depth);
    void findings(const Reason& reason, std::size_t depth);
    void judged(const Reason& reason, std::size_t depth);
    void open(std::size_t point, std::size_t depth);
    void reason(const Reason& reason, std::size_t depth);
    void body(const Reason& reason, std::size_t depth);
};

void Page::head(const Reason& reason, std::size_t depth) {
    Text words = condition_words(rules, reason.condition);
    const bool named = reason.condition != no_index && rules.conditions()[reason.condition].source->provenance.cite.has_value();
    if (named) {
        const Cite& cite = *rules.conditions()[reason.condition].source->provenance.cite;
        if (!cite.clause.empty()) words = words.empty() ? same(cite.clause) : say(Phrase::verdict_head, {words, same(cite.clause)});
    }
    const Text answer = answer_words(reason.answer);
    if (words.empty()) {
        words = answer;
    } else {
        words = say(Phrase::verdict_line, {words, answer});
    }
    if (!reason.reading.empty()) words = say(Phrase::verdict_reading, {same(reason.reading), words});
    if (reason.repeated) words = say(Phrase::verdict_repeated, {words});
    line(depth, words);
}

void Page::count(const Count& count, std::size_t depth) {
    const auto number = [](std::size_t value) { return same(std::to_string(value)); };
    line(depth, say(count.undecided == 0 ? Phrase::verdict_count : Phrase::verdict_count_open,
                    {number(count.have), number(count.of), number(count.needed), number(count.undecided)}));
}

/// What held is said only of comparisons, and of members only where nothing else is there to say.
void Page::findings(const Reason& reason, std::size_t depth) {
    for (const Finding& finding : findings_of(reason.grounds)) {
        const bool said = finding.kind != Finding::Kind::member || finding.held != Answer::met;
        if (!said) continue;
        Text words = finding_words(rules.rulebook(), finding);
        if (finding.kind != Finding::Kind::empty) words = say(Phrase::verdict_line, {words, answer_words(finding.held)});
        line(depth, words);
    }
    if (reason.answer == Answer::undetermined && reason.cause != feel::Cause::none && reason.cause != feel::Cause::missing_fact) {
        line(depth, say(Phrase::verdict_cause, {cause_phrase({reason.cause, nullptr})}));
    }
}

void Page::judged(const Reason& reason, std::size_t depth) {
    if (reason.condition == no_index) return;
    const Condition& source = *rules.conditions()[reason.condition].source;
    if (source.form != Condition::Form::judged || reason.repeated) return;
    Text words = say(Phrase::verdict_judged, {source.asks});
    if (reason.judged != nullptr && !reason.judged->by.empty()) words = say(Phrase::verdict_judged_by, {words, same(reason.judged->by)});
    line(depth, words);
    if (reason.judged != nullptr && !reason.judged->evidence.empty()) {
        line(depth, say(Phrase::verdict_evidence, {same(reason.judged->evidence)}));
    }
}

void Page::open(std::size_t point, std::size_t depth) {
    const auto& [id, asked] = rules.rulebook().open[point];
    line(depth, say(Phrase::verdict_open, {asked.asks.empty() ? same(id) : asked.asks}));
    std::vector<Text> readings;
    for (const auto& reading : asked.readings) readings.push_back(same(reading.first));
    line(depth, readings.empty() ? say(Phrase::verdict_no_reading) : say(Phrase::verdict_readings, {joined(readings)}));
}

void Page::reason(const Reason& reason, std::size_t depth) {
    head(reason, depth);
    body(reason, depth + 1);
}

void Page::body(const Reason& reason, std::size_t depth) {
    judged(reason, depth);
    if (reason.count) count(*reason.count, depth);
    findings(reason, depth);
    if (reason.open != no_index) open(reason.open, depth);
    for (const Reason& part : reason.parts) this->reason(part, depth);
}

}  // namespace

std::string reason_text(const Ruleset& rules, const Reason& reason, std::size_t depth, Language language) {
    Page page{rules, language, {}};
    if (reason.condition == no_index) {
        page.body(reason, depth);
    } else {
        page.reason(reason, depth);
    }
    return std::move(page.out);
}

}  // namespace detail

std::string verdict_text(const Ruleset& rules, const Subject& subject, const Verdict& verdict, Language language) {
    using detail::Phrase;
    detail::Page page{rules, language, {}};
    Text who = detail::same(subject.region);
    if (!subject.label.empty()) who = detail::say(Phrase::verdict_head, {who, detail::same(subject.label)});
    page.line(0, detail::say(Phrase::verdict_head, {who, detail::same(date_text(subject.on))}));
    page.reason(verdict.reason, 1);
    if (!verdict.needs.empty()) page.line(1, detail::say(Phrase::verdict_needs));
    for (const Missing& need : verdict.needs) page.line(2, missing_text(rules, need));
    return std::move(page.out);
}

}  // namespace biaochi
