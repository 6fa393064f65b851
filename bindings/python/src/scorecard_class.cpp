/// @file
/// The Python classes Need, Scorecard and Table.

#include <pybind11/stl.h>

#include "biaochi/explain/explain.hpp"
#include "lists.hpp"
#include "scorecard.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

/// Something that would narrow an undecided answer.
struct NamedNeed {
    std::optional<std::string> fact;
    std::optional<std::string> status;
    std::optional<std::string> period;
    std::optional<std::string> cause;
    std::optional<std::string> reading;
    std::vector<std::string> choices;
    std::optional<std::string> part;
};

NamedNeed named(const Card& card, const Need& need) {
    const Ruleset& rules = card.rules->ruleset;
    NamedNeed named;
    if (need.slot != no_index) {
        named.fact = rules.slots()[need.slot].id;
        named.status = std::string(name(need.period.empty() ? card.record.cells[need.slot].status : Status::missing));
        if (!need.period.empty()) named.period = need.period;
        if (need.cause != feel::Cause::none) named.cause = std::string(feel::name(need.cause));
    }
    if (need.open != no_index) {
        const auto& [id, point] = rules.rulebook().open[need.open];
        named.reading = id;
        for (const auto& reading : point.readings) named.choices.push_back(reading.first);
    }
    if (need.node != no_index) named.part = rules.nodes()[need.node].source->id;
    return named;
}

std::vector<NamedNeed> needs_of(const Card& card) {
    std::vector<NamedNeed> needs;
    for (const Need& need : biaochi::needs(card.rules->ruleset, card.record, card.card)) needs.push_back(named(card, need));
    return needs;
}

std::optional<std::string> class_of(const Card& card) {
    const auto classes = classes_of(card);
    return classes.size() == 1 ? std::optional(classes.front()) : std::nullopt;
}

std::optional<Range> rank_of(const Card& card) {
    if (!card.standing || !card.standing->ranked) return std::nullopt;
    const bool whole = card.standing->best.is_whole() && card.standing->worst.is_whole();
    return Range{{card.standing->best, card.standing->worst}, {whole ? 0 : 1, RoundingMode::half_up}};
}

py::dict parts_of(const Card& card) {
    py::dict parts;
    const auto& nodes = card.rules->ruleset.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) parts[py::str(nodes[i].source->id)] = points_of(card, i);
    return parts;
}

std::optional<Range> part_of(const Card& card, const std::string& id) {
    const std::size_t node = card.rules->ruleset.node(id);
    if (node == no_index) throw py::key_error(id);
    return points_of(card, node);
}

ExplainFormat format_of(const std::string& word) {
    if (word == "text") return ExplainFormat::text;
    if (word == "markdown") return ExplainFormat::markdown;
    if (word == "json") return ExplainFormat::json;
    throw py::value_error("the format is \"text\", \"markdown\" or \"json\", not \"" + word + "\"");
}

/// The class of a record that stands in no table, and so has no rank.
Standing class_alone(const Card& card) {
    Standing standing;
    if (const auto points = points_of(card, 0)) standing.classes = classify(card.rules->ruleset, points->ends);
    return standing;
}

std::string explain_card(const Card& card, const std::string& lang, const std::string& format) {
    const Language language = language_of(lang);
    const ExplainFormat shape = format_of(format);
    const py::gil_scoped_release free;
    const Standing standing = card.standing ? *card.standing : class_alone(card);
    return explain(card.rules->ruleset, card.record, card.card, &standing, language, shape);
}

std::string repr(const Card& card) {
    const auto score = points_of(card, 0);
    const std::string who = card.record.region.empty() ? std::string() : card.record.region + " " + card.record.period + ": ";
    return "<Scorecard " + who + (score ? score->shown() : "no score") + ">";
}

SharedCard row_of(const Table& table, py::ssize_t index) {
    const auto size = static_cast<py::ssize_t>(table.cards.size());
    const py::ssize_t at = index < 0 ? index + size : index;
    if (at < 0 || at >= size) throw py::index_error("the table has " + std::to_string(size) + " rows");
    return table.cards[static_cast<std::size_t>(at)];
}

void register_need(py::module_& module) {
    py::class_<NamedNeed>(module, "Need", "A figure, or a reading of an open point, that would narrow an undecided answer.")
        .def_readonly("fact", &NamedNeed::fact, "Slot of the figure that is lacking, or None.")
        .def_readonly("status", &NamedNeed::status, "Status of that figure, or None.")
        .def_readonly("period", &NamedNeed::period, "Period of that figure, where it is one of an earlier record; or None.")
        .def_readonly("cause", &NamedNeed::cause, "Why a derived figure has no value although nothing lacks; or None.")
        .def_readonly("reading", &NamedNeed::reading, "Open point that is unread, or None.")
        .def_readonly("choices", &NamedNeed::choices, "Readings that may be chosen for it.")
        .def_readonly("part", &NamedNeed::part, "Leaf that needs it; None for the class cuts.")
        .def("__repr__", [](const NamedNeed& need) { return "<Need " + need.fact.value_or(need.reading.value_or("")) + ">"; });
}

void register_card(py::module_& module) {
    py::class_<Card, SharedCard>(module, "Scorecard", "The points of every part of one record, and how they came about.")
        .def_property_readonly(
            "region", [](const Card& card) { return card.record.region; }, "As in the record; may be empty.")
        .def_property_readonly(
            "period", [](const Card& card) { return card.record.period; }, "As in the record; may be empty.")
        .def_property_readonly(
            "group", [](const Card& card) { return card.record.group; }, "Peer group; may be empty.")
        .def_property_readonly(
            "label", [](const Card& card) { return card.record.label; }, "For example \"synthetic\"; may be empty.")
        .def_property_readonly(
            "score", [](const Card& card) { return points_of(card, 0); },
            "Points of the whole as a Range; None where a rule refuses to score.")
        .def_property_readonly("class_", &class_of, "Id of the class; None while undetermined.")
        .def_property_readonly("classes", &classes_of, "Ids of the classes still possible, best first.")
        .def_property_readonly("rank", &rank_of, "Best and worst rank as a Range; None outside a table or without a score.")
        .def_property_readonly("needs", &needs_of, "What would decide the score and the class; empty when both are decided.")
        .def_property_readonly("parts", &parts_of, "Points by part as Range; None where a part is excluded or refused.")
        .def("__getitem__", &part_of, py::arg("id"), "Points of one part. KeyError for an id that no part has.")
        .def("explain", &explain_card, py::arg("lang") = "en", py::arg("format") = "text",
             "Where each point comes from: lang \"zh\" or \"en\"; format \"text\", \"markdown\" or \"json\". ValueError for other words.")
        .def("_repr_html_", [](const Card& card) { return html_of(card); })
        .def("__repr__", &repr);
}

}  // namespace

void register_scorecard(py::module_& module) {
    register_need(module);
    register_card(module);
    py::class_<Table>(module, "Table", "Scorecards of a table of records, classed and ranked, in the order of the input.")
        .def_readonly("json", &Table::json, "The results document; see docs/reference/results.md.")
        .def("__len__", [](const Table& table) { return table.cards.size(); })
        .def("__getitem__", &row_of, py::arg("index"))
        .def("__iter__", [](const Table& table) { return py::iter(to_list(table.cards)); })
        .def("_repr_html_", [](const Table& table) { return html_of(table); })
        .def("__repr__", [](const Table& table) { return "<Table of " + std::to_string(table.cards.size()) + " records>"; });
}

}  // namespace biaochi::python
