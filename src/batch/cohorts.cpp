/// @file
/// Cohorts by period and group.

#include "biaochi/batch/cohorts.hpp"

#include "biaochi/calendar/date.hpp"
#include "biaochi/rulebook/peer_group.hpp"

namespace biaochi {
namespace {

/// Two numbers as one.
std::uint64_t joined(std::uint32_t high, std::uint32_t low) noexcept {
    constexpr unsigned half = 32;
    return (std::uint64_t{high} << half) | low;
}

}  // namespace

std::uint32_t TextCodes::of(std::string_view text) {
    if (last_ < texts_.size() && texts_[last_] == text) return last_;
    auto found = codes_.find(text);
    if (found == codes_.end()) {
        texts_.emplace_back(text);
        found = codes_.emplace(text, static_cast<std::uint32_t>(texts_.size() - 1)).first;
    }
    return last_ = found->second;
}

CohortCodes::CohortCodes(const Ruleset& rules) : rules_(rules) {}

std::uint32_t CohortCodes::of(std::string_view region, std::string_view period, std::string_view group) {
    const std::uint32_t group_code = rules_.rulebook().ranking.within_group ? group_of_row(region, group) : 0;
    const std::uint64_t both = joined(periods_.of(period), group_code);
    return cohorts_.try_emplace(both, static_cast<std::uint32_t>(cohorts_.size())).first->second;
}

std::uint32_t CohortCodes::group_of_row(std::string_view region, std::string_view group) {
    if (rules_.rulebook().groups.empty()) return groups_.of(group);
    const std::uint32_t own = group_of_region(region);
    const bool other = !group.empty() && groups_.texts()[own] != group;
    if (other && told_.insert(joined(regions_.of(region), groups_.of(group))).second) {
        issues_.push_back(
            make_issue(IssueCode::unknown_member, "/columns/group", {std::string(region), date_text(rules_.on()), std::string(group)}));
    }
    return own;
}

std::uint32_t CohortCodes::group_of_region(std::string_view region) {
    const std::uint32_t code = regions_.of(region);
    if (code < region_groups_.size()) return region_groups_[code];
    const auto* group = biaochi::group_of(rules_.rulebook().groups, region, rules_.on());
    if (group == nullptr) {
        issues_.push_back(
            make_issue(IssueCode::unknown_member, "/columns/region", {std::string(region), date_text(rules_.on()), "groups"}));
    }
    region_groups_.push_back(groups_.of(group == nullptr ? std::string_view() : std::string_view(group->first)));
    return region_groups_.back();
}

}  // namespace biaochi
