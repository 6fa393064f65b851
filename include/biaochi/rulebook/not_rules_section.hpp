#pragma once
/// @file
/// The section `not_rules` of a rulebook: what its source says and it does not compute, with the reason.

#include <string>
#include <vector>

#include "biaochi/core/text.hpp"
#include "biaochi/rulebook/pieces.hpp"

namespace biaochi {

/// A clause that no rule of the rulebook computes.
struct NotRule {
    /// Why not.
    enum class Because {
        judged,        ///< it is a person's judgement
        out_of_reach,  ///< the text gives nothing to compute, or what it rests on is not to be had
    };

    Because because = Because::judged;
    Text says;    ///< what the clause says, in short
    Text reason;  ///< why it is not computed
    Cite cite;    ///< with at least one ledger id
};

/// What is not computed.
struct NotRules {
    std::vector<NotRule> entries;
};

/// @return "judged" or "out_of_reach"
[[nodiscard]] std::string_view name(NotRule::Because because) noexcept;

}  // namespace biaochi
