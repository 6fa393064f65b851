/// @file
/// Checks of what incentives come to.

#include "rulebook/incentive_checks.hpp"

#include <algorithm>

#include "rulebook/amounts.hpp"

namespace biaochi::detail {
namespace {

const Number hundred(100);

/// Checks every reading of a number. @param most  none: no upper end
void check_number(Context& context, const Choice<Number>& number, const std::string& pointer, const Number* most = nullptr) {
    for (const auto& [reading, value] : number.by) {
        const std::string where = number.stated() ? pointer : json::child(pointer + "/readings", reading);
        if (value.sign() < 0) context.report(IssueCode::below_min, where, {value.text(), "0"});
        if (most != nullptr && value > *most) context.report(IssueCode::above_max, where, {value.text(), most->text()});
    }
}

void check_numbers(Context& context, const Amount& amount, const std::string& pointer) {
    const std::string where = json::child(pointer, name(amount.form));
    for (const auto& [word, number] : amount.numbers.rows) {
        check_number(context, number, amount.numbers.by.empty() ? where : json::child(where + "/of", word));
    }
}

/// Two neighbours: the second begins where the first ends.
void check_joint(Context& context, const Tier& tier, const Tier& next, const std::string& pointer) {
    if (!tier.to || next.from < *tier.to) {
        context.report(IssueCode::tier_overlap, pointer + "/from", {next.from.text(), tier.to ? tier.to->text() : "∞"});
    } else if (next.from > *tier.to) {
        context.report(IssueCode::tier_gap, pointer + "/from", {tier.to->text(), next.from.text()});
    }
}

void check_tiers(Context& context, const std::vector<Tier>& tiers, const std::string& pointer) {
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        const std::string where = json::child(pointer, i);
        const Tier& tier = tiers[i];
        if (tier.from.sign() < 0) context.report(IssueCode::below_min, where + "/from", {tier.from.text(), "0"});
        if (tier.to && *tier.to <= tier.from) context.report(IssueCode::range_reversed, where, {tier.from.text(), tier.to->text()});
        check_number(context, tier.percent, where + "/percent");
        if (i > 0) check_joint(context, tiers[i - 1], tier, where);
    }
}

}  // namespace

bool is_whole_key(std::string_view text) noexcept {
    const bool digits =
        !text.empty() && text.size() <= 18 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && (text.size() == 1 || text.front() != '0');
}

void check_amounts(Context& context, const Incentive& incentive, const std::string& pointer) {
    check_numbers(context, incentive.amount, pointer);
    check_tiers(context, incentive.amount.tiers, pointer + "/tiers");
    for (std::size_t i = 0; i < incentive.caps.size(); ++i) {
        check_number(context, incentive.caps[i].amount, json::child(pointer + "/caps", i) + "/amount");
    }
    for (std::size_t i = 0; i < incentive.shares.size(); ++i) {
        check_number(context, incentive.shares[i].percent, json::child(pointer + "/shares", i) + "/percent", &hundred);
    }
}

void check_lookup(Context& context, const Amount& amount, const ClaimKind& kind, const std::string& pointer) {
    const std::string& by = amount.numbers.by;
    if (by.empty()) return;
    const std::string where = json::child(pointer, name(amount.form));
    const SubjectField* field = find(kind.fields, by);
    if (field == nullptr) {
        context.report(IssueCode::unknown_field, where + "/by", {by, nearest_or_all(by, names_of(kind.fields))});
        return;
    }
    if (field->type != FieldType::text && field->type != FieldType::number) {
        context.report(IssueCode::bad_value, where + "/by", {by, "text, number"});
        return;
    }
    for (const auto& [word, number] : amount.numbers.rows) {
        const std::string row = json::child(where + "/of", word);
        if (field->type == FieldType::number) {
            if (!is_whole_key(word)) context.report(IssueCode::bad_value, row, {word, "0, 1, 2, …"});
        } else if (!field->values.empty() && std::find(field->values.begin(), field->values.end(), word) == field->values.end()) {
            context.report(IssueCode::bad_value, row, {word, joined(field->values)});
        }
    }
}

}  // namespace biaochi::detail
