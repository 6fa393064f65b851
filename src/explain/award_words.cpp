/// @file
/// Grants in words.

#include "explain/award_words.hpp"

#include "biaochi/core/rounding.hpp"
#include "biaochi/explain/verdict.hpp"
#include "explain/phrases.hpp"
#include "explain/verdict_words.hpp"
#include "incentive/amount.hpp"
#include "incentive/sums.hpp"

namespace biaochi::detail {
namespace {

using Form = Amount::Form;

std::string digits(const Number& value) {
    std::string text = value.text();
    if (text.find('/') == std::string::npos) return text;
    return text + "≈" + fixed_text(value, {2, RoundingMode::half_up});
}

std::string with_unit(const std::string& number, const std::string& unit) {
    return unit.empty() || unit == "1" ? number : number + " " + unit;
}

/// The name of a field of the claim or the applicant.
Text field_name(const ClaimPlan& kind, const std::string& id) {
    for (const PlannedInput& input : kind.inputs) {
        if (input.id == id && !input.place) return name_or(input.source->name, id);
    }
    return same(id);
}

/// A number of the rulebook; one that may be anything is open.
Text number_words(const PlannedNumber& number, const Number& scale, const char* mark = "") {
    if (number.open_above) return {"（未定）", "(an open number)"};
    return same(sum_digits({number.low * scale, number.high * scale, false}) + mark);
}

/// An amount of the rulebook with its unit.
Text amount_words(const PlannedIncentive& planned, const PlannedNumber& number, const MoneyUnit& money) {
    if (number.open_above) return {"（未定）", "(an open amount)"};
    return same(sum_words(planned, sum_of(number), money));
}

const PlannedNumber& number_of(const PlannedIncentive& planned, const Grant& grant) {
    return planned.numbers.rows[grant.row == no_part ? 0 : grant.row];
}

Text base_words(const GrantScene& scene, const Grant& grant) {
    const PlannedIncentive& planned = scene.planned(grant);
    const feel::Value base = base_of(planned, scene.claim(grant));
    if (base.is_null()) return same(planned.source->amount.base);
    const bool of_money = planned.base->type().unit.has_value();
    return same(of_money ? sum_words(planned, exactly(base.number()), scene.money) : digits(base.number()));
}

Text tiers_words(const GrantScene& scene, const Grant& grant) {
    const PlannedIncentive& planned = scene.planned(grant);
    std::vector<Text> parts;
    for (std::size_t i = 0; i < planned.tiers.size() && (grant.tier == no_part || i <= grant.tier); ++i) {
        const PlannedTier& tier = planned.tiers[i];
        const Text from = same(sum_words(planned, exactly(tier.from), scene.money));
        const Text percent = number_words(tier.share, Number(100), "%");
        if (tier.to) {
            parts.push_back(fill("{0} 至 {1} 的部分 {2}", "{2} of the part from {0} to {1}",
                                 {from, same(sum_words(planned, exactly(*tier.to), scene.money)), percent}));
        } else {
            parts.push_back(fill("{0} 以上的部分 {1}", "{1} of the part above {0}", {from, percent}));
        }
    }
    return fill("{0}，{1}", "of {0}: {1}", {base_words(scene, grant), joined(parts)});
}

Text absent_words(const std::string& what) {
    if (what == "rate") return {"比例", "the rate"};
    if (what == "base") return {"计算基数", "the base"};
    return {"金额", "the amount"};
}

/// What the form of the amount says.
Text form_words(const GrantScene& scene, const Grant& grant) {
    const PlannedIncentive& planned = scene.planned(grant);
    switch (planned.source->amount.form) {
        case Form::fixed:
            return fill("定额 {0}", "a fixed {0}", {amount_words(planned, number_of(planned, grant), scene.money)});
        case Form::rate:
            return fill("{0} 的 {1}", "{1} of {0}", {base_words(scene, grant), number_words(number_of(planned, grant), Number(100), "%")});
        case Form::times: {
            const bool of_money = planned.base->type().unit.has_value();
            const PlannedNumber& number = number_of(planned, grant);
            const Text each = of_money ? number_words(number, Number(1)) : amount_words(planned, number, scene.money);
            return fill("{0} × {1}", "{0} × {1}", {base_words(scene, grant), each});
        }
        case Form::tiers:
            return tiers_words(scene, grant);
        case Form::absent:
            break;
    }
    std::vector<Text> parts;
    for (const std::string& each : planned.source->amount.absent) parts.push_back(absent_words(each));
    return fill("原文没有给出：{0}", "the text does not give: {0}", {joined(parts)});
}

/// What a number was looked up by.
Text with_row(const GrantScene& scene, const Grant& grant, Text words) {
    const Lookup& lookup = scene.planned(grant).source->amount.numbers;
    if (lookup.by.empty()) return words;
    const Text field = field_name(scene.kind(grant), lookup.by);
    if (grant.row == no_part) return fill("随“{0}”而定", "it goes by “{0}”", {field});
    return fill("{0}为“{1}”：{2}", "{0} is “{1}”: {2}", {field, same(lookup.rows[grant.row].first), words});
}

Text with_cap(const GrantScene& scene, const Grant& grant, const Text& words) {
    if (grant.cap == no_part) return words;
    const PlannedIncentive& planned = scene.planned(grant);
    const Cap::Per per = planned.source->caps[grant.cap].per;
    const Text limit = amount_words(planned, planned.caps[grant.cap], scene.money);
    const Text before = same(sum_words(planned, grant.before, scene.money));
    Text all = fill("{0}；封顶前 {1}，{2}最多 {3}", "{0}; {1} before the cap of {3} {2}", {words, before, per_words(per), limit});
    if (per != Cap::Per::claim) all = fill("{0}，含此前已得的", "{0}, with what was had before", {all});
    return all;
}

}  // namespace

std::string sum_digits(const Sum& sum) {
    if (sum.open_above) return "≥" + digits(sum.low);
    return sum.low == sum.high ? digits(sum.low) : digits(sum.low) + "–" + digits(sum.high);
}

Sum in_unit_shown(const PlannedIncentive& planned, const Sum& sum, const MoneyUnit& money) {
    if (planned.unit != "元") return sum;
    return {sum.low / money.size, sum.high / money.size, sum.open_above};
}

std::string money_words(const Sum& sum, const MoneyUnit& money) {
    return with_unit(sum_digits({sum.low / money.size, sum.high / money.size, sum.open_above}), money.name);
}

std::string sum_words(const PlannedIncentive& planned, const Sum& sum, const MoneyUnit& money) {
    return planned.unit == "元" ? money_words(sum, money) : with_unit(sum_digits(sum), planned.unit);
}

Text name_or(const Text& name, const std::string& id) { return name.empty() ? same(id) : name; }

Text status_words(GrantStatus status) {
    if (status == GrantStatus::awarded) return {"给予", "given"};
    if (status == GrantStatus::refused) return {"不予", "not given"};
    return {"尚不能确定", "undetermined"};
}

Text per_words(Cap::Per per) {
    if (per == Cap::Per::claim) return {"每项", "for each claim"};
    if (per == Cap::Per::applicant) return {"每个申请人", "for each applicant"};
    return {"每个申请人每年", "for each applicant a year"};
}

Text working_words(const GrantScene& scene, const Grant& grant) {
    const Amount& amount = scene.planned(grant).source->amount;
    Text words = with_row(scene, grant, form_words(scene, grant));
    if (amount.or_more) words = fill("{0}，不低于此数", "{0} or more", {words});
    if (amount.round) {
        words = fill("{0}，取 {1} 位小数", "{0}, rounded to {1} places", {words, same(std::to_string(amount.round->places))});
    }
    return with_cap(scene, grant, words);
}

Text refusal_words(const GrantScene& scene, const Grant& grant) {
    const PlannedIncentive& planned = scene.planned(grant);
    const auto& incentives = scene.rules.incentives()->incentives;
    switch (grant.refusal) {
        case GrantRefusal::condition:
            return planned.source->otherwise.empty() ? Text{"不符合给予的条件", "its condition does not hold"} : planned.source->otherwise;
        case GrantRefusal::not_in_table:
            return fill("“{0}”不在所列各档之内", "“{0}” is not one of those listed",
                        {field_name(scene.kind(grant), planned.source->amount.numbers.by)});
        case GrantRefusal::nothing:
            return fill("计算结果为零：{0}", "it comes to nothing: {0}", {form_words(scene, grant)});
        case GrantRefusal::goes_before:
            return fill("已给予“{0}”，二者不重复", "“{0}” is given, which excludes it",
                        {name_or(incentives[grant.other_incentive].source->name, *incentives[grant.other_incentive].id)});
        case GrantRefusal::had_before:
            return {"只给一次，此前已得", "it is given once, and was had before"};
        case GrantRefusal::had_now:
            return fill("只给一次，已给予事项“{0}”", "it is given once, and goes to the claim “{0}”",
                        {same(scene.application.claims[grant.other_claim].id)});
        case GrantRefusal::cap_used_up:
            return fill("最多 {0}（{1}），已用完", "nothing is left under the cap of {0} {1}",
                        {amount_words(planned, planned.caps[grant.cap], scene.money), per_words(planned.source->caps[grant.cap].per)});
        case GrantRefusal::none:
            break;
    }
    return {};
}

Text need_words(const GrantScene& scene, const Grant& grant, const GrantNeed& need) {
    using Kind = GrantNeed::Kind;
    switch (need.kind) {
        case Kind::field:
            return field_name(scene.kind(grant), need.id);
        case Kind::open_point:
            return missing_text(scene.rules, {{}, need.open, {}});
        case Kind::text:
            return fill("原文没有给出的{0}", "{0}, which the text does not give", {absent_words(need.id)});
        case Kind::incentive: {
            const Incentive* other = find(scene.rules.rulebook().incentives->incentives, need.id);
            return fill("“{0}”是否给予", "whether “{0}” is given", {name_or(other->name, need.id)});
        }
        case Kind::claim:
            return fill("前面事项“{0}”的结果", "what comes of the earlier claim “{0}”", {same(need.id)});
        case Kind::received:
            return {"此前所得的金额和年份", "the amounts and years of what was had before"};
        case Kind::other:
            break;
    }
    return fill("表达式有值（现为 {0}）", "a value of the expression (now {0})", {same(need.id)});
}

Text share_words(const GrantScene& scene, const Grant& grant, std::size_t share) {
    const PlannedIncentive& planned = scene.planned(grant);
    const Share& source = planned.source->shares[share];
    const Text percent = number_words(planned.shares[share], Number(100), "%");
    const Text part = same(sum_words(planned, share_of(planned, share, grant.amount), scene.money));
    if (source.bound == Bound::at_most)
        return fill("其中给{0}：不超过 {1}，即 {2}", "of it to {0}: at most {1}, {2}", {source.to, percent, part});
    if (source.bound == Bound::at_least)
        return fill("其中给{0}：不低于 {1}，即 {2}", "of it to {0}: at least {1}, {2}", {source.to, percent, part});
    return fill("其中给{0}：{1}，即 {2}", "of it to {0}: {1}, {2}", {source.to, percent, part});
}

}  // namespace biaochi::detail
