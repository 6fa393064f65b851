#pragma once
/// @file
/// What a diagram of a lifecycle shows, before it is written in the words of a tool.

#include <string>
#include <vector>

#include "biaochi/core/text.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi::detail {

/// A state.
struct Box {
    std::string id;
    std::string name;
    bool final = false;
    std::vector<std::string> notes;  ///< one a deadline
};

/// A transition.
struct Arrow {
    std::string from;  ///< empty: before the first event
    std::string to;
    std::string event;  ///< its name and clause
    std::string guard;  ///< short; empty: none
};

/// A whole diagram. All texts are as they should be read, nothing is escaped.
struct Picture {
    std::string title;
    std::vector<Box> boxes;
    std::vector<Arrow> arrows;
};

/// Lays out a lifecycle. @param book  with a lifecycle
[[nodiscard]] Picture picture_of(const Rulebook& book, Language language);

/// Says in one sentence what is to be done by when.
[[nodiscard]] std::string deadline_sentence(const LifecycleSection& section, const Deadline& deadline, Language language);

/// Says from when on an event may happen.
[[nodiscard]] std::string first_day_sentence(const LifecycleSection& section, const NotBefore& rule, Language language);

/// @return the clause, or the source where there is none; empty without a citation
[[nodiscard]] std::string clause_text(const Provenance& provenance);

/// @return the text, or its beginning and an ellipsis where it is longer than a label should be
[[nodiscard]] std::string shortened(const std::string& text);

[[nodiscard]] std::string write_mermaid(const Picture& picture);
[[nodiscard]] std::string write_dot(const Picture& picture);

}  // namespace biaochi::detail
