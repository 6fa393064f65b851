/// @file
/// Comparing what is known of a value with a goal.

#include "target/goal.hpp"

namespace biaochi::detail {
namespace {

const Number hundred(100);

bool meets(const Aim& aim, const Number& value) {
    switch (aim.bound) {
        case Bound::at_least:
            return value >= aim.goal;
        case Bound::more_than:
            return value > aim.goal;
        case Bound::at_most:
            return value <= aim.goal;
        case Bound::less_than:
            return value < aim.goal;
        case Bound::exactly:
            return value == aim.goal;
        case Bound::about:
            break;
    }
    return aim.downward ? value <= aim.enough : value >= aim.enough;
}

}  // namespace

std::optional<Interval> Known::interval() const {
    if (!low || !high) return std::nullopt;
    return Interval{*low, *high};
}

Aim aim_of(Target::Form form, const Goal& goal, const Number& value, const std::optional<Number>& tolerance) {
    Aim aim;
    aim.bound = goal.bound;
    aim.goal = value;
    aim.enough = value;
    aim.to = goal.to;
    aim.downward = form == Target::Form::rank || goal.bound == Bound::at_most || goal.bound == Bound::less_than;
    if (goal.bound != Bound::about) return aim;
    aim.slack = !tolerance;
    if (!tolerance) return aim;
    const Number part = (value.sign() < 0 ? -value : value) * *tolerance / hundred;
    aim.enough = aim.downward ? value + part : value - part;
    return aim;
}

Answer reaches(const Aim& aim, const Known& value) {
    if (value.low && value.high && *value.low == *value.high) {
        if (meets(aim, *value.low)) return Answer::met;
        return aim.slack ? Answer::undetermined : Answer::not_met;
    }
    if (aim.bound == Bound::exactly) {
        const bool apart = (value.low && *value.low > aim.goal) || (value.high && *value.high < aim.goal);
        return apart ? Answer::not_met : Answer::undetermined;
    }
    const std::optional<Number>& worse = aim.downward ? value.high : value.low;
    const std::optional<Number>& better = aim.downward ? value.low : value.high;
    if (worse && meets(aim, *worse)) return Answer::met;
    return better && !meets(aim, *better) && !aim.slack ? Answer::not_met : Answer::undetermined;
}

Number distance_to(const Aim& aim, const Number& value) {
    const Number lacking = aim.enough - value;
    if (aim.bound == Bound::exactly) return lacking.sign() < 0 ? -lacking : lacking;
    const Number left = aim.downward ? -lacking : lacking;
    return left.sign() > 0 ? left : Number();
}

std::optional<Number> completion_of(const Aim& aim, const Number& value) {
    if (aim.goal.sign() <= 0) return std::nullopt;
    if (!aim.downward) return value * hundred / aim.goal;
    if (value.sign() <= 0) return std::nullopt;
    return aim.goal * hundred / value;
}

}  // namespace biaochi::detail
