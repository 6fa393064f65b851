/// @file
/// Reading who pays what to whom, for what.

#include <memory>
#include <utility>

#include "biaochi/rulebook/incentive_section.hpp"
#include "rulebook/amounts.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

Text need_name(Context& context, Fields& fields) {
    const json::Value* name = fields.need("name");
    return name == nullptr ? Text{} : read_text(context, *name, fields.at("name"));
}

Payer read_payer(Context& context, const json::Value& value, const std::string& pointer) {
    Payer payer;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return payer;
    payer.name = need_name(context, fields);
    payer.provenance = read_provenance(context, fields);
    fields.done();
    return payer;
}

ClaimKind read_claim_kind(Context& context, const json::Value& value, const std::string& pointer) {
    ClaimKind kind;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return kind;
    kind.name = need_name(context, fields);
    if (const auto* of = fields.take("fields")) kind.fields = read_subject_fields(context, *of, fields.at("fields"), {});
    kind.provenance = read_provenance(context, fields);
    fields.done();
    return kind;
}

Cap read_cap(Context& context, const json::Value& value, const std::string& pointer) {
    Cap cap;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return cap;
    if (const auto* amount = fields.need("amount")) cap.amount = read_number_choice(context, *amount, fields.at("amount"));
    if (const auto* per = fields.need("per")) {
        cap.per = read_word<Cap::Per>(
            context, *per, fields.at("per"),
            {{"claim", Cap::Per::claim}, {"applicant", Cap::Per::applicant}, {"applicant_year", Cap::Per::applicant_year}});
    }
    cap.provenance = read_provenance(context, fields);
    fields.done();
    return cap;
}

Share read_share(Context& context, const json::Value& value, const std::string& pointer) {
    Share share;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return share;
    if (const auto* to = fields.need("to")) share.to = read_text(context, *to, fields.at("to"));
    if (const auto* percent = fields.need("percent")) share.percent = read_number_choice(context, *percent, fields.at("percent"));
    if (const auto* bound = fields.need("bound")) {
        share.bound = read_word<Bound>(context, *bound, fields.at("bound"),
                                       {{"at_most", Bound::at_most}, {"at_least", Bound::at_least}, {"exactly", Bound::exactly}});
    }
    share.provenance = read_provenance(context, fields);
    fields.done();
    return share;
}

Step read_step(Context& context, const json::Value& value, const std::string& pointer) {
    Step step;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return step;
    if (const auto* by = fields.need("by")) step.by = read_string(context, *by, fields.at("by"));
    if (const auto* does = fields.need("does")) step.does = read_text(context, *does, fields.at("does"));
    fields.done();
    return step;
}

/// Reads a list, each of its entries by @p read.
template <class T>
std::vector<T> take_list(Context& context, Fields& fields, std::string_view key,
                         T (*read)(Context&, const json::Value&, const std::string&)) {
    std::vector<T> entries;
    const json::Value* list = fields.take(key);
    if (list == nullptr || !expect(context, *list, json::Kind::list, fields.at(key))) return entries;
    if (list->items.empty()) context.report(IssueCode::empty_list, fields.at(key), {key});
    entries.reserve(list->items.size());
    for (std::size_t i = 0; i < list->items.size(); ++i) entries.push_back(read(context, list->items[i], json::child(fields.at(key), i)));
    return entries;
}

Choice<std::string> read_when(Context& context, const json::Value& value, const std::string& pointer) {
    return read_choice<std::string>(context, value, pointer,
                                    [&](const json::Value& text, const std::string& where) -> std::optional<std::string> {
                                        if (!expect(context, text, json::Kind::text, where)) return std::nullopt;
                                        return text.text;
                                    });
}

/// What is given, how much, and how often.
void read_terms(Context& context, Fields& fields, const std::string& pointer, Incentive& incentive) {
    if (const auto* worth = fields.take("worth")) {
        incentive.worth = read_word<Worth>(context, *worth, fields.at("worth"),
                                           {{"money", Worth::money}, {"credit", Worth::credit}, {"relief", Worth::relief}});
    }
    incentive.amount = take_amount(context, fields, pointer);
    incentive.caps = take_list<Cap>(context, fields, "caps", read_cap);
    const bool without_unit = incentive.amount.form == Amount::Form::absent && incentive.caps.empty();
    if (const auto* unit = without_unit ? fields.take("unit") : fields.need("unit")) {
        incentive.unit = read_string(context, *unit, fields.at("unit"));
    } else if (without_unit && incentive.worth == Worth::money) {
        incentive.unit = "元";
    }
    if (const auto* often = fields.take("often")) {
        incentive.often = read_word<Often>(context, *often, fields.at("often"),
                                           {{"each", Often::each}, {"once", Often::once}, {"unsaid", Often::unsaid}});
    }
    if (const auto* unless = fields.take("unless")) incentive.unless = read_strings(context, *unless, fields.at("unless"));
}

Incentive read_incentive(Context& context, const json::Value& value, const std::string& pointer) {
    Incentive incentive;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return incentive;
    incentive.name = need_name(context, fields);
    if (const auto* claim = fields.need("claim")) incentive.claim = read_string(context, *claim, fields.at("claim"));
    if (const auto* payer = fields.take("payer")) incentive.payer = read_string(context, *payer, fields.at("payer"));
    if (const auto* when = fields.take("when")) incentive.when = read_when(context, *when, fields.at("when"));
    incentive.otherwise = take_text(context, fields, "otherwise");
    read_terms(context, fields, pointer, incentive);
    incentive.shares = take_list<Share>(context, fields, "shares", read_share);
    incentive.steps = take_list<Step>(context, fields, "steps", read_step);
    incentive.provenance = read_provenance(context, fields);
    fields.done();
    return incentive;
}

template <class T>
Named<T> take_named(Context& context, Fields& fields, std::string_view key, T (*read)(Context&, const json::Value&, const std::string&)) {
    const json::Value* value = fields.take(key);
    if (value == nullptr) return {};
    if (value->kind == json::Kind::object && value->members.empty()) context.report(IssueCode::empty_list, fields.at(key), {key});
    return read_named<T>(context, *value, fields.at(key),
                         [&](const json::Value& entry, const std::string& where) { return read(context, entry, where); });
}

}  // namespace

void read_incentives(Context& context, Fields& fields) {
    const bool any = fields.has("payers") || fields.has("claims") || fields.has("incentives");
    IncentiveSection section;
    section.payers = take_named<Payer>(context, fields, "payers", read_payer);
    section.claims = take_named<ClaimKind>(context, fields, "claims", read_claim_kind);
    section.incentives = take_named<Incentive>(context, fields, "incentives", read_incentive);
    if (any) context.book.incentives = std::make_shared<const IncentiveSection>(std::move(section));
}

}  // namespace biaochi::detail
