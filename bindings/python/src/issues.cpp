/// @file
/// Issue, make_issue and nearest.

#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/core/text.hpp"
#include "bindings.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

IssueCode code_of(const std::string& wanted) {
    for (std::size_t i = 0; i < issue_code_count; ++i) {
        const auto code = static_cast<IssueCode>(i);
        if (name(code) == wanted) return code;
    }
    throw py::value_error("there is no issue code \"" + wanted + "\"");
}

Issue filled(IssueCode code, const std::string& where, const std::vector<std::string>& details) {
    const auto at = [&](std::size_t i) { return i < details.size() ? std::string_view(details[i]) : std::string_view(); };
    return biaochi::make_issue(code, where, {at(0), at(1), at(2), at(3)});
}

/// The details may differ by language where they are words of ours.
Issue make_issue(const std::string& code_name, const std::string& where, const std::vector<std::string>& details,
                 const std::optional<std::vector<std::string>>& details_en) {
    const IssueCode code = code_of(code_name);
    Issue issue = filled(code, where, details);
    if (details_en) issue.message.en = filled(code, where, *details_en).message.en;
    return issue;
}

Issue moved(const Issue& issue, const std::string& where) {
    Issue copy = issue;
    copy.where = where;
    copy.line = 0;
    copy.column = 0;
    return copy;
}

std::string line_of(const Issue& issue, const std::string& message) {
    std::string place = issue.where;
    if (issue.line > 0) {
        if (!place.empty()) place += ' ';
        place += '(' + std::to_string(issue.line) + ':' + std::to_string(issue.column) + ')';
    }
    return (place.empty() ? std::string() : place + ": ") + std::string(name(issue.severity)) + " " + std::string(name(issue.code)) + ": " +
           message;
}

py::tuple state_of(const Issue& issue) {
    return py::make_tuple(std::string(name(issue.code)), issue.where, issue.line, issue.column, issue.message.zh, issue.message.en);
}

Issue from_state(const py::tuple& state) {
    Issue issue;
    issue.code = code_of(state[0].cast<std::string>());
    issue.severity = severity(issue.code);
    issue.where = state[1].cast<std::string>();
    issue.line = state[2].cast<std::size_t>();
    issue.column = state[3].cast<std::size_t>();
    issue.message = {state[4].cast<std::string>(), state[5].cast<std::string>()};
    return issue;
}

std::vector<std::string> issue_codes() {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < issue_code_count; ++i) codes.emplace_back(name(static_cast<IssueCode>(i)));
    return codes;
}

}  // namespace

void register_issues(py::module_& module) {
    py::class_<Issue>(module, "Issue", "One finding: its permanent code, its place, and its words in both languages.")
        .def_property_readonly(
            "code", [](const Issue& issue) { return std::string(name(issue.code)); }, "Permanent name, for example \"unknown_key\".")
        .def_property_readonly(
            "severity", [](const Issue& issue) { return std::string(name(issue.severity)); }, "\"error\", \"warning\" or \"note\".")
        .def_readonly("where", &Issue::where, "JSON Pointer into the text, or a table's cell; empty for the whole document.")
        .def_readonly("line", &Issue::line, "From 1; 0 where only the pointer is known.")
        .def_readonly("column", &Issue::column, "In bytes, from 1; 0 where unknown.")
        .def_property_readonly(
            "zh", [](const Issue& issue) { return issue.message.zh; }, "The message in Chinese.")
        .def_property_readonly(
            "en", [](const Issue& issue) { return issue.message.en; }, "The message in English.")
        .def("at", &moved, py::arg("where"), "The same issue at another place.")
        .def(
            "text", [](const Issue& issue, const std::string& lang) { return line_of(issue, issue.message.in(language_of(lang))); },
            py::arg("lang") = "en", "Place, severity, code and message in one line.")
        .def("__str__", [](const Issue& issue) { return line_of(issue, issue.message.en); })
        .def("__repr__", [](const Issue& issue) { return "<Issue " + line_of(issue, issue.message.en) + ">"; })
        .def(py::self == py::self)
        .def(py::pickle(&state_of, &from_state));
    module.def("make_issue", &make_issue, py::arg("code"), py::arg("where"), py::arg("details"), py::arg("details_en") = py::none(),
               "Makes an issue; details fill {0}, {1}, ... of its message. ValueError for an unknown code.");
    module.def("issue_codes", &issue_codes, "The names of all issue codes.");
    module.def(
        "nearest", [](const std::string& wrong, const std::vector<std::string>& names) { return nearest_name(wrong, names); },
        py::arg("wrong"), py::arg("names"), "The name that was most likely meant, or an empty text.");
}

}  // namespace biaochi::python
