/// @file
/// Points, classes, texts and ranks of rows as Arrow arrays.

#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

#include "batch/arrow_answer.hpp"

namespace biaochi::detail {
namespace {

std::int64_t signed_size(std::size_t rows) noexcept { return static_cast<std::int64_t>(rows); }

/// Whole units as 16 bytes in two's complement, the lower half first.
void widen(const std::int64_t* units, std::size_t count, std::int64_t* out) noexcept {
    for (std::size_t i = 0; i < count; ++i) {
        out[2 * i] = units[i];
        out[2 * i + 1] = units[i] < 0 ? -1 : 0;
    }
}

}  // namespace

PointAnswers::PointAnswers(const FrameLayout& layout, std::size_t rows)
    : decimals_(layout.options.decimals), rows_(rows), settled_(rows), known_(rows) {
    const std::size_t width = decimals_ ? 2 : 1;
    low_ = make_buffer<double>(rows * width);
    if (layout.options.ranges) high_ = make_buffer<double>(rows * width);
}

PointColumns PointAnswers::room(std::size_t first, std::size_t count) {
    PointColumns columns;
    if (decimals_) {
        units_low_.resize(count);
        units_high_.resize(count);
        columns.low_units = units_low_.data();
        columns.high_units = units_high_.data();
        return columns;
    }
    columns.low = low_->as<double>() + first;
    if (high_ != nullptr) {
        columns.high = high_->as<double>() + first;
    } else {
        slice_high_.resize(count);
        columns.high = slice_high_.data();
    }
    return columns;
}

void PointAnswers::take(std::size_t first, std::size_t count) {
    if (decimals_) {
        settled_.fill(first, count, [&](std::size_t i) { return units_low_[i] == units_high_[i] && units_low_[i] != no_units; });
        known_.fill(first, count, [&](std::size_t i) { return units_low_[i] != no_units; });
        widen(units_low_.data(), count, low_->as<std::int64_t>() + 2 * first);
        if (high_ != nullptr) widen(units_high_.data(), count, high_->as<std::int64_t>() + 2 * first);
        return;
    }
    const double* low = low_->as<double>() + first;
    const double* high = high_ != nullptr ? high_->as<double>() + first : slice_high_.data();
    settled_.fill(first, count, [&](std::size_t i) { return low[i] == high[i]; });  // a NaN equals nothing
    known_.fill(first, count, [&](std::size_t i) { return !std::isnan(low[i]); });
}

TakenArray PointAnswers::array(FieldEnd end) const {
    const Bitmap& validity = end == FieldEnd::settled ? settled_ : known_;
    return make_array({signed_size(rows_), validity.nulls(), {validity.buffer(), end == FieldEnd::high ? high_ : low_}});
}

ClassAnswers::ClassAnswers(std::size_t rows) : rows_(rows), indices_(make_buffer<std::int16_t>(rows)), known_(rows) {}

void ClassAnswers::take(std::size_t first, std::size_t count) {
    std::int16_t* indices = room(first);
    known_.fill(first, count, [&](std::size_t i) { return indices[i] != no_class; });
    for (std::size_t i = 0; i < count; ++i) {
        if (indices[i] == no_class) indices[i] = 0;  // some readers look at indices under nulls too
    }
}

TakenArray ClassAnswers::array(const std::vector<std::string>& ids) const {
    ArrayParts parts{signed_size(rows_), known_.nulls(), {known_.buffer(), indices_}};
    parts.dictionary = text_array(ids);
    return make_array(std::move(parts));
}

SparseTexts::SparseTexts(std::string name, std::size_t rows)
    : name_(std::move(name)),
      rows_(rows),
      ends_(make_buffer<std::int32_t>(rows + 1)),
      validity_(make_buffer<std::uint8_t>((rows + 7) / 8)) {
    ends_->as<std::int32_t>()[0] = 0;
}

void SparseTexts::add(const std::optional<std::string>& text) {
    auto& byte = validity_->as<std::uint8_t>()[added_ / 8];
    const unsigned bit = 1U << (added_ % 8);
    if (added_ % 8 == 0) byte = 0;
    if (text) {
        bytes_ += *text;
        byte = static_cast<std::uint8_t>(byte | bit);
    } else {
        ++nulls_;
    }
    ends_->as<std::int32_t>()[++added_] = static_cast<std::int32_t>(bytes_.size() & std::numeric_limits<std::int32_t>::max());
}

std::optional<Issue> SparseTexts::wrong() const {
    constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
    if (bytes_.size() <= most) return std::nullopt;
    return make_issue(IssueCode::too_large, column_place(name_), {std::to_string(bytes_.size()), std::to_string(most)});
}

TakenArray SparseTexts::array() const {
    const SharedBuffer data = make_buffer<char>(bytes_.size());
    if (!bytes_.empty()) std::memcpy(data->as<char>(), bytes_.data(), bytes_.size());
    return make_array({signed_size(rows_), nulls_, {nulls_ == 0 ? nullptr : validity_, ends_, data}});
}

TakenArray rank_array(const RowRanks& ranks, std::size_t rows, FieldEnd end) {
    const double* best = ranks.best->as<double>();
    const double* worst = ranks.worst->as<double>();
    Bitmap validity(rows);
    const bool settled = end == FieldEnd::settled;
    validity.fill(0, rows, [&](std::size_t i) { return settled ? best[i] == worst[i] : !std::isnan(best[i]); });
    return make_array({signed_size(rows), validity.nulls(), {validity.buffer(), end == FieldEnd::high ? ranks.worst : ranks.best}});
}

}  // namespace biaochi::detail
