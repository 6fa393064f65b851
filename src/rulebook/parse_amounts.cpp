/// @file
/// Reading what an incentive comes to.

#include <array>

#include "rulebook/amounts.hpp"

namespace biaochi::detail {
namespace {

using Form = Amount::Form;

constexpr std::array forms{Form::fixed, Form::rate, Form::times, Form::tiers, Form::absent};

Lookup read_lookup(Context& context, const json::Value& value, const std::string& pointer) {
    Lookup lookup;
    if (value.kind != json::Kind::object || value.find("by") == nullptr) {
        lookup.rows.emplace_back(std::string(), read_number_choice(context, value, pointer));
        return lookup;
    }
    Fields fields(context, value, pointer);
    lookup.by = read_string(context, *fields.take("by"), fields.at("by"));
    if (const auto* of = fields.need("of"); of != nullptr && expect(context, *of, json::Kind::object, fields.at("of"))) {
        if (of->members.empty()) context.report(IssueCode::empty_list, fields.at("of"), {"of"});
        for (const json::Member& row : of->members) {
            lookup.rows.emplace_back(row.first, read_number_choice(context, row.second, json::child(fields.at("of"), row.first)));
        }
    }
    fields.done();
    return lookup;
}

Tier read_tier(Context& context, const json::Value& value, const std::string& pointer) {
    Tier tier;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return tier;
    if (const auto* from = fields.need("from")) tier.from = read_number(context, *from, fields.at("from")).value_or(Number());
    if (const auto* to = fields.take("to")) tier.to = read_number(context, *to, fields.at("to"));
    if (const auto* percent = fields.need("percent")) tier.percent = read_number_choice(context, *percent, fields.at("percent"));
    tier.provenance = read_provenance(context, fields);
    fields.done();
    return tier;
}

std::vector<Tier> read_tiers(Context& context, const json::Value& value, const std::string& pointer) {
    std::vector<Tier> tiers;
    if (!expect(context, value, json::Kind::list, pointer)) return tiers;
    if (value.items.empty()) context.report(IssueCode::empty_list, pointer, {"tiers"});
    for (std::size_t i = 0; i < value.items.size(); ++i) tiers.push_back(read_tier(context, value.items[i], json::child(pointer, i)));
    return tiers;
}

std::vector<std::string> read_absent(Context& context, const json::Value& value, const std::string& pointer) {
    std::vector<std::string> absent;
    if (!expect(context, value, json::Kind::list, pointer)) return absent;
    if (value.items.empty()) context.report(IssueCode::empty_list, pointer, {"absent"});
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        absent.push_back(read_word<std::string>(context, value.items[i], json::child(pointer, i),
                                                {{"amount", "amount"}, {"rate", "rate"}, {"base", "base"}}));
    }
    return absent;
}

void read_form(Context& context, const json::Value& value, const std::string& pointer, Amount& amount) {
    if (amount.form == Form::tiers) {
        amount.tiers = read_tiers(context, value, pointer);
    } else if (amount.form == Form::absent) {
        amount.absent = read_absent(context, value, pointer);
    } else {
        amount.numbers = read_lookup(context, value, pointer);
    }
}

/// Takes the one key that says how the amount is found. @return whether there is exactly one
bool take_form(Context& context, Fields& fields, const std::string& pointer, Amount& amount) {
    std::vector<std::string> known;
    std::vector<std::string> found;
    const json::Value* value = nullptr;
    for (const Form form : forms) {
        known.emplace_back(name(form));
        const json::Value* given = fields.take(name(form));
        if (given == nullptr) continue;
        found.push_back(known.back());
        amount.form = form;
        value = given;
    }
    if (found.empty()) context.report(IssueCode::no_form, pointer, {joined(known)});
    if (found.size() > 1) context.report(IssueCode::several_forms, pointer, {joined(found)});
    if (found.size() == 1) read_form(context, *value, fields.at(found.front()), amount);
    return found.size() == 1;
}

}  // namespace

std::string_view name(Form form) noexcept {
    constexpr std::array<std::string_view, 5> names{"fixed", "rate", "times", "tiers", "absent"};
    return names[static_cast<std::size_t>(form)];
}

std::string_view name(Cap::Per per) noexcept {
    constexpr std::array<std::string_view, 3> names{"claim", "applicant", "applicant_year"};
    return names[static_cast<std::size_t>(per)];
}

bool has_base(Form form) noexcept { return form == Form::rate || form == Form::times || form == Form::tiers; }

Choice<Number> read_number_choice(Context& context, const json::Value& value, const std::string& pointer) {
    return read_choice<Number>(context, value, pointer,
                               [&](const json::Value& number, const std::string& where) { return read_number(context, number, where); });
}

Amount take_amount(Context& context, Fields& fields, const std::string& pointer) {
    Amount amount;
    const bool one_form = take_form(context, fields, pointer, amount);
    const json::Value* of = one_form && has_base(amount.form) ? fields.need("of") : nullptr;
    if (!one_form) fields.take("of");
    if (of != nullptr) amount.base = read_string(context, *of, fields.at("of"));
    if (const auto* more = fields.take("or_more")) amount.or_more = read_bool(context, *more, fields.at("or_more"));
    if (const auto* round = fields.take("round")) amount.round = read_rounding(context, *round, fields.at("round"));
    return amount;
}

}  // namespace biaochi::detail
