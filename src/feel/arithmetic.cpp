/// @file
/// Arithmetic of numbers, texts, dates and durations.

#include <limits>

#include "biaochi/core/rounding.hpp"
#include "feel/decimal34.hpp"
#include "feel/duration.hpp"
#include "feel/machine.hpp"

namespace biaochi::feel::detail {

namespace {

const Number seconds_of_day(86'400);

/// The null of an operand that is unknown or says why it is null, or a type error.
Value no_operation(const Value& left, const Value& right) {
    for (const Value* side : {&left, &right}) {
        if (side->is_null() && is_unknown(side->null().cause)) return *side;
    }
    for (const Value* side : {&left, &right}) {
        if (side->is_null() && side->null().cause != Cause::none) return *side;
    }
    return make_null(Cause::type_error);
}

Value months_or_null(const Number& count) {
    const Number whole = round(count, {0, RoundingMode::down});
    const Number most(most_months);
    if (whole > most || whole < -most) return make_null(Cause::out_of_limits);
    return make_months(whole.small_numerator());
}

Value seconds_or_null(const Machine& machine, Number count) {
    if (count.bits() > machine.limits().number_bits) return make_null(Cause::out_of_limits);
    return make_seconds(std::move(count));
}

/// A date moved by days and a time, counted from midnight; the time that is left over is dropped.
Value moved(Day day, const Number& seconds) {
    const Number days = round(seconds / seconds_of_day, {0, RoundingMode::floor});
    if (!days.is_small()) return make_null(Cause::out_of_limits);
    const std::optional<Day> result = add_days(day, days.small_numerator());
    return result ? make_date(*result) : make_null(Cause::out_of_limits);
}

Value moved(Day day, std::int64_t months) {
    const std::optional<Day> result = add_months(day, months);
    return result ? make_date(*result) : make_null(Cause::out_of_limits);
}

Value sum(const Machine& machine, const Value& left, const Value& right) {
    if (left.kind() == right.kind()) {
        switch (left.kind()) {
            case Kind::number:
                return machine.number(left.number() + right.number());
            case Kind::text:
                return machine.text(left.text() + right.text());
            case Kind::months:
                return months_or_null(Number(left.months().count) + Number(right.months().count));
            case Kind::seconds:
                return seconds_or_null(machine, left.seconds() + right.seconds());
            default:
                return make_null(Cause::type_error);
        }
    }
    if (right.kind() == Kind::date && left.kind() != Kind::date)
        return left.is_null() ? no_operation(left, right) : sum(machine, right, left);
    if (left.kind() == Kind::date && right.kind() == Kind::months) return moved(left.date(), right.months().count);
    if (left.kind() == Kind::date && right.kind() == Kind::seconds) return moved(left.date(), right.seconds());
    return no_operation(left, right);
}

Value difference(const Machine& machine, const Value& left, const Value& right) {
    if (left.kind() == Kind::date && right.kind() == Kind::date) {
        return make_seconds(Number(left.date().count - right.date().count) * seconds_of_day);
    }
    if (left.kind() == Kind::text) return no_operation(left, right);
    if (right.kind() == Kind::number && left.kind() == Kind::number) return machine.number(left.number() - right.number());
    if (right.kind() != Kind::months && right.kind() != Kind::seconds) return no_operation(left, right);
    return sum(machine, left, negated(right));
}

Value product(const Machine& machine, const Value& left, const Value& right) {
    if (left.kind() == Kind::number && right.kind() == Kind::number) return machine.number(left.number() * right.number());
    if (left.kind() == Kind::number && (right.kind() == Kind::months || right.kind() == Kind::seconds))
        return product(machine, right, left);
    if (right.kind() != Kind::number) return no_operation(left, right);
    if (left.kind() == Kind::months) return months_or_null(Number(left.months().count) * right.number());
    if (left.kind() == Kind::seconds) return seconds_or_null(machine, left.seconds() * right.number());
    return no_operation(left, right);
}

/// What a duration or number counts, as a number.
Number counted(const Value& value) {
    if (value.kind() == Kind::months) return Number(value.months().count);
    return value.kind() == Kind::seconds ? value.seconds() : value.number();
}

Value quotient(const Machine& machine, const Value& left, const Value& right) {
    const bool is_duration = left.kind() == Kind::months || left.kind() == Kind::seconds;
    const bool divides =
        right.kind() == Kind::number ? is_duration || left.kind() == Kind::number : is_duration && right.kind() == left.kind();
    if (!divides) return no_operation(left, right);
    const Number divisor = counted(right);
    if (divisor.sign() == 0) return make_null(Cause::division_by_zero);
    Number result = counted(left) / divisor;
    if (right.kind() != Kind::number || left.kind() == Kind::number) return machine.number(std::move(result));
    return left.kind() == Kind::months ? months_or_null(result) : seconds_or_null(machine, std::move(result));
}

Value raised(const Machine& machine, const Value& left, const Value& right) {
    if (left.kind() != Kind::number || right.kind() != Kind::number) return no_operation(left, right);
    if (left.number().sign() == 0 && right.number().sign() < 0) return make_null(Cause::division_by_zero);
    if (left.number().sign() < 0 && !right.number().is_whole()) return make_null(Cause::wrong_argument, "**");
    std::optional<Number> result = power34(left.number(), right.number(), machine.limits().number_bits);
    return result ? machine.number(std::move(*result)) : make_null(Cause::out_of_limits);
}

}  // namespace

Value negated(const Value& value) {
    switch (value.kind()) {
        case Kind::null:
            return value;
        case Kind::number:
            return make_number(-value.number());
        case Kind::months:
            return make_months(-value.months().count);
        case Kind::seconds:
            return make_seconds(-value.seconds());
        default:
            return make_null(Cause::type_error);
    }
}

Value arithmetic(const Machine& machine, Op op, const Value& left, const Value& right) {
    switch (op) {
        case Op::add:
            return sum(machine, left, right);
        case Op::subtract:
            return difference(machine, left, right);
        case Op::multiply:
            return product(machine, left, right);
        case Op::divide:
            return quotient(machine, left, right);
        default:
            return raised(machine, left, right);
    }
}

Value property(const Value& base, std::string_view name) {
    if (base.kind() == Kind::date) {
        const CivilDay day = civil(base.date());
        if (name == "year") return make_number(Number(day.year));
        if (name == "month") return make_number(Number(std::int64_t{day.month}));
        if (name == "day") return make_number(Number(std::int64_t{day.day}));
        if (name == "weekday") return make_number(Number(std::int64_t{weekday(base.date())}));
    } else if (base.kind() == Kind::months) {
        if (name == "years") return make_number(Number(base.months().count / 12));
        if (name == "months") return make_number(Number(base.months().count % 12));
    } else if (base.kind() == Kind::seconds) {
        const bool negative = base.seconds().sign() < 0;
        const DurationParts parts = duration_parts(negative ? -base.seconds() : base.seconds());
        const Number* found = name == "days"      ? &parts.days
                              : name == "hours"   ? &parts.hours
                              : name == "minutes" ? &parts.minutes
                              : name == "seconds" ? &parts.seconds
                                                  : nullptr;
        if (found != nullptr) return make_number(negative ? -*found : *found);
    } else if (base.kind() == Kind::range) {
        if (name == "start") return base.range().from;
        if (name == "end") return base.range().to;
        if (name == "start included") return make_boolean(base.range().from_included);
        if (name == "end included") return make_boolean(base.range().to_included);
    }
    return make_null(Cause::no_such_entry, name);
}

Value coerced(const Value& value, const Type& type) {
    if (value.is_null() || is_instance(value, type)) return value;
    if (type.of == Type::Of::list) {
        Value list = make_list({value});
        if (value.kind() != Kind::list && is_instance(list, type)) return list;
    } else if (value.kind() == Kind::list && value.items().size() == 1 && is_instance(value.items()[0], type)) {
        return value.items()[0];
    }
    return make_null(Cause::type_error);
}

}  // namespace biaochi::feel::detail
