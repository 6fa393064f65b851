/// @file
/// The class AwardAnswer, the method of Rules that gives it, and shared budgets.

#include "award.hpp"

#include <utility>

#include "biaochi/explain/award.hpp"
#include "errors.hpp"
#include "json_text.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

using SharedAward = std::shared_ptr<AskedAward>;

py::object helper(const char* name) { return py::module_::import("biaochi._awards").attr(name); }

/// A path is what its file holds, text the text itself, anything else what stands for it in JSON.
std::string document(py::handle value) {
    const py::object read = py::module_::import("biaochi._lifecycle").attr("read")(value);
    if (PyUnicode_Check(read.ptr()) || PyBytes_Check(read.ptr())) return utf8(read);
    JsonText json = json_text(read, "");
    if (!json.issues.empty()) raise_issues(Fault::data, json.issues);
    return std::move(json.text);
}

std::string taken(AwardDocument answer) {
    if (!answer.document) raise_issues(Fault::data, answer.issues);
    return std::move(*answer.document);
}

AwardDocument ask(const AskedAward& asked, AnswerFormat format, Language language) {
    const py::gil_scoped_release free;
    return award_applications(asked.rules->ruleset, asked.applications, asked.unit, format, language);
}

py::dict loaded(const AskedAward& asked) { return py::module_::import("json").attr("loads")(asked.json); }

py::object rows_of(const AskedAward& asked, const std::string& lang) {
    static_cast<void>(language_of(lang));
    return helper("rows")(loaded(asked), lang);
}

std::string share_json(py::handle request, const std::string& format, const std::string& lang) {
    const Language language = language_of(lang);
    if (format != "json" && format != "text") throw py::value_error("format is json or text");
    const std::string json = document(request);
    AwardDocument answer;
    {
        const py::gil_scoped_release free;
        answer = share_budget(json, format == "json" ? AnswerFormat::json : AnswerFormat::text, language);
    }
    return taken(std::move(answer));
}

}  // namespace

std::shared_ptr<AskedAward> award_of(const std::shared_ptr<Rules>& rules, py::handle applications, const std::string& unit) {
    auto asked = std::make_shared<AskedAward>(AskedAward{rules, document(applications), unit, {}});
    asked->json = taken(ask(*asked, AnswerFormat::json, Language::zh));
    return asked;
}

void register_award(py::module_& module) {
    py::class_<AskedAward, SharedAward>(module, "AwardAnswer", "What applications are awarded: by claim and incentive, with totals.")
        .def_readonly("json", &AskedAward::json, "The document as JSON text; see docs/reference/results.md.")
        .def_property_readonly(
            "applications", [](const AskedAward& asked) { return py::list(loaded(asked)["applications"]); },
            "The applications with claims, grants and totals.")
        .def(
            "text",
            [](const AskedAward& asked, const std::string& lang) { return taken(ask(asked, AnswerFormat::text, language_of(lang))); },
            py::arg("lang") = "zh", "The answer in words.")
        .def("rows", &rows_of, py::arg("lang") = "zh", "One flat dict of texts a grant, for a table or a data frame.")
        .def("_repr_html_",
             [](const AskedAward& asked) { return py::module_::import("biaochi._lifecycle").attr("html")(rows_of(asked, "zh")); })
        .def("__repr__", [](const AskedAward& asked) { return "<AwardAnswer " + asked.rules->ruleset.rulebook().id + ">"; });
    module.def("share_json", &share_json, py::arg("request"), py::arg("format") = "json", py::arg("lang") = "zh",
               "Shares a budget; see docs/reference/incentives.md. DataError with every issue.");
}

}  // namespace biaochi::python
