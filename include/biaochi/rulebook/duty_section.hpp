#pragma once
/// @file
/// The sections `bodies`, `phases` and `duties` of a rulebook: who must do what, with whom, by when.

#include <optional>
#include <string>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/calendar/months.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/rulebook/pieces.hpp"

namespace biaochi {

/// A unit, such as a department.
struct Body {
    Text name;
    std::vector<std::string> also;    ///< other names that the source, or a user, calls it by
    std::optional<Date> from;         ///< the first day on which it is there; none: not known
    std::optional<Date> until;        ///< the first day on which it is no longer there; none: not known to have ended
    std::vector<std::string> became;  ///< bodies that its tasks went to
    bool ended = false;               ///< it has ended, whether the day is known or not
    Provenance provenance;
};

/// A stretch of a plan.
struct Phase {
    Text name;
    std::optional<Date> from;   ///< none: not said
    std::optional<Date> until;  ///< the first day after it; none: not said
    Provenance provenance;
};

/// How often a report comes.
enum class Every { once, month, quarter, half_year, year, unsaid };

/// A report that a duty asks for.
struct Report {
    Text name;
    std::string to;               ///< body; empty: not said
    Every every = Every::unsaid;  ///< unsaid: the text asks for it "regularly"
    std::optional<YearlyDay> by;  ///< year: the day by which it must be there; none: not said
    std::optional<Date> on;       ///< once: the day by which it must be there
    Provenance provenance;
};

/// A task that bodies are charged with. (`Duty` is what a deadline of a lifecycle asks for on a day.)
struct BodyDuty {
    Text name;
    std::vector<std::string> lead;       ///< bodies that lead
    std::vector<std::string> cooperate;  ///< bodies that cooperate
    std::vector<std::string> together;   ///< bodies named without saying who leads
    std::string phase;                   ///< empty: the whole time in force
    std::optional<Date> by;              ///< the last day; none: not said
    Named<Report> reports;
    Provenance provenance;
};

/// Who must do what.
struct DutySection {
    Named<Body> bodies;
    Named<Phase> phases;
    Named<BodyDuty> duties;
};

/// @return "once", "month", "quarter", "half_year", "year" or "unsaid"
[[nodiscard]] std::string_view name(Every every) noexcept;

}  // namespace biaochi
