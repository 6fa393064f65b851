#pragma once
/// @file
/// What the answers of a frame made of any bytes must be: read again from what it was made of, row by row, by BatchScorer::exact();
/// classes, ranks and kept columns are worked out here.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/batch/arrow.hpp"
#include "biaochi/batch/ranks.hpp"
#include "biaochi/core/rounding.hpp"
#include "biaochi/record/record.hpp"
#include "support/arrow.hpp"

namespace biaochi::fuzz {

using support::ArrowNode;
using support::Bytes;

inline void expect(bool holds) {
    if (!holds) std::abort();
}

/// A type of figures, and what its values mean.
struct Type {
    const char* format;
    CellType cell;
    int scale;
};

/// A column, and what each of its rows means.
struct Made {
    ArrowNode node;
    std::string slot{};                    ///< of figures and statuses
    Type type{};                           ///< of figures
    std::vector<std::uint8_t> statuses{};  ///< of statuses, by row of the column's buffers; empty: figures
    std::vector<std::string> words{};      ///< of a column that is only kept, by row of its buffers; "-": null
};

/// @return whether the struct has a row, counted from its offset
inline bool is_there(const ArrowNode& frame, std::size_t row) {
    const std::size_t at = static_cast<std::size_t>(frame.offset) + row;
    return frame.nulls == 0 || !frame.buffers[0] || (((*frame.buffers[0])[at / 8] >> (at % 8)) & 1) != 0;
}

/// The columns of a frame; rows without a struct are missing by their status.
struct Oracle {
    std::vector<Column> columns{};
    std::vector<std::vector<std::uint8_t>> held{};

    Oracle(const BatchScorer& scorer, const std::vector<Made>& made, const ArrowNode& frame) {
        const auto first = static_cast<std::size_t>(frame.offset);
        const auto rows = static_cast<std::size_t>(frame.length);
        held.reserve(made.size() * 3);
        for (const Made& each : made) {
            const std::size_t slot = each.slot.empty() ? no_index : scorer.rules().slot(each.slot);
            if (slot == no_index || each.node.format == "n") continue;
            Column& column = find(slot);
            const std::size_t offset = static_cast<std::size_t>(each.node.offset) + first;
            if (each.statuses.empty()) {
                column.type = each.type.cell;
                column.scale = each.type.scale;
                column.values = each.node.buffers[1]->data();
                column.offset = offset;
                if (each.node.nulls != 0 && each.node.buffers[0]) column.validity = each.node.buffers[0]->data();
                continue;
            }
            std::vector<std::uint8_t> known(rows);
            for (std::size_t i = 0; i < rows; ++i) known[i] = each.statuses[offset + i];
            column.statuses = held.emplace_back(std::move(known)).data();
        }
        for (Column& column : columns) without_nulls(column, frame, rows);
    }

private:
    Column& find(std::size_t slot) {
        for (Column& column : columns) {
            if (column.slot == slot) return column;
        }
        columns.emplace_back().slot = slot;
        return columns.back();
    }

    /// A status that counts says nothing where there is no value.
    void without_nulls(Column& column, const ArrowNode& frame, std::size_t rows) {
        constexpr auto missing = static_cast<std::uint8_t>(Status::missing);
        constexpr auto reported = static_cast<std::uint8_t>(Status::reported);
        std::vector<std::uint8_t> known(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            known[i] = column.statuses == nullptr ? reported : column.statuses[i];
            const bool counts = known[i] == reported || known[i] == static_cast<std::uint8_t>(Status::estimated);
            if (!is_there(frame, i) || (column.values == nullptr && counts)) known[i] = missing;
        }
        static const std::uint8_t nothing[16] = {};
        if (column.values == nullptr) {
            column.values = nothing;
            column.type = CellType::bits;
            column.offset = 0;
        }
        column.statuses = held.emplace_back(std::move(known)).data();
    }
};

/// Compares a result with what it must be.
class Comparison {
public:
    /// @param copies  how many arrays like this one are ranked together
    Comparison(const BatchScorer& scorer, const FrameOptions& options, std::vector<Made> made, const ArrowNode& frame, std::size_t copies)
        : scorer_(scorer), options_(options), made_(std::move(made)), frame_(frame), copies_(copies) {
        const Oracle oracle(scorer, made_, frame);
        for (std::size_t row = 0; row < static_cast<std::size_t>(frame.length); ++row) rows_.push_back(scorer.exact(oracle.columns, row));
    }

    void compare(const ArrowSchema& schema, const ArrowArray& result) const {
        expect(result.length == frame_.length);
        for (std::size_t row = 0; row < rows_.size(); ++row) compare_row(schema, result, row);
    }

private:
    static const ArrowArray* child(const ArrowSchema& schema, const ArrowArray& array, std::string_view name) {
        for (std::int64_t i = 0; i < schema.n_children; ++i) {
            if (schema.children[i]->name == name) return array.children[i];
        }
        return nullptr;
    }

    static bool is_null(const ArrowArray& array, std::size_t row) {
        const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
        const std::size_t at = static_cast<std::size_t>(array.offset) + row;
        return bits != nullptr && array.null_count != 0 && ((bits[at / 8] >> (at % 8)) & 1) == 0;
    }

    static std::optional<std::string> text_at(const ArrowArray& array, std::size_t row) {
        if (is_null(array, row)) return std::nullopt;
        const auto* ends = static_cast<const std::int32_t*>(array.buffers[1]) + array.offset + row;
        return std::string(static_cast<const char*>(array.buffers[2]) + ends[0], static_cast<std::size_t>(ends[1] - ends[0]));
    }

    static bool scored(const BatchScorer::Exact& row) { return row.status == RowStatus::decided || row.status == RowStatus::undetermined; }

    void compare_row(const ArrowSchema& schema, const ArrowArray& result, std::size_t row) const {
        const BatchScorer::Exact& exact = rows_[row];
        expect(static_cast<const std::int8_t*>(child(schema, result, "status")->buffers[1])[row] == static_cast<std::int8_t>(exact.status));
        const Rounding shown = scorer_.rules().rulebook().shown;
        const Number low = round(exact.score.low, shown);
        const Number high = round(exact.score.high, shown);
        points(child(schema, result, "score"), row, scored(exact) && low == high ? &low : nullptr);
        points(child(schema, result, "score_low"), row, scored(exact) ? &low : nullptr);
        points(child(schema, result, "score_high"), row, scored(exact) ? &high : nullptr);
        points(child(schema, result, "points.total"), row, scored(exact) && low == high ? &low : nullptr);
        std::optional<std::string> issue;
        if (!exact.issues.empty()) issue = std::string(name(exact.issues.front().code)) + ": " + exact.issues.front().where;
        expect(text_at(*child(schema, result, "issue"), row) == issue);
        classes(schema, result, row);
        keys(schema, result, row);
        ranks(schema, result, row);
        kept(schema, result, row);
    }

    void points(const ArrowArray* array, std::size_t row, const Number* want) const {
        if (array == nullptr) return;
        expect(is_null(*array, row) == (want == nullptr));
        if (want == nullptr) return;
        if (options_.decimals) {
            const auto* halves = static_cast<const std::int64_t*>(array->buffers[1]) + 2 * row;
            expect(halves[1] == (halves[0] < 0 ? -1 : 0) && Number(halves[0]) == *want * Number(100));
        } else {
            expect(static_cast<const double*>(array->buffers[1])[row] == want->approximate());
        }
    }

    /// A from 15 points on, B below.
    void classes(const ArrowSchema& schema, const ArrowArray& result, std::size_t row) const {
        const BatchScorer::Exact& exact = rows_[row];
        const auto class_of = [](const Number& score) { return std::string(score < Number(15) ? "B" : "A"); };
        const auto check = [&](const char* column, const std::optional<std::string>& want) {
            const ArrowArray* array = child(schema, result, column);
            if (array == nullptr) return;
            expect(is_null(*array, row) == !want);
            const auto index = static_cast<const std::int16_t*>(array->buffers[1])[row];
            expect(index >= 0 && index < array->dictionary->length);
            if (want) expect(text_at(*array->dictionary, static_cast<std::size_t>(index)) == want);
        };
        const auto low = scored(exact) ? std::optional(class_of(exact.score.low)) : std::nullopt;
        const auto high = scored(exact) ? std::optional(class_of(exact.score.high)) : std::nullopt;
        check("class", low == high ? low : std::nullopt);
        check("class_low", low);
        check("class_high", high);
    }

    void keys(const ArrowSchema& schema, const ArrowArray& result, std::size_t row) const {
        const BatchScorer::Exact& exact = rows_[row];
        const auto check = [&](const char* column, bool holds, const Number& score) {
            const ArrowArray* array = child(schema, result, column);
            if (array != nullptr) expect(text_at(*array, row) == (holds ? std::optional(sort_key(score)) : std::nullopt));
        };
        check("key", scored(exact) && exact.score.decided(), exact.score.low);
        check("key_low", scored(exact), exact.score.low);
        check("key_high", scored(exact), exact.score.high);
    }

    /// The word of a column that is only kept; none where it is null, or there is no such column.
    [[nodiscard]] std::optional<std::string> word_of(std::string_view column, std::size_t row) const {
        for (const Made& each : made_) {
            if (each.node.name != column || each.words.empty() || !is_there(frame_, row)) continue;
            const std::string& word = each.words[static_cast<std::size_t>(each.node.offset + frame_.offset) + row];
            return word == "-" ? std::nullopt : std::optional(word);
        }
        return std::nullopt;
    }

    /// How many of the same period are certainly above a row, and how many may be; those that tie share the best place.
    void ranks(const ArrowSchema& schema, const ArrowArray& result, std::size_t row) const {
        const ArrowArray* best = child(schema, result, "rank_best");
        if (best == nullptr) return;
        const BatchScorer::Exact& own = rows_[row];
        expect(is_null(*best, row) == !scored(own));
        if (!scored(own)) return;
        std::size_t above = 0;
        std::size_t perhaps = 0;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const BatchScorer::Exact& other = rows_[i];
            if (!scored(other) || word_of("period", i) != word_of("period", row)) continue;
            above += other.score.low > own.score.high ? copies_ : 0;
            perhaps += other.score.high > own.score.low ? (i == row ? copies_ - 1 : copies_) : 0;
        }
        const ArrowArray* worst = child(schema, result, "rank_worst");
        expect(static_cast<const double*>(best->buffers[1])[row] == static_cast<double>(above + 1));
        expect(static_cast<const double*>(worst->buffers[1])[row] == static_cast<double>(perhaps + 1));
        expect(is_null(*child(schema, result, "rank"), row) == (above != perhaps));
    }

    void kept(const ArrowSchema& schema, const ArrowArray& result, std::size_t row) const {
        for (const Made& each : made_) {
            const ArrowArray* array = each.words.empty() ? nullptr : child(schema, result, each.node.name);
            if (array == nullptr) continue;
            expect(text_at(*array, row) == word_of(each.node.name, row));
        }
    }

    const BatchScorer& scorer_;
    const FrameOptions& options_;
    std::vector<Made> made_;
    const ArrowNode& frame_;
    std::size_t copies_;
    std::vector<BatchScorer::Exact> rows_{};
};

}  // namespace biaochi::fuzz
