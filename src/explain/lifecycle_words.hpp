#pragma once
/// @file
/// States, events, refusals and duties as they stand in a sentence.

#include "biaochi/core/text.hpp"
#include "biaochi/lifecycle/advance.hpp"
#include "biaochi/lifecycle/due.hpp"

namespace biaochi::detail {

/// @return the name of a state, or its id; "not begun" for no_index
[[nodiscard]] Text state_words(const Ruleset& rules, std::size_t state);

/// @return the name of an event, or its id
[[nodiscard]] Text event_words(const Ruleset& rules, std::size_t event);

/// @return what would help to decide a guard of an event, in words: `Review: Points`, a field of the Case, what a subject lacks
[[nodiscard]] Text need_words(const Ruleset& rules, std::size_t event, const Missing& need);

/// @return why an event is not accepted
[[nodiscard]] Text refusal_words(RefusalKind kind);

/// @return how a duty stands, with the day on which it was done
[[nodiscard]] Text duty_words(const Duty& duty);

/// @return the day, or both of an interval; empty where it is not known
[[nodiscard]] Text day_words(const std::optional<Date>& earliest, const std::optional<Date>& latest);

}  // namespace biaochi::detail
