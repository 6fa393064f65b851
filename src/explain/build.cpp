/// @file
/// From a scorecard to everything that is said of it.

#include "explain/build.hpp"

#include <algorithm>

#include "explain/cause_words.hpp"
#include "explain/notes.hpp"
#include "explain/render.hpp"

namespace biaochi::detail {

namespace {

/// The unread open points that keep a leaf from being known, where the figures did not lead to them.
void meet_unread(Notes& notes) {
    if (notes.outcome().state != NodeState::scored || notes.outcome().points.decided()) return;
    const auto& open = notes.rules.rulebook().open;
    const PlanNode& plan = notes.plan();
    const auto meet = [&](std::size_t index) {
        if (index != no_index) notes.meet(open[index].first);
    };
    meet(plan.treat_open);
    if (const auto* rule = std::get_if<OpenRule>(&plan.rule)) meet(rule->open);
    if (const auto* rule = std::get_if<SegmentRule>(&plan.rule)) {
        const std::size_t hit = notes.outcome().segment;
        for (std::size_t i = 0; i < rule->segments.size(); ++i) {
            if (hit == no_index || hit == i) meet(rule->segments[i].open);
        }
    }
    if (const auto* rule = std::get_if<ItemRule>(&plan.rule)) {
        for (const auto& line : rule->lines) meet(line.open);
    }
    if (const auto* rule = std::get_if<OptionRule>(&plan.rule)) {
        for (const auto& group : rule->groups) meet(group.open);
    }
}

NodeExplanation explain_node(const Ruleset& rules, const Record& record, const Scorecard& card, std::size_t node) {
    Notes notes{rules, record, card, node};
    explain_figures(notes);
    explain_scale(notes);
    explain_lines(notes);
    explain_parts(notes);
    explain_end(notes);
    meet_unread(notes);
    explain_provenance(notes);

    const PlanNode& plan = rules.nodes()[node];
    const NodeOutcome& outcome = card.nodes[node];
    NodeExplanation result{
        plan.source->id, node_name(rules, node), outcome.state, outcome.cause, outcome.points, plan.source->points, {}, {}};
    result.statements = std::move(notes.statements);
    for (const std::size_t part : plan.parts) result.parts.push_back(explain_node(rules, record, card, part));
    return result;
}

/// The needs of one leaf that are figures of one fact, put into one statement.
Statement need_of_figures(const Ruleset& rules, const Record& record, const std::vector<Need>& needs, std::size_t first, std::size_t last) {
    const Slot& slot = rules.slots()[needs[first].slot];
    const auto& [id, fact] = rules.rulebook().facts[slot.fact];
    const auto of_fact = [&](const Slot& one) { return one.fact == slot.fact; };
    const auto all = static_cast<std::size_t>(std::count_if(rules.slots().begin(), rules.slots().end(), of_fact));
    std::vector<Text> names;
    std::string slots;
    for (std::size_t i = first; i < last; ++i) {
        names.push_back(slot_name(rules, needs[i].slot));
        slots += (slots.empty() ? "" : " ") + rules.slots()[needs[i].slot].id;
    }
    Text words = fact.name;
    if (all > names.size()) words = say(Phrase::need_some, {words, joined(names)});
    if (!needs[first].period.empty()) words = say(Phrase::figure, {words, same(needs[first].period)});
    if (needs[first].cause != feel::Cause::none) words = say(Phrase::named_figure, {words, cause_words({needs[first].cause, nullptr})});
    const Text part = node_name(rules, needs[first].node);
    if (part != fact.name) words = say(Phrase::need_in, {words, part});
    return {Topic::figure,
            std::move(words),
            {{"fact", id},
             {"slots", slots},
             {"status", std::string(name(record.cells[needs[first].slot].status))},
             {"part", rules.nodes()[needs[first].node].source->id}},
            {}};
}

Statement need_of_reading(const Ruleset& rules, const Need& need) {
    const auto& [id, point] = rules.rulebook().open[need.open];
    std::string ids;
    for (const auto& reading : point.readings) ids += (ids.empty() ? "" : " ") + reading.first;
    const Text where = need.node == no_index ? say(Phrase::need_cuts) : node_name(rules, need.node);
    Text words = say(Phrase::named_figure, {say(Phrase::need_in, {say(Phrase::need_reading, {same(id)}), where}), point.asks});
    if (!point.readings.empty()) words = say(Phrase::choices, {words, choices_words(point.readings)});
    std::vector<std::pair<std::string_view, std::string>> data{{"open", id}, {"choices", ids}};
    if (need.node != no_index) data.emplace_back("part", rules.nodes()[need.node].source->id);
    return {Topic::reading, std::move(words), std::move(data), {}};
}

std::vector<Statement> explain_needs(const Ruleset& rules, const Record& record, const Scorecard& card) {
    const std::vector<Need> all = needs(rules, record, card);
    std::vector<Statement> statements;
    for (std::size_t i = 0; i < all.size();) {
        if (all[i].slot == no_index) {
            statements.push_back(need_of_reading(rules, all[i++]));
            continue;
        }
        const std::size_t first = i;
        const auto fact = [&](const Need& need) { return need.slot == no_index ? no_index : rules.slots()[need.slot].fact; };
        while (i < all.size() && fact(all[i]) == fact(all[first]) && all[i].node == all[first].node && all[i].period == all[first].period)
            ++i;
        statements.push_back(need_of_figures(rules, record, all, first, i));
    }
    return statements;
}

Statement source_statement(const std::string& id, const Source& source) {
    Text words = say(Phrase::clause_alone, {source.title});
    if (!source.issuer.empty()) words = say(Phrase::source_more, {words, source.issuer});
    if (source.date) words = say(Phrase::source_more, {words, same(date_text(*source.date))});
    if (!source.url.empty()) words = say(Phrase::source_more, {words, same(source.url)});
    if (!source.note.empty()) words = say(Phrase::named_figure, {words, source.note});
    return {Topic::clause, std::move(words), {{"source", id}}, {}};
}

void add_standing(Explanation& result, const Ruleset& rules, const Standing& standing) {
    const Rulebook& book = rules.rulebook();
    if (book.classes) {
        ClassExplanation& classes = result.classes.emplace();
        classes.known_cuts = rules.cuts_open() == no_index;
        for (const std::size_t possible : standing.classes) {
            const ClassCut& cut = rules.cuts()[possible];
            classes.possible.emplace_back(cut.id, cut.name);
            if (cut.provenance.cite) classes.statements.push_back(clause_statement(book, *cut.provenance.cite));
        }
        if (book.classes->provenance.cite) classes.statements.push_back(clause_statement(book, *book.classes->provenance.cite));
    }
    if (standing.ranked) result.rank = Interval{standing.best, standing.worst};
}

}  // namespace

Explanation build_explanation(const Ruleset& rules, const Record& record, const Scorecard& card, const Standing* standing) {
    const Rulebook& book = rules.rulebook();
    Explanation result;
    result.rulebook = book.id;
    result.version = book.version;
    result.title = book.title;
    result.on = date_text(rules.on());
    result.region = record.region;
    result.period = record.period;
    result.group = record.group;
    if (!book.label.empty()) result.labels.push_back(book.label);
    if (!record.label.empty() && record.label != book.label) result.labels.push_back(record.label);
    result.shown = book.shown;
    result.readings = explain_readings(rules);
    result.score = explain_node(rules, record, card, 0);
    if (standing != nullptr) add_standing(result, rules, *standing);
    result.needs = explain_needs(rules, record, card);
    for (const auto& [id, source] : book.sources) {
        result.sources.push_back(source_statement(id, source));
        for (const Misprint& misprint : source.misprints) result.misprints.push_back(misprint_statement(misprint));
    }
    for (const Misprint& misprint : book.misprints) result.misprints.push_back(misprint_statement(misprint));
    return result;
}

}  // namespace biaochi::detail
