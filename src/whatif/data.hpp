#pragma once
/// @file
/// What a WhatIf holds.

#include <cstddef>
#include <vector>

#include "biaochi/whatif/whatif.hpp"
#include "whatif/linear.hpp"

namespace biaochi {

namespace detail {

/// The parts of a group of which some vary.
struct VariedParts {
    /// A part whose points or weight is drawn.
    struct Part {
        std::size_t node = no_index;
        std::size_t variation = 0;
    };
    std::size_t group = no_index;
    std::vector<Part> varied;
    std::vector<std::size_t> rest;  ///< nodes that do not vary
    bool rescale = true;            ///< all still add up to `whole`
    Number whole;                   ///< points or weights of all parts as the rules say
    Number rest_whole;              ///< of those that do not vary
};

/// The bands of a leaf of which some ends vary.
struct VariedEdges {
    /// An end of a row that takes the value of a variation.
    struct End {
        std::size_t row = 0;
        bool upper = false;
        std::size_t variation = 0;
    };
    std::size_t leaf = no_index;
    std::vector<End> ends;
};

/// What each draw changes.
struct Changes {
    std::vector<VariedParts> groups;
    std::vector<VariedEdges> edges;
    std::vector<std::size_t> figures;              ///< indices of variations
    bool derived = false;                          ///< figures follow from those that vary
    std::vector<std::vector<std::size_t>> leaves;  ///< by record: the leaves whose points change
    std::vector<std::size_t> above;                ///< the groups whose points change, parts first
    std::vector<bool> varies;                      ///< by node: whether its points change, in any record
    bool coverage = false;                         ///< some group has a least coverage, so that bounds matter
};

/// @return the points under a sum, or the weight under a mean, that a part has as the rules say
[[nodiscard]] const Number& measure_of(const std::vector<PlanNode>& nodes, std::size_t part);

/// @return the least and most that a figure of a record becomes, the most perhaps never
[[nodiscard]] Interval ends_of(const Variation& variation, const Number& figure);

/// Finds what draws of the variations change.
[[nodiscard]] Changes find_changes(const Ruleset& rules, const std::vector<Record>& records, const std::vector<Variation>& variations);

}  // namespace detail

struct WhatIf::Data {
    Ruleset rules;
    std::vector<Record> records;
    std::vector<Variation> variations;
    DrawSource source;
    std::vector<Number> quantiles;
    std::vector<Scorecard> cards;
    std::vector<Standing> standings;
    detail::Changes changes;
    detail::Cohorts cohorts;
    detail::Linear linear;
};

}  // namespace biaochi
