/// @file
/// Functions that make one value of a list (DMN 1.5, tables 75 and 77). A null in the list makes the answer null, with its cause.

#include <algorithm>

#include "feel/compare.hpp"
#include "feel/decimal34.hpp"
#include "feel/functions.hpp"
#include "feel/machine.hpp"

namespace biaochi::feel::detail::functions {

namespace {

using Items = std::vector<Value>;

/// The null that a list of these items leads to: the first unknown one's, else a mistake; none where all are of the kind of the first.
std::optional<Value> obstacle(const Items& items, std::string_view function) {
    std::optional<Value> found;
    for (const Value& item : items) {
        if (item.is_null() && is_unknown(item.null().cause)) return item;
        if (found) continue;
        if (item.is_null())
            found = item.null().cause == Cause::none ? make_null(Cause::wrong_argument, function) : item;
        else if (item.kind() != items[0].kind())
            found = make_null(Cause::type_error, function);
    }
    return found;
}

std::optional<Value> obstacle(const Items& items, std::string_view function, Kind kind) {
    if (items.empty()) return make_null(Cause::empty_list, function);
    std::optional<Value> found = obstacle(items, function);
    if (!found && items[0].kind() != kind) found = make_null(Cause::type_error, function);
    return found;
}

/// Three-valued `and` or `or` over a list.
Value joined(const Items& items, bool decides, std::string_view function) {
    Value answer = make_boolean(!decides);
    for (const Value& item : items) {
        if (item.is(decides)) return item;
        if (item.kind() == Kind::boolean) continue;
        const Value why = item.is_null() ? item : make_null(Cause::type_error, function);
        if (!answer.is_null() || (is_unknown(why.null().cause) && !is_unknown(answer.null().cause))) answer = why;
    }
    return answer;
}

/// The item before all others.
Value extreme(Machine& machine, const Items& items, bool greatest, std::string_view function) {
    if (items.empty()) return make_null(Cause::empty_list, function);
    if (std::optional<Value> found = obstacle(items, function)) return *found;
    const Value* best = items.data();
    if (!order(*best, *best) || !machine.spend(items.size())) return make_null(Cause::type_error, function);
    for (const Value& item : items) {
        const auto ordered = *order(item, *best);
        if (greatest ? ordered > 0 : ordered < 0) best = &item;
    }
    return *best;
}

/// Adds up numbers, or durations of one kind.
Value total(Machine& machine, const Items& items, std::string_view function) {
    if (items.empty()) return make_null(Cause::empty_list, function);
    if (std::optional<Value> found = obstacle(items, function)) return *found;
    const Kind kind = items[0].kind();
    if (kind != Kind::number && kind != Kind::months && kind != Kind::seconds) return make_null(Cause::type_error, function);
    Value sum = items[0];
    for (std::size_t i = 1; i < items.size() && !sum.is_null(); ++i) {
        if (!machine.spend(1)) return make_null(Cause::out_of_limits);
        sum = arithmetic(machine, Op::add, sum, items[i]);
    }
    return sum;
}

Value size_of(const Items& items) { return make_number(Number(static_cast<std::int64_t>(items.size()))); }

Items sorted(Machine& machine, Items items) {
    (void)machine.spend(items.size() * 4);
    std::stable_sort(items.begin(), items.end(), [](const Value& a, const Value& b) { return *order(a, b) < 0; });
    return items;
}

}  // namespace

Value all(Machine&, const Arguments& arguments) { return joined(arguments[0].items(), false, "all"); }
Value any(Machine&, const Arguments& arguments) { return joined(arguments[0].items(), true, "any"); }
Value least(Machine& machine, const Arguments& arguments) { return extreme(machine, arguments[0].items(), false, "min"); }
Value greatest(Machine& machine, const Arguments& arguments) { return extreme(machine, arguments[0].items(), true, "max"); }
Value sum(Machine& machine, const Arguments& arguments) { return total(machine, arguments[0].items(), "sum"); }

Value product(Machine& machine, const Arguments& arguments) {
    const Items& items = arguments[0].items();
    if (std::optional<Value> found = obstacle(items, "product", Kind::number)) return *found;
    Value result = items[0];
    for (std::size_t i = 1; i < items.size() && !result.is_null(); ++i) {
        if (!machine.spend(1 + result.number().bits() / 64)) return make_null(Cause::out_of_limits);
        result = arithmetic(machine, Op::multiply, result, items[i]);
    }
    return result;
}

Value mean(Machine& machine, const Arguments& arguments) {
    const Items& items = arguments[0].items();
    const Value sum = total(machine, items, "mean");
    return sum.is_null() ? sum : arithmetic(machine, Op::divide, sum, size_of(items));
}

Value median(Machine& machine, const Arguments& arguments) {
    if (arguments[0].items().empty()) return make_null(Cause::empty_list, "median");
    if (std::optional<Value> found = obstacle(arguments[0].items(), "median", arguments[0].items()[0].kind())) return *found;
    const Kind kind = arguments[0].items()[0].kind();
    if (kind != Kind::number && kind != Kind::months && kind != Kind::seconds) return make_null(Cause::type_error, "median");
    const Items items = sorted(machine, arguments[0].items());
    const std::size_t middle = items.size() / 2;
    if (items.size() % 2 == 1) return items[middle];
    const Value sum = arithmetic(machine, Op::add, items[middle - 1], items[middle]);
    return arithmetic(machine, Op::divide, sum, make_number(Number(2)));
}

Value standard_deviation(Machine& machine, const Arguments& arguments) {
    const Items& items = arguments[0].items();
    if (std::optional<Value> found = obstacle(items, "stddev", Kind::number)) return *found;
    if (items.size() < 2) return make_null(Cause::wrong_argument, "stddev");
    Number sum;
    Number squares;
    for (const Value& item : items) {
        sum += item.number();
        squares += item.number() * item.number();
        if (squares.bits() > machine.limits().number_bits || !machine.spend(1)) return make_null(Cause::out_of_limits);
    }
    const Number size(static_cast<std::int64_t>(items.size()));
    return make_number(sqrt34((squares - sum * sum / size) / (size - Number(1))));
}

Value mode(Machine& machine, const Arguments& arguments) {
    if (arguments[0].items().empty()) return make_list({});
    if (std::optional<Value> found = obstacle(arguments[0].items(), "mode", Kind::number)) return *found;
    const Items items = sorted(machine, arguments[0].items());
    Items modes;
    std::size_t most = 0;
    for (std::size_t i = 0; i < items.size();) {
        std::size_t end = i;
        while (end < items.size() && items[end].number() == items[i].number()) ++end;
        if (end - i > most) modes.clear();
        if (end - i >= most) modes.push_back(items[i]);
        most = std::max(most, end - i);
        i = end;
    }
    return machine.list(std::move(modes));
}

}  // namespace biaochi::feel::detail::functions
