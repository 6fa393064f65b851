#pragma once
/// @file
/// What guards and effects come to, evaluated from the rulebook's words without the lifecycle's own fold.

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

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
    Truths(const Ruleset& rules, Subjects subjects)
        : rules_(rules), section_(*rules.rulebook().lifecycle), subjects_(subjects), nothing_(empty_subject(rules)) {}

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
                add(section_.start, "$begin." + event_id + ".0", event, lay_out(event, fields), set.back());
        } else {
            const auto& [state_id, state] = section_.states[before.state];
            const std::vector<feel::Value> inputs = lay_out(event, before.fields);
            set.emplace_back();
            if (const auto* transitions = find(state.on, event_id)) {
                for (std::size_t i = 0; i < transitions->size(); ++i) {
                    add((*transitions)[i], state_id + "." + event_id + "." + std::to_string(i), event, inputs, set.back());
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

    GuardAnswer answer_of(const std::string& text, std::size_t event, const std::vector<feel::Value>& inputs) {
        if (find(rules_.rulebook().conditions, text) != nullptr) {
            const Answer answer = check(rules_, *subject_, rules_.condition(text)).answer;
            if (answer == Answer::undetermined) return GuardAnswer::undetermined;
            return answer == Answer::met ? GuardAnswer::met : GuardAnswer::not_met;
        }
        const feel::Value value = value_of(text, event, inputs);
        if (value.is(true)) return GuardAnswer::met;
        return value.is(false) ? GuardAnswer::not_met : GuardAnswer::undetermined;
    }

    /// Under the reading that was chosen, or under all of them.
    GuardAnswer answer_of(const Choice<std::string>& guard, std::size_t event, const std::vector<feel::Value>& inputs) {
        std::string chosen;
        for (const ChosenReading& each : rules_.readings()) {
            if (each.open == guard.open) chosen = each.reading;
        }
        std::optional<GuardAnswer> all;
        for (const auto& [reading, text] : guard.by) {
            if (!chosen.empty() && reading != chosen) continue;
            const GuardAnswer one = answer_of(text, event, inputs);
            all = !all || *all == one ? one : GuardAnswer::undetermined;
        }
        return all.value();
    }

    void add(const Transition& transition, const std::string& place, const DatedEvent& event, const std::vector<feel::Value>& inputs,
             std::map<std::string, std::string>& set) {
        if (!transition.guard.by.empty()) {
            const std::string& text = transition.guard.by.front().second;
            const bool condition = transition.guard.stated() && find(rules_.rulebook().conditions, text) != nullptr;
            guards_[condition ? text : place] = std::string(name(answer_of(transition.guard, event.event, inputs)));
        }
        for (const auto& [field, text] : transition.set) set[text] = feel::feel_text(value_of(text, event.event, inputs));
    }

    const Ruleset& rules_;
    const LifecycleSection& section_;
    Subjects subjects_;
    Subject nothing_;
    const Subject* subject_ = nullptr;
    std::map<std::pair<std::size_t, std::string>, std::optional<feel::Expression>> compiled_;
    std::map<std::string, std::string> guards_;
};

}  // namespace biaochi::xstate
