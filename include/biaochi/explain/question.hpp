#pragma once
/// @file
/// Expressions asked on their own: a question and its answer, each one JSON object on one line; docs/reference/feel.md describes both.

#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/feel/scope.hpp"
#include "biaochi/feel/value.hpp"

namespace biaochi {

/// Facts that expressions may name, and what is wrong with their text.
struct NamedFacts {
    feel::Scope scope;
    std::vector<feel::Value> values;  ///< by slot
    std::vector<Issue> issues;        ///< facts with an issue are left out
};

/// Reads facts: a JSON object from names to values. Never throws for a text.
/// @param json   UTF-8
[[nodiscard]] NamedFacts read_facts(std::string_view json);

/// An answer, and what is wrong with the question.
struct AnsweredQuestion {
    std::string json;           ///< one line without a line feed; also where nothing could be answered
    std::vector<Issue> issues;  ///< an error among them: there is no answer
};

/// Compiles and evaluates the expression of a question. Never throws for a text.
/// @param question  `{"id", "expr", "facts", "type", "unit", "strict"}`, all but `expr` optional
/// @param facts     those that the question does not give itself
[[nodiscard]] AnsweredQuestion answer_question(std::string_view question, const NamedFacts& facts = {});

}  // namespace biaochi
