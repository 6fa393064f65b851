/// @file
/// The names that bodies go by, and the lists that a duty has.

#include "rulebook/duties.hpp"

#include <algorithm>

namespace biaochi {
namespace detail {
namespace {

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

}  // namespace

std::array<RoleList, 3> role_lists(const BodyDuty& duty) {
    return {RoleList{"lead", duty.lead}, RoleList{"cooperate", duty.cooperate}, RoleList{"together", duty.together}};
}

std::vector<std::string> names_of_body(const std::string& id, const Body& body) {
    std::vector<std::string> names;
    add_once(names, id);
    add_once(names, body.name.zh);
    add_once(names, body.name.en);
    for (const std::string& other : body.also) add_once(names, other);
    return names;
}

std::vector<std::string> names_of_bodies(const DutySection* section) {
    std::vector<std::string> names;
    if (section == nullptr) return names;
    for (const auto& [id, body] : section->bodies) {
        for (const std::string& name : names_of_body(id, body)) add_once(names, name);
    }
    return names;
}

const std::string& shown_name(const std::string& id, const Text& name) noexcept {
    if (!name.zh.empty()) return name.zh;
    return name.en.empty() ? id : name.en;
}

}  // namespace detail

std::string_view name(Every every) noexcept {
    switch (every) {
        case Every::once:
            return "once";
        case Every::month:
            return "month";
        case Every::quarter:
            return "quarter";
        case Every::half_year:
            return "half_year";
        case Every::year:
            return "year";
        case Every::unsaid:
            break;
    }
    return "unsaid";
}

}  // namespace biaochi
