#pragma once
/// @file
/// The answers of a frame: room for them, scored slice by slice, and handed out as Arrow arrays.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "batch/arrow_export.hpp"
#include "batch/arrow_layout.hpp"

namespace biaochi::detail {

/// Ranks of rows, best and worst; NaN: none.
struct RowRanks {
    SharedBuffer best;
    SharedBuffer worst;
};

/// Points of the score or of a node.
class PointAnswers {
public:
    PointAnswers(const FrameLayout& layout, std::size_t rows);

    /// @return where a slice is to be written; valid until the next call
    [[nodiscard]] PointColumns room(std::size_t first, std::size_t count);
    /// Takes in what was written there.
    void take(std::size_t first, std::size_t count);
    [[nodiscard]] TakenArray array(FieldEnd end) const;

private:
    bool decimals_;
    std::size_t rows_;
    SharedBuffer low_;
    SharedBuffer high_;  ///< only where ranges are wanted
    Bitmap settled_;
    Bitmap known_;
    std::vector<double> slice_high_;
    std::vector<std::int64_t> units_low_;
    std::vector<std::int64_t> units_high_;
};

/// Classes, or one end of what is possible.
class ClassAnswers {
public:
    explicit ClassAnswers(std::size_t rows);

    [[nodiscard]] std::int16_t* room(std::size_t first) const noexcept { return indices_->as<std::int16_t>() + first; }
    void take(std::size_t first, std::size_t count);
    [[nodiscard]] TakenArray array(const std::vector<std::string>& ids) const;

private:
    std::size_t rows_;
    SharedBuffer indices_;
    Bitmap known_;
};

/// Texts or bytes for some of the rows.
class SparseTexts {
public:
    /// @param name  of the column, for messages
    SparseTexts(std::string name, std::size_t rows);

    /// Ends the next row. @param text  none: null
    void add(const std::optional<std::string>& text);
    /// @return what is wrong: more bytes than ends of 32 bits can tell
    [[nodiscard]] std::optional<Issue> wrong() const;
    [[nodiscard]] TakenArray array() const;

private:
    std::string name_;
    std::size_t rows_;
    std::size_t added_ = 0;
    SharedBuffer ends_;
    SharedBuffer validity_;
    std::string bytes_{};
    std::int64_t nulls_ = 0;
};

/// An exact score as bytes that sort as scores do.
struct ScoreKeys {
    std::optional<std::string> decided{};  ///< none: an interval, or no score
    std::optional<std::string> low{};      ///< none: no score, or only the decided one is wanted
    std::optional<std::string> high{};     ///< none: as `low`
};

/// All answers of a frame.
class FrameAnswers {
public:
    FrameAnswers(const FrameLayout& layout, std::size_t rows);

    /// Scores all rows.
    /// @param columns  of the frame
    /// @param before   rows of arrays before this one, for `watch`
    /// @return false where `watch` stopped it
    [[nodiscard]] bool score(std::span<const Column> columns, std::size_t before);
    [[nodiscard]] std::vector<Issue> issues() const;
    /// @return the column of a field that is not kept
    [[nodiscard]] TakenArray array(const FrameField& field, const RowRanks& ranks) const;

private:
    [[nodiscard]] std::size_t slice_rows() const noexcept;
    [[nodiscard]] bool score_slice(std::span<const Column> columns, std::size_t first, std::size_t count, std::size_t before);
    void take(std::size_t first, std::size_t count);
    void add_keys(std::span<const Column> columns, std::size_t count);
    [[nodiscard]] TakenArray status_array() const;

    const FrameLayout& layout_;
    std::size_t rows_;
    std::vector<PointAnswers> points_{};   ///< of the score, then of FrameLayout::nodes
    std::vector<ClassAnswers> classes_{};  ///< decided, lowest, highest; the last two where ranges are wanted
    SharedBuffer statuses_;
    SparseTexts issue_texts_;
    std::vector<SparseTexts> keys_{};          ///< decided, lowest, highest; empty where they are not wanted
    std::vector<std::uint8_t> issue_codes_{};  ///< of a slice
    std::vector<std::uint32_t> issue_slots_{};
    std::vector<ScoreKeys> slice_keys_{};
};

/// The rank, where it is one.
[[nodiscard]] TakenArray rank_array(const RowRanks& ranks, std::size_t rows, FieldEnd end);

}  // namespace biaochi::detail
