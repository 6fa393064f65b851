#pragma once
/// @file
/// What an applicant claims: the claims with their fields, and what was had before.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/core/number.hpp"
#include "biaochi/feel/value.hpp"
#include "biaochi/ruleset/incentive_plan.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

/// Something that is claimed. A value that was not given is null with cause missing_fact, about its id.
struct Claim {
    std::string id;
    std::size_t kind = no_index;      ///< index into IncentivePlan::claims
    int year = 0;                     ///< in which it counts for caps a year
    std::vector<feel::Value> inputs;  ///< by the slots of claim_scope(): numbers in their fields' units
    std::vector<WordIndex> words;     ///< by slot: the index of a word among those that the field lists; no_word for all else
};

/// Something that the applicant had before.
struct Received {
    std::size_t incentive = no_index;  ///< index into IncentivePlan::incentives
    std::optional<Number> amount;      ///< in PlannedIncentive::unit; none: not known
    std::optional<int> year;           ///< none: not known
};

/// An applicant with all that is claimed, in the order in which it is looked at.
struct Application {
    std::string applicant;
    std::string label;  ///< shown wherever the applicant is, for example "synthetic"
    Date on;
    std::vector<Claim> claims;
    std::vector<Received> received;
};

/// Applications, and everything that is wrong with what they were read from.
struct ReadApplications {
    std::vector<Application> applications;  ///< complete only when no issue is an error
    std::vector<Issue> issues;              ///< place as JSON Pointer, `/applications/3/claims/0/fields/amount`
};

/// Reads applications strictly: every key must be known, every value of the kind, unit and among the words that the rulebook declares.
///
/// @param rules  the rules that they will be judged by; with incentives
/// @param json   one application, a list of them, or `{"applications": […]}`; docs/reference/incentives.md describes it
/// @return the applications, and all issues; never throws on any text
[[nodiscard]] ReadApplications read_applications(const Ruleset& rules, std::string_view json);

}  // namespace biaochi
