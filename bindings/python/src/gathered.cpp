/// @file
/// Columns of either origin, and the words that tell rows apart.

#include "gathered.hpp"

#include <pybind11/stl.h>

#include <string_view>

#include "biaochi/batch/cohorts.hpp"
#include "errors.hpp"
#include "frames.hpp"

namespace biaochi::python {

namespace {

GatheredFrame gather_frame(const std::shared_ptr<Rules>& rules, py::handle frame, const std::vector<std::string>& keep,
                           const std::map<std::string, std::string>& columns) {
    FrameOptions options;
    options.keep = keep;
    options.columns = columns;
    OwnedStream stream = take_stream(frame);
    const BatchScorer scorer = rules->scorer();
    GatheredFrame gathered;
    {
        const py::gil_scoped_release free;
        gathered = gather_stream(scorer, stream.get(), options);
    }
    if (has_errors(gathered.issues)) raise_issues(Fault::data, gathered.issues);
    return gathered;
}

}  // namespace

AnyColumns::AnyColumns(const Rules& rules, py::handle given, std::size_t rows) {
    std::vector<Issue> issues;
    if (py::isinstance<GatheredFrame>(given)) {
        const auto& frame = given.cast<const GatheredFrame&>();
        if (frame.rows != rows) throw py::value_error("a gathered frame has other rows");
        columns_ = frame.columns;
        issues = rules.scorer().check(columns_, rows);
    } else {
        own_ = read_columns(rules, py::list(py::reinterpret_borrow<py::list>(given)), rows, issues);
        columns_ = own_.columns;
    }
    if (has_errors(issues)) raise_issues(Fault::data, issues);
}

Words::Words(py::handle words, std::size_t rows)
    : words_(words.is_none() ? py::list(rows) : py::list(py::reinterpret_borrow<py::list>(words))) {
    if (words_.size() != rows) throw py::value_error("a column of words has the wrong length");
}

std::string_view Words::at(std::size_t row) const {
    PyObject* word = PyList_GET_ITEM(words_.ptr(), static_cast<Py_ssize_t>(row));
    if (word == nullptr || word == Py_None) return {};
    Py_ssize_t size = 0;
    const char* text = PyUnicode_AsUTF8AndSize(word, &size);
    if (text == nullptr) throw py::error_already_set();
    return {text, static_cast<std::size_t>(size)};
}

std::vector<std::uint32_t> cohorts_of(const Ruleset& rules, std::size_t rows, const py::tuple& names) {
    const Words regions(names[0], rows);
    const Words periods(names[1], rows);
    const Words groups(names[2], rows);
    CohortCodes codes(rules);
    std::vector<std::uint32_t> cohorts;
    cohorts.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) cohorts.push_back(codes.of(regions.at(row), periods.at(row), groups.at(row)));
    if (has_errors(codes.issues())) raise_issues(Fault::data, codes.issues());
    return cohorts;
}

void register_gathered(py::module_& module) {
    py::class_<GatheredFrame>(module, "GatheredFrame", "The figures of a whole frame.")
        .def_readonly("rows", &GatheredFrame::rows, "How many rows there are.");
    module.def("gather_frame", &gather_frame, py::arg("rules"), py::arg("frame"), py::arg("keep") = std::vector<std::string>(),
               py::arg("columns") = std::map<std::string, std::string>(),
               "Reads the figures of a frame that speaks the Arrow capsule protocol. DataError with every issue of its columns.");
}

}  // namespace biaochi::python
