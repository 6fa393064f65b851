/// @file
/// Functions of our own for figures by year and for cohorts. A value that is not known makes the answer unknown as soon as it matters.

#include <algorithm>
#include <compare>

#include "feel/compare.hpp"
#include "feel/functions.hpp"
#include "feel/machine.hpp"

namespace biaochi::feel::detail::functions {

namespace {

using Items = std::vector<Value>;

/// The list begins too late for the answer: what was before its first value is not known.
Value too_short() { return make_null(Cause::missing_fact, "earlier values"); }

/// How a value stands to the one before; a null in @p why where that is not known.
std::optional<std::strong_ordering> step(const Items& items, std::size_t at, std::string_view function, Value& why) {
    for (const std::size_t i : {at, at - 1}) {
        if (items[i].kind() == Kind::number) continue;
        why = items[i].is_null() && items[i].null().cause != Cause::none ? items[i] : make_null(Cause::type_error, function);
        return std::nullopt;
    }
    return items[at].number() <=> items[at - 1].number();
}

/// How many of the latest steps go one way.
Value in_a_row(Machine& machine, const Items& items, bool falls, std::string_view function) {
    if (items.empty()) return make_null(Cause::empty_list, function);
    if (items.back().is_null() && items.back().null().cause != Cause::none) return items.back();
    std::int64_t steps = 0;
    for (std::size_t at = items.size() - 1; at > 0; --at, ++steps) {
        Value why;
        const auto way = step(items, at, function, why);
        if (!way || !machine.spend(1)) return way ? make_null(Cause::out_of_limits) : why;
        if (falls ? *way >= 0 : *way <= 0) break;
    }
    return make_number(Number(steps));
}

/// The number of steps that an argument asks for; none where it is no whole number from @p least on.
std::optional<std::size_t> steps_of(const Arguments& arguments, std::size_t place, std::int64_t least) {
    if (!arguments.has(place)) return 1;
    const Number& number = arguments[place].number();
    if (!number.is_whole() || !number.is_small() || number.small_numerator() < least) return std::nullopt;
    return static_cast<std::size_t>(number.small_numerator());
}

/// Whether each of the latest steps goes one way: one that does not decides, whatever else is unknown.
Value each_step(Machine& machine, const Arguments& arguments, bool falls, std::string_view function) {
    const Items& items = arguments[0].items();
    const auto steps = steps_of(arguments, 1, 1);
    if (!steps) return make_null(Cause::wrong_argument, function);
    if (!machine.spend(std::min(*steps, items.size()))) return make_null(Cause::out_of_limits);
    Value answer = *steps < items.size() ? make_boolean(true) : too_short();
    for (std::size_t at = items.size(); at > 1 && items.size() - at < *steps; --at) {
        Value why;
        const auto way = step(items, at - 1, function, why);
        if (way && (falls ? *way >= 0 : *way <= 0)) return make_boolean(false);
        if (!way && (!answer.is_null() || is_unknown(why.null().cause))) answer = why;
    }
    return answer;
}

/// The last value less another.
Value less(Machine& machine, const Value& last, const Value& other, std::string_view function) {
    for (const Value* each : {&last, &other}) {
        if (each->is_null() && each->null().cause != Cause::none) return *each;
        if (each->kind() != Kind::number) return make_null(Cause::type_error, function);
    }
    return machine.number(last.number() - other.number());
}

Value change_from_extreme(Machine& machine, const Arguments& arguments, Value (*extreme)(Machine&, const Arguments&),
                          std::string_view function) {
    const Value best = extreme(machine, arguments);
    return best.is_null() ? best : less(machine, arguments[0].items().back(), best, function);
}

/// How a value stands among others.
struct Place {
    std::int64_t better = 0;  ///< items that are better
    std::int64_t all = 0;
};

std::optional<Place> place_among(Machine& machine, const Arguments& arguments, std::string_view function, Value& why) {
    const Items& items = arguments[1].items();
    const bool higher = arguments[2].text() == "higher";
    why = make_null(Cause::wrong_argument, function);
    if (!higher && arguments[2].text() != "lower") return std::nullopt;
    if (items.empty()) why = make_null(Cause::empty_list, function);
    if (items.empty() || !machine.spend(items.size())) return std::nullopt;
    Place place;
    Value unknown;
    for (const Value& item : items) {
        if (item.kind() == Kind::number) {
            const auto way = item.number() <=> arguments[0].number();
            place.better += (higher ? way > 0 : way < 0) ? 1 : 0;
            ++place.all;
            continue;
        }
        why = item.is_null() && item.null().cause != Cause::none ? item : make_null(Cause::type_error, function);
        if (is_unknown(why.null().cause)) return std::nullopt;
        unknown = why;
        place.all = -1;
    }
    if (place.all < 0) why = unknown;
    return place.all < 0 ? std::nullopt : std::optional(place);
}

}  // namespace

Value falls_in_a_row(Machine& machine, const Arguments& arguments) {
    return in_a_row(machine, arguments[0].items(), true, "falls in a row");
}
Value rises_in_a_row(Machine& machine, const Arguments& arguments) {
    return in_a_row(machine, arguments[0].items(), false, "rises in a row");
}
Value fell_each_step(Machine& machine, const Arguments& arguments) { return each_step(machine, arguments, true, "fell each step"); }
Value rose_each_step(Machine& machine, const Arguments& arguments) { return each_step(machine, arguments, false, "rose each step"); }

Value change(Machine& machine, const Arguments& arguments) {
    const Items& items = arguments[0].items();
    const auto steps = steps_of(arguments, 1, 0);
    if (!steps) return make_null(Cause::wrong_argument, "change");
    if (items.empty()) return make_null(Cause::empty_list, "change");
    if (*steps >= items.size()) return too_short();
    return less(machine, items.back(), items[items.size() - 1 - *steps], "change");
}

Value change_from_highest(Machine& machine, const Arguments& arguments) {
    return change_from_extreme(machine, arguments, greatest, "change from highest");
}

Value change_from_lowest(Machine& machine, const Arguments& arguments) {
    return change_from_extreme(machine, arguments, least, "change from lowest");
}

Value share(Machine& machine, const Arguments& arguments) {
    const Items& items = arguments[0].items();
    if (items.empty()) return make_null(Cause::empty_list, "share");
    std::int64_t held = 0;
    std::optional<Value> obstacle;
    for (const Value& item : items) {
        held += item.is(true) ? 1 : 0;
        if (item.kind() == Kind::boolean) continue;
        const Value why = item.is_null() && item.null().cause != Cause::none ? item : make_null(Cause::type_error, "share");
        if (!obstacle || (is_unknown(why.null().cause) && !is_unknown(obstacle->null().cause))) obstacle = why;
    }
    if (obstacle) return *obstacle;
    if (!machine.spend(items.size())) return make_null(Cause::out_of_limits);
    return make_number(Number(held, static_cast<std::int64_t>(items.size())));
}

Value rank_among(Machine& machine, const Arguments& arguments) {
    Value why;
    const auto place = place_among(machine, arguments, "rank among", why);
    return place ? make_number(Number(place->better + 1)) : why;
}

Value percentile_among(Machine& machine, const Arguments& arguments) {
    Value why;
    const auto place = place_among(machine, arguments, "percentile among", why);
    return place ? make_number(Number(place->all - place->better, place->all)) : why;
}

}  // namespace biaochi::feel::detail::functions
