/// @file
/// Sorting records by region and day, and gathering what peers report.

#include "target/index.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "biaochi/condition/check.hpp"
#include "rulebook/targets.hpp"

namespace biaochi::detail {

Number GrowthFactors::factor(const Number& percent, int years) {
    const std::lock_guard guard(lock_);
    const auto [at, fresh] = known_.try_emplace({percent, years});
    if (fresh) at->second = power(Number(1) + percent / Number(100), static_cast<unsigned>(years));
    return at->second;
}

void ProgressIndex::sort_records() {
    std::unordered_map<std::string_view, std::size_t> region_of;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> cohort_by;  // period and group
    cohort_of.assign(records.size(), no_index);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Record& record = records[i];
        const auto [region, is_new] = region_of.try_emplace(record.region, regions.size());
        if (is_new) {
            regions.push_back(record.region);
            histories.emplace_back();
        }
        const std::optional<Date> day = last_day(record.period);
        if (!day) {
            ++undated;
        } else if (*day > on) {
            ++later;
        } else {
            histories[region->second].push_back({*day, whole_year(record.period).value_or(0), i});
            cohort_of[i] = cohort_by.try_emplace({record.period, record.group}, cohort_by.size()).first->second;
        }
    }
    for (History& history : histories) {
        std::stable_sort(history.begin(), history.end(),
                         [](const Dated& a, const Dated& b) { return std::tuple(a.day, a.year != 0) < std::tuple(b.day, b.year != 0); });
    }
    if (own.empty() && regions.size() == 1) own = regions.front();
    if (own.empty() || region_of.contains(own)) return;
    regions.push_back(own);
    histories.emplace_back();
}

void ProgressIndex::gather_cohorts() {
    std::size_t count = 0;
    for (const std::size_t cohort : cohort_of) count = cohort == no_index ? count : std::max(count, cohort + 1);
    for (const PlannedTarget& target : plan().targets) {
        if (target.source->form != Target::Form::relative || cohorts.contains(target.slot)) continue;
        std::vector<Cohort>& all = cohorts[target.slot];
        all.resize(count);
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (cohort_of[i] == no_index) continue;
            Cohort& cohort = all[cohort_of[i]];
            const Cell& cell = records[i].cells[target.slot];
            if (counts(cell.status)) {
                cohort.sum += cell.value;
                ++cohort.known;
                cohort.estimated = cohort.estimated || cell.status == Status::estimated;
            } else {
                cohort.missing.push_back(i);
            }
        }
    }
}

void ProgressIndex::weigh_readings() {
    const auto& open = rules.rulebook().open;
    settled.reserve(plan().targets.size());
    for (const PlannedTarget& target : plan().targets) {
        const bool all = std::all_of(target.open.begin(), target.open.end(), [&](std::size_t i) { return exhaustive(open[i].second); });
        settled.push_back(all && !target.ways.empty() ? 1 : 0);
    }
}

}  // namespace biaochi::detail
