#pragma once
/// @file
/// Verdicts on conditions as data, and the pieces that other documents share with them.

#include <string_view>

#include "biaochi/condition/check.hpp"
#include "biaochi/core/text.hpp"
#include "json/writer.hpp"

namespace biaochi::detail {

/// Writes words in the languages that there are; no key where there are none.
void write_text(json::Writer& out, std::string_view key, const Text& text);

/// Writes `cite` where there is one.
void write_cite(json::Writer& out, const Provenance& provenance);

/// Writes an open point with its readings, as one object.
void write_open_point(json::Writer& out, const Rulebook& book, std::size_t index);

/// Writes by which rules: `rulebook`, `version`, `on`, `label`, `readings`.
void write_head(json::Writer& out, const Ruleset& rules);

/// Writes one thing that an expression turned on, as one object.
void write_finding(json::Writer& out, const Finding& finding);

/// Writes a reason with its parts.
void write_reason(json::Writer& out, const Ruleset& rules, const Reason& reason);

/// Writes what would help to decide. @param says  the same in words
void write_need(json::Writer& out, const Ruleset& rules, const Missing& need, const Text& says);

/// Writes a verdict as one object.
void write_verdict(json::Writer& out, const Ruleset& rules, const Subject& subject, const Verdict& verdict);

}  // namespace biaochi::detail
