/// @file
/// Differences between periods: by doubles where these settle the shown digits, otherwise exactly.

#include "biaochi/batch/change.hpp"

#include <cmath>
#include <optional>

#include "batch/answer.hpp"
#include "batch/score_table.hpp"
#include "biaochi/core/error.hpp"

namespace biaochi {
namespace {

using detail::RowIndex;
using detail::ScoreTable;
using detail::ShownEnd;

/// Rounds doubles as the rulebook shows points, where no value within their error would be rounded otherwise.
class ClearRounding {
public:
    explicit ClearRounding(Rounding rule) : rule_(rule), usable_(rule.places <= most_places) {
        for (int place = 0; place < rule.places && usable_; ++place) scale_ *= 10;
    }

    /// @param off  the value is less than that away from the exact one
    /// @return none where that does not settle it
    [[nodiscard]] std::optional<ShownEnd> round(double value, double off) const {
        constexpr double largest = static_cast<double>(std::int64_t{1} << 50U);
        constexpr double rounding_here = 8 * std::numeric_limits<double>::epsilon();
        const double scaled = value * scale_;
        if (!usable_ || !(std::abs(scaled) < largest)) return std::nullopt;
        const double wide = (off * scale_ + (std::abs(scaled) + 1) * rounding_here) * (1 + rounding_here);
        const double shift = to_nearest() ? 0.5 : 0;
        const double below = std::floor(scaled - wide + shift);
        if (below != std::floor(scaled + wide + shift)) return std::nullopt;
        const double units = goes_up(below) ? below + 1 : below;
        return ShownEnd{static_cast<std::int64_t>(units), units / scale_ + 0.0};
    }

private:
    static constexpr int most_places = 15;  ///< powers of ten up to it, and whole units, are exact doubles

    [[nodiscard]] bool to_nearest() const noexcept { return rule_.mode == RoundingMode::half_up || rule_.mode == RoundingMode::half_even; }

    /// @return whether a value strictly between a whole number and the next goes to the next
    [[nodiscard]] bool goes_up(double below) const noexcept {
        if (rule_.mode == RoundingMode::ceiling) return true;
        if (rule_.mode == RoundingMode::up) return below >= 0;
        return rule_.mode == RoundingMode::down && below < 0;
    }

    Rounding rule_;
    bool usable_;
    double scale_ = 1;
};

/// The changes of all rows, in two passes.
class Changes {
public:
    Changes(const ChangeRequest& request, ScoreTable& table, Rounding rule)
        : request_(request), table_(table), rule_(rule), clear_(rule), off_(table.gap()) {}

    /// Writes what doubles settle.
    void write_clear() {
        for (RowIndex row = 0; row < request_.rows; ++row) {
            detail::write_points(request_.change, row, {}, {});
            if (has_change(row) && !write_clear(row)) unclear_.push_back(row);
        }
    }

    /// @return rows whose exact scores the rest needs
    [[nodiscard]] std::vector<RowIndex> needed() const {
        std::vector<RowIndex> rows;
        std::vector<bool> noted(request_.rows);
        const auto note = [&](RowIndex row) {
            if (!noted[row]) rows.push_back(row);
            noted[row] = true;
        };
        for (const RowIndex row : unclear_) {
            note(row);
            note(previous(row));
        }
        return rows;
    }

    /// Writes the rest.
    void write_exact() const {
        for (const RowIndex row : unclear_) {
            const Interval now = table_.exact(row);
            const Interval then = table_.exact(previous(row));
            const ShownEnd low = detail::shown_end(now.low - then.high, rule_);
            const bool decided = now.decided() && then.decided();
            detail::write_points(request_.change, row, low, decided ? low : detail::shown_end(now.high - then.low, rule_));
        }
    }

private:
    [[nodiscard]] RowIndex previous(RowIndex row) const { return static_cast<RowIndex>(request_.previous[row]); }

    [[nodiscard]] bool has_change(RowIndex row) const {
        return request_.previous[row] != no_row && table_.has_score(row) && table_.has_score(previous(row));
    }

    bool write_clear(RowIndex row) const {
        const RowIndex then = previous(row);
        const std::optional<ShownEnd> low = clear_.round(table_.low(row) - table_.high(then), off_);
        const std::optional<ShownEnd> high = clear_.round(table_.high(row) - table_.low(then), off_);
        if (low && high) detail::write_points(request_.change, row, *low, *high);
        return low && high;
    }

    const ChangeRequest& request_;
    ScoreTable& table_;
    Rounding rule_;
    ClearRounding clear_;
    double off_;
    std::vector<RowIndex> unclear_{};
};

void check_previous(const ChangeRequest& request) {
    if (request.previous.size() != request.rows) throw Error(ErrorCode::out_of_range, "there must be one previous row a row, or no_row");
    for (const std::size_t row : request.previous) {
        if (row >= request.rows && row != no_row) throw Error(ErrorCode::out_of_range, "row " + std::to_string(row) + " does not exist");
    }
}

}  // namespace

bool score_changes(const BatchScorer& scorer, const ChangeRequest& request) {
    check_previous(request);
    const auto source = detail::score_source(scorer, request.columns, request.rows, request.threads, request.code);
    ScoreTable table(source, false);
    if (!table.fill(detail::stage(request.watch, request.rows, 0))) return false;
    Changes changes(request, table, scorer.rules().rulebook().shown);
    changes.write_clear();
    if (!table.make_exact(changes.needed(), detail::stage(request.watch, request.rows, 1))) return false;
    changes.write_exact();
    if (request.watch) request.watch(request.rows);
    return true;
}

void rank_changes(const double* ranks, const double* opposite, std::span<const std::size_t> previous, double* change) noexcept {
    for (std::size_t row = 0; row < previous.size(); ++row) {
        change[row] = previous[row] == no_row ? std::numeric_limits<double>::quiet_NaN() : opposite[previous[row]] - ranks[row];
    }
}

}  // namespace biaochi
