#pragma once
/// @file
/// A rulebook compiled for one date and one choice of readings.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/rulebook/rulebook.hpp"
#include "biaochi/ruleset/condition_plan.hpp"
#include "biaochi/ruleset/derived_plan.hpp"
#include "biaochi/ruleset/lifecycle_plan.hpp"
#include "biaochi/ruleset/plan.hpp"

namespace biaochi {

/// The reading that a ruleset was compiled with, for one open point.
struct ChosenReading {
    std::string open;      ///< id of the open point
    std::string reading;   ///< id of the reading; empty: left open
    bool adopted = false;  ///< by the rulebook, not by the user
};

struct CompiledRuleset;
struct TargetPlan;     // target_plan.hpp
struct IncentivePlan;  // incentive_plan.hpp

/// Compiled rules: immutable, right by construction, cheap to copy, safe to share between threads.
class Ruleset {
public:
    /// @return the rulebook as written
    [[nodiscard]] const Rulebook& rulebook() const noexcept;
    /// @return the date it was compiled for
    [[nodiscard]] Date on() const noexcept;
    /// @return every open point that is settled by a reading, in the rulebook's order
    [[nodiscard]] const std::vector<ChosenReading>& readings() const noexcept;
    /// @return the places for figures, in the order of the rulebook's facts
    [[nodiscard]] const std::vector<Slot>& slots() const noexcept;
    /// @return the slot of that id, or no_index; `fact.item` stands for `fact.item.level` where the item has one level only
    [[nodiscard]] std::size_t slot(std::string_view id) const noexcept;
    /// @return the derived facts, each after those that it rests on
    [[nodiscard]] const std::vector<DerivedFact>& derived() const noexcept;
    /// @return the score tree in pre-order, the root first
    [[nodiscard]] const std::vector<PlanNode>& nodes() const noexcept;
    /// @return the node of that id, or no_index
    [[nodiscard]] std::size_t node(std::string_view id) const noexcept;
    /// @return the class cuts from the lowest to the highest; empty where there are none or their open point is unread
    [[nodiscard]] const std::vector<ClassCut>& cuts() const noexcept;
    /// @return the index into Rulebook::open of the unread open point behind the cuts, or no_index
    [[nodiscard]] std::size_t cuts_open() const noexcept;
    /// @return the lifecycle, or null where the rulebook has none
    [[nodiscard]] const LifecyclePlan* lifecycle() const noexcept;
    /// @return the targets, or null where the rulebook has none
    [[nodiscard]] const TargetPlan* targets() const noexcept;
    /// @return the incentives, or null where the rulebook has none
    [[nodiscard]] const IncentivePlan* incentives() const noexcept;
    /// @return the conditions: the named ones in the rulebook's order, then those written inside others
    [[nodiscard]] const std::vector<PlannedCondition>& conditions() const noexcept;
    /// @return the condition of that id, or no_index
    [[nodiscard]] std::size_t condition(std::string_view id) const noexcept;

private:
    struct Data;
    friend struct RulesetBuilder;
    std::shared_ptr<const Data> data_;
};

/// A ruleset, or why there is none.
struct CompiledRuleset {
    std::optional<Ruleset> rules;  ///< set only when there is no error
    std::vector<Issue> issues;
};

/// Compiles a valid rulebook for a date and a choice of readings.
///
/// An open point that is not in @p readings takes the reading that the rulebook adopts, and stays open where it adopts none. The
/// reading named "none" leaves a point open whatever the rulebook adopts.
///
/// @param rulebook  as parse_rulebook() gave it
/// @param on        a day on which the rulebook is in force
/// @param readings  reading by open point
/// @return the rules, or issues not_in_force, unknown_open_point, unknown_reading; never throws
[[nodiscard]] CompiledRuleset compile(const Rulebook& rulebook, Date on, const std::map<std::string, std::string>& readings = {});

}  // namespace biaochi
