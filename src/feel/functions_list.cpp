/// @file
/// Functions of lists (DMN 1.5, table 75).

#include <algorithm>

#include "feel/compare.hpp"
#include "feel/functions.hpp"
#include "feel/machine.hpp"

namespace biaochi::feel::detail::functions {

namespace {

/// The place of a position, from the front or, negative, from the back; none outside 1..size.
std::optional<std::size_t> place_of(const Value& position, std::size_t size) {
    const Number& number = position.number();
    if (!number.is_whole() || !number.is_small()) return std::nullopt;
    const std::int64_t at = number.small_numerator();
    const auto count = static_cast<std::int64_t>(size);
    if (at >= 1 && at <= count) return static_cast<std::size_t>(at - 1);
    if (at < 0 && at >= -count) return static_cast<std::size_t>(count + at);
    return std::nullopt;
}

/// Whether two items are the same for the functions that look for one; none while steps last.
bool same(Machine& machine, const Value& a, const Value& b) {
    if (a.kind() != b.kind()) {
        static_cast<void>(machine.spend(1));
        return false;
    }
    return machine.spend(std::min(extent(a).weight, extent(b).weight)) && a == b;
}

void append_distinct(Machine& machine, std::vector<Value>& kept, const Value& item) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Value& other) { return same(machine, item, other); });
    if (!known && !machine.exhausted()) kept.push_back(item);
}

/// Whether all steps of going into nested lists are possible; their items go to @p flat.
bool flatten_into(Machine& machine, std::vector<Value>& flat, const std::vector<Value>& items) {
    for (const Value& item : items) {
        if (!machine.spend(1) || flat.size() > machine.limits().list_size) return false;
        if (item.kind() != Kind::list) {
            flat.push_back(item);
        } else if (!flatten_into(machine, flat, item.items())) {
            return false;
        }
    }
    return true;
}

/// All items of several lists; what is no list is an item. None where one argument is null.
std::optional<std::vector<Value>> joined(Machine& machine, const std::vector<Value>& lists, Value& failure) {
    std::vector<Value> items;
    for (const Value& list : lists) {
        if (list.is_null()) {
            failure = list;
            return std::nullopt;
        }
        const std::size_t more = list.kind() == Kind::list ? list.items().size() : 1;
        if (!machine.spend(more) || items.size() + more > machine.limits().list_size) {
            failure = make_null(Cause::out_of_limits);
            return std::nullopt;
        }
        if (list.kind() == Kind::list) {
            items.insert(items.end(), list.items().begin(), list.items().end());
        } else {
            items.push_back(list);
        }
    }
    return items;
}

}  // namespace

Value list_contains(Machine& machine, const Arguments& arguments) {
    const Value& wanted = arguments[1];
    AnyOf any;
    for (const Value& item : arguments[0].items()) {
        if (!machine.spend(1 + extent(item).weight / 4)) return make_null(Cause::out_of_limits);
        Value answer = equal(item, wanted);
        if (answer.is_null() && !is_unknown(answer.null().cause)) answer = make_boolean(false);
        if (any.add(std::move(answer))) break;
    }
    return any.answer();
}

Value count(Machine&, const Arguments& arguments) { return make_number(Number(static_cast<std::int64_t>(arguments[0].items().size()))); }

Value sublist(Machine& machine, const Arguments& arguments) {
    const std::vector<Value>& items = arguments[0].items();
    const std::optional<std::size_t> from = place_of(arguments[1], items.size());
    Value wrong = make_null(Cause::wrong_argument, "sublist");
    if (!from) return wrong;
    std::size_t length = items.size() - *from;
    if (arguments.has(2)) {
        const Number& wanted = arguments[2].number();
        if (!wanted.is_whole() || wanted.sign() < 0 || wanted > Number(static_cast<std::int64_t>(length))) return wrong;
        length = static_cast<std::size_t>(wanted.small_numerator());
    }
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(*from);
    return machine.list(std::vector<Value>(first, first + static_cast<std::ptrdiff_t>(length)));
}

Value append(Machine& machine, const Arguments& arguments) {
    std::vector<Value> items = arguments[0].items();
    items.insert(items.end(), arguments[1].items().begin(), arguments[1].items().end());
    return machine.list(std::move(items));
}

Value concatenate(Machine& machine, const Arguments& arguments) {
    Value failure;
    std::optional<std::vector<Value>> items = joined(machine, arguments[0].items(), failure);
    return items ? machine.list(std::move(*items)) : failure;
}

Value insert_before(Machine& machine, const Arguments& arguments) {
    std::vector<Value> items = arguments[0].items();
    const std::optional<std::size_t> at = place_of(arguments[1], items.size());
    if (!at) return make_null(Cause::wrong_argument, "insert before");
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(*at), arguments[2]);
    return machine.list(std::move(items));
}

Value remove(Machine& machine, const Arguments& arguments) {
    std::vector<Value> items = arguments[0].items();
    const std::optional<std::size_t> at = place_of(arguments[1], items.size());
    if (!at) return make_null(Cause::wrong_argument, "remove");
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(*at));
    return machine.list(std::move(items));
}

Value list_replace(Machine& machine, const Arguments& arguments) {
    std::vector<Value> items = arguments[0].items();
    const std::optional<std::size_t> at = place_of(arguments[1], items.size());
    if (!at) return make_null(Cause::wrong_argument, "list replace");
    items[*at] = arguments[2];
    return machine.list(std::move(items));
}

Value reverse(Machine& machine, const Arguments& arguments) {
    return machine.list(std::vector<Value>(arguments[0].items().rbegin(), arguments[0].items().rend()));
}

Value index_of(Machine& machine, const Arguments& arguments) {
    std::vector<Value> places;
    const std::vector<Value>& items = arguments[0].items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (same(machine, items[i], arguments[1])) places.push_back(make_number(Number(static_cast<std::int64_t>(i + 1))));
    }
    return machine.list(std::move(places));
}

Value union_of(Machine& machine, const Arguments& arguments) {
    Value failure;
    const std::optional<std::vector<Value>> items = joined(machine, arguments[0].items(), failure);
    if (!items) return failure;
    std::vector<Value> kept;
    for (const Value& item : *items) append_distinct(machine, kept, item);
    return machine.list(std::move(kept));
}

Value distinct_values(Machine& machine, const Arguments& arguments) {
    std::vector<Value> kept;
    for (const Value& item : arguments[0].items()) append_distinct(machine, kept, item);
    return machine.list(std::move(kept));
}

Value flatten(Machine& machine, const Arguments& arguments) {
    std::vector<Value> flat;
    if (!flatten_into(machine, flat, arguments[0].items())) return make_null(Cause::out_of_limits);
    return machine.list(std::move(flat));
}

}  // namespace biaochi::feel::detail::functions
