/// @file
/// Scoring one leaf: from figures and their status to points.

#include "score/leaf.hpp"

#include "biaochi/ruleset/evaluate.hpp"
#include "score/use.hpp"

namespace biaochi::detail {
namespace {

/// What scoring one leaf needs.
struct Leaf {
    const Ruleset& rules;
    const PlanNode& node;
    const Record& record;
    NodeOutcome& outcome;

    [[nodiscard]] const Cell& cell(std::size_t slot) const { return record.cells[slot]; }
    [[nodiscard]] Use use(std::size_t slot) const { return use_of(record.cells[slot].status, node.treat); }
    [[nodiscard]] const Number& most() const { return node.source->points; }

    void know(const Number& points) const {
        outcome.cause = Cause::value;
        outcome.raw.low = points;
        outcome.raw.high = points;
    }
    void bound(const Interval& points, Cause cause) const {
        outcome.cause = points.decided() ? Cause::capped : cause;
        outcome.raw = points;
    }
    void end(NodeState state) const {
        outcome.state = state;
        outcome.cause = Cause::by_status;
    }
};

/// Settles a leaf of one figure by its status.
/// @return whether the value is to be used
bool takes_value(const Leaf& leaf, std::size_t slot) {
    const Use use = leaf.use(slot);
    if (use == Use::value) return true;
    if (is_unknown(use)) {
        leaf.bound(leaf.node.bounds, use == Use::open ? Cause::open_point : Cause::unknown);
    } else if (use == Use::zero) {
        leaf.know(Number());
        leaf.outcome.cause = Cause::by_status;
    } else {
        leaf.end(use == Use::exclude ? NodeState::excluded : NodeState::refused);
    }
    return false;
}

void apply(const Leaf& leaf, const SegmentRule& rule) {
    if (!takes_value(leaf, rule.slot)) return;
    const Number& value = leaf.cell(rule.slot).value;
    leaf.outcome.segment = find_segment(rule, value);
    if (leaf.outcome.segment == no_index) return leaf.bound(leaf.node.bounds, Cause::outside);
    const Segment& segment = rule.segments[leaf.outcome.segment];
    if (!segment.known) return leaf.bound(segment.span, Cause::open_point);
    leaf.know(points_at(segment, value));
}

void apply(const Leaf& leaf, const LogRule& rule) {
    if (takes_value(leaf, rule.slot)) leaf.know(points_at(rule, leaf.most(), leaf.cell(rule.slot).value));
}

void apply(const Leaf& leaf, const InverseRule& rule) {
    if (takes_value(leaf, rule.slot)) leaf.know(points_at(rule, leaf.most(), leaf.cell(rule.slot).value));
}

void apply(const Leaf& leaf, const JudgedRule& rule) {
    if (takes_value(leaf, rule.slot)) leaf.know(leaf.cell(rule.slot).value);
}

void apply(const Leaf& leaf, const OpenRule& rule) {
    if (takes_value(leaf, rule.slots.front())) leaf.bound(leaf.node.bounds, Cause::open_point);
}

/// Adds up what several figures contribute, each known or not.
class Sum {
public:
    explicit Sum(const Leaf& leaf) : leaf_(leaf) {}

    /// Adds a known contribution.
    void add(const Number& points) {
        if (points.sign() != 0) low_ += points;
    }
    /// Adds a contribution that lies between two ends; @p high none: there is no end.
    void add(const Number& low, const std::optional<Number>& high) {
        add(low);
        undecided_ = true;
        if (high) {
            spread_ += *high - low;
        } else {
            unlimited_ = true;
        }
    }
    /// Notes the status of one figure.
    void note(Use use) {
        any_value_ = any_value_ || use == Use::value || use == Use::zero;
        any_excluded_ = any_excluded_ || use == Use::exclude;
        any_open_ = any_open_ || use == Use::open;
        refused_ = refused_ || use == Use::refuse;
    }
    void note_open_point() { any_open_ = true; }

    /// Whether the leaf is left out: some figures are, and none has a value.
    [[nodiscard]] bool excluded() const noexcept { return any_excluded_ && !any_value_; }

    /// Caps the sum and puts it into the outcome.
    void settle() const {
        if (refused_) return leaf_.end(NodeState::refused);
        if (excluded()) return leaf_.end(NodeState::excluded);
        NodeOutcome& outcome = leaf_.outcome;
        const Number& most = leaf_.most();
        outcome.raw.low = low_;
        if (!undecided_) {
            outcome.raw.high = low_;
            outcome.cause = Cause::value;
        } else {
            outcome.raw.high = low_ + spread_;
            if (unlimited_) outcome.raw.high = max(outcome.raw.high, most);
            const bool settled = low_ >= most || outcome.raw.decided();
            outcome.cause = settled ? Cause::capped : any_open_ ? Cause::open_point : Cause::unknown;
        }
        outcome.capped = low_ > most;
    }

private:
    const Leaf& leaf_;
    Number low_;
    Number spread_;
    bool undecided_ = false;
    bool unlimited_ = false;
    bool any_value_ = false;
    bool any_excluded_ = false;
    bool any_open_ = false;
    bool refused_ = false;
};

const Number& fewer(const Number& count, const std::optional<Number>& at_most) { return at_most && *at_most < count ? *at_most : count; }

void add_line(const Leaf& leaf, const ItemRule::Line& line, Use use, Sum& sum) {
    if (use == Use::value) {
        const Number& count = leaf.cell(line.slot).value;
        if (count.sign() == 0) return;
        const Number& least = fewer(count, line.at_most_least);
        const Number& most = fewer(count, line.at_most_most);
        if (least == most) return sum.add(least * line.points);
        sum.note_open_point();
        return sum.add(least * line.points, most * line.points);
    }
    if (use == Use::zero) return;
    const Slot& slot = leaf.rules.slots()[line.slot];
    static const Number none;
    const Number& least = fewer(slot.min ? *slot.min : none, line.at_most_least);
    const std::optional<Number>& most = line.at_most_most && (!slot.max || *line.at_most_most < *slot.max) ? line.at_most_most : slot.max;
    sum.add(least * line.points, most ? std::optional(*most * line.points) : std::nullopt);
}

void apply(const Leaf& leaf, const ItemRule& rule) {
    Sum sum(leaf);
    for (const ItemRule::Line& line : rule.lines) {
        const Use use = leaf.use(line.slot);
        sum.note(use);
        add_line(leaf, line, use, sum);
    }
    sum.settle();
}

/// What a group of options gives, under each of the two ways to choose.
struct GroupPoints {
    bool holds = false;    ///< an option is known to hold
    bool unknown = false;  ///< of some option it is not known whether it holds
    Number chosen;         ///< the best option that holds
    Interval one;          ///< over the unknown ones, if only one may hold and none is known to
    Interval any;
};

void add_group(const Leaf& leaf, const OptionRule::Group& group, Sum& sum) {
    GroupPoints points;
    for (const OptionRule::Line& line : group.lines) {
        const Use use = leaf.use(line.slot);
        sum.note(use);
        if (use == Use::zero) continue;
        if (use != Use::value) {
            points.unknown = true;
            points.one = {min(points.one.low, line.points), max(points.one.high, line.points)};
            (line.points.sign() < 0 ? points.any.low : points.any.high) += line.points;
        } else if (leaf.cell(line.slot).value.sign() != 0) {
            points.chosen = points.holds ? max(points.chosen, line.points) : line.points;
            points.holds = true;
            points.any.low += line.points;
            points.any.high += line.points;
        }
    }
    const Interval one = points.holds ? Interval{points.chosen, points.chosen} : points.one;
    Interval result = group.choose == Choose::any ? points.any : one;
    if (!group.choose) result = {min(one.low, points.any.low), max(one.high, points.any.high)};
    if (!group.choose && !result.decided()) sum.note_open_point();
    if (result.decided()) {
        sum.add(result.low);
    } else {
        sum.add(result.low, result.high);
    }
}

void apply(const Leaf& leaf, const OptionRule& rule) {
    Sum sum(leaf);
    for (const OptionRule::Group& group : rule.groups) add_group(leaf, group, sum);
    sum.settle();
}

void apply(const Leaf&, const std::monostate&) {}

}  // namespace

void score_leaf(const Ruleset& rules, const PlanNode& node, const Record& record, NodeOutcome& outcome) {
    const Leaf leaf{rules, node, record, outcome};
    std::visit([&](const auto& rule) { apply(leaf, rule); }, node.rule);
    const bool is_sum = std::holds_alternative<ItemRule>(node.rule) || std::holds_alternative<OptionRule>(node.rule);
    outcome.points = outcome.raw;
    if (!is_sum) return;
    const Number& most = node.source->points;
    if (outcome.points.low > most) outcome.points.low = most;
    if (outcome.points.high > most) outcome.points.high = most;
}

}  // namespace biaochi::detail
