#pragma once
/// @file
/// Records by region and day, and the means of peers.

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "biaochi/ruleset/target_plan.hpp"
#include "biaochi/target/progress.hpp"

namespace biaochi::detail {

/// Powers of rates that have been asked for, since every region asks for the same ones. Safe to ask from several threads.
class GrowthFactors {
public:
    /// @return (1 + percent / 100) to the power of so many years, 0 or more
    [[nodiscard]] Number factor(const Number& percent, int years);

private:
    std::mutex lock_;
    std::map<std::pair<Number, int>, Number> known_;  ///< by rate and years
};

/// What a table of progress keeps.
struct ProgressIndex {
    /// A record and the time that it is of.
    struct Dated {
        std::chrono::sys_days day;
        int year = 0;  ///< of a whole year; 0: another period
        std::size_t record = no_index;
    };
    /// The records of one region, by day; of several that end on the same day the whole year last.
    using History = std::vector<Dated>;

    /// What is known of a figure in all records of one period and group.
    struct Cohort {
        Number sum;  ///< of the figures that are known
        std::size_t known = 0;
        std::vector<std::size_t> missing;  ///< records without it
        bool estimated = false;
    };

    Ruleset rules;
    std::span<const Record> records;
    Date on;
    std::string own;
    std::vector<std::string> regions;
    std::vector<History> histories;                      ///< by region
    std::vector<std::size_t> cohort_of;                  ///< by record; no_index: left out
    std::map<std::size_t, std::vector<Cohort>> cohorts;  ///< by slot, by cohort
    mutable GrowthFactors growth;
    std::vector<char> settled;  ///< by target: whether the readings left open are all that the text may mean
    std::size_t later = 0;
    std::size_t undated = 0;

    [[nodiscard]] const TargetPlan& plan() const noexcept { return *rules.targets(); }

    void sort_records();
    void gather_cohorts();
    void weigh_readings();
};

}  // namespace biaochi::detail
