#pragma once
/// @file
/// The bodies of the functions of the profile; each gets arguments of its parameters' types.

#include "feel/builtin.hpp"

namespace biaochi::feel::detail::functions {

#define BIAOCHI_FEEL_FUNCTION(name) Value name(Machine& machine, const Arguments& arguments)

// functions_convert.cpp
BIAOCHI_FEEL_FUNCTION(to_number);
BIAOCHI_FEEL_FUNCTION(to_text);
BIAOCHI_FEEL_FUNCTION(to_duration);
BIAOCHI_FEEL_FUNCTION(to_date);
BIAOCHI_FEEL_FUNCTION(date_of_parts);
BIAOCHI_FEEL_FUNCTION(months_from_to);
BIAOCHI_FEEL_FUNCTION(to_range);
BIAOCHI_FEEL_FUNCTION(negation);
BIAOCHI_FEEL_FUNCTION(is_same);

// functions_date.cpp
BIAOCHI_FEEL_FUNCTION(year_day);
BIAOCHI_FEEL_FUNCTION(week_day);
BIAOCHI_FEEL_FUNCTION(month_name);
BIAOCHI_FEEL_FUNCTION(year_week);

// functions_text.cpp
BIAOCHI_FEEL_FUNCTION(substring);
BIAOCHI_FEEL_FUNCTION(string_length);
BIAOCHI_FEEL_FUNCTION(upper_case);
BIAOCHI_FEEL_FUNCTION(lower_case);
BIAOCHI_FEEL_FUNCTION(substring_before);
BIAOCHI_FEEL_FUNCTION(substring_after);
BIAOCHI_FEEL_FUNCTION(contains);
BIAOCHI_FEEL_FUNCTION(starts_with);
BIAOCHI_FEEL_FUNCTION(ends_with);
BIAOCHI_FEEL_FUNCTION(split);
BIAOCHI_FEEL_FUNCTION(string_join);

/// @return whether `split` takes it for what it says and not for a pattern: a plain text, or one sign after a backslash
[[nodiscard]] bool is_plain_delimiter(std::string_view text);

// functions_list.cpp
BIAOCHI_FEEL_FUNCTION(list_contains);
BIAOCHI_FEEL_FUNCTION(count);
BIAOCHI_FEEL_FUNCTION(sublist);
BIAOCHI_FEEL_FUNCTION(append);
BIAOCHI_FEEL_FUNCTION(concatenate);
BIAOCHI_FEEL_FUNCTION(insert_before);
BIAOCHI_FEEL_FUNCTION(remove);
BIAOCHI_FEEL_FUNCTION(list_replace);
BIAOCHI_FEEL_FUNCTION(reverse);
BIAOCHI_FEEL_FUNCTION(index_of);
BIAOCHI_FEEL_FUNCTION(union_of);
BIAOCHI_FEEL_FUNCTION(distinct_values);
BIAOCHI_FEEL_FUNCTION(flatten);

// functions_aggregate.cpp
BIAOCHI_FEEL_FUNCTION(all);
BIAOCHI_FEEL_FUNCTION(any);
BIAOCHI_FEEL_FUNCTION(least);
BIAOCHI_FEEL_FUNCTION(greatest);
BIAOCHI_FEEL_FUNCTION(sum);
BIAOCHI_FEEL_FUNCTION(product);
BIAOCHI_FEEL_FUNCTION(mean);
BIAOCHI_FEEL_FUNCTION(median);
BIAOCHI_FEEL_FUNCTION(standard_deviation);
BIAOCHI_FEEL_FUNCTION(mode);

// functions_number.cpp
BIAOCHI_FEEL_FUNCTION(decimal);
BIAOCHI_FEEL_FUNCTION(floor);
BIAOCHI_FEEL_FUNCTION(ceiling);
BIAOCHI_FEEL_FUNCTION(round_up);
BIAOCHI_FEEL_FUNCTION(round_down);
BIAOCHI_FEEL_FUNCTION(round_half_up);
BIAOCHI_FEEL_FUNCTION(round_half_down);
BIAOCHI_FEEL_FUNCTION(absolute);
BIAOCHI_FEEL_FUNCTION(modulo);
BIAOCHI_FEEL_FUNCTION(square_root);
BIAOCHI_FEEL_FUNCTION(logarithm);
BIAOCHI_FEEL_FUNCTION(exponential);
BIAOCHI_FEEL_FUNCTION(odd);
BIAOCHI_FEEL_FUNCTION(even);

// functions_range.cpp
BIAOCHI_FEEL_FUNCTION(before);
BIAOCHI_FEEL_FUNCTION(after);
BIAOCHI_FEEL_FUNCTION(meets);
BIAOCHI_FEEL_FUNCTION(met_by);
BIAOCHI_FEEL_FUNCTION(overlaps);
BIAOCHI_FEEL_FUNCTION(overlaps_before);
BIAOCHI_FEEL_FUNCTION(overlaps_after);
BIAOCHI_FEEL_FUNCTION(finishes);
BIAOCHI_FEEL_FUNCTION(finished_by);
BIAOCHI_FEEL_FUNCTION(includes);
BIAOCHI_FEEL_FUNCTION(during);
BIAOCHI_FEEL_FUNCTION(starts);
BIAOCHI_FEEL_FUNCTION(started_by);
BIAOCHI_FEEL_FUNCTION(coincides);

// functions_context.cpp
BIAOCHI_FEEL_FUNCTION(get_value);
BIAOCHI_FEEL_FUNCTION(get_entries);
BIAOCHI_FEEL_FUNCTION(context_of_entries);
BIAOCHI_FEEL_FUNCTION(context_put);
BIAOCHI_FEEL_FUNCTION(context_merge);

// functions_history.cpp
BIAOCHI_FEEL_FUNCTION(falls_in_a_row);
BIAOCHI_FEEL_FUNCTION(rises_in_a_row);
BIAOCHI_FEEL_FUNCTION(fell_each_step);
BIAOCHI_FEEL_FUNCTION(rose_each_step);
BIAOCHI_FEEL_FUNCTION(change);
BIAOCHI_FEEL_FUNCTION(change_from_highest);
BIAOCHI_FEEL_FUNCTION(change_from_lowest);
BIAOCHI_FEEL_FUNCTION(share);
BIAOCHI_FEEL_FUNCTION(rank_among);
BIAOCHI_FEEL_FUNCTION(percentile_among);

#undef BIAOCHI_FEEL_FUNCTION

}  // namespace biaochi::feel::detail::functions
