/// @file
/// Progress with targets as data: exact numbers, both languages.

#include <string>
#include <utility>

#include "biaochi/rulebook/target_section.hpp"
#include "explain/progress_report.hpp"
#include "explain/progress_words.hpp"
#include "explain/shown.hpp"
#include "explain/verdict_json.hpp"
#include "json/writer.hpp"

namespace biaochi::detail {
namespace {

using json::Writer;
using Form = Target::Form;

void write_interval(Writer& out, std::string_view key, const std::optional<Interval>& value, Rounding rule) {
    if (!value) return;
    out.key(key).begin_object();
    out.key("low").text(value->low.text());
    out.key("high").text(value->high.text());
    out.key("shown").text(shown_closely(*value, rule));
    out.end_object();
}

void write_word(Writer& out, std::string_view key, std::string_view word) {
    if (!word.empty()) out.key(key).text(word);
}

/// The goal; its number and year only where they are read.
void write_goal(Writer& out, const PlannedTarget& target, const TargetWay* way) {
    const Target& source = *target.source;
    if (source.form == Form::qualitative) return;
    out.key("goal").begin_object();
    if (source.form == Form::in_class) out.key("best").text(source.best);
    if (source.goal) {
        out.key("bound").text(source.goal->to ? "from" : name(source.goal->bound));
        if (way != nullptr) out.key("value").text(way->goal.text());
        if (source.goal->to) out.key("to").text(source.goal->to->text());
        if (way != nullptr && way->tolerance) out.key("tolerance").text(way->tolerance->text());
        write_word(out, "unit", source.form == Form::growth ? "%" : target.unit);
    }
    if (way != nullptr && way->from) out.key("from").text(std::to_string(*way->from));
    out.end_object();
}

void write_figure(Writer& out, const Ruleset& rules, const FigureUsed& figure) {
    out.begin_object();
    out.key("use").text(name(figure.use));
    out.key("period").text(figure.period);
    if (figure.slot != no_index) {
        out.key("fact").text(rules.slots()[figure.slot].id);
        write_word(out, "unit", rules.rulebook().facts[rules.slots()[figure.slot].fact].second.unit);
    }
    out.key("value");
    if (const auto value = figure.value()) {
        out.text(value->text());
    } else {
        out.null();
    }
    if (figure.printed != nullptr) out.key("printed").boolean(true);
    if (figure.estimated()) out.key("status").text("estimated");
    out.end_object();
}

void write_need(Writer& out, const Ruleset& rules, std::size_t target, const TargetNeed& need) {
    out.begin_object();
    out.key("kind").text(name(need.kind));
    if (need.slot != no_index) {
        const Slot& slot = rules.slots()[need.slot];
        const auto& [id, fact] = rules.rulebook().facts[slot.fact];
        out.key("fact").text(fact.kind == FactKind::options ? id : slot.id);
    }
    if (need.day) out.key("period").text(period_of(*need.day));
    if (!need.regions.empty()) {
        out.key("regions").begin_list();
        for (const std::string& region : need.regions) out.text(region);
        out.end_list();
        if (need.more > 0) out.key("more").whole(need.more);
    }
    if (need.open != no_index) {
        out.key("open");
        write_open_point(out, rules.rulebook(), need.open);
    }
    write_text(out, "says", need_text(rules, target, need));
    out.end_object();
}

/// The average growth a year, and what is needed from then on.
void write_rates(Writer& out, const GrowthRates& rates) {
    const auto write = [&](std::string_view key, const std::optional<Number>& rate) {
        if (!rate) return;
        out.key(key).begin_object();
        out.key("percent").text(rate->text());
        out.key("rounded").text("factor to 4 places, half_up");
        out.end_object();
    };
    write("rate", rates.so_far);
    write("rate_needed", rates.needed);
}

void write_numbers(Writer& out, const TargetProgress& answer, Rounding rule) {
    write_interval(out, "value", answer.value, rule);
    write_interval(out, "completion", answer.completion, rule);
    write_interval(out, "distance", answer.distance, rule);
    write_interval(out, "pace", answer.pace, rule);
    write_interval(out, "expected", answer.expected, rule);
    write_interval(out, "amount", answer.amount, rule);
}

void write_readings(Writer& out, const Ruleset& rules, const PlannedTarget& target, const TargetProgress& answer, Rounding rule) {
    if (answer.by_reading.empty()) return;
    out.key("by_reading").begin_list();
    for (const TargetProgress& each : answer.by_reading) {
        const TargetWay& way = target.ways[each.way];
        out.begin_object();
        out.key("readings").begin_object();
        for (const auto& [open, reading] : way.readings) out.key(rules.rulebook().open[open].first).text(reading);
        out.end_object();
        out.key("status").text(name(each.status));
        write_goal(out, target, &way);
        if (way.due) out.key("due").text(date_text(*way.due));
        write_numbers(out, each, rule);
        out.end_object();
    }
    out.end_list();
}

void write_class(Writer& out, const PlannedTarget& target, const TargetProgress& answer) {
    if (answer.place == no_index) return;
    out.key("class");
    if (answer.place < target.source->classes.size()) {
        out.text(target.source->classes[answer.place]);
    } else {
        out.null();
    }
}

void write_answer(Writer& out, const Ruleset& rules, const ProgressReport& report, const std::string& region,
                  const TargetProgress& answer) {
    const PlannedTarget& target = rules.targets()->targets[answer.target];
    const Target& source = *target.source;
    const Rounding rule = rules.rulebook().shown;
    const bool read = answer.by_reading.empty() && !target.ways.empty();
    const TargetWay* way = read ? &target.ways[answer.way] : nullptr;
    const std::vector<FigureUsed> figures = figures_of(rules, report.records, answer);
    out.begin_object();
    out.key("region").text(region);
    if (answer.figure.record != no_index) write_word(out, "label", report.records[answer.figure.record].label);
    out.key("target").text(*target.id);
    write_text(out, "name", source.name);
    out.key("form").text(name(source.form));
    out.key("status").text(name(answer.status));
    if (source.strive) out.key("strive").boolean(true);
    if (source.stated_binding) out.key("binding").boolean(source.binding);
    write_goal(out, target, way);
    if (const auto due = due_of(target)) out.key("due").text(date_text(*due));
    write_word(out, "unit", target.unit);
    write_numbers(out, answer, rule);
    if (way != nullptr) write_rates(out, rates_of(target, *way, figures, answer));
    write_class(out, target, answer);
    if (answer.above) out.key("above").boolean(true);
    if (answer.peers > 0) out.key("peers").whole(answer.peers);
    if (answer.estimated) out.key("estimated").boolean(true);
    out.key("figures").begin_list();
    for (const FigureUsed& figure : figures) write_figure(out, rules, figure);
    out.end_list();
    out.key("needs").begin_list();
    for (const TargetNeed& need : answer.needs) write_need(out, rules, answer.target, need);
    out.end_list();
    write_readings(out, rules, target, answer, rule);
    write_cite(out, source.provenance);
    out.end_object();
}

}  // namespace

std::string progress_json(const Ruleset& rules, ProgressReport& report) {
    Writer out;
    out.begin_object();
    write_head(out, rules);
    out.key("as_of").text(date_text(report.on));
    if (report.table.later() > 0) out.key("later_records").whole(report.table.later());
    out.key("progress").begin_list();
    for (const std::size_t region : report.regions) {
        for (const std::size_t target : report.targets) {
            write_answer(out, rules, report, report.table.regions()[region], report.ask(region, target));
        }
    }
    out.end_list();
    out.end_object();
    return out.take();
}

}  // namespace biaochi::detail
