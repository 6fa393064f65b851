/// @file
/// The answer for one region and target: under the readings chosen, or under all that are left open.

#include "biaochi/target/progress.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "biaochi/core/error.hpp"
#include "target/index.hpp"
#include "target/sight.hpp"

namespace biaochi {

std::string_view name(TargetStatus status) noexcept {
    constexpr std::array<std::string_view, 5> names{"undetermined", "met", "on_track", "behind", "missed"};
    return names[static_cast<std::size_t>(status)];
}

std::string_view name(TargetNeed::Kind kind) noexcept {
    constexpr std::array<std::string_view, 11> names{"figure",    "base_year", "positive_base", "baseline",  "line",  "day",
                                                     "tolerance", "reading",   "peers",         "one_class", "person"};
    return names[static_cast<std::size_t>(kind)];
}

namespace detail {
namespace {

using Form = Target::Form;

void judge(Sight& sight) {
    switch (sight.form()) {
        case Form::qualitative:
            sight.need(TargetNeed::Kind::person);
            break;
        case Form::in_class:
            judge_class(sight);
            break;
        case Form::yearly:
        case Form::cumulative:
        case Form::not_falling:
            judge_years(sight);
            break;
        default:
            judge_amount(sight);
            break;
    }
}

TargetProgress under(const ProgressIndex& index, std::size_t region, std::size_t target, std::size_t way) {
    const PlannedTarget& planned = index.plan().targets[target];
    const TargetWay& chosen = planned.ways[way];
    const Date at = chosen.due && *chosen.due < index.on ? *chosen.due : index.on;
    Sight sight{index, region, planned, chosen, at};
    sight.out.target = target;
    sight.out.way = way;
    judge(sight);
    return std::move(sight.out);
}

/// The interval over all readings; none where one of them has none.
std::optional<Interval> hull(const std::vector<TargetProgress>& all, std::optional<Interval> TargetProgress::*part) {
    std::optional<Interval> whole = all.front().*part;
    for (const TargetProgress& each : all) {
        if (!whole || !(each.*part)) return std::nullopt;
        whole = Interval{min(whole->low, (each.*part)->low), max(whole->high, (each.*part)->high)};
    }
    return whole;
}

/// Puts the answers under all readings together: where all agree, and nothing else can be meant, they decide.
TargetProgress together(std::vector<TargetProgress> all, bool settled, const PlannedTarget& target) {
    TargetProgress whole = all.front();
    whole.value = hull(all, &TargetProgress::value);
    whole.completion = hull(all, &TargetProgress::completion);
    whole.distance = hull(all, &TargetProgress::distance);
    whole.pace = hull(all, &TargetProgress::pace);
    whole.expected = hull(all, &TargetProgress::expected);
    whole.amount = hull(all, &TargetProgress::amount);
    const auto agrees = [&](const TargetProgress& each) { return each.status == all.front().status; };
    const bool decided = settled && whole.status != TargetStatus::undetermined && std::all_of(all.begin(), all.end(), agrees);
    if (!decided) {
        whole.status = TargetStatus::undetermined;
        whole.needs.clear();
        for (const std::size_t open : target.open) {
            whole.needs.emplace_back();
            whole.needs.back().kind = TargetNeed::Kind::reading;
            whole.needs.back().open = open;
        }
        for (const TargetProgress& each : all) {
            for (const TargetNeed& need : each.needs) {
                if (std::find(whole.needs.begin(), whole.needs.end(), need) == whole.needs.end()) whole.needs.push_back(need);
            }
        }
    }
    whole.estimated = std::any_of(all.begin(), all.end(), [](const TargetProgress& each) { return each.estimated; });
    if (!target.ways.empty()) whole.by_reading = std::move(all);
    return whole;
}

}  // namespace
}  // namespace detail

ProgressTable::ProgressTable(const Ruleset& rules, std::span<const Record> records, Date on, std::string_view own)
    : index_(std::make_unique<detail::ProgressIndex>()) {
    index_->rules = rules;
    index_->records = records;
    index_->on = on;
    index_->own = own;
    index_->sort_records();
    if (rules.targets() == nullptr) return;
    index_->gather_cohorts();
    index_->weigh_readings();
}

ProgressTable::~ProgressTable() = default;
ProgressTable::ProgressTable(ProgressTable&&) noexcept = default;
ProgressTable& ProgressTable::operator=(ProgressTable&&) noexcept = default;

const std::vector<std::string>& ProgressTable::regions() const noexcept { return index_->regions; }
std::size_t ProgressTable::later() const noexcept { return index_->later; }
std::size_t ProgressTable::undated() const noexcept { return index_->undated; }

TargetProgress ProgressTable::progress(std::size_t region, std::size_t target) const {
    const bool known = index_->rules.targets() != nullptr && target < index_->plan().targets.size() && region < index_->regions.size();
    if (!known) throw Error(ErrorCode::out_of_range, "there is no target or region of that index");
    const PlannedTarget& planned = index_->plan().targets[target];
    if (planned.ways.size() == 1) return detail::under(*index_, region, target, 0);
    std::vector<TargetProgress> all;
    all.reserve(std::max<std::size_t>(planned.ways.size(), 1));
    for (std::size_t way = 0; way < planned.ways.size(); ++way) all.push_back(detail::under(*index_, region, target, way));
    if (all.empty()) {
        all.emplace_back();
        all.front().target = target;
    }
    return detail::together(std::move(all), index_->settled[target] != 0, planned);
}

std::vector<TargetProgress> progress(const Ruleset& rules, std::span<const Record> records, std::string_view region, Date on) {
    std::vector<TargetProgress> all;
    if (rules.targets() == nullptr) return all;
    const ProgressTable table(rules, records, on, region);
    const auto& regions = table.regions();
    const auto index = static_cast<std::size_t>(std::find(regions.begin(), regions.end(), region) - regions.begin());
    all.reserve(rules.targets()->targets.size());
    for (std::size_t i = 0; i < rules.targets()->targets.size(); ++i) all.push_back(table.progress(index, i));
    return all;
}

}  // namespace biaochi
