#pragma once
/// @file
/// One case, and one event, as JSON.

#include "biaochi/lifecycle/write.hpp"
#include "json/writer.hpp"

namespace biaochi::detail {

/// Writes a case as read_cases() reads it.
void write_case(json::Writer& out, const Ruleset& rules, const Case& of);

/// Writes an event as read_events() reads it.
void write_event(json::Writer& out, const Ruleset& rules, const DatedEvent& event);

}  // namespace biaochi::detail
