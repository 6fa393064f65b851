#pragma once
/// @file
/// The days on which a rulebook's rules apply, as they stand in a message.

#include <string>
#include <utility>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/issue.hpp"

namespace biaochi::detail {

/// Says that the rules are not in force on a day.
/// @param effective  when they are
/// @param where      JSON Pointer of the day
[[nodiscard]] inline Issue not_in_force(const Period& effective, Date on, std::string where) {
    const std::string until = effective.until ? date_text(*effective.until) : std::string();
    return make_issue(IssueCode::not_in_force, std::move(where), {date_text(on), date_text(effective.from), until});
}

}  // namespace biaochi::detail
