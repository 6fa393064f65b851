#pragma once
/// @file
/// What duties_json() and duties_text() write from, and the words that they share.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/duty/duty.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi::detail {

/// The duties of bodies on a day.
struct DutiesReport {
    const Ruleset& rules;
    const DutySection& section;
    Date as_of{};
    std::optional<std::string_view> asked;  ///< as written; none: every body
    std::vector<BodyDuties> bodies;

    /// @return whether the rulebook is in force on the day
    [[nodiscard]] bool in_force() const { return rules.rulebook().effective.contains(as_of); }
};

[[nodiscard]] std::string duties_json(const DutiesReport& report);
[[nodiscard]] std::string duties_text(const DutiesReport& report, Language language);

/// @return the name of a body, or its id
[[nodiscard]] Text body_words(const DutySection& section, std::size_t body);
/// @return the names of bodies by id, joined
[[nodiscard]] Text bodies_words(const DutySection& section, const std::vector<std::string>& ids);
/// @return "leads", "cooperates", "together with others"
[[nodiscard]] Text role_words(Role role);
/// @return how often, in words
[[nodiscard]] Text every_words(Every every);
/// @return that the rulebook is not in force on the day, with its days
[[nodiscard]] Text not_in_force_words(const DutiesReport& report);
/// @return why a body has no duties on the day, or that it is not known; empty where it is there
[[nodiscard]] Text presence_words(const DutiesReport& report, const BodyDuties& duties);
/// @return what must be known beside a duty, in the order in which it is told
[[nodiscard]] std::vector<Text> duty_remarks(const DutiesReport& report, const BodyDuties& duties, const OwedDuty& owed);
/// @return what must be known beside the day of a report
[[nodiscard]] std::vector<Text> report_remarks(const Report& report, const ReportDue& due);

}  // namespace biaochi::detail
