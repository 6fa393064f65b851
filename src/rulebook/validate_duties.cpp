/// @file
/// Checks of duties: names that lead somewhere, names that are told apart, days in their order.

#include <algorithm>
#include <map>

#include "biaochi/rulebook/duty_section.hpp"
#include "rulebook/duties.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

/// Checks one section's bodies, phases and duties.
class DutyChecker {
public:
    DutyChecker(Context& context, const DutySection& section) : context_(context), section_(section) {}

    void check() {
        for (std::size_t i = 0; i < section_.bodies.size(); ++i) check_body(i);
        for (const auto& [id, phase] : section_.phases) check_period(phase.from, phase.until, json::child("/phases", id));
        for (const auto& [id, duty] : section_.duties) check_duty(duty, json::child("/duties", id));
    }

private:
    void expect_body(const std::string& id, const std::string& where) {
        if (find(section_.bodies, id) != nullptr) return;
        context_.report(IssueCode::unknown_body, where, {id, nearest_or_all(id, names_of(section_.bodies))});
    }

    /// Checks that each of a list is there, and stands once.
    void expect_bodies(const std::vector<std::string>& ids, const std::string& list) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            expect_body(ids[i], json::child(list, i));
            const auto first = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), ids[i]) - ids.begin());
            if (first < i) context_.report(IssueCode::repeated_id, json::child(list, i), {ids[i], json::child(list, first)});
        }
    }

    void check_period(const std::optional<Date>& from, const std::optional<Date>& until, const std::string& where) {
        if (!from || !until || *from < *until) return;
        context_.report(IssueCode::period_reversed, where, {date_text(*from), date_text(*until)});
    }

    void check_body(std::size_t index) {
        const auto& [id, body] = section_.bodies[index];
        const std::string where = json::child("/bodies", id);
        check_period(body.from, body.until, where);
        expect_bodies(body.became, json::child(where, "became"));
        check_names(index, where);
        check_circle(id, where);
    }

    /// Two bodies may share a name only where the one ends before the other begins. A body is told once, against the first that clashes.
    void check_names(std::size_t index, const std::string& where) {
        const auto& [id, body] = section_.bodies[index];
        bool told = false;
        for (const std::string& name : names_of_body(id, body)) {
            auto& earlier = named_[name];
            const auto clash = told ? earlier.end() : std::find_if(earlier.begin(), earlier.end(), [&, &body = body](std::size_t other) {
                return !apart(body, section_.bodies[other].second);
            });
            if (clash != earlier.end()) {
                context_.report(IssueCode::repeated_id, where, {name, json::child("/bodies", section_.bodies[*clash].first)});
                told = true;
            }
            earlier.push_back(index);
        }
    }

    static bool apart(const Body& one, const Body& other) {
        return (one.until && other.from && *one.until <= *other.from) || (other.until && one.from && *other.until <= *one.from);
    }

    /// Follows what a body became, breadth first, until it comes back to itself.
    void check_circle(const std::string& id, const std::string& where) {
        std::map<std::string, std::string> came_from;
        std::vector<std::string> waiting{id};
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            const std::string here = waiting[i];
            const Body* body = find(section_.bodies, here);
            if (body == nullptr) continue;
            for (const std::string& next : body->became) {
                if (!came_from.emplace(next, here).second) continue;
                waiting.push_back(next);
                if (next != id) continue;
                context_.report(IssueCode::cycle, json::child(where, "became"), {circle(id, came_from)});
                return;
            }
        }
    }

    /// @return the way round, from a body back to itself
    static std::string circle(const std::string& id, const std::map<std::string, std::string>& came_from) {
        std::string text = id;
        std::string step = id;
        do {
            step = came_from.at(step);
            text.insert(0, step + " → ");
        } while (step != id);
        return text;
    }

    void check_duty(const BodyDuty& duty, const std::string& where) {
        for (const RoleList& list : role_lists(duty)) expect_bodies(list.bodies, json::child(where, list.key));
        if (!duty.phase.empty() && find(section_.phases, duty.phase) == nullptr) {
            context_.report(IssueCode::unknown_phase, json::child(where, "phase"),
                            {duty.phase, nearest_or_all(duty.phase, names_of(section_.phases))});
        }
        for (const auto& [id, report] : duty.reports) check_report(report, json::child(json::child(where, "reports"), id));
    }

    void check_report(const Report& report, const std::string& where) {
        if (!report.to.empty()) expect_body(report.to, json::child(where, "to"));
        if (report.by && report.every != Every::year) {
            context_.report(IssueCode::bad_value, json::child(where, "by"), {"by", "every: year"});
        }
        if (report.on && report.every != Every::once) {
            context_.report(IssueCode::bad_value, json::child(where, "on"), {"on", "every: once"});
        }
    }

    Context& context_;
    const DutySection& section_;
    std::map<std::string, std::vector<std::size_t>> named_;  ///< the bodies that go by a name
};

}  // namespace

void validate_duties(Context& context) {
    if (context.book.duties) DutyChecker(context, *context.book.duties).check();
}

}  // namespace biaochi::detail
