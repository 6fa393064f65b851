#pragma once
/// @file
/// Points for every node of the score tree, with the evidence for them.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "biaochi/core/interval.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

/// What became of a node.
enum class NodeState : std::uint8_t {
    scored,    ///< it has points: exact, or an interval
    excluded,  ///< left out, the rest is rescaled
    refused,   ///< a figure is lacking without which the rules refuse to score
};

/// Why a leaf has the points it has.
enum class Cause : std::uint8_t {
    none,        ///< a group of parts
    value,       ///< its figures are known and settle it
    capped,      ///< some figures are unknown, but the points are settled all the same
    unknown,     ///< a figure is unknown
    by_status,   ///< a status decided: zero, excluded or refused
    open_point,  ///< an open point is unread
    outside,     ///< the value is outside all bands
};

/// The answer for one node and its evidence, as indices and operands; explain() turns it into words.
struct NodeOutcome {
    NodeState state = NodeState::scored;
    Cause cause = Cause::none;
    bool capped = false;             ///< the sum of items, options or parts was above the node's points
    bool rounded = false;            ///< the node's rounding changed the points
    Interval points;                 ///< after cap, rescaling and rounding
    Interval raw;                    ///< before them
    Number present;                  ///< of a group: share of points or weight that was not excluded, 0 to 1
    std::size_t segment = no_index;  ///< of a SegmentRule: the segment that the value fell in
};

/// The answers for one record: one a node of Ruleset::nodes(), the root first.
struct Scorecard {
    std::vector<NodeOutcome> nodes;
};

/// Scores one record.
///
/// A reused @p card is not allocated again.
///
/// @param rules   compiled rules that have a score tree
/// @param record  laid out for @p rules
/// @param card    is overwritten
/// @throws Error with code wrong_ruleset when the record was laid out for other rules or there is no score tree
void score(const Ruleset& rules, const Record& record, Scorecard& card);

/// Scores one record into a new scorecard.
[[nodiscard]] Scorecard score(const Ruleset& rules, const Record& record);

/// Something that would narrow an undecided answer: a figure, or a reading of an open point.
struct Need {
    std::size_t slot = no_index;            ///< the figure, index into Ruleset::slots()
    std::size_t open = no_index;            ///< or the open point, index into Rulebook::open
    std::size_t node = no_index;            ///< the leaf that needs it; none for the class cuts
    std::string period{};                   ///< of the figure, where it is one of an earlier record that a growth rests on
    feel::Cause cause = feel::Cause::none;  ///< why a derived figure has no value although nothing lacks
};

/// Lists what would decide the score and the class: only what really moves the root's interval, each once, in the tree's order.
/// @param rules   the rules of @p card
/// @param record  the record of @p card
/// @param card    as score() filled it
[[nodiscard]] std::vector<Need> needs(const Ruleset& rules, const Record& record, const Scorecard& card);

}  // namespace biaochi
