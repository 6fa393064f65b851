/// @file
/// Months and days that come every year through the C interface.

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "biaochi/calendar/words.hpp"
#include "capi/guard.hpp"

using biaochi::Date;
using biaochi::Issue;
using biaochi::IssueCode;
using biaochi::capi::bad_word;
using biaochi::capi::failed;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

namespace {

constexpr const char* roundings = "last_day, next_month_first_day, refuse";

biaochi_status refuse(biaochi_error* error, const Issue& issue) { return wrong_text(error, {&issue, 1}); }

biaochi_status give(Date day, biaochi_date* out) {
    const std::string text = biaochi::date_text(day);
    std::fill(std::begin(out->text), std::end(out->text), '\0');
    std::copy_n(text.begin(), std::min(text.size(), sizeof out->text - 1), out->text);
    return BIAOCHI_STATUS_OK;
}

/// Checks what all have in common, and answers. @param ask  `biaochi_status(Date, MonthRounding)`
template <class Ask>
biaochi_status answer(const char* date, const char* rounding, biaochi_error* error, const biaochi_date* out, Ask ask) {
    if (date == nullptr) return null_argument(error, "date");
    if (rounding == nullptr) return null_argument(error, "rounding");
    if (out == nullptr) return null_argument(error, "out");
    const auto rounded = biaochi::month_rounding(rounding);
    if (!rounded) return bad_word(error, "rounding", roundings);
    return guard(error, [&] {
        const auto from = biaochi::parse_date(date);
        if (!from) return refuse(error, make_issue(IssueCode::bad_date, "/date", {date}));
        return ask(*from, *rounded);
    });
}

using Yearly = std::optional<Date> (*)(biaochi::YearlyDay, Date, biaochi::MonthRounding);

biaochi_status yearly(Yearly find, const char* day, const char* date, const char* rounding, biaochi_error* error, biaochi_date* out) {
    if (day == nullptr) return null_argument(error, "day");
    return answer(date, rounding, error, out, [&](Date from, biaochi::MonthRounding rounded) {
        const auto wanted = biaochi::parse_yearly_day(day);
        if (!wanted) return refuse(error, make_issue(IssueCode::bad_date, "/day", {day}));
        const auto found = find(*wanted, from, rounded);
        return found ? give(*found, out) : refuse(error, biaochi::no_such_day(from, *wanted));
    });
}

}  // namespace

biaochi_status biaochi_date_add_months(const char* date, int32_t months, const char* rounding, biaochi_error* error, biaochi_date* out) {
    return answer(date, rounding, error, out, [&](Date from, biaochi::MonthRounding rounded) {
        const auto found = biaochi::add_months(from, months, rounded);
        return found ? give(*found, out) : refuse(error, biaochi::no_such_day(from, months, biaochi::TermUnit::months));
    });
}

biaochi_status biaochi_date_end_of_months(const char* date, int32_t months, const char* start, const char* rounding, biaochi_error* error,
                                          biaochi_date* out) {
    if (start == nullptr) return null_argument(error, "start");
    const auto begin = biaochi::start(start);
    if (!begin) return bad_word(error, "start", "next_day, same_day");
    if (months < 0) return failed(error, BIAOCHI_STATUS_OUT_OF_RANGE, "`months` is below 0", "`months` 小于 0");
    return answer(date, rounding, error, out, [&](Date from, biaochi::MonthRounding rounded) {
        const auto found = biaochi::end_of_months(from, months, *begin, rounded);
        return found ? give(*found, out) : refuse(error, biaochi::no_such_day(from, months, biaochi::TermUnit::months));
    });
}

biaochi_status biaochi_date_next_yearly(const char* day, const char* date, const char* rounding, biaochi_error* error, biaochi_date* out) {
    return yearly(&biaochi::next_yearly, day, date, rounding, error, out);
}

biaochi_status biaochi_date_last_yearly(const char* day, const char* date, const char* rounding, biaochi_error* error, biaochi_date* out) {
    return yearly(&biaochi::last_yearly, day, date, rounding, error, out);
}
