/// @file
/// From a lifecycle to the boxes and arrows of a diagram.

#include "draw/picture.hpp"

#include "biaochi/draw/draw.hpp"

namespace biaochi {
namespace detail {
namespace {

constexpr std::size_t longest_label = 60;  // characters

std::string in_brackets(const std::string& text, Language language) {
    if (text.empty()) return {};
    return language == Language::zh ? "（" + text + "）" : " (" + text + ")";
}

/// @return the name of a condition, the expression itself, or the open point that it hangs on
std::string guard_label(const Rulebook& book, const Choice<std::string>& guard, Language language) {
    if (guard.by.empty()) return {};
    if (!guard.stated()) return (language == Language::zh ? "待定点 " : "open point ") + guard.open;
    const std::string& text = guard.by.front().second;
    const Condition* condition = find(book.conditions, text);
    return shortened(condition == nullptr || condition->name.empty() ? text : condition->name.in(language));
}

/// A transition's own clause, or that of its event.
std::string clause_of(const Provenance& own, const Provenance& event) { return clause_text(own.cite ? own : event); }

Arrow arrow(const Rulebook& book, const std::string& event, const Transition& transition, Language language) {
    const LifecycleEvent& what = *find(book.lifecycle->events, event);
    Arrow drawn;
    drawn.to = transition.to;
    drawn.event = what.name.in(language) + in_brackets(clause_of(transition.provenance, what.provenance), language);
    drawn.guard = guard_label(book, transition.guard, language);
    if (transition.not_before) {
        if (!drawn.guard.empty()) drawn.guard += language == Language::zh ? "；" : "; ";
        drawn.guard += first_day_sentence(*book.lifecycle, *transition.not_before, language);
    }
    return drawn;
}

}  // namespace

std::string clause_text(const Provenance& provenance) {
    if (!provenance.cite) return {};
    return provenance.cite->clause.empty() ? provenance.cite->source : provenance.cite->clause;
}

std::string shortened(const std::string& text) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
        if (++characters > longest_label) return text.substr(0, i) + "…";
    }
    return text;
}

Picture picture_of(const Rulebook& book, Language language) {
    const LifecycleSection& section = *book.lifecycle;
    Picture picture;
    picture.title = book.title.in(language);
    if (!book.label.empty()) picture.title += in_brackets(book.label, language);
    picture.arrows.push_back(arrow(book, section.starts_with, section.start, language));
    picture.arrows.back().to = section.initial;
    for (const auto& [id, state] : section.states) {
        Box box{id, state.name.in(language), state.final, {}};
        for (const auto& entry : state.deadlines) box.notes.push_back(deadline_sentence(section, entry.second, language));
        picture.boxes.push_back(std::move(box));
        for (const auto& [event, transitions] : state.on) {
            for (const Transition& each : transitions) {
                Arrow drawn = arrow(book, event, each, language);
                drawn.from = id;
                if (drawn.to.empty()) drawn.to = id;
                picture.arrows.push_back(std::move(drawn));
            }
        }
    }
    return picture;
}

}  // namespace detail

std::optional<DiagramFormat> diagram_format(std::string_view word) noexcept {
    if (word == "mermaid") return DiagramFormat::mermaid;
    if (word == "dot") return DiagramFormat::dot;
    return std::nullopt;
}

std::string draw(const Rulebook& book, DiagramFormat format, Language language) {
    const detail::Picture picture = detail::picture_of(book, language);
    return format == DiagramFormat::mermaid ? detail::write_mermaid(picture) : detail::write_dot(picture);
}

}  // namespace biaochi
