/// @file
/// Whether the condition of an incentive holds for a claim.

#include "incentive/entitlement.hpp"

#include "biaochi/feel/evaluate.hpp"

namespace biaochi::detail {
namespace {

bool compares(const SlotTest& test, const Number& value) noexcept {
    switch (test.sign) {
        case SlotTest::Sign::equal:
            return value == test.than;
        case SlotTest::Sign::less:
            return value < test.than;
        case SlotTest::Sign::less_equal:
            return value <= test.than;
        case SlotTest::Sign::greater:
            return value > test.than;
        case SlotTest::Sign::greater_equal:
            break;
    }
    return value >= test.than;
}

bool holds(const SlotTest& test, const Claim& claim, const feel::Value& value) noexcept {
    if (test.kind == SlotTest::Kind::truth) return value.boolean() == test.wanted;
    if (test.kind == SlotTest::Kind::order) return compares(test, value.number());
    return ((test.words >> claim.words[test.slot]) & 1U) != 0;
}

}  // namespace

Truth hold(const std::vector<SlotTest>& tests, const Claim& claim) noexcept {
    Truth all = Truth::yes;
    for (const SlotTest& test : tests) {
        const feel::Value& value = claim.inputs[test.slot];
        if (value.is_null()) {
            all = Truth::unknown;
        } else if (!holds(test, claim, value)) {
            return Truth::no;
        }
    }
    return all;
}

Truth truth_of(const PlannedWhen& when, const Claim& claim) {
    if (when.simple) return hold(when.tests, claim);
    const feel::Value value = feel::evaluate(when.expression, claim.inputs);
    if (value.kind() != feel::Kind::boolean) return Truth::unknown;
    return value.boolean() ? Truth::yes : Truth::no;
}

Truth entitled(const PlannedIncentive& planned, const Claim& claim) {
    if (planned.when.empty()) return Truth::yes;
    const Truth first = truth_of(planned.when.front(), claim);
    if (planned.when_open == no_index) return first;
    if (!planned.when_agreed) return Truth::unknown;
    for (std::size_t i = 1; i < planned.when.size(); ++i) {
        if (truth_of(planned.when[i], claim) != first) return Truth::unknown;
    }
    return first;
}

}  // namespace biaochi::detail
