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

/// Periods by their numbers, of which several may have the same text: the first of them stands for all.
class Periods {
public:
    explicit Periods(std::span<const std::string> texts) {
        std::unordered_map<std::string_view, std::uint32_t> places;
        same_.reserve(texts.size());
        before_.reserve(texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) {
            same_.push_back(places.try_emplace(texts[i], static_cast<std::uint32_t>(i)).first->second);
        }
        for (const std::string& text : texts) {
            const std::optional<std::string> early = earlier(text, 1);
            const auto found = early ? places.find(*early) : places.end();
            before_.push_back(found != places.end() ? found->second : no_period);
        }
    }

    /// @return the number that stands for a period
    [[nodiscard]] std::uint32_t same(std::uint32_t period) const { return same_[period]; }
    /// @return the number that stands for the period a year earlier; no_period where it is not there
    [[nodiscard]] std::uint32_t before(std::uint32_t period) const { return before_[period]; }

private:
    std::vector<std::uint32_t> same_{};
    std::vector<std::uint32_t> before_{};
};

/// Rows by period and region.
class RowsByKey {
public:
    RowsByKey(std::span<const std::uint32_t> regions, std::span<const std::uint32_t> periods, const Periods& known) {
        places_.reserve(regions.size());
        for (std::size_t row = 0; row < regions.size(); ++row) places_.emplace_back(key(known.same(periods[row]), regions[row]), row);
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
    const Periods known(texts);
    const RowsByKey index(regions, periods, known);
    std::vector<std::size_t> previous(regions.size(), no_row);
    for (std::size_t row = 0; row < regions.size(); ++row) {
        const std::uint32_t period = known.before(periods[row]);
        if (period != no_period) previous[row] = index.find(period, regions[row]);
    }
    return previous;
}

}  // namespace biaochi
