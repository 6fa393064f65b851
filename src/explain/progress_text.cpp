/// @file
/// Progress with targets in words: a paragraph a target.

#include <string>
#include <utility>

#include "biaochi/rulebook/target_section.hpp"
#include "explain/phrases.hpp"
#include "explain/progress_report.hpp"
#include "explain/progress_words.hpp"
#include "explain/words.hpp"

namespace biaochi {
namespace detail {
namespace {

/// Statements on one line, each language with its own mark between them.
Text in_line(const std::vector<Text>& parts) {
    const Text stop = say(Phrase::target_stop);
    Text all;
    for (const Text& part : parts) {
        if (!all.empty()) all = {all.zh + stop.zh, all.en + stop.en};
        all.zh += part.in(Language::zh);
        all.en += part.in(Language::en);
    }
    return all;
}

Text due_words(const std::optional<Date>& due) {
    return due ? say(Phrase::target_due, {same(date_text(*due))}) : say(Phrase::target_no_due);
}

/// A report under way to lines of text.
struct ProgressPage {
    const Ruleset& rules;
    std::span<const Record> records;
    Language language;
    std::optional<Date> on;
    std::string out;

    void line(std::size_t depth, const Text& words) { out += std::string(2 * depth, ' ') + words.in(language) + "\n"; }
    void answer(const TargetProgress& answer);
    void head(const PlannedTarget& target, const TargetProgress& answer);
    void goal(const PlannedTarget& target, const TargetWay& way);
    void numbers(const PlannedTarget& target, const TargetProgress& answer);
    void figures(const TargetProgress& answer);
    void rates(const PlannedTarget& target, const TargetProgress& answer);
    void readings(const PlannedTarget& target, const TargetProgress& answer);
    [[nodiscard]] Text amount(const Interval& value, const std::string& unit) const;
};

Text ProgressPage::amount(const Interval& value, const std::string& unit) const {
    const bool close_by = unit.empty() || unit == "%" || unit == "‰";
    return same(spelled(value, rules.rulebook().shown) + (close_by ? "" : " ") + unit);
}

void ProgressPage::head(const PlannedTarget& target, const TargetProgress& answer) {
    Text words = target_words(target);
    const auto& cite = target.source->provenance.cite;
    if (cite && !cite->clause.empty()) words = say(Phrase::verdict_head, {words, same(cite->clause)});
    if (target.source->stated_binding) {
        const Phrase phrase = target.source->binding ? Phrase::target_binding : Phrase::target_expected_kind;
        words = say(Phrase::verdict_head, {words, say(phrase)});
    }
    line(1, say(Phrase::verdict_line, {words, status_words(answer.status)}));
}

void ProgressPage::goal(const PlannedTarget& target, const TargetWay& way) {
    const std::vector<Text> parts{say(Phrase::target_goal, {goal_words(rules, target, way)}), due_words(way.due)};
    line(2, in_line(parts));
}

void ProgressPage::numbers(const PlannedTarget& target, const TargetProgress& answer) {
    std::vector<Text> parts;
    if (answer.value) parts.push_back(say(Phrase::target_value, {amount(*answer.value, target.unit)}));
    if (answer.place != no_index) {
        const bool in_class = answer.place < target.class_slots.size();
        parts.push_back(in_class ? say(Phrase::target_class_now, {slot_name(rules, target.class_slots[answer.place])})
                                 : say(Phrase::target_no_class));
    }
    if (answer.amount) parts.push_back(say(Phrase::target_amount, {amount(*answer.amount, target.unit)}));
    if (answer.peers > 0) parts.push_back(say(Phrase::target_peers, {same(std::to_string(answer.peers))}));
    if (answer.completion) parts.push_back(say(Phrase::target_completion, {amount(*answer.completion, "%")}));
    const bool lacks = answer.distance && answer.status != TargetStatus::met && answer.distance->high.sign() > 0;
    if (lacks && answer.place == no_index) parts.push_back(say(Phrase::target_distance, {amount(*answer.distance, target.unit)}));
    if (answer.expected) parts.push_back(say(Phrase::target_expected, {amount(*answer.expected, target.unit)}));
    if (answer.pace && on) parts.push_back(say(Phrase::target_pace, {same(date_text(*on)), amount(*answer.pace, target.unit)}));
    if (answer.above) parts.push_back(say(Phrase::target_above, {same(quantity(*target.source->goal->to, target.unit))}));
    if (answer.estimated) parts.push_back(say(Phrase::target_estimated));
    if (!parts.empty()) line(2, in_line(parts));
}

void ProgressPage::figures(const TargetProgress& answer) {
    std::vector<Text> parts;
    for (const FigureUsed& figure : figures_of(rules, records, answer)) {
        if (answer.place != no_index) break;
        const auto value = figure.value();
        const std::string unit = rules.rulebook().facts[rules.slots()[figure.slot].fact].second.unit;
        Text words = value ? same(quantity(*value, unit)) : say(Phrase::target_lacks);
        if (figure.printed != nullptr) words = say(Phrase::target_printed, {words});
        const bool is_base = figure.use == FigureUsed::Use::base;
        parts.push_back(say(is_base ? Phrase::target_base : Phrase::target_figure, {same(figure.period), words}));
    }
    if (!parts.empty()) line(2, in_line(parts));
}

void ProgressPage::rates(const PlannedTarget& target, const TargetProgress& answer) {
    if (target.ways.empty() || !answer.by_reading.empty()) return;
    const GrowthRates rates = rates_of(target, target.ways[answer.way], figures_of(rules, records, answer), answer);
    const auto percent = [](const Number& rate) { return same(rate.text() + "%"); };
    if (rates.so_far) line(2, say(Phrase::target_rate, {percent(*rates.so_far)}));
    if (rates.needed) line(2, say(Phrase::target_rate_needed, {percent(*rates.needed)}));
}

void ProgressPage::readings(const PlannedTarget& target, const TargetProgress& answer) {
    for (const TargetProgress& each : answer.by_reading) {
        const TargetWay& way = target.ways[each.way];
        std::vector<Text> names;
        for (const auto& read : way.readings) names.push_back(same(rules.rulebook().open[read.open].first + "=" + read.reading));
        const Text said = say(Phrase::verdict_head, {status_words(each.status), goal_words(rules, target, way)});
        line(2, say(Phrase::target_reading, {joined(names), said}));
    }
}

void ProgressPage::answer(const TargetProgress& answer) {
    const PlannedTarget& target = rules.targets()->targets[answer.target];
    head(target, answer);
    if (answer.by_reading.empty() && !target.ways.empty()) {
        goal(target, target.ways[answer.way]);
    } else if (const auto due = due_of(target); due || !target.source->due) {
        line(2, due_words(due));
    }
    numbers(target, answer);
    figures(answer);
    rates(target, answer);
    readings(target, answer);
    if (!answer.needs.empty()) line(2, say(Phrase::verdict_needs));
    for (const TargetNeed& need : answer.needs) line(3, need_text(rules, answer.target, need));
}

}  // namespace

std::string progress_text(const Ruleset& rules, ProgressReport& report, Language language) {
    ProgressPage page{rules, report.records, language, report.on, {}};
    const Text day = same(date_text(report.on));
    if (report.table.later() > 0) page.line(0, say(Phrase::target_later, {same(std::to_string(report.table.later())), day}));
    for (const std::size_t region : report.regions) {
        if (!page.out.empty()) page.out += "\n";
        page.line(0, say(Phrase::verdict_head, {same(report.table.regions()[region]), day}));
        for (const std::size_t target : report.targets) page.answer(report.ask(region, target));
    }
    return std::move(page.out);
}

}  // namespace detail

std::string progress_text(const Ruleset& rules, std::span<const Record> records, const TargetProgress& answer, Language language) {
    detail::ProgressPage page{rules, records, language, std::nullopt, {}};
    page.answer(answer);
    return std::move(page.out);
}

}  // namespace biaochi
