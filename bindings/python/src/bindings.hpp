#pragma once
/// @file
/// What each source file of the extension adds to the module `_core`.

#include <pybind11/pybind11.h>

namespace biaochi::python {

namespace py = pybind11;

/// Adds Issue, make_issue and nearest.
void register_issues(py::module_& module);
/// Turns C++ exceptions into those of biaochi._errors.
void register_errors();
/// Adds Text, Fact, OpenPoint, ExampleResult and Rulebook.
void register_rulebook(py::module_& module);
/// Adds Calendar, parse_calendar, add_months, end_of_months, next_yearly and last_yearly.
void register_calendar(py::module_& module);
/// Adds LogAnswer.
void register_log(py::module_& module);
/// Adds Coverage and cover.
void register_coverage(py::module_& module);
/// Adds DutiesAnswer.
void register_duties(py::module_& module);
/// Adds ProgressAnswer.
void register_progress(py::module_& module);
/// Adds AwardAnswer and share_json.
void register_award(py::module_& module);
/// Adds WhatIfAnswer.
void register_whatif(py::module_& module);
/// Adds NamedFacts, parse_facts and answer_question.
void register_question(py::module_& module);
/// Adds Difference and diff_texts.
void register_diff(py::module_& module);
/// Adds Rules.
void register_rules(py::module_& module);
/// Adds score_columns and slot_of.
void register_columns(py::module_& module);
/// Adds rank_columns and sort_keys.
void register_column_ranks(py::module_& module);
/// Adds GatheredFrame and gather_frame.
void register_gathered(py::module_& module);
/// Adds top_columns and change_columns.
void register_column_changes(py::module_& module);
/// Adds Frame and score_frame.
void register_frames(py::module_& module);
/// Adds Range.
void register_range(py::module_& module);
/// Adds Need, Scorecard and Table.
void register_scorecard(py::module_& module);

}  // namespace biaochi::python
