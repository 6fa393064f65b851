#pragma once
/// @file
/// What is wrong with a text: a rulebook, a table of figures, a choice of readings.

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/text.hpp"

namespace biaochi {

/// How bad an issue is.
enum class Severity {
    error,    ///< the text cannot be used
    warning,  ///< the text can be used; a person should look
    note,     ///< worth knowing
};

/// What is wrong. The name of each code, given by name(), is permanent; docs/reference/errors.md lists them all.
enum class IssueCode : std::uint8_t {
    // The text as JSON.
    json_syntax,
    invalid_utf8,
    too_deep,
    too_large,
    number_too_long,
    repeated_key,
    // The shape of the document.
    unknown_format,
    missing_key,
    unknown_key,
    wrong_type,
    bad_number,
    bad_date,
    bad_id,
    bad_value,
    empty_list,
    // Names that must lead somewhere.
    repeated_id,
    unknown_source,
    unknown_fact,
    unknown_open_point,
    unknown_reading,
    missing_reading,
    unknown_item,
    unknown_level,
    unknown_option,
    unknown_unit,
    unknown_node,
    wrong_kind,
    cycle,
    // The arithmetic of the score tree.
    no_method,
    several_methods,
    points_above_node,
    points_below_node,
    points_out_of_order,
    scale_mismatch,
    weight_not_positive,
    range_reversed,
    band_gap,
    band_overlap,
    class_gap,
    class_overlap,
    unbounded_points,
    negative_in_mean,
    period_reversed,
    // What a careful reader would ask about (lint).
    open_gap,
    band_jump,
    not_monotone,
    unreachable_points,
    unreachable_class,
    open_point_unread,
    no_citation,
    misprint,
    // Compiling for a date and a choice of readings.
    not_in_force,
    // Figures.
    repeated_record,
    not_a_number,
    not_whole,
    infinite_value,
    wrong_unit,
    below_min,
    above_max,
    part_above_whole,
    unknown_status,
    value_without_status,
    two_options_chosen,
    too_few_judges,
    // A rulebook's own examples.
    example_differs,
    // Tables of figures.
    table_unreadable,
    unknown_column,
    missing_column,
    ragged_row,
    // Calendars of working days.
    day_off_and_working,
    day_outside_coverage,
    make_up_on_weekday,
    day_out_of_order,
    repeated_day,
    year_without_paper,
    day_not_in_calendar,
    // Expressions.
    expression_syntax,
    unknown_name,
    unknown_function,
    wrong_argument,
    type_mismatch,
    unit_mismatch,
    not_in_profile,
    expression_too_long,
    expression_too_deep,
    // Lifecycles.
    unknown_state,
    unknown_event,
    unknown_field,
    ambiguous_transition,
    final_state_left,
    unreachable_state,
    state_without_exit,
    deadline_without_owner,
    never_settled,
    // Logs of events and saved Cases.
    event_before_start,
    event_out_of_order,
    repeated_event,
    events_contradict,
    other_rulebook,
    other_version,
    calendar_not_given,
    no_such_day,
    date_not_known,
    // Subjects and conditions.
    no_form,
    several_forms,
    unknown_condition,
    evidence_missing,
    year_after_day,
    conditions_too_deep,
    overlapping_validity,
    unknown_member,
    // Lint of conditions and guards.
    never_holds,
    always_holds,
    hangs_on_open_point,
    shadowed_transition,
    overlapping_guards,
    // Derived facts.
    several_formulas,
    derived_given,
    // Targets.
    unknown_target,
    unknown_class,
    unknown_region,
    contradicting_targets,
    parts_above_target,
    implausible_target,
    target_without_due,
    // Incentives.
    unknown_payer,
    unknown_claim,
    unknown_incentive,
    repeated_claim,
    tier_gap,
    tier_overlap,
    amount_not_stated,
    // Duties.
    unknown_body,
    unknown_phase,
    body_ended,
    leads_and_cooperates,
    // Coverage and differences.
    unknown_ledger_id,
    unaccounted_ledger_id,
    rule_without_ledger_id,
    both_rule_and_not,
    different_rulebooks,
    // Columns of figures.
    repeated_column,
    unsupported_type,
    wrong_length,
    wrong_layout,
    released_array,
    needs_records,
    // What-if.
    cannot_vary,
    bad_sample,
};

/// The number of issue codes; they are numbered from zero.
inline constexpr std::size_t issue_code_count = static_cast<std::size_t>(IssueCode::bad_sample) + 1;

/// One finding, with its place and its words in both languages.
struct Issue {
    IssueCode code{};
    Severity severity = Severity::error;
    std::string where;       ///< JSON Pointer (RFC 6901) into the text; empty for the whole document
    std::size_t line = 0;    ///< from 1; 0 where the place is only known as a pointer
    std::size_t column = 0;  ///< in bytes from 1; 0 where unknown
    Text message;            ///< what is wrong, what was found, what was expected, what to do

    friend bool operator==(const Issue&, const Issue&) = default;
};

/// @return the permanent name of a code, for example "unknown_key"
[[nodiscard]] std::string_view name(IssueCode code) noexcept;
/// @return the severity that issues of this code have
[[nodiscard]] Severity severity(IssueCode code) noexcept;
/// @return "error", "warning" or "note"
[[nodiscard]] std::string_view name(Severity severity) noexcept;
/// @return the message of a code before its details are filled in; `{0}`, `{1}`, … stand for them
[[nodiscard]] Text message_pattern(IssueCode code);

/// Makes an issue, its message filled with details.
/// @param code     what is wrong
/// @param where    JSON Pointer into the text
/// @param details  the words for `{0}`, `{1}`, … of the code's message, as found in the text
[[nodiscard]] Issue make_issue(IssueCode code, std::string where, std::initializer_list<std::string_view> details = {});

/// @return whether any of them is an error
[[nodiscard]] bool has_errors(std::span<const Issue> issues) noexcept;

}  // namespace biaochi
