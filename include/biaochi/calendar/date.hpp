#pragma once
/// @file
/// Calendar dates and half-open periods of them.

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace biaochi {

/// A day of the Gregorian calendar; may be invalid until ok() was asked, as in std::chrono.
using Date = std::chrono::year_month_day;

/// The days from `from` up to, and without, `until`; no `until` means: with no end.
struct Period {
    Date from;
    std::optional<Date> until;

    /// @return whether @p day is one of them
    [[nodiscard]] bool contains(Date day) const noexcept;
    friend bool operator==(const Period&, const Period&) = default;
};

/// Reads a date written `YYYY-MM-DD`.
/// @return the date, or none when the text is written otherwise or there is no such day; never throws
[[nodiscard]] std::optional<Date> parse_date(std::string_view text) noexcept;

/// Prints a date as `YYYY-MM-DD`.
/// @param date  ok(), in the years 0 to 9999
[[nodiscard]] std::string date_text(Date date);

}  // namespace biaochi
