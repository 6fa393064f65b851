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

/// The index of an id, or an issue that names the nearest one.
template <class Ids>
biaochi_status found(std::size_t index, const char* id, biaochi::IssueCode code, Ids ids, biaochi_error* error, std::size_t* out) {
    if (index == biaochi::no_index) {
        const biaochi::Issue issue = make_issue(code, "", {id, biaochi::nearest_name(id, ids())});
        return wrong_text(error, {&issue, 1});
    }
    *out = index;
    return BIAOCHI_STATUS_OK;
}

}  // namespace

size_t biaochi_rules_slot_count(const biaochi_rules* rules) { return rules == nullptr ? 0 : rules->rules.slots().size(); }

const char* biaochi_rules_slot_id(const biaochi_rules* rules, size_t slot) {
    return slot < biaochi_rules_slot_count(rules) ? rules->rules.slots()[slot].id.c_str() : "";
}

biaochi_status biaochi_rules_slot(const biaochi_rules* rules, const char* id, biaochi_error* error, size_t* out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (id == nullptr) return null_argument(error, "id");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        const auto ids = [&] {
            std::vector<std::string> all;
            for (const biaochi::Slot& slot : rules->rules.slots()) all.push_back(slot.id);
            return all;
        };
        return found(rules->rules.slot(id), id, biaochi::IssueCode::unknown_column, ids, error, out);
    });
}

size_t biaochi_rules_node_count(const biaochi_rules* rules) { return rules == nullptr ? 0 : rules->rules.nodes().size(); }

const char* biaochi_rules_node_id(const biaochi_rules* rules, size_t node) {
    return node < biaochi_rules_node_count(rules) ? rules->rules.nodes()[node].source->id.c_str() : "";
}

biaochi_status biaochi_rules_node(const biaochi_rules* rules, const char* id, biaochi_error* error, size_t* out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (id == nullptr) return null_argument(error, "id");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        const auto ids = [&] {
            std::vector<std::string> all;
            for (const biaochi::PlanNode& node : rules->rules.nodes()) all.push_back(node.source->id);
            return all;
        };
        return found(rules->rules.node(id), id, biaochi::IssueCode::unknown_node, ids, error, out);
    });
}

size_t biaochi_rules_class_count(const biaochi_rules* rules) { return rules == nullptr ? 0 : rules->rules.cuts().size(); }

const char* biaochi_rules_class_id(const biaochi_rules* rules, size_t index) {
    return index < biaochi_rules_class_count(rules) ? rules->rules.cuts()[index].id.c_str() : "";
}

int32_t biaochi_rules_places(const biaochi_rules* rules) { return rules == nullptr ? 0 : rules->rules.rulebook().shown.places; }
