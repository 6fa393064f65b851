#pragma once
/// @file
/// What an expression turned on: kept as evidence while it is judged, written out as findings when somebody asks.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/feel/evaluate.hpp"
#include "biaochi/feel/expression.hpp"

namespace biaochi {

/// What came of a condition.
enum class Answer { not_met, met, undetermined };

/// @return "not_met", "met" or "undetermined"
[[nodiscard]] std::string_view name(Answer answer) noexcept;

/// How many of how many, and how many it takes.
struct Count {
    std::size_t have = 0;
    std::size_t of = 0;
    std::size_t needed = 0;
    std::size_t undecided = 0;
    friend bool operator==(const Count&, const Count&) = default;
};

/// One thing that an expression turned on.
struct Finding {
    /// What it was.
    enum class Kind {
        comparison,  ///< left and right were compared
        member,      ///< a member of a quantifier or filter
        empty,       ///< a quantifier over nothing
    };
    Kind kind = Kind::comparison;
    Answer held = Answer::undetermined;
    std::string text;                          ///< the part of the expression
    std::string word;                          ///< the operator or form: `>=`, `every`, `filter`
    std::string region;                        ///< member: who; its place from 1 where it has no region
    std::vector<feel::Context::Entry> values;  ///< member: those of its fields that the part of the expression names
    feel::Value left;                          ///< comparison
    feel::Value right;                         ///< comparison
    std::optional<Count> count;                ///< comparison of a count or share of members
};

/// What an answer rests on: an expression and the evidence of its evaluation. The values in it are shared with the subject and outlive it.
struct Grounds {
    const feel::Expression* expression = nullptr;  ///< lives as long as the rules, or as long as who judged keeps it; none: no expression
    feel::Evidence evidence;
};

/// Writes out what an expression turned on. Takes time for every member; an answer does not need it.
/// @param grounds  of a Judgement or a Reason; without an expression there are no findings
/// @pre    the expression is still there
/// @return the findings in the order in which they were made; comparisons made for a single member are left out, since the member stands
/// for them
[[nodiscard]] std::vector<Finding> findings_of(const Grounds& grounds);

}  // namespace biaochi
