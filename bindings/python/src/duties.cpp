/// @file
/// The class DutiesAnswer, and the method of Rules that gives it.

#include "duties.hpp"

#include <pybind11/stl.h>

#include <utility>

#include "biaochi/explain/duties.hpp"
#include "errors.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

using SharedDuties = std::shared_ptr<AskedDuties>;

DutiesAnswer ask(const AskedDuties& asked, AnswerFormat format, Language language) {
    const py::gil_scoped_release free;
    const auto unit = asked.unit ? std::optional<std::string_view>(*asked.unit) : std::nullopt;
    return body_duties(asked.rules->ruleset, unit, asked.on, format, language);
}

py::object helper(const char* name) { return py::module_::import("biaochi._duties").attr(name); }

py::dict loaded(const AskedDuties& asked) { return py::module_::import("json").attr("loads")(asked.json); }

py::object rows_of(const AskedDuties& asked, const std::string& lang) {
    static_cast<void>(language_of(lang));
    return helper("rows")(loaded(asked), lang);
}

Date day_of(const Rules& rules, py::handle on) {
    if (on.is_none()) return rules.ruleset.on();
    const std::string text = utf8(py::str(on));
    const std::optional<Date> day = parse_date(text);
    if (!day) raise_issues(Fault::data, {biaochi::make_issue(IssueCode::bad_date, "/on", {text})});
    return *day;
}

}  // namespace

std::shared_ptr<AskedDuties> duties(const std::shared_ptr<Rules>& rules, const std::optional<std::string>& unit, py::handle on) {
    auto asked = std::make_shared<AskedDuties>();
    asked->rules = rules;
    asked->unit = unit;
    asked->on = day_of(*rules, on);
    DutiesAnswer answer = ask(*asked, AnswerFormat::json, Language::zh);
    if (!answer.document) raise_issues(Fault::data, answer.issues);
    asked->json = std::move(*answer.document);
    return asked;
}

void register_duties(py::module_& module) {
    py::class_<AskedDuties, SharedDuties>(module, "DutiesAnswer", "What bodies must do on a day, and which reports are due next.")
        .def_readonly("json", &AskedDuties::json, "The document as JSON text; see docs/reference/duties.md.")
        .def_property_readonly(
            "units", [](const AskedDuties& asked) { return py::list(loaded(asked)["units"]); }, "The bodies with their duties, as dicts.")
        .def(
            "text",
            [](const AskedDuties& asked, const std::string& lang) {
                return ask(asked, AnswerFormat::text, language_of(lang)).document.value();
            },
            py::arg("lang") = "zh", "The answer in words.")
        .def("rows", &rows_of, py::arg("lang") = "zh",
             "One flat dict of texts a body, duty and report, for a table or a data frame; the keys are the same in every row.")
        .def("_repr_html_", [](const AskedDuties& asked) { return helper("html")(rows_of(asked, "zh")); })
        .def("__repr__", [](const AskedDuties& asked) {
            return "<DutiesAnswer " + asked.rules->ruleset.rulebook().id + " on " + date_text(asked.on) + ">";
        });
}

}  // namespace biaochi::python
