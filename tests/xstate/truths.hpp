#pragma once
/// @file
/// What guards and effects come to, evaluated from the rulebook's words without the lifecycle's own fold.

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "biaochi/calendar/months.hpp"
#include "biaochi/calendar/working_days.hpp"
#include "biaochi/condition/check.hpp"
#include "biaochi/feel/evaluate.hpp"
#include "biaochi/lifecycle/advance.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "biaochi/rulebook/scope.hpp"
#include "json/value.hpp"

namespace biaochi::xstate {

/// Guards by the names that the exported machine gives them, and effects by their text.
class Truths {
public:
    Truths(const Ruleset& rules, Subjects subjects, Calendars calendars)
        : rules_(rules),
          section_(*rules.rulebook().lifecycle),
          subjects_(subjects),
          calendars_(calendars),
          nothing_(empty_subject(rules)) {}

    /// @return `"guards": {name: "met"}, "set": [{expression: value}]` for what @p event could do to @p before
    std::string json(const Case& before, const DatedEvent& event) {
        guards_.clear();
        choose_subject(event);
        std::vector<std::map<std::string, std::string>> set;
        const auto& [event_id, what] = section_.events[event.event];
        if (before.state == no_index) {
            std::vector<feel::Value> fields(section_.fields.size(), feel::make_null(feel::Cause::missing_fact));
            const std::vector<feel::Value> inputs = lay_out(event, fields);
            std::map<std::string, std::string> initial;
            for (std::size_t i = 0; i < fields.size(); ++i) {
                const std::string& text = section_.fields[i].second.initial;
                if (!text.empty()) fields[i] = value_of(text, event.event, inputs);
                initial[text.empty() ? "null" : text] = feel::feel_text(fields[i]);
            }
            if (!fields.empty()) set.push_back(initial);
            set.emplace_back();
            if (event_id == section_.starts_with)
                add(section_.start, "$begin." + event_id + ".0", before, event, lay_out(event, fields), set.back());
        } else {
            const auto& [state_id, state] = section_.states[before.state];
            const std::vector<feel::Value> inputs = lay_out(event, before.fields);
            set.emplace_back();
            if (const auto* transitions = find(state.on, event_id)) {
                for (std::size_t i = 0; i < transitions->size(); ++i) {
                    add((*transitions)[i], state_id + "." + event_id + "." + std::to_string(i), before, event, inputs, set.back());
                }
            }
        }
        std::string text = "\"guards\":" + object(guards_) + ",\"set\":[";
        for (std::size_t i = 0; i < set.size(); ++i) text += (i == 0 ? "" : ",") + object(set[i]);
        return text + "]";
    }

private:
    static std::string object(const std::map<std::string, std::string>& entries) {
        std::string json = "{";
        for (const auto& [key, value] : entries) json += (json.size() > 1 ? "," : "") + json::quote(key) + ":" + json::quote(value);
        return json + "}";
    }

    void choose_subject(const DatedEvent& event) {
        subject_ = &nothing_;
        for (const Subject& each : subjects_) {
            if (each.region != event.of || event.date < each.on) continue;
            if (subject_ == &nothing_ || subject_->on < each.on) subject_ = &each;
        }
    }

    std::vector<feel::Value> lay_out(const DatedEvent& event, const std::vector<feel::Value>& fields) const {
        std::vector<feel::Value> inputs = subject_->inputs;
        std::vector<feel::Context::Entry> entries;
        entries.emplace_back("date", feel::make_date(event.date));
        const auto& data = section_.events[event.event].second.data;
        for (std::size_t i = 0; i < data.size(); ++i) entries.emplace_back(data[i].first, event.data[i]);
        inputs.push_back(feel::make_context(std::move(entries)));
        inputs.insert(inputs.end(), fields.begin(), fields.end());
        return inputs;
    }

    feel::Scope scope_of(std::size_t event) const {
        feel::Scope scope = subject_scope(rules_.rulebook());
        const auto slot = [&] { return static_cast<std::uint32_t>(scope.inputs.size()); };
        std::vector<feel::Field> typed{{"date", feel::type_of(feel::Type::Of::date), false}};
        for (const auto& [id, field] : section_.events[event].second.data) typed.push_back({id, type_of_field(field.field), false});
        scope.inputs.push_back({"event", feel::context_of(std::move(typed)), slot()});
        for (const auto& [id, field] : section_.fields) scope.inputs.push_back({id, type_of_field(field.field), slot()});
        return scope;
    }

    feel::Value value_of(const std::string& text, std::size_t event, const std::vector<feel::Value>& inputs) {
        auto& expression = compiled_[{event, text}];
        if (!expression) expression = feel::compile_expression(text, scope_of(event)).expression;
        if (!expression) throw std::runtime_error("does not compile: " + text);
        return feel::evaluate(*expression, inputs);
    }

    Answer answer_of(const std::string& text, std::size_t event, const std::vector<feel::Value>& inputs) {
        if (find(rules_.rulebook().conditions, text) != nullptr) {
            return check(rules_, *subject_, rules_.condition(text)).answer;
        }
        const feel::Value value = value_of(text, event, inputs);
        if (value.is(true)) return Answer::met;
        return value.is(false) ? Answer::not_met : Answer::undetermined;
    }

    /// The reading of an open point that was chosen; empty: none.
    std::string chosen(const std::string& open) const {
        for (const ChosenReading& each : rules_.readings()) {
            if (each.open == open) return each.reading;
        }
        return {};
    }

    /// Under the reading that was chosen, or under all of them.
    Answer answer_of(const Choice<std::string>& guard, std::size_t event, const std::vector<feel::Value>& inputs) {
        if (!guard.open.empty() && chosen(guard.open).empty() && !exhaustive(*find(rules_.rulebook().open, guard.open))) {
            return Answer::undetermined;
        }
        std::optional<Answer> all;
        for (const auto& [reading, text] : guard.by) {
            if (!chosen(guard.open).empty() && reading != chosen(guard.open)) continue;
            const Answer one = answer_of(text, event, inputs);
            all = !all || *all == one ? one : Answer::undetermined;
        }
        return all.value();
    }

    /// Whether the day has come under one reading of `from` and one of `start`.
    Answer has_come(const NotBefore& rule, const std::string& from, Start start, const Case& before, const DatedEvent& event,
                    const std::vector<feel::Value>& inputs) {
        std::optional<Date> begin;
        if (from == "entered") {
            begin = before.since;
        } else if (find(section_.events, from) != nullptr) {
            for (const DatedEvent& each : before.history) {
                if (section_.events[each.event].first == from) begin = each.date;
            }
            if (!begin) return Answer::not_met;
        } else {
            const feel::Value value = value_of(from, event.event, inputs);
            if (value.kind() == feel::Kind::date) begin = feel::to_date(value.date());
        }
        const std::optional<Date> first = begin ? first_day(rule, *begin, start) : std::nullopt;
        if (!first) return Answer::undetermined;
        return event.date < *first ? Answer::not_met : Answer::met;
    }

    /// The day after the term has run out.
    std::optional<Date> first_day(const NotBefore& rule, Date begin, Start start) const {
        const auto after = [](Date day, int days) { return Date(std::chrono::sys_days(day) + std::chrono::days(days)); };
        if (!rule.term) return begin;
        const Term& term = *rule.term;
        if (term.kind == TermKind::each_year) return next_yearly(term.each_year, begin, term.rounding);
        std::optional<Date> last;
        if (term.kind == TermKind::days) {
            last = after(begin, start == Start::same_day && term.count > 0 ? term.count - 1 : term.count);
        } else if (term.kind == TermKind::working_days) {
            for (const WorkingCalendar& each : calendars_) {
                if (each.id == term.calendar) last = add_working_days(each, begin, term.count, start).value;
            }
        } else {
            last = end_of_months(begin, term.kind == TermKind::years ? 12 * term.count : term.count, start, term.rounding);
        }
        if (!last) return std::nullopt;
        return after(*last, 1);
    }

    Answer answer_of(const NotBefore& rule, const Case& before, const DatedEvent& event, const std::vector<feel::Value>& inputs) {
        std::vector<std::pair<std::string, Start>> starts{{"", Start::next_day}};
        if (rule.term && rule.term->kind != TermKind::each_year) starts = rule.term->start.by;
        const std::string open = rule.term ? rule.term->start.open : std::string();
        std::optional<Answer> all;
        for (const auto& [reading, from] : rule.from.by) {
            if (!chosen(rule.from.open).empty() && reading != chosen(rule.from.open)) continue;
            for (const auto& [other, start] : starts) {
                if (!chosen(open).empty() && other != chosen(open)) continue;
                if (!open.empty() && open == rule.from.open && other != reading) continue;
                const Answer one = has_come(rule, from, start, before, event, inputs);
                all = !all || *all == one ? one : Answer::undetermined;
            }
        }
        return all.value();
    }

    void add(const Transition& transition, const std::string& place, const Case& before, const DatedEvent& event,
             const std::vector<feel::Value>& inputs, std::map<std::string, std::string>& set) {
        const bool guarded = !transition.guard.by.empty();
        const Answer guard = guarded ? answer_of(transition.guard, event.event, inputs) : Answer::met;
        if (transition.not_before) {
            const Answer day = answer_of(*transition.not_before, before, event, inputs);
            const bool no = guard == Answer::not_met || day == Answer::not_met;
            guards_[place] = std::string(name(no ? Answer::not_met : guard == day ? guard : Answer::undetermined));
        } else if (guarded) {
            const std::string& text = transition.guard.by.front().second;
            const bool condition = transition.guard.stated() && find(rules_.rulebook().conditions, text) != nullptr;
            guards_[condition ? text : place] = std::string(name(guard));
        }
        for (const auto& [field, text] : transition.set) set[text] = feel::feel_text(value_of(text, event.event, inputs));
    }

    const Ruleset& rules_;
    const LifecycleSection& section_;
    Subjects subjects_;
    Calendars calendars_;
    Subject nothing_;
    const Subject* subject_ = nullptr;
    std::map<std::pair<std::size_t, std::string>, std::optional<feel::Expression>> compiled_;
    std::map<std::string, std::string> guards_;
};

}  // namespace biaochi::xstate
