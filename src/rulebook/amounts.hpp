#pragma once
/// @file
/// The five ways in which an incentive's amount is written.

#include <string>
#include <string_view>

#include "biaochi/rulebook/incentive_section.hpp"
#include "rulebook/reader.hpp"

namespace biaochi::detail {

/// Takes the one key that says what an incentive comes to, with `of`, `or_more` and `round`.
/// @param pointer  of the incentive
[[nodiscard]] Amount take_amount(Context& context, Fields& fields, const std::string& pointer);

/// @return "fixed", "rate", "times", "tiers" or "absent"
[[nodiscard]] std::string_view name(Amount::Form form) noexcept;

/// @return whether amounts of that form are a part or multiple of a base
[[nodiscard]] bool has_base(Amount::Form form) noexcept;

/// @return "claim", "applicant" or "applicant_year"
[[nodiscard]] std::string_view name(Cap::Per per) noexcept;

/// Reads a choice between numbers.
[[nodiscard]] Choice<Number> read_number_choice(Context& context, const json::Value& value, const std::string& pointer);

}  // namespace biaochi::detail
