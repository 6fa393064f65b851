#pragma once
/// @file
/// From logs of events and saved Cases to their structure, strictly.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/lifecycle/case.hpp"

namespace biaochi {

/// The events of a log, and everything that is wrong with it.
struct ReadEvents {
    std::vector<DatedEvent> events;  ///< complete only when no issue is an error
    std::vector<Issue> issues;       ///< each with its line; `where` is a JSON Pointer into that line
};

/// Reads a log: JSON Lines, one event a line; empty lines are passed over.
///
/// Unknown events and fields, values of the wrong kind, a case that does not begin with its first event, dates out of order, and lines that
/// repeat or contradict each other are errors.
///
/// @param rules  with a lifecycle
/// @param text   UTF-8; docs/reference/lifecycle.md describes it
/// @param begun  cases that go on
/// @return the events, and all issues; never throws on any text
[[nodiscard]] ReadEvents read_events(const Ruleset& rules, std::string_view text, std::span<const Case> begun = {});

/// Cases, and everything that is wrong with what they were read from.
struct ReadCases {
    std::vector<Case> cases;           ///< complete only when no issue is an error
    std::vector<std::size_t> carried;  ///< which of them were saved under another version, and go on now
    std::vector<Issue> issues;
};

/// Reads saved cases: one, a list of them, or an answer of replay_log() with its `cases`.
/// @param rules  with a lifecycle
/// @param json   a saved Case, as docs/reference/lifecycle.md shows it and cases_json() writes it
/// @param as     the version under which cases of other versions go on; none: they are errors; must be the version of @p rules
/// @return the cases, and all issues; never throws on any text
[[nodiscard]] ReadCases read_cases(const Ruleset& rules, std::string_view json, const std::optional<std::string>& as = std::nullopt);

}  // namespace biaochi
