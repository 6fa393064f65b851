#pragma once
/// @file
/// What an application is awarded: for each claim and incentive, whether, how much, and why.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/number.hpp"
#include "biaochi/incentive/application.hpp"
#include "biaochi/ruleset/incentive_plan.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

/// All that a sum may be: from low to high, or without an end above.
struct Sum {
    Number low;
    Number high;              ///< of no meaning where it is open above
    bool open_above = false;  ///< "or more"

    /// @return whether it is one number
    [[nodiscard]] bool decided() const noexcept { return !open_above && low == high; }
    friend bool operator==(const Sum& a, const Sum& b) noexcept {
        return a.low == b.low && a.open_above == b.open_above && (a.open_above || a.high == b.high);
    }
};

/// What came of an incentive for a claim.
enum class GrantStatus : std::uint8_t {
    refused,
    awarded,
    undetermined,  ///< whether it is given, or how much, hangs on something that is not known
};

/// @return "refused", "awarded" or "undetermined"
[[nodiscard]] std::string_view name(GrantStatus status) noexcept;

/// Why a grant is refused.
enum class GrantRefusal : std::uint8_t {
    none,
    condition,     ///< `when` does not hold
    not_in_table,  ///< its numbers have no row for what the claim holds
    nothing,       ///< it comes to nothing, or less
    goes_before,   ///< another is given for the claim that excludes it: `other_incentive`
    had_before,    ///< it is given once, and was received before
    had_now,       ///< it is given once, and is given for an earlier claim: `other_claim`
    cap_used_up,   ///< nothing is left under a cap
};

/// @return "condition", "not_in_table", "nothing", "goes_before", "had_before", "had_now", "cap_used_up", or an empty text
[[nodiscard]] std::string_view name(GrantRefusal refusal) noexcept;

/// What keeps a grant undetermined: bits of Grant::lacks.
namespace lacks {
inline constexpr std::uint8_t condition = 1;     ///< `when`
inline constexpr std::uint8_t row = 2;           ///< the field that numbers are looked up by
inline constexpr std::uint8_t base = 4;          ///< what the amount is a part of
inline constexpr std::uint8_t number = 8;        ///< an open point: a number, a share of a tier, a cap
inline constexpr std::uint8_t text = 16;         ///< the text gives no amount
inline constexpr std::uint8_t goes_before = 32;  ///< whether another is given for the claim: `other_incentive`
inline constexpr std::uint8_t once = 64;         ///< whether it is given for an earlier claim: `other_claim`
inline constexpr std::uint8_t cap = 128;         ///< what earlier claims, or what was received, leave under a cap
}  // namespace lacks

/// Marks "none" in a Grant.
inline constexpr std::uint32_t no_part = 0xFFFFFFFF;

/// What came of one incentive for one claim. Amounts are in PlannedIncentive::unit.
struct Grant {
    std::uint32_t claim = 0;      ///< index into Application::claims
    std::uint32_t incentive = 0;  ///< index into IncentivePlan::incentives
    GrantStatus status = GrantStatus::refused;
    GrantRefusal refusal = GrantRefusal::none;
    std::uint8_t lacks = 0;                   ///< bits; 0 unless undetermined
    bool entitled = false;                    ///< it is given, whatever it comes to
    std::uint32_t row = no_part;              ///< row of its numbers
    std::uint32_t tier = no_part;             ///< highest tier that the base reaches
    std::uint32_t cap = no_part;              ///< the cap that cuts it, or may
    std::uint32_t other_incentive = no_part;  ///< index into IncentivePlan::incentives: what goes before it, or may
    std::uint32_t other_claim = no_part;      ///< index into Application::claims: what has, or may have, what is given once
    Sum amount;                               ///< what is given; 0 when refused
    Sum before;                               ///< before caps, if it is given at all
};

/// How many claims are named whose result would help to decide what a cap leaves.
inline constexpr std::size_t most_open_claims = 5;

/// What came of a cap over several claims: it leaves the cap less `received`, and of that goes what is `asked`.
struct CapUse {
    std::uint32_t incentive = 0;
    std::uint32_t cap = 0;  ///< index into Incentive::caps
    int year = 0;           ///< 0: all years
    Sum received;           ///< before
    Sum asked;              ///< by the claims of this application, as far as the other caps leave it
    /// The first claims of which it is open what they ask; no_part: there are no more.
    std::array<std::uint32_t, most_open_claims> open{no_part, no_part, no_part, no_part, no_part};
};

/// For which claim an incentive that is given once is given.
struct OnceUse {
    std::uint32_t given = no_part;  ///< the first claim that it is given for, if it is for none of those that may have it
    std::uint32_t maybe = no_part;  ///< the first claim that may have it
    Number least;                   ///< what it comes to at least, if it is given to one that may have it
};

/// What an application is awarded.
struct Award {
    std::vector<Grant> grants;    ///< by claim; those of a claim in the rulebook's order
    Sum total;                    ///< money, in 元
    std::vector<Sum> incentives;  ///< by incentive, in its unit; of this application alone
    std::vector<Sum> payers;      ///< money by payer, in 元; the last one: the source does not say who pays
    std::vector<CapUse> uses;     ///< of caps over several claims
    std::vector<OnceUse> once;    ///< by incentive
};

/// Says what is given for each claim of an application, how much, and why not. Claims are looked at in their order: what is given once,
/// and what caps leave, goes to the earlier one. A total is never narrower than what may come out.
///
/// @param rules        with incentives
/// @param application  read for @p rules
/// @throws Error with code wrong_ruleset when the application was read for other rules
[[nodiscard]] Award award(const Ruleset& rules, const Application& application);

/// The same into an Award whose memory is used again.
/// @param rules        with incentives
/// @param application  read for @p rules
/// @param into         overwritten
/// @throws Error with code wrong_ruleset when the application was read for other rules
void award(const Ruleset& rules, const Application& application, Award& into);

/// Something that would help to decide a grant.
struct GrantNeed {
    /// What kind of thing.
    enum class Kind : std::uint8_t {
        field,       ///< a value of the claim or the applicant
        open_point,  ///< a reading of an open point
        text,        ///< the text does not give it: `id` is "amount", "rate" or "base"
        incentive,   ///< what comes of another incentive for the claim
        claim,       ///< what comes of an earlier claim; of those under one cap the first five
        received,    ///< the amount or year of something received
        other,       ///< an expression came to no value: `id` is its cause
    };
    Kind kind = Kind::field;
    std::string id;               ///< of the field, incentive or claim
    std::size_t open = no_index;  ///< index into Rulebook::open
    friend bool operator==(const GrantNeed&, const GrantNeed&) = default;
};

/// Finds what would help to decide a grant; none where it is decided. Evaluates again what was left undecided.
/// @param rules        of the award
/// @param application  of the award
/// @param award        of the application
/// @param grant        of the award
[[nodiscard]] std::vector<GrantNeed> needs_of(const Ruleset& rules, const Application& application, const Award& award, const Grant& grant);

/// What of a grant goes, or may go, to a person.
/// @param planned  the incentive
/// @param share    index into Incentive::shares
/// @param amount   of the grant
/// @return at most: from 0 to the share; at least: from the share to the whole; exactly: the share
[[nodiscard]] Sum share_of(const PlannedIncentive& planned, std::size_t share, const Sum& amount);

}  // namespace biaochi
