/// @file
/// Reading and checking what a rulebook does not compute, with the reason.

#include "biaochi/rulebook/not_rules_section.hpp"

#include <map>
#include <memory>

#include "rulebook/places.hpp"
#include "rulebook/sections.hpp"

namespace biaochi {
namespace detail {
namespace {

using Because = NotRule::Because;

/// Reads a citation with at least one ledger id.
Cite read_filed(Context& context, const json::Value& value, const std::string& pointer) {
    std::optional<Cite> cite = read_cite(context, value, pointer);
    if (!cite) return {};
    if (value.find("ledger") == nullptr) {
        context.report(IssueCode::missing_key, pointer, {"ledger"});
    } else if (cite->ledger.empty()) {
        context.report(IssueCode::empty_list, json::child(pointer, "ledger"), {"ledger"});
    }
    return *std::move(cite);
}

NotRule read_entry(Context& context, const json::Value& value, const std::string& pointer) {
    NotRule entry;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return entry;
    if (const auto* because = fields.need("because")) {
        entry.because = read_word<Because>(context, *because, fields.at("because"),
                                           {{"judged", Because::judged}, {"out_of_reach", Because::out_of_reach}});
    }
    if (const auto* says = fields.need("says")) entry.says = read_text(context, *says, fields.at("says"));
    if (const auto* reason = fields.need("reason")) entry.reason = read_text(context, *reason, fields.at("reason"));
    if (const auto* cite = fields.need("cite")) entry.cite = read_filed(context, *cite, fields.at("cite"));
    fields.done();
    return entry;
}

}  // namespace

void read_not_rules(Context& context, Fields& fields) {
    const json::Value* value = fields.take("not_rules");
    if (value == nullptr || !expect(context, *value, json::Kind::list, fields.at("not_rules"))) return;
    auto section = std::make_shared<NotRules>();
    if (value->items.empty()) context.report(IssueCode::empty_list, fields.at("not_rules"), {"not_rules"});
    section->entries.reserve(value->items.size());
    for (std::size_t i = 0; i < value->items.size(); ++i) {
        section->entries.push_back(read_entry(context, value->items[i], json::child(fields.at("not_rules"), i)));
    }
    context.book.not_rules = std::move(section);
}

void validate_not_rules(Context& context) {
    if (!context.book.not_rules) return;
    std::map<std::string, std::string> ruled;
    for (const Place& place : rule_places(context.book)) {
        for (const std::string& id : *place.ledger) ruled.emplace(id, place.where);
    }
    const auto& entries = context.book.not_rules->entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string list = json::child(json::child("/not_rules", i), "cite") + "/ledger";
        const auto& ledger = entries[i].cite.ledger;
        for (std::size_t j = 0; j < ledger.size(); ++j) {
            const auto rule = ruled.find(ledger[j]);
            if (rule == ruled.end() || is_defect_or_convention(ledger[j])) continue;
            context.report(IssueCode::both_rule_and_not, json::child(list, j), {ledger[j], rule->second});
        }
    }
}

}  // namespace detail

std::string_view name(NotRule::Because because) noexcept { return because == NotRule::Because::judged ? "judged" : "out_of_reach"; }

}  // namespace biaochi
