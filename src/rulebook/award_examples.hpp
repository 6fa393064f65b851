#pragma once
/// @file
/// What examples of a rulebook say of applications and of what they are awarded.

#include <string>

#include "rulebook/reader.hpp"

namespace biaochi::detail {

/// Takes `application`.
void take_application(Context& context, Fields& fields, Example& example);

/// Takes `awards` and `totals` of what an example expects.
void take_award_expectations(Context& context, Fields& fields, Example& example);

/// Checks that an example expects something of incentives and payers that are there.
/// @param pointer  of the example
void check_award_expectations(Context& context, const Example& example, const std::string& pointer);

}  // namespace biaochi::detail
