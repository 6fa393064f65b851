/// @file
/// The rows that text and Markdown have in common.

#include "explain/phrases.hpp"
#include "explain/render.hpp"
#include "explain/shown.hpp"
#include "explain/words.hpp"

namespace biaochi::detail {

namespace {

Text class_words(const ClassExplanation& classes) {
    if (!classes.known_cuts) return say(Phrase::class_cuts_open);
    std::vector<Text> names;
    for (const auto& [id, name] : classes.possible) {
        const bool plain = name.empty() || name.zh == id || name.en == id;
        names.push_back(plain ? same(id) : say(Phrase::choice, {same(id), name}));
    }
    if (names.empty()) return say(Phrase::class_none);
    if (names.size() == 1) return names.front();
    return say(Phrase::class_open, {joined(names)});
}

Text rank_words(const Interval& rank) {
    if (rank.decided()) return say(Phrase::rank_decided, {same(exact(rank.low))});
    return say(Phrase::rank_open, {same(exact(rank.low)), same(exact(rank.high))});
}

Text chosen_words(const ReadingExplanation& reading) {
    if (reading.by == By::nobody) {
        Text left = say(Phrase::by_nobody);
        if (reading.choices.empty()) return left;
        return say(Phrase::choices, {left, choices_words(reading.choices)});
    }
    const Text by = say(reading.by == By::user ? Phrase::by_user : Phrase::by_rulebook);
    return say(Phrase::reading_used, {reading.says, same(reading.reading), by});
}

}  // namespace

Text choices_words(const Named<Reading>& readings) {
    std::vector<Text> choices;
    for (const auto& [id, reading] : readings) {
        choices.push_back(reading.says.empty() ? same(id) : say(Phrase::choice, {same(id), reading.says}));
    }
    return joined(choices);
}

Text label_words(const std::string& label) {
    if (label == "synthetic") return say(Phrase::synthetic);
    if (label == "illustration") return say(Phrase::illustration);
    return same(label);
}

Rows head_rows(const Explanation& explanation) {
    Rows rows{{say(Phrase::rulebook), same(explanation.rulebook + " " + explanation.version)},
              {say(Phrase::on), same(explanation.on)},
              {say(Phrase::region), same(explanation.region)}};
    if (!explanation.period.empty()) rows.emplace_back(say(Phrase::period), same(explanation.period));
    if (!explanation.group.empty()) rows.emplace_back(say(Phrase::group), same(explanation.group));
    return rows;
}

Rows result_rows(const Explanation& explanation) {
    const NodeExplanation& root = explanation.score;
    Text score = say(Phrase::not_scored);
    if (root.state == NodeState::scored) {
        score = say(Phrase::of_points, {same(spelled(root.points, explanation.shown)), same(exact(root.most))});
    }
    Rows rows{{say(Phrase::score), std::move(score)}};
    if (explanation.classes) rows.emplace_back(say(Phrase::class_), class_words(*explanation.classes));
    if (explanation.rank) rows.emplace_back(say(Phrase::rank), rank_words(*explanation.rank));
    if (explanation.classes) {
        for (const Statement& statement : explanation.classes->statements) rows.emplace_back(label(statement.topic), statement.words);
    }
    return rows;
}

Text points_words(const NodeExplanation& node, Rounding rule) {
    if (node.state == NodeState::excluded) return say(Phrase::left_out);
    if (node.state == NodeState::refused) return say(Phrase::not_scored);
    return same(shown(node.points, rule));
}

std::string lost_words(const NodeExplanation& node, Rounding rule) {
    const Interval lost = node.lost();
    if (node.state != NodeState::scored || lost.high.sign() <= 0) return {};
    return shown(lost, rule);
}

Rows reading_rows(const ReadingExplanation& reading) {
    Rows rows;
    if (!reading.asks.empty()) rows.emplace_back(say(Phrase::asks), reading.asks);
    rows.emplace_back(say(Phrase::reading), chosen_words(reading));
    if (!reading.because.empty()) rows.emplace_back(say(Phrase::reason), reading.because);
    if (reading.clause) rows.emplace_back(label(Topic::clause), reading.clause->words);
    return rows;
}

}  // namespace biaochi::detail
