#pragma once
/// @file
/// The compiled rules as steps of the vector code, with the bound on the error of every buffer. docs/decisions/0015-batch.md derives it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "batch/kernel.hpp"
#include "biaochi/core/rounding.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi::detail {

/// How far a double may be from what it stands for.
struct Bound {
    double error = 0;      ///< at most so far from the exact value
    double magnitude = 0;  ///< neither is further from 0 than this
};

/// A leaf of straight pieces.
struct PieceStep {
    std::vector<double> from;
    std::vector<double> at;
    std::vector<double> slope;
    std::vector<double> width;
    Pieces rule;  ///< without its tables, which are those above
    std::size_t column = 0;
    std::size_t into = 0;
};

/// A leaf where less is better.
struct InverseStep {
    Inverse rule;
    std::size_t column = 0;
    std::size_t into = 0;
};

/// A leaf of counts.
struct CountStep {
    std::vector<Count> lines;
    std::vector<std::size_t> columns;
    Cap cap;
    std::size_t into = 0;
};

/// A leaf of options.
struct OptionStep {
    std::vector<std::vector<double>> points;  ///< by set
    std::vector<OptionSet> sets;              ///< without their points
    std::vector<std::size_t> columns;
    Cap cap;
    std::size_t into = 0;
};

/// A sum that is cut off.
struct LimitStep {
    Cap cap;
    std::size_t buffer = 0;
};

/// Points that are rounded where they stand.
struct RoundStep {
    Settle rule;
    std::vector<std::size_t> columns;
    std::size_t buffer = 0;
};

/// One buffer into another.
struct AddStep {
    std::size_t from = 0;
    double factor = 1;
    std::size_t into = 0;
};

/// A figure that is only looked at.
struct CheckStep {
    FastRange range;
    std::size_t column = 0;
};

/// A part and its whole.
struct PartStep {
    std::size_t part = 0;
    std::size_t whole = 0;
    double factor = 1;
};

using Step = std::variant<PieceStep, InverseStep, CountStep, OptionStep, LimitStep, RoundStep, AddStep, CheckStep, PartStep>;

/// A node whose points stand in a buffer of their own.
struct NodeBuffer {
    std::size_t node = 0;
    Bound bound;
    Settle settle;                     ///< to the places shown
    std::vector<std::size_t> columns;  ///< that it rests on
};

/// The grid on which all points lie while all figures are decimals of few places.
struct Grid {
    bool usable = false;
    Number unit;       ///< 1 / (denominator × 10^k)
    double steps = 0;  ///< 1 / unit
    double power = 1;  ///< 10^k
};

/// What the vector code runs. Buffer 0 is the root's.
struct Program {
    std::vector<std::size_t> slots;  ///< of the columns read, in their order
    std::vector<Step> steps;
    std::vector<NodeBuffer> buffers;          ///< buffer 0 first
    std::vector<std::size_t> buffer_of_node;  ///< no_index: it has none of its own
    std::vector<double> cuts;
    Cuts classes;  ///< without `at`
    Grid grid;
};

/// Writes the steps of rules.
/// @param every_node  give each node a buffer, so that its points can be written; otherwise only where sums need one
/// @return none where rows cannot be estimated
[[nodiscard]] std::optional<Program> make_program(const Ruleset& rules, bool every_node);

}  // namespace biaochi::detail
