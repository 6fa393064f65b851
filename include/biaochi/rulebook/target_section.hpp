#pragma once
/// @file
/// The sections `figures` and `targets` of a rulebook: what the source says stands, and what it promises.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/number.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/rulebook/bound.hpp"
#include "biaochi/rulebook/pieces.hpp"

namespace biaochi {

/// A figure that the source prints, such as a baseline.
struct PrintedFigure {
    std::string fact;
    Number value;                  ///< in `unit`
    std::string unit;              ///< empty: the fact's own
    Bound bound = Bound::exactly;  ///< 多, 余: more_than; 约: about
    std::string period;            ///< "2021", "2021-03"; empty: the source has none
    std::string of;                ///< whose figure it is, as the source calls it; empty: the plan's own region
    Provenance provenance;
};

/// A number to be reached, with its bound.
struct Goal {
    Bound bound = Bound::at_least;
    Choice<Number> value;                     ///< in the target's unit
    std::optional<Number> to;                 ///< an interval "1 to 2": met from `value` on; above `to` is met and said
    std::optional<Choice<Number>> tolerance;  ///< about: percent of the value by which less still meets it
};

/// Something that is promised, usually by a year.
struct Target {
    /// What is promised of the figure.
    enum class Form {
        level,        ///< the figure reaches the goal
        yearly,       ///< the figure of each year reaches the goal
        cumulative,   ///< the figures of the years from `from` on add up to the goal
        growth,       ///< the figure grows from the base year by the goal, in percent a year, compound
        multiple,     ///< the figure is the goal times that of the base year
        gain,         ///< the figure is the goal above that of the base year
        not_falling,  ///< the figure of no year is below that of the year before, from `from` on
        rank,         ///< the place is at most the goal
        rank_gain,    ///< the place is the goal better than in the base year
        in_class,     ///< the class is `best` or better
        relative,     ///< the figure is the goal times the mean of the peers' figures
        coverage,     ///< of all that `of_all` counts, the figure counts the goal, in percent
        qualitative,  ///< a person answers
    };

    Form form = Form::level;
    Text name;
    std::string fact;                  ///< of every form but qualitative
    std::string of_all;                ///< coverage: the fact that counts all
    std::string unit;                  ///< of the goal; empty: the fact's own
    std::optional<Goal> goal;          ///< of every form but not_falling, in_class and qualitative
    std::string best;                  ///< in_class: the class that is enough
    std::vector<std::string> classes;  ///< in_class: the fact's options, best first
    std::optional<Choice<int>> from;   ///< base year of growth, multiple, gain, rank_gain; first year of yearly, cumulative, not_falling
    std::optional<Choice<Date>> due;   ///< the day by which; none: the source has none, and it is never late
    bool strive = false;               ///< 力争
    bool binding = false;              ///< 约束性, not 预期性
    bool stated_binding = false;       ///< the source says which of the two it is
    std::string object;                ///< what is promised, where two targets promise the same; empty: the fact
    std::string part_of;               ///< target whose object holds this one
    Text asks;                         ///< qualitative
    Provenance provenance;
};

/// @return the key of the form in a rulebook: "level", "yearly", …; "class" for in_class
[[nodiscard]] std::string_view name(Target::Form form) noexcept;

/// What stands and what is promised.
struct TargetSection {
    std::vector<PrintedFigure> figures;
    Named<Target> targets;
};

}  // namespace biaochi
