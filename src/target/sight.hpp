#pragma once
/// @file
/// One target of one region under one choice of readings, while it is judged.

#include <cstddef>
#include <optional>

#include "target/goal.hpp"
#include "target/index.hpp"

namespace biaochi::detail {

/// A figure with its time and where it was taken from.
struct Point {
    Number value;  ///< in the unit of the fact
    Date day;
    TargetFigure from;
    bool estimated = false;
};

/// What a judgement looks at, and its answer under construction.
struct Sight {
    const ProgressIndex& index;
    std::size_t region;
    const PlannedTarget& target;
    const TargetWay& way;
    Date at;  ///< the day asked about, or the day by which it is due where that is earlier
    TargetProgress out{};

    [[nodiscard]] Target::Form form() const noexcept { return target.source->form; }
    [[nodiscard]] const ProgressIndex::History& history() const { return index.histories[region]; }
    [[nodiscard]] bool is_past_due() const noexcept { return way.due && *way.due <= index.on; }

    /// @return the newest figure that is known until `at`; of whole years only where @p yearly says so
    [[nodiscard]] std::optional<Point> newest(std::size_t slot, bool yearly) const;
    /// @return the figure of a year: reported, or else printed
    [[nodiscard]] std::optional<Point> of_year(std::size_t slot, int year) const;
    /// @return the figure of a slot in a record, where it counts
    [[nodiscard]] std::optional<Point> in_record(std::size_t slot, std::size_t record, Date day) const;
    /// @return the newest printed figure of the target's fact that is exact and dated and whose own the region is; as reported where it is
    [[nodiscard]] std::optional<Point> baseline() const;

    void need(TargetNeed::Kind kind, std::size_t slot = no_index, std::optional<Date> day = std::nullopt);
    void use(const Point& point) { out.estimated = out.estimated || point.estimated; }

    /// Fills in value, completion and distance.
    void tell(const Aim& aim, const Known& value);
    /// Fills in what is needed a year from the day asked about, where it is not reached and not due.
    void tell_pace(const Aim& aim, const Known& value);
    /// Settles the status by the bare answer, the day by which it is due, and the line.
    /// @param reached   whether the goal is reached
    /// @param last      the day of what is judged
    /// @param end       the day on which it is judged finally; none: never
    /// @param on_line   whether the value is not below the line; undetermined: there is none, or it is not known
    void settle(Answer reached, Date last, std::optional<Date> end, Answer on_line);

private:
    [[nodiscard]] bool is_own(const PrintedFigure& figure) const;
};

/// Where a value stands against a line.
/// @param aim       which way is better
/// @param from      where the line starts
/// @param expected  where it stands now
/// @return met: on it or better; not_met: worse; undetermined: the value is not known enough, or what is short of it may be enough
[[nodiscard]] Answer against_line(const Aim& aim, const Number& from, const Number& expected, const Known& value);

/// Judges a level, place, share, quotient, or growth from a base.
void judge_amount(Sight& sight);
/// Judges what is promised of each year, or of their sum.
void judge_years(Sight& sight);
/// Judges a class.
void judge_class(Sight& sight);

}  // namespace biaochi::detail
