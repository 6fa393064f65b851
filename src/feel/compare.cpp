/// @file
/// Equality in three values, order, ranges, membership (DMN 1.5, tables 42, 50 and 55).

#include "feel/compare.hpp"

#include <algorithm>

#include "biaochi/feel/evaluate.hpp"

namespace biaochi::feel {

namespace {

bool is_unknown_value(const Value& value) { return value.is_null() && is_unknown(value.null().cause); }

/// Items and entries of lists and contexts: what differs makes them differ; what is unknown leaves it open.
Value equal_parts(const Value& a, const Value& b) {
    Value answer = equal(a, b);
    return answer.is_null() && !is_unknown(answer.null().cause) ? make_boolean(false) : answer;
}

/// Joins the answers for all parts: no if one differs, else unknown if one is unknown.
class AllOf {
public:
    bool add(Value answer) {
        if (answer.is(true)) return true;
        if (!answer_.is(false)) answer_ = std::move(answer);
        return !answer_.is(false);
    }
    [[nodiscard]] Value answer() const { return answer_; }

private:
    Value answer_ = make_boolean(true);
};

Value equal_lists(const std::vector<Value>& a, const std::vector<Value>& b) {
    if (a.size() != b.size()) return make_boolean(false);
    AllOf all;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!all.add(equal_parts(a[i], b[i]))) break;
    }
    return all.answer();
}

Value equal_contexts(const Context& a, const Context& b) {
    if (a.entries.size() != b.entries.size()) return make_boolean(false);
    AllOf all;
    for (const auto& [key, value] : a.entries) {
        const Value* other = b.find(key);
        if (!all.add(other == nullptr ? make_boolean(false) : equal_parts(value, *other))) break;
    }
    return all.answer();
}

Value equal_ranges(const Range& a, const Range& b) {
    if (a.form != b.form || a.from_included != b.from_included || a.to_included != b.to_included) return make_boolean(false);
    AllOf all;
    if (all.add(equal_parts(a.from, b.from))) (void)all.add(equal_parts(a.to, b.to));
    return all.answer();
}

}  // namespace

Value equal(const Value& a, const Value& b) {
    if (is_unknown_value(a)) return a;
    if (is_unknown_value(b)) return b;
    if (a.is_null() || b.is_null()) return make_boolean(a.kind() == b.kind());
    if (a.kind() != b.kind()) return detail::incomparable(a, b);
    switch (a.kind()) {
        case Kind::list:
            return equal_lists(a.items(), b.items());
        case Kind::context:
            return equal_contexts(a.context(), b.context());
        case Kind::range:
            return equal_ranges(a.range(), b.range());
        default:
            return make_boolean(a == b);
    }
}

namespace detail {

std::optional<std::strong_ordering> order(const Value& a, const Value& b) noexcept {
    if (a.kind() != b.kind()) return std::nullopt;
    switch (a.kind()) {
        case Kind::number:
            return a.number() <=> b.number();
        case Kind::text:
            return a.text() <=> b.text();
        case Kind::date:
            return a.date() <=> b.date();
        case Kind::months:
            return a.months().count <=> b.months().count;
        case Kind::seconds:
            return a.seconds() <=> b.seconds();
        default:
            return std::nullopt;
    }
}

Value incomparable(const Value& a, const Value& b) {
    if (is_unknown_value(a)) return a;
    if (is_unknown_value(b)) return b;
    if (a.is_null() && a.null().cause != Cause::none) return a;
    if (b.is_null() && b.null().cause != Cause::none) return b;
    return make_null(Cause::type_error);
}

namespace {

/// Whether a value is on the right side of one end; the end null makes it null.
Value beyond(const Value& low, const Value& high, bool included) {
    const auto compared = order(low, high);
    if (!compared) return incomparable(low, high);
    return make_boolean(*compared < 0 || (included && *compared == 0));
}

}  // namespace

Value in_range(const Value& value, const Range& range) {
    switch (range.form) {
        case RangeForm::less:
        case RangeForm::less_equal:
            return beyond(value, range.to, range.to_included);
        case RangeForm::greater:
        case RangeForm::greater_equal:
            return beyond(range.from, value, range.from_included);
        case RangeForm::not_equal: {
            Value same = equal(value, range.from);
            return same.is_null() ? same : make_boolean(!same.boolean());
        }
        case RangeForm::interval:
            break;
    }
    // `= x` is the interval from x to x, and x may be of a kind that has no order.
    if (range.from_included && range.to_included && range.from == range.to && !order(range.from, range.to)) return equal(value, range.from);
    Value above = beyond(range.from, value, range.from_included);
    Value below = beyond(value, range.to, range.to_included);
    if (above.is(false) && !below.is_null()) return above;
    if (above.is_null()) return above;
    return below;
}

bool AnyOf::add(Value answer) {
    if (answer.is(true)) {
        answer_ = std::move(answer);
        return true;
    }
    if (answer.is_null() && answer_.is(false)) answer_ = std::move(answer);
    return false;
}

Value satisfies(const Value& value, const Value& test) {
    if (value.kind() == Kind::text && test.kind() == Kind::text) return make_boolean(value.text() == test.text());  // the usual words first
    if (test.is_null() && test.null().cause != Cause::none) return test;  // a test that came to nothing is not failed
    if (test.kind() == Kind::range) return value.kind() == Kind::range ? equal(value, test) : in_range(value, test.range());
    if (test.kind() != Kind::list) return equal(value, test);
    if (value.kind() == Kind::list && equal(value, test).is(true)) return make_boolean(true);
    AnyOf any;
    for (const Value& item : test.items()) {
        const bool is_test = item.kind() == Kind::range && value.kind() != Kind::range;
        Value answer = is_test ? in_range(value, item.range()) : equal(value, item);
        // An item of another kind is no match, as in the function `list contains`.
        if (!is_test && answer.is_null() && !is_unknown(answer.null().cause)) answer = make_boolean(false);
        if (any.add(std::move(answer))) break;
    }
    return any.answer();
}

}  // namespace detail

}  // namespace biaochi::feel
