/// @file
/// The class Coverage and the function coverage.

#include <pybind11/stl.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "biaochi/explain/coverage.hpp"
#include "bindings.hpp"
#include "book.hpp"
#include "errors.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

/// What coverage() comes to.
struct CoverageDocument {
    std::string json;
};

using SharedCoverage = std::shared_ptr<CoverageDocument>;

py::object helper(const char* name) { return py::module_::import("biaochi._coverage").attr(name); }

py::dict loaded(const CoverageDocument& made) { return py::module_::import("json").attr("loads")(made.json); }

py::object rows_of(const CoverageDocument& made, const std::string& lang) {
    static_cast<void>(language_of(lang));
    return helper("rows")(loaded(made), lang);
}

SharedCoverage make_coverage(const std::vector<std::shared_ptr<Book>>& books, const std::optional<std::string>& ledger,
                             const std::vector<std::string>& sources) {
    CoverageAnswer answer;
    {
        const py::gil_scoped_release free;
        std::vector<const Rulebook*> all;
        all.reserve(books.size());
        for (const auto& book : books) all.push_back(&book->rulebook);
        answer = biaochi::coverage(all, ledger ? std::optional<std::string_view>(*ledger) : std::nullopt, sources);
    }
    if (!answer.document) raise_issues(Fault::data, answer.issues);
    return std::make_shared<CoverageDocument>(CoverageDocument{std::move(*answer.document)});
}

}  // namespace

void register_coverage(py::module_& module) {
    py::class_<CoverageDocument, SharedCoverage>(module, "Coverage", "Which ledger ids are rules of which rulebooks, and which are not.")
        .def_readonly("json", &CoverageDocument::json, "The document as JSON text; see docs/reference/coverage.md.")
        .def_property_readonly(
            "accounted", [](const CoverageDocument& made) { return loaded(made)["accounted"].cast<bool>(); },
            "Whether there is no error: every id is a rule, or declared to be none, and every cited id is in the ledger.")
        .def_property_readonly(
            "counts", [](const CoverageDocument& made) { return py::list(loaded(made)["counts"]); },
            "One dict a source: ids, rule, judged, out_of_reach, unaccounted.")
        .def_property_readonly(
            "ids", [](const CoverageDocument& made) { return py::list(loaded(made)["ids"]); }, "One dict an id: status, reason, places.")
        .def_property_readonly(
            "issues", [](const CoverageDocument& made) { return py::list(loaded(made)["issues"]); },
            "What is wrong, as dicts: code, severity, where, zh, en.")
        .def("rows", &rows_of, py::arg("lang") = "zh", "One flat dict of texts an id, for a table or a data frame.")
        .def("_repr_html_", [](const CoverageDocument& made) { return helper("html")(rows_of(made, "zh")); })
        .def("__repr__",
             [](const CoverageDocument& made) { return "<Coverage of " + std::to_string(py::list(loaded(made)["ids"]).size()) + " ids>"; });
    module.def("cover", &make_coverage, py::arg("books"), py::arg("ledger") = py::none(), py::arg("sources") = std::vector<std::string>(),
               "Holds what rulebooks cite against a ledger in Markdown. DataError with every issue of the ledger.");
}

}  // namespace biaochi::python
