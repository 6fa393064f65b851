#pragma once
/// @file
/// What a FrameLayout holds: where figures, statuses and kept columns stand in a frame, and what the result's columns are.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "batch/arrow_schema.hpp"
#include "batch/arrow_type.hpp"
#include "biaochi/batch/arrow.hpp"

namespace biaochi {

namespace detail {

/// Stands where no column goes with a figure.
inline constexpr std::size_t no_child = no_index;

/// A slot of the rules, and the columns that tell of it.
struct FrameFigure {
    std::size_t slot = no_index;
    std::size_t child = no_child;  ///< of the values
    FigureType type{};
    std::size_t status = no_child;  ///< of `SLOT.status`
    TextType status_type{};
};

/// A column by which rows are told apart when they are ranked.
struct FrameName {
    std::size_t child = no_child;
    TextType type{};
};

/// What a column of the result tells.
enum class FieldKind : std::uint8_t { kept, points, class_of, status, issue, rank, key };

/// Which end of an interval.
enum class FieldEnd : std::uint8_t { settled, low, high };

/// A column of the result.
struct FrameField {
    FieldKind kind = FieldKind::kept;
    FieldEnd end = FieldEnd::settled;
    std::size_t index = 0;  ///< of kept: the child; of points: 0 is the score, the others are FrameLayout::nodes + 1
    SchemaCopy schema{};
};

}  // namespace detail

struct FrameLayout {
    BatchScorer scorer;
    FrameOptions options;
    detail::SchemaCopy schema{};  ///< of the frame
    std::vector<detail::FrameFigure> figures{};
    std::vector<std::size_t> kept{};  ///< children, in the frame's order
    detail::FrameName region{};       ///< these three only where ranks need them
    detail::FrameName period{};
    detail::FrameName group{};
    std::vector<std::size_t> nodes{};          ///< whose points are wanted
    std::vector<detail::FrameField> fields{};  ///< of the result, in order
};

namespace detail {

/// The place of a column in issues.
[[nodiscard]] std::string column_place(std::string_view name);

/// As lay_out_frame(), where nothing but the figures is wanted: a kept column may have any name, and there are no fields.
[[nodiscard]] CompiledFrame lay_out_figures(const BatchScorer& scorer, const ArrowSchema& schema, const FrameOptions& options);

/// Finds the nodes whose points are wanted, and fills the fields of the result; adds what is wrong.
void lay_out_result(FrameLayout& layout, std::vector<Issue>& issues);

}  // namespace detail

}  // namespace biaochi
