#pragma once
/// @file
/// Verdicts on conditions as data.

#include "biaochi/condition/check.hpp"
#include "json/writer.hpp"

namespace biaochi::detail {

/// Writes a verdict as one object.
void write_verdict(json::Writer& out, const Ruleset& rules, const Subject& subject, const Verdict& verdict);

}  // namespace biaochi::detail
