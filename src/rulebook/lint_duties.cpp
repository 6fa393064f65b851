/// @file
/// What a careful reader would ask about duties.

#include <algorithm>
#include <array>

#include "biaochi/rulebook/duty_section.hpp"
#include "json/value.hpp"
#include "rulebook/duties.hpp"
#include "rulebook/lint.hpp"

namespace biaochi::detail {
namespace {

using Issues = std::vector<Issue>;

/// Whether a body is known to end, or to have handed its tasks on.
bool ends(const Body& body) noexcept { return body.ended || body.until.has_value() || !body.became.empty(); }

std::string successors(const DutySection& section, const Body& body) {
    std::string names;
    for (const std::string& id : body.became) {
        const Body* successor = find(section.bodies, id);
        if (!names.empty()) names += ", ";
        names += successor == nullptr ? id : shown_name(id, successor->name);
    }
    return names;
}

void lint_thing(const std::string& id, const Provenance& provenance, const std::string& where, Issues& issues) {
    if (!provenance.cite) issues.push_back(make_issue(IssueCode::no_citation, where, {id}));
    lint_misprints(provenance.misprints, where, issues);
}

/// Looks at one body that a duty or report names.
void lint_named_body(const DutySection& section, const std::string& what, const std::string& id, const std::string& where, Issues& issues) {
    const Body* body = find(section.bodies, id);
    if (body == nullptr || !ends(*body)) return;
    issues.push_back(make_issue(IssueCode::body_ended, where, {what, shown_name(id, body->name), successors(section, *body)}));
}

void lint_duty(const DutySection& section, const std::string& id, const BodyDuty& duty, Issues& issues) {
    const std::string where = json::child("/duties", id);
    const std::string& name = shown_name(id, duty.name);
    lint_thing(id, duty.provenance, where, issues);
    for (std::size_t i = 0; i < duty.cooperate.size(); ++i) {
        const std::string& body = duty.cooperate[i];
        if (std::find(duty.lead.begin(), duty.lead.end(), body) == duty.lead.end()) continue;
        const Body* both = find(section.bodies, body);
        issues.push_back(make_issue(IssueCode::leads_and_cooperates, json::child(where + "/cooperate", i),
                                    {name, both == nullptr ? body : shown_name(body, both->name)}));
    }
    for (const RoleList& list : role_lists(duty)) {
        for (std::size_t i = 0; i < list.bodies.size(); ++i) {
            lint_named_body(section, name, list.bodies[i], json::child(json::child(where, list.key), i), issues);
        }
    }
    for (const auto& [report_id, report] : duty.reports) {
        const std::string place = json::child(where + "/reports", report_id);
        const bool cited = report.provenance.cite || duty.provenance.cite;
        if (!cited) issues.push_back(make_issue(IssueCode::no_citation, place, {report_id}));
        lint_misprints(report.provenance.misprints, place, issues);
        if (!report.to.empty()) lint_named_body(section, shown_name(report_id, report.name), report.to, place + "/to", issues);
    }
}

}  // namespace

void lint_duties(const Rulebook& book, std::vector<Issue>& issues) {
    if (!book.duties) return;
    const DutySection& section = *book.duties;
    for (const auto& [id, body] : section.bodies) lint_thing(id, body.provenance, json::child("/bodies", id), issues);
    for (const auto& [id, phase] : section.phases) lint_thing(id, phase.provenance, json::child("/phases", id), issues);
    for (const auto& [id, duty] : section.duties) lint_duty(section, id, duty, issues);
}

}  // namespace biaochi::detail
