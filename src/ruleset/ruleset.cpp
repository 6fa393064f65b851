/// @file
/// Looking things up in compiled rules.

#include "biaochi/ruleset/ruleset.hpp"

#include "ruleset/data.hpp"

namespace biaochi {
namespace {

std::size_t look_up(const std::unordered_map<std::string_view, std::size_t>& index, std::string_view id) noexcept {
    const auto found = index.find(id);
    return found == index.end() ? no_index : found->second;
}

}  // namespace

const Rulebook& Ruleset::rulebook() const noexcept { return data_->book; }
Date Ruleset::on() const noexcept { return data_->on; }
const std::vector<ChosenReading>& Ruleset::readings() const noexcept { return data_->readings; }
const std::vector<Slot>& Ruleset::slots() const noexcept { return data_->slots; }
std::size_t Ruleset::slot(std::string_view id) const noexcept { return look_up(data_->slot_by_id, id); }
const std::vector<DerivedFact>& Ruleset::derived() const noexcept { return data_->derived; }
const std::vector<PlanNode>& Ruleset::nodes() const noexcept { return data_->nodes; }
std::size_t Ruleset::node(std::string_view id) const noexcept { return look_up(data_->node_by_id, id); }
const std::vector<ClassCut>& Ruleset::cuts() const noexcept { return data_->cuts; }
std::size_t Ruleset::cuts_open() const noexcept { return data_->cuts_open; }
const std::vector<PlannedCondition>& Ruleset::conditions() const noexcept { return data_->conditions; }

std::size_t Ruleset::condition(std::string_view id) const noexcept {
    const Named<Condition>& named = data_->book.conditions;
    for (std::size_t i = 0; i < named.size(); ++i) {
        if (named[i].first == id) return i;
    }
    return no_index;
}

const LifecyclePlan* Ruleset::lifecycle() const noexcept { return data_->lifecycle ? &*data_->lifecycle : nullptr; }
const TargetPlan* Ruleset::targets() const noexcept { return data_->targets.get(); }
const IncentivePlan* Ruleset::incentives() const noexcept { return data_->incentives.get(); }

}  // namespace biaochi
