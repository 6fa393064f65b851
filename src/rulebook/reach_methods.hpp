#pragma once
/// @file
/// The points that each method can give, within the bounds of its fact.

#include <optional>

#include "biaochi/core/interval.hpp"
#include "biaochi/rulebook/rulebook.hpp"
#include "rulebook/worlds.hpp"

namespace biaochi::detail {

/// What a method is asked about: the leaf's points, its fact, the readings.
struct Question {
    const Number& points;
    const Fact& fact;
    const World& world;
};

using Reach = std::optional<Interval>;

[[nodiscard]] Reach reach_of(const std::monostate&, const Question& question);
[[nodiscard]] Reach reach_of(const Bands& bands, const Question& question);
[[nodiscard]] Reach reach_of(const Items& items, const Question& question);
[[nodiscard]] Reach reach_of(const Options& options, const Question& question);
[[nodiscard]] Reach reach_of(const Judged& judged, const Question& question);
[[nodiscard]] Reach reach_of(const Ratio& ratio, const Question& question);
[[nodiscard]] Reach reach_of(const Efficacy& efficacy, const Question& question);
[[nodiscard]] Reach reach_of(const Goalposts& posts, const Question& question);

/// Widens an interval, which may be none yet, so that it holds a value.
void include(Reach& reach, const Number& value);

}  // namespace biaochi::detail
