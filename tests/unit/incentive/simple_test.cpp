/// @file
/// Conditions that are compiled to tests say the same as the expression they come from, for every claim, known or not.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "incentive/entitlement.hpp"
#include "unit/incentive/support.hpp"

namespace biaochi {
namespace {

using support::application_of;
using support::field;
using support::incentive_members;
using support::rules_of;

struct Case {
    std::string when;
    bool simple = true;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {R"(kind = \"x\")"},
        {R"(\"y\" = kind)"},
        {R"(kind in (\"x\", \"z\"))"},
        {R"(kind in (\"x\"))"},
        {R"(new)"},
        {R"(new = false)"},
        {R"(true = new)"},
        {R"(n = 2)"},
        {R"(n < 2)"},
        {R"(n <= 2)"},
        {R"(n > 2)"},
        {R"(n >= 2)"},
        {R"(2 > n)"},
        {R"(2 >= n)"},
        {R"(2 < n)"},
        {R"(2 <= n)"},
        {R"(kind_place <= 2)"},
        {R"(new and kind = \"x\" and n >= 2)"},
        {R"((kind = \"x\") and (new and n in [1..3]))", false},
        {R"(kind = \"x\" or new)", false},
        {R"(not(new))"},
        {R"(not(new) and kind = \"x\")"},
        {R"(not(kind = \"x\"))", false},
        {R"(not(not(new)))", false},
        {R"(free = \"x\")", false},
        {R"(kind != \"x\")", false},
        {R"(n + 1 >= 3)", false},
        {R"(if new then kind = \"x\" else n > 1)", false},
        {R"(kind = free)", false},
    };
    return all;
}

/// Every claim with each field at each of its values, and without it.
std::vector<std::string> claims() {
    std::vector<std::string> all;
    for (const std::string kind : {"", R"("kind": "x")", R"("kind": "y")", R"("kind": "z")"}) {
        for (const std::string truth : {"", R"("new": true)", R"("new": false)"}) {
            for (const std::string n : {"", R"("n": 1)", R"("n": 2)", R"("n": "2.5")", R"("n": 3)"}) {
                std::string fields;
                for (const std::string& each : {kind, truth, n}) {
                    if (!each.empty()) fields.append(fields.empty() ? "" : ", ").append(each);
                }
                all.push_back(fields);
            }
        }
    }
    return all;
}

TEST(SimpleTests, SayTheSameAsTheirExpressionForEveryClaim) {
    const std::string fields = field("kind", "text", R"(, "values": ["x", "y", "z"], "ordered": "best_first")") + ", " +
                               field("new", "boolean") + ", " + field("n", "number") + ", " + field("free", "text");
    std::vector<std::pair<std::string, std::string>> incentives;
    for (std::size_t i = 0; i < cases().size(); ++i) {
        incentives.emplace_back("i" + std::to_string(i), R"("unit": "元", "fixed": 1, "when": ")" + cases()[i].when + "\"");
    }
    const Ruleset rules = rules_of(incentive_members(fields, incentives));
    const auto& planned = rules.incentives()->incentives;
    for (std::size_t i = 0; i < cases().size(); ++i) EXPECT_EQ(planned.at(i).when.at(0).simple, cases()[i].simple) << cases()[i].when;
    for (const std::string& fields_given : claims()) {
        const Application application = application_of(rules, support::application_text({fields_given}));
        const Claim& claim = application.claims.at(0);
        for (const PlannedIncentive& each : planned) {
            const feel::Value value = feel::evaluate(each.when.at(0).expression, claim.inputs);
            const auto meant = value.kind() != feel::Kind::boolean ? detail::Truth::unknown
                               : value.boolean()                   ? detail::Truth::yes
                                                                   : detail::Truth::no;
            EXPECT_EQ(detail::truth_of(each.when.at(0), claim), meant) << each.when.at(0).expression.text() << " of " << fields_given;
        }
    }
}

}  // namespace
}  // namespace biaochi
