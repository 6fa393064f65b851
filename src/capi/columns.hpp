#pragma once
/// @file
/// What the handle of rules ready for columns holds.

#include "biaochi/batch/batch.hpp"
#include "biaochi/biaochi.h"

struct biaochi_columns {
    biaochi::BatchScorer scorer;
};
