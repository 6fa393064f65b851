#pragma once
/// @file
/// The values of expressions: FEEL's, on exact rationals, with a null that says why there is no value.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/number.hpp"
#include "biaochi/feel/day.hpp"

namespace biaochi::feel {

/// Why there is no value. Closed; the order is of no meaning.
enum class Cause : std::uint8_t {
    none,              ///< null was written, or is the answer
    missing_fact,      ///< a fact was not reported
    open_point,        ///< the source leaves it open, and no reading was chosen
    division_by_zero,  ///< a divisor is zero
    out_of_limits,     ///< the evaluation would have grown beyond its limits
    type_error,        ///< an operation or function does not take a value of this type
    wrong_argument,    ///< an argument is missing, superfluous, null or outside what the function takes
    unknown_name,      ///< no such name or function
    no_such_entry,     ///< a context without this key
    no_such_item,      ///< a list without this position
    empty_list,        ///< an aggregate of nothing
    unreadable,        ///< a text that is no number, date or duration
    not_in_profile,    ///< a part of FEEL that this profile leaves out
};

/// @return the permanent name of a cause, for example "missing_fact"
[[nodiscard]] std::string_view name(Cause cause) noexcept;

/// @return whether the true answer exists but is not known here, so that even `=` cannot be answered
[[nodiscard]] constexpr bool is_unknown(Cause cause) noexcept { return cause >= Cause::missing_fact && cause <= Cause::out_of_limits; }

/// No value, and why.
struct Null {
    Cause cause = Cause::none;
    std::shared_ptr<const std::string> about;  ///< the fact, open point, key or function concerned; may be empty
};

/// A duration of whole months.
struct Months {
    std::int64_t count = 0;
    friend bool operator==(const Months&, const Months&) = default;
};

/// A duration of days and a time, exactly, as seconds.
struct Seconds {
    Number count;
    friend bool operator==(const Seconds&, const Seconds&) = default;
};

struct List;
struct Context;
struct Range;

/// What a value is; in the order of the alternatives of Value::data.
enum class Kind : std::uint8_t { null, boolean, number, text, date, months, seconds, list, context, range };

/// One value. Cheap to copy: texts, lists, contexts and ranges are shared and never change.
struct Value {
    /// One alternative a Kind, in its order.
    using Data = std::variant<Null, bool, Number, std::shared_ptr<const std::string>, Day, Months, Seconds, std::shared_ptr<const List>,
                              std::shared_ptr<const Context>, std::shared_ptr<const Range>>;
    Data data;

    /// @return what it is
    [[nodiscard]] Kind kind() const noexcept { return static_cast<Kind>(data.index()); }
    /// @return whether there is no value
    [[nodiscard]] bool is_null() const noexcept { return kind() == Kind::null; }
    /// @return whether it is the boolean @p wanted
    [[nodiscard]] bool is(bool wanted) const noexcept { return kind() == Kind::boolean && boolean() == wanted; }

    // Each of these has the precondition that the value is of its kind.
    [[nodiscard]] const Null& null() const noexcept { return *std::get_if<Null>(&data); }                ///< @pre kind null
    [[nodiscard]] bool boolean() const noexcept { return *std::get_if<bool>(&data); }                    ///< @pre kind boolean
    [[nodiscard]] const Number& number() const noexcept { return *std::get_if<Number>(&data); }          ///< @pre kind number
    [[nodiscard]] const std::string& text() const noexcept { return **std::get_if<3>(&data); }           ///< @pre kind text
    [[nodiscard]] Day date() const noexcept { return *std::get_if<Day>(&data); }                         ///< @pre kind date
    [[nodiscard]] Months months() const noexcept { return *std::get_if<Months>(&data); }                 ///< @pre kind months
    [[nodiscard]] const Number& seconds() const noexcept { return std::get_if<Seconds>(&data)->count; }  ///< @pre kind seconds
    [[nodiscard]] const std::vector<Value>& items() const noexcept;                                      ///< @pre kind list
    [[nodiscard]] const Context& context() const noexcept { return **std::get_if<8>(&data); }            ///< @pre kind context
    [[nodiscard]] const Range& range() const noexcept { return **std::get_if<9>(&data); }                ///< @pre kind range
};

/// How large a value is when it is written out, although parts of it may be shared.
struct Extent {
    unsigned depth = 0;      ///< how deep lists and contexts stand in one another
    std::size_t weight = 1;  ///< values in all, a text counting one more for every 64 bytes; not more than 10^15
};

/// Values in a row.
struct List {
    std::vector<Value> items;
    Extent extent;
};

/// Named values, in the order in which they were written; a key stands once.
struct Context {
    /// A key and its value.
    using Entry = std::pair<std::string, Value>;
    std::vector<Entry> entries;
    Extent extent;

    /// @return the entry's value, or none
    [[nodiscard]] const Value* find(std::string_view key) const noexcept;
};

/// How a range was written: with two ends, or as a comparison with one.
enum class RangeForm : std::uint8_t { interval, less, less_equal, greater, greater_equal, not_equal };

/// An interval of comparable values, or what a comparison such as `< 10` holds for. `= 10` is the interval from 10 to 10.
struct Range {
    RangeForm form = RangeForm::interval;
    Value from;  ///< null for `<` and `<=`; the operand of `!=`
    Value to;    ///< null for `>`, `>=` and `!=`
    bool from_included = false;
    bool to_included = false;
};

/// @return a null
/// @param cause  why there is no value
/// @param about  the name concerned; may be empty
[[nodiscard]] Value make_null(Cause cause = Cause::none, std::string_view about = {});
/// @return a boolean
[[nodiscard]] inline Value make_boolean(bool value) { return {Value::Data(std::in_place_type<bool>, value)}; }
/// @return a number
[[nodiscard]] inline Value make_number(Number value) { return {Value::Data(std::in_place_type<Number>, std::move(value))}; }
/// @return a text, in UTF-8
[[nodiscard]] Value make_text(std::string value);
/// @return a date
[[nodiscard]] inline Value make_date(Day value) { return {Value::Data(value)}; }
/// @return a date
[[nodiscard]] inline Value make_date(Date value) { return make_date(day_of(value)); }
/// @return a duration of whole months
[[nodiscard]] inline Value make_months(std::int64_t count) { return {Value::Data(Months{count})}; }
/// @return a duration of days and a time
[[nodiscard]] inline Value make_seconds(Number count) { return {Value::Data(Seconds{std::move(count)})}; }
/// @return a list
[[nodiscard]] Value make_list(std::vector<Value> items);
/// @return a context; of entries with the same key the last one counts
[[nodiscard]] Value make_context(std::vector<Context::Entry> entries);
/// @return a range
[[nodiscard]] Value make_range(Range range);

/// @return how large a value is
[[nodiscard]] Extent extent(const Value& value) noexcept;

/// Whether two values are the same thing; two nulls are, whatever their cause. Not FEEL's `=`, which may also be null.
[[nodiscard]] bool operator==(const Value& a, const Value& b) noexcept;

/// Prints a value as FEEL would read it: `"text"`, `date("2024-01-31")`, `[1, 2]`, `{a: 1}`, `null`.
///
/// Numbers are decimals where one of at most 400 places exists, otherwise rounded to 34 significant digits.
/// @param value    any value
/// @param longest  in bytes; what is longer is cut off and ends in `…`
[[nodiscard]] std::string feel_text(const Value& value, std::size_t longest = 1'000'000);

/// Prints a value as FEEL's function `string` does: like feel_text(), but a text or date at the top without quotation marks.
/// @param value    not null
/// @param longest  in bytes; what is longer is cut off and ends in `…`
[[nodiscard]] std::string plain_text(const Value& value, std::size_t longest = 1'000'000);

/// @return the number as plain_text() prints it
[[nodiscard]] std::string number_text(const Number& number);

}  // namespace biaochi::feel
