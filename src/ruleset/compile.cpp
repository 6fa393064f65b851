/// @file
/// From a rulebook, a date and readings to compiled rules.

#include <algorithm>

#include "biaochi/ruleset/ruleset.hpp"
#include "json/value.hpp"
#include "ruleset/choices.hpp"
#include "ruleset/conditions.hpp"
#include "ruleset/data.hpp"
#include "ruleset/derived.hpp"
#include "ruleset/group_bounds.hpp"
#include "ruleset/in_force.hpp"
#include "ruleset/incentives.hpp"
#include "ruleset/leaves.hpp"
#include "ruleset/lifecycle.hpp"
#include "ruleset/targets.hpp"

namespace biaochi {
namespace detail {
namespace {

std::string slot_id(const std::string& whole, const std::string& part) { return whole + "." + part; }

void add_slot(std::vector<Slot>& slots, const Fact& fact, std::string id, std::size_t fact_index) {
    Slot slot;
    slot.id = std::move(id);
    slot.fact = fact_index;
    slot.min = fact.min;
    slot.max = fact.max;
    slot.whole = fact.whole;
    slots.push_back(std::move(slot));
}

void add_item_slots(std::vector<Slot>& slots, const Fact& fact, const std::string& id, std::size_t fact_index) {
    for (std::size_t item = 0; item < fact.items.size(); ++item) {
        const auto& [item_id, what] = fact.items[item];
        for (std::size_t level = 0; level < what.levels.size(); ++level) {
            add_slot(slots, fact, slot_id(slot_id(id, item_id), what.levels[level]), fact_index);
            Slot& slot = slots.back();
            slot.item = item;
            slot.level = level;
            slot.whole = true;
            if (!slot.min) slot.min = Number();
        }
    }
}

void add_option_slots(std::vector<Slot>& slots, const Fact& fact, const std::string& id, std::size_t fact_index) {
    for (std::size_t option = 0; option < fact.options.size(); ++option) {
        add_slot(slots, fact, slot_id(id, fact.options[option].first), fact_index);
        Slot& slot = slots.back();
        slot.item = option;
        slot.min = Number();
        slot.max = Number(1);
        slot.whole = true;
    }
}

std::vector<Slot> lay_out(const Rulebook& book) {
    std::vector<Slot> slots;
    for (std::size_t i = 0; i < book.facts.size(); ++i) {
        const auto& [id, fact] = book.facts[i];
        if (fact.kind == FactKind::items) {
            add_item_slots(slots, fact, id, i);
        } else if (fact.kind == FactKind::options) {
            add_option_slots(slots, fact, id, i);
        } else {
            add_slot(slots, fact, id, i);
        }
    }
    return slots;
}

/// Compiles the tree below @p node in pre-order.
std::size_t add_node(std::vector<PlanNode>& nodes, const Node& node, std::string pointer, std::size_t parent, const LeafCompiler& leaves) {
    const std::size_t index = nodes.size();
    nodes.emplace_back();
    nodes[index].source = &node;
    nodes[index].parent = parent;
    if (node.parts.empty()) {
        leaves.compile(node, nodes[index]);
    } else {
        std::vector<std::size_t> parts;
        parts.reserve(node.parts.size());
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            parts.push_back(add_node(nodes, node.parts[i], json::child(pointer + "/parts", i), index, leaves));
        }
        nodes[index].parts = std::move(parts);
        set_group_bounds(nodes, index, nullptr);
    }
    if (node.parts.empty() && node.round) {
        Interval& bounds = nodes[index].bounds;
        bounds = {round(bounds.low, *node.round), round(bounds.high, *node.round)};
    }
    nodes[index].pointer = std::move(pointer);
    return index;
}

std::vector<ClassCut> in_ascending_order(std::vector<ClassCut> cuts) {
    std::stable_sort(cuts.begin(), cuts.end(), [](const ClassCut& a, const ClassCut& b) {
        if (!a.from || !b.from) return !a.from && b.from;
        return *a.from < *b.from;
    });
    return cuts;
}

}  // namespace
}  // namespace detail

/// Builds the parts of a Ruleset.
struct RulesetBuilder {
    static void index_slots(Ruleset::Data& data) {
        for (std::size_t i = 0; i < data.slots.size(); ++i) {
            data.slot_by_id.emplace(data.slots[i].id, i);
            const Slot& slot = data.slots[i];
            const auto& [fact_id, fact] = data.book.facts[slot.fact];
            if (fact.kind != FactKind::items || fact.items[slot.item].second.levels.size() != 1) continue;
            data.aliases.push_back(fact_id + "." + fact.items[slot.item].first);
            data.slot_by_id.emplace(data.aliases.back(), i);
        }
    }

    static Ruleset build(const Rulebook& rulebook, Date on, const std::map<std::string, std::string>& readings,
                         std::vector<Issue>& issues) {
        const auto data = std::make_shared<Ruleset::Data>();
        data->book = rulebook;
        data->on = on;
        const detail::Choices choices(data->book, readings, issues);
        data->readings = choices.readings();
        data->slots = detail::lay_out(data->book);
        index_slots(*data);
        data->derived = detail::plan_derived(data->book, data->slots, issues);
        if (data->book.score) {
            const detail::LeafCompiler leaves(data->book, data->slots, choices);
            detail::add_node(data->nodes, *data->book.score, "/score", no_index, leaves);
        }
        for (std::size_t i = 0; i < data->nodes.size(); ++i) data->node_by_id.emplace(data->nodes[i].source->id, i);
        if (data->book.classes) {
            const auto cuts = choices.resolve(data->book.classes->cuts);
            if (cuts.value != nullptr) data->cuts = detail::in_ascending_order(*cuts.value);
            data->cuts_open = cuts.open;
        }
        data->conditions = detail::plan_conditions(data->book, choices, issues);
        if (data->book.lifecycle) data->lifecycle = detail::compile_lifecycle(data->book, choices, issues);
        data->targets = detail::compile_targets(data->book, data->slots, choices, issues);
        data->incentives = detail::compile_incentives(data->book, data->slots, choices, issues);
        Ruleset rules;
        rules.data_ = data;
        return rules;
    }
};

CompiledRuleset compile(const Rulebook& rulebook, Date on, const std::map<std::string, std::string>& readings) {
    CompiledRuleset result;
    if (!rulebook.effective.contains(on)) result.issues.push_back(detail::not_in_force(rulebook.effective, on, "/effective"));
    Ruleset rules = RulesetBuilder::build(rulebook, on, readings, result.issues);
    if (!has_errors(result.issues)) result.rules = std::move(rules);
    return result;
}

}  // namespace biaochi
