/// @file
/// Awards in words: a page for each applicant.

#include "explain/award_text.hpp"

#include "explain/phrases.hpp"
#include "explain/verdict_words.hpp"

namespace biaochi::detail {
namespace {

/// A page under way.
struct Page {
    const GrantScene& scene;
    Language language;
    std::string out;

    void line(std::size_t depth, const Text& words) { out.append(2 * depth, ' ').append(words.in(language)).append("\n"); }
    void head();
    void claim(const Claim& claim);
    void grant(const Grant& grant);
    void reasons(const Grant& grant);
    void afterwards(const Grant& grant);
    void totals();
};

void Page::head() {
    const Application& application = scene.application;
    Text who = same(application.applicant);
    if (!application.label.empty()) who = fill("{0}（{1}）", "{0} ({1})", {who, same(application.label)});
    line(0, fill("{0}，{1}", "{0}, {1}", {who, same(date_text(application.on))}));
}

void Page::claim(const Claim& claim) {
    const ClaimPlan& kind = scene.rules.incentives()->claims[claim.kind];
    line(1, fill("{0} {1}（{2} 年）", "{0} {1} ({2})",
                 {same(claim.id), name_or(kind.source->name, *kind.id), same(std::to_string(claim.year))}));
}

void Page::reasons(const Grant& grant) {
    if (grant.status == GrantStatus::refused) {
        line(3, refusal_words(scene, grant));
        if (grant.refusal != GrantRefusal::condition) return;
        for (const PlannedWhen& when : scene.planned(grant).when) {
            const Judgement judged = judge(scene.rules, when.expression, scene.claim(grant).inputs);
            for (const Finding& finding : findings_of(judged.grounds)) {
                if (finding.held == Answer::not_met) line(4, finding_words(scene.rules.rulebook(), finding));
            }
        }
        return;
    }
    line(3, working_words(scene, grant));
    if (grant.status != GrantStatus::undetermined) return;
    std::vector<Text> needs;
    for (const GrantNeed& need : needs_of(scene.rules, scene.application, scene.award, grant))
        needs.push_back(need_words(scene, grant, need));
    line(3, fill("尚需：{0}", "still needed: {0}", {joined(needs)}));
}

/// Who pays, who gets a part, which steps follow.
void Page::afterwards(const Grant& grant) {
    const Incentive& incentive = *scene.planned(grant).source;
    if (incentive.provenance.cite) line(3, fill("依据：{0}", "by {0}", {same(incentive.provenance.cite->clause)}));
    if (grant.status == GrantStatus::refused) return;
    if (incentive.often == Often::unsaid) {
        line(3,
             {"原文没有说明是否只给一次；此处每项都给", "the text does not say whether it is given once; here it is given for each claim"});
    }
    const Payer* payer = find(scene.rules.rulebook().incentives->payers, incentive.payer);
    if (payer != nullptr) line(3, fill("由{0}支付", "paid by {0}", {name_or(payer->name, incentive.payer)}));
    for (std::size_t i = 0; i < incentive.shares.size(); ++i) line(3, share_words(scene, grant, i));
    for (const Step& step : incentive.steps) line(3, fill("程序：{0}{1}", "step: {0} {1}", {same(step.by), step.does}));
}

/// What is not paid out is said not to be.
Text worth_words(Worth worth) {
    if (worth == Worth::money) return {};
    if (worth == Worth::credit) return {"计作额度，不支付", "counts as a credit, and is not paid"};
    return {"是减免，不支付", "is a relief, and is not paid"};
}

void Page::grant(const Grant& grant) {
    const PlannedIncentive& planned = scene.planned(grant);
    const Text name = name_or(planned.source->name, *planned.id);
    const Text amount = same(sum_words(planned, grant.amount, scene.money));
    if (grant.status == GrantStatus::refused) {
        line(2, fill("{0}：{1}", "{0}: {1}", {name, status_words(grant.status)}));
    } else {
        line(2, fill("{0}：{1} {2}", "{0}: {1}, {2}", {name, status_words(grant.status), amount}));
    }
    const Text worth = worth_words(planned.source->worth);
    if (grant.status != GrantStatus::refused && !worth.empty()) line(3, worth);
    reasons(grant);
    afterwards(grant);
}

void Page::totals() {
    const Award& award = scene.award;
    const IncentiveSection& section = *scene.rules.rulebook().incentives;
    line(1, fill("资金合计：{0}", "money in all: {0}", {same(money_words(award.total, scene.money))}));
    for (std::size_t i = 0; i < award.payers.size(); ++i) {
        if (award.payers[i] == Sum()) continue;
        const Text who = i < section.payers.size() ? name_or(section.payers[i].second.name, section.payers[i].first)
                                                   : Text{"原文没有说明由谁支付", "the text does not say who pays"};
        line(2, fill("{0}：{1}", "{0}: {1}", {who, same(money_words(award.payers[i], scene.money))}));
    }
}

}  // namespace

std::string award_text(const GrantScene& scene, Language language) {
    Page page{scene, language, {}};
    page.head();
    auto grant = scene.award.grants.begin();
    for (std::size_t i = 0; i < scene.application.claims.size(); ++i) {
        page.claim(scene.application.claims[i]);
        for (; grant != scene.award.grants.end() && grant->claim == i; ++grant) page.grant(*grant);
    }
    page.totals();
    return std::move(page.out);
}

}  // namespace biaochi::detail
