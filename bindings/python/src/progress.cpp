/// @file
/// The class ProgressAnswer, and the method of Rules that gives it.

#include "progress.hpp"

#include <pybind11/stl.h>

#include <optional>
#include <utility>

#include "biaochi/calendar/date.hpp"
#include "errors.hpp"
#include "json_text.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

using SharedProgress = std::shared_ptr<AskedProgress>;

py::object helper(const char* name) { return py::module_::import("biaochi._targets").attr(name); }

/// JSON text as it is, a path as what its file holds, records as JSON.
std::string records_text(py::handle value) {
    const py::object read = helper("read")(value);
    if (PyUnicode_Check(read.ptr()) || PyBytes_Check(read.ptr())) return utf8(read);
    JsonText json = json_text(read);
    if (!json.issues.empty()) raise_issues(Fault::data, json.issues);
    return std::move(json.text);
}

std::optional<Date> day_of(py::handle value) {
    if (value.is_none()) return std::nullopt;
    const std::string text = utf8(py::str(value));
    const std::optional<Date> day = parse_date(text);
    if (!day) raise_issues(Fault::data, {biaochi::make_issue(IssueCode::bad_date, "/on", {text})});
    return day;
}

ProgressAnswer ask(const AskedProgress& asked, AnswerFormat format, Language language) {
    const py::gil_scoped_release free;
    return progress_of_table(asked.rules->ruleset, asked.records, asked.question, format, language);
}

py::dict loaded(const AskedProgress& asked) { return py::module_::import("json").attr("loads")(asked.json); }

py::object rows_of(const AskedProgress& asked, const std::string& lang) {
    static_cast<void>(language_of(lang));
    return helper("rows")(loaded(asked), lang);
}

}  // namespace

std::shared_ptr<AskedProgress> progress_of(const std::shared_ptr<Rules>& rules, py::handle records, py::handle on,
                                           const std::string& region, const std::vector<std::string>& targets) {
    auto asked = std::make_shared<AskedProgress>();
    asked->rules = rules;
    asked->records = records_text(records);
    asked->question = {day_of(on), region, targets};
    ProgressAnswer answer = ask(*asked, AnswerFormat::json, Language::zh);
    if (!answer.document) raise_issues(Fault::data, answer.issues);
    asked->json = std::move(*answer.document);
    asked->late = answer.late;
    return asked;
}

void register_progress(py::module_& module) {
    py::class_<AskedProgress, SharedProgress>(module, "ProgressAnswer", "How far regions have come with targets on a day.")
        .def_readonly("json", &AskedProgress::json, "The document as JSON text; see docs/reference/targets.md.")
        .def_readonly("late", &AskedProgress::late, "How many targets are behind or missed.")
        .def_property_readonly(
            "as_of", [](const AskedProgress& asked) { return loaded(asked)["as_of"].cast<std::string>(); }, "The day asked about.")
        .def_property_readonly(
            "progress", [](const AskedProgress& asked) { return py::list(loaded(asked)["progress"]); },
            "One dict a region and target, in the order of the records and of the rulebook.")
        .def(
            "text",
            [](const AskedProgress& asked, const std::string& lang) {
                return ask(asked, AnswerFormat::text, language_of(lang)).document.value();
            },
            py::arg("lang") = "zh", "The answer in words.")
        .def("rows", &rows_of, py::arg("lang") = "zh", "One flat dict of texts a region and target, for a table or a data frame.")
        .def("_repr_html_",
             [](const AskedProgress& asked) { return py::module_::import("biaochi._lifecycle").attr("html")(rows_of(asked, "zh")); })
        .def("__repr__", [](const AskedProgress& asked) { return "<ProgressAnswer " + asked.rules->ruleset.rulebook().id + ">"; });
}

}  // namespace biaochi::python
