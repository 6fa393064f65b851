#pragma once
/// @file
/// Grants in words: how an amount was found, why there is none, what lacks.

#include <string>

#include "biaochi/core/text.hpp"
#include "biaochi/incentive/award.hpp"

namespace biaochi::detail {

/// The unit that money is shown in.
struct MoneyUnit {
    std::string name = "元";
    Number size{1};  ///< in 元
};

/// @return `500`, `0–500`, `≥500`; a fraction without an end is followed by its rounded value
[[nodiscard]] std::string sum_digits(const Sum& sum);

/// @return a sum of a planned incentive with its unit; money in the unit asked for
[[nodiscard]] std::string sum_words(const PlannedIncentive& planned, const Sum& sum, const MoneyUnit& money);

/// @return a sum of money with its unit
[[nodiscard]] std::string money_words(const Sum& sum, const MoneyUnit& money);

/// @return the sum in the unit that it is shown in
[[nodiscard]] Sum in_unit_shown(const PlannedIncentive& planned, const Sum& sum, const MoneyUnit& money);

/// What grants are described by.
struct GrantScene {
    const Ruleset& rules;
    const Application& application;
    const Award& award;
    const MoneyUnit& money;

    [[nodiscard]] const PlannedIncentive& planned(const Grant& grant) const { return rules.incentives()->incentives[grant.incentive]; }
    [[nodiscard]] const Claim& claim(const Grant& grant) const { return application.claims[grant.claim]; }
    [[nodiscard]] const ClaimPlan& kind(const Grant& grant) const { return rules.incentives()->claims[claim(grant).kind]; }
};

/// @return "given", "not given", "not determined"
[[nodiscard]] Text status_words(GrantStatus status);

/// @return how the amount was found: `10000000.01 元的 10%；封顶前 …，上限 …`
[[nodiscard]] Text working_words(const GrantScene& scene, const Grant& grant);

/// @return why there is no grant
[[nodiscard]] Text refusal_words(const GrantScene& scene, const Grant& grant);

/// @return what would help to decide
[[nodiscard]] Text need_words(const GrantScene& scene, const Grant& grant, const GrantNeed& need);

/// @return a part that goes to a person: `给创新带头人：不超过 40%，即 0–400000 元`
[[nodiscard]] Text share_words(const GrantScene& scene, const Grant& grant, std::size_t share);

/// @return for what a cap is: "each claim", "each applicant", "each applicant a year"
[[nodiscard]] Text per_words(Cap::Per per);

/// @return the name, or the id where there is none
[[nodiscard]] Text name_or(const Text& name, const std::string& id);

}  // namespace biaochi::detail
