/// @file
/// Scoring columns: rows by blocks, blocks by threads.

#include "biaochi/batch/batch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "batch/block.hpp"
#include "batch/choose.hpp"
#include "batch/data.hpp"
#include "batch/edges.hpp"
#include "batch/exact.hpp"
#include "batch/threads.hpp"
#include "biaochi/core/error.hpp"

namespace biaochi {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

BatchScorer::Data::Edges edges_of(const Segment& segment) {
    BatchScorer::Data::Edges edges{-infinity, infinity};
    if (segment.from) edges.from = segment.from_included ? detail::first_at_or_above(*segment.from) : detail::first_above(*segment.from);
    if (segment.to) edges.to = segment.to_included ? detail::first_above(*segment.to) : detail::first_at_or_above(*segment.to);
    return edges;
}

std::vector<std::vector<BatchScorer::Data::Edges>> all_edges(const Ruleset& rules) {
    std::vector<std::vector<BatchScorer::Data::Edges>> all(rules.nodes().size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto* rule = std::get_if<SegmentRule>(&rules.nodes()[i].rule);
        if (rule == nullptr) continue;
        all[i].reserve(rule->segments.size());
        for (const Segment& segment : rule->segments) all[i].push_back(edges_of(segment));
    }
    return all;
}

const detail::Program* pointer_to(const std::optional<detail::Program>& program) { return program ? &*program : nullptr; }

}  // namespace

BatchScorer::BatchScorer(const Ruleset& rules) {
    if (rules.nodes().empty()) throw Error(ErrorCode::wrong_ruleset, "the rulebook has no score tree");
    data_ = std::make_shared<Data>(Data{rules, detail::make_program(rules, false), detail::make_program(rules, true), all_edges(rules)});
}

const Ruleset& BatchScorer::rules() const noexcept { return data_->rules; }

bool BatchScorer::estimates() const noexcept { return data_->totals.has_value(); }

double BatchScorer::error() const noexcept { return data_->totals ? data_->totals->buffers.front().bound.error : 0; }

BatchCount BatchScorer::score(const BatchRequest& request) const {
    if (has_errors(check(request.columns, request.rows))) throw Error(ErrorCode::out_of_range, "a column cannot be read; check() says why");
    for (const PartColumns& part : request.parts) {
        if (part.node >= data_->rules.nodes().size()) throw Error(ErrorCode::out_of_range, "a part has no node of that index");
    }
    const detail::Program* program = pointer_to(request.parts.empty() ? data_->totals : data_->parts);
    if (request.code == VectorCode::none) program = nullptr;
    const detail::Kernel& kernel = detail::kernel_of(request.code);
    return detail::answer_blocks(*data_, program, kernel, request);
}

void BatchScorer::estimate(std::span<const Column> columns, std::size_t first, std::size_t rows, double* low, double* high,
                           VectorCode code) const {
    if (!data_->totals || code == VectorCode::none) {
        std::fill_n(low, rows, std::nan(""));
        std::fill_n(high, rows, std::nan(""));
        return;
    }
    detail::BlockRun run(*data_, &*data_->totals, detail::kernel_of(code), columns, rows);
    for (std::size_t done = 0; done < rows; done += detail::block_rows) {
        run.estimate(first + done, std::min(detail::block_rows, rows - done), low + done, high + done);
    }
}

Number BatchScorer::grid_unit() const { return data_->totals && data_->totals->grid.usable ? data_->totals->grid.unit : Number(); }

void BatchScorer::grid(std::span<const Column> columns, std::size_t first, std::size_t rows, std::int64_t* low, std::int64_t* high) const {
    std::fill_n(low, rows, no_units);
    std::fill_n(high, rows, no_units);
    if (!data_->totals || !data_->totals->grid.usable) return;
    detail::BlockRun run(*data_, &*data_->totals, detail::kernel_of(VectorCode::best), columns, rows);
    for (std::size_t done = 0; done < rows; done += detail::block_rows) {
        run.grid(first + done, std::min(detail::block_rows, rows - done), low + done, high + done);
    }
}

BatchScorer::Exact BatchScorer::exact(std::span<const Column> columns, std::size_t row) const {
    detail::ExactRow exact(data_->rules);
    exact.score(columns, row);
    Exact answer;
    answer.status = exact.status();
    answer.issues = exact.issues();
    if (answer.status == RowStatus::decided || answer.status == RowStatus::undetermined) answer.score = exact.card().nodes.front().points;
    return answer;
}

std::string_view name(RowStatus status) noexcept {
    constexpr std::array<std::string_view, 5> names{"decided", "undetermined", "excluded", "refused", "bad_value"};
    return names[static_cast<std::size_t>(status)];
}

}  // namespace biaochi
