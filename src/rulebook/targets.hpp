#pragma once
/// @file
/// What the readers, checks and lint of targets have in common.

#include <optional>
#include <string>
#include <string_view>

#include "biaochi/rulebook/rulebook.hpp"
#include "biaochi/rulebook/target_section.hpp"

namespace biaochi::detail {

/// The years that a period or a first year may lie in: a slip of the pen must not make thousands of them.
constexpr int earliest_year = 1900;
constexpr int latest_year = 2200;

/// @return whether a form's goal is stated in a unit of its own, so that `unit` may stand beside it
[[nodiscard]] bool takes_unit(Target::Form form) noexcept;

/// @return whether a form counts from a year
[[nodiscard]] bool takes_year(Target::Form form) noexcept;

/// @return whether less is better by the form itself: a place
[[nodiscard]] bool is_place(Target::Form form) noexcept;

/// Finds the unit that a target's values are told in: its own, the fact's, "%" of a coverage, 个百分点 of what a share gains, none of a
/// multiple.
[[nodiscard]] std::string unit_of_values(const Rulebook& book, const Target& target);

/// Finds the factor that turns the fact's figures into the unit that the goal is compared in.
/// @return none where the units do not convert, or what a share gains is stated in percent
[[nodiscard]] std::optional<Number> factor_of_figures(const Rulebook& book, const Target& target);

/// Writes a goal for people of either language: `≥ 500 家`, `≈ 20 家`, `4–5 个`; both readings where it is open: `≥ 3 / 2`.
[[nodiscard]] std::string goal_text(const Goal& goal, std::string_view unit);

/// Finds the last day of a period written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, in the years 1900 to 2200.
[[nodiscard]] std::optional<Date> last_day(std::string_view period) noexcept;

/// @return the year of a period that is a whole year, or none
[[nodiscard]] std::optional<int> whole_year(std::string_view period) noexcept;

}  // namespace biaochi::detail
