/// @file
/// What a body must do on a day: its own duties, and those of the bodies that became it.

#include "biaochi/duty/duty.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "duty/report_day.hpp"
#include "rulebook/duties.hpp"

namespace biaochi {
namespace {

/// A body whose tasks the one asked about answers for.
struct Predecessor {
    std::size_t body;
    bool sure;
};

PhaseState phase_state(const DutySection& section, const BodyDuty& duty, Date on) {
    const Phase* phase = find(section.phases, duty.phase);
    if (phase == nullptr) return PhaseState::now;
    if (phase->from && on < *phase->from) return PhaseState::later;
    if (phase->until && on >= *phase->until) return PhaseState::over;
    return phase->from && phase->until ? PhaseState::now : PhaseState::unknown;
}

/// Whether a day lies after the time of a duty.
bool after_duty(const DutySection& section, const BodyDuty& duty, Date day) {
    const Phase* phase = find(section.phases, duty.phase);
    return (phase != nullptr && phase->until && day >= *phase->until) || (duty.by && day > *duty.by);
}

std::vector<ReportDue> reports_of(const DutySection& section, const BodyDuty& duty, Date on) {
    std::vector<ReportDue> reports;
    reports.reserve(duty.reports.size());
    for (std::size_t i = 0; i < duty.reports.size(); ++i) {
        ReportDue due = detail::next_day(duty.reports[i].second, on);
        due.report = i;
        due.after_phase = due.day && after_duty(section, duty, *due.day);
        reports.push_back(due);
    }
    return reports;
}

/// A section on a day, with its ids resolved once.
class Lookup {
public:
    Lookup(const DutySection& section, Date on)
        : section_(section), on_(on), came_from_(section.bodies.size()), tasks_(section.bodies.size()) {
        std::unordered_map<std::string_view, std::size_t> index_of;
        for (std::size_t i = 0; i < section.bodies.size(); ++i) index_of.emplace(section.bodies[i].first, i);
        const auto note = [&](const std::string& id, auto use) {
            if (const auto found = index_of.find(id); found != index_of.end()) use(found->second);
        };
        for (std::size_t i = 0; i < section.bodies.size(); ++i) {
            for (const std::string& id : section.bodies[i].second.became)
                note(id, [&](std::size_t body) { add_once(came_from_[body], i); });
        }
        phases_.reserve(section.duties.size());
        for (std::size_t i = 0; i < section.duties.size(); ++i) {
            const BodyDuty& duty = section.duties[i].second;
            phases_.push_back(phase_state(section, duty, on));
            if (phases_[i] == PhaseState::later || phases_[i] == PhaseState::over) continue;
            const auto lists = detail::role_lists(duty);
            for (std::size_t role = 0; role < lists.size(); ++role) {
                for (const std::string& id : lists[role].bodies) {
                    note(id, [&](std::size_t body) { add_role(tasks_[body], i, static_cast<Role>(role)); });
                }
            }
        }
    }

    BodyDuties duties(std::size_t body) const {
        BodyDuties answer;
        answer.body = body;
        answer.presence = presence(section_.bodies[body].second, on_);
        if (answer.presence == Presence::not_yet || answer.presence == Presence::no_more) return answer;
        for (const Predecessor& each : answers_for(body)) {
            for (const Task& task : tasks_[each.body]) {
                const BodyDuty& duty = section_.duties[task.duty].second;
                const bool passed = duty.by && *duty.by < on_;
                answer.owed.push_back(
                    {task.duty, task.roles, each.body, each.sure, phases_[task.duty], passed, reports_of(section_, duty, on_)});
            }
        }
        std::stable_sort(answer.owed.begin(), answer.owed.end(), [](const OwedDuty& a, const OwedDuty& b) { return a.duty < b.duty; });
        return answer;
    }

private:
    /// What a duty asks of a body.
    struct Task {
        std::size_t duty;
        std::vector<Role> roles;
    };

    static void add_once(std::vector<std::size_t>& indices, std::size_t index) {
        if (indices.empty() || indices.back() != index) indices.push_back(index);
    }

    static void add_role(std::vector<Task>& tasks, std::size_t duty, Role role) {
        if (tasks.empty() || tasks.back().duty != duty) tasks.push_back({duty, {}});
        std::vector<Role>& roles = tasks.back().roles;
        if (roles.empty() || roles.back() != role) roles.push_back(role);
    }

    /// Adds the bodies whose tasks went, by the day, to those found so far.
    /// @param sure  only those that are known to have ended by then
    void add_predecessors(bool sure, std::vector<Predecessor>& found, std::unordered_set<std::size_t>& known) const {
        for (std::size_t i = 0; i < found.size(); ++i) {
            for (const std::size_t other : came_from_[found[i].body]) {
                const Presence gone = presence(section_.bodies[other].second, on_);
                if (gone != Presence::no_more && (sure || gone != Presence::unknown)) continue;
                if (known.insert(other).second) found.push_back({other, sure});
            }
        }
    }

    /// The body itself, and those whose tasks went to it by the day, surely or perhaps.
    std::vector<Predecessor> answers_for(std::size_t body) const {
        std::vector<Predecessor> found{{body, true}};
        std::unordered_set<std::size_t> known{body};
        add_predecessors(true, found, known);
        add_predecessors(false, found, known);
        return found;
    }

    const DutySection& section_;
    Date on_;
    std::vector<std::vector<std::size_t>> came_from_;  ///< by body: those that became it
    std::vector<std::vector<Task>> tasks_;             ///< by body: in the order of the duties, those of the day only
    std::vector<PhaseState> phases_;                   ///< by duty
};

}  // namespace

Presence presence(const Body& body, Date on) noexcept {
    if (body.from && on < *body.from) return Presence::not_yet;
    if (body.until) return on < *body.until ? Presence::there : Presence::no_more;
    return body.ended || !body.became.empty() ? Presence::unknown : Presence::there;
}

std::optional<std::size_t> find_body(const DutySection& section, std::string_view name, Date on) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < section.bodies.size(); ++i) {
        const auto& [id, body] = section.bodies[i];
        if (id == name) return i;
        const std::vector<std::string> names = detail::names_of_body(id, body);
        if (std::find(names.begin(), names.end(), name) == names.end()) continue;
        if (!found || presence(body, on) == Presence::there) found = i;
    }
    return found;
}

BodyDuties duties_of(const DutySection& section, std::size_t body, Date on) { return Lookup(section, on).duties(body); }

std::vector<BodyDuties> duties_of_all(const DutySection& section, Date on) {
    const Lookup lookup(section, on);
    std::vector<BodyDuties> all;
    all.reserve(section.bodies.size());
    for (std::size_t i = 0; i < section.bodies.size(); ++i) all.push_back(lookup.duties(i));
    return all;
}

std::string_view name(Presence presence) noexcept {
    switch (presence) {
        case Presence::there:
            return "there";
        case Presence::not_yet:
            return "not_yet";
        case Presence::no_more:
            return "no_more";
        case Presence::unknown:
            break;
    }
    return "unknown";
}

std::string_view name(Role role) noexcept {
    switch (role) {
        case Role::lead:
            return "lead";
        case Role::cooperate:
            return "cooperate";
        case Role::together:
            break;
    }
    return "together";
}

std::string_view name(PhaseState state) noexcept {
    switch (state) {
        case PhaseState::now:
            return "now";
        case PhaseState::unknown:
            return "unknown";
        case PhaseState::later:
            return "later";
        case PhaseState::over:
            break;
    }
    return "over";
}

std::string_view name(ReportBasis basis) noexcept {
    switch (basis) {
        case ReportBasis::stated:
            return "stated";
        case ReportBasis::period_end:
            return "period_end";
        case ReportBasis::unsaid:
            break;
    }
    return "unsaid";
}

}  // namespace biaochi
