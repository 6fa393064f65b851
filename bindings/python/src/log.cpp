/// @file
/// The class LogAnswer, and the methods of Rules that give it.

#include "log.hpp"

#include <pybind11/stl.h>

#include <utility>

#include "biaochi/calendar/date.hpp"
#include "errors.hpp"
#include "json_text.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

using SharedLog = std::shared_ptr<AskedLog>;

py::object helper(const char* name) { return py::module_::import("biaochi._lifecycle").attr(name); }

bool is_text(py::handle value) { return PyUnicode_Check(value.ptr()) || PyBytes_Check(value.ptr()); }

/// Any value as JSON; a value that has no place in it is an issue of the text named.
std::string as_json(py::handle value, const std::string& pointer) {
    JsonText json = json_text(value, pointer);
    if (!json.issues.empty()) raise_issues(Fault::data, json.issues);
    return std::move(json.text);
}

/// None is nothing, a path what its file holds, text the text itself, anything else what stands for it in JSON.
std::string document(py::handle value, const std::string& pointer) {
    if (value.is_none()) return {};
    if (py::isinstance<AskedLog>(value)) return as_json(value.attr("cases"), pointer);
    const py::object read = helper("read")(value);
    return is_text(read) ? utf8(read) : as_json(read, pointer);
}

/// A log as text; of events in a list one a line.
void set_events(AskedLog& log, py::handle value) {
    if (value.is_none()) return;
    const py::object read = helper("read")(value);
    if (is_text(read)) {
        log.events = utf8(read);
        return;
    }
    log.listed = true;
    const py::list events = PyDict_Check(read.ptr()) ? py::list(py::make_tuple(read)) : py::list(read);
    std::size_t index = 0;
    for (const py::handle event : events) log.events += as_json(event, "/events/" + std::to_string(index++)) + "\n";
}

/// Places of events in a list are by index, as they were handed in.
std::vector<Issue> placed(const AskedLog& log, std::vector<Issue> issues) {
    constexpr std::string_view events = "/events";
    for (Issue& issue : issues) {
        if (!log.listed || issue.line == 0 || !issue.where.starts_with(events)) continue;
        issue.where.insert(events.size(), "/" + std::to_string(issue.line - 1));
        issue.line = 0;
        issue.column = 0;
    }
    return issues;
}

LogAnswer ask(const AskedLog& log, AnswerFormat format, Language language) {
    const Ruleset& rules = log.rules->ruleset;
    const LogInputs inputs{log.events, log.subjects, log.cases, log.as_version, log.calendars};
    const py::gil_scoped_release free;
    if (log.question == LogQuestion::next) return next_in_log(rules, inputs, log.as_of, format, language);
    if (log.question == LogQuestion::due) return due_in_log(rules, inputs, log.as_of, format, language);
    return replay_log(rules, inputs, format, language);
}

SharedLog answered(SharedLog log) {
    LogAnswer answer = ask(*log, AnswerFormat::json, Language::zh);
    if (!answer.document) raise_issues(Fault::data, placed(*log, std::move(answer.issues)));
    log->json = std::move(*answer.document);
    return log;
}

SharedLog make_log(const std::shared_ptr<Rules>& rules, py::handle events, py::handle subjects, py::handle cases,
                   const std::optional<std::string>& as_version, py::handle calendars) {
    auto log = std::make_shared<AskedLog>();
    log->rules = rules;
    set_events(*log, events);
    log->subjects = document(subjects, "/subjects");
    log->cases = document(cases, "/cases");
    log->as_version = as_version;
    for (const SharedCalendar& each : helper("calendars")(calendars).cast<std::vector<SharedCalendar>>()) log->calendars.push_back(*each);
    return log;
}

Date day_of(py::handle value) {
    const std::string text = utf8(py::str(value));
    const std::optional<Date> day = parse_date(text);
    if (!day) raise_issues(Fault::data, {biaochi::make_issue(IssueCode::bad_date, "/as_of", {text})});
    return *day;
}

py::dict loaded(const AskedLog& log) { return py::module_::import("json").attr("loads")(log.json); }

/// A list of the document; empty where something else was asked.
py::list part(const AskedLog& log, const char* key) { return loaded(log).attr("get")(key, py::list()); }

std::string text_of(const AskedLog& log, const std::string& lang) {
    return ask(log, AnswerFormat::text, language_of(lang)).document.value();
}

py::object rows_of(const AskedLog& log, const std::string& lang) {
    static_cast<void>(language_of(lang));
    return helper("rows")(loaded(log), lang);
}

const char* name_of(LogQuestion question) {
    if (question == LogQuestion::next) return "next";
    return question == LogQuestion::due ? "due" : "replay";
}

}  // namespace

std::shared_ptr<AskedLog> replay(const std::shared_ptr<Rules>& rules, py::handle events, py::handle subjects, py::handle cases,
                                 const std::optional<std::string>& as_version, py::handle calendars) {
    return answered(make_log(rules, events, subjects, cases, as_version, calendars));
}

py::dict advance(const std::shared_ptr<Rules>& rules, py::handle of, py::handle event, py::handle subjects,
                 const std::optional<std::string>& as_version, py::handle calendars) {
    const SharedLog log = replay(rules, event, subjects, of, as_version, calendars);
    const py::list cases = part(*log, "cases");
    const py::list refusals = part(*log, "refusals");
    if (cases.size() != 1) throw py::value_error("advance() takes one case and an event of that case; replay() takes many");
    if (refusals.size() > 1) throw py::value_error("advance() takes one event; replay() takes many");
    py::dict result;
    result["case"] = cases[0];
    result["refusal"] = refusals.empty() ? py::object(py::none()) : py::object(refusals[0]);
    return result;
}

std::shared_ptr<AskedLog> next(const std::shared_ptr<Rules>& rules, py::handle events, py::handle as_of, py::handle subjects,
                               py::handle cases, const std::optional<std::string>& as_version, py::handle calendars) {
    SharedLog log = make_log(rules, events, subjects, cases, as_version, calendars);
    log->question = LogQuestion::next;
    log->as_of = day_of(as_of);
    return answered(std::move(log));
}

std::shared_ptr<AskedLog> due(const std::shared_ptr<Rules>& rules, py::handle events, py::handle as_of, py::handle subjects,
                              py::handle cases, const std::optional<std::string>& as_version, py::handle calendars) {
    SharedLog log = make_log(rules, events, subjects, cases, as_version, calendars);
    log->question = LogQuestion::due;
    log->as_of = day_of(as_of);
    return answered(std::move(log));
}

void register_log(py::module_& module) {
    py::class_<AskedLog, SharedLog>(module, "LogAnswer",
                                    "What a log of events comes to: cases, events that may follow, or duties; and refusals.")
        .def_readonly("json", &AskedLog::json, "The document as JSON text; see docs/reference/lifecycle.md.")
        .def_property_readonly(
            "cases", [](const AskedLog& log) { return part(log, "cases"); }, "Of replay: the cases, to be kept and handed in again.")
        .def_property_readonly(
            "next", [](const AskedLog& log) { return part(log, "next"); }, "Of next: the events that the states take, and what lacks.")
        .def_property_readonly(
            "duties", [](const AskedLog& log) { return part(log, "duties"); }, "Of due: the duties with their days, owners and clauses.")
        .def_property_readonly(
            "refusals", [](const AskedLog& log) { return part(log, "refusals"); }, "The events that were not accepted, with reasons.")
        .def("text", &text_of, py::arg("lang") = "zh", "The answer in words.")
        .def("rows", &rows_of, py::arg("lang") = "zh", "One flat dict of texts a case, event or duty, for a table or a data frame.")
        .def("_repr_html_", [](const AskedLog& log) { return helper("html")(rows_of(log, "zh")); })
        .def("__repr__", [](const AskedLog& log) {
            return "<LogAnswer " + std::string(name_of(log.question)) + " " + log.rules->ruleset.rulebook().id + ">";
        });
}

}  // namespace biaochi::python
