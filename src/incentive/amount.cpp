/// @file
/// What an incentive comes to for a claim, before caps.

#include "incentive/amount.hpp"

#include <utility>

#include "biaochi/core/rounding.hpp"
#include "biaochi/feel/evaluate.hpp"
#include "incentive/sums.hpp"

namespace biaochi::detail {
namespace {

using Form = Amount::Form;

/// The row of a word that the field does not list.
std::uint32_t row_of_text(const PlannedIncentive& planned, const std::string& text) {
    const auto& rows = planned.source->amount.numbers.rows;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].first == text) return static_cast<std::uint32_t>(row);
    }
    return no_row;
}

std::uint32_t row_of_whole(const PlannedLookup& lookup, const Number& value) {
    if (!value.is_small() || !value.is_whole()) return no_row;
    for (const auto& [whole, row] : lookup.by_whole) {
        if (whole == value.small_numerator()) return row;
    }
    return no_row;
}

/// @pre the value is there
std::uint32_t find_row(const PlannedIncentive& planned, const Claim& claim) {
    const PlannedLookup& lookup = planned.numbers;
    const feel::Value& value = claim.inputs[lookup.slot];
    if (value.kind() == feel::Kind::number) return row_of_whole(lookup, value.number());
    const WordIndex word = claim.words[lookup.slot];
    return word < lookup.by_word.size() ? lookup.by_word[word] : row_of_text(planned, value.text());
}

/// Any of the rows, or none.
Sum any_row(const PlannedLookup& lookup) {
    Sum all;
    for (const PlannedNumber& row : lookup.rows) {
        all.open_above = all.open_above || row.open_above;
        all.high = max(all.high, row.high);
    }
    return all;
}

/// The number that is looked up.
Sum look_up(const PlannedIncentive& planned, const Claim& claim, Worked& worked) {
    const PlannedLookup& lookup = planned.numbers;
    if (lookup.slot != no_index) {
        if (claim.inputs[lookup.slot].is_null()) {
            worked.lacks |= lacks::row;
            return any_row(lookup);
        }
        worked.row = find_row(planned, claim);
        worked.in_table = worked.row != no_row;
        if (!worked.in_table) return {};
    }
    const PlannedNumber& number = lookup.rows[lookup.slot == no_index ? 0 : worked.row];
    if (!number.known()) worked.lacks |= lacks::number;
    return sum_of(number);
}

/// What the tiers give for a base.
Sum tiers_of(const PlannedIncentive& planned, const Number& base, Worked& worked) {
    Sum sum;
    for (std::size_t i = 0; i < planned.tiers.size() && base > planned.tiers[i].from; ++i) {
        const PlannedTier& tier = planned.tiers[i];
        const Number within = (tier.to ? min(base, *tier.to) : base) - tier.from;
        if (!tier.share.known()) worked.lacks |= lacks::number;
        add(sum, product(exactly(within), sum_of(tier.share)));
        worked.tier = static_cast<std::uint32_t>(i);
    }
    return sum;
}

/// What the tiers may give for a base that is not known.
Sum any_tier(const PlannedIncentive& planned) {
    const auto& end = planned.tiers.back().to;
    Worked unused;
    Sum most = end ? tiers_of(planned, *end, unused) : anything();
    most.low = Number();
    return most;
}

void work_from_base(const PlannedIncentive& planned, const Claim& claim, Worked& worked) {
    const bool by_tiers = planned.source->amount.form == Form::tiers;
    const Sum number = by_tiers ? Sum() : look_up(planned, claim, worked);
    if (!worked.in_table) return;
    const feel::Value base = base_of(planned, claim);
    if (base.is_null()) {
        worked.lacks |= lacks::base;
        worked.sum = by_tiers ? any_tier(planned) : product(number, anything());
    } else if (base.number().sign() > 0) {
        worked.sum = by_tiers ? tiers_of(planned, base.number(), worked) : product(number, exactly(base.number()));
    }
}

/// Rounds as the rule asks, in the incentive's own unit.
void round_off(const PlannedIncentive& planned, Sum& sum) {
    const auto& rule = planned.source->amount.round;
    if (!rule) return;
    sum.low = round(sum.low / planned.size, *rule) * planned.size;
    if (!sum.open_above) sum.high = round(sum.high / planned.size, *rule) * planned.size;
}

}  // namespace

feel::Value base_of(const PlannedIncentive& planned, const Claim& claim) {
    if (planned.base_slot == no_index) {
        feel::Value value = feel::evaluate(*planned.base, claim.inputs);
        return value.kind() == feel::Kind::number ? value : feel::make_null(value.is_null() ? value.null().cause : feel::Cause::type_error);
    }
    const feel::Value& value = claim.inputs[planned.base_slot];
    return value.is_null() ? value : feel::make_number(value.number() * planned.base_factor);
}

Worked work_out(const PlannedIncentive& planned, const Claim& claim) {
    Worked worked;
    const Form form = planned.source->amount.form;
    if (form == Form::absent) {
        worked.sum = anything();
        worked.lacks = lacks::text;
        return worked;
    }
    if (form == Form::fixed) {
        worked.sum = look_up(planned, claim, worked);
    } else {
        work_from_base(planned, claim, worked);
    }
    round_off(planned, worked.sum);
    if (planned.source->amount.or_more && !is_nothing(worked.sum)) worked.sum.open_above = true;
    return worked;
}

}  // namespace biaochi::detail
