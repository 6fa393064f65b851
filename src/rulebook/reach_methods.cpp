/// @file
/// The points that each method can give, within the bounds of its fact.

#include "rulebook/reach_methods.hpp"

#include <algorithm>

namespace biaochi::detail {

namespace {

/// The value at x of the straight line through two points.
Number on_line(const Number& x, const Number& x0, const Number& y0, const Number& x1, const Number& y1) {
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
}

const std::optional<Number>& tighter(const std::optional<Number>& a, const std::optional<Number>& b, bool upper) {
    if (!a || !b) return a ? a : b;
    return (*a < *b) == upper ? a : b;
}

/// Widens `reach` by the points of one band on the part of it where figures may lie.
void include_band(Reach& reach, const Band& band, const BandPoints& points, Inside inside, const Fact& fact) {
    if ((fact.max && band.from && *fact.max < *band.from) || (fact.min && band.to && *fact.min >= *band.to)) return;
    if (inside != Inside::linear) {
        include(reach, inside == Inside::lower ? min(points.at_from, points.at_to) : max(points.at_from, points.at_to));
        return;
    }
    if (!band.from || !band.to) {
        include(reach, points.at_from);
        include(reach, points.at_to);
        return;
    }
    include(reach, on_line(*tighter(band.from, fact.min, false), *band.from, points.at_from, *band.to, points.at_to));
    include(reach, on_line(*tighter(band.to, fact.max, true), *band.from, points.at_from, *band.to, points.at_to));
}

/// Adds what one counted item can give; none where it has no end.
void add_counts(const Number& each, const std::optional<Number>& limit, Interval& sum, bool& endless) {
    if (each.sign() > 0 && !limit) endless = true;
    if (!limit) return;
    (each.sign() > 0 ? sum.high : sum.low) += each * *limit;
}

void add_group(const OptionGroup& group, Choose choose, Interval& sum) {
    Interval own;
    for (const auto& [option, points] : group.points) {
        Number& end = points.sign() > 0 ? own.high : own.low;
        if (choose == Choose::any) {
            end += points;
        } else {
            end = points.sign() > 0 ? max(end, points) : min(end, points);
        }
    }
    sum.low += own.low;
    sum.high += own.high;
}

Number coefficient_between(const Number& x, const Standard& a, const Standard& b) {
    return on_line(x, a.at, a.coefficient, b.at, b.coefficient);
}

/// The share of the points that a figure earns by standards, best first.
Number coefficient_at(const Number& x, const std::vector<Standard>& standards, Beyond above, Beyond below) {
    const bool more_is_better = standards.front().at > standards.back().at;
    const auto better = [&](const Number& a, const Number& b) { return more_is_better ? a > b : a < b; };
    if (better(x, standards.front().at)) {
        return above == Beyond::extend ? coefficient_between(x, standards[0], standards[1]) : standards.front().coefficient;
    }
    for (std::size_t i = 1; i < standards.size(); ++i) {
        if (!better(standards[i].at, x)) return coefficient_between(x, standards[i - 1], standards[i]);
    }
    if (below == Beyond::zero) return Number(0);
    return below == Beyond::flat ? standards.back().coefficient : coefficient_between(x, standards.end()[-2], standards.back());
}

}  // namespace

void include(Reach& reach, const Number& value) {
    if (!reach) reach = Interval{value, value};
    reach = Interval{min(reach->low, value), max(reach->high, value)};
}

Reach reach_of(const std::monostate&, const Question&) { return std::nullopt; }

Reach reach_of(const Bands& bands, const Question& question) {
    const Inside* inside = settled(bands.inside, question.world);
    Reach reach;
    for (const Band& band : bands.rows) {
        const BandPoints* points = settled(band.points, question.world);
        if (points == nullptr || (inside == nullptr && points->at_from != points->at_to)) return std::nullopt;
        include_band(reach, band, *points, inside == nullptr ? Inside::linear : *inside, question.fact);
    }
    return reach;
}

Reach reach_of(const Items& items, const Question& question) {
    Interval sum;
    bool endless = false;
    for (const ItemLine& line : items.lines) {
        for (const auto& [level, each] : line.points) {
            const Choice<std::optional<Number>>* choice = find(line.at_most, level);
            const std::optional<Number>* limit = choice == nullptr ? nullptr : settled(*choice, question.world);
            if (choice != nullptr && limit == nullptr) return std::nullopt;
            add_counts(each, limit == nullptr ? question.fact.max : tighter(*limit, question.fact.max, true), sum, endless);
        }
    }
    return Interval{sum.low, endless ? question.points : min(sum.high, question.points)};
}

Reach reach_of(const Options& options, const Question& question) {
    Interval sum;
    for (const OptionGroup& group : options.groups) {
        const Choose* choose = settled(group.choose, question.world);
        if (choose == nullptr) return std::nullopt;
        add_group(group, *choose, sum);
    }
    return Interval{sum.low, min(sum.high, question.points)};
}

Reach reach_of(const Judged&, const Question& question) {
    if (!question.fact.min || !question.fact.max) return std::nullopt;
    return Interval{*question.fact.min, *question.fact.max};
}

Reach reach_of(const Ratio& ratio, const Question& question) {
    const Number* standard = settled(ratio.standard, question.world);
    if (standard == nullptr) return std::nullopt;
    const bool higher = ratio.better == Better::higher;
    const auto points_at = [&](const Number& x) {
        const Number points = higher ? question.points * x / *standard : question.points * *standard / x;
        return ratio.above == Beyond::extend ? points : min(points, question.points);
    };
    const std::optional<Number>& best = higher ? question.fact.max : question.fact.min;
    const std::optional<Number>& worst = higher ? question.fact.min : question.fact.max;
    Reach reach;
    include(reach, best && (higher || best->sign() > 0) ? points_at(*best) : question.points);
    include(reach, worst && (higher || worst->sign() > 0) ? points_at(*worst) : Number(0));
    return reach;
}

Reach reach_of(const Efficacy& efficacy, const Question& question) {
    const std::vector<Standard>* standards = settled(efficacy.standards, question.world);
    if (standards == nullptr || standards->size() < 2) return std::nullopt;
    const auto& [low_end, high_end] = std::pair(question.fact.min, question.fact.max);
    Reach reach;
    for (const Standard& standard : *standards) {
        if ((low_end && standard.at < *low_end) || (high_end && standard.at > *high_end)) continue;
        include(reach, question.points * standard.coefficient);
    }
    const bool more_is_better = standards->front().at > standards->back().at;
    const Number beyond_worst = efficacy.below == Beyond::zero ? Number(0) : question.points * standards->back().coefficient;
    const Number beyond_best = question.points * standards->front().coefficient;
    const auto include_end = [&](const std::optional<Number>& end, const Number& beyond) {
        include(reach, end ? question.points * coefficient_at(*end, *standards, efficacy.above, efficacy.below) : beyond);
    };
    include_end(low_end, more_is_better ? beyond_worst : beyond_best);
    include_end(high_end, more_is_better ? beyond_best : beyond_worst);
    return reach;
}

Reach reach_of(const Goalposts& posts, const Question& question) {
    const Number* from = settled(posts.from, question.world);
    const Number* to = settled(posts.to, question.world);
    if (from == nullptr || to == nullptr) return std::nullopt;
    const Number zero(0);
    if (posts.ln) return Interval{zero, question.points};
    const auto points_at = [&](const Number& x) {
        const Number points = question.points * (x - *from) / (*to - *from);
        return posts.outside == Beyond::extend ? points : max(zero, min(points, question.points));
    };
    const bool rising = *from < *to;
    Reach reach;
    include(reach, question.fact.min ? points_at(*question.fact.min) : (rising ? zero : question.points));
    include(reach, question.fact.max ? points_at(*question.fact.max) : (rising ? question.points : zero));
    return reach;
}

}  // namespace biaochi::detail
