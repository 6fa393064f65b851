#pragma once
/// @file
/// A rulebook with a lifecycle, and names that mean something to every tool.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "biaochi/rulebook/parse.hpp"

namespace biaochi::support {

/// A rulebook of tests/rulebooks/good.
inline Rulebook lifecycle_book(const std::string& name = "lifecycle") {
    std::ifstream file(BIAOCHI_ROOT "/tests/rulebooks/good/" + name + ".json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return parse_rulebook(text).rulebook.value();
}

/// Quotes, brackets, entities, comments, ends of notes, line breaks, Chinese.
inline const std::string hostile = "\"甲\" ]] }} --> [*] %% ;:: #quot; &lt; <b>\n\tend note \\n\\\" ```~|* \x7f end";

inline Text both(const std::string& text) { return {text, text}; }

/// The same with hostile names, guards and deadlines.
inline Rulebook hostile_book() {
    Rulebook book = lifecycle_book();
    book.title = both(hostile);
    for (auto& [id, event] : book.lifecycle->events) event.name = both(hostile);
    for (auto& [id, state] : book.lifecycle->states) {
        state.name = both(hostile);
        for (auto& [key, deadline] : state.deadlines) {
            deadline.name = both(hostile);
            deadline.owner = hostile;
            deadline.late = both(hostile);
        }
        for (auto& [event, transitions] : state.on) {
            for (Transition& each : transitions) {
                each.guard = Choice<std::string>(hostile);
                each.provenance.cite = Cite{"rules", hostile, {}};
            }
        }
    }
    return book;
}

}  // namespace biaochi::support
