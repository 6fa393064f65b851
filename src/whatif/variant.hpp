#pragma once
/// @file
/// The exact way: the tree of a draw, scored by the functions that score records.

#include <cstddef>
#include <vector>

#include "ruleset/choices.hpp"
#include "score/group.hpp"
#include "whatif/data.hpp"

namespace biaochi::detail {

/// The rules and records of one draw. Keeps its room between draws; one a thread.
class Variant {
public:
    explicit Variant(const WhatIf::Data& data);

    /// Takes the values of a draw: weights, edges and figures. Nothing is scored yet.
    /// @param values  one a variation
    void draw(const std::vector<Number>& values);

    /// Scores the leaves of a record that the draw changes.
    void score_leaves(std::size_t record);

    /// Scores the groups of a record whose leaves are scored.
    /// @return the outcome of the root
    const NodeOutcome& score_groups(std::size_t record);

    /// @return the outcome of a node, after score_leaves() or score_groups()
    [[nodiscard]] const NodeOutcome& outcome(std::size_t record, std::size_t node) const { return cards_[record].nodes[node]; }
    /// @return all cards
    [[nodiscard]] const std::vector<Scorecard>& cards() const noexcept { return cards_; }

private:
    void draw_weights(const VariedParts& parts, const std::vector<Number>& values);
    void draw_edges(std::size_t index, const std::vector<Number>& values);
    void draw_figure(const Variation& variation, const Number& value, std::size_t record);
    void draw_figures(const Variation& variation, const Number& value);

    const WhatIf::Data& data_;
    std::vector<PlanNode> nodes_;
    PartWeights weights_;
    std::vector<Issue> no_issues_;
    Choices choices_;
    std::vector<Bands> bands_;     ///< of the leaves whose edges vary, without what is only told
    std::vector<Record> records_;  ///< empty where no figure varies
    std::vector<Scorecard> cards_;
};

}  // namespace biaochi::detail
