/// @file
/// What a log comes to, in words: a paragraph a case, then what was not accepted.

#include <string>
#include <utility>
#include <vector>

#include "explain/lifecycle_words.hpp"
#include "explain/log_report.hpp"
#include "explain/phrases.hpp"
#include "explain/verdict_text.hpp"
#include "explain/verdict_words.hpp"
#include "lifecycle/fold.hpp"

namespace biaochi::detail {
namespace {

/// A report under way to lines of text.
struct LogPage {
    const Ruleset& rules;
    const LogReport& report;
    Language language;
    std::string out;

    void line(std::size_t depth, const Text& words) { out += std::string(2 * depth, ' ') + words.in(language) + "\n"; }
    void remarks();
    void outlook(const Outlook& each);
    void fields(const Case& of);
    void next(const Next& next);
    void duty(const Duty& duty);
    void tried(std::size_t event, const Tried& tried);
    void first_day(const NotBefore& rule, const FirstDay& first);
    void open(const std::vector<std::size_t>& points, std::size_t depth);
    void refusal(const Refusal& refusal);
};

Text with_clause(Text words, const Provenance& provenance) {
    if (!provenance.cite || provenance.cite->clause.empty()) return words;
    return say(Phrase::verdict_head, {words, same(provenance.cite->clause)});
}

void LogPage::remarks() {
    for (const CarriedOver& each : report.carried) {
        line(0, say(Phrase::log_carried, {same(each.of), same(each.from), same(rules.rulebook().version)}));
    }
    if (report.later > 0) line(0, say(Phrase::log_later, {same(std::to_string(report.later)), same(date_text(report.as_of))}));
}

void LogPage::fields(const Case& of) {
    const auto& fields = rules.rulebook().lifecycle->fields;
    for (std::size_t i = 0; i < of.fields.size(); ++i) {
        const auto& [id, field] = fields[i];
        const Text name = field.field.name.empty() ? same(id) : field.field.name;
        const feel::Value& value = of.fields[i];
        const bool is_date = value.kind() == feel::Kind::date;
        line(1, say(Phrase::verdict_value, {name, is_date ? same(feel::plain_text(value)) : value_words(value)}));
    }
}

void LogPage::outlook(const Outlook& each) {
    const Case& of = *each.of;
    const Text state = state_words(rules, of.state);
    if (of.state == no_index) {
        line(0, say(Phrase::verdict_line, {same(of.id), state}));
    } else {
        line(0, say(Phrase::log_case, {same(of.id), state, same(date_text(of.since))}));
    }
    if (report.question == LogQuestion::replay) fields(of);
    if (report.question == LogQuestion::next && each.next.empty()) line(1, say(Phrase::log_nothing));
    if (report.question == LogQuestion::due && each.duties.empty()) line(1, say(Phrase::log_no_duty));
    for (const Next& each_next : each.next) next(each_next);
    for (const Duty& each_duty : each.duties) duty(each_duty);
}

void LogPage::open(const std::vector<std::size_t>& points, std::size_t depth) {
    for (const std::size_t point : points) {
        const auto& [id, asked] = rules.rulebook().open[point];
        Text asks = asked.asks;
        if (asks.empty()) asks = same(id);
        line(depth, say(Phrase::verdict_open, {asks}));
        std::vector<Text> readings;
        for (const auto& reading : asked.readings) readings.push_back(same(reading.first));
        if (!readings.empty()) line(depth, say(Phrase::verdict_readings, {joined(readings)}));
    }
}

void LogPage::first_day(const NotBefore& rule, const FirstDay& first) {
    const Text day = day_words(first.earliest, first.latest);
    Text words = say(Phrase::log_not_before_unknown);
    if (!day.empty()) words = say(Phrase::log_not_before, {day});
    line(3, with_clause(std::move(words), rule.provenance));
    if (first.come != Answer::met && !rule.otherwise.empty()) line(4, say(Phrase::log_else, {rule.otherwise}));
    open(first.open, 4);
    if (first.issue) line(4, first.issue->message);
}

void LogPage::tried(std::size_t event, const Tried& tried) {
    const Transition& source = *tried.transition->source;
    const Text answer = answer_words(look_of(tried).both());
    Text words = say(Phrase::log_stays, {answer});
    if (tried.transition == &rules.lifecycle()->start) words = say(Phrase::log_begins, {answer});
    if (tried.transition->to != no_index) words = say(Phrase::log_to, {state_words(rules, tried.transition->to), answer});
    line(2, with_clause(std::move(words), source.provenance));
    if (tried.answer != Answer::met && !source.otherwise.empty()) line(3, say(Phrase::log_else, {source.otherwise}));
    out += reason_text(rules, tried.reason, 3, language);
    if (tried.first_day) first_day(*source.not_before, *tried.first_day);
    if (!tried.needs.empty()) line(3, say(Phrase::verdict_needs));
    for (const Missing& need : tried.needs) line(4, need_words(rules, event, need));
}

void LogPage::next(const Next& next) {
    const LifecycleEvent& event = rules.rulebook().lifecycle->events[next.event].second;
    Text words = event_words(rules, next.event);
    if (!event.by.empty()) words = say(Phrase::verdict_head, {words, same(event.by)});
    line(1, with_clause(say(Phrase::verdict_line, {words, answer_words(next.answer)}), event.provenance));
    for (const Tried& each : next.tried) tried(next.event, each);
}

void LogPage::duty(const Duty& duty) {
    const Deadline& source = *duty.deadline->source;
    const Text name = source.name.empty() ? same(*duty.deadline->id) : source.name;
    const Text day = day_words(duty.earliest, duty.latest);
    Text words = say(Phrase::duty_line_without_day, {name, duty_words(duty)});
    if (!day.empty()) words = say(Phrase::duty_line, {day, name, duty_words(duty)});
    line(1, with_clause(std::move(words), source.provenance));
    if (!source.owner.empty()) line(2, say(Phrase::duty_owner, {same(source.owner)}));
    const bool settled = duty.state == DutyState::done || duty.state == DutyState::done_late;
    if (!settled && !source.late.empty()) line(2, say(Phrase::duty_late, {source.late}));
    open(duty.open, 2);
    if (duty.issue) line(2, duty.issue->message);
}

void LogPage::refusal(const Refusal& refusal) {
    const DatedEvent& event = refusal.event;
    Text words = say(Phrase::log_refusal,
                     {same(date_text(event.date)), same(event.of), event_words(rules, event.event), refusal_words(refusal.kind)});
    if (event.line > 0) words = say(Phrase::log_line, {words, same(std::to_string(event.line))});
    line(1, words);
    line(2, say(Phrase::log_in_state, {state_words(rules, refusal.state)}));
    for (const Tried& each : refusal.tried) tried(event.event, each);
}

}  // namespace

std::string log_text(const Ruleset& rules, const LogReport& report, Language language) {
    LogPage page{rules, report, language, {}};
    page.remarks();
    for (const Outlook& each : report.outlooks) page.outlook(each);
    if (!report.replayed.refusals.empty()) page.line(0, say(Phrase::log_refused));
    for (const Refusal& refusal : report.replayed.refusals) page.refusal(refusal);
    return std::move(page.out);
}

}  // namespace biaochi::detail
