#pragma once
/// @file
/// One thing that a what-if varies, within two ends.

#include <cstddef>
#include <cstdint>
#include <string>

#include "biaochi/core/number.hpp"
#include "biaochi/ruleset/plan.hpp"

namespace biaochi {

/// What kind of thing varies.
enum class Varied : std::uint8_t {
    weight,  ///< what a node counts for: its points under a sum, its weight under a mean
    edge,    ///< an end of a band
    figure,  ///< a fact, of one record or of all together
};

/// What is done with the value that was drawn for a figure.
enum class Move : std::uint8_t {
    take,   ///< it is the figure
    add,    ///< it is added to the figure of each record
    scale,  ///< the figure of each record is multiplied by it
};

/// One thing that varies. Its value in a draw is low + (high − low) × u, exactly, where 0 ≤ u < 1.
struct Variation {
    Varied what = Varied::weight;   ///< the kind of thing
    std::size_t node = no_index;    ///< of a weight or an edge: index into Ruleset::nodes()
    bool rescale = true;            ///< of a weight: the parts of its parent still add up to the same
    std::size_t band = 0;           ///< of an edge: the row of the method as written, from 0
    bool upper = false;             ///< of an edge: the row's `to`; otherwise its `from`
    std::size_t slot = no_index;    ///< of a figure: index into Ruleset::slots()
    std::size_t record = no_index;  ///< of a figure: whose; no_index: of all records together
    Move move = Move::take;         ///< of a figure
    Number low;                     ///< least value
    Number high;                    ///< most, which is not reached
    std::string name;               ///< for people and tables, for example "weights.fiscal_st_share"
    std::string where;              ///< JSON Pointer in the specification
};

}  // namespace biaochi
