/// @file
/// Units, words and periods of targets.

#include "rulebook/targets.hpp"

#include <array>
#include <chrono>
#include <cstddef>

#include "biaochi/rulebook/unit.hpp"

namespace biaochi {

std::string_view name(Target::Form form) noexcept {
    constexpr std::array<std::string_view, 13> names{"level",    "yearly",      "cumulative", "growth",    "multiple",
                                                     "gain",     "not_falling", "rank",       "rank_gain", "class",
                                                     "relative", "coverage",    "qualitative"};
    return names[static_cast<std::size_t>(form)];
}

namespace detail {
namespace {

using Form = Target::Form;

constexpr std::string_view percentage_points = "个百分点";

/// A share's unit in percent, so that a difference of two is in percentage points.
std::optional<Number> in_percent(const Rulebook& book, const std::string& unit) { return conversion(book.units, unit, "%"); }

std::string_view sign(Bound bound) noexcept {
    constexpr std::array<std::string_view, 6> signs{"≥ ", "> ", "≤ ", "< ", "= ", "≈ "};
    return signs[static_cast<std::size_t>(bound)];
}

std::optional<int> digits(std::string_view text) noexcept {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

bool takes_unit(Form form) noexcept {
    return form == Form::level || form == Form::yearly || form == Form::cumulative || form == Form::gain || is_place(form);
}

bool takes_year(Form form) noexcept {
    switch (form) {
        case Form::yearly:
        case Form::cumulative:
        case Form::growth:
        case Form::multiple:
        case Form::gain:
        case Form::not_falling:
        case Form::rank_gain:
            return true;
        default:
            return false;
    }
}

bool is_place(Form form) noexcept { return form == Form::rank || form == Form::rank_gain; }

std::string unit_of_values(const Rulebook& book, const Target& target) {
    const Fact* fact = find(book.facts, target.fact);
    const std::string own = fact == nullptr ? std::string() : fact->unit;
    switch (target.form) {
        case Form::coverage:
            return "%";
        case Form::multiple:
        case Form::relative:
        case Form::in_class:
        case Form::qualitative:
            return {};
        case Form::gain:
        case Form::not_falling:
            if (target.unit.empty() && in_percent(book, own)) return std::string(percentage_points);
            break;
        default:
            break;
    }
    return target.unit.empty() ? own : target.unit;
}

std::optional<Number> factor_of_figures(const Rulebook& book, const Target& target) {
    const Fact* fact = find(book.facts, target.fact);
    if (fact == nullptr) return std::nullopt;
    if (target.form == Form::gain || target.form == Form::not_falling) {
        const std::optional<Number> percent = in_percent(book, fact->unit);
        if (percent) return target.unit.empty() || target.unit == percentage_points ? percent : std::nullopt;
    }
    if (!takes_unit(target.form) || target.unit.empty() || target.unit == fact->unit) return Number(1);
    return conversion(book.units, fact->unit, target.unit);
}

std::string goal_text(const Goal& goal, std::string_view unit) {
    std::string text;
    for (const auto& [reading, value] : goal.value.by) {
        if (!text.empty()) text += " / ";
        text += value.text();
    }
    text = goal.to ? text + "–" + goal.to->text() : std::string(sign(goal.bound)) + text;
    if (!unit.empty()) text.append(" ").append(unit);
    return text;
}

std::optional<Date> last_day(std::string_view period) noexcept {
    constexpr std::size_t year_size = 4;
    constexpr std::size_t month_size = 7;
    if (period.size() == year_size || period.size() == month_size) {
        const std::optional<int> year = digits(period.substr(0, year_size));
        const std::optional<int> month = period.size() == year_size ? std::optional(12) : digits(period.substr(year_size + 1));
        if (!year || !month || (period.size() > year_size && period[year_size] != '-')) return std::nullopt;
        if (*year < earliest_year || *year > latest_year || *month < 1 || *month > 12) return std::nullopt;
        return Date(std::chrono::year(*year) / std::chrono::month(static_cast<unsigned>(*month)) / std::chrono::last);
    }
    const std::optional<Date> day = parse_date(period);
    if (!day || static_cast<int>(day->year()) < earliest_year || static_cast<int>(day->year()) > latest_year) return std::nullopt;
    return day;
}

std::optional<int> whole_year(std::string_view period) noexcept {
    const std::optional<Date> day = period.size() == 4 ? last_day(period) : std::nullopt;
    if (!day) return std::nullopt;
    return static_cast<int>(day->year());
}

}  // namespace detail
}  // namespace biaochi
