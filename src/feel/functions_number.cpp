/// @file
/// Functions of numbers (DMN 1.5, table 76); rounding is exact, roots and logarithms have 34 significant digits.

#include <algorithm>

#include "biaochi/core/rounding.hpp"
#include "feel/decimal34.hpp"
#include "feel/functions.hpp"
#include "feel/machine.hpp"

namespace biaochi::feel::detail::functions {

namespace {

constexpr std::int64_t least_scale = -6111;
constexpr std::int64_t most_scale = 6176;
constexpr std::int64_t most_places = 100;  // of the rounding in core

/// How the last place is settled: by a mode of core, or to the nearer with halves toward zero.
struct Settling {
    RoundingMode mode = RoundingMode::half_even;
    bool half_down = false;
};

Number settled(const Number& value, Settling settling) {
    if (!settling.half_down) return round(value, {0, settling.mode});
    const Number size = value.sign() < 0 ? -value : value;
    const Number nearer = round(size - Number(1, 2), {0, RoundingMode::ceiling});
    return value.sign() < 0 ? -nearer : nearer;
}

/// Rounds to a number of decimal places, which may be negative.
Value rounded(Machine& machine, const Arguments& arguments, Settling settling, std::string_view function) {
    const Number& value = arguments[0].number();
    // A scale with a fraction is cut off, as the standard's decimal(1/3, 2.5) shows.
    const Number scale = arguments.has(1) ? round(arguments[1].number(), {0, RoundingMode::down}) : Number();
    if (scale < Number(least_scale) || scale > Number(most_scale)) return make_null(Cause::wrong_argument, function);
    const std::int64_t places = scale.small_numerator();
    if (!machine.spend(static_cast<std::size_t>(places < 0 ? -places : places) / 16)) return make_null(Cause::out_of_limits);
    if (places > most_places) {
        // A number with so many places is left alone if it has no more of them than core can show.
        const bool is_short = round(value, {static_cast<int>(most_places), RoundingMode::down}) == value;
        return is_short ? arguments[0] : make_null(Cause::out_of_limits);
    }
    const Number unit = power(Number(10), static_cast<unsigned>(places < 0 ? -places : places));
    return machine.number(places < 0 ? settled(value / unit, settling) * unit : settled(value * unit, settling) / unit);
}

}  // namespace

Value decimal(Machine& machine, const Arguments& arguments) { return rounded(machine, arguments, {RoundingMode::half_even}, "decimal"); }
Value floor(Machine& machine, const Arguments& arguments) { return rounded(machine, arguments, {RoundingMode::floor}, "floor"); }
Value ceiling(Machine& machine, const Arguments& arguments) { return rounded(machine, arguments, {RoundingMode::ceiling}, "ceiling"); }
Value round_up(Machine& machine, const Arguments& arguments) { return rounded(machine, arguments, {RoundingMode::up}, "round up"); }
Value round_down(Machine& machine, const Arguments& arguments) { return rounded(machine, arguments, {RoundingMode::down}, "round down"); }

Value round_half_up(Machine& machine, const Arguments& arguments) {
    return rounded(machine, arguments, {RoundingMode::half_up}, "round half up");
}

Value round_half_down(Machine& machine, const Arguments& arguments) {
    return rounded(machine, arguments, {RoundingMode::down, true}, "round half down");
}

Value absolute(Machine&, const Arguments& arguments) {
    const Value& value = arguments[0];
    const bool negative = (value.kind() == Kind::number && value.number().sign() < 0) ||
                          (value.kind() == Kind::months && value.months().count < 0) ||
                          (value.kind() == Kind::seconds && value.seconds().sign() < 0);
    if (negative) return negated(value);
    if (value.kind() == Kind::number || value.kind() == Kind::months || value.kind() == Kind::seconds) return value;
    if (value.kind() == Kind::list && value.items().size() == 1 && value.items()[0].kind() == Kind::number) {
        const Number& only = value.items()[0].number();
        return make_number(only.sign() < 0 ? -only : only);
    }
    if (value.is_null() && value.null().cause != Cause::none) return value;
    return make_null(Cause::type_error, "abs");
}

Value modulo(Machine& machine, const Arguments& arguments) {
    const Number& dividend = arguments[0].number();
    const Number& divisor = arguments[1].number();
    if (divisor.sign() == 0) return make_null(Cause::division_by_zero, "modulo");
    return machine.number(dividend - divisor * round(dividend / divisor, {0, RoundingMode::floor}));
}

Value square_root(Machine& machine, const Arguments& arguments) {
    const Number& value = arguments[0].number();
    if (!machine.spend(50)) return make_null(Cause::out_of_limits);
    return value.sign() < 0 ? make_null(Cause::wrong_argument, "sqrt") : make_number(sqrt34(value));
}

Value logarithm(Machine& machine, const Arguments& arguments) {
    const Number& value = arguments[0].number();
    if (!machine.spend(200)) return make_null(Cause::out_of_limits);
    return value.sign() <= 0 ? make_null(Cause::wrong_argument, "log") : make_number(ln34(value));
}

Value exponential(Machine& machine, const Arguments& arguments) {
    if (!machine.spend(200)) return make_null(Cause::out_of_limits);
    const std::optional<Number> result = exp34(arguments[0].number());
    return result ? make_number(*result) : make_null(Cause::out_of_limits, "exp");
}

Value odd(Machine&, const Arguments& arguments) {
    const Number& value = arguments[0].number();
    return make_boolean(value.is_whole() && !(value / Number(2)).is_whole());
}

Value even(Machine&, const Arguments& arguments) { return make_boolean((arguments[0].number() / Number(2)).is_whole()); }

}  // namespace biaochi::feel::detail::functions
