/// @file
/// What compiled rules call their slots, nodes and classes.

#include <string>
#include <vector>

#include "biaochi/core/text.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

namespace {

/// Looks an id up, and names the nearest one where there is none.
/// @param index  `std::size_t(const Ruleset&, const char* id)`, no_index for none
/// @param ids    `std::vector<std::string>(const Ruleset&)`
template <class Index, class Ids>
biaochi_status look_up(const biaochi_rules* rules, const char* id, biaochi::IssueCode code, Index index, Ids ids, biaochi_error* error,
                       std::size_t* out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (id == nullptr) return null_argument(error, "id");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        const std::size_t found = index(rules->rules, id);
        if (found == biaochi::no_index) {
            const biaochi::Issue issue = make_issue(code, "", {id, biaochi::nearest_name(id, ids(rules->rules))});
            return wrong_text(error, {&issue, 1});
        }
        *out = found;
        return BIAOCHI_STATUS_OK;
    });
}

std::vector<std::string> slot_ids(const biaochi::Ruleset& rules) {
    std::vector<std::string> ids;
    ids.reserve(rules.slots().size());
    for (const biaochi::Slot& slot : rules.slots()) ids.push_back(slot.id);
    return ids;
}

std::vector<std::string> node_ids(const biaochi::Ruleset& rules) {
    std::vector<std::string> ids;
    ids.reserve(rules.nodes().size());
    for (const biaochi::PlanNode& node : rules.nodes()) ids.push_back(node.source->id);
    return ids;
}

}  // namespace

size_t biaochi_rules_slot_count(const biaochi_rules* rules) { return rules == nullptr ? 0 : rules->rules.slots().size(); }

const char* biaochi_rules_slot_id(const biaochi_rules* rules, size_t slot) {
    return slot < biaochi_rules_slot_count(rules) ? rules->rules.slots()[slot].id.c_str() : "";
}

biaochi_status biaochi_rules_slot(const biaochi_rules* rules, const char* id, biaochi_error* error, size_t* out) {
    const auto index = [](const biaochi::Ruleset& all, const char* wanted) { return all.slot(wanted); };
    return look_up(rules, id, biaochi::IssueCode::unknown_column, index, slot_ids, error, out);
}

size_t biaochi_rules_node_count(const biaochi_rules* rules) { return rules == nullptr ? 0 : rules->rules.nodes().size(); }

const char* biaochi_rules_node_id(const biaochi_rules* rules, size_t node) {
    return node < biaochi_rules_node_count(rules) ? rules->rules.nodes()[node].source->id.c_str() : "";
}

biaochi_status biaochi_rules_node(const biaochi_rules* rules, const char* id, biaochi_error* error, size_t* out) {
    const auto index = [](const biaochi::Ruleset& all, const char* wanted) { return all.node(wanted); };
    return look_up(rules, id, biaochi::IssueCode::unknown_node, index, node_ids, error, out);
}

size_t biaochi_rules_class_count(const biaochi_rules* rules) { return rules == nullptr ? 0 : rules->rules.cuts().size(); }

const char* biaochi_rules_class_id(const biaochi_rules* rules, size_t index) {
    return index < biaochi_rules_class_count(rules) ? rules->rules.cuts()[index].id.c_str() : "";
}

int32_t biaochi_rules_places(const biaochi_rules* rules) { return rules == nullptr ? 0 : rules->rules.rulebook().shown.places; }
