#pragma once
/// @file
/// Twenty indicators by as many rows as are asked for, with two places, spread evenly over the bands, as scripts/bench has them.

#include <cstddef>
#include <vector>

#include "biaochi/batch/batch.hpp"

namespace sample {

/// @return the rules of tests/bench/twenty.json, which tests/bench/compare/rules.py prints
[[nodiscard]] const biaochi::BatchScorer& twenty();

/// Columns of figures.
class Table {
public:
    /// @param rows     of each column
    /// @param missing  the share of figures that are missing
    explicit Table(std::size_t rows, double missing = 0);

    /// @return the columns, which point into the table
    [[nodiscard]] std::vector<biaochi::Column> columns() const;
    /// @return the figures by column
    [[nodiscard]] const std::vector<std::vector<double>>& figures() const noexcept { return figures_; }

private:
    std::vector<std::vector<double>> figures_;
};

/// Room for what a batch answers.
struct Room {
    std::vector<double> low;                  ///< the score, or its low end
    std::vector<double> high;                 ///< its high end
    std::vector<std::int16_t> class_low;      ///< the lowest class still possible
    std::vector<std::int16_t> class_high;     ///< the highest one
    std::vector<std::vector<double>> parts;   ///< points by indicator
    std::vector<biaochi::PartColumns> asked;  ///< where points are written

    /// @param rows   of the table
    /// @param parts  whether the points of indicators are asked for
    Room(std::size_t rows, bool parts);

    /// @return a request that writes here
    [[nodiscard]] biaochi::BatchRequest request(const std::vector<biaochi::Column>& columns, std::size_t rows);
    /// @return whether both hold the same bytes in their first rows
    [[nodiscard]] bool same(const Room& other, std::size_t rows) const;
};

}  // namespace sample
