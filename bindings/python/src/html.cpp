/// @file
/// Scorecards and tables as notebooks show them.

#include "scorecard.hpp"

namespace biaochi::python {

namespace {

std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (c == '<') {
            safe += "&lt;";
        } else if (c == '>') {
            safe += "&gt;";
        } else if (c == '&') {
            safe += "&amp;";
        } else if (c == '"') {
            safe += "&quot;";
        } else {
            safe += c;
        }
    }
    return safe;
}

std::string cell(const std::string& text, const char* tag = "td") {
    return std::string("<") + tag + ">" + escaped(text) + "</" + tag + ">";
}

std::string shown(const std::optional<Range>& range) { return range ? range->shown() : "\u2014"; }

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " / ") + word;
    return all;
}

std::string name_of(const Rules& rules, const Node& node) {
    if (!node.name.empty()) return node.name.in(Language::zh);
    const Fact* fact = find(rules.ruleset.rulebook().facts, node.fact.empty() ? node.id : node.fact);
    return fact != nullptr ? fact->name.in(Language::zh) : node.id;
}

std::string indent_of(const Ruleset& rules, std::size_t node) {
    std::string indent;
    for (std::size_t up = rules.nodes()[node].parent; up != no_index; up = rules.nodes()[up].parent) indent += "\u3000";
    return indent;
}

}  // namespace

std::string html_of(const Card& card) {
    const Ruleset& rules = card.rules->ruleset;
    std::string html = "<table><caption>" + escaped(rules.rulebook().title.in(Language::zh)) + " " + escaped(card.record.region) + " " +
                       escaped(card.record.period) + " " + escaped(card.record.label) + " " + escaped(joined(classes_of(card))) +
                       "</caption><tr>" + cell("", "th") + cell("points", "th") + cell("of", "th") + "</tr>";
    for (std::size_t i = 0; i < rules.nodes().size(); ++i) {
        const Node& node = *rules.nodes()[i].source;
        html += "<tr>" + cell(indent_of(rules, i) + name_of(*card.rules, node)) + cell(shown(points_of(card, i))) +
                cell(node.points.text()) + "</tr>";
    }
    return html + "</table>";
}

std::string html_of(const Table& table) {
    std::string html = "<table><tr>";
    for (const char* head : {"region", "period", "label", "score", "class", "rank"}) html += cell(head, "th");
    html += "</tr>";
    for (const SharedCard& card : table.cards) {
        std::string rank;
        if (card->standing && card->standing->ranked) {
            rank = card->standing->best.text();
            if (card->standing->best != card->standing->worst) rank += "\u2013" + card->standing->worst.text();
        }
        html += "<tr>" + cell(card->record.region) + cell(card->record.period) + cell(card->record.label) +
                cell(shown(points_of(*card, 0))) + cell(joined(classes_of(*card))) + cell(rank) + "</tr>";
    }
    return html + "</table>";
}

}  // namespace biaochi::python
