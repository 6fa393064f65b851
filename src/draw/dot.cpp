/// @file
/// A diagram as a digraph of Graphviz.

#include "draw/picture.hpp"

namespace biaochi::detail {
namespace {

/// A quoted text; Graphviz takes backslashes and HTML entities inside it for its own.
std::string quoted(const std::string& text) {
    std::string safe = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') safe += '\\';
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') {
            safe += ' ';
        } else if (c == '&') {
            safe += "&amp;";
        } else {
            safe += c;
        }
    }
    return safe + "\"";
}

/// Lines below each other in one label.
std::string label(const std::string& first, const std::string& second) {
    if (second.empty()) return quoted(first);
    std::string both = quoted(first);
    both.back() = '\\';
    return both + "n[" + quoted(second).substr(1, quoted(second).size() - 2) + "]\"";
}

constexpr std::string_view begin = "$begin";

}  // namespace

std::string write_dot(const Picture& picture) {
    std::string out = "digraph lifecycle {\n    charset=\"UTF-8\"\n    label=" + quoted(picture.title) +
                      "\n    labelloc=t\n    rankdir=TB\n    node [shape=box, style=rounded]\n    " + quoted(std::string(begin)) +
                      " [shape=point]\n";
    for (const Box& box : picture.boxes) {
        out += "    " + quoted(box.id) + " [label=" + quoted(box.name) + (box.final ? ", peripheries=2" : "") + "]\n";
        for (std::size_t i = 0; i < box.notes.size(); ++i) {
            const std::string note = quoted(box.id + "/" + std::to_string(i));
            out += "    " + note + " [shape=note, style=\"\", label=" + quoted(box.notes[i]) + "]\n";
            out += "    " + quoted(box.id) + " -> " + note + " [style=dashed, arrowhead=none]\n";
        }
    }
    for (const Arrow& arrow : picture.arrows) {
        out += "    " + quoted(arrow.from.empty() ? std::string(begin) : arrow.from) + " -> " + quoted(arrow.to) +
               " [label=" + label(arrow.event, arrow.guard) + "]\n";
    }
    return out + "}\n";
}

}  // namespace biaochi::detail
