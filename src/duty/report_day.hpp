#pragma once
/// @file
/// The day on which a report is due next.

#include "biaochi/duty/duty.hpp"

namespace biaochi::detail {

/// Finds the next day of a report on or after a day.
/// @param report  valid
/// @param on      ok()
/// @return its basis and day; `report` and `after_phase` are left to the caller
[[nodiscard]] ReportDue next_day(const Report& report, Date on);

}  // namespace biaochi::detail
