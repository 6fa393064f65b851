/// @file
/// Scoring a frame slice by slice, so that what is not handed out takes little room.

#include "batch/arrow_answer.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "batch/answer.hpp"
#include "batch/exact.hpp"
#include "batch/workers.hpp"
#include "biaochi/batch/ranks.hpp"

namespace biaochi::detail {
namespace {

/// Bytes for what a slice needs and the result does not have.
constexpr std::size_t slice_bytes = std::size_t{16} << 20;
constexpr std::size_t least_slice = std::size_t{1} << 14;

/// Rows whose keys one thread finds at once.
constexpr std::size_t key_rows = 1024;

/// The same columns, some rows later.
std::vector<Column> from_row(std::span<const Column> columns, std::size_t first) {
    std::vector<Column> later(columns.begin(), columns.end());
    for (Column& column : later) {
        column.offset += first;
        if (column.statuses != nullptr) column.statuses += first;
    }
    return later;
}

std::vector<std::string> class_ids(const Ruleset& rules) {
    std::vector<std::string> ids;
    ids.reserve(rules.cuts().size());
    for (const ClassCut& cut : rules.cuts()) ids.push_back(cut.id);
    return ids;
}

std::vector<std::string> status_names() {
    std::vector<std::string> names;
    for (const RowStatus status :
         {RowStatus::decided, RowStatus::undetermined, RowStatus::excluded, RowStatus::refused, RowStatus::bad_value}) {
        names.emplace_back(name(status));
    }
    return names;
}

ScoreKeys keys_of(const Interval& score, bool both_ends) {
    ScoreKeys keys;
    const bool decided = score.decided();
    if (decided || both_ends) keys.low = sort_key(score.low);
    if (decided) keys.decided = keys.low;
    if (both_ends) keys.high = decided ? keys.low : std::optional(sort_key(score.high));
    return keys;
}

}  // namespace

FrameAnswers::FrameAnswers(const FrameLayout& layout, std::size_t rows)
    : layout_(layout), rows_(rows), statuses_(make_buffer<std::uint8_t>(rows)), issue_texts_("issue", rows) {
    points_.reserve(layout.nodes.size() + 1);
    for (std::size_t i = 0; i <= layout.nodes.size(); ++i) points_.emplace_back(layout, rows);
    classes_.reserve(3);
    const int ends = layout.options.ranges ? 3 : 1;
    for (int i = 0; i < ends; ++i) classes_.emplace_back(rows);
    keys_.reserve(3);
    for (int i = 0; layout.options.key && i < ends; ++i) keys_.emplace_back("key", rows);
}

std::size_t FrameAnswers::slice_rows() const noexcept {
    const std::size_t keys = layout_.options.key ? sizeof(std::optional<std::string>) : 0;
    const std::size_t a_row = points_.size() * 2 * sizeof(double) + sizeof(std::uint8_t) + sizeof(std::uint32_t) + keys;
    return std::max(least_slice, slice_bytes / a_row / 64 * 64);
}

bool FrameAnswers::score(std::span<const Column> columns, std::size_t before) {
    const std::size_t most = slice_rows();
    for (std::size_t first = 0; first < rows_; first += most) {
        const std::size_t count = std::min(most, rows_ - first);
        const std::vector<Column> slice = from_row(columns, first);
        if (!score_slice(slice, first, count, before + first)) return false;
        take(first, count);
        if (layout_.options.key) add_keys(slice, count);
    }
    return true;
}

bool FrameAnswers::score_slice(std::span<const Column> columns, std::size_t first, std::size_t count, std::size_t before) {
    issue_codes_.resize(count);
    issue_slots_.resize(count);
    BatchRequest request;
    request.columns = columns;
    request.rows = count;
    request.threads = layout_.options.threads;
    request.out.score = points_.front().room(first, count);
    request.out.class_of = classes_.front().room(first);
    if (layout_.options.ranges) {
        request.out.class_low = classes_[1].room(first);
        request.out.class_high = classes_[2].room(first);
    }
    request.out.status = statuses_->as<RowStatus>() + first;
    request.out.issue = issue_codes_.data();
    request.out.issue_slot = issue_slots_.data();
    std::vector<PartColumns> parts(layout_.nodes.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].node = layout_.nodes[i];
        parts[i].points = points_[i + 1].room(first, count);
    }
    request.parts = parts;
    if (layout_.options.watch) request.watch = [&](std::size_t done) { return layout_.options.watch(before + done); };
    return !layout_.scorer.score(request).stopped;
}

void FrameAnswers::take(std::size_t first, std::size_t count) {
    for (PointAnswers& points : points_) points.take(first, count);
    for (ClassAnswers& classes : classes_) classes.take(first, count);
    const std::vector<Slot>& slots = layout_.scorer.rules().slots();
    for (std::size_t i = 0; i < count; ++i) {
        if (issue_codes_[i] == no_issue) {
            issue_texts_.add(std::nullopt);
        } else {
            std::string text(name(static_cast<IssueCode>(issue_codes_[i])));
            if (issue_slots_[i] < slots.size()) text += ": " + slots[issue_slots_[i]].id;
            issue_texts_.add(text);
        }
    }
}

void FrameAnswers::add_keys(std::span<const Column> columns, std::size_t count) {
    const BatchScorer& scorer = layout_.scorer;
    const bool both_ends = keys_.size() > 1;
    const Number unit = scorer.grid_unit();
    std::vector<std::int64_t> low(count);
    std::vector<std::int64_t> high(count);
    scorer.grid(columns, 0, count, low.data(), high.data());
    slice_keys_.assign(count, {});
    const unsigned workers = worker_count(layout_.options.threads);
    std::vector<std::unique_ptr<ExactRow>> rooms(workers);
    const auto find = [&](unsigned worker, std::size_t part) {
        if (!rooms[worker]) rooms[worker] = std::make_unique<ExactRow>(scorer.rules());
        ExactRow& exact = *rooms[worker];
        for (std::size_t i = part * key_rows; i < std::min(count, (part + 1) * key_rows); ++i) {
            if (low[i] != no_units) {
                slice_keys_[i] = keys_of({Number(low[i]) * unit, Number(high[i]) * unit}, both_ends);
                continue;
            }
            exact.score(columns, i);
            const bool scored = exact.status() == RowStatus::decided || exact.status() == RowStatus::undetermined;
            if (scored) slice_keys_[i] = keys_of(exact.card().nodes.front().points, both_ends);
        }
    };
    (void)do_parts(workers, (count + key_rows - 1) / key_rows, find);
    for (const ScoreKeys& keys : slice_keys_) {
        keys_.front().add(keys.decided);
        if (!both_ends) continue;
        keys_[1].add(keys.low);
        keys_[2].add(keys.high);
    }
}

std::vector<Issue> FrameAnswers::issues() const {
    std::vector<Issue> issues;
    const auto look_at = [&](const SparseTexts& texts) {
        if (std::optional<Issue> issue = texts.wrong()) issues.push_back(std::move(*issue));
    };
    look_at(issue_texts_);
    for (const SparseTexts& keys : keys_) look_at(keys);
    return issues;
}

TakenArray FrameAnswers::status_array() const {
    ArrayParts parts{static_cast<std::int64_t>(rows_), 0, {nullptr, statuses_}};
    parts.dictionary = text_array(status_names());
    return make_array(std::move(parts));
}

TakenArray FrameAnswers::array(const FrameField& field, const RowRanks& ranks) const {
    switch (field.kind) {
        case FieldKind::points:
            return points_[field.index].array(field.end);
        case FieldKind::class_of:
            return classes_[static_cast<std::size_t>(field.end)].array(class_ids(layout_.scorer.rules()));
        case FieldKind::issue:
            return issue_texts_.array();
        case FieldKind::rank:
            return rank_array(ranks, rows_, field.end);
        case FieldKind::key:
            return keys_[static_cast<std::size_t>(field.end)].array();
        default:
            return status_array();
    }
}

}  // namespace biaochi::detail
