/// @file
/// The classes Text, Fact, OpenPoint, ExampleResult and Rulebook.

#include "biaochi/rulebook/rulebook.hpp"

#include <pybind11/stl.h>

#include <memory>

#include "biaochi/draw/draw.hpp"
#include "biaochi/draw/xstate.hpp"
#include "biaochi/example/run.hpp"
#include "biaochi/rulebook/lint.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "biaochi/rulebook/target_section.hpp"
#include "book.hpp"
#include "errors.hpp"
#include "lists.hpp"
#include "numbers.hpp"
#include "packing.hpp"
#include "rules.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

/// A fact with its id and the places of its figures.
struct NamedFact {
    std::string id;
    Fact fact;
    std::vector<std::string> slots;
};

/// An open point with its id.
struct NamedOpen {
    std::string id;
    OpenPoint point;
};

ParsedRulebook parse(const std::string& json) {
    const py::gil_scoped_release free;
    return biaochi::parse_rulebook(json);
}

std::shared_ptr<Book> parse_book(py::handle text) {
    auto source = std::make_shared<const std::string>(utf8(text));
    ParsedRulebook parsed = parse(*source);
    if (!parsed.rulebook) raise_issues(Fault::rulebook, parsed.issues);
    CompiledRuleset compiled = biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from);
    if (!compiled.rules) raise_issues(Fault::rulebook, compiled.issues);
    return std::make_shared<Book>(Book{std::move(*parsed.rulebook), std::move(*compiled.rules), std::move(source)});
}

py::list check_book(py::handle text) {
    ParsedRulebook parsed = parse(utf8(text));
    if (parsed.rulebook && !has_errors(parsed.issues)) {
        const std::vector<Issue> remarks = lint(*parsed.rulebook);
        parsed.issues.insert(parsed.issues.end(), remarks.begin(), remarks.end());
    }
    return to_list(parsed.issues);
}

py::object optional_fraction(const std::optional<Number>& number) { return number ? to_fraction(*number) : py::object(py::none()); }

const char* kind_of(const NamedFact& fact) {
    switch (fact.fact.kind) {
        case FactKind::items:
            return "items";
        case FactKind::options:
            return "options";
        case FactKind::judged:
            return "judged";
        case FactKind::number:
            break;
    }
    return "number";
}

std::vector<std::string> slot_ids(const Book& book) {
    std::vector<std::string> ids;
    for (const Slot& slot : book.first_day.slots()) ids.push_back(slot.id);
    return ids;
}

py::dict facts_of(const Book& book) {
    py::dict facts;
    for (std::size_t i = 0; i < book.rulebook.facts.size(); ++i) {
        const auto& [id, fact] = book.rulebook.facts[i];
        NamedFact named{id, fact, {}};
        for (const Slot& slot : book.first_day.slots()) {
            if (slot.fact == i) named.slots.push_back(slot.id);
        }
        facts[py::str(id)] = named;
    }
    return facts;
}

py::dict open_points_of(const Book& book) {
    py::dict points;
    for (const auto& [id, point] : book.rulebook.open) points[py::str(id)] = NamedOpen{id, point};
    return points;
}

py::list figures_of(const Book& book) { return book.rulebook.targets ? to_list(book.rulebook.targets->figures) : py::list(); }

py::dict targets_of(const Book& book) {
    py::dict targets;
    if (!book.rulebook.targets) return targets;
    for (const auto& [id, target] : book.rulebook.targets->targets) targets[py::str(id)] = target.name;
    return targets;
}

py::dict readings_of(const NamedOpen& open) {
    py::dict readings;
    for (const auto& [id, reading] : open.point.readings) readings[py::str(id)] = reading.says;
    return readings;
}

std::optional<std::string> adopted_of(const NamedOpen& open) {
    return open.point.adopted.empty() ? std::nullopt : std::optional(open.point.adopted);
}

std::optional<std::string> until_of(const Book& book) {
    const auto& until = book.rulebook.effective.until;
    return until ? std::optional(date_text(*until)) : std::nullopt;
}

py::list lint_book(const Book& book) { return to_list(lint(book.rulebook)); }

py::list test_book(const Book& book) {
    std::vector<ExampleResult> results;
    {
        const py::gil_scoped_release free;
        results = run_examples(book.rulebook);
    }
    return to_list(results);
}

void expect_lifecycle(const Book& book) {
    if (!book.rulebook.lifecycle) raise_issues(Fault::rulebook, {biaochi::make_issue(IssueCode::missing_key, "", {"lifecycle"})});
}

std::string export_book(const Book& book, const std::string& to) {
    if (to != "xstate") throw py::value_error("to is \"xstate\", not \"" + to + "\"");
    expect_lifecycle(book);
    return xstate_machine(book.rulebook);
}

std::string draw_book(const Book& book, const std::string& format, const std::string& lang) {
    const auto wanted = diagram_format(format);
    if (!wanted) throw py::value_error("format is \"mermaid\" or \"dot\", not \"" + format + "\"");
    expect_lifecycle(book);
    return biaochi::draw(book.rulebook, *wanted, language_of(lang));
}

/// @param on  a text, a datetime.date, or None
std::shared_ptr<Rules> compile_book(const Book& book, const py::object& on,
                                    const std::optional<std::map<std::string, std::string>>& readings) {
    const std::string date = on.is_none() ? std::string() : utf8(py::str(on));
    if (!on.is_none() && date.empty()) raise_issues(Fault::rulebook, {biaochi::make_issue(IssueCode::bad_date, "", {date})});
    return make_rules(book, date, readings.value_or(std::map<std::string, std::string>{}));
}

void register_text(py::module_& module) {
    py::class_<Text>(module, "Text", "Words in Chinese and English; one of the two may be empty.")
        .def_readonly("zh", &Text::zh, "In Chinese; may be empty.")
        .def_readonly("en", &Text::en, "In English; may be empty.")
        .def(
            "text", [](const Text& text, const std::string& lang) { return text.in(language_of(lang)); }, py::arg("lang"),
            "In that language, \"zh\" or \"en\", or in the other where it is empty.")
        .def("__str__", [](const Text& text) { return text.in(Language::zh); })
        .def("__repr__", [](const Text& text) { return "<Text " + text.in(Language::zh) + ">"; });
}

void register_fact(py::module_& module) {
    py::class_<NamedFact>(module, "Fact", "A figure that a subject reports.")
        .def_readonly("id", &NamedFact::id, "Its id.")
        .def_property_readonly(
            "name", [](const NamedFact& fact) { return fact.fact.name; }, "Its name.")
        .def_property_readonly("kind", &kind_of, "\"number\", \"items\", \"options\" or \"judged\".")
        .def_property_readonly(
            "unit", [](const NamedFact& fact) { return fact.fact.unit; }, "Its unit; empty where it has none.")
        .def_property_readonly(
            "min", [](const NamedFact& fact) { return optional_fraction(fact.fact.min); }, "Least sensible value, a Fraction, or None.")
        .def_property_readonly(
            "max", [](const NamedFact& fact) { return optional_fraction(fact.fact.max); }, "Greatest sensible value, a Fraction, or None.")
        .def_property_readonly(
            "whole", [](const NamedFact& fact) { return fact.fact.whole; }, "Whether only whole numbers are allowed.")
        .def_property_readonly(
            "reported_by", [](const NamedFact& fact) { return fact.fact.reported_by; }, "Bodies that report it.")
        .def_readonly("slots", &NamedFact::slots, "The places for its figures, by id.")
        .def("__repr__", [](const NamedFact& fact) { return "<Fact " + fact.id + ">"; });
}

void register_open_point(py::module_& module) {
    py::class_<NamedOpen>(module, "OpenPoint", "A question that the source text does not answer.")
        .def_readonly("id", &NamedOpen::id, "Its id.")
        .def_property_readonly(
            "asks", [](const NamedOpen& open) { return open.point.asks; }, "The question.")
        .def_property_readonly("readings", &readings_of, "What each reading says, by its id.")
        .def_property_readonly("adopted", &adopted_of, "Id of the reading that the rulebook adopts, or None.")
        .def_property_readonly(
            "because", [](const NamedOpen& open) { return open.point.because; }, "Why it is adopted; may be empty.")
        .def("__repr__", [](const NamedOpen& open) { return "<OpenPoint " + open.id + ">"; });
}

void register_figure(py::module_& module) {
    py::class_<PrintedFigure>(module, "PrintedFigure", "A figure that the source of a rulebook prints.")
        .def_readonly("fact", &PrintedFigure::fact, "Id of its fact.")
        .def_property_readonly(
            "value", [](const PrintedFigure& figure) { return to_fraction(figure.value); }, "The number, a Fraction, in `unit`.")
        .def_property_readonly(
            "text", [](const PrintedFigure& figure) { return figure.value.text(); }, "The number as an exact decimal or fraction.")
        .def_readonly("unit", &PrintedFigure::unit, "Its unit; empty: the fact's own.")
        .def_property_readonly(
            "bound", [](const PrintedFigure& figure) { return std::string(name(figure.bound)); },
            "\"exactly\", or how the text leaves it open: \"more_than\", \"about\", …")
        .def_readonly("period", &PrintedFigure::period, "Its time, for example \"2021\"; empty where the source has none.")
        .def_readonly("of", &PrintedFigure::of, "Whose figure it is; empty: the plan's own region.")
        .def_property_readonly(
            "clause", [](const PrintedFigure& figure) { return figure.provenance.cite ? figure.provenance.cite->clause : std::string(); },
            "Where the source prints it; may be empty.")
        .def("__repr__", [](const PrintedFigure& figure) { return "<PrintedFigure " + figure.fact + " " + figure.period + ">"; });
}

void register_example_result(py::module_& module) {
    py::class_<ExampleResult>(module, "ExampleResult", "What became of one example of a rulebook.")
        .def_readonly("id", &ExampleResult::id, "Id of the example.")
        .def_readonly("passed", &ExampleResult::passed, "Whether the answer is the expected one.")
        .def_property_readonly(
            "issues", [](const ExampleResult& result) { return to_list(result.issues); }, "Why it is not; empty when passed.")
        .def("__repr__",
             [](const ExampleResult& result) { return "<ExampleResult " + result.id + (result.passed ? " passed>" : " failed>"); });
}

void register_book(py::module_& module) {
    py::class_<Book, std::shared_ptr<Book>> type(module, "Rulebook", "A regulation as written.");
    register_packing(type);
    type.def_property_readonly(
            "id", [](const Book& book) { return book.rulebook.id; }, "Its id.")
        .def_property_readonly(
            "version", [](const Book& book) { return book.rulebook.version; }, "Its version.")
        .def_property_readonly(
            "title", [](const Book& book) { return book.rulebook.title; }, "Its title.")
        .def_property_readonly(
            "label", [](const Book& book) { return book.rulebook.label; }, "A word for every output, such as \"synthetic\"; may be empty.")
        .def_property_readonly(
            "effective_from", [](const Book& book) { return date_text(book.rulebook.effective.from); }, "First day in force, YYYY-MM-DD.")
        .def_property_readonly("effective_until", &until_of, "First day no longer in force, or None.")
        .def_property_readonly("facts", &facts_of, "Fact by id, in the rulebook's order.")
        .def_property_readonly("slots", &slot_ids, "The places for figures, by id, in the rulebook's order.")
        .def_property_readonly("open_points", &open_points_of, "OpenPoint by id, in the rulebook's order.")
        .def_property_readonly("figures", &figures_of, "The figures that its source prints, in the rulebook's order.")
        .def_property_readonly("targets", &targets_of, "The name of each target by its id, in the rulebook's order.")
        .def("lint", &lint_book, "What a careful reader would ask about: a list of Issue, warnings and notes.")
        .def("test", &test_book, "Runs the rulebook's own examples: a list of ExampleResult.")
        .def("export", &export_book, py::arg("to"),
             "The lifecycle for another tool: \"xstate\" gives the JSON configuration of an XState 5 machine. RulebookError where the "
             "rulebook has no lifecycle.")
        .def("draw", &draw_book, py::arg("format") = "mermaid", py::arg("lang") = "zh",
             "The lifecycle as a state diagram, \"mermaid\" or \"dot\", in \"zh\" or \"en\". RulebookError where the rulebook has no "
             "lifecycle.")
        .def("compile", &compile_book, py::arg("on") = py::none(), py::arg("readings") = py::none(),
             "Rules for a date (YYYY-MM-DD or datetime.date; default: the first day in force) and readings by open point. "
             "RulebookError where the date is outside, or a name does not exist.")
        .def("__repr__", [](const Book& book) { return "<Rulebook " + book.rulebook.id + " " + book.rulebook.version + ">"; });
}

}  // namespace

void register_rulebook(py::module_& module) {
    register_text(module);
    register_fact(module);
    register_open_point(module);
    register_figure(module);
    register_example_result(module);
    register_book(module);
    module.def("parse_rulebook", &parse_book, py::arg("text"), "Reads a biaochi/1 document. RulebookError with every issue.");
    module.def("check_rulebook", &check_book, py::arg("text"), "Every issue of a document; lint where nothing is wrong.");
}

}  // namespace biaochi::python
