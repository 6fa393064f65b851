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
        block.settle(step.rule, Cuts{}, step.buffer, step.columns, ignored);
        std::copy_n(block.low_end_.value.data(), n(), block.low(step.buffer));
        std::copy_n(block.high_end_.value.data(), n(), block.high(step.buffer));
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
    scratch_.resize(given_.size() * room_);
    points_.resize(program_->buffers.size() * 2 * room_);
    x_.resize(given_.size());
    gathered_.resize(given_.size());
    for (End* end : {&low_end_, &high_end_}) {
        end->units.resize(room_);
        end->value.resize(room_);
        end->reached.resize(room_);
    }
    exact_.resize(room_);
    // What is not given stays missing.
    for (std::size_t i = 0; i < given_.size(); ++i) {
        if (given_[i] == nullptr) x_[i] = load_block(nullptr, 0, 0, room_, scratch_.data() + i * room_, kernel_);
    }
}

const double* const* BlockRun::gather(const std::vector<std::size_t>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) gathered_[i] = x_[columns[i]];
    return gathered_.data();
}

void BlockRun::run(std::size_t first, std::size_t rows) {
    padded_ = (rows + 7) / 8 * 8;
    for (std::size_t i = 0; i < given_.size(); ++i) {
        if (given_[i] != nullptr) x_[i] = load_block(given_[i], first, rows, padded_, scratch_.data() + i * room_, kernel_);
    }
    for (std::size_t i = 0; i < program_->buffers.size(); ++i) {
        std::fill_n(low(i), padded_, 0.0);
        std::fill_n(high(i), padded_, 0.0);
    }
    for (const Step& step : program_->steps) std::visit(StepRun{*this}, step);
}

bool BlockRun::settle(const Settle& rule, const Cuts& cuts, std::size_t buffer, const std::vector<std::size_t>& columns,
                      std::size_t& by_grid) {
    double* const reached_low = cuts.count == 0 ? nullptr : low_end_.reached.data();
    double* const reached_high = cuts.count == 0 ? nullptr : high_end_.reached.data();
    const double* const* x = gather(columns);
    bool open = kernel_.settle(rule, cuts, low(buffer), x, columns.size(), padded_,
                               {low_end_.units.data(), low_end_.value.data(), reached_low}, by_grid);
    if (std::memcmp(low(buffer), high(buffer), padded_ * sizeof(double)) == 0) {
        high_end_.units = low_end_.units;
        high_end_.value = low_end_.value;
        if (reached_high != nullptr) high_end_.reached = low_end_.reached;
        return open;
    }
    std::size_t again = 0;
    open = kernel_.settle(rule, cuts, high(buffer), x, columns.size(), padded_,
                          {high_end_.units.data(), high_end_.value.data(), reached_high}, again) ||
           open;
    return open;
}

namespace {

std::int64_t whole(double units) noexcept { return static_cast<std::int64_t>(units); }

/// The classes between two numbers of cuts reached.
ClassRange classes_between(const Ruleset& rules, double reached_low, double reached_high) {
    const auto& cuts = rules.cuts();
    if (cuts.empty()) return {no_class, no_class, rules.cuts_open() == no_index};
    const int shift = cuts.front().from ? 1 : 0;
    const int last = static_cast<int>(cuts.size()) - 1;
    const int low = static_cast<int>(reached_low) - shift;
    const int high = static_cast<int>(reached_high) - shift;
    if (high < 0 || low > last) return {};
    const int lowest = std::max(low, 0);
    const int highest = std::min(high, last);
    return {static_cast<std::int16_t>(lowest), static_cast<std::int16_t>(highest), lowest == highest};
}

}  // namespace

void BlockRun::write_rows(const BatchRequest& request, std::size_t first, std::size_t rows) {
    const double* const low_points = low(0);
    const double* const high_points = high(0);
    for (std::size_t i = 0; i < rows; ++i) {
        const double low_units = low_end_.units[i];
        const double high_units = high_end_.units[i];
        // Only NaN differs from itself; a row marked bad has one in its low points.
        if (!(low_units == low_units) || !(high_units == high_units)) {
            exact_[i] = 1;
            continue;
        }
        const std::size_t row = first + i;
        write_points(request.out.score, row, {whole(low_units), low_end_.value[i]}, {whole(high_units), high_end_.value[i]});
        const ClassRange classes = classes_between(data_.rules, low_end_.reached[i], high_end_.reached[i]);
        write_classes(request.out, row, classes);
        const bool decided = low_points[i] == high_points[i] && classes.decided;
        write_status(request.out, row, decided ? RowStatus::decided : RowStatus::undetermined);
    }
}

void BlockRun::write_part(const PartColumns& part, std::size_t first, std::size_t rows) {
    const auto found = std::find_if(program_->buffers.begin(), program_->buffers.end(),
                                    [&](const NodeBuffer& buffer) { return buffer.node == part.node; });
    std::size_t ignored = 0;
    settle(found->settle, Cuts{}, static_cast<std::size_t>(found - program_->buffers.begin()), found->columns, ignored);
    for (std::size_t i = 0; i < rows; ++i) {
        const double low_units = low_end_.units[i];
        const double high_units = high_end_.units[i];
        if (!(low_units == low_units) || !(high_units == high_units)) {
            exact_[i] = 1;
            continue;
        }
        write_points(part.points, first + i, {whole(low_units), low_end_.value[i]}, {whole(high_units), high_end_.value[i]});
    }
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
    Cuts cuts = program_->classes;
    cuts.at = program_->cuts.data();
    settle(program_->buffers.front().settle, cuts, 0, program_->buffers.front().columns, count_.by_grid);
    write_rows(request, first, rows);
    for (const PartColumns& part : request.parts) write_part(part, first, rows);
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

void BlockRun::on_grid(std::size_t first, std::size_t rows, double* low_to, double* high_to, double* on_grid_to) {
    estimate(first, rows, low_to, high_to);
    const std::vector<std::size_t>& columns = program_->buffers.front().columns;
    kernel_.on_grid(program_->grid.power, gather(columns), columns.size(), padded_, low_end_.value.data());
    std::copy_n(low_end_.value.data(), rows, on_grid_to);
}

}  // namespace biaochi::detail
