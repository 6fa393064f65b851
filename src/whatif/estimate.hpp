#pragma once
/// @file
/// The fast way: a draw estimated in doubles, and settled with exact numbers where the bound leaves something open.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "whatif/data.hpp"
#include "whatif/loops.hpp"
#include "whatif/pieces.hpp"
#include "whatif/variant.hpp"

namespace biaochi::detail {

/// Estimates draws. Keeps its room between draws; one a thread.
class Estimate {
public:
    Estimate(const WhatIf::Data& data, const DrawSource& source, VectorCode code);

    /// Answers a draw by rows.
    /// @return false where it must go the exact way: some points are not decided, or beyond what the bound was made for
    bool answer(std::uint64_t draw);

    [[nodiscard]] const std::vector<double>& scores() const noexcept { return scores_; }  ///< by row, within the bound
    [[nodiscard]] const std::vector<std::int64_t>& ranks() const noexcept {
        return ranks_;
    }  ///< by row: places above, twice that with average ties
    [[nodiscard]] const std::vector<std::int64_t>& passed() const noexcept { return passed_; }  ///< by row: index into ClassPieces::classes
    [[nodiscard]] std::uint64_t settled() const noexcept { return settled_; }                   ///< exact scores that answers needed
    [[nodiscard]] const DrawLoops& loops() const noexcept { return loops_; }                    ///< the loops in use

    /// @return the exact score of a row in a draw, which is not counted
    const Number& exact(std::uint64_t draw, std::size_t row);

private:
    void coefficients();
    bool fill_leaves(std::uint64_t draw);
    void begin_exact(std::uint64_t draw);
    const Number& settle(std::uint64_t draw, std::size_t row);
    void rank(std::uint64_t draw, const CohortRows& cohort);
    void rank_with_care(std::uint64_t draw, const CohortRows& cohort);
    void order_exactly(std::uint64_t draw);
    void give_ranks();
    void round_scores(std::uint64_t draw);
    void classify(std::uint64_t draw);

    /// A row in the order of ranks.
    struct Place {
        std::size_t row = 0;
        bool ties = false;  ///< with the one before
    };

    const WhatIf::Data& data_;
    const DrawSource& source_;
    const DrawLoops& loops_;
    const ClassPieces pieces_;
    Ties ties_;
    bool ranks_rounded_;
    std::vector<double> drawn_;         ///< by variation
    std::vector<double> by_node_;       ///< coefficients of Linear
    std::vector<double> coefficients_;  ///< by term
    std::vector<double> points_;
    std::vector<double> scores_;
    std::vector<double> rounded_;  ///< by row, in units of the last place shown
    std::vector<std::int64_t> ranks_;
    std::vector<std::int64_t> passed_;
    std::vector<Place> order_;
    Variant variant_;
    std::uint64_t exact_draw_;
    std::vector<std::optional<Number>> exact_;      ///< by row: of exact_draw_
    std::vector<std::optional<Number>> constants_;  ///< by row: of any draw, where the score is the same in every one
    std::vector<std::uint64_t> settled_in_;         ///< by row: the last draw in which an exact score was needed
    std::uint64_t settled_ = 0;
};

}  // namespace biaochi::detail
