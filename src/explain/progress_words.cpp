/// @file
/// Names, goals and figures of targets as they stand in a sentence.

#include "explain/progress_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "biaochi/core/elementary.hpp"
#include "biaochi/explain/progress.hpp"
#include "biaochi/rulebook/target_section.hpp"
#include "explain/phrases.hpp"
#include "explain/words.hpp"

namespace biaochi {
namespace detail {
namespace {

using Form = Target::Form;

FigureUsed used(const Ruleset& rules, std::span<const Record> records, const TargetFigure& from, FigureUsed::Use use, std::size_t slot) {
    FigureUsed figure;
    figure.use = use;
    figure.slot = slot;
    if (from.record != no_index) {
        figure.record = &records[from.record];
        figure.period = figure.record->period;
    } else if (from.printed != no_index) {
        figure.printed = &rules.targets()->figures[from.printed];
        figure.period = rules.rulebook().targets->figures[from.printed].period;
    }
    return figure;
}

Phrase phrase_of(Bound bound) {
    constexpr std::array<Phrase, 6> phrases{Phrase::goal_at_least,  Phrase::goal_more_than, Phrase::goal_at_most,
                                            Phrase::goal_less_than, Phrase::goal_exactly,   Phrase::goal_about};
    return phrases[static_cast<std::size_t>(bound)];
}

Phrase phrase_of(Form form) {
    switch (form) {
        case Form::yearly:
            return Phrase::goal_yearly;
        case Form::cumulative:
            return Phrase::goal_cumulative;
        case Form::growth:
            return Phrase::goal_growth;
        case Form::multiple:
            return Phrase::goal_multiple;
        case Form::gain:
            return Phrase::goal_gain;
        case Form::rank:
            return Phrase::goal_rank;
        case Form::rank_gain:
            return Phrase::goal_rank_gain;
        case Form::relative:
            return Phrase::goal_relative;
        case Form::coverage:
            return Phrase::goal_coverage;
        default:
            return Phrase::goal_level;
    }
}

Text number_words(const PlannedTarget& target, const TargetWay& way) {
    const Goal& goal = *target.source->goal;
    const std::string unit = target.source->form == Form::growth ? "%" : target.unit;
    const Text number = same(quantity(way.goal, unit));
    if (goal.to) return say(Phrase::goal_interval, {same(exact(way.goal)), same(quantity(*goal.to, unit))});
    Text words = say(phrase_of(goal.bound), {number});
    if (way.tolerance) words = say(Phrase::goal_tolerance, {words, same(quantity(*way.tolerance, "%"))});
    return words;
}

/// The names of regions, and how many there are in all where more lack.
Text region_words(const TargetNeed& need) {
    std::vector<Text> names;
    names.reserve(need.regions.size());
    for (const std::string& region : need.regions) names.push_back(same(region));
    Text words = joined(names);
    if (need.more > 0) words = say(Phrase::target_and_more, {words, same(std::to_string(need.regions.size() + need.more))});
    return words;
}

Text with_period(const Ruleset& rules, const TargetNeed& need) {
    const Text fact = need.slot == no_index ? Text{} : rules.rulebook().facts[rules.slots()[need.slot].fact].second.name;
    if (!need.day) return say(Phrase::target_need_newer, {fact});
    return say(Phrase::target_need_figure, {fact, same(period_of(*need.day))});
}

}  // namespace

std::optional<Number> FigureUsed::value() const {
    if (printed != nullptr) return printed->value;
    if (record == nullptr || slot == no_index || !counts(record->cells[slot].status)) return std::nullopt;
    return record->cells[slot].value;
}

bool FigureUsed::estimated() const { return record != nullptr && slot != no_index && record->cells[slot].status == Status::estimated; }

std::string_view name(FigureUsed::Use use) noexcept {
    constexpr std::array<std::string_view, 4> names{"now", "base", "year", "all"};
    return names[static_cast<std::size_t>(use)];
}

std::vector<FigureUsed> figures_of(const Ruleset& rules, std::span<const Record> records, const TargetProgress& answer) {
    using Use = FigureUsed::Use;
    const PlannedTarget& target = rules.targets()->targets[answer.target];
    std::vector<FigureUsed> all;
    if (answer.years.empty()) {
        const bool of_class = target.source->form == Form::in_class && answer.place < target.class_slots.size();
        const std::size_t slot = of_class ? target.class_slots[answer.place] : target.slot;
        if (answer.figure.known()) all.push_back(used(rules, records, answer.figure, Use::now, slot));
        if (answer.figure.known() && target.all_slot != no_index) {
            all.push_back(used(rules, records, answer.figure, Use::all, target.all_slot));
        }
        if (answer.base.known()) all.push_back(used(rules, records, answer.base, Use::base, target.slot));
        return all;
    }
    for (std::size_t i = 0; i < answer.years.size(); ++i) {
        all.push_back(used(rules, records, answer.years[i], Use::year, target.slot));
        all.back().period = std::to_string(answer.first_year + static_cast<int>(i));
    }
    return all;
}

Text status_words(TargetStatus status) {
    constexpr std::array<Phrase, 5> phrases{Phrase::verdict_undetermined, Phrase::target_met, Phrase::target_on_track,
                                            Phrase::target_behind, Phrase::target_missed};
    return say(phrases[static_cast<std::size_t>(status)]);
}

Text goal_words(const Ruleset& rules, const PlannedTarget& target, const TargetWay& way) {
    Text words;
    switch (target.source->form) {
        case Form::qualitative:
            return target.source->asks;
        case Form::in_class:
            words = say(Phrase::goal_class, {slot_name(rules, target.class_slots[target.best])});
            break;
        case Form::not_falling:
            words = say(Phrase::goal_not_falling);
            break;
        default:
            words = say(phrase_of(target.source->form), {number_words(target, way)});
            break;
    }
    if (way.from) words = say(Phrase::goal_from, {words, same(std::to_string(*way.from))});
    if (target.source->strive) words = say(Phrase::goal_strive, {words});
    return words;
}

std::optional<Date> due_of(const PlannedTarget& target) {
    const auto& due = target.source->due;
    if (target.ways.empty()) return due && due->stated() ? std::optional(due->by.front().second) : std::nullopt;
    const std::optional<Date> first = target.ways.front().due;
    const bool agree = std::all_of(target.ways.begin(), target.ways.end(), [&](const TargetWay& way) { return way.due == first; });
    return agree ? first : std::nullopt;
}

Text target_words(const PlannedTarget& target) { return target.source->name.empty() ? same(*target.id) : target.source->name; }

std::string period_of(Date day) {
    const std::string text = date_text(day);
    constexpr std::string_view year_end = "-12-31";
    return text.ends_with(year_end) ? text.substr(0, text.size() - year_end.size()) : text;
}

std::optional<Number> rate_of(const Number& base, const Number& value, int years) {
    constexpr Rounding rule{4, RoundingMode::half_up};
    if (base.sign() <= 0 || value.sign() < 0 || years < 1) return std::nullopt;
    // The root to four places, less one, is the rate in percent to two.
    return (root(value / base, static_cast<unsigned>(years), rule) - Number(1)) * Number(100);
}

GrowthRates rates_of(const PlannedTarget& target, const TargetWay& way, const std::vector<FigureUsed>& figures,
                     const TargetProgress& answer) {
    GrowthRates rates;
    if (target.source->form != Target::Form::growth || figures.size() < 2 || !way.from) return rates;
    const int year = std::stoi(figures.front().period);
    const auto now = figures.front().value();
    const auto base = figures.back().value();
    if (!now || !base) return rates;
    rates.so_far = rate_of(*base, *now, year - *way.from);
    if (!answer.pace || !answer.amount || !way.due) return rates;
    const bool ends = period_of(*way.due).size() == 4;
    const int last = static_cast<int>(way.due->year()) - (ends ? 0 : 1);
    rates.needed = rate_of(*now * target.factor, answer.amount->low, last - year);
    return rates;
}

}  // namespace detail

Text need_text(const Ruleset& rules, std::size_t target, const TargetNeed& need) {
    using detail::Phrase;
    using detail::say;
    using Kind = TargetNeed::Kind;
    Text figure = need.slot == no_index ? Text{} : detail::with_period(rules, need);
    switch (need.kind) {
        case Kind::figure:
            return figure;
        case Kind::base_year:
            return say(Phrase::target_need_base_year);
        case Kind::positive_base:
            return say(Phrase::target_need_positive, {figure});
        case Kind::baseline:
            return say(Phrase::target_need_baseline, {rules.rulebook().facts[rules.slots()[need.slot].fact].second.name});
        case Kind::line:
            return say(Phrase::target_need_line);
        case Kind::day:
            return say(Phrase::target_need_day);
        case Kind::tolerance:
            return say(Phrase::target_need_tolerance);
        case Kind::reading: {
            const auto& [id, point] = rules.rulebook().open[need.open];
            return say(Phrase::verdict_need_open, {point.asks.empty() ? detail::same(id) : point.asks});
        }
        case Kind::peers:
            if (need.regions.empty()) return say(Phrase::target_need_peers, {figure});
            return say(Phrase::target_need_of_peers, {figure, detail::region_words(need)});
        case Kind::one_class:
            return say(Phrase::target_need_class, {figure});
        case Kind::person:
            break;
    }
    return say(Phrase::verdict_need_judged, {rules.targets()->targets[target].source->asks});
}

}  // namespace biaochi
