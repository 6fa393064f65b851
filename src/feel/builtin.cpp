/// @file
/// The table of functions (DMN 1.5, 10.3.4).

#include "feel/builtin.hpp"

#include <algorithm>

#include "biaochi/feel/expression.hpp"
#include "feel/functions.hpp"

namespace biaochi::feel {

namespace detail {

namespace {

using Of = Type::Of;

// clang-format off
constexpr std::array<Builtin, 104> table{{
    // Conversion.
    {"number", {{{"from", Of::text}, {"grouping separator", Of::text, true}, {"decimal separator", Of::text, true}}}, 3, 1, Variadic::no, ResultRule::fixed, Of::number, functions::to_number},
    {"string", {{{"from", Of::any}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::text, functions::to_text},
    {"duration", {{{"from", Of::any}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::any, functions::to_duration},
    {"date", {{{"from", Of::any}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::date, functions::to_date},
    {"date", {{{"year", Of::number}, {"month", Of::number}, {"day", Of::number}}}, 3, 3, Variadic::no, ResultRule::fixed, Of::date, functions::date_of_parts},
    {"years and months duration", {{{"from", Of::date}, {"to", Of::date}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::months, functions::months_from_to},
    {"range", {{{"from", Of::text}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::range, functions::to_range},
    // Booleans and anything.
    {"not", {{{"negand", Of::boolean, true}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::boolean, functions::negation},
    {"is", {{{"value1", Of::any}, {"value2", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::is_same, true},
    {"all", {{{"list", Of::list}}}, 1, 1, Variadic::items, ResultRule::fixed, Of::boolean, functions::all},
    {"any", {{{"list", Of::list}}}, 1, 1, Variadic::items, ResultRule::fixed, Of::boolean, functions::any},
    // Texts.
    {"substring", {{{"string", Of::text}, {"start position", Of::number}, {"length", Of::number}}}, 3, 2, Variadic::no, ResultRule::fixed, Of::text, functions::substring},
    {"string length", {{{"string", Of::text}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::number, functions::string_length},
    {"upper case", {{{"string", Of::text}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::text, functions::upper_case},
    {"lower case", {{{"string", Of::text}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::text, functions::lower_case},
    {"substring before", {{{"string", Of::text}, {"match", Of::text}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::text, functions::substring_before},
    {"substring after", {{{"string", Of::text}, {"match", Of::text}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::text, functions::substring_after},
    {"contains", {{{"string", Of::text}, {"match", Of::text}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::contains},
    {"starts with", {{{"string", Of::text}, {"match", Of::text}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::starts_with},
    {"ends with", {{{"string", Of::text}, {"match", Of::text}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::ends_with},
    {"split", {{{"string", Of::text}, {"delimiter", Of::text}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::list, functions::split},
    {"string join", {{{"list", Of::list}, {"delimiter", Of::text, true}}}, 2, 1, Variadic::no, ResultRule::fixed, Of::text, functions::string_join},
    // Lists.
    {"list contains", {{{"list", Of::list}, {"element", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::list_contains},
    {"count", {{{"list", Of::list}}}, 1, 1, Variadic::items, ResultRule::fixed, Of::number, functions::count},
    {"sublist", {{{"list", Of::list}, {"start position", Of::number}, {"length", Of::number}}}, 3, 2, Variadic::no, ResultRule::as_first, Of::list, functions::sublist},
    {"append", {{{"list", Of::list}, {"item", Of::any}}}, 2, 2, Variadic::rest, ResultRule::fixed, Of::list, functions::append},
    {"concatenate", {{{"list", Of::any}}}, 1, 1, Variadic::rest, ResultRule::fixed, Of::list, functions::concatenate},
    {"insert before", {{{"list", Of::list}, {"position", Of::number}, {"newItem", Of::any}}}, 3, 3, Variadic::no, ResultRule::fixed, Of::list, functions::insert_before},
    {"remove", {{{"list", Of::list}, {"position", Of::number}}}, 2, 2, Variadic::no, ResultRule::as_first, Of::list, functions::remove},
    {"list replace", {{{"list", Of::list}, {"position", Of::number}, {"newItem", Of::any}}}, 3, 3, Variadic::no, ResultRule::fixed, Of::list, functions::list_replace},
    {"reverse", {{{"list", Of::list}}}, 1, 1, Variadic::no, ResultRule::as_first, Of::list, functions::reverse},
    {"index of", {{{"list", Of::list}, {"match", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::list, functions::index_of},
    {"union", {{{"list", Of::any}}}, 1, 1, Variadic::rest, ResultRule::fixed, Of::list, functions::union_of},
    {"distinct values", {{{"list", Of::list}}}, 1, 1, Variadic::no, ResultRule::as_first, Of::list, functions::distinct_values},
    {"flatten", {{{"list", Of::list}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::list, functions::flatten},
    // Aggregates.
    {"min", {{{"list", Of::list}}}, 1, 1, Variadic::items, ResultRule::element_of_first, Of::any, functions::least},
    {"max", {{{"list", Of::list}}}, 1, 1, Variadic::items, ResultRule::element_of_first, Of::any, functions::greatest},
    {"sum", {{{"list", Of::list}}}, 1, 1, Variadic::items, ResultRule::element_of_first, Of::any, functions::sum},
    {"product", {{{"list", Of::list}}}, 1, 1, Variadic::items, ResultRule::fixed, Of::number, functions::product},
    {"mean", {{{"list", Of::list}}}, 1, 1, Variadic::items, ResultRule::element_of_first, Of::any, functions::mean},
    {"median", {{{"list", Of::list}}}, 1, 1, Variadic::items, ResultRule::element_of_first, Of::any, functions::median},
    {"stddev", {{{"list", Of::list}}}, 1, 1, Variadic::items, ResultRule::element_of_first, Of::any, functions::standard_deviation},
    {"mode", {{{"list", Of::list}}}, 1, 1, Variadic::items, ResultRule::list_of_element, Of::list, functions::mode},
    // Numbers.
    {"decimal", {{{"n", Of::number}, {"scale", Of::number}}}, 2, 2, Variadic::no, ResultRule::as_first, Of::number, functions::decimal},
    {"floor", {{{"n", Of::number}, {"scale", Of::number}}}, 2, 1, Variadic::no, ResultRule::as_first, Of::number, functions::floor},
    {"ceiling", {{{"n", Of::number}, {"scale", Of::number}}}, 2, 1, Variadic::no, ResultRule::as_first, Of::number, functions::ceiling},
    {"round up", {{{"n", Of::number}, {"scale", Of::number}}}, 2, 2, Variadic::no, ResultRule::as_first, Of::number, functions::round_up},
    {"round down", {{{"n", Of::number}, {"scale", Of::number}}}, 2, 2, Variadic::no, ResultRule::as_first, Of::number, functions::round_down},
    {"round half up", {{{"n", Of::number}, {"scale", Of::number}}}, 2, 2, Variadic::no, ResultRule::as_first, Of::number, functions::round_half_up},
    {"round half down", {{{"n", Of::number}, {"scale", Of::number}}}, 2, 2, Variadic::no, ResultRule::as_first, Of::number, functions::round_half_down},
    {"abs", {{{"n", Of::any}}}, 1, 1, Variadic::no, ResultRule::as_first, Of::any, functions::absolute},
    {"modulo", {{{"dividend", Of::number}, {"divisor", Of::number}}}, 2, 2, Variadic::no, ResultRule::as_first, Of::number, functions::modulo},
    {"sqrt", {{{"number", Of::number}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::number, functions::square_root},
    {"log", {{{"number", Of::number}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::number, functions::logarithm},
    {"exp", {{{"number", Of::number}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::number, functions::exponential},
    {"odd", {{{"number", Of::number}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::boolean, functions::odd},
    {"even", {{{"number", Of::number}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::boolean, functions::even},
    // Dates.
    {"day of year", {{{"date", Of::date}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::number, functions::year_day},
    {"day of week", {{{"date", Of::date}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::text, functions::week_day},
    {"month of year", {{{"date", Of::date}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::text, functions::month_name},
    {"week of year", {{{"date", Of::date}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::number, functions::year_week},
    // Ranges; a point and a range are told apart when their values are there.
    {"before", {{{"point1", Of::any}, {"point2", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::before},
    {"before", {{{"point", Of::any}, {"range", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::before},
    {"before", {{{"range", Of::any}, {"point", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::before},
    {"before", {{{"range1", Of::any}, {"range2", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::before},
    {"after", {{{"point1", Of::any}, {"point2", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::after},
    {"after", {{{"point", Of::any}, {"range", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::after},
    {"after", {{{"range", Of::any}, {"point", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::after},
    {"after", {{{"range1", Of::any}, {"range2", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::after},
    {"meets", {{{"range1", Of::range}, {"range2", Of::range}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::meets},
    {"met by", {{{"range1", Of::range}, {"range2", Of::range}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::met_by},
    {"overlaps", {{{"range1", Of::range}, {"range2", Of::range}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::overlaps},
    {"overlaps before", {{{"range1", Of::range}, {"range2", Of::range}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::overlaps_before},
    {"overlaps after", {{{"range1", Of::range}, {"range2", Of::range}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::overlaps_after},
    {"finishes", {{{"point", Of::any}, {"range", Of::range}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::finishes},
    {"finishes", {{{"range1", Of::any}, {"range2", Of::range}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::finishes},
    {"during", {{{"point", Of::any}, {"range", Of::range}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::during},
    {"during", {{{"range1", Of::any}, {"range2", Of::range}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::during},
    {"starts", {{{"point", Of::any}, {"range", Of::range}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::starts},
    {"starts", {{{"range1", Of::any}, {"range2", Of::range}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::starts},
    {"finished by", {{{"range", Of::range}, {"point", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::finished_by},
    {"finished by", {{{"range1", Of::range}, {"range2", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::finished_by},
    {"includes", {{{"range", Of::range}, {"point", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::includes},
    {"includes", {{{"range1", Of::range}, {"range2", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::includes},
    {"started by", {{{"range", Of::range}, {"point", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::started_by},
    {"started by", {{{"range1", Of::range}, {"range2", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::started_by},
    {"coincides", {{{"point1", Of::any}, {"point2", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::coincides},
    {"coincides", {{{"range1", Of::any}, {"range2", Of::any}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::coincides},
    // Contexts.
    {"get value", {{{"m", Of::context}, {"key", Of::text}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::any, functions::get_value},
    {"get entries", {{{"m", Of::context}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::list, functions::get_entries},
    {"context", {{{"entries", Of::list}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::context, functions::context_of_entries},
    {"context put", {{{"context", Of::context}, {"keys", Of::any}, {"value", Of::any}}}, 3, 3, Variadic::no, ResultRule::fixed, Of::context, functions::context_put},
    {"context put", {{{"context", Of::context}, {"key", Of::text}, {"value", Of::any}}}, 3, 3, Variadic::no, ResultRule::fixed, Of::context, functions::context_put},
    {"context merge", {{{"contexts", Of::list}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::context, functions::context_merge},
    // Ours, for figures by year and for cohorts.
    {"falls in a row", {{{"list", Of::list}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::number, functions::falls_in_a_row, false, Of::number},
    {"rises in a row", {{{"list", Of::list}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::number, functions::rises_in_a_row, false, Of::number},
    {"fell each step", {{{"list", Of::list}, {"n", Of::number}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::fell_each_step, false, Of::number},
    {"rose each step", {{{"list", Of::list}, {"n", Of::number}}}, 2, 2, Variadic::no, ResultRule::fixed, Of::boolean, functions::rose_each_step, false, Of::number},
    {"change", {{{"list", Of::list}, {"n", Of::number}}}, 2, 1, Variadic::no, ResultRule::element_of_first, Of::any, functions::change, false, Of::number},
    {"change from highest", {{{"list", Of::list}}}, 1, 1, Variadic::no, ResultRule::element_of_first, Of::any, functions::change_from_highest, false, Of::number},
    {"change from lowest", {{{"list", Of::list}}}, 1, 1, Variadic::no, ResultRule::element_of_first, Of::any, functions::change_from_lowest, false, Of::number},
    {"share", {{{"list", Of::list}}}, 1, 1, Variadic::no, ResultRule::fixed, Of::number, functions::share, false, Of::boolean},
    {"rank among", {{{"value", Of::number}, {"list", Of::list}, {"better", Of::text}}}, 3, 3, Variadic::no, ResultRule::fixed, Of::number, functions::rank_among, false, Of::number},
    {"percentile among", {{{"value", Of::number}, {"list", Of::list}, {"better", Of::text}}}, 3, 3, Variadic::no, ResultRule::fixed, Of::number, functions::percentile_among, false, Of::number},
}};
// clang-format on

/// What FEEL has and the profile leaves out.
constexpr std::array<std::string_view, 8> left_out{"date and time", "time", "matches", "replace", "sort", "now", "today", "random number"};

}  // namespace

std::span<const Builtin> builtins() noexcept { return table; }

std::span<const Builtin> forms_of(std::string_view name) noexcept {
    const auto has_name = [&](const Builtin& form) { return form.name == name; };
    const auto first = std::find_if(table.begin(), table.end(), has_name);
    const auto last = std::find_if_not(first, table.end(), has_name);
    return {first, last};
}

bool is_function(std::string_view name) noexcept { return !forms_of(name).empty() || is_left_out(name); }

std::vector<std::string_view> names_of_ours() {
    std::vector<std::string_view> names;
    for (const Builtin& form : table) {
        if (form.is_ours()) names.push_back(form.name);
    }
    return names;
}

bool is_left_out(std::string_view name) noexcept { return std::find(left_out.begin(), left_out.end(), name) != left_out.end(); }

}  // namespace detail

std::vector<std::string_view> function_names() {
    std::vector<std::string_view> names;
    names.reserve(std::size(detail::table));
    for (const detail::Builtin& form : detail::table) {
        if (!form.is_ours()) names.push_back(form.name);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace biaochi::feel
