#pragma once
/// @file
/// From an expression and its inputs to a value, bounded and total, with evidence on demand.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "biaochi/feel/expression.hpp"
#include "biaochi/feel/value.hpp"

namespace biaochi::feel {

/// How far an evaluation may go; beyond, the answer is null with cause out_of_limits.
struct Limits {
    std::size_t steps = 1'000'000;         ///< nodes evaluated, and items and bytes/64 copied or compared
    std::size_t list_size = 100'000;       ///< items
    std::size_t text_size = 1'000'000;     ///< bytes
    unsigned number_bits = 16'384;         ///< of numerator and denominator together
    unsigned value_depth = 64;             ///< lists and contexts in one another
    std::size_t value_weight = 1'000'000;  ///< values in a list or context in all
};

/// What an evidence record tells.
enum class EvidenceKind : std::uint8_t {
    comparison,  ///< left and right were compared; `held` or not, or undecided
    member,      ///< the condition of a quantifier or filter for one member: `left` is the member (with several iterators a list of them)
    empty,       ///< a quantifier had no member
    branch,      ///< the branch of an `if` that was taken: index 0 `then`, 1 `else`; `left` is the condition's value
};

/// What came of a comparison or condition.
enum class Verdict : std::uint8_t { no, yes, undecided };

/// One step of the reasoning, in the order in which it was made: the steps of a member stand before the member.
struct EvidenceRecord {
    EvidenceKind kind = EvidenceKind::comparison;
    Verdict verdict = Verdict::undecided;
    std::uint32_t node = 0;   ///< of the expression
    std::uint32_t index = 0;  ///< of the member, from 0; of the branch
    Value left;
    Value right;  ///< for an undecided member: the null that says why

    EvidenceRecord() = default;
    /// Copies the values into their place.
    EvidenceRecord(EvidenceKind made_kind, Verdict made_verdict, std::uint32_t of, std::uint32_t at, const Value& on_left,
                   const Value& on_right)
        : kind(made_kind), verdict(made_verdict), node(of), index(at), left(on_left), right(on_right) {}
};

/// Why an answer is what it is. Filled only when asked for.
struct Evidence {
    std::vector<EvidenceRecord> records;
    std::size_t most = 100'000;  ///< records beyond this many are left out
    bool complete = true;        ///< whether none was left out
};

/// Evaluates. Never throws; the same inputs give the same answer.
/// @param expression  compiled
/// @param inputs      one value a slot; a slot beyond the end is a missing fact
/// @param limits      how far it may go
/// @param evidence    where to leave evidence; none: none is made, and quantifiers stop as soon as they are decided
[[nodiscard]] Value evaluate(const Expression& expression, std::span<const Value> inputs, const Limits& limits = {},
                             Evidence* evidence = nullptr) noexcept;

/// FEEL's `=` for two values: true, false, or null where they cannot be compared or one of them is not known.
[[nodiscard]] Value equal(const Value& a, const Value& b);

}  // namespace biaochi::feel
