#pragma once
/// @file
/// Peer groups: which regions are compared with each other, and from when until when.

#include <string>
#include <string_view>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/rulebook/pieces.hpp"

namespace biaochi {

/// A region that belongs to a group on the days of a period.
struct PeerMember {
    std::string region;
    Period during;
};

/// Regions that are compared with each other.
struct PeerGroup {
    Text name;
    std::vector<PeerMember> members;
    Provenance provenance;
};

/// Finds the group of a region on a day; a region is in one at most.
/// @return its entry, or null where the region is in none
[[nodiscard]] const std::pair<std::string, PeerGroup>* group_of(const Named<PeerGroup>& groups, std::string_view region, Date on) noexcept;

}  // namespace biaochi
