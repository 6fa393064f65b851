#pragma once
/// @file
/// Words of columns as numbers, and who is ranked with whom.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

/// Numbers texts from 0 on, in the order in which they first come.
class TextCodes {
public:
    /// @param text  any
    /// @return its number, a new one where it has not come yet
    std::uint32_t of(std::string_view text);

    /// @return the texts by number
    [[nodiscard]] const std::vector<std::string>& texts() const noexcept { return texts_; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };

    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> codes_;
    std::vector<std::string> texts_;
    std::uint32_t last_ = 0;
};

/// Numbers the cohorts that standings() ranks in: rows of one period and, where the rulebook says so, of one peer group.
///
/// Where the rulebook has `groups`, it says the group of a region, as for records; otherwise the row does.
class CohortCodes {
public:
    /// @param rules  whose `ranking` and `groups` count, on their day; outlives this
    explicit CohortCodes(const Ruleset& rules);

    /// @param region  of a row; looked at only where the rulebook has groups and ranks inside them; empty: not given
    /// @param period  of the row; empty: not given
    /// @param group   of the row; empty: not given
    /// @return the number of the row's cohort
    std::uint32_t of(std::string_view region, std::string_view period, std::string_view group);

    /// @return unknown_member for each region without a group, and for each group that a row says and that is not the region's, as
    /// read_records() finds them; `where` is `/columns/region` or `/columns/group`
    [[nodiscard]] const std::vector<Issue>& issues() const noexcept { return issues_; }

private:
    std::uint32_t group_of_row(std::string_view region, std::string_view group);
    std::uint32_t group_of_region(std::string_view region);

    const Ruleset& rules_;
    TextCodes periods_;
    TextCodes groups_;
    TextCodes regions_;
    std::vector<std::uint32_t> region_groups_;  ///< by the code of the region
    std::unordered_map<std::uint64_t, std::uint32_t> cohorts_;
    std::unordered_set<std::uint64_t> told_;  ///< regions with groups that are not theirs
    std::vector<Issue> issues_;
};

}  // namespace biaochi
