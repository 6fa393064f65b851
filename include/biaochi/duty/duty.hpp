#pragma once
/// @file
/// What a body must do on a day, and which reports are due next. Nothing here throws.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/rulebook/duty_section.hpp"

namespace biaochi {

/// Whether a body is there on a day.
enum class Presence {
    there,
    not_yet,  ///< it begins later
    no_more,  ///< it has ended
    unknown,  ///< it has ended, and the day is not known
};

/// What a body is to a duty; the order is that in which a role counts where a body has several.
enum class Role { lead, cooperate, together };

/// How the phase of a duty stands to a day.
enum class PhaseState {
    now,      ///< the day is in it, or the duty has none
    unknown,  ///< one of its ends is not said, so that the day may be in it or not
    later,    ///< it begins later
    over,     ///< it has ended
};

/// What the day of a report rests on.
enum class ReportBasis {
    stated,      ///< the text states it
    period_end,  ///< the last day of the month, quarter, half-year or year that it is for; the text states no day for handing it in
    unsaid,      ///< the text says neither a day nor how often; there is no day
};

/// A report that is due next.
struct ReportDue {
    std::size_t report = 0;  ///< index into the duty's reports
    ReportBasis basis = ReportBasis::unsaid;
    std::optional<Date> day;   ///< the next one on or after the day asked about; of one that comes once its only one
    bool passed = false;       ///< it comes once, and its day has passed; whether it was handed in is not known here
    bool after_phase = false;  ///< the day lies after the duty's phase or last day; whether it is still asked for is not said
};

/// A duty that a body has on a day.
struct OwedDuty {
    std::size_t duty = 0;                ///< index into DutySection::duties
    std::vector<Role> roles;             ///< one or more, the one that counts first
    std::size_t named = 0;               ///< the body that the text names: the one asked about, or one whose tasks went to it
    bool sure = true;                    ///< false: whether the tasks of the named body had gone over by the day is not known
    PhaseState phase = PhaseState::now;  ///< now or unknown
    bool passed = false;                 ///< its last day has passed; whether it was done is not known here
    std::vector<ReportDue> reports;      ///< in the duty's order
};

/// What a body must do on a day.
struct BodyDuties {
    std::size_t body = 0;  ///< index into DutySection::bodies
    Presence presence = Presence::there;
    std::vector<OwedDuty> owed;  ///< in the rulebook's order; none where the body is not there
};

/// Finds a body by its id or by any of its names.
/// @param section  valid
/// @param name     as written
/// @param on       where bodies of different times share the name, the one that is there on this day goes before
/// @return index into DutySection::bodies, or none
[[nodiscard]] std::optional<std::size_t> find_body(const DutySection& section, std::string_view name, Date on);

/// Says whether a body is there on a day.
/// @param body  without a last day, one that ended or became another is `unknown`
/// @param on    ok()
[[nodiscard]] Presence presence(const Body& body, Date on) noexcept;

/// Lists what a body must do on a day, with what it took over from bodies that became it.
///
/// A duty belongs to its phase: before and after it nothing is owed. A duty whose last day has passed stays listed, since nothing here
/// says whether it was done.
///
/// @param section  valid
/// @param body     index into its bodies
/// @param on       ok()
[[nodiscard]] BodyDuties duties_of(const DutySection& section, std::size_t body, Date on);

/// Lists what every body must do on a day; quicker than asking for one after the other.
/// @param section  valid
/// @param on       ok()
/// @return as duties_of(), one a body, in the rulebook's order
[[nodiscard]] std::vector<BodyDuties> duties_of_all(const DutySection& section, Date on);

/// @return "there", "not_yet", "no_more" or "unknown"
[[nodiscard]] std::string_view name(Presence presence) noexcept;
/// @return "lead", "cooperate" or "together"
[[nodiscard]] std::string_view name(Role role) noexcept;
/// @return "now", "unknown", "later" or "over"
[[nodiscard]] std::string_view name(PhaseState state) noexcept;
/// @return "stated", "period_end" or "unsaid"
[[nodiscard]] std::string_view name(ReportBasis basis) noexcept;

}  // namespace biaochi
