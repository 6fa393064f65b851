/// @file
/// A diagram as a stateDiagram-v2 of Mermaid.

#include "draw/picture.hpp"
#include "json/value.hpp"

namespace biaochi::detail {
namespace {

/// Writes characters that mean something to Mermaid, to Markdown or to HTML as entities, which it undoes when it draws.
std::string escaped(const std::string& text) {
    constexpr std::string_view special = "#;:\"<>&%{}\\`*~|$^@";
    std::string safe;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') {
            safe += ' ';
        } else if (special.find(c) != std::string_view::npos) {
            safe += "#" + std::to_string(static_cast<int>(c)) + ";";
        } else {
            safe += c;
        }
    }
    return safe;
}

/// A line of a note; its end is the words "end note".
std::string note_line(const std::string& text) {
    constexpr std::string_view end = "end note";
    std::string line = escaped(text);
    for (std::size_t at = line.find(end); at != std::string::npos; at = line.find(end, at)) line.replace(at, 1, "#101;");
    return line;
}

/// Ids get a prefix: some of them are words of Mermaid.
std::string name_of(const std::string& state) { return state.empty() ? "[*]" : "s_" + state; }

std::string label_of(const Arrow& arrow) {
    std::string label = escaped(arrow.event);
    if (!arrow.guard.empty()) label += "<br/>[" + escaped(arrow.guard) + "]";
    return label;
}

}  // namespace

std::string write_mermaid(const Picture& picture) {
    std::string out = "---\ntitle: " + json::quote(picture.title) + "\n---\nstateDiagram-v2\n";
    for (const Box& box : picture.boxes) out += "    state \"" + escaped(box.name) + "\" as " + name_of(box.id) + "\n";
    for (const Arrow& arrow : picture.arrows) {
        out += "    " + name_of(arrow.from) + " --> " + name_of(arrow.to) + " : " + label_of(arrow) + "\n";
    }
    for (const Box& box : picture.boxes) {
        if (box.final) out += "    " + name_of(box.id) + " --> [*]\n";
        if (box.notes.empty()) continue;
        out += "    note right of " + name_of(box.id) + "\n";
        for (const std::string& note : box.notes) out += "        " + note_line(note) + "\n";
        out += "    end note\n";
    }
    return out;
}

}  // namespace biaochi::detail
