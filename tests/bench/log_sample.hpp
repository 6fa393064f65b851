#pragma once
/// @file
/// The log of a programme: many counties from application to a title and its yearly monitoring, all events in the order of their days.

#include <cstddef>
#include <string>

#include "biaochi/lifecycle/advance.hpp"
#include "biaochi/lifecycle/read.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace sample {

/// How many events each county has.
inline constexpr std::size_t events_of_a_county = 10;

/// @return the rules of the programme
[[nodiscard]] const biaochi::Ruleset& lifecycle_rules();
/// @return the log of so many counties
[[nodiscard]] std::string log_of(std::size_t counties);
/// @return whether every county has gone the whole way
[[nodiscard]] bool is_right(const biaochi::Replayed& replayed, std::size_t counties);

}  // namespace sample
