/// @file
/// Which row is that of the year before.

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "biaochi/batch/change.hpp"
#include "biaochi/core/error.hpp"
#include "record/earlier.hpp"

namespace biaochi {
namespace {

constexpr std::uint32_t no_period = UINT32_MAX;

/// @return for each period the one a year earlier, where it is there
std::vector<std::uint32_t> periods_before(std::span<const std::string> texts) {
    std::unordered_map<std::string_view, std::uint32_t> places;
    for (std::size_t i = 0; i < texts.size(); ++i) places.try_emplace(texts[i], static_cast<std::uint32_t>(i));
    std::vector<std::uint32_t> before(texts.size(), no_period);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::optional<std::string> text = earlier(texts[i], 1);
        const auto found = text ? places.find(*text) : places.end();
        if (found != places.end()) before[i] = found->second;
    }
    return before;
}

/// Rows by period and region.
class RowsByKey {
public:
    RowsByKey(std::span<const std::uint32_t> regions, std::span<const std::uint32_t> periods) {
        places_.reserve(regions.size());
        for (std::size_t row = 0; row < regions.size(); ++row) places_.emplace_back(key(periods[row], regions[row]), row);
        std::sort(places_.begin(), places_.end());
    }

    [[nodiscard]] std::size_t find(std::uint32_t period, std::uint32_t region) const {
        const auto found = std::lower_bound(places_.begin(), places_.end(), std::pair(key(period, region), std::size_t{0}));
        return found != places_.end() && found->first == key(period, region) ? found->second : no_row;
    }

private:
    static std::uint64_t key(std::uint32_t period, std::uint32_t region) noexcept {
        constexpr unsigned half = 32;
        return (std::uint64_t{period} << half) | region;
    }

    std::vector<std::pair<std::uint64_t, std::size_t>> places_;
};

}  // namespace

std::vector<std::size_t> previous_rows(std::span<const std::uint32_t> regions, std::span<const std::uint32_t> periods,
                                       std::span<const std::string> texts) {
    if (regions.size() != periods.size()) throw Error(ErrorCode::out_of_range, "there must be one period a region");
    for (const std::uint32_t period : periods) {
        if (period >= texts.size()) throw Error(ErrorCode::out_of_range, "period " + std::to_string(period) + " has no text");
    }
    const std::vector<std::uint32_t> before = periods_before(texts);
    const RowsByKey index(regions, periods);
    std::vector<std::size_t> previous(regions.size(), no_row);
    for (std::size_t row = 0; row < regions.size(); ++row) {
        const std::uint32_t period = before[periods[row]];
        if (period != no_period) previous[row] = index.find(period, regions[row]);
    }
    return previous;
}

}  // namespace biaochi
