/// @file
/// The extension module biaochi._core.

#include "bindings.hpp"

PYBIND11_MODULE(_core, module) {
    using namespace biaochi::python;
    module.doc() = "The compiled part of biaochi; use the package biaochi instead.";
    module.attr("version") = BIAOCHI_VERSION;
    register_errors();
    register_issues(module);
    register_range(module);
    register_scorecard(module);
    register_log(module);
    register_duties(module);
    register_progress(module);
    register_award(module);
    register_whatif(module);
    register_rules(module);
    register_columns(module);
    register_column_ranks(module);
    register_gathered(module);
    register_column_changes(module);
    register_frames(module);
    register_rulebook(module);
    register_coverage(module);
    register_calendar(module);
    register_question(module);
    register_diff(module);
}
