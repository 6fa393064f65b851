#pragma once
/// @file
/// Order and membership of values.

#include <compare>
#include <optional>

#include "biaochi/feel/value.hpp"

namespace biaochi::feel::detail {

/// Orders two numbers, texts, dates or durations of the same kind; none for any other two values.
[[nodiscard]] std::optional<std::strong_ordering> order(const Value& a, const Value& b) noexcept;

/// @return the null that says why two values cannot be compared: the unknown one of them, or a type error
[[nodiscard]] Value incomparable(const Value& a, const Value& b);

/// Whether a range holds a value: true, false, or null.
[[nodiscard]] Value in_range(const Value& value, const Range& range);

/// Whether a value satisfies one test of `in`: it equals the test, or lies in the range, or is among the items of the list.
[[nodiscard]] Value satisfies(const Value& value, const Value& test);

/// Joins the answers of several tests of which one must hold: true if one does, else the first undecided one, else false.
class AnyOf {
public:
    /// Takes one more answer in; @return whether it decides
    bool add(Value answer);
    /// @return the answer so far
    [[nodiscard]] Value answer() const { return answer_; }

private:
    Value answer_ = make_boolean(false);
};

}  // namespace biaochi::feel::detail
