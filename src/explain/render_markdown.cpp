/// @file
/// An explanation as Markdown: a page that can be pasted into a reply letter.

#include <algorithm>

#include "core/printable.hpp"
#include "explain/phrases.hpp"
#include "explain/render.hpp"
#include "explain/shown.hpp"
#include "explain/words.hpp"

namespace biaochi::detail {

namespace {

constexpr std::size_t longest_text = 4000;

bool is_word(std::string_view text, std::size_t i) {
    if (i >= text.size()) return false;
    const char c = text[i];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Takes the meaning for Markdown from characters that have one; an underscore within a word has none.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool inside_word = c == '_' && i > 0 && is_word(text, i - 1) && is_word(text, i + 1);
        const bool link = c == ']' && i + 1 < text.size() && (text[i + 1] == '(' || text[i + 1] == '[' || text[i + 1] == ':');
        const bool special = c == '\\' || c == '*' || c == '_' || c == '`' || c == '|' || c == '<' || c == '&' || c == '~' || link;
        if (special && !inside_word) out += '\\';
        out += c;
    }
    return out;
}

struct Page {
    Language language{};
    Rounding shown;
    std::string out{};

    [[nodiscard]] std::string in(const Text& text) const { return escaped(printable(text.in(language), longest_text)); }
    [[nodiscard]] std::string in(Phrase phrase) const { return in(say(phrase)); }
    void heading(std::string_view marks, const std::string& text) { out += "\n" + std::string(marks) + " " + text + "\n\n"; }
    void item(std::string_view indent, const Text& name, const Text& words) {
        out += std::string(indent) + "- **" + in(name) + "**" + in(Phrase::colon) + in(words) + "\n";
    }
};

std::string number_of(const std::string& above, std::size_t index) {
    return above + (above.empty() ? "" : ".") + std::to_string(index + 1);
}

std::string title_of(const Page& page, const NodeExplanation& node, const std::string& number) {
    return number + (number.empty() ? "" : " ") + page.in(node.name);
}

void write_row(Page& page, const NodeExplanation& node, const std::string& number) {
    const bool strong = !node.parts.empty();
    const std::string mark = strong ? "**" : "";
    const auto cell = [&](const std::string& text) { return (text.empty() ? text : mark + text + mark) + " | "; };
    page.out += "| " + cell(title_of(page, node, number)) + cell(exact(node.most)) + cell(page.in(points_words(node, page.shown))) +
                cell(lost_words(node, page.shown));
    page.out.back() = '\n';
    for (std::size_t i = 0; i < node.parts.size(); ++i) write_row(page, node.parts[i], number_of(number, i));
}

void write_overview(Page& page, const NodeExplanation& root) {
    page.heading("##", page.in(Phrase::overview));
    page.out += "| " + page.in(Phrase::indicator) + " | " + page.in(Phrase::most) + " | " + page.in(Phrase::points) + " | " +
                page.in(Phrase::lost_label) + " |\n|---|--:|--:|--:|\n";
    write_row(page, root, "");
}

void write_node(Page& page, const NodeExplanation& node, const std::string& number, std::size_t level) {
    const std::string points = page.in(say(Phrase::of_points, {points_words(node, page.shown), same(exact(node.most))}));
    page.heading(std::string(std::min<std::size_t>(level, 6), '#'), title_of(page, node, number) + page.in(Phrase::colon) + points);
    for (const Statement& statement : node.statements) page.item("", label(statement.topic), statement.words);
    for (std::size_t i = 0; i < node.parts.size(); ++i) write_node(page, node.parts[i], number_of(number, i), level + 1);
}

void write_readings(Page& page, const Explanation& explanation) {
    if (explanation.readings.empty()) return;
    page.heading("##", page.in(Phrase::readings));
    for (const ReadingExplanation& reading : explanation.readings) {
        page.out += "- " + page.in(same(reading.open)) + "\n";
        for (const auto& [name, words] : reading_rows(reading)) page.item("  ", name, words);
    }
}

void write_list(Page& page, Phrase heading, const std::vector<Statement>& statements) {
    if (statements.empty()) return;
    page.heading("##", page.in(heading));
    for (const Statement& statement : statements) page.out += "- " + page.in(statement.words) + "\n";
}

}  // namespace

std::string render_markdown(const Explanation& explanation, Language language) {
    Page page{language, explanation.shown};
    page.out = "# " + page.in(explanation.title) + "\n\n";
    for (const std::string& label : explanation.labels) {
        page.out += "> **" + page.in(Phrase::warning) + page.in(Phrase::colon) + page.in(label_words(label)) + "**\n\n";
    }
    for (const auto& [name, words] : head_rows(explanation)) page.item("", name, words);
    page.heading("##", page.in(Phrase::result));
    for (const auto& [name, words] : result_rows(explanation)) page.item("", name, words);
    write_list(page, Phrase::needs, explanation.needs);
    write_overview(page, explanation.score);
    page.heading("##", page.in(Phrase::details));
    page.out.pop_back();
    write_node(page, explanation.score, "", 3);
    write_readings(page, explanation);
    write_list(page, Phrase::sources, explanation.sources);
    write_list(page, Phrase::misprints, explanation.misprints);
    return std::move(page.out);
}

}  // namespace biaochi::detail
