#pragma once
/// @file
/// What an example of a rulebook expects.

#include <optional>
#include <string>

#include "biaochi/core/number.hpp"

namespace biaochi {

/// What an example expects of a value: exact ends, equal when known.
struct Expected {
    Number low;
    Number high;
};

/// What an example expects of a target. Nothing is compared that is not stated.
struct ExpectedTarget {
    std::string status;                  ///< "met", "on_track", "behind", "missed" or "undetermined"
    std::optional<Expected> value;       ///< what the goal is compared with, in the target's unit
    std::optional<Expected> completion;  ///< percent
    std::optional<Expected> distance;    ///< what lacks to the goal, in the target's unit; zero when it is reached
    std::optional<Expected> pace;        ///< what is needed a year from here, in the target's unit
};

/// What an example expects of an incentive for a claim.
struct ExpectedAward {
    std::string status;          ///< "awarded", "refused" or "undetermined"
    std::optional<Number> low;   ///< in the incentive's unit
    std::optional<Number> high;  ///< in the incentive's unit
    bool open_above = false;     ///< "or more": there is no high end
};

}  // namespace biaochi
