/// @file
/// States, events, refusals and duties as they stand in a sentence.

#include "explain/lifecycle_words.hpp"

#include <string>

#include "biaochi/explain/verdict.hpp"
#include "explain/phrases.hpp"

namespace biaochi::detail {
namespace {

const LifecycleSection& section_of(const Ruleset& rules) { return *rules.rulebook().lifecycle; }

Text name_or_id(const std::string& id, const Text& name) { return name.empty() ? same(id) : name; }

}  // namespace

Text state_words(const Ruleset& rules, std::size_t state) {
    if (state == no_index) return say(Phrase::log_not_begun);
    const auto& [id, source] = section_of(rules).states[state];
    return name_or_id(id, source.name);
}

Text event_words(const Ruleset& rules, std::size_t event) {
    const auto& [id, source] = section_of(rules).events[event];
    return name_or_id(id, source.name);
}

Text need_words(const Ruleset& rules, std::size_t event, const Missing& need) {
    constexpr std::string_view of_event = "event.";
    const LifecycleSection& lifecycle = section_of(rules);
    const std::string& path = need.fact;
    if (path.starts_with(of_event)) {
        const std::string id = path.substr(of_event.size());
        const LifecycleField* field = find(lifecycle.events[event].second.data, id);
        const Text name = field == nullptr ? same(id) : name_or_id(id, field->field.name);
        return say(Phrase::verdict_line, {event_words(rules, event), name});
    }
    const LifecycleField* field = path.empty() ? nullptr : find(lifecycle.fields, path);
    return field == nullptr ? missing_text(rules, need) : name_or_id(path, field->field.name);
}

Text refusal_words(RefusalKind kind) {
    switch (kind) {
        case RefusalKind::not_in_force:
            return say(Phrase::refused_not_in_force);
        case RefusalKind::not_begun:
            return say(Phrase::refused_not_begun);
        case RefusalKind::before_begin:
            return say(Phrase::refused_before_begin);
        case RefusalKind::out_of_order:
            return say(Phrase::refused_out_of_order);
        case RefusalKind::repeated:
            return say(Phrase::refused_repeated);
        case RefusalKind::contradicts:
            return say(Phrase::refused_contradicts);
        case RefusalKind::not_possible:
            return say(Phrase::refused_not_possible);
        case RefusalKind::too_early:
            return say(Phrase::refused_too_early);
        case RefusalKind::not_met:
            return say(Phrase::refused_not_met);
        case RefusalKind::undetermined:
            break;
    }
    return say(Phrase::refused_undetermined);
}

Text duty_words(const Duty& duty) {
    const Text done_on = duty.done_on ? same(date_text(*duty.done_on)) : Text{};
    switch (duty.state) {
        case DutyState::due:
            return say(Phrase::duty_due);
        case DutyState::overdue:
            return say(Phrase::duty_overdue);
        case DutyState::done:
            return say(Phrase::duty_done, {done_on});
        case DutyState::done_late:
            return say(Phrase::duty_done_late, {done_on});
        case DutyState::undetermined:
            break;
    }
    return say(Phrase::verdict_undetermined);
}

Text day_words(const std::optional<Date>& earliest, const std::optional<Date>& latest) {
    if (!earliest || !latest) return {};
    Text first = same(date_text(*earliest));
    if (earliest == latest) return first;
    return say(Phrase::duty_between, {first, same(date_text(*latest))});
}

}  // namespace biaochi::detail
