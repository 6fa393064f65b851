/// @file
/// Steps run over a block, and its answers written.

#include "batch/block.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "batch/answer.hpp"
#include "batch/load.hpp"

namespace biaochi::detail {

/// Runs single steps.
struct StepRun {
    BlockRun& block;

    [[nodiscard]] const double* x(std::size_t column) const { return block.x_[column]; }
    [[nodiscard]] bool is_given(std::size_t column) const { return block.given_[column] != nullptr; }
    [[nodiscard]] std::size_t n() const { return block.padded_; }
    [[nodiscard]] const Kernel& kernel() const { return block.kernel_; }

    void operator()(const PieceStep& step) const {
        Pieces rule = step.rule;
        rule.from = step.from.data();
        rule.at = step.at.data();
        rule.slope = step.slope.data();
        rule.width = step.width.data();
        kernel().pieces(rule, x(step.column), n(), block.low(step.into), block.high(step.into));
    }
    void operator()(const InverseStep& step) const {
        kernel().inverse(step.rule, x(step.column), n(), block.low(step.into), block.high(step.into));
    }
    void operator()(const CountStep& step) const {
        kernel().counts(step.lines.data(), step.lines.size(), block.gather(step.columns), step.cap, n(), block.low(step.into),
                        block.high(step.into));
    }
    void operator()(const OptionStep& step) const {
        std::vector<OptionSet> sets = step.sets;
        for (std::size_t i = 0; i < sets.size(); ++i) sets[i].points = step.points[i].data();
        kernel().options(sets.data(), sets.size(), block.gather(step.columns), step.cap, n(), block.low(step.into), block.high(step.into));
    }
    void operator()(const LimitStep& step) const { kernel().limit(step.cap, n(), block.low(step.buffer), block.high(step.buffer)); }
    void operator()(const RoundStep& step) const {
        std::size_t ignored = 0;
        // What is not settled becomes NaN here, and so goes the exact way.
        static_cast<void>(block.settle(step.rule, Cuts{}, step.buffer, step.columns, ignored));
        std::copy_n(block.low_end_.value, n(), block.low(step.buffer));
        std::copy_n(block.high_->value, n(), block.high(step.buffer));
    }
    void operator()(const AddStep& step) const {
        kernel().add(block.low(step.from), block.high(step.from), step.factor, n(), block.low(step.into), block.high(step.into));
    }
    void operator()(const CheckStep& step) const {
        if (is_given(step.column)) kernel().check(step.range, x(step.column), n(), block.low(0));
    }
    void operator()(const PartStep& step) const {
        if (!is_given(step.part) || !is_given(step.whole)) return;
        kernel().part_of(x(step.part), x(step.whole), step.factor, n(), block.low(0));
    }
};

BlockRun::BlockRun(const BatchScorer::Data& data, const Program* program, const Kernel& kernel, std::span<const Column> columns,
                   std::size_t rows)
    : data_(data), program_(program), kernel_(kernel), columns_(columns), room_((std::min(rows, block_rows) + 7) / 8 * 8) {
    if (program_ == nullptr) return;
    std::vector<const Column*> by_slot(data.rules.slots().size());
    for (const Column& column : columns) by_slot[column.slot] = &column;
    given_.reserve(program_->slots.size());
    for (const std::size_t slot : program_->slots) given_.push_back(by_slot[slot]);
    const std::size_t ends = given_.size() + 2 * program_->buffers.size();
    doubles_.resize((ends + 6) * room_);
    scratch_ = doubles_.data();
    points_ = scratch_ + given_.size() * room_;
    double* next = scratch_ + ends * room_;
    for (double** const part :
         {&low_end_.units, &low_end_.value, &low_end_.reached, &high_end_.units, &high_end_.value, &high_end_.reached}) {
        *part = next;
        next += room_;
    }
    x_.resize(given_.size());
    gathered_.resize(given_.size());
    exact_.resize(room_);
    // What is not given stays missing.
    for (std::size_t i = 0; i < given_.size(); ++i) {
        if (given_[i] == nullptr) x_[i] = load_block(nullptr, 0, 0, room_, scratch_ + i * room_, kernel_);
    }
}

const double* const* BlockRun::gather(const std::vector<std::size_t>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) gathered_[i] = x_[columns[i]];
    return gathered_.data();
}

void BlockRun::run(std::size_t first, std::size_t rows) {
    padded_ = (rows + 7) / 8 * 8;
    for (std::size_t i = 0; i < given_.size(); ++i) {
        if (given_[i] != nullptr) x_[i] = load_block(given_[i], first, rows, padded_, scratch_ + i * room_, kernel_);
    }
    for (std::size_t i = 0; i < program_->buffers.size(); ++i) {
        std::fill_n(low(i), padded_, 0.0);
        std::fill_n(high(i), padded_, 0.0);
    }
    for (const Step& step : program_->steps) std::visit(StepRun{*this}, step);
}

bool BlockRun::settle(const Settle& rule, const Cuts& cuts, std::size_t buffer, const std::vector<std::size_t>& columns,
                      std::size_t& by_grid) {
    const bool classed = cuts.count != 0;
    const double* const* x = gather(columns);
    const Settled low_out{low_end_.units, low_end_.value, classed ? low_end_.reached : nullptr};
    bool open = kernel_.settle(rule, cuts, low(buffer), x, columns.size(), padded_, low_out, by_grid);
    high_ = &low_end_;
    if (std::memcmp(low(buffer), high(buffer), padded_ * sizeof(double)) == 0) return open;
    high_ = &high_end_;
    std::size_t again = 0;
    const Settled high_out{high_end_.units, high_end_.value, classed ? high_end_.reached : nullptr};
    return kernel_.settle(rule, cuts, high(buffer), x, columns.size(), padded_, high_out, again) || open;
}

namespace {

/// NaN is no whole number; its row goes the exact way and is written again.
std::int64_t whole(double units) noexcept { return units == units ? static_cast<std::int64_t>(units) : 0; }

void copy_units(const double* units, std::size_t rows, std::int64_t* to) {
    if (to == nullptr) return;
    for (std::size_t i = 0; i < rows; ++i) to[i] = whole(units[i]);
}

void copy_values(const double* values, std::size_t rows, double* to) {
    if (to != nullptr) std::copy_n(values, rows, to);
}

template <class T>
T* from_row(T* column, std::size_t first) noexcept {
    return column == nullptr ? nullptr : column + first;
}

}  // namespace

void BlockRun::write_ends(const PointColumns& out, std::size_t first, std::size_t rows) const {
    copy_values(low_end_.value, rows, from_row(out.low, first));
    copy_values(high_->value, rows, from_row(out.high, first));
    copy_units(low_end_.units, rows, from_row(out.low_units, first));
    copy_units(high_->units, rows, from_row(out.high_units, first));
}

void BlockRun::mark_open(std::size_t rows) {
    for (std::size_t i = 0; i < rows; ++i) {
        // Only NaN differs from itself.
        const bool settled = low_end_.units[i] == low_end_.units[i] && high_->units[i] == high_->units[i];
        if (!settled) exact_[i] = 1;
    }
    any_exact_ = true;
}

void BlockRun::write_decided(const RowColumns& out, std::size_t first, std::size_t rows) const {
    const auto& cuts = data_.rules.cuts();
    const int shift = !cuts.empty() && cuts.front().from ? 1 : 0;
    const int last = static_cast<int>(cuts.size()) - 1;
    for (std::int16_t* const column : {out.class_of, out.class_low, out.class_high}) {
        if (column == nullptr) continue;
        for (std::size_t i = 0; i < rows; ++i) {
            const int reached = static_cast<int>(low_end_.reached[i]) - shift;
            column[first + i] = static_cast<std::int16_t>(reached > last ? no_class : reached);
        }
    }
    if (out.status != nullptr) std::fill_n(out.status + first, rows, RowStatus::decided);
}

void BlockRun::write_classes_of(const RowColumns& out, std::size_t first, std::size_t rows) {
    const auto& cuts = data_.rules.cuts();
    const int shift = !cuts.empty() && cuts.front().from ? 1 : 0;
    const int last = static_cast<int>(cuts.size()) - 1;
    const bool unread = data_.rules.cuts_open() != no_index;
    if (high_ == &low_end_ && !unread) return write_decided(out, first, rows);
    const double* const low_points = low(0);
    const double* const high_points = high(0);
    for (std::size_t i = 0; i < rows; ++i) {
        const int lowest = std::max(static_cast<int>(low_end_.reached[i]) - shift, 0);
        const int highest = std::min(static_cast<int>(high_->reached[i]) - shift, last);
        const bool any = lowest <= highest;
        const bool decided = lowest >= highest && !unread;
        const auto low_class = static_cast<std::int16_t>(any ? lowest : no_class);
        const auto high_class = static_cast<std::int16_t>(any ? highest : no_class);
        write_classes(out, first + i, {low_class, high_class, decided});
        if (out.status != nullptr) {
            out.status[first + i] = decided && low_points[i] == high_points[i] ? RowStatus::decided : RowStatus::undetermined;
        }
    }
}

void BlockRun::write_rows(const BatchRequest& request, std::size_t first, std::size_t rows) {
    write_ends(request.out.score, first, rows);
    write_classes_of(request.out, first, rows);
    if (request.out.issue != nullptr) std::fill_n(request.out.issue + first, rows, no_issue);
    if (request.out.issue_slot != nullptr) std::fill_n(request.out.issue_slot + first, rows, no_issue_slot);
}

void BlockRun::write_part(const PartColumns& part, std::size_t first, std::size_t rows) {
    const std::size_t buffer = program_->buffer_of_node[part.node];
    const NodeBuffer& node = program_->buffers[buffer];
    std::size_t ignored = 0;
    if (settle(node.settle, Cuts{}, buffer, node.columns, ignored)) mark_open(rows);
    write_ends(part.points, first, rows);
    if (part.segment != nullptr) write_segments(part, first, rows);
}

void BlockRun::write_segments(const PartColumns& part, std::size_t first, std::size_t rows) {
    const auto* rule = std::get_if<SegmentRule>(&data_.rules.nodes()[part.node].rule);
    const auto found = rule == nullptr ? program_->slots.end() : std::find(program_->slots.begin(), program_->slots.end(), rule->slot);
    for (std::size_t i = 0; i < rows; ++i) part.segment[first + i] = -1;
    if (found == program_->slots.end()) return;
    const double* const x = x_[static_cast<std::size_t>(found - program_->slots.begin())];
    const auto& edges = data_.segment_edges[part.node];
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t k = 0; k < edges.size(); ++k) {
            if (x[i] >= edges[k].from && x[i] < edges[k].to) part.segment[first + i] = static_cast<std::int16_t>(k);
        }
    }
}

void BlockRun::answer_exactly(const BatchRequest& request, std::size_t row) {
    if (!exact_row_) exact_row_ = std::make_unique<ExactRow>(data_.rules);
    exact_row_->answer(request, row);
    ++count_.exact;
}

void BlockRun::answer(const BatchRequest& request, std::size_t first, std::size_t rows) {
    count_.rows += rows;
    if (program_ == nullptr) {
        for (std::size_t i = 0; i < rows; ++i) answer_exactly(request, first + i);
        return;
    }
    run(first, rows);
    std::fill_n(exact_.begin(), rows, static_cast<unsigned char>(0));
    any_exact_ = false;
    Cuts cuts = program_->classes;
    cuts.at = program_->cuts.data();
    if (settle(program_->buffers.front().settle, cuts, 0, program_->buffers.front().columns, count_.by_grid)) mark_open(rows);
    write_rows(request, first, rows);
    for (const PartColumns& part : request.parts) write_part(part, first, rows);
    if (!any_exact_) return;
    for (std::size_t i = 0; i < rows; ++i) {
        if (exact_[i] != 0) answer_exactly(request, first + i);
    }
}

void BlockRun::estimate(std::size_t first, std::size_t rows, double* low_to, double* high_to) {
    run(first, rows);
    for (std::size_t i = 0; i < rows; ++i) {
        const bool known = std::isfinite(low(0)[i]) && std::isfinite(high(0)[i]);
        low_to[i] = known ? low(0)[i] : std::nan("");
        high_to[i] = known ? high(0)[i] : std::nan("");
    }
}

void BlockRun::grid(std::size_t first, std::size_t rows, std::int64_t* low_to, std::int64_t* high_to) {
    run(first, rows);
    const std::vector<std::size_t>& columns = program_->buffers.front().columns;
    double* const fits = low_end_.value;
    kernel_.on_grid(program_->grid.power, gather(columns), columns.size(), padded_, fits);
    for (std::size_t i = 0; i < rows; ++i) {
        const bool known = fits[i] != 0 && std::isfinite(low(0)[i]) && std::isfinite(high(0)[i]);
        low_to[i] = known ? std::llround(low(0)[i] * program_->grid.steps) : no_units;
        high_to[i] = known ? std::llround(high(0)[i] * program_->grid.steps) : no_units;
    }
}

}  // namespace biaochi::detail
