/// @file
/// What would narrow an undecided answer.

#include <algorithm>

#include "biaochi/score/score.hpp"
#include "score/use.hpp"

namespace biaochi {
namespace {

using detail::Use;

/// Calls @p see with each slot that a rule reads.
template <class See>
void for_each_slot(const LeafRule& rule, See see) {
    if (const auto* items = std::get_if<ItemRule>(&rule)) {
        for (const auto& line : items->lines) see(line.slot);
    } else if (const auto* options = std::get_if<OptionRule>(&rule)) {
        for (const auto& group : options->groups) {
            for (const auto& line : group.lines) see(line.slot);
        }
    } else if (const auto* open = std::get_if<OpenRule>(&rule)) {
        for (const std::size_t slot : open->slots) see(slot);
    } else if (const auto* segments = std::get_if<SegmentRule>(&rule)) {
        see(segments->slot);
    } else if (const auto* log = std::get_if<LogRule>(&rule)) {
        see(log->slot);
    } else if (const auto* inverse = std::get_if<InverseRule>(&rule)) {
        see(inverse->slot);
    } else if (const auto* judged = std::get_if<JudgedRule>(&rule)) {
        see(judged->slot);
    }
}

/// Calls @p see with each unread open point of a rule that bears on this record.
template <class See>
void for_each_open(const LeafRule& rule, const Record& record, const NodeOutcome& outcome, See see) {
    if (const auto* segments = std::get_if<SegmentRule>(&rule)) {
        if (outcome.segment != no_index) see(segments->segments[outcome.segment].open);
    } else if (const auto* items = std::get_if<ItemRule>(&rule)) {
        for (const auto& line : items->lines) {
            if (record.cells[line.slot].status != Status::missing) see(line.open);
        }
    } else if (const auto* options = std::get_if<OptionRule>(&rule)) {
        for (const auto& group : options->groups) see(group.open);
    } else if (const auto* open = std::get_if<OpenRule>(&rule)) {
        see(open->open);
    }
}

/// Collects needs without repeating one.
class Collector {
public:
    Collector(const Ruleset& rules, const Record& record, const Scorecard& card) : rules_(rules), record_(record), card_(card) {}

    void visit(std::size_t index) {
        const PlanNode& node = rules_.nodes()[index];
        const NodeOutcome& outcome = card_.nodes[index];
        if (outcome.state == NodeState::scored && outcome.points.decided()) return;
        if (node.parts.empty()) return leaf(index, outcome.state);
        const bool uncovered = outcome.state == NodeState::scored && outcome.present < node.source->coverage;
        for (const std::size_t part : node.parts) {
            const NodeState state = card_.nodes[part].state;
            if (state == NodeState::excluded && !uncovered && outcome.state != NodeState::excluded) continue;
            if (outcome.state == NodeState::refused && state != NodeState::refused) continue;
            visit(part);
        }
    }

    void add(Need need) {
        const bool known = std::any_of(needs_.begin(), needs_.end(), [&](const Need& other) {
            return other.slot == need.slot && other.open == need.open && other.period == need.period &&
                   (need.slot != no_index || other.node == need.node);
        });
        if (!known) needs_.push_back(need);
    }

    [[nodiscard]] std::vector<Need> take() { return std::move(needs_); }

private:
    /// Of a derived figure, what it rests on and lacks.
    void figure(std::size_t slot, std::size_t index) {
        const auto derived = record_.derived.find(slot);
        if (derived == record_.derived.end() || counts(record_.cells[slot].status)) return add({slot, no_index, index});
        const DerivedFigure& figure_of = derived->second;
        if (figure_of.cause != feel::Cause::missing_fact) return add({slot, no_index, index, {}, figure_of.cause});
        for (const Operand& operand : figure_of.operands) {
            if (operand.value) continue;
            if (operand.period.empty()) {
                figure(operand.slot, index);
            } else {
                add({operand.slot, no_index, index, operand.period});
            }
        }
    }

    void leaf(std::size_t index, NodeState state) {
        const PlanNode& node = rules_.nodes()[index];
        for_each_slot(node.rule, [&](std::size_t slot) {
            const Use use = detail::use_of(record_.cells[slot].status, node.treat);
            const bool wanted = state == NodeState::scored     ? detail::is_unknown(use) || use == Use::exclude
                                : state == NodeState::excluded ? use == Use::exclude
                                                               : use == Use::refuse;
            if (wanted) figure(slot, index);
            if (use == Use::open) add({no_index, node.treat_open, index});
        });
        for_each_open(node.rule, record_, card_.nodes[index], [&](std::size_t open) {
            if (open != no_index) add({no_index, open, index});
        });
    }

    const Ruleset& rules_;
    const Record& record_;
    const Scorecard& card_;
    std::vector<Need> needs_;
};

}  // namespace

std::vector<Need> needs(const Ruleset& rules, const Record& record, const Scorecard& card) {
    Collector collector(rules, record, card);
    collector.visit(0);
    if (rules.cuts_open() != no_index) collector.add({no_index, rules.cuts_open(), no_index});
    return collector.take();
}

}  // namespace biaochi
