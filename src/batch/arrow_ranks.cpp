/// @file
/// Cohorts by the words of columns, columns joined over arrays, and their ranks.

#include "batch/arrow_ranks.hpp"

#include <cstring>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "batch/arrow_check.hpp"
#include "batch/arrow_text.hpp"
#include "batch/cells.hpp"
#include "biaochi/batch/ranks.hpp"

namespace biaochi::detail {
namespace {

/// Reads the words of a column that may not be there.
class NameReader {
public:
    NameReader(const FrameLayout& layout, const ArrowArray& array, const FrameName& name) {
        if (name.child == no_child) return;
        column_ = &layout.schema.children[name.child].name;
        reader_.emplace(*array.children[name.child], name.type);
    }

    /// @param there  whether the struct has the row; what its columns hold there otherwise is not looked at
    /// @return false where the array points beyond itself
    bool read(std::size_t row, bool there) {
        if (there) return !reader_ || reader_->read(row, word_);
        word_.reset();
        return true;
    }
    /// @return the word that was read; empty: none
    [[nodiscard]] std::string_view word() const noexcept { return word_ ? std::string_view(*word_) : std::string_view(); }
    [[nodiscard]] Issue wrong(std::size_t row) const {
        return make_issue(IssueCode::wrong_layout, column_place(*column_), {*column_, "values[" + std::to_string(row) + "]"});
    }

private:
    const std::string* column_ = nullptr;
    std::optional<TextReader> reader_;
    std::optional<std::string> word_;
};

bool value_bit(const Column& column, std::size_t row) noexcept {
    const std::size_t bit = column.offset + row;
    return ((static_cast<const std::uint8_t*>(column.values)[bit / 8] >> (bit % 8)) & 1U) != 0;
}

/// Joins one column of all parts.
class ColumnJoin {
public:
    ColumnJoin(std::span<const FrameColumns> parts, std::span<const std::size_t> rows, std::size_t index, std::vector<SharedBuffer>& held)
        : parts_(parts), rows_(rows), index_(index), total_(std::accumulate(rows.begin(), rows.end(), std::size_t{0})), held_(held) {}

    Column join() {
        Column whole = column(0);
        whole.offset = 0;
        whole.values = whole.type == CellType::bits ? bits(&value_bit) : bytes(cell_bytes(whole.type));
        whole.validity = any([](const Column& each) { return each.validity != nullptr; }) ? bits(&is_valid) : nullptr;
        whole.statuses = whole.statuses == nullptr ? nullptr : statuses();
        return whole;
    }

private:
    [[nodiscard]] const Column& column(std::size_t part) const { return parts_[part].columns[index_]; }

    template <class Holds>
    [[nodiscard]] bool any(Holds holds) const {
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            if (holds(column(part))) return true;
        }
        return false;
    }

    std::uint8_t* room(std::size_t size) {
        held_.push_back(make_buffer<std::uint8_t>(size));
        return held_.back()->as<std::uint8_t>();
    }

    const std::uint8_t* bytes(std::size_t width) {
        std::uint8_t* const all = room(total_ * width);
        std::uint8_t* out = all;
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            if (rows_[part] > 0) std::memcpy(out, value_at(column(part), 0), rows_[part] * width);
            out += rows_[part] * width;
        }
        return all;
    }

    const std::uint8_t* statuses() {
        std::uint8_t* const all = room(total_);
        std::uint8_t* out = all;
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            if (rows_[part] > 0) std::memcpy(out, column(part).statuses, rows_[part]);
            out += rows_[part];
        }
        return all;
    }

    const std::uint8_t* bits(bool (*holds)(const Column&, std::size_t)) {
        std::uint8_t* const all = room((total_ + 7) / 8);
        if (total_ > 0) std::memset(all, 0, (total_ + 7) / 8);
        std::size_t at = 0;
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            for (std::size_t row = 0; row < rows_[part]; ++row, ++at) {
                const unsigned bit = static_cast<unsigned>(holds(column(part), row)) << (at % 8);
                all[at / 8] = static_cast<std::uint8_t>(all[at / 8] | bit);
            }
        }
        return all;
    }

    std::span<const FrameColumns> parts_;
    std::span<const std::size_t> rows_;
    std::size_t index_;
    std::size_t total_;
    std::vector<SharedBuffer>& held_;
};

}  // namespace

void FrameCohorts::add(const ArrowArray& array, std::vector<Issue>& issues) {
    NameReader region(layout_, array, layout_.region);
    NameReader period(layout_, array, layout_.period);
    NameReader group(layout_, array, layout_.group);
    for (std::size_t row = 0; row < row_count(array); ++row) {
        const bool there = bit_at(validity_of(array), first_row(array) + row);
        for (NameReader* each : {&region, &period, &group}) {
            if (each->read(first_row(array) + row, there)) continue;
            issues.push_back(each->wrong(row));
            return;
        }
        numbers_.push_back(codes_.of(region.word(), period.word(), group.word()));
    }
    issues.insert(issues.end(), codes_.issues().begin(), codes_.issues().end());
}

FrameColumns join_columns(std::span<const FrameColumns> parts, std::span<const std::size_t> rows) {
    FrameColumns joined;
    if (parts.empty()) return joined;
    if (parts.size() == 1) return parts.front();
    joined.columns.reserve(parts.front().columns.size());
    for (std::size_t i = 0; i < parts.front().columns.size(); ++i) {
        joined.columns.push_back(ColumnJoin(parts, rows, i, joined.held).join());
    }
    return joined;
}

std::optional<RowRanks> rank_frame(const FrameLayout& layout, std::span<const Column> columns, std::size_t rows,
                                   const FrameCohorts& cohorts) {
    RowRanks ranks{make_buffer<double>(rows), make_buffer<double>(rows)};
    RankRequest request;
    request.columns = columns;
    request.rows = rows;
    request.cohorts = cohorts.numbers();
    request.best = ranks.best->as<double>();
    request.worst = ranks.worst->as<double>();
    request.threads = layout.options.threads;
    if (layout.options.watch) request.watch = [&](std::size_t) { return layout.options.watch(0); };
    if (!rank_rows(layout.scorer, request)) return std::nullopt;
    return ranks;
}

RowRanks part_of(const RowRanks& ranks, std::size_t first, std::size_t rows) {
    RowRanks part{make_buffer<double>(rows), make_buffer<double>(rows)};
    if (rows == 0) return part;
    std::memcpy(part.best->as<double>(), ranks.best->as<double>() + first, rows * sizeof(double));
    std::memcpy(part.worst->as<double>(), ranks.worst->as<double>() + first, rows * sizeof(double));
    return part;
}

}  // namespace biaochi::detail
