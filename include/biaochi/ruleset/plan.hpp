#pragma once
/// @file
/// The compiled rules: one table that scoring, explanation, batch and inverse questions all read.

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "biaochi/core/interval.hpp"
#include "biaochi/core/number.hpp"
#include "biaochi/core/rounding.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

/// Marks "none" where an index is expected.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

/// One place for one figure: a number, a count of an item at a level, an option that holds (1) or not (0), or a judged score.
struct Slot {
    std::string id;                ///< `fiscal_st_share`, `platforms.key_lab.national`, `st_department.leading_group`
    std::size_t fact = no_index;   ///< index into Rulebook::facts
    std::size_t item = no_index;   ///< of an items fact: index into Fact::items; of an options fact: index into Fact::options
    std::size_t level = no_index;  ///< of an items fact: index into Item::levels
    std::optional<Number> min;
    std::optional<Number> max;
    bool whole = false;
};

/// A stretch of the number line on which points are a straight line of the value.
///
/// points(x) = base + (x − at) × slope = intercept + x × slope. Bands, efficacy, ratio and linear goalposts all compile to segments.
struct Segment {
    std::optional<Number> from;  ///< none: no lower end
    std::optional<Number> to;    ///< none: no upper end
    bool from_included = true;
    bool to_included = false;
    Number at;
    Number base;
    Number slope;
    Number intercept;               ///< base − at × slope
    Interval span;                  ///< least and most points on the segment
    bool known = true;              ///< false: only `span` is known, since an open point is unread
    std::size_t source = no_index;  ///< row of the method as written (band, or the better of two standards); none: beyond the last
    std::size_t open = no_index;    ///< the unread open point, index into Rulebook::open
};

/// A method that is piecewise linear in one figure; segments are in ascending order and do not overlap.
struct SegmentRule {
    std::size_t slot = no_index;
    std::vector<Segment> segments;
};

/// Goalposts on a logarithmic scale: points × (ln x − ln from) / (ln to − ln from).
struct LogRule {
    std::size_t slot = no_index;
    Number from;
    Number to;
    Rounding ln;
    Number ln_from;  ///< rounded as `ln` says
    Number ln_to;
    bool clip = true;
};

/// Points × standard / value, at most the points.
struct InverseRule {
    std::size_t slot = no_index;
    Number standard;
};

/// Points per counted item and level.
struct ItemRule {
    /// One count.
    struct Line {
        std::size_t slot = no_index;
        Number points;                        ///< each
        std::optional<Number> at_most_least;  ///< the lowest limit on the count under any reading still possible; none: no limit
        std::optional<Number> at_most_most;   ///< the highest one; none: no limit
        std::size_t line = no_index;          ///< index into Items::lines
        std::size_t open = no_index;          ///< the unread open point behind a limit
    };
    std::vector<Line> lines;
};

/// Points for options that hold.
struct OptionRule {
    /// One option.
    struct Line {
        std::size_t slot = no_index;
        Number points;
    };
    /// Options side by side.
    struct Group {
        std::optional<Choose> choose;  ///< none: an open point is unread
        std::vector<Line> lines;
        std::size_t open = no_index;
    };
    std::vector<Group> groups;
};

/// Points as judged.
struct JudgedRule {
    std::size_t slot = no_index;
    Judged panel;
};

/// A method whose parameters depend on an unread open point: only its bounds are known.
struct OpenRule {
    std::vector<std::size_t> slots;
    std::size_t open = no_index;
};

/// A compiled method; monostate for a group of parts.
using LeafRule = std::variant<std::monostate, SegmentRule, LogRule, InverseRule, ItemRule, OptionRule, JudgedRule, OpenRule>;

/// What each status does to a leaf; none where an open point is unread.
struct ResolvedTreatments {
    std::optional<Treatment> missing;
    std::optional<Treatment> not_applicable;
    std::optional<Treatment> estimated;
    std::optional<Treatment> rejected;
};

/// A node of the compiled tree. Nodes stand in pre-order: a parent before its parts, the root at 0.
struct PlanNode {
    const Node* source = nullptr;  ///< as written; lives as long as the ruleset
    std::string pointer;           ///< JSON Pointer of `source` in the rulebook
    std::size_t parent = no_index;
    std::vector<std::size_t> parts;
    Interval bounds;  ///< least and most points that the node can give
    LeafRule rule;
    ResolvedTreatments treat;
    std::size_t treat_open = no_index;  ///< the unread open point behind a treatment
};

}  // namespace biaochi
