#pragma once
/// @file
/// How far a region has come with each target on a day, and what that rests on.

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/interval.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

namespace detail {
struct ProgressIndex;
}  // namespace detail

/// Where a target stands.
enum class TargetStatus : unsigned char {
    undetermined,  ///< what is known does not decide it; the needs say what would
    met,           ///< the goal is reached
    on_track,      ///< not reached, not due, and not below the line from the baseline to the goal
    behind,        ///< not reached, not due, and below that line; of yearly figures: one year has failed
    missed,        ///< due, and not reached
};

/// @return "undetermined", "met", "on_track", "behind" or "missed"
[[nodiscard]] std::string_view name(TargetStatus status) noexcept;

/// Something that would help to decide.
struct TargetNeed {
    /// What it is.
    enum class Kind : unsigned char {
        figure,         ///< the figure of a slot; of the period that ends on `day`, or of any until the day asked about
        base_year,      ///< the year that the text counts from and does not state
        positive_base,  ///< a base above zero: from another there is no rate and no multiple
        baseline,       ///< a printed figure, exact and dated, to draw the line from
        line,           ///< the day itself: it is not due yet, and there is no line for a goal of this form
        day,            ///< the day by which; the text states none
        tolerance,      ///< by how much less than `about` is still enough
        reading,        ///< a reading of an open point
        peers,          ///< figures of the peers named, or any peer at all
        one_class,      ///< one class: several hold
        person,         ///< a person's answer
    };
    Kind kind = Kind::figure;
    std::size_t slot = no_index;
    std::optional<Date> day;
    std::size_t open = no_index;       ///< index into Rulebook::open
    std::vector<std::string> regions;  ///< of peers: whose figures are lacking, the first five
    std::size_t more = 0;              ///< of peers: how many lack beside those

    friend bool operator==(const TargetNeed&, const TargetNeed&) = default;
};

/// @return "figure", "base_year", "positive_base", "baseline", "line", "day", "tolerance", "reading", "peers", "one_class" or "person"
[[nodiscard]] std::string_view name(TargetNeed::Kind kind) noexcept;

/// Where a figure was taken from: a record, or a figure that the rulebook prints; neither where there is none.
struct TargetFigure {
    std::size_t record = no_index;   ///< index into the records
    std::size_t printed = no_index;  ///< index into TargetSection::figures

    /// @return whether there is a figure
    [[nodiscard]] bool known() const noexcept { return record != no_index || printed != no_index; }
};

/// How far one region has come with one target. All numbers are exact and in PlannedTarget::unit, but for `completion`, in percent.
struct TargetProgress {
    std::size_t target = no_index;  ///< index into TargetPlan::targets
    std::size_t way = 0;            ///< index into PlannedTarget::ways
    TargetStatus status = TargetStatus::undetermined;
    std::optional<Interval> value;       ///< what the goal is compared with
    std::optional<Interval> completion;  ///< percent of the goal
    std::optional<Interval> distance;    ///< what lacks to the goal, 0 or more
    std::optional<Interval> pace;  ///< what is needed a year from the day asked about, along a straight line; below 0 where it must fall
    std::optional<Interval> expected;        ///< where the line stands on the day of the figure
    std::optional<Interval> amount;          ///< what the goal comes to: of growth at its end, of relative times the mean of the peers
    TargetFigure figure;                     ///< the newest that counts; of yearly figures the one that decides
    TargetFigure base;                       ///< what the line or the comparison starts from
    int first_year = 0;                      ///< of yearly, cumulative, not_falling: that of the first of `years`
    std::vector<TargetFigure> years;         ///< those looked at, one a year; neither a record nor printed: it lacks
    std::size_t peers = 0;                   ///< of relative: how many there are
    std::size_t place = no_index;            ///< of in_class: index into Target::classes; their number where no class holds
    bool above = false;                      ///< of an interval: more than its upper end
    bool estimated = false;                  ///< rests on an estimate
    std::vector<TargetNeed> needs;           ///< empty when decided
    std::vector<TargetProgress> by_reading;  ///< one a choice of readings, where open points are unread
};

/// Records, sorted once by region and day, with the means of peers: whatever is asked of a whole table.
class ProgressTable {
public:
    /// Sorts records.
    /// @param rules    with targets, otherwise nothing can be asked; kept
    /// @param records  laid out for @p rules; must outlive this. One whose period is not `YYYY`, `YYYY-MM` or `YYYY-MM-DD` is left out
    /// @param on       the day asked about: what ends after it is left out
    /// @param own      the plan's own region, whose figures the rulebook prints without a name; empty: the one there is, if it is alone
    ProgressTable(const Ruleset& rules, std::span<const Record> records, Date on, std::string_view own = {});
    ~ProgressTable();
    ProgressTable(ProgressTable&&) noexcept;             ///< Takes the table over.
    ProgressTable& operator=(ProgressTable&&) noexcept;  ///< Takes the table over.

    /// @return the regions, in the order in which they first stand in the records
    [[nodiscard]] const std::vector<std::string>& regions() const noexcept;
    /// @return how many records end after the day
    [[nodiscard]] std::size_t later() const noexcept;
    /// @return how many records have no period that is one
    [[nodiscard]] std::size_t undated() const noexcept;
    /// Says how far a region has come with a target.
    /// @param region  index into regions()
    /// @param target  index into TargetPlan::targets
    /// @throws Error with code out_of_range where there is no such region or target
    [[nodiscard]] TargetProgress progress(std::size_t region, std::size_t target) const;

private:
    std::unique_ptr<detail::ProgressIndex> index_;
};

/// Says how far one region has come with every target of a rulebook.
/// @param rules    compiled
/// @param records  of the region and, for targets that are relative to them, its peers
/// @param region   which; printed figures without a name are taken for its own
/// @param on       the day asked about
/// @return one answer a target, in the rulebook's order; empty where the rulebook has no targets
[[nodiscard]] std::vector<TargetProgress> progress(const Ruleset& rules, std::span<const Record> records, std::string_view region, Date on);

}  // namespace biaochi
