#pragma once
/// @file
/// The sections `payers`, `claims` and `incentives` of a rulebook: who pays what to whom, for what.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "biaochi/core/number.hpp"
#include "biaochi/core/rounding.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/rulebook/bound.hpp"
#include "biaochi/rulebook/pieces.hpp"
#include "biaochi/rulebook/subject_section.hpp"

namespace biaochi {

/// Who pays.
struct Payer {
    Text name;
    Provenance provenance;
};

/// A kind of thing that one may claim something for: a contract, a newly recognised platform.
struct ClaimKind {
    Text name;
    Named<SubjectField> fields;
    Provenance provenance;
};

/// What an amount is.
enum class Worth {
    money,   ///< paid out; counts in totals
    credit,  ///< counts towards a task, not paid
    relief,  ///< an income or cost that is spared; not paid
};

/// Numbers by the word, or the whole number, that a field of the claim holds. A word that is not there earns nothing.
struct Lookup {
    std::string by;              ///< field of the claim; empty: one number for all
    Named<Choice<Number>> rows;  ///< by the field's word; one with an empty name where `by` is empty
};

/// A stretch of a tiered base: from `from` (excluded, but 0) up to `to` (included).
struct Tier {
    Number from;
    std::optional<Number> to;
    Choice<Number> percent;
    Provenance provenance;
};

/// What an incentive comes to.
struct Amount {
    /// How.
    enum class Form {
        fixed,   ///< `numbers`, in the incentive's unit
        rate,    ///< `numbers` percent of `base`
        times,   ///< `numbers` times `base`
        tiers,   ///< stretches of `base`, each at its percent
        absent,  ///< the text gives none: `absent` says what lacks
    };

    Form form = Form::fixed;
    Lookup numbers;
    std::string base;  ///< number field of the claim, or FEEL over the claim and the applicant
    std::vector<Tier> tiers;
    std::vector<std::string> absent;  ///< "amount", "rate", "base"
    bool or_more = false;             ///< the number is a floor: the amount is open above
    std::optional<Rounding> round;    ///< only where the text asks for it
};

/// The most that is paid.
struct Cap {
    /// For what.
    enum class Per { claim, applicant, applicant_year };

    Per per = Per::claim;
    Choice<Number> amount;  ///< in the incentive's unit
    Provenance provenance;
};

/// How often an incentive is given.
enum class Often {
    each,   ///< for every claim
    once,   ///< once to an applicant
    unsaid  ///< the text does not say; every claim is paid, and the answer says so
};

/// A part of a grant that goes, or may go, to a person.
struct Share {
    Text to;
    Choice<Number> percent;
    Bound bound = Bound::at_most;  ///< at_most, at_least or exactly
    Provenance provenance;
};

/// A step of verification, in order.
struct Step {
    std::string by;  ///< body
    Text does;
};

/// Something that may be claimed.
struct Incentive {
    Text name;
    std::string claim;  ///< id of the claim kind
    std::string payer;  ///< id; empty: the source does not say
    Worth worth = Worth::money;
    std::string unit;          ///< of the amounts, for example 万元
    Choice<std::string> when;  ///< FEEL over the claim and the applicant; empty `by`: always
    Text otherwise;            ///< the reason to give when it does not hold
    Amount amount;
    std::vector<Cap> caps;
    Often often = Often::each;
    std::vector<std::string> unless;  ///< incentives that go before: where one of them is awarded for the claim, this one is not
    std::vector<Share> shares;
    std::vector<Step> steps;
    Provenance provenance;
};

/// Who pays what, for what. Fields of the applicant are those of the section `subject`.
struct IncentiveSection {
    Named<Payer> payers;
    Named<ClaimKind> claims;
    Named<Incentive> incentives;
};

}  // namespace biaochi
