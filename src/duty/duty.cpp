/// @file
/// What a body must do on a day: its own duties, and those of the bodies that became it.

#include "biaochi/duty/duty.hpp"

#include <algorithm>
#include <string>

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

bool holds(const std::vector<std::string>& ids, const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

std::vector<Role> roles_of(const BodyDuty& duty, const std::string& body) {
    std::vector<Role> roles;
    const auto lists = detail::role_lists(duty);
    for (std::size_t i = 0; i < lists.size(); ++i) {
        if (holds(lists[i].bodies, body)) roles.push_back(static_cast<Role>(i));
    }
    return roles;
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

/// Adds the bodies whose tasks went, by the day, to those found so far. @param sure  only those that are known to have ended by then
void add_predecessors(const DutySection& section, Date on, bool sure, std::vector<Predecessor>& found) {
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::string& here = section.bodies[found[i].body].first;
        for (std::size_t other = 0; other < section.bodies.size(); ++other) {
            const Body& body = section.bodies[other].second;
            if (!holds(body.became, here)) continue;
            const Presence gone = presence(body, on);
            if (gone != Presence::no_more && (sure || gone != Presence::unknown)) continue;
            const bool known = std::any_of(found.begin(), found.end(), [&](const Predecessor& each) { return each.body == other; });
            if (!known) found.push_back({other, sure});
        }
    }
}

/// The body itself, and those whose tasks went to it by the day, surely or perhaps.
std::vector<Predecessor> answers_for(const DutySection& section, std::size_t body, Date on) {
    std::vector<Predecessor> found{{body, true}};
    add_predecessors(section, on, true, found);
    add_predecessors(section, on, false, found);
    return found;
}

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

BodyDuties duties_of(const DutySection& section, std::size_t body, Date on) {
    BodyDuties answer;
    answer.body = body;
    answer.presence = presence(section.bodies[body].second, on);
    if (answer.presence == Presence::not_yet || answer.presence == Presence::no_more) return answer;
    const std::vector<Predecessor> named = answers_for(section, body, on);
    for (std::size_t i = 0; i < section.duties.size(); ++i) {
        const BodyDuty& duty = section.duties[i].second;
        const PhaseState phase = phase_state(section, duty, on);
        if (phase == PhaseState::later || phase == PhaseState::over) continue;
        for (const Predecessor& each : named) {
            std::vector<Role> roles = roles_of(duty, section.bodies[each.body].first);
            if (roles.empty()) continue;
            const bool passed = duty.by && *duty.by < on;
            answer.owed.push_back({i, std::move(roles), each.body, each.sure, phase, passed, reports_of(section, duty, on)});
        }
    }
    return answer;
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
