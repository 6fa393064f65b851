#pragma once
/// @file
/// What a Ruleset holds.

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

struct Ruleset::Data {
    Rulebook book;
    Date on;
    std::vector<ChosenReading> readings;
    std::vector<Slot> slots;
    std::deque<std::string> aliases;
    std::unordered_map<std::string_view, std::size_t> slot_by_id;
    std::vector<DerivedFact> derived;
    std::vector<PlanNode> nodes;
    std::unordered_map<std::string_view, std::size_t> node_by_id;
    std::vector<ClassCut> cuts;
    std::size_t cuts_open = no_index;
    std::optional<LifecyclePlan> lifecycle;
    std::vector<PlannedCondition> conditions;
    std::shared_ptr<const TargetPlan> targets;
    std::shared_ptr<const IncentivePlan> incentives;
};

}  // namespace biaochi
