/// @file
/// The class Rules: compiled rules that score records.

#include "rules.hpp"

#include <pybind11/stl.h>

#include "award.hpp"
#include "biaochi/calendar/date.hpp"
#include "biaochi/explain/results.hpp"
#include "biaochi/explain/verdict.hpp"
#include "biaochi/standing/standing.hpp"
#include "dispatch.hpp"
#include "duties.hpp"
#include "errors.hpp"
#include "lists.hpp"
#include "log.hpp"
#include "packing.hpp"
#include "progress.hpp"
#include "read.hpp"
#include "scorecard.hpp"
#include "text.hpp"
#include "whatif.hpp"

namespace biaochi::python {

std::shared_ptr<Rules> make_rules(const Book& book, const std::string& on, const std::map<std::string, std::string>& readings) {
    const std::optional<Date> date = on.empty() ? book.rulebook.effective.from : parse_date(on);
    if (!date) raise_issues(Fault::rulebook, {biaochi::make_issue(IssueCode::bad_date, "", {on})});
    CompiledRuleset compiled;
    {
        const py::gil_scoped_release free;
        compiled = biaochi::compile(book.rulebook, *date, readings);
    }
    if (!compiled.rules) raise_issues(Fault::rulebook, compiled.issues);
    SlotIndex slots = make_slot_index(*compiled.rules);
    return std::make_shared<Rules>(Rules{std::move(*compiled.rules), std::move(slots), book.source, readings});
}

namespace {

using SharedRules = std::shared_ptr<Rules>;

/// The interpreter is kept locked: one record takes less time than giving the lock away and waiting for it.
SharedCard make_card(const SharedRules& rules, Record record) {
    Scorecard card = biaochi::score(rules->ruleset, record);
    return std::make_shared<Card>(Card{rules, std::move(record), std::move(card), std::nullopt});
}

py::object score_frame(const SharedRules& rules, py::handle value, const py::kwargs& options) {
    return py::module_::import("biaochi.frames").attr("score")(rules, value, **options);
}

py::object top_of_frame(const SharedRules& rules, py::handle value, py::handle count, const py::kwargs& options) {
    return py::module_::import("biaochi.frames").attr("top")(rules, value, count, **options);
}

py::object change_of_frame(const SharedRules& rules, py::handle value, const py::kwargs& options) {
    return py::module_::import("biaochi.frames").attr("change")(rules, value, **options);
}

/// Asks whether it is columns only when it is not plainly a record, which most are.
py::object score_one(const SharedRules& rules, py::handle value) {
    if (std::optional<Record> record = take_plain_record(*rules, value)) return py::cast(make_card(rules, std::move(*record)));
    if (is_columns(value)) return score_frame(rules, value, {});
    return py::cast(make_card(rules, take_record(*rules, value)));
}

std::vector<std::string> part_ids(const Rules& rules) {
    std::vector<std::string> ids;
    for (const PlanNode& node : rules.ruleset.nodes()) ids.push_back(node.source->id);
    return ids;
}

std::vector<std::string> class_ids(const Rules& rules) {
    std::vector<std::string> ids;
    for (const ClassCut& cut : rules.ruleset.cuts()) ids.push_back(cut.id);
    return ids;
}

/// Takes a list of records, `{"records": [...]}`, or JSON text of either.
Table score_table(const SharedRules& rules, py::handle value) {
    const bool is_text = PyUnicode_Check(value.ptr()) || PyBytes_Check(value.ptr());
    return make_table(rules, is_text ? read_json(*rules, utf8(value)) : take_records(*rules, value));
}

std::string score_json(const Rules& rules, py::handle text) {
    const std::string json = utf8(text);
    ScoredTable table;
    {
        const py::gil_scoped_release free;
        table = biaochi::score_table(rules.ruleset, json);
    }
    if (!table.json) raise_issues(Fault::data, table.issues);
    return std::move(*table.json);
}

py::list check_json(const Rules& rules, py::handle text) {
    const std::string json = utf8(text);
    std::vector<Issue> issues;
    {
        const py::gil_scoped_release free;
        issues = read_records(rules.ruleset, json).issues;
    }
    return to_list(issues);
}

/// JSON text as it is; anything else as json.dumps writes it, with numbers that JSON does not know as text.
std::string subjects_json(py::handle value) {
    if (PyUnicode_Check(value.ptr()) || PyBytes_Check(value.ptr())) return utf8(value);
    const py::object as_text = py::module_::import("builtins").attr("str");
    return utf8(py::module_::import("json").attr("dumps")(value, py::arg("default") = as_text, py::arg("ensure_ascii") = false));
}

std::string check_table(const Rules& rules, py::handle subjects, const std::vector<std::string>& conditions, const std::string& format,
                        const std::string& lang) {
    const std::optional<Language> language = biaochi::language(lang);
    if (!language) throw py::value_error("lang is zh or en");
    const std::optional<AnswerFormat> wanted = answer_format(format);
    if (!wanted) throw py::value_error("format is json or text");
    const std::string json = subjects_json(subjects);
    CheckedSubjects checked;
    {
        const py::gil_scoped_release free;
        checked = biaochi::check_subjects(rules.ruleset, json, conditions, *wanted, *language);
    }
    if (!checked.document) raise_issues(Fault::data, checked.issues);
    return std::move(*checked.document);
}

py::object check_one(const Rules& rules, py::handle subject, const std::string& condition) {
    const py::object document = py::module_::import("json").attr("loads")(check_table(rules, subject, {condition}, "json", "en"));
    const py::list verdicts = document["verdicts"];
    if (verdicts.size() != 1) throw py::value_error("check() takes one subject; check_table() takes many");
    return verdicts[0];
}

std::vector<std::string> condition_ids(const Rules& rules) {
    std::vector<std::string> ids;
    for (const auto& [id, condition] : rules.ruleset.rulebook().conditions) ids.push_back(id);
    return ids;
}

py::dict readings_of(const Rules& rules) {
    py::dict readings;
    for (const ChosenReading& chosen : rules.ruleset.readings()) {
        readings[py::str(chosen.open)] = chosen.reading.empty() ? py::object(py::none()) : py::str(chosen.reading);
    }
    return readings;
}

std::vector<std::string> slot_ids(const Rules& rules) {
    std::vector<std::string> ids;
    for (const Slot& slot : rules.ruleset.slots()) ids.push_back(slot.id);
    return ids;
}

const char* word(Ties ties) {
    if (ties == Ties::dense) return "dense";
    return ties == Ties::average ? "average" : "competition";
}

py::dict ranking_of(const Rules& rules) {
    const Ranking& ranking = rules.ruleset.rulebook().ranking;
    py::dict answer;
    answer["ties"] = word(ranking.ties);
    answer["compare"] = ranking.compare == Compare::rounded ? "rounded" : "unrounded";
    answer["within_group"] = ranking.within_group;
    return answer;
}

std::string repr(const Rules& rules) { return "<Rules " + rules.ruleset.rulebook().id + " on " + date_text(rules.ruleset.on()) + ">"; }

}  // namespace

void register_rules(py::module_& module) {
    py::class_<Rules, SharedRules> type(module, "Rules",
                                        "Rules compiled for one date and one choice of readings. Immutable; threads may share them.");
    register_packing(type);
    type.def_property_readonly(
            "rulebook_id", [](const Rules& rules) { return rules.ruleset.rulebook().id; }, "Id of the rulebook.")
        .def_property_readonly(
            "on", [](const Rules& rules) { return date_text(rules.ruleset.on()); }, "The date that the rules hold for, YYYY-MM-DD.")
        .def_property_readonly("readings", &readings_of, "Reading by open point; None where the point is left open.")
        .def_property_readonly("slots", &slot_ids, "The places for figures, by id, in the rulebook's order.")
        .def_property_readonly("parts", &part_ids, "The nodes of the score tree by id, each before its parts.")
        .def_property_readonly("classes", &class_ids, "The classes by id, the lowest first; empty where there are none, or they are open.")
        .def_property_readonly("conditions", &condition_ids, "The conditions by id, in the rulebook's order.")
        .def("check", &check_one, py::arg("subject"), py::arg("condition"),
             "Decides a condition of one subject: a dict with answer, needs and reason. DataError with every issue of the subject.")
        .def("check_table", &check_table, py::arg("subjects"), py::arg("conditions") = std::vector<std::string>(),
             py::arg("format") = "json", py::arg("lang") = "zh",
             "Verdicts on conditions (all where none is named) of subjects, as JSON or text; see docs/reference/conditions.md.")
        .def("replay", &replay, py::arg("events"), py::arg("subjects") = py::none(), py::arg("cases") = py::none(),
             py::arg("as_version") = py::none(), py::arg("calendars") = py::none(),
             "Where each case stands after a log of events, and what was refused, with reasons. DataError with every issue of the log.")
        .def("advance", &advance, py::arg("case"), py::arg("event"), py::arg("subjects") = py::none(), py::arg("as_version") = py::none(),
             py::arg("calendars") = py::none(),
             "One event of one case (None: a new one): a dict with case and refusal, which is None where the event was accepted.")
        .def("next", &next, py::arg("events"), py::arg("as_of"), py::arg("subjects") = py::none(), py::arg("cases") = py::none(),
             py::arg("as_version") = py::none(), py::arg("calendars") = py::none(),
             "What may happen to each case on a day, and what still lacks. Later events are left out.")
        .def("due", &due, py::arg("events"), py::arg("as_of"), py::arg("subjects") = py::none(), py::arg("cases") = py::none(),
             py::arg("as_version") = py::none(), py::arg("calendars") = py::none(),
             "What each case asks for, by when, of whom, and whether it is late on a day.")
        .def("duties", &duties, py::arg("unit") = py::none(), py::arg("on") = py::none(),
             "What a body (None: every body) must do on a day (None: the day of the rules), and which reports are due next.")
        .def("progress", &progress_of, py::arg("records"), py::arg("on") = py::none(), py::arg("region") = "",
             py::arg("targets") = std::vector<std::string>(),
             "How far regions have come with targets on a day (default: the last of the latest period): all regions and targets where "
             "none is named. DataError with every issue.")
        .def("award", &award_of, py::arg("applications"), py::arg("unit") = "元",
             "What applications are awarded: which grants, how much, by which clause, why not; money shown in the unit. DataError with "
             "every "
             "issue.")
        .def("whatif", &what_if_of, py::arg("records"), py::arg("spec"), py::arg("n") = py::none(), py::arg("seed") = py::none(),
             py::arg("threads") = 1, py::arg("samples") = py::none(), py::arg("progress") = py::none(),
             "Draws weights, band edges or figures within stated ends, n times, and counts where each record then stands. `samples`: "
             "instead of the generator, n rows of one value from 0 to below 1 a variation. `threads` 0: one a core; the answer is the "
             "same for any number. `progress`: called with draws done and all, or True for a bar. DataError with every issue.")
        .def("score", &score_one, py::arg("record"),
             "Scores one record, or its facts alone, or columns: a frame, or a dict of arrays. DataError with every issue of the figures.")
        .def("score", &score_frame, py::arg("record"),
             "Scores columns with options: keep, columns, parts, ranges, ranks, key, decimals, threads, progress; see "
             "docs/guide/columns.md.")
        .def("top", &top_of_frame, py::arg("frame"), py::arg("count"),
             "Scores the rows of columns whose best rank among all is at most count, the best first; options: keep, columns, parts, "
             "ranges, decimals, threads.")
        .def("change", &change_of_frame, py::arg("frame"),
             "What changed from the row of the same region a year earlier: score_change, rank_change (places won), class_before, "
             "class_now; options: keep, columns, ranges, threads.")
        .def("score_table", &score_table, py::arg("records"),
             "Scores, classes and ranks records: a list, {\"records\": [...]}, or JSON text. DataError with every issue.")
        .def("score_json", &score_json, py::arg("text"),
             "The results document for records in JSON; see docs/reference/results.md. DataError with every issue.")
        .def("check_json", &check_json, py::arg("text"), "What is wrong with records in JSON, as a list of Issue; never raises for it.")
        .def_property_readonly("ranking", &ranking_of, "How ranks are made: a dict with ties, compare and within_group.")
        .def("__repr__", &repr);
}

}  // namespace biaochi::python
