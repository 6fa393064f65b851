/// @file
/// Says where a rule stands, what is misprinted there, and how its open points are read.

#include <algorithm>

#include "explain/notes.hpp"

namespace biaochi::detail {

namespace {

std::string joined_ids(const std::vector<std::string>& ids, const std::string& comma) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : comma) + id;
    return text;
}

Text with_ledger(Text words, const std::vector<std::string>& ledger) {
    if (ledger.empty()) return words;
    const Text comma = say(Phrase::list_comma);
    return say(Phrase::with_ledger, {words, Text{joined_ids(ledger, comma.zh), joined_ids(ledger, comma.en)}});
}

Text confidence_words(const std::string& confidence) {
    if (confidence == "certain") return say(Phrase::certain);
    return say(confidence == "likely" ? Phrase::likely : Phrase::doubtful);
}

/// Clauses, each once, with all the ledger ids that they are cited with.
void say_clauses(Notes& notes, const std::vector<const Provenance*>& all) {
    std::vector<Cite> clauses;
    for (const Provenance* one : all) {
        if (!one->cite) continue;
        const auto same_place = [&](const Cite& cite) { return cite.source == one->cite->source && cite.clause == one->cite->clause; };
        const auto known = std::find_if(clauses.begin(), clauses.end(), same_place);
        if (known == clauses.end()) {
            clauses.push_back(*one->cite);
            continue;
        }
        for (const std::string& id : one->cite->ledger) {
            if (std::find(known->ledger.begin(), known->ledger.end(), id) == known->ledger.end()) known->ledger.push_back(id);
        }
    }
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const bool titled = i == 0 || clauses[i - 1].source != clauses[i].source || clauses[i].clause.empty();
        notes.statements.push_back(clause_statement(notes.rules.rulebook(), clauses[i], titled));
    }
}

void say_misprints(Notes& notes, const std::vector<Misprint>& misprints) {
    for (const Misprint& misprint : misprints) {
        Statement statement = misprint_statement(misprint);
        const auto again = [&](const Statement& one) { return one.topic == Topic::misprint && one.words == statement.words; };
        if (std::none_of(notes.statements.begin(), notes.statements.end(), again)) notes.statements.push_back(std::move(statement));
    }
}

Phrase phrase(const ChosenReading* chosen) {
    if (chosen == nullptr || chosen->reading.empty()) return Phrase::by_nobody;
    return chosen->adopted ? Phrase::by_rulebook : Phrase::by_user;
}

void say_reading(Notes& notes, const std::string& open) {
    const OpenPoint* point = find(notes.rules.rulebook().open, open);
    if (point == nullptr) return;
    const ChosenReading* chosen = reading_of(notes.rules, open);
    const Reading* reading = chosen == nullptr ? nullptr : find(point->readings, chosen->reading);
    if (reading == nullptr) {
        notes.add(Topic::reading, say(Phrase::reading_open, {point->asks, same(open)}), {{"open", open}});
        return;
    }
    notes.add(Topic::reading, say(Phrase::reading_used, {reading->says, same(open + " = " + chosen->reading), say(phrase(chosen))}),
              {{"open", open}, {"reading", chosen->reading}, {"by", chosen->adopted ? "rulebook" : "user"}});
}

/// The provenance of the node, of its fact, and of the rows that were hit, in this order, each once.
std::vector<const Provenance*> all_provenance(const Notes& notes) {
    std::vector<const Provenance*> all{&notes.plan().source->provenance};
    const auto add = [&](const Provenance* one) {
        if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    };
    for (const std::size_t slot : slots_of(notes.plan())) add(&notes.fact(slot).provenance);
    for (const Provenance* row : notes.provenance) add(row);
    return all;
}

ReadingExplanation explain_reading(const Rulebook& book, const ChosenReading& chosen) {
    ReadingExplanation result;
    result.open = chosen.open;
    result.reading = chosen.reading;
    result.by = chosen.reading.empty() ? By::nobody : (chosen.adopted ? By::rulebook : By::user);
    const OpenPoint* point = find(book.open, chosen.open);
    if (point == nullptr) return result;
    result.asks = point->asks;
    if (chosen.adopted) result.because = point->because;
    result.choices = point->readings;
    if (const Reading* reading = find(point->readings, chosen.reading)) {
        result.says = reading->says;
        if (reading->cite) result.clause = clause_statement(book, *reading->cite);
    }
    if (!result.clause && point->cite) result.clause = clause_statement(book, *point->cite);
    return result;
}

}  // namespace

const ChosenReading* reading_of(const Ruleset& rules, std::string_view open) noexcept {
    for (const ChosenReading& chosen : rules.readings()) {
        if (chosen.open == open) return &chosen;
    }
    return nullptr;
}

void Notes::meet(std::string_view open) {
    if (std::find(opens.begin(), opens.end(), open) == opens.end()) opens.emplace_back(open);
}

Statement clause_statement(const Rulebook& book, const Cite& cite, bool titled) {
    const Source* source = find(book.sources, cite.source);
    const Text title = source == nullptr ? same(cite.source) : source->title;
    Text words = same(cite.clause);
    if (titled) words = cite.clause.empty() ? say(Phrase::clause_alone, {title}) : say(Phrase::clause, {title, words});
    return {Topic::clause, with_ledger(words, cite.ledger), {{"source", cite.source}, {"clause", cite.clause}}, cite.ledger};
}

Statement misprint_statement(const Misprint& misprint) {
    Text words = say(Phrase::printed_as, {same(misprint.printed), same(misprint.read_as), confidence_words(misprint.confidence)});
    if (!misprint.because.empty()) words = say(Phrase::because, {words, misprint.because});
    return {Topic::misprint,
            with_ledger(words, misprint.ledger),
            {{"printed", misprint.printed}, {"read_as", misprint.read_as}, {"confidence", misprint.confidence}},
            misprint.ledger};
}

void explain_provenance(Notes& notes) {
    for (const std::string& open : notes.opens) say_reading(notes, open);
    const auto all = all_provenance(notes);
    say_clauses(notes, all);
    for (const Provenance* one : all) say_misprints(notes, one->misprints);
    for (const auto* misprints : notes.misprints) say_misprints(notes, *misprints);
    for (const Provenance* one : all) {
        if (!one->note.empty()) notes.add(Topic::note, one->note);
    }
}

std::vector<ReadingExplanation> explain_readings(const Ruleset& rules) {
    std::vector<ReadingExplanation> readings;
    for (const ChosenReading& chosen : rules.readings()) readings.push_back(explain_reading(rules.rulebook(), chosen));
    return readings;
}

}  // namespace biaochi::detail
