/// @file
/// From compiled leaves to tables of doubles, with their bounds.

#include "batch/leaf_steps.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "batch/edges.hpp"
#include "score/use.hpp"

namespace biaochi::detail {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

/// What a missing figure is worth, where it does not ask for the exact way.
std::optional<Interval> when_missing(const PlanNode& node, const Interval& bounds) {
    const Use use = use_of(node.treat.missing);
    if (use == Use::zero) return Interval{};
    if (is_unknown(use)) return bounds;
    return std::nullopt;
}

/// The narrower of two widths, where 0 is none.
double narrower(double a, double b) {
    if (a == 0 || b == 0) return std::max(a, b);
    return std::min(a, b);
}

double width_of(const Interval& interval) { return (interval.high - interval.low).approximate(); }

/// What all leaves need.
struct Leaf {
    const Ruleset& rules;
    const PlanNode& node;
    const Number& factor;
    std::size_t into;
    ColumnsOfSlots& columns;

    [[nodiscard]] const Slot& slot(std::size_t index) const { return rules.slots()[index]; }
};

void set_missing(const std::optional<Interval>& missing, const Number& factor, FastRange& range) {
    range.missing_low = missing ? (missing->low * factor).approximate() : not_known;
    range.missing_high = missing ? (missing->high * factor).approximate() : not_known;
}

/// Collects the straight pieces of a leaf, each from a double on.
class PieceTable {
public:
    PieceTable(const Number& factor, const FastRange& range) : factor_(factor), range_(range) {}

    /// Goes on with points = at + slope × x, and an interval of @p width above it.
    void add(double from, double to, const Number& at, const Number& slope, const Number& width = Number()) {
        if (!(from < to)) return;
        const Number a = at * factor_;
        const Number b = slope * factor_;
        const Number w = width * factor_;
        step_.from.push_back(from);
        step_.at.push_back(a.approximate());
        step_.slope.push_back(b.approximate());
        step_.width.push_back(w.approximate());
        step_.rule.wide = step_.rule.wide || w.sign() != 0;
        least_width_ = narrower(least_width_, std::abs(w.approximate()));
        denominator_ = common_multiple(denominator_, denominator_of(a));
        denominator_ = common_multiple(denominator_, denominator_of(b));
        denominator_ = common_multiple(denominator_, denominator_of(w));
        bound(from, to, a.approximate(), b.approximate(), w.approximate());
    }

    /// Makes the step; a missing figure is worth @p missing.
    LeafStep take(const Leaf& leaf, std::size_t slot, const std::optional<Interval>& missing) {
        LeafStep result;
        set_missing(missing, factor_, range_);
        if (missing) {
            const double size = std::max(std::abs(range_.missing_low), std::abs(range_.missing_high));
            bound_.magnitude = std::max(bound_.magnitude, size * margin);
            bound_.error = std::max(bound_.error, size * unit_roundoff * margin);
            least_width_ = narrower(least_width_, std::abs(width_of({missing->low * factor_, missing->high * factor_})));
            denominator_ = common_multiple(denominator_, denominator_of(missing->low * factor_));
            denominator_ = common_multiple(denominator_, denominator_of(missing->high * factor_));
        }
        step_.rule.count = step_.from.size();
        step_.rule.range = range_;
        step_.column = leaf.columns.of(slot);
        step_.into = leaf.into;
        result.columns = {step_.column};
        result.bound = bound_;
        result.denominator = denominator_;
        result.least_width = least_width_;
        result.step = std::move(step_);
        return result;
    }

    [[nodiscard]] bool empty() const noexcept { return step_.from.empty(); }

private:
    /// 2|a| + 4|b|X: a and b are rounded, x is not quite the figure, and product and sum are rounded.
    void bound(double from, double to, double a, double b, double w) {
        const double first = std::max(from, range_.least);
        const double last = std::min(to, range_.most);
        const double size = std::max(std::abs(first), std::abs(last));
        if (!(first <= last)) return;
        const double most = (std::abs(a) + std::abs(b) * size + std::abs(w)) * margin;
        const double points = std::max(std::abs(a + b * first), std::abs(a + b * last)) + std::abs(w);
        bound_.error =
            std::max(bound_.error, (2 * std::abs(a) + 4 * std::abs(b) * size + 3 * std::abs(w)) * unit_roundoff * margin + 0x1p-900);
        bound_.magnitude = std::max(bound_.magnitude, std::min(most, points * margin + most * 0x1p-40));
    }

    const Number& factor_;
    FastRange range_;
    PieceStep step_;
    Bound bound_;
    double least_width_ = 0;
    std::optional<Number> denominator_{Number(1)};
};

double start_of(const Segment& segment) {
    if (!segment.from) return -infinity;
    return segment.from_included ? first_at_or_above(*segment.from) : first_above(*segment.from);
}

double end_of(const Segment& segment) {
    if (!segment.to) return infinity;
    return segment.to_included ? first_above(*segment.to) : first_at_or_above(*segment.to);
}

/// How large a figure is estimated: on a line that goes on without end, up to a thousand times the last edge.
double most_size(const SegmentRule& rule) {
    constexpr double beyond = 1024;
    constexpr double any = 0x1p50;
    const auto endless = [](const Segment& segment) {
        return segment.known && segment.slope.sign() != 0 && (!segment.from || !segment.to);
    };
    if (std::none_of(rule.segments.begin(), rule.segments.end(), endless)) return any;
    double size = 1;
    for (const Segment& segment : rule.segments) {
        if (segment.from) size = std::max(size, std::abs(segment.from->approximate()));
        if (segment.to) size = std::max(size, std::abs(segment.to->approximate()));
    }
    return size * beyond;
}

std::optional<LeafStep> make_step(const Leaf& leaf, const SegmentRule& rule) {
    const std::optional<FastRange> range = fast_range(leaf.slot(rule.slot), most_size(rule));
    if (!range) return std::nullopt;
    PieceTable table(leaf.factor, *range);
    const Interval& bounds = leaf.node.bounds;
    const Number gap = bounds.high - bounds.low;
    double reached = -infinity;
    for (const Segment& segment : rule.segments) {
        const double from = start_of(segment);
        const double to = end_of(segment);
        table.add(reached, from, bounds.low, Number(), gap);
        if (!segment.known) {
            table.add(from, to, segment.span.low, Number(), segment.span.high - segment.span.low);
        } else if (segment.slope.sign() == 0) {
            table.add(from, to, segment.base, Number());
        } else {
            table.add(from, to, segment.intercept, segment.slope);
        }
        reached = std::max(reached, to);
    }
    table.add(reached, infinity, bounds.low, Number(), gap);
    if (table.empty()) return std::nullopt;
    return table.take(leaf, rule.slot, when_missing(leaf.node, bounds));
}

std::optional<LeafStep> make_step(const Leaf& leaf, const JudgedRule& rule) {
    const std::optional<FastRange> range = fast_range(leaf.slot(rule.slot), most_figure);
    if (!range) return std::nullopt;
    PieceTable table(leaf.factor, *range);
    table.add(-infinity, infinity, Number(), Number(1));
    return table.take(leaf, rule.slot, when_missing(leaf.node, leaf.node.bounds));
}

std::optional<LeafStep> make_step(const Leaf& leaf, const OpenRule& rule) {
    const std::optional<FastRange> range = fast_range(leaf.slot(rule.slots.front()), most_figure);
    if (!range) return std::nullopt;
    PieceTable table(leaf.factor, *range);
    const Interval& bounds = leaf.node.bounds;
    table.add(-infinity, infinity, bounds.low, Number(), bounds.high - bounds.low);
    return table.take(leaf, rule.slots.front(), when_missing(leaf.node, bounds));
}

std::optional<LeafStep> make_step(const Leaf& leaf, const InverseRule& rule) {
    const std::optional<FastRange> range = fast_range(leaf.slot(rule.slot), most_figure);
    if (!range || rule.standard.sign() <= 0) return std::nullopt;
    const Number points = leaf.node.source->points * leaf.factor;
    const std::optional<Interval> missing = when_missing(leaf.node, leaf.node.bounds);
    InverseStep step;
    step.rule = {last_at_or_below(rule.standard), points.approximate(), (points * rule.standard).approximate(), *range};
    set_missing(missing, leaf.factor, step.rule.range);
    step.column = leaf.columns.of(rule.slot);
    step.into = leaf.into;
    LeafStep result;
    const double size = std::abs(points.approximate()) * margin;
    result.bound = {5 * size * unit_roundoff, size};
    if (missing) result.least_width = std::abs(width_of({missing->low * leaf.factor, missing->high * leaf.factor}));
    result.columns = {step.column};
    result.step = step;
    return result;
}

/// The most that is counted where the count is not known; none: there is no end.
std::optional<Number> most_counted(const Slot& slot, const ItemRule::Line& line) {
    if (line.at_most_most && (!slot.max || *line.at_most_most < *slot.max)) return line.at_most_most;
    return slot.max;
}

std::optional<Count> make_count(const Leaf& leaf, const ItemRule::Line& line, LeafStep& result) {
    const Slot& slot = leaf.slot(line.slot);
    const std::optional<FastRange> range = fast_range(slot, most_figure);
    const auto whole = [](const std::optional<Number>& limit) { return !limit || (limit->is_whole() && limit->sign() >= 0); };
    if (!range || range->least < 0 || line.points.sign() < 0 || !whole(line.at_most_least) || !whole(line.at_most_most))
        return std::nullopt;
    Count count;
    count.points = line.points.approximate();
    count.at_most_least = line.at_most_least ? line.at_most_least->approximate() : infinity;
    count.at_most_most = line.at_most_most ? line.at_most_most->approximate() : infinity;
    count.range = *range;
    const Number least = slot.min.value_or(Number());
    const Number counted = (line.at_most_least && *line.at_most_least < least ? *line.at_most_least : least) * line.points;
    const std::optional<Number> most = most_counted(slot, line);
    count.unlimited = !most;
    const std::optional<Interval> missing = when_missing(leaf.node, {counted, most ? *most * line.points : counted});
    set_missing(missing, Number(1), count.range);
    const bool zero = use_of(leaf.node.treat.missing) == Use::zero;
    if (zero) count.unlimited = false;
    result.least_width = narrower(result.least_width, missing ? std::abs(width_of(*missing)) : 0);
    if (line.at_most_least != line.at_most_most) result.least_width = narrower(result.least_width, std::abs(count.points));
    result.denominator = common_multiple(result.denominator, denominator_of(line.points));
    if (missing) {
        result.denominator = common_multiple(result.denominator, denominator_of(missing->low));
        result.denominator = common_multiple(result.denominator, denominator_of(missing->high));
    }
    return count;
}

/// A capped sum of @p terms that are none below 0: where it stays below the cap, so does each of them.
void bound_sum(const Leaf& leaf, std::size_t terms, double most, LeafStep& result, Cap& cap) {
    const Number& points = leaf.node.source->points;
    const double factor = std::abs(leaf.factor.approximate());
    cap = {points.approximate(), leaf.factor.approximate(), 0};
    cap.error = (static_cast<double>(terms) * 4 + 4) * unit_roundoff * most * margin;
    result.bound = {(cap.error + 3 * unit_roundoff * most) * factor * margin, most * factor * margin};
    result.denominator = common_multiple(result.denominator, denominator_of(points));
    if (result.denominator)
        result.denominator = common_multiple(Number(1), *result.denominator * denominator_of(leaf.factor).value_or(Number(1)));
    if (!denominator_of(leaf.factor)) result.denominator.reset();
    // An interval that is cut off may become narrower than its figures make it; cut_off() sends what is close to the cap the exact way.
    result.least_width *= factor;
}

std::optional<LeafStep> make_step(const Leaf& leaf, const ItemRule& rule) {
    LeafStep result;
    result.denominator = Number(1);
    CountStep step;
    for (const ItemRule::Line& line : rule.lines) {
        const std::optional<Count> count = make_count(leaf, line, result);
        if (!count) return std::nullopt;
        step.lines.push_back(*count);
        step.columns.push_back(leaf.columns.of(line.slot));
    }
    if (leaf.node.source->points.sign() <= 0) return std::nullopt;
    bound_sum(leaf, rule.lines.size(), leaf.node.source->points.approximate(), result, step.cap);
    step.into = leaf.into;
    result.columns = step.columns;
    result.step = std::move(step);
    return result;
}

std::optional<LeafStep> make_step(const Leaf& leaf, const OptionRule& rule) {
    LeafStep result;
    result.denominator = Number(1);
    OptionStep step;
    double most = std::abs(leaf.node.source->points.approximate());
    const Use use = use_of(leaf.node.treat.missing);
    for (const OptionRule::Group& group : rule.groups) {
        OptionSet set;
        set.count = group.lines.size();
        set.chosen = !group.choose ? Chosen::unread : *group.choose == Choose::one ? Chosen::one : Chosen::any;
        set.missing_zero = use == Use::zero;
        set.missing_exact = use != Use::zero && !is_unknown(use);
        step.points.emplace_back();
        for (const OptionRule::Line& line : group.lines) {
            const double points = line.points.approximate();
            step.points.back().push_back(points);
            step.columns.push_back(leaf.columns.of(line.slot));
            most += std::abs(points);
            result.least_width = narrower(result.least_width, std::abs(points));
            result.denominator = common_multiple(result.denominator, denominator_of(line.points));
        }
        // Below 0, a sum of several may come to just what the best of them is worth, or to nearly that.
        const bool deducts = std::any_of(group.lines.begin(), group.lines.end(), [](const auto& line) { return line.points.sign() < 0; });
        if (set.chosen == Chosen::unread && deducts) return std::nullopt;
        // Two options that hold may differ by little: how little decides whether an unread choice leaves an interval.
        if (set.chosen != Chosen::any) {
            for (const double a : step.points.back()) {
                for (const double b : step.points.back()) result.least_width = narrower(result.least_width, std::abs(a - b));
            }
        }
        step.sets.push_back(set);
    }
    bound_sum(leaf, step.columns.size(), most, result, step.cap);
    step.into = leaf.into;
    result.columns = step.columns;
    result.step = std::move(step);
    return result;
}

std::optional<LeafStep> make_step(const Leaf&, const LogRule&) { return std::nullopt; }
std::optional<LeafStep> make_step(const Leaf&, const std::monostate&) { return std::nullopt; }

}  // namespace

std::size_t ColumnsOfSlots::of(std::size_t slot) {
    const auto found = std::find(slots_.begin(), slots_.end(), slot);
    if (found != slots_.end()) return static_cast<std::size_t>(found - slots_.begin());
    slots_.push_back(slot);
    return slots_.size() - 1;
}

std::optional<FastRange> fast_range(const Slot& slot, double most_size) {
    constexpr double limit = 0x1p50;
    FastRange range;
    range.least = slot.min ? first_at_or_above(*slot.min) : -most_size;
    range.most = slot.max ? last_at_or_below(*slot.max) : most_size;
    range.least = std::max(range.least, -std::max(most_size, 1.0));
    range.most = std::min(range.most, std::max(most_size, 1.0));
    range.whole = slot.whole ? 1 : 0;
    if (!(range.least <= range.most) || most_size > limit) return std::nullopt;
    return range;
}

std::optional<LeafStep> make_leaf_step(const Ruleset& rules, const PlanNode& node, const Number& factor, std::size_t into,
                                       ColumnsOfSlots& columns) {
    const Leaf leaf{rules, node, factor, into, columns};
    return std::visit([&](const auto& rule) { return make_step(leaf, rule); }, node.rule);
}

std::optional<Number> denominator_of(const Number& value) {
    constexpr std::int64_t limit = std::int64_t{1} << 50;
    if (!value.is_small() || value.small_denominator() > limit) return std::nullopt;
    return Number(value.small_denominator());
}

std::optional<Number> common_multiple(const std::optional<Number>& a, const std::optional<Number>& b) {
    constexpr std::int64_t limit = std::int64_t{1} << 50;
    if (!a || !b || !a->is_small() || !b->is_small()) return std::nullopt;
    const std::int64_t divisor = std::gcd(a->small_numerator(), b->small_numerator());
    const Number multiple = *a * Number(b->small_numerator() / divisor);
    if (!multiple.is_small() || multiple.small_numerator() > limit) return std::nullopt;
    return multiple;
}

}  // namespace biaochi::detail
