/// @file
/// Functions that convert, and those that take anything (DMN 1.5, tables 71 to 73 and 80).

#include <algorithm>

#include "feel/compare.hpp"
#include "feel/duration.hpp"
#include "feel/functions.hpp"
#include "feel/machine.hpp"

namespace biaochi::feel::detail::functions {

namespace {

/// @return whether a separator is one that the standard allows
bool is_separator(const Value& value, std::string_view allowed) {
    return value.is_null() || (value.text().size() == 1 && allowed.find(value.text()[0]) != std::string_view::npos);
}

std::optional<std::int64_t> whole_of(const Value& value) {
    if (!value.number().is_whole() || !value.number().is_small()) return std::nullopt;
    return value.number().small_numerator();
}

/// Reads one end of a range text: a number, a text, a date or a duration.
Value end_of(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return make_null(Cause::none);
    text = text.substr(first, text.find_last_not_of(' ') - first + 1);
    for (const std::string_view call : {"date(", "duration("}) {
        if (text.starts_with(call) && text.ends_with(')')) text = text.substr(call.size(), text.size() - call.size() - 1);
    }
    const bool at = text.starts_with('@');
    if (at) text.remove_prefix(1);
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') {
        const std::optional<Number> number = at || text.find('/') != std::string_view::npos ? std::nullopt : parse_number(text);
        return number ? make_number(*number) : make_null(Cause::unreadable, text);
    }
    const std::string_view inner = text.substr(1, text.size() - 2);
    if (const std::optional<Day> day = parse_day(inner)) return make_date(*day);
    Value duration = parse_duration(inner);
    return duration.is_null() && !at ? make_text(std::string(inner)) : duration;
}

}  // namespace

Value to_number(Machine&, const Arguments& arguments) {
    const Value& grouping = arguments[1];
    const Value& decimal = arguments[2];
    if (!is_separator(grouping, " ,.") || !is_separator(decimal, ",.")) return make_null(Cause::wrong_argument, "number");
    if (!grouping.is_null() && !decimal.is_null() && grouping.text() == decimal.text()) return make_null(Cause::wrong_argument, "number");
    std::string text = arguments[0].text();
    if (!grouping.is_null()) std::erase(text, grouping.text()[0]);
    if (!decimal.is_null()) {
        if (decimal.text() == "," && text.find('.') != std::string::npos) return make_null(Cause::unreadable, arguments[0].text());
        std::replace(text.begin(), text.end(), decimal.text()[0], '.');
    }
    const std::optional<Number> number = text.find('/') == std::string::npos ? parse_number(text) : std::nullopt;
    return number ? make_number(*number) : make_null(Cause::unreadable, arguments[0].text());
}

Value to_text(Machine& machine, const Arguments& arguments) {
    if (arguments[0].is_null()) return arguments[0];
    if (!machine.spend_on(arguments[0])) return make_null(Cause::out_of_limits);
    return machine.text(plain_text(arguments[0], machine.limits().text_size));
}

Value to_duration(Machine&, const Arguments& arguments) {
    const Value& from = arguments[0];
    if (from.is_null()) return from.null().cause == Cause::none ? make_null(Cause::wrong_argument, "duration") : from;
    if (from.kind() == Kind::months || from.kind() == Kind::seconds) return from;
    return from.kind() == Kind::text ? parse_duration(from.text()) : make_null(Cause::type_error, "duration");
}

Value to_date(Machine&, const Arguments& arguments) {
    const Value& from = arguments[0];
    if (from.is_null()) return from.null().cause == Cause::none ? make_null(Cause::wrong_argument, "date") : from;
    if (from.kind() == Kind::date) return from;
    if (from.kind() != Kind::text) return make_null(Cause::type_error, "date");
    const std::optional<Day> day = parse_day(from.text());
    return day ? make_date(*day) : make_null(Cause::unreadable, from.text());
}

Value date_of_parts(Machine&, const Arguments& arguments) {
    const std::optional<std::int64_t> year = whole_of(arguments[0]);
    const std::optional<std::int64_t> month = whole_of(arguments[1]);
    const std::optional<std::int64_t> day = whole_of(arguments[2]);
    if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return make_null(Cause::wrong_argument, "date");
    const std::optional<Day> result = day_of({*year, static_cast<int>(*month), static_cast<int>(*day)});
    return result ? make_date(*result) : make_null(Cause::wrong_argument, "date");
}

Value months_from_to(Machine&, const Arguments& arguments) { return make_months(months_between(arguments[0].date(), arguments[1].date())); }

Value to_range(Machine&, const Arguments& arguments) {
    const std::string_view text = arguments[0].text();
    const std::size_t dots = text.find("..");
    Value unreadable = make_null(Cause::unreadable, text);
    if (text.size() < 4 || dots == std::string_view::npos || dots == 0) return unreadable;
    const char open = text.front();
    const char close = text.back();
    if ((open != '[' && open != '(' && open != ']') || (close != ']' && close != ')' && close != '[')) return unreadable;
    Range range;
    range.from = end_of(text.substr(1, dots - 1));
    range.to = end_of(text.substr(dots + 2, text.size() - dots - 3));
    range.from_included = open == '[';
    range.to_included = close == ']';
    const auto ordered = order(range.from, range.to);
    return ordered && *ordered <= 0 ? make_range(std::move(range)) : unreadable;
}

Value negation(Machine&, const Arguments& arguments) {
    const Value& value = arguments[0];
    if (value.kind() == Kind::boolean) return make_boolean(!value.boolean());
    return value.is_null() ? value : make_null(Cause::type_error, "not");
}

Value is_same(Machine& machine, const Arguments& arguments) {
    const Value& a = arguments[0];
    const Value& b = arguments[1];
    for (const Value* side : {&a, &b}) {
        if (side->is_null() && is_unknown(side->null().cause)) return *side;
    }
    return machine.spend_on(a) ? make_boolean(a == b) : make_null(Cause::out_of_limits);
}

}  // namespace biaochi::feel::detail::functions
