#pragma once
/// @file
/// Compiled incentives: by kind of claim, words as indices, money in 元.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "biaochi/core/number.hpp"
#include "biaochi/feel/expression.hpp"
#include "biaochi/rulebook/incentive_section.hpp"
#include "biaochi/ruleset/plan.hpp"

namespace biaochi {

/// The index of a word among those that a field may hold.
using WordIndex = std::uint16_t;
/// Marks a value that is no word of a list.
inline constexpr WordIndex no_word = std::numeric_limits<WordIndex>::max();

/// A question about one value of a claim; several of them, all of which must hold, stand for a simple expression.
struct SlotTest {
    /// What is asked.
    enum class Kind : std::uint8_t {
        word,   ///< whether it is one of some words
        truth,  ///< whether it is `wanted`
        order,  ///< how it compares with `than`
    };
    /// How numbers compare.
    enum class Sign : std::uint8_t { equal, less, less_equal, greater, greater_equal };

    Kind kind = Kind::word;
    Sign sign = Sign::equal;
    bool wanted = true;
    std::uint32_t slot = 0;
    std::uint64_t words = 0;  ///< by bit: the words for which it holds
    Number than;
};

/// When an incentive is given, under one reading.
struct PlannedWhen {
    std::string reading;  ///< empty where the text states it
    feel::Expression expression;
    bool simple = false;          ///< `tests` say the same
    std::vector<SlotTest> tests;  ///< all must hold
};

/// A number, or all that it may be while an open point is unread.
struct PlannedNumber {
    Number low;
    Number high;
    bool open_above = false;      ///< there is no high end
    std::size_t open = no_index;  ///< the unread open point, index into Rulebook::open

    /// @return whether it is one number
    [[nodiscard]] bool known() const noexcept { return !open_above && low == high; }
};

/// A stretch of a base with its share.
struct PlannedTier {
    Number from;
    std::optional<Number> to;
    PlannedNumber share;  ///< percent / 100
};

/// What numbers are looked up by.
struct PlannedLookup {
    std::size_t slot = no_index;                                   ///< no_index: there is one number
    std::vector<std::uint32_t> by_word;                            ///< row by word; for fields whose words are listed
    std::vector<std::pair<std::int64_t, std::uint32_t>> by_whole;  ///< row by whole number
    std::vector<PlannedNumber> rows;                               ///< in the order written
};

/// Marks a word without a row.
inline constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

/// An incentive as it is computed. Amounts are in `unit`; rates are shares of one.
struct PlannedIncentive {
    const std::string* id = nullptr;    ///< lives as long as the ruleset
    const Incentive* source = nullptr;  ///< as written; lives as long as the ruleset
    std::string pointer;                ///< JSON Pointer of `source`
    std::size_t payer = no_index;       ///< index into IncentiveSection::payers; no_index: the source does not say
    std::string unit;                   ///< 元 where the incentive's own unit converts to it, otherwise its own
    Number size{1};                     ///< of the incentive's own unit, in `unit`
    std::vector<PlannedWhen> when;      ///< empty: always; more than one while an open point is unread
    std::size_t when_open = no_index;   ///< the unread open point
    bool when_agreed = false;           ///< where all readings agree they decide
    PlannedLookup numbers;
    std::optional<feel::Expression> base;  ///< of rate, times, tiers; in `unit`, or a count
    std::size_t base_slot = no_index;      ///< where the base is the value of one slot times `base_factor`
    Number base_factor{1};
    std::vector<PlannedTier> tiers;
    std::vector<PlannedNumber> caps;    ///< in the order of Incentive::caps
    bool keeps_count = false;           ///< a cap over several claims
    std::vector<std::size_t> unless;    ///< positions in ClaimPlan::incentives
    std::vector<PlannedNumber> shares;  ///< percent / 100, in the order of Incentive::shares
};

/// A value that a claim may hold.
struct PlannedInput {
    std::string id;
    const SubjectField* source = nullptr;  ///< lives as long as the ruleset
    bool place = false;                    ///< the place of the word of the slot before
    std::size_t of_applicant = no_index;   ///< index into SubjectSection::fields; no_index: the claim's own
};

/// A kind of claim with all that may be given for it.
struct ClaimPlan {
    const std::string* id = nullptr;
    const ClaimKind* source = nullptr;
    std::vector<PlannedInput> inputs;     ///< by the slots of claim_scope()
    std::vector<std::size_t> incentives;  ///< indices into IncentivePlan::incentives, in the rulebook's order
    std::vector<std::size_t> order;       ///< positions in `incentives`, each after those that go before it
};

/// The incentives of a rulebook with their open points read.
struct IncentivePlan {
    std::vector<ClaimPlan> claims;             ///< in the order of IncentiveSection::claims
    std::vector<PlannedIncentive> incentives;  ///< in the order of IncentiveSection::incentives
};

}  // namespace biaochi
