/// @file
/// Frames of any kind, scored into the class Frame.

#include "frames.hpp"

#include <pybind11/stl.h>

#include <memory>
#include <utility>

#include "biaochi/batch/arrow.hpp"
#include "errors.hpp"
#include "rules.hpp"
#include "watch.hpp"

namespace biaochi::python {

namespace {

using SharedRules = std::shared_ptr<Rules>;

/// A scored frame that is read once.
struct Frame {
    OwnedStream stream;
    std::vector<std::string> columns;
};

/// A watch that a stream keeps; whoever releases it last need not hold the interpreter's lock.
std::shared_ptr<Watch> make_watch(py::object progress) {
    return {new Watch(std::move(progress)), [](Watch* watch) {
                if (Py_IsInitialized() == 0) return;
                const py::gil_scoped_acquire locked;
                delete watch;
            }};
}

/// What keeps the watch as long as it is asked.
std::function<bool(std::size_t)> watch_function(const std::shared_ptr<Watch>& watch) {
    return [watch, ask = watch->function()](std::size_t done) { return ask(done); };
}

OwnedStream open_stream(const BatchScorer& scorer, OwnedStream source, const FrameOptions& options) {
    ArrowArrayStream results{};
    std::vector<Issue> issues;
    {
        const py::gil_scoped_release free;
        issues = score_stream(scorer, source.get(), options, &results);
    }
    OwnedStream stream(results);
    if (has_errors(issues)) raise_issues(Fault::data, issues);
    return stream;
}

/// @param found  what the stream says of an array that is wrong
OwnedStream read_eagerly(OwnedStream stream, const Watch& watch, const std::vector<Issue>& found) {
    std::string error;
    {
        const py::gil_scoped_release free;
        stream = read_all(std::move(stream), error);
    }
    watch.raise();
    if (!found.empty()) raise_issues(Fault::data, found);
    if (!error.empty()) raise_error(error);
    return stream;
}

/// @param lazy  whether arrays are scored only as they are asked for
Frame score_frame(const SharedRules& rules, py::handle frame, const std::vector<std::string>& keep,
                  const std::map<std::string, std::string>& columns, const std::vector<std::string>& parts, bool ranges, bool ranks,
                  bool key, bool decimals, unsigned threads, const py::object& progress, bool lazy) {
    const BatchScorer& scorer = rules->scorer();
    const std::shared_ptr<Watch> watch = make_watch(progress);
    FrameOptions options{keep, columns, ranges, parts, ranks, key, decimals, threads, {}, {}};
    const auto found = std::make_shared<std::vector<Issue>>();
    options.report = [found](const std::vector<Issue>& issues) { *found = issues; };
    if (!lazy || !progress.is_none()) options.watch = watch_function(watch);
    OwnedStream stream = open_stream(scorer, take_stream(frame), options);
    std::vector<std::string> names = column_names(stream);
    if (!lazy) stream = read_eagerly(std::move(stream), *watch, *found);
    return {std::move(stream), std::move(names)};
}

py::capsule arrow_c_stream(Frame& frame, const py::object& /*requested_schema*/) {
    if (frame.stream.is_released()) {
        raise_issues(Fault::data, {make_issue(IssueCode::released_array, "/columns", {"Frame"})});
    }
    return to_capsule(std::move(frame.stream));
}

std::string repr(const Frame& frame) {
    std::string text = "<Frame";
    for (const std::string& name : frame.columns) text.append(" ").append(name);
    return text + ">";
}

}  // namespace

void register_frames(py::module_& module) {
    py::class_<Frame>(module, "Frame",
                      "Scored columns that any library with the Arrow capsule protocol can read, once: polars.DataFrame(frame), "
                      "pyarrow.table(frame).")
        .def_readonly("columns", &Frame::columns, "The names of the columns, in order.")
        .def("__arrow_c_stream__", &arrow_c_stream, py::arg("requested_schema") = py::none(),
             "Hands the columns over as an Arrow stream; a second time is DataError with the issue released_array.")
        .def("__repr__", &repr);
    module.def("score_frame", &score_frame, py::arg("rules"), py::arg("frame"), py::arg("keep") = std::vector<std::string>(),
               py::arg("columns") = std::map<std::string, std::string>(), py::arg("parts") = std::vector<std::string>(),
               py::arg("ranges") = false, py::arg("ranks") = false, py::arg("key") = false, py::arg("decimals") = false,
               py::arg("threads") = 1, py::arg("progress") = py::none(), py::arg("lazy") = false,
               "Scores a frame that speaks the Arrow capsule protocol; lazy: as it is read. DataError with every issue of its columns.");
}

}  // namespace biaochi::python
