#pragma once
/// @file
/// What logs of events come to, as one document: cases and refusals, events that may follow, duties.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/calendar/working_days.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/explain/format.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

/// What happened, and what is known; an empty text stands for nothing. The place of an issue begins with the name of its text: `/events`.
struct LogInputs {
    std::string_view events;                          ///< JSON Lines as read_events() takes them
    std::string_view subjects;                        ///< JSON as read_subjects() takes it
    std::string_view cases;                           ///< JSON as read_cases() takes it: cases that go on
    std::optional<std::string> as_version;            ///< under which cases of other versions go on; must be the version of the rules
    std::span<const WorkingCalendar> calendars = {};  ///< of working days, found by id
};

/// One document, or why there is none.
struct LogAnswer {
    std::optional<std::string> document;  ///< set only when no issue is an error
    std::vector<Issue> issues;
    std::size_t refused = 0;  ///< how many events were not accepted
};

/// Says where each case stands after a log, and which events were not accepted, and why.
/// @param rules     compiled
/// @param inputs    the log and what is known
/// @param format    JSON or text
/// @param language  of text; JSON carries both
[[nodiscard]] LogAnswer replay_log(const Ruleset& rules, const LogInputs& inputs, AnswerFormat format, Language language);

/// Says what may happen to each case after a log, and what still lacks.
/// @param rules     compiled
/// @param inputs    events after the day are left out, and counted
/// @param as_of     the day that is asked about; no saved case may have an event after it
/// @param format    JSON or text
/// @param language  of text; JSON carries both
[[nodiscard]] LogAnswer next_in_log(const Ruleset& rules, const LogInputs& inputs, Date as_of, AnswerFormat format, Language language);

/// Says what each case asks for after a log, by when, of whom, and whether it is late.
/// @param rules     compiled
/// @param inputs    events after the day are left out, and counted
/// @param as_of     the day that is asked about; no saved case may have an event after it
/// @param format    JSON or text
/// @param language  of text; JSON carries both
[[nodiscard]] LogAnswer due_in_log(const Ruleset& rules, const LogInputs& inputs, Date as_of, AnswerFormat format, Language language);

}  // namespace biaochi
