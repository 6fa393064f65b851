#pragma once
/// @file
/// What reading, checking and linting duties share.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/rulebook/duty_section.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi::detail {

/// A list of bodies of a duty, and the key that it stands under.
struct RoleList {
    std::string_view key;  ///< "lead", "cooperate" or "together"
    const std::vector<std::string>& bodies;
};

/// @return the three lists of a duty, in the order in which a role counts
[[nodiscard]] std::array<RoleList, 3> role_lists(const BodyDuty& duty);

/// @return every text that a body goes by, its id first, each once
[[nodiscard]] std::vector<std::string> names_of_body(const std::string& id, const Body& body);

/// @return every text that a body of the section goes by; none without a section
[[nodiscard]] std::vector<std::string> names_of_bodies(const DutySection* section);

/// @return the name in Chinese, or in English where there is none, or the id
[[nodiscard]] const std::string& shown_name(const std::string& id, const Text& name) noexcept;

}  // namespace biaochi::detail
