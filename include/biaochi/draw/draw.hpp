#pragma once
/// @file
/// A lifecycle as a state diagram in the text that other tools draw.

#include <optional>
#include <string>
#include <string_view>

#include "biaochi/core/text.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

/// In which words a diagram is written.
enum class DiagramFormat {
    mermaid,  ///< a stateDiagram-v2 of Mermaid
    dot,      ///< a digraph of Graphviz
};

/// @return the format of the word "mermaid" or "dot", or none
[[nodiscard]] std::optional<DiagramFormat> diagram_format(std::string_view word) noexcept;

/// Draws a rulebook's lifecycle: states, events with their guards and clauses, deadlines as notes.
/// @param book      with a lifecycle
/// @param format    in which words
/// @param language  of names and phrases
[[nodiscard]] std::string draw(const Rulebook& book, DiagramFormat format, Language language);

}  // namespace biaochi
