/// @file
/// From the evidence of an expression to what would decide it.

#include <algorithm>

#include "condition/findings.hpp"

namespace biaochi::detail {
namespace {

/// The fact or open point that a null is about.
void add_cause(const Rulebook& book, const feel::Value& value, std::vector<Missing>& needs) {
    if (!value.is_null() || value.null().about == nullptr) return;
    const std::string& about = *value.null().about;
    if (value.null().cause == feel::Cause::missing_fact && !about.empty()) add_needs(needs, {{about, no_index, {}}});
    if (value.null().cause != feel::Cause::open_point) return;
    for (std::size_t i = 0; i < book.open.size(); ++i) {
        if (book.open[i].first == about) add_needs(needs, {{{}, i, {}}});
    }
}

}  // namespace

void add_needs(std::vector<Missing>& all, const std::vector<Missing>& more) {
    for (const Missing& need : more) {
        if (std::find(all.begin(), all.end(), need) == all.end()) all.push_back(need);
    }
}

std::vector<Missing> needs_of(const Rulebook& book, const Grounds& grounds, std::span<const feel::Value> inputs, const feel::Value& value) {
    std::vector<Missing> needs;
    for (const feel::EvidenceRecord& record : grounds.evidence.records) {
        if (record.verdict != feel::Verdict::undecided) continue;
        add_cause(book, record.left, needs);
        add_cause(book, record.right, needs);
    }
    add_cause(book, value, needs);
    for (const std::uint32_t slot : grounds.expression->reads()) {
        if (slot < inputs.size()) add_cause(book, inputs[slot], needs);
    }
    return needs;
}

}  // namespace biaochi::detail
