#pragma once
/// @file
/// What is being said of one node, and the open points that it turned out to rest on.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/score/score.hpp"
#include "explain/explanation.hpp"
#include "explain/phrases.hpp"
#include "explain/words.hpp"

namespace biaochi::detail {

/// The reading that a ruleset was compiled with, or null where the open point has none.
[[nodiscard]] const ChosenReading* reading_of(const Ruleset& rules, std::string_view open) noexcept;

/// Statements on one node under construction.
struct Notes {
    const Ruleset& rules;
    const Record& record;
    const Scorecard& card;
    std::size_t node;
    std::vector<Statement> statements{};
    std::vector<std::string> opens{};                       ///< open points that were met, each once
    std::vector<const Provenance*> provenance{};            ///< of the rows that were hit
    std::vector<const std::vector<Misprint>*> misprints{};  ///< of names that were used

    void add(Topic topic, Text words, std::vector<std::pair<std::string_view, std::string>> data = {}) {
        statements.push_back({topic, std::move(words), std::move(data), {}});
    }
    /// Notes that the answer rests on an open point.
    void meet(std::string_view open);
    /// @return the value that the chosen reading gives, or null where the open point is unread; the open point is noted
    template <class T>
    const T* read(const Choice<T>& choice) {
        if (choice.stated()) return choice.by.empty() ? nullptr : &choice.by.front().second;
        meet(choice.open);
        const ChosenReading* chosen = reading_of(rules, choice.open);
        for (const auto& [reading, value] : choice.by) {
            if (chosen != nullptr && !chosen->reading.empty() && reading == chosen->reading) return &value;
        }
        return nullptr;
    }
    [[nodiscard]] const PlanNode& plan() const { return rules.nodes()[node]; }
    [[nodiscard]] const NodeOutcome& outcome() const { return card.nodes[node]; }
    [[nodiscard]] const Cell& cell(std::size_t slot) const { return record.cells[slot]; }
    [[nodiscard]] Rounding shown() const { return rules.rulebook().shown; }
    [[nodiscard]] const Fact& fact(std::size_t slot) const { return rules.rulebook().facts[rules.slots()[slot].fact].second; }
};

/// @return whether a figure takes part in the calculation: it is reported, or estimated and used as if it were
[[nodiscard]] bool counts(const Notes& notes, std::size_t slot) noexcept;

/// Says what was reported, and what a status other than reported does.
void explain_figures(Notes& notes);
/// Says how the value of one figure became points: bands, standards, goalposts, a panel.
void explain_scale(Notes& notes);
/// Says what was counted or chosen, line by line.
void explain_lines(Notes& notes);
/// Says how parts were put together.
void explain_parts(Notes& notes);
/// Says what happened between the raw points and the points: rescaling, cap, rounding.
void explain_end(Notes& notes);
/// Says where the rule stands, what is misprinted there, and how open points are read.
void explain_provenance(Notes& notes);

/// @return a clause in words
/// @param titled  whether to name the source; not where the statement before did
[[nodiscard]] Statement clause_statement(const Rulebook& book, const Cite& cite, bool titled = true);
/// @return a misprint in words
[[nodiscard]] Statement misprint_statement(const Misprint& misprint);
/// @return every reading that the ruleset was compiled with
[[nodiscard]] std::vector<ReadingExplanation> explain_readings(const Ruleset& rules);

}  // namespace biaochi::detail
