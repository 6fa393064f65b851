/// @file
/// diff: two versions of a rulebook side by side.

#include "biaochi/diff/diff.hpp"

#include <pybind11/stl.h>

#include <map>
#include <optional>
#include <string>

#include "biaochi/explain/difference.hpp"
#include "errors.hpp"
#include "lists.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

/// A comparison that came to an end.
struct CompleteDifference {
    Difference difference;
};

std::optional<Date> day_of(const std::optional<std::string>& on) {
    if (!on) return std::nullopt;
    const auto day = parse_date(*on);
    if (!day) raise_issues(Fault::rulebook, {make_issue(IssueCode::bad_date, "", {*on})});
    return day;
}

CompleteDifference compare(py::handle first, py::handle second, py::handle records, py::handle subjects, py::handle applications,
                           const std::optional<std::string>& on, const std::map<std::string, std::string>& readings) {
    const auto text = [](py::handle given) { return given.is_none() ? std::nullopt : std::optional(utf8(given)); };
    const std::string before = utf8(first);
    const std::string after = utf8(second);
    const DiffData data{text(records), text(subjects), text(applications)};
    const std::optional<Date> day = day_of(on);
    CompleteDifference compared;
    {
        const py::gil_scoped_release free;
        compared.difference = biaochi::diff(before, after, data, day, readings);
    }
    if (!compared.difference.complete) {
        const auto& issues = compared.difference.issues;
        const bool of_data = !issues.empty() && issues.front().where.starts_with("/data");
        raise_issues(of_data ? Fault::data : Fault::rulebook, issues);
    }
    return compared;
}

std::string text_in(const CompleteDifference& compared, const std::string& language_code) {
    const auto wanted = language(language_code);
    if (!wanted) throw py::value_error("language is zh or en");
    return difference_text(compared.difference, *wanted);
}

}  // namespace

void register_diff(py::module_& module) {
    py::class_<CompleteDifference>(module, "Difference", "What differs between two versions of a rulebook.")
        .def_property_readonly(
            "json", [](const CompleteDifference& d) { return difference_json(d.difference); }, "As JSON.")
        .def_property_readonly(
            "issues", [](const CompleteDifference& d) { return to_list(d.difference.issues); }, "Warnings.")
        .def("text", &text_in, py::arg("language") = "zh", "In words, `language` zh or en.");
    module.def("diff_texts", &compare, py::arg("first"), py::arg("second"), py::arg("records") = py::none(),
               py::arg("subjects") = py::none(), py::arg("applications") = py::none(), py::arg("on") = py::none(),
               py::arg("readings") = std::map<std::string, std::string>(),
               "Compares two rulebooks, given as JSON text. RulebookError or DataError with every issue.");
}

}  // namespace biaochi::python
