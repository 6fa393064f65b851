/// @file
/// Runs the applications of examples.

#include "example/run_awards.hpp"

#include <utility>

#include "biaochi/incentive/award.hpp"
#include "json/value.hpp"

namespace biaochi::detail {
namespace {

std::string words(const Number& low, const Number* high) {
    if (high == nullptr) return "≥" + low.text();
    return low == *high ? low.text() : low.text() + "–" + high->text();
}

/// What was found and what was expected, one of them with another.
struct Comparison {
    std::vector<Issue>& issues;

    void same(const std::string& what, const std::string& where, const std::string& found, const std::string& expected) {
        if (found != expected) issues.push_back(make_issue(IssueCode::example_differs, where, {what, found, expected}));
    }
    /// @param size  of the unit of what is expected, in that of what was found
    void amount(const std::string& what, const std::string& where, const Sum& found, const Number& size, const ExpectedAward& expected) {
        if (!expected.low) return;
        const Number high = found.high / size;
        same(what, where, words(found.low / size, found.open_above ? nullptr : &high),
             words(*expected.low, expected.high ? &*expected.high : nullptr));
    }
};

const Grant* find_grant(const Ruleset& rules, const Application& application, const Award& award, const std::string& claim,
                        const std::string& incentive) {
    for (const Grant& grant : award.grants) {
        if (application.claims[grant.claim].id == claim && *rules.incentives()->incentives[grant.incentive].id == incentive) return &grant;
    }
    return nullptr;
}

void compare(const Ruleset& rules, const Application& application, const Example& example, const std::string& place,
             std::vector<Issue>& issues) {
    const Award found = award(rules, application);
    Comparison comparison{issues};
    for (const auto& [claim, awards] : example.awards) {
        for (const auto& [id, expected] : awards) {
            const std::string where = json::child(json::child(place + "/expect/awards", claim), id);
            const Grant* grant = find_grant(rules, application, found, claim, id);
            comparison.same(id, where + "/status", grant == nullptr ? "null" : std::string(name(grant->status)), expected.status);
            if (grant == nullptr) continue;
            comparison.amount(id, where + "/amount", grant->amount, rules.incentives()->incentives[grant->incentive].size, expected);
        }
    }
    const auto& payers = rules.rulebook().incentives->payers;
    for (std::size_t i = 0; i < payers.size(); ++i) {
        const ExpectedAward* expected = find(example.totals, payers[i].first);
        if (expected == nullptr) continue;
        comparison.amount(payers[i].first, json::child(place + "/expect/totals", payers[i].first), found.payers[i], Number(1), *expected);
    }
}

}  // namespace

void run_application(const Ruleset& rules, const Example& example, const std::string& place, std::vector<Issue>& issues) {
    if (example.application.empty()) return;
    ReadApplications read = read_applications(rules, example.application);
    const bool readable = !has_errors(read.issues);
    for (Issue& issue : read.issues) {
        issue.where.insert(0, place + "/application");
        issue.line = issue.column = 0;  // they counted in the application's own text
        issues.push_back(std::move(issue));
    }
    if (readable && !read.applications.empty()) compare(rules, read.applications.front(), example, place, issues);
}

}  // namespace biaochi::detail
