/// @file
/// What a careful reader would ask about incentives.

#include "biaochi/rulebook/incentive_section.hpp"
#include "json/value.hpp"
#include "rulebook/lint.hpp"
#include "rulebook/reader.hpp"

namespace biaochi::detail {
namespace {

void expect_cited(const Provenance& provenance, const std::string& id, const std::string& where, std::vector<Issue>& issues) {
    if (!provenance.cite) issues.push_back(make_issue(IssueCode::no_citation, where, {id}));
    lint_misprints(provenance.misprints, where, issues);
}

template <class Rows>
void lint_rows(const Rows& rows, const std::string& list, std::vector<Issue>& issues) {
    for (std::size_t i = 0; i < rows.size(); ++i) lint_misprints(rows[i].provenance.misprints, json::child(list, i), issues);
}

void lint_incentive(const std::string& id, const Incentive& incentive, const std::string& where, std::vector<Issue>& issues) {
    expect_cited(incentive.provenance, id, where, issues);
    const Amount& amount = incentive.amount;
    if (amount.form == Amount::Form::absent) {
        issues.push_back(make_issue(IssueCode::amount_not_stated, where + "/absent", {id, joined(amount.absent)}));
    }
    lint_rows(amount.tiers, where + "/tiers", issues);
    lint_rows(incentive.caps, where + "/caps", issues);
    lint_rows(incentive.shares, where + "/shares", issues);
}

}  // namespace

void lint_incentives(const Rulebook& book, std::vector<Issue>& issues) {
    if (!book.incentives) return;
    for (const auto& [id, payer] : book.incentives->payers) {
        lint_misprints(payer.provenance.misprints, json::child("/payers", id), issues);
    }
    for (const auto& [id, kind] : book.incentives->claims) {
        const std::string where = json::child("/claims", id);
        lint_misprints(kind.provenance.misprints, where, issues);
        for (const auto& [field, what] : kind.fields)
            lint_misprints(what.provenance.misprints, json::child(where + "/fields", field), issues);
    }
    for (const auto& [id, incentive] : book.incentives->incentives) {
        lint_incentive(id, incentive, json::child("/incentives", id), issues);
    }
}

}  // namespace biaochi::detail
