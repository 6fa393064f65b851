/// @file
/// Scoring columns: rows by blocks, blocks by threads.

#include "biaochi/batch/batch.hpp"

#include <array>
#include <cmath>

#include "batch/data.hpp"
#include "batch/exact.hpp"
#include "biaochi/core/error.hpp"

namespace biaochi {

BatchScorer::BatchScorer(const Ruleset& rules) {
    if (rules.nodes().empty()) throw Error(ErrorCode::wrong_ruleset, "the rulebook has no score tree");
    data_ = std::make_shared<Data>(Data{rules});
}

const Ruleset& BatchScorer::rules() const noexcept { return data_->rules; }

bool BatchScorer::estimates() const noexcept { return false; }

double BatchScorer::error() const noexcept { return 0; }

BatchCount BatchScorer::score(const BatchRequest& request) const {
    if (has_errors(check(request.columns, request.rows))) throw Error(ErrorCode::out_of_range, "a column cannot be read; check() says why");
    detail::ExactRow exact(data_->rules);
    BatchCount count;
    for (std::size_t row = 0; row < request.rows; ++row) exact.answer(request, row);
    count.rows = count.exact = request.rows;
    return count;
}

void BatchScorer::estimate(std::span<const Column>, std::size_t, std::size_t rows, double* low, double* high, VectorCode) const {
    for (std::size_t i = 0; i < rows; ++i) low[i] = high[i] = std::nan("");
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

std::string_view name(VectorCode code) noexcept {
    constexpr std::array<std::string_view, 5> names{"best", "none", "plain", "avx2", "avx512"};
    return names[static_cast<std::size_t>(code)];
}

std::vector<VectorCode> vector_codes() { return {VectorCode::plain}; }

}  // namespace biaochi
