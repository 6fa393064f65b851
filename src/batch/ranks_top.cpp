/// @file
/// The first few of many rows, by selection instead of sorting.
///
/// The count-th highest lower end is a mark: of the rows whose upper end is below it, none has a rank of count or better, since count
/// rows are surely above it. All that lie above one of the others are among the others, so their ranks among themselves are their ranks.
/// Dense ranks count values, not rows: there the mark is put lower until a rank beyond count is seen.

#include <algorithm>
#include <functional>
#include <optional>

#include "batch/rank_order.hpp"
#include "biaochi/batch/ranks.hpp"

namespace biaochi {
namespace {

using detail::RankColumns;
using detail::RowIndex;
using detail::ScoreSource;
using detail::ScoreTable;
using detail::UnitTable;
using detail::Watch;

using Rows = std::vector<RowIndex>;

/// Keeps the rows whose upper end is not surely below the place-th highest lower end.
template <class Table>
Rows rough_contenders(const Table& table, const Rows& rows, std::size_t place) {
    if (place >= rows.size()) return rows;
    std::vector<typename Table::At> lows;
    lows.reserve(rows.size());
    for (const RowIndex row : rows) lows.push_back(table.low(row));
    const auto mark = lows.begin() + static_cast<std::ptrdiff_t>(place - 1);
    std::nth_element(lows.begin(), mark, lows.end(), std::greater<>());
    Rows kept;
    for (const RowIndex row : rows) {
        if (!table.surely_below(table.high(row), *mark)) kept.push_back(row);
    }
    return kept;
}

std::optional<Rows> contenders(const UnitTable& table, const Rows& rows, std::size_t place, const Watch&) {
    return rough_contenders(table, rows, place);
}

/// The doubles leave a few too many, which their exact scores take off.
/// @return none where @p watch stopped it
std::optional<Rows> contenders(ScoreTable& table, const Rows& rows, std::size_t place, const Watch& watch) {
    Rows close = rough_contenders(table, rows, place);
    if (close.size() == rows.size()) return close;
    if (!table.make_exact(close, watch)) return std::nullopt;
    std::vector<Number> lows;
    lows.reserve(close.size());
    for (const RowIndex row : close) lows.push_back(table.exact(row).low);
    const auto mark = lows.begin() + static_cast<std::ptrdiff_t>(place - 1);
    std::nth_element(lows.begin(), mark, lows.end(), std::greater<>());
    std::erase_if(close, [&](RowIndex row) { return table.exact(row).high < *mark; });
    return close;
}

bool rank_some(ScoreTable& table, const ScoreSource&, const Rows& rows, const RankColumns& out, const Watch& watch) {
    return rank(table, rows, nullptr, out, watch);
}

bool rank_some(const UnitTable& table, const ScoreSource& source, const Rows& rows, const RankColumns& out, const Watch&) {
    rank(table, source, rows, nullptr, out);
    return true;
}

/// @return none where @p watch stopped it
template <class Table>
std::vector<std::size_t> top_of(Table& table, const ScoreSource& source, std::size_t count, const Watch& watch) {
    constexpr std::size_t wider = 4;
    const Rows rows = scored_rows(table);
    std::vector<double> best(table.rows());
    std::vector<double> worst(table.rows());
    const auto within = [&](RowIndex row) { return best[row] <= static_cast<double>(count); };
    const bool dense = source.scorer.rules().rulebook().ranking.ties == Ties::dense;
    std::optional<Rows> some;
    for (std::size_t place = std::min(count, rows.size());; place = std::min(rows.size(), place * wider)) {
        some = contenders(table, rows, place, watch);
        if (!some || !rank_some(table, source, *some, {best.data(), worst.data()}, watch)) return {};
        if (!dense || some->size() == rows.size() || !std::all_of(some->begin(), some->end(), within)) break;
    }
    std::erase_if(*some, [&](RowIndex row) { return !within(row); });
    std::sort(some->begin(), some->end(), [&](RowIndex a, RowIndex b) { return best[a] != best[b] ? best[a] < best[b] : a < b; });
    return {some->begin(), some->end()};
}

}  // namespace

std::vector<std::size_t> top_rows(const BatchScorer& scorer, std::span<const Column> columns, std::size_t rows, std::size_t count,
                                  unsigned threads, VectorCode code, const std::function<bool(std::size_t done)>& watch) {
    const Watch scoring = detail::stage(watch, rows, 0);
    const Watch ranking = detail::stage(watch, rows, 1);
    const ScoreSource source = detail::score_source(scorer, columns, rows, threads, code);
    if (count == 0) return {};
    const bool rounded = scorer.rules().rulebook().ranking.compare == Compare::rounded;
    if (rounded) {
        UnitTable table(source);
        if (!table.fill(scoring)) return {};
        if (table.all_fit()) return top_of(table, source, count, ranking);
    }
    ScoreTable table(source, true);
    if (!table.fill(rounded ? ranking : scoring)) return {};
    return top_of(table, source, count, ranking);
}

}  // namespace biaochi
