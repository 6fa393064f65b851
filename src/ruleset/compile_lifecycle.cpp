/// @file
/// Compiles a lifecycle: names to indices, texts to expressions.

#include <algorithm>

#include "biaochi/rulebook/scope.hpp"
#include "json/value.hpp"
#include "ruleset/lifecycle.hpp"

namespace biaochi::detail {
namespace {

template <class T>
std::size_t index_of(const Named<T>& entries, const std::string& id) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.first == id; });
    return found == entries.end() ? no_index : static_cast<std::size_t>(found - entries.begin());
}

feel::Type event_type(const LifecycleEvent& event) {
    std::vector<feel::Field> fields{{"date", feel::type_of(feel::Type::Of::date), false}};
    for (const auto& [id, field] : event.data) fields.push_back({id, type_of_field(field.field), false});
    return feel::context_of(std::move(fields));
}

/// Compiles the lifecycle of one rulebook.
class Compiler {
public:
    Compiler(const Rulebook& book, const Choices& choices, std::vector<Issue>& issues)
        : book_(book), section_(*book.lifecycle), choices_(choices), issues_(issues), scope_(subject_scope(book)) {
        plan_.event_slot = scope_.inputs.size();
        plan_.field_slot = plan_.event_slot + 1;
        for (std::size_t i = 0; i < section_.fields.size(); ++i) {
            const auto& [id, field] = section_.fields[i];
            scope_.inputs.push_back({id, type_of_field(field.field), static_cast<std::uint32_t>(plan_.field_slot + i)});
        }
    }

    LifecyclePlan compile() {
        plan_.initial = index_of(section_.states, section_.initial);
        plan_.starts_with = index_of(section_.events, section_.starts_with);
        plan_.start = transition(section_.start, plan_.starts_with, "/lifecycle/starts_with");
        for (const auto& [id, field] : section_.fields) {
            const std::string where = json::child(json::child("/lifecycle/fields", id), "initial");
            plan_.initial_values.push_back(field.initial.empty() ? std::nullopt
                                                                 : expression(field.initial, scope_, type_of_field(field.field), where));
        }
        for (const auto& [id, state] : section_.states) plan_.states.push_back(compile(state, json::child("/lifecycle/states", id)));
        return std::move(plan_);
    }

private:
    std::optional<feel::Expression> expression(const std::string& text, const feel::Scope& scope, feel::Type result,
                                               const std::string& where) {
        feel::CompileOptions options;
        options.result = std::move(result);
        options.where = where;
        feel::Compiled compiled = feel::compile_expression(text, scope, options);
        issues_.insert(issues_.end(), compiled.issues.begin(), compiled.issues.end());
        return std::move(compiled.expression);
    }

    feel::Scope with_event(std::size_t event) const {
        feel::Scope scope = scope_;
        if (event == no_index) return scope;
        scope.inputs.push_back({"event", event_type(section_.events[event].second), static_cast<std::uint32_t>(plan_.event_slot)});
        return scope;
    }

    bool reads_event(const feel::Expression& expression) const {
        const auto& reads = expression.reads();
        return std::find(reads.begin(), reads.end(), plan_.event_slot) != reads.end();
    }

    /// The readings that are still possible, each with its value and its JSON Pointer.
    template <class T, class Use>
    std::size_t each_reading(const Choice<T>& choice, const std::string& where, Use use) {
        if (choice.by.empty()) return no_index;
        const auto resolved = choices_.resolve(choice);
        for (const auto& [reading, value] : choice.by) {
            if (resolved.value != nullptr && resolved.value != &value) continue;
            use(value, reading, reading.empty() ? where : json::child(where + "/readings", reading));
        }
        return resolved.open;
    }

    TransitionPlan transition(const Transition& source, std::size_t event, const std::string& where) {
        TransitionPlan plan;
        plan.source = &source;
        plan.pointer = where;
        if (!source.to.empty()) plan.to = index_of(section_.states, source.to);
        const feel::Scope scope = with_event(event);
        plan.open =
            each_reading(source.guard, where + "/if", [&](const std::string& text, const std::string& reading, const std::string& at) {
                GuardAlternative alternative;
                alternative.reading = reading;
                alternative.condition = index_of(book_.conditions, text);
                if (alternative.condition == no_index) {
                    alternative.expression = expression(text, scope, feel::type_of(feel::Type::Of::boolean), at);
                    if (alternative.expression) plan.reads_event = plan.reads_event || reads_event(*alternative.expression);
                }
                plan.guard.push_back(std::move(alternative));
            });
        if (source.not_before) plan.not_before = not_before(*source.not_before, json::child(where, "not_before"));
        for (const auto& [id, text] : source.set) {
            const std::size_t field = index_of(section_.fields, id);
            const feel::Type type = type_of_field(section_.fields[field].second.field);
            auto value = expression(text, scope, type, json::child(where + "/effects/set", id));
            if (!value) continue;
            plan.reads_event = plan.reads_event || reads_event(*value);
            plan.set.push_back({field, std::move(*value)});
        }
        return plan;
    }

    /// Where a term may begin, one a reading. Where one open point decides both the day and how it counts, they go together.
    std::vector<TermStart> starts(const Choice<std::string>& from, const Choice<Start>& counted, const std::string& where,
                                  std::vector<std::size_t>& open) {
        std::vector<std::pair<Start, std::string>> counts;
        const std::size_t open_count =
            each_reading(counted, where + "/start",
                         [&](Start start, const std::string& reading, const std::string&) { counts.emplace_back(start, reading); });
        const feel::Type date = feel::type_of(feel::Type::Of::date);
        std::vector<TermStart> list;
        const std::size_t open_from =
            each_reading(from, where + "/from", [&](const std::string& text, const std::string& reading, const std::string& at) {
                TermStart begin;
                begin.entered = text == "entered";
                begin.event = index_of(section_.events, text);
                if (!begin.entered && begin.event == no_index) begin.expression = expression(text, scope_, date, at);
                for (const auto& [start, counted_by] : counts) {
                    if (from.open == counted.open && reading != counted_by) continue;
                    begin.start = start;
                    list.push_back(begin);
                }
            });
        if (open_from != no_index) open.push_back(open_from);
        if (open_count != no_index && open_count != open_from) open.push_back(open_count);
        return list;
    }

    NotBeforePlan not_before(const NotBefore& source, const std::string& where) {
        NotBeforePlan plan;
        plan.pointer = where;
        plan.from = starts(source.from, source.term ? source.term->start : Choice<Start>{Start::next_day}, where, plan.open);
        return plan;
    }

    DeadlinePlan deadline(const std::string& id, const Deadline& source, const std::string& where) {
        DeadlinePlan plan;
        plan.id = &id;
        plan.source = &source;
        plan.pointer = where;
        plan.from = starts(source.from, source.term.start, where, plan.open);
        plan.settled_by = index_of(section_.events, source.settled_by);
        if (!source.until.empty()) plan.until = expression(source.until, scope_, feel::type_of(feel::Type::Of::date), where + "/until");
        if (!source.settles.empty()) {
            const feel::Type number = feel::type_of(feel::Type::Of::number);
            plan.settles = expression(source.settles, with_event(plan.settled_by), number, where + "/settles");
        }
        return plan;
    }

    StatePlan compile(const LifecycleState& state, const std::string& where) {
        StatePlan plan;
        plan.on.resize(section_.events.size());
        for (const auto& [id, transitions] : state.on) {
            const std::size_t event = index_of(section_.events, id);
            const std::string place = json::child(where + "/on", id);
            for (std::size_t i = 0; i < transitions.size(); ++i) {
                plan.on[event].push_back(transition(transitions[i], event, json::child(place, i)));
            }
        }
        for (const auto& [id, each] : state.deadlines) plan.deadlines.push_back(deadline(id, each, json::child(where + "/deadlines", id)));
        return plan;
    }

    const Rulebook& book_;
    const LifecycleSection& section_;
    const Choices& choices_;
    std::vector<Issue>& issues_;
    feel::Scope scope_;
    LifecyclePlan plan_;
};

}  // namespace

LifecyclePlan compile_lifecycle(const Rulebook& book, const Choices& choices, std::vector<Issue>& issues) {
    return Compiler(book, choices, issues).compile();
}

}  // namespace biaochi::detail
