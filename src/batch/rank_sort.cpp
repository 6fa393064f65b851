/// @file
/// Ends put into cohorts, and sorted.

#include <unordered_map>

#include "batch/rank_order.hpp"

namespace biaochi::detail {
namespace {

/// A cohort with fewer ends is sorted by one thread.
constexpr std::size_t least_to_share = std::size_t{1} << 16U;

template <class At>
void sort_part(std::span<End<At>> ends) {
    std::sort(ends.begin(), ends.end(), [](const End<At>& a, const End<At>& b) { return a.at > b.at; });
}

/// Sorts by parts, and merges neighbours until there is one.
template <class At>
void sort_shared(std::span<End<At>> ends, unsigned workers) {
    const auto higher = [](const End<At>& a, const End<At>& b) { return a.at > b.at; };
    const auto edge = [&](std::size_t part) { return ends.size() * std::min<std::size_t>(part, workers) / workers; };
    const auto part = [&](std::size_t from, std::size_t to) { return ends.subspan(edge(from), edge(to) - edge(from)); };
    do_parts(workers, workers, [&](unsigned, std::size_t i) { sort_part(part(i, i + 1)); });
    for (std::size_t width = 1; width < workers; width *= 2) {
        do_parts(workers, (workers + 2 * width - 1) / (2 * width), [&](unsigned, std::size_t i) {
            const std::span<End<At>> both = part(2 * width * i, 2 * width * (i + 1));
            const auto middle = both.begin() + static_cast<std::ptrdiff_t>(edge(2 * width * i + width) - edge(2 * width * i));
            std::inplace_merge(both.begin(), middle, both.end(), higher);
        });
    }
}

/// @return how many ends a cohort has, as places where the cohorts start
template <class Table>
std::vector<std::size_t> starts_of(const Table& table, std::span<const RowIndex> rows, const std::vector<std::uint32_t>& numbers,
                                   std::size_t cohorts) {
    std::vector<std::size_t> starts(cohorts + 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        starts[(numbers.empty() ? 0 : numbers[i]) + std::size_t{1}] += table.low(rows[i]) == table.high(rows[i]) ? 1 : 2;
    }
    for (std::size_t cohort = 0; cohort < cohorts; ++cohort) starts[cohort + 1] += starts[cohort];
    return starts;
}

}  // namespace

std::vector<std::uint32_t> number_cohorts(std::span<const RowIndex> rows, const std::uint32_t* cohorts, std::size_t& count) {
    count = 1;
    if (cohorts == nullptr) return {};
    std::vector<std::uint32_t> numbers(rows.size());
    std::unordered_map<std::uint32_t, std::uint32_t> known;
    std::uint32_t last = 0;
    std::uint32_t last_number = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint32_t code = cohorts[rows[i]];
        if (known.empty() || code != last) {
            last_number = known.try_emplace(code, static_cast<std::uint32_t>(known.size())).first->second;
            last = code;
        }
        numbers[i] = last_number;
    }
    count = std::max<std::size_t>(1, known.size());
    return numbers;
}

template <class Table>
SortedEnds<typename Table::At> sort_ends(const Table& table, std::span<const RowIndex> rows, const std::uint32_t* cohorts,
                                         unsigned workers) {
    using At = typename Table::At;
    std::size_t count = 0;
    const std::vector<std::uint32_t> numbers = number_cohorts(rows, cohorts, count);
    SortedEnds<At> sorted;
    sorted.starts = starts_of(table, rows, numbers, count);
    sorted.ends.resize(sorted.starts.back());
    std::vector<std::size_t> next(sorted.starts.begin(), sorted.starts.end() - 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const RowIndex row = rows[i];
        std::size_t& place = next[numbers.empty() ? 0 : numbers[i]];
        const bool one = table.low(row) == table.high(row);
        sorted.ends[place++] = {table.high(row), {row, one ? Side::both : Side::high}};
        if (!one) sorted.ends[place++] = {table.low(row), {row, Side::low}};
    }
    const auto cohort = [&](std::size_t i) {
        return std::span<End<At>>(sorted.ends).subspan(sorted.starts[i], sorted.starts[i + 1] - sorted.starts[i]);
    };
    const auto is_large = [&](std::size_t i) { return workers > 1 && cohort(i).size() >= least_to_share; };
    do_parts(workers, count, [&](unsigned, std::size_t i) {
        if (!is_large(i)) sort_part(cohort(i));
    });
    for (std::size_t i = 0; i < count; ++i) {
        if (is_large(i)) sort_shared(cohort(i), workers);
    }
    return sorted;
}

template SortedEnds<double> sort_ends(const ScoreTable&, std::span<const RowIndex>, const std::uint32_t*, unsigned);
template SortedEnds<std::int64_t> sort_ends(const UnitTable&, std::span<const RowIndex>, const std::uint32_t*, unsigned);

}  // namespace biaochi::detail
