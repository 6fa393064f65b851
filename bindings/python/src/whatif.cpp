/// @file
/// The class WhatIfAnswer, and the method of Rules that gives it.

#include "whatif.hpp"

#include <pybind11/stl.h>

#include <chrono>
#include <cstring>
#include <exception>
#include <utility>

#include "biaochi/explain/whatif.hpp"
#include "errors.hpp"
#include "json_text.hpp"
#include "read.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

using SharedWhatIf = std::shared_ptr<AskedWhatIf>;

/// Python is asked no more often than this, so that it does not slow the draws down.
constexpr std::chrono::milliseconds patience{50};

py::object helper(const char* name) { return py::module_::import("biaochi._whatif").attr(name); }

/// JSON text as it is; anything else as JSON.
std::string spec_text(py::handle value) {
    if (PyUnicode_Check(value.ptr()) || PyBytes_Check(value.ptr())) return utf8(value);
    JsonText json = json_text(value);
    if (!json.issues.empty()) raise_issues(Fault::data, json.issues);
    return std::move(json.text);
}

WhatIf compiled(const Rules& rules, std::vector<Record> records, const std::string& spec) {
    CompiledWhatIf compiled;
    {
        const py::gil_scoped_release free;
        compiled = compile_what_if(rules.ruleset, std::move(records), spec);
    }
    if (!compiled.what_if) raise_issues(Fault::data, compiled.issues);
    return std::move(*compiled.what_if);
}

/// Threads as Rules.score() takes them.
unsigned threads_of(py::handle value) {
    constexpr long most = 1024;
    const bool whole = PyLong_Check(value.ptr()) && !PyBool_Check(value.ptr());
    int overflow = 0;
    const long threads = whole ? PyLong_AsLongAndOverflow(value.ptr(), &overflow) : -1;
    if (overflow == 0 && threads >= 0 && threads <= most) return static_cast<unsigned>(threads);
    throw py::value_error("threads is a whole number from 0 (one a core) to " + std::to_string(most) + ", not " + utf8(py::repr(value)));
}

/// A number of draws or a seed that takes the place of the specification's: checked as part of a specification would be.
std::uint64_t whole_of(py::handle value, const char* key, std::uint64_t least, std::uint64_t most) {
    const std::string text = utf8(py::str(value));
    const std::optional<Number> number = parse_number(text);
    const auto exact = [](std::uint64_t whole) { return parse_number(std::to_string(whole)).value(); };
    if (number && number->is_whole() && exact(least) <= *number && *number <= exact(most)) return std::stoull(number->text());
    const std::string range = std::to_string(least) + " … " + std::to_string(most);
    raise_issues(Fault::data, {biaochi::make_issue(IssueCode::bad_value, std::string("/") + key, {text, range})});
}

/// Takes a sample: the helper turns whatever was handed in into bytes of doubles and a number of columns.
void take_sample(AskedWhatIf& asked, py::handle samples, py::handle n) {
    const auto [bytes, columns] = helper("sample")(samples).cast<std::pair<py::bytes, std::size_t>>();
    const auto text = static_cast<std::string_view>(bytes);
    asked.sample.resize(text.size() / sizeof(double));
    std::memcpy(asked.sample.data(), text.data(), asked.sample.size() * sizeof(double));
    std::vector<Issue> issues = check_sample(asked.what_if, asked.sample, columns);
    const std::size_t rows = columns == 0 ? 0 : asked.sample.size() / columns;
    if (issues.empty() && !n.is_none() && whole_of(n, "n", 1, most_draws) != rows) {
        issues.push_back(make_issue(IssueCode::bad_sample, "/sample",
                                    {std::to_string(rows) + " × " + std::to_string(columns), "n = " + utf8(py::str(n))}));
    }
    if (!issues.empty()) raise_issues(Fault::data, issues);
    asked.source.draws = rows;
    asked.source.sample = asked.sample.data();
}

/// Calls Python now and then while draws are made: for signals, and for whoever wants to know how far they are.
class Watch {
public:
    Watch(py::object call, std::uint64_t draws) : call_(std::move(call)), draws_(draws) {}

    bool operator()(std::uint64_t done) {
        const auto now = std::chrono::steady_clock::now();
        const bool ends = done >= draws_ && !ended_;
        if (now < next_ && !ends) return true;
        ended_ = ended_ || ends;
        next_ = now + patience;
        const py::gil_scoped_acquire held;
        try {
            if (PyErr_CheckSignals() != 0) throw py::error_already_set();
            if (!call_.is_none()) call_(done, draws_);
        } catch (...) {
            fault_ = std::current_exception();
            return false;
        }
        return true;
    }
    /// Raises what a call raised.
    void rethrow() const {
        if (fault_) std::rethrow_exception(fault_);
    }

private:
    py::object call_;
    std::uint64_t draws_;
    bool ended_ = false;  ///< told that all are done, once
    std::chrono::steady_clock::time_point next_{};
    std::exception_ptr fault_;
};

WhatIfResult run(const AskedWhatIf& asked, Watch& watch, double* scores, double* ranks) {
    WhatIfRequest request;
    request.source = asked.source;
    request.threads = asked.threads;
    request.watch = [&watch](std::uint64_t done) { return watch(done); };
    request.scores = scores;
    request.ranks = ranks;
    WhatIfResult result;
    {
        const py::gil_scoped_release free;
        result = asked.what_if.run(request);
    }
    watch.rethrow();
    return result;
}

/// Draws × records doubles as bytes.
py::bytes matrix(const AskedWhatIf& asked, const std::string& what) {
    if (what != "scores" && what != "ranks") throw py::value_error("what is scores or ranks");
    std::vector<double> cells(asked.source.draws * asked.what_if.records().size());
    Watch watch(py::none(), asked.source.draws);
    static_cast<void>(run(asked, watch, what == "scores" ? cells.data() : nullptr, what == "ranks" ? cells.data() : nullptr));
    return {reinterpret_cast<const char*>(cells.data()), cells.size() * sizeof(double)};
}

std::string replicate_text(const AskedWhatIf& asked, std::uint64_t draw) {
    const py::gil_scoped_release free;
    return replicate_json(asked.what_if, draw, asked.what_if.replicate(asked.source, draw));
}

py::object loaded(const AskedWhatIf& asked) { return py::module_::import("json").attr("loads")(asked.json); }

/// Calls a helper with the answer's document.
template <class... Args>
py::object with_document(const char* name, const AskedWhatIf& asked, Args... args) {
    return helper(name)(loaded(asked), args...);
}

py::object rows_of(const AskedWhatIf& asked, const std::string& lang) {
    static_cast<void>(language_of(lang));
    return with_document("rows", asked, lang);
}

py::object replicate(const AskedWhatIf& asked, py::handle draw) {
    const std::string last = std::to_string(asked.source.draws - 1);
    if (!PyIndex_Check(draw.ptr())) throw py::type_error("draw is a whole number from 0 to " + last + ", not " + utf8(py::repr(draw)));
    const py::object index = py::reinterpret_steal<py::object>(PyNumber_Index(draw.ptr()));
    if (!index) throw py::error_already_set();
    int overflow = 0;
    const long long wanted = PyLong_AsLongLongAndOverflow(index.ptr(), &overflow);
    if (overflow != 0 || wanted < 0 || static_cast<std::uint64_t>(wanted) >= asked.source.draws)
        throw py::index_error("there are draws 0 to " + last);
    return py::module_::import("json").attr("loads")(replicate_text(asked, static_cast<std::uint64_t>(wanted)));
}

}  // namespace

std::shared_ptr<AskedWhatIf> what_if_of(const std::shared_ptr<Rules>& rules, py::handle records, py::handle spec, py::handle n,
                                        py::handle seed, py::handle threads, py::handle samples, py::handle progress) {
    const bool is_text = PyUnicode_Check(records.ptr()) || PyBytes_Check(records.ptr());
    if (rules->ruleset.nodes().empty()) raise_issues(Fault::data, {biaochi::make_issue(IssueCode::missing_key, "", {"score"})});
    std::vector<Record> read = is_text ? read_json(*rules, utf8(records)) : take_records(*rules, helper("records")(records));
    auto asked = std::make_shared<AskedWhatIf>();
    asked->rules = rules;
    asked->what_if = compiled(*rules, std::move(read), spec_text(spec));
    asked->threads = threads_of(threads);
    asked->source = asked->what_if.source();
    if (!samples.is_none()) {
        if (!seed.is_none())
            raise_issues(Fault::data, {biaochi::make_issue(IssueCode::bad_value, "/seed", {utf8(py::str(seed)), "samples / seed"})});
        take_sample(*asked, samples, n);
    } else {
        if (!n.is_none()) asked->source.draws = whole_of(n, "n", 1, most_draws);
        if (!seed.is_none()) asked->source.seed = whole_of(seed, "seed", 0, UINT64_MAX);
    }
    const py::object watcher = helper("watcher")(progress, asked->source.draws);
    Watch watch(watcher, asked->source.draws);
    WhatIfResult result;
    try {
        result = run(*asked, watch, nullptr, nullptr);
    } catch (...) {
        helper("stop")(watcher);
        throw;
    }
    helper("stop")(watcher);
    asked->json = what_if_json(asked->what_if, asked->source, result);
    return asked;
}

void register_whatif(py::module_& module) {
    py::class_<AskedWhatIf, SharedWhatIf>(module, "WhatIfAnswer", "Where records stand over many draws of what varies.")
        .def_readonly("json", &AskedWhatIf::json, "The document as JSON text; see docs/reference/whatif.md.")
        .def_property_readonly(
            "draws", [](const AskedWhatIf& asked) { return asked.source.draws; }, "How many draws were made.")
        .def_property_readonly(
            "variations", [](const AskedWhatIf& asked) { return py::list(loaded(asked)["variations"]); },
            "What varies: a dict each, in the order of a sample's columns.")
        .def_property_readonly(
            "results", [](const AskedWhatIf& asked) { return py::list(loaded(asked)["results"]); },
            "One dict a record: the unvaried answer and, under varied, what the draws gave.")
        .def_property_readonly(
            "ranks", [](const AskedWhatIf& asked) { return with_document("ranks", asked); },
            "One dict a record: region, period, the unvaried rank, the best, the worst and the quantiles over all draws, as Fractions.")
        .def_property_readonly(
            "classes", [](const AskedWhatIf& asked) { return with_document("classes", asked); },
            "One dict a record: region, period, the unvaried class, how many draws gave each class, and the share that gave another one.")
        .def_property_readonly(
            "acceptability", [](const AskedWhatIf& asked) { return with_document("acceptability", asked); },
            "One dict a record: region, period and, by rank, the share of draws that gave it, as Fractions.")
        .def("replicate", &replicate, py::arg("draw"),
             "One draw again, exactly: a dict with values and results. IndexError where there is none.")
        .def(
            "matrix",
            [](const AskedWhatIf& asked, const std::string& what) {
                return helper("matrix")(matrix(asked, what), asked.source.draws, asked.what_if.records().size());
            },
            py::arg("what") = "scores",
            "Scores or ranks as draws × records doubles, NaN where there is none or an interval: a NumPy array, or a memoryview where "
            "NumPy is not installed. The draws are made again.")
        .def("rows", &rows_of, py::arg("lang") = "zh", "One flat dict of texts a record, for a table or a data frame.")
        .def(
            "svg",
            [](const AskedWhatIf& asked, const std::string& lang) {
                return with_document("svg", asked, (static_cast<void>(language_of(lang)), lang));
            },
            py::arg("lang") = "zh", "A picture of the rank intervals, in the order of the unvaried ranks.")
        .def("_repr_html_",
             [](const AskedWhatIf& asked) { return py::module_::import("biaochi._lifecycle").attr("html")(rows_of(asked, "zh")); })
        .def("__repr__", [](const AskedWhatIf& asked) {
            return "<WhatIfAnswer " + asked.rules->ruleset.rulebook().id + ", " + std::to_string(asked.source.draws) + " draws>";
        });
}

}  // namespace biaochi::python
