#pragma once
/// @file
/// The fold over events: one step, and what guards see.

#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "biaochi/lifecycle/advance.hpp"

namespace biaochi::detail {

/// The values that expressions read: the subject's, then the event, then the fields of the case. Kept from step to step.
class Inputs {
public:
    Inputs(const Ruleset& rules, Subjects subjects, Calendars calendars);

    /// Prepares for being asked about many subjects.
    void index_subjects();
    /// Lays out what is known on a day.
    void set_subject(const std::string& region, Date on);
    /// Lays out the fields of a case.
    void set_fields(const std::vector<feel::Value>& fields);
    /// Lays out an event. @param known  whether its data are
    void set_event(const DatedEvent& event);
    /// @return the values by slot
    [[nodiscard]] std::span<const feel::Value> values() const noexcept { return values_; }
    /// @return the calendars of working days that were handed in
    [[nodiscard]] Calendars calendars() const noexcept { return calendars_; }
    /// @return what is known of the subject; nothing where no document was given
    [[nodiscard]] const Subject& subject() const noexcept { return *subject_; }

private:
    const Ruleset& rules_;
    const LifecyclePlan& plan_;
    Subjects subjects_;
    Calendars calendars_;
    Subject nothing_;
    const Subject* subject_ = nullptr;
    std::unordered_map<std::string_view, std::vector<const Subject*>> by_region_;  ///< the earliest first; empty: not indexed
    std::vector<std::shared_ptr<feel::Context>> contexts_;                         ///< by event, used again and again
    std::vector<feel::Value> values_;
};

/// What keeps a transition from being taken.
struct Look {
    Answer guard = Answer::met;
    Answer day = Answer::met;  ///< whether its first day has come

    /// @return whether it may be taken
    [[nodiscard]] Answer both() const noexcept {
        if (guard == Answer::not_met || day == Answer::not_met) return Answer::not_met;
        return guard == day ? guard : Answer::undetermined;
    }
};

/// Answers whether a transition may be taken on a day.
[[nodiscard]] Look look(const Ruleset& rules, const TransitionPlan& transition, const Case& of, Date on, const Inputs& inputs);

/// Answers the same with its reasons.
[[nodiscard]] Tried look_at(const Ruleset& rules, const TransitionPlan& transition, const Case& of, Date on, const Inputs& inputs);

/// @return what was found, without the reasons
[[nodiscard]] inline Look look_of(const Tried& tried) noexcept {
    return {tried.answer, tried.first_day ? tried.first_day->come : Answer::met};
}

/// Answers a guard.
[[nodiscard]] Answer answer(const Ruleset& rules, const TransitionPlan& transition, const Inputs& inputs);

/// Answers a guard with its reasons.
[[nodiscard]] Tried answer_with_reasons(const Ruleset& rules, const TransitionPlan& transition, const Inputs& inputs);

/// @return whether an event may be dated on a day. @param begins  whether it begins its case; one that has begun may outlive the rules
[[nodiscard]] bool in_force(const Ruleset& rules, bool begins, Date on);

/// Finds what forbids an event by its date and those before it.
[[nodiscard]] std::optional<RefusalKind> fault(const Ruleset& rules, const std::vector<DatedEvent>& history, const DatedEvent& event);

/// Finds what forbids an event by those before it alone, whether the rules were in force or not.
[[nodiscard]] std::optional<RefusalKind> out_of_turn(const Ruleset& rules, const std::vector<DatedEvent>& history, const DatedEvent& event);

/// Lets one event happen to a case in place.
/// @param event  moved into the history when it is accepted, otherwise into the refusal
[[nodiscard]] std::optional<Refusal> step(const Ruleset& rules, Case& of, DatedEvent& event, Inputs& inputs);

/// @throws Error with code wrong_ruleset when the case is not of these rules
void expect_same_rules(const Ruleset& rules, const Case& of);

/// @return the lifecycle as written
[[nodiscard]] inline const LifecycleSection& section(const Ruleset& rules) { return *rules.rulebook().lifecycle; }

}  // namespace biaochi::detail
