#pragma once
/// @file
/// Whether a subject meets a condition, and why.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "biaochi/condition/finding.hpp"
#include "biaochi/feel/expression.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/subject/subject.hpp"

namespace biaochi {

/// Something that would help to decide.
struct Missing {
    std::string fact;             ///< path of what was not given; empty: an open point or a judged condition
    std::size_t open = no_index;  ///< index into Rulebook::open
    std::string judged;           ///< id of a judged condition
    friend bool operator==(const Missing&, const Missing&) = default;
};

/// @return whether the readings of an open point can be taken for all that the text may mean: two or more, none of them an illustration
[[nodiscard]] bool exhaustive(const OpenPoint& point);

/// An expression judged: its answer with what it turned on.
struct Judgement {
    Answer answer = Answer::undetermined;
    feel::Value value;           ///< of the expression
    Grounds grounds;             ///< findings_of() writes out what it turned on
    std::vector<Missing> needs;  ///< empty when decided
};

/// Evaluates a boolean expression with its evidence.
/// @param rules       for the open points' names
/// @param expression  boolean; the grounds point to it
/// @param inputs      by the slots of its scope
/// @param empty       what a quantifier over nothing makes of the answer
[[nodiscard]] Judgement judge(const Ruleset& rules, const feel::Expression& expression, std::span<const feel::Value> inputs,
                              EmptySet empty = EmptySet::undetermined);

/// A node of the tree of reasons.
struct Reason {
    std::size_t condition = no_index;       ///< index into Ruleset::conditions()
    bool repeated = false;                  ///< stands before in the tree, with its reasons
    feel::Cause cause = feel::Cause::none;  ///< of an expression that came to no value
    Answer answer = Answer::undetermined;
    Grounds grounds;                       ///< of an expression; findings_of() writes out what it turned on
    std::vector<Reason> parts;             ///< of all, any, at_least, negation, choice; of an unread open point one a reading
    std::string reading;                   ///< the reading that this node stands for; empty: none
    std::size_t open = no_index;           ///< the open point that is unread, index into Rulebook::open
    std::optional<Count> count;            ///< of parts
    const JudgedAnswer* judged = nullptr;  ///< what a person said; lives as long as the subject
};

/// The answer of a condition with its reasons.
struct Verdict {
    Answer answer = Answer::undetermined;
    Reason reason;
    std::vector<Missing> needs;  ///< what would decide it, each once; empty when decided
};

/// Checks a condition.
/// @param rules      compiled
/// @param subject    read for @p rules
/// @param condition  index into Ruleset::conditions()
/// @throws Error with code wrong_ruleset when the subject was read for other rules
[[nodiscard]] Verdict check(const Ruleset& rules, const Subject& subject, std::size_t condition);

}  // namespace biaochi
