#pragma once
/// @file
/// Compiling one leaf: its method, its treatment of statuses, its bounds.

#include <string>
#include <vector>

#include "biaochi/ruleset/plan.hpp"
#include "ruleset/choices.hpp"

namespace biaochi::detail {

/// Compiles the leaves of one rulebook.
class LeafCompiler {
public:
    LeafCompiler(const Rulebook& book, const std::vector<Slot>& slots, const Choices& choices)
        : book_(book), slots_(slots), choices_(choices) {}

    /// Fills in rule, treatments and bounds of a leaf.
    void compile(const Node& node, PlanNode& plan) const;

private:
    void compile_rule(const Bands& bands, PlanNode& plan) const;
    void compile_rule(const Items& items, PlanNode& plan) const;
    void compile_rule(const Options& options, PlanNode& plan) const;
    void compile_rule(const Judged& judged, PlanNode& plan) const;
    void compile_rule(const Ratio& ratio, PlanNode& plan) const;
    void compile_rule(const Efficacy& efficacy, PlanNode& plan) const;
    void compile_rule(const Goalposts& posts, PlanNode& plan) const;
    static void compile_rule(const std::monostate&, PlanNode&) {}

    void set_segments(PlanNode& plan, std::vector<Segment> segments) const;
    void set_open(PlanNode& plan, std::size_t open) const;
    void set_treatments(const Treatments& treat, PlanNode& plan) const;
    [[nodiscard]] std::size_t fact_index(const Node& node) const;
    [[nodiscard]] std::size_t first_slot(const Node& node) const;
    [[nodiscard]] std::size_t slot_of_item(const Node& node, const std::string& item, const std::string& level) const;
    [[nodiscard]] std::size_t slot_of_option(const Node& node, const std::string& option) const;

    const Rulebook& book_;
    const std::vector<Slot>& slots_;
    const Choices& choices_;
};

}  // namespace biaochi::detail
