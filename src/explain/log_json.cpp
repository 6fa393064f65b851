/// @file
/// What a log comes to, as data: both languages, exact values.

#include <string>
#include <utility>

#include "explain/lifecycle_words.hpp"
#include "explain/log_report.hpp"
#include "explain/verdict_json.hpp"
#include "json/writer.hpp"
#include "lifecycle/write.hpp"

namespace biaochi::detail {
namespace {

using json::Writer;

void write_state(Writer& out, const LifecycleSection& lifecycle, std::string_view key, std::size_t state) {
    out.key(key);
    if (state == no_index) {
        out.null();
    } else {
        out.text(lifecycle.states[state].first);
    }
}

void write_day(Writer& out, std::string_view key, const std::optional<Date>& day) {
    if (day) out.key(key).text(date_text(*day));
}

void write_issue(Writer& out, const std::optional<Issue>& issue) {
    if (!issue) return;
    out.key("issue").begin_object();
    out.key("code").text(name(issue->code));
    out.key("where").text(issue->where);
    out.key("zh").text(issue->message.zh);
    out.key("en").text(issue->message.en);
    out.end_object();
}

void write_open(Writer& out, const Ruleset& rules, const std::vector<std::size_t>& open) {
    if (open.empty()) return;
    out.key("open").begin_list();
    for (const std::size_t point : open) write_open_point(out, rules.rulebook(), point);
    out.end_list();
}

void write_first_day(Writer& out, const Ruleset& rules, const NotBefore& rule, const FirstDay& first) {
    out.key("not_before").begin_object();
    out.key("answer").text(name(first.come));
    write_day(out, "earliest", first.earliest);
    write_day(out, "latest", first.latest);
    write_text(out, "else", rule.otherwise);
    write_cite(out, rule.provenance);
    write_open(out, rules, first.open);
    write_issue(out, first.issue);
    out.end_object();
}

void write_tried(Writer& out, const Ruleset& rules, std::size_t event, const Tried& tried) {
    const Transition& source = *tried.transition->source;
    out.begin_object();
    if (!source.to.empty()) out.key("to").text(source.to);
    out.key("answer").text(name(tried.answer));
    write_text(out, "else", source.otherwise);
    write_cite(out, source.provenance);
    out.key("needs").begin_list();
    for (const Missing& need : tried.needs) write_need(out, rules, need, need_words(rules, event, need));
    out.end_list();
    out.key("reason");
    write_reason(out, rules, tried.reason);
    if (tried.first_day) write_first_day(out, rules, *source.not_before, *tried.first_day);
    out.end_object();
}

void write_tried(Writer& out, const Ruleset& rules, std::size_t event, const std::vector<Tried>& all) {
    out.key("tried").begin_list();
    for (const Tried& each : all) write_tried(out, rules, event, each);
    out.end_list();
}

void write_refusal(Writer& out, const Ruleset& rules, const Refusal& refusal) {
    const LifecycleSection& lifecycle = *rules.rulebook().lifecycle;
    const LifecycleEvent& event = lifecycle.events[refusal.event.event].second;
    out.begin_object();
    out.key("kind").text(name(refusal.kind));
    if (refusal.event.line > 0) out.key("line").whole(refusal.event.line);
    write_state(out, lifecycle, "state", refusal.state);
    out.key("event");
    write_event(out, rules, refusal.event);
    write_text(out, "name", event.name);
    write_text(out, "says", refusal_words(refusal.kind));
    write_cite(out, event.provenance);
    write_tried(out, rules, refusal.event.event, refusal.tried);
    out.end_object();
}

void write_next(Writer& out, const Ruleset& rules, const Case& of, const Next& next) {
    const LifecycleSection& lifecycle = *rules.rulebook().lifecycle;
    const auto& [id, event] = lifecycle.events[next.event];
    out.begin_object();
    out.key("case").text(of.id);
    write_state(out, lifecycle, "state", of.state);
    out.key("event").text(id);
    write_text(out, "name", event.name);
    if (!event.by.empty()) out.key("by").text(event.by);
    out.key("answer").text(name(next.answer));
    if (next.to != no_index) write_state(out, lifecycle, "to", next.to);
    write_cite(out, event.provenance);
    out.key("needs_data").begin_list();
    for (const std::size_t field : next.needs_data) out.text(event.data[field].first);
    out.end_list();
    write_tried(out, rules, next.event, next.tried);
    out.end_object();
}

void write_overdue(Writer& out, DutyState state) {
    out.key("overdue");
    if (state == DutyState::undetermined) {
        out.null();
    } else {
        out.boolean(state == DutyState::overdue);
    }
}

void write_duty(Writer& out, const Ruleset& rules, const Case& of, const Duty& duty) {
    const Deadline& source = *duty.deadline->source;
    out.begin_object();
    out.key("case").text(of.id);
    write_state(out, *rules.rulebook().lifecycle, "state", of.state);
    out.key("deadline").text(*duty.deadline->id);
    write_text(out, "name", source.name);
    if (!source.owner.empty()) out.key("owner").text(source.owner);
    out.key("status").text(name(duty.state));
    write_overdue(out, duty.state);
    write_day(out, "earliest", duty.earliest);
    write_day(out, "latest", duty.latest);
    write_day(out, "done_on", duty.done_on);
    write_text(out, "late", source.late);
    write_cite(out, source.provenance);
    write_open(out, rules, duty.open);
    write_issue(out, duty.issue);
    out.end_object();
}

void write_carried(Writer& out, const Ruleset& rules, const std::vector<CarriedOver>& carried) {
    if (carried.empty()) return;
    out.key("carried_over").begin_list();
    for (const CarriedOver& each : carried) {
        out.begin_object();
        out.key("case").text(each.of);
        out.key("from").text(each.from);
        out.key("to").text(rules.rulebook().version);
        out.end_object();
    }
    out.end_list();
}

void write_calendars(Writer& out, std::span<const WorkingCalendar> calendars) {
    out.key("calendars").begin_list();
    for (const WorkingCalendar& each : calendars) {
        out.begin_object();
        out.key("id").text(each.id);
        out.key("version").text(each.version);
        out.end_object();
    }
    out.end_list();
}

void write_states(Writer& out, const LifecycleSection& lifecycle) {
    out.key("states").begin_object();
    for (const auto& [id, state] : lifecycle.states) write_text(out, id, state.name);
    out.end_object();
}

void write_answer(Writer& out, const Ruleset& rules, const LogReport& report) {
    const bool is_replay = report.question == LogQuestion::replay;
    out.key(is_replay ? "cases" : report.question == LogQuestion::next ? "next" : "duties").begin_list();
    for (const Outlook& each : report.outlooks) {
        if (is_replay) write_case(out, rules, *each.of);
        for (const Next& next : each.next) write_next(out, rules, *each.of, next);
        for (const Duty& duty : each.duties) write_duty(out, rules, *each.of, duty);
    }
    out.end_list();
}

}  // namespace

std::string log_json(const Ruleset& rules, const LogReport& report) {
    Writer out;
    out.begin_object();
    write_head(out, rules);
    if (report.question != LogQuestion::replay) out.key("as_of").text(date_text(report.as_of));
    write_calendars(out, report.calendars);
    if (report.later > 0) out.key("later_events").whole(report.later);
    write_carried(out, rules, report.carried);
    write_states(out, *rules.rulebook().lifecycle);
    write_answer(out, rules, report);
    out.key("refusals").begin_list();
    for (const Refusal& refusal : report.replayed.refusals) write_refusal(out, rules, refusal);
    out.end_list();
    out.end_object();
    return out.take();
}

}  // namespace biaochi::detail
