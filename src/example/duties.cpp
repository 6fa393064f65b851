/// @file
/// Runs an example that asks a body for its duties.

#include "example/duties.hpp"

#include <algorithm>
#include <map>

#include "biaochi/duty/duty.hpp"
#include "json/value.hpp"

namespace biaochi::detail {
namespace {

/// The role that counts, by duty.
std::map<std::string, std::string_view> roles_of(const DutySection& section, const BodyDuties& duties) {
    std::map<std::string, Role> strongest;
    for (const OwedDuty& owed : duties.owed) {
        const auto [entry, fresh] = strongest.emplace(section.duties[owed.duty].first, owed.roles.front());
        if (!fresh) entry->second = std::min(entry->second, owed.roles.front());
    }
    std::map<std::string, std::string_view> roles;
    for (const auto& [duty, role] : strongest) roles.emplace(duty, name(role));
    return roles;
}

}  // namespace

void run_unit(const Ruleset& rules, const Example& example, const std::string& place, std::vector<Issue>& issues) {
    const DutySection* section = rules.rulebook().duties.get();
    if (example.unit.empty() || section == nullptr) return;
    const auto body = find_body(*section, example.unit, rules.on());
    if (!body) return;  // validation has told
    const auto found = roles_of(*section, duties_of(*section, *body, rules.on()));
    const std::string where = json::child(place, "expect") + "/duties";
    for (const auto& [duty, role] : example.duties) {
        const auto entry = found.find(duty);
        const std::string_view has = entry == found.end() ? std::string_view("none") : entry->second;
        if (has != role) issues.push_back(make_issue(IssueCode::example_differs, json::child(where, duty), {duty, has, role}));
    }
    for (const auto& [duty, role] : found) {
        if (find(example.duties, duty) != nullptr) continue;
        issues.push_back(make_issue(IssueCode::example_differs, where, {duty, role, "none"}));
    }
}

}  // namespace biaochi::detail
