#pragma once
/// @file
/// What a log comes to, before it is written as JSON or in words.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "biaochi/explain/lifecycle.hpp"
#include "biaochi/lifecycle/advance.hpp"
#include "biaochi/lifecycle/due.hpp"

namespace biaochi::detail {

/// A case that goes on under another version.
struct CarriedOver {
    std::string of;
    std::string from;
};

/// What is asked of one case, or the duties that it has.
struct Outlook {
    const Case* of = nullptr;
    std::vector<Next> next;
    std::vector<Duty> duties;
};

/// What was asked.
enum class LogQuestion { replay, next, due };

/// The answer to a question about a log. Reasons point into `subjects`.
struct LogReport {
    LogQuestion question = LogQuestion::replay;
    std::vector<Subject> subjects;
    std::vector<CarriedOver> carried;
    Replayed replayed;
    Date as_of{};
    std::size_t later = 0;  ///< events after the day, which were left out
    std::span<const WorkingCalendar> calendars;
    std::vector<Outlook> outlooks;  ///< one a case
};

/// @return the report as JSON
[[nodiscard]] std::string log_json(const Ruleset& rules, const LogReport& report);

/// @return the report in words
[[nodiscard]] std::string log_text(const Ruleset& rules, const LogReport& report, Language language);

}  // namespace biaochi::detail
