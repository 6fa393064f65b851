#pragma once
/// @file
/// What a BatchScorer holds.

#include "biaochi/batch/batch.hpp"

namespace biaochi {

struct BatchScorer::Data {
    Ruleset rules;
};

}  // namespace biaochi
