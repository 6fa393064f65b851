#pragma once
/// @file
/// Compiled targets: open points read, units settled, facts by their slots.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/number.hpp"
#include "biaochi/rulebook/target_section.hpp"
#include "biaochi/ruleset/plan.hpp"

namespace biaochi {

/// What a target says under one choice of readings.
struct TargetWay {
    /// A reading of an open point that the user has left open.
    struct Read {
        std::size_t open = no_index;  ///< index into Rulebook::open
        std::string reading;
    };

    std::vector<Read> readings;       ///< empty: nothing is left open
    Number goal;                      ///< in the unit of the values; of growth in percent a year
    std::optional<Number> tolerance;  ///< percent of the goal; none: the text states none
    std::optional<int> from;          ///< none: the text states no year
    std::optional<Date> due;          ///< none: the text states no day
};

/// A target whose names are resolved.
struct PlannedTarget {
    const std::string* id = nullptr;
    const Target* source = nullptr;        ///< as written; lives as long as the ruleset
    std::string pointer;                   ///< JSON Pointer of `source`
    std::string unit;                      ///< of values, distances and paces; may be empty
    std::size_t slot = no_index;           ///< of the figure; none: qualitative, or a class
    std::size_t all_slot = no_index;       ///< coverage: of what counts all
    std::vector<std::size_t> class_slots;  ///< in_class: one an option, best first
    std::size_t best = no_index;           ///< in_class: index into class_slots of the class that is enough
    Number factor{1};                      ///< from the fact's unit to that of the values
    std::vector<TargetWay> ways;           ///< one, or one a choice of readings; empty: more choices than are looked at
    std::vector<std::size_t> open;         ///< the unread open points behind the ways, indices into Rulebook::open
    std::vector<std::size_t> figures;      ///< printed figures of the fact, indices into TargetSection::figures
};

/// A printed figure in the unit of its fact.
struct PlannedFigure {
    std::size_t slot = no_index;
    Number value;
    std::optional<Date> day;  ///< last day of its period; none: the source prints none
    bool whole_year = false;
};

/// The figures and targets of a rulebook with their open points read.
struct TargetPlan {
    std::vector<PlannedTarget> targets;  ///< in the rulebook's order
    std::vector<PlannedFigure> figures;  ///< in the rulebook's order
};

/// The most choices of readings that are looked at for one target.
inline constexpr std::size_t most_target_ways = 256;

}  // namespace biaochi
