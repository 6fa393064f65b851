#pragma once
/// @file
/// Lifecycles in Python: what a log comes to.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "biaochi/calendar/working_days.hpp"
#include "biaochi/explain/lifecycle.hpp"
#include "bindings.hpp"
#include "rules.hpp"

namespace biaochi::python {

using SharedCalendar = std::shared_ptr<WorkingCalendar>;

/// What was asked of a log.
enum class LogQuestion { replay, next, due };

/// A question about a log with its answer, which can be given again in words.
struct AskedLog {
    std::shared_ptr<Rules> rules;
    LogQuestion question = LogQuestion::replay;
    std::string events;
    std::string subjects;
    std::string cases;
    std::optional<std::string> as_version;
    Date as_of{};
    std::vector<WorkingCalendar> calendars;
    bool listed = false;  ///< events were handed in as a list, whose places are by index
    std::string json;
};

/// Rules.replay.
[[nodiscard]] std::shared_ptr<AskedLog> replay(const std::shared_ptr<Rules>& rules, py::handle events, py::handle subjects,
                                               py::handle cases, const std::optional<std::string>& as_version, py::handle calendars);
/// Rules.advance.
[[nodiscard]] py::dict advance(const std::shared_ptr<Rules>& rules, py::handle of, py::handle event, py::handle subjects,
                               const std::optional<std::string>& as_version, py::handle calendars);
/// Rules.next.
[[nodiscard]] std::shared_ptr<AskedLog> next(const std::shared_ptr<Rules>& rules, py::handle events, py::handle as_of, py::handle subjects,
                                             py::handle cases, const std::optional<std::string>& as_version, py::handle calendars);
/// Rules.due.
[[nodiscard]] std::shared_ptr<AskedLog> due(const std::shared_ptr<Rules>& rules, py::handle events, py::handle as_of, py::handle subjects,
                                            py::handle cases, const std::optional<std::string>& as_version, py::handle calendars);

}  // namespace biaochi::python
