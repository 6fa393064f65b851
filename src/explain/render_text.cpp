/// @file
/// An explanation as plain text for a terminal: an indented tree with aligned columns.

#include <algorithm>
#include <limits>

#include "core/printable.hpp"
#include "explain/columns.hpp"
#include "explain/phrases.hpp"
#include "explain/render.hpp"
#include "explain/shown.hpp"
#include "explain/words.hpp"

namespace biaochi::detail {

namespace {

constexpr std::size_t widest_name = 64;  ///< columns; a longer name pushes its points to the right
constexpr std::size_t longest_text = 4000;

struct Page {
    Language language{};
    Rounding shown;
    std::size_t name_width = 0;
    std::size_t points_width = 0;
    std::size_t label_width = 0;
    std::string out{};

    [[nodiscard]] std::string in(const Text& text) const { return printable(text.in(language), longest_text); }
    void line(std::size_t indent, const std::string& text) {
        out.append(indent, ' ');
        out += text;
        while (out.ends_with(' ')) out.pop_back();
        out += '\n';
    }
    void heading(Phrase phrase) {
        out += '\n';
        line(0, in(say(phrase)));
    }
};

std::string number_of(const std::string& above, std::size_t index) {
    return above + (above.empty() ? "" : ".") + std::to_string(index + 1);
}

std::string title_of(const Page& page, const NodeExplanation& node, const std::string& number) {
    return number + (number.empty() ? "" : " ") + page.in(node.name);
}

void measure(Page& page, const NodeExplanation& node, const std::string& number, std::size_t indent) {
    page.name_width = std::max(page.name_width, std::min(widest_name, indent + columns(title_of(page, node, number))));
    page.points_width = std::max(page.points_width, columns(page.in(points_words(node, page.shown))));
    for (std::size_t i = 0; i < node.parts.size(); ++i) measure(page, node.parts[i], number_of(number, i), indent + 2);
}

void write_statements(Page& page, const std::vector<Statement>& statements, std::size_t indent) {
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const bool again = i > 0 && statements[i - 1].topic == statements[i].topic;
        const std::string label_text = again ? std::string() : page.in(label(statements[i].topic));
        page.line(indent, padded(label_text, page.label_width) + "  " + page.in(statements[i].words));
    }
}

void write_node(Page& page, const NodeExplanation& node, const std::string& number, std::size_t indent) {
    std::string line = padded(std::string(indent, ' ') + title_of(page, node, number), page.name_width);
    line += "  " + right_aligned(page.in(points_words(node, page.shown)), page.points_width) + " / " + padded(exact(node.most), 4);
    const std::string lost = lost_words(node, page.shown);
    if (!lost.empty()) line += "  " + page.in(say(Phrase::lost, {same(lost)}));
    page.line(0, line);
    write_statements(page, node.statements, indent + 4);
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
        if (!node.parts[i].parts.empty() || i == 0 || indent < 2) page.out += '\n';
        write_node(page, node.parts[i], number_of(number, i), indent + 2);
    }
}

void write_rows(Page& page, const Rows& rows, std::size_t indent) {
    std::size_t width = 0;
    for (const auto& [name, words] : rows) width = std::max(width, columns(page.in(name)));
    for (const auto& [name, words] : rows) page.line(indent, padded(page.in(name), width) + "  " + page.in(words));
}

void write_list(Page& page, Phrase heading, const std::vector<Statement>& statements) {
    if (statements.empty()) return;
    page.heading(heading);
    for (const Statement& statement : statements) page.line(2, "- " + page.in(statement.words));
}

void write_head(Page& page, const Explanation& explanation) {
    page.line(0, page.in(explanation.title));
    for (const std::string& label : explanation.labels) {
        page.line(0, "*** " + page.in(say(Phrase::warning)) + page.in(say(Phrase::colon)) + page.in(label_words(label)) + " ***");
    }
    page.out += '\n';
    write_rows(page, head_rows(explanation), 0);
    if (explanation.readings.empty()) return;
    page.heading(Phrase::readings);
    for (const ReadingExplanation& reading : explanation.readings) {
        page.line(2, printable(reading.open, longest_text));
        write_rows(page, reading_rows(reading), 4);
    }
}

}  // namespace

std::string render_text(const Explanation& explanation, Language language) {
    Page page{language, explanation.shown};
    measure(page, explanation.score, "", 0);
    for (int topic = 0; topic <= static_cast<int>(Topic::note); ++topic) {
        page.label_width = std::max(page.label_width, columns(page.in(label(static_cast<Topic>(topic)))));
    }
    write_head(page, explanation);
    page.heading(Phrase::details);
    page.out += '\n';
    write_node(page, explanation.score, "", 0);
    page.heading(Phrase::result);
    write_rows(page, result_rows(explanation), 2);
    write_list(page, Phrase::needs, explanation.needs);
    write_list(page, Phrase::sources, explanation.sources);
    write_list(page, Phrase::misprints, explanation.misprints);
    return std::move(page.out);
}

}  // namespace biaochi::detail
