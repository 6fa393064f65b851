/// @file
/// From events to cases: one event, a whole log, and what may happen next.

#include "biaochi/lifecycle/advance.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "biaochi/core/error.hpp"
#include "lifecycle/fold.hpp"
#include "ruleset/in_force.hpp"

namespace biaochi {
namespace {

/// Finds the number of a case by its id. Logs go through the same cases again and again in the same order, by monitoring or by report, so
/// that the case that came next the last time is looked at first.
class Numbers {
public:
    /// Numbers the cases that have begun in their order; of two with one id the first is found.
    Numbers(std::span<const Case> begun, std::size_t more) {
        found_.reserve(begun.size() + more);
        cases_.reserve(begun.size());
        for (const Case& each : begun) {
            found_.try_emplace(each.id, cases_.size());
            cases_.push_back({each.id});
        }
    }

    /// @return the number of the case; that of a new one is how many there were
    std::size_t operator()(std::string_view id) {
        const std::size_t guess = before_ == no_index ? no_index : cases_[before_].next;
        const std::size_t number = guess != no_index && cases_[guess].id == id ? guess : looked_up(id);
        if (before_ != no_index) cases_[before_].next = number;
        return before_ = number;
    }

private:
    struct Known {
        std::string_view id;
        std::size_t next = no_index;  ///< what came after it the last time
    };

    std::size_t looked_up(std::string_view id) {
        const auto [place, is_new] = found_.try_emplace(id, cases_.size());
        if (is_new) cases_.push_back({id});
        return place->second;
    }

    std::unordered_map<std::string_view, std::size_t> found_;
    std::vector<Known> cases_;
    std::size_t before_ = no_index;
};

/// Events by the case that they happen to: cases are independent of each other, so that each can be followed to its end at once.
class ByCase {
public:
    ByCase(std::span<const DatedEvent> events, std::span<const Case> begun) {
        Numbers number(begun, events.size() / 4);
        counts_.resize(begun.size());
        std::vector<std::size_t> of(events.size());
        for (std::size_t i = 0; i < events.size(); ++i) {
            of[i] = number(events[i].of);
            if (of[i] == counts_.size()) counts_.push_back(0);
            ++counts_[of[i]];
        }
        std::vector<std::size_t> ends(counts_.size());
        std::exclusive_scan(counts_.begin(), counts_.end(), ends.begin(), std::size_t{0});
        events_.resize(events.size());
        for (std::size_t i = 0; i < events.size(); ++i) events_[ends[of[i]]++] = i;
    }

    /// @return how many events each case has: those that had begun, then the others in the order of their first events
    [[nodiscard]] const std::vector<std::size_t>& counts() const noexcept { return counts_; }
    /// @return indices of the events, those of one case together and in their order
    [[nodiscard]] const std::vector<std::size_t>& events() const noexcept { return events_; }

private:
    std::vector<std::size_t> counts_;
    std::vector<std::size_t> events_;
};

/// How far ahead the memory of events is asked for: those of one case lie far apart in a log that is in the order of days.
constexpr std::size_t ahead = 10;

/// Refusals in the order of their events.
std::vector<Refusal> in_order(std::vector<std::pair<std::size_t, Refusal>> refused) {
    std::sort(refused.begin(), refused.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Refusal> refusals;
    refusals.reserve(refused.size());
    for (auto& [index, refusal] : refused) refusals.push_back(std::move(refusal));
    return refusals;
}

DatedEvent unknown_event(const Ruleset& rules, std::size_t event, Date on) {
    DatedEvent dated;
    dated.date = on;
    dated.event = event;
    for (const auto& [id, field] : detail::section(rules).events[event].second.data) {
        dated.data.push_back(feel::make_null(feel::Cause::missing_fact, "event." + id));
    }
    return dated;
}

/// Fields of the event among what is not known.
std::vector<std::size_t> data_needed(const Ruleset& rules, const Next& next) {
    std::vector<std::size_t> needed;
    const auto& fields = detail::section(rules).events[next.event].second.data;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string path = "event." + fields[i].first;
        const bool read = std::any_of(next.tried.begin(), next.tried.end(), [&](const Tried& tried) {
            return std::any_of(tried.needs.begin(), tried.needs.end(), [&](const Missing& need) { return need.fact == path; });
        });
        if (read) needed.push_back(i);
    }
    return needed;
}

/// Answers each transition of an event whose data are not known.
Next look_ahead(const Ruleset& rules, std::size_t event, std::span<const TransitionPlan> transitions, const Case& of, Date on,
                const detail::Inputs& inputs) {
    Next next;
    next.event = event;
    next.answer = Answer::not_met;
    for (const TransitionPlan& each : transitions) {
        next.tried.push_back(detail::look_at(rules, each, of, on, inputs));
        const Answer guard = detail::look_of(next.tried.back()).both();
        if (guard == Answer::undetermined) next.answer = Answer::undetermined;
        if (guard != Answer::met) continue;
        if (next.answer == Answer::not_met) {
            next.answer = Answer::met;
            next.to = each.to;
        }
        break;
    }
    next.needs_data = data_needed(rules, next);
    return next;
}

IssueCode code_of(RefusalKind kind) {
    switch (kind) {
        case RefusalKind::not_in_force:
            return IssueCode::not_in_force;
        case RefusalKind::out_of_order:
            return IssueCode::event_out_of_order;
        case RefusalKind::repeated:
            return IssueCode::repeated_event;
        case RefusalKind::contradicts:
            return IssueCode::events_contradict;
        default:
            return IssueCode::event_before_start;
    }
}

}  // namespace

Case new_case(const Ruleset& rules, std::string id) {
    Case fresh;
    fresh.id = std::move(id);
    fresh.rulebook = rules.rulebook().id;
    fresh.version = rules.rulebook().version;
    return fresh;
}

Advanced advance(const Ruleset& rules, const Case& before, const DatedEvent& event, Subjects subjects, Calendars calendars) {
    detail::expect_same_rules(rules, before);
    detail::Inputs inputs(rules, subjects, calendars);
    Case after = before;
    DatedEvent happening = event;
    Advanced result;
    result.refusal = detail::step(rules, after, happening, inputs);
    if (!result.refusal) result.moved = std::move(after);
    return result;
}

Replayed replay(const Ruleset& rules, std::vector<DatedEvent> events, Subjects subjects, std::vector<Case> begun, Calendars calendars) {
    for (const Case& each : begun) detail::expect_same_rules(rules, each);
    const ByCase by_case(events, begun);
    detail::Inputs inputs(rules, subjects, calendars);
    inputs.index_subjects();
    Replayed result;
    std::vector<std::pair<std::size_t, Refusal>> refused;
    result.cases = std::move(begun);
    result.cases.reserve(by_case.counts().size());
    std::span<const std::size_t> coming(by_case.events());
    for (std::size_t i = 0; i < by_case.counts().size(); ++i) {
        if (i == result.cases.size()) result.cases.push_back(new_case(rules, events[coming.front()].of));
        Case& of = result.cases[i];
        of.history.reserve(of.history.size() + by_case.counts()[i]);
        for (std::size_t left = by_case.counts()[i]; left > 0; --left, coming = coming.subspan(1)) {
            if (coming.size() > 2 * ahead) {
                // Not in a function of its own, which gcc would take for one without effect and leave out.
                __builtin_prefetch(&events[coming[2 * ahead]].date);
                __builtin_prefetch(&events[coming[2 * ahead]].line);
                __builtin_prefetch(events[coming[ahead]].data.data());
            }
            const std::size_t index = coming.front();
            if (auto refusal = detail::step(rules, of, events[index], inputs)) refused.emplace_back(index, std::move(*refusal));
        }
    }
    result.refusals = in_order(std::move(refused));
    return result;
}

std::vector<Next> next(const Ruleset& rules, const Case& of, Date as_of, Subjects subjects, Calendars calendars) {
    detail::expect_same_rules(rules, of);
    if (!of.history.empty() && as_of < of.history.back().date) {
        throw Error(ErrorCode::out_of_range, "the case " + of.id + " has an event after " + date_text(as_of));
    }
    const LifecyclePlan& plan = *rules.lifecycle();
    detail::Inputs inputs(rules, subjects, calendars);
    inputs.set_subject(of.id, as_of);
    inputs.set_fields(of.fields);
    std::vector<Next> list;
    const auto look = [&](std::size_t event, std::span<const TransitionPlan> transitions) {
        inputs.set_event(unknown_event(rules, event, as_of));
        list.push_back(look_ahead(rules, event, transitions, of, as_of, inputs));
    };
    if (of.state == no_index) {
        if (!detail::in_force(rules, true, as_of)) return list;
        look(plan.starts_with, {&plan.start, 1});
        if (list.back().answer == Answer::met) list.back().to = plan.initial;
        return list;
    }
    const auto& on = plan.states[of.state].on;
    for (std::size_t event = 0; event < on.size(); ++event) {
        if (!on[event].empty()) look(event, on[event]);
    }
    return list;
}

std::optional<Issue> issue_of(const Ruleset& rules, const Case& of, const Refusal& refusal) {
    if (refusal.kind >= RefusalKind::not_possible) return std::nullopt;
    const DatedEvent& event = refusal.event;
    const auto& events = detail::section(rules).events;
    const std::string& id = events[event.event].first;
    const IssueCode code = code_of(refusal.kind);
    Issue issue;
    if (code == IssueCode::not_in_force) {
        issue = detail::not_in_force(rules.rulebook().effective, event.date, "/date");
    } else if (code == IssueCode::event_before_start) {
        issue = make_issue(code, "/date", {of.id, id, events[rules.lifecycle()->starts_with].first, date_text(event.date)});
    } else if (code == IssueCode::event_out_of_order) {
        issue = make_issue(code, "/date", {of.id, date_text(event.date), date_text(of.history.back().date)});
    } else {
        const auto same = [&](const DatedEvent& each) { return each.date == event.date && each.event == event.event; };
        const auto first = std::find_if(of.history.begin(), of.history.end(), same);
        issue = make_issue(code, "", {id, of.id, first->line > 0 ? std::to_string(first->line) : date_text(first->date)});
    }
    issue.line = event.line;
    return issue;
}

}  // namespace biaochi
