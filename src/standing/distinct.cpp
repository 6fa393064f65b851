/// @file
/// Greedy walks over sorted intervals.

#include "standing/distinct.hpp"

#include <algorithm>
#include <queue>

namespace biaochi {

std::size_t count_above(const std::vector<Number>& ascending, const Number& mark) {
    return static_cast<std::size_t>(ascending.end() - std::upper_bound(ascending.begin(), ascending.end(), mark));
}

std::size_t count_equal(const std::vector<Number>& ascending, const Number& mark) {
    const auto [first, last] = std::equal_range(ascending.begin(), ascending.end(), mark);
    return static_cast<std::size_t>(last - first);
}

FewestDistinct::FewestDistinct(std::span<const Interval> values) {
    std::vector<const Interval*> by_low;
    by_low.reserve(values.size());
    for (const auto& value : values) by_low.push_back(&value);
    std::sort(by_low.begin(), by_low.end(), [](const Interval* a, const Interval* b) { return a->low > b->low; });
    for (const Interval* value : by_low) {
        if (points_.empty() || value->high < points_.back()) points_.push_back(value->low);
    }
    std::reverse(points_.begin(), points_.end());
}

MostDistinct::MostDistinct(std::span<const Interval> values, const std::optional<Number>& step) : step_(step) {
    if (step_) {
        match(values);
    } else {
        spread(values);
    }
}

void MostDistinct::spread(std::span<const Interval> values) {
    for (const auto& value : values) (value.decided() ? taken_ : highs_).push_back(value.high);
    std::sort(taken_.begin(), taken_.end());
    taken_.erase(std::unique(taken_.begin(), taken_.end()), taken_.end());
    std::sort(highs_.begin(), highs_.end());
}

void MostDistinct::match(std::span<const Interval> values) {
    std::vector<const Interval*> by_high;
    by_high.reserve(values.size());
    for (const auto& value : values) by_high.push_back(&value);
    std::sort(by_high.begin(), by_high.end(), [](const Interval* a, const Interval* b) { return a->high > b->high; });

    const auto ends_later = [](const Interval* a, const Interval* b) { return a->low < b->low; };
    std::priority_queue<const Interval*, std::vector<const Interval*>, decltype(ends_later)> waiting(ends_later);
    Number point;
    for (std::size_t next = 0; next < by_high.size() || !waiting.empty(); point -= *step_) {
        if (waiting.empty()) point = by_high[next]->high;  // nothing waits: on to the next interval
        for (; next < by_high.size() && by_high[next]->high >= point; ++next) waiting.push(by_high[next]);
        taken_.push_back(point);
        waiting.pop();
        while (!waiting.empty() && waiting.top()->low >= point) waiting.pop();  // no lower point is theirs
        if (waiting.empty()) cleared_.push_back(point);
    }
    std::reverse(taken_.begin(), taken_.end());
    std::reverse(cleared_.begin(), cleared_.end());
}

std::size_t MostDistinct::above_low_of(const Interval& value) const {
    const std::size_t all = count_above(taken_, value.low) + count_above(highs_, value.low);
    if (value.decided()) return all;  // it is not above itself
    return step_ && !had_a_point_to_itself(value) ? all : all - 1;
}

/// Among points above its lower end, an interval ends last of all, so it may as well be served last: it then gets a point only where
/// nobody else waits, that is, where the queue runs empty.
bool MostDistinct::had_a_point_to_itself(const Interval& value) const {
    const auto first = std::upper_bound(cleared_.begin(), cleared_.end(), value.low);
    return first != cleared_.end() && *first <= value.high;
}

}  // namespace biaochi
