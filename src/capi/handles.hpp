#pragma once
/// @file
/// What the opaque handles of biaochi.h hold.

#include <string>
#include <utility>

#include "biaochi/biaochi.h"
#include "biaochi/calendar/working_days.hpp"
#include "biaochi/rulebook/rulebook.hpp"
#include "biaochi/ruleset/ruleset.hpp"

struct biaochi_text {
    std::string bytes;
};

struct biaochi_rulebook {
    biaochi::Rulebook book;
};

struct biaochi_rules {
    biaochi::Ruleset rules;
};

struct biaochi_calendar {
    biaochi::WorkingCalendar calendar;
};

namespace biaochi::capi {

/// Hands a text to the caller.
/// @return BIAOCHI_STATUS_OK
inline biaochi_status give(std::string bytes, biaochi_text** out) {
    *out = new biaochi_text{std::move(bytes)};
    return BIAOCHI_STATUS_OK;
}

}  // namespace biaochi::capi
