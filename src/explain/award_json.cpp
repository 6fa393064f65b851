/// @file
/// Awards as data: both languages, exact amounts in 元, and as they are shown.

#include "explain/award_json.hpp"

#include "biaochi/condition/check.hpp"
#include "biaochi/condition/finding.hpp"
#include "explain/verdict_json.hpp"
#include "rulebook/amounts.hpp"

namespace biaochi::detail {
namespace {

using json::Writer;

constexpr std::string_view worth_name(Worth worth) noexcept {
    if (worth == Worth::money) return "money";
    return worth == Worth::credit ? "credit" : "relief";
}

constexpr std::string_view need_name(GrantNeed::Kind kind) noexcept {
    constexpr std::string_view names[] = {"field", "reading", "text", "incentive", "claim", "received", "cause"};
    return names[static_cast<std::size_t>(kind)];
}

void write_sum(Writer& out, std::string_view key, const Sum& sum, const std::string& shown) {
    out.key(key).begin_object();
    out.key("low").text(sum.low.text());
    if (sum.open_above) {
        out.key("high").null();
    } else {
        out.key("high").text(sum.high.text());
    }
    out.key("shown").text(shown);
    out.end_object();
}

void write_cap(Writer& out, const GrantScene& scene, const Grant& grant) {
    const PlannedIncentive& planned = scene.planned(grant);
    const Cap& cap = planned.source->caps[grant.cap];
    const PlannedNumber& limit = planned.caps[grant.cap];
    const Sum sum{limit.low, limit.high, limit.open_above};
    out.key("cap").begin_object();
    out.key("per").text(name(cap.per));
    write_sum(out, "amount", sum, sum_words(planned, sum, scene.money));
    write_cite(out, cap.provenance);
    out.end_object();
    write_sum(out, "before_caps", grant.before, sum_words(planned, grant.before, scene.money));
}

/// Who pays, by id and name; nothing where the text does not say.
void write_payer(Writer& out, const GrantScene& scene, const std::string& id) {
    if (id.empty()) return;
    out.key("payer").text(id);
    const Payer* payer = find(scene.rules.rulebook().incentives->payers, id);
    if (payer != nullptr) write_text(out, "payer_name", payer->name);
}

/// What the condition turned on, where it is why there is no grant, or not yet.
void write_findings(Writer& out, const GrantScene& scene, const Grant& grant) {
    const bool turned_on_it = grant.refusal == GrantRefusal::condition || (grant.lacks & lacks::condition) != 0;
    if (!turned_on_it) return;
    out.key("findings").begin_list();
    for (const PlannedWhen& when : scene.planned(grant).when) {
        const Judgement judged = judge(scene.rules, when.expression, scene.claim(grant).inputs);
        for (const Finding& finding : findings_of(judged.grounds)) write_finding(out, finding);
    }
    out.end_list();
}

void write_needs(Writer& out, const GrantScene& scene, const Grant& grant) {
    out.key("needs").begin_list();
    for (const GrantNeed& need : needs_of(scene.rules, scene.application, scene.award, grant)) {
        out.begin_object();
        out.key(need_name(need.kind)).text(need.id);
        write_text(out, "says", need_words(scene, grant, need));
        out.end_object();
    }
    out.end_list();
}

void write_shares(Writer& out, const GrantScene& scene, const Grant& grant) {
    const PlannedIncentive& planned = scene.planned(grant);
    if (planned.source->shares.empty() || grant.status == GrantStatus::refused) return;
    out.key("shares").begin_list();
    for (std::size_t i = 0; i < planned.source->shares.size(); ++i) {
        const Share& share = planned.source->shares[i];
        const Sum part = share_of(planned, i, grant.amount);
        out.begin_object();
        write_text(out, "to", share.to);
        out.key("bound").text(name(share.bound));
        write_sum(out, "amount", part, sum_words(planned, part, scene.money));
        write_text(out, "says", share_words(scene, grant, i));
        write_cite(out, share.provenance);
        out.end_object();
    }
    out.end_list();
}

void write_steps(Writer& out, const Incentive& incentive) {
    if (incentive.steps.empty()) return;
    out.key("steps").begin_list();
    for (const Step& step : incentive.steps) {
        out.begin_object();
        out.key("by").text(step.by);
        write_text(out, "does", step.does);
        out.end_object();
    }
    out.end_list();
}

/// How the answer was found: the row, tier and other grant it rests on.
void write_evidence(Writer& out, const GrantScene& scene, const Grant& grant) {
    const PlannedIncentive& planned = scene.planned(grant);
    if (grant.refusal != GrantRefusal::none) out.key("refusal").text(name(grant.refusal));
    write_text(out, "says", grant.status == GrantStatus::refused ? refusal_words(scene, grant) : working_words(scene, grant));
    if (grant.row != no_part) out.key("row").text(planned.source->amount.numbers.rows[grant.row].first);
    if (grant.tier != no_part) out.key("tier").whole(grant.tier);
    if (grant.cap != no_part) write_cap(out, scene, grant);
    if (grant.other_incentive != no_part) out.key("other_incentive").text(*scene.rules.incentives()->incentives[grant.other_incentive].id);
    if (grant.other_claim != no_part) out.key("other_claim").text(scene.application.claims[grant.other_claim].id);
    if (planned.source->often == Often::unsaid) out.key("often").text("unsaid");
    write_findings(out, scene, grant);
    write_needs(out, scene, grant);
}

void write_grant(Writer& out, const GrantScene& scene, const Grant& grant) {
    const PlannedIncentive& planned = scene.planned(grant);
    out.begin_object();
    out.key("incentive").text(*planned.id);
    write_text(out, "name", planned.source->name);
    out.key("status").text(name(grant.status));
    out.key("worth").text(worth_name(planned.source->worth));
    out.key("unit").text(planned.unit);
    write_sum(out, "amount", grant.amount, sum_words(planned, grant.amount, scene.money));
    write_payer(out, scene, planned.source->payer);
    write_evidence(out, scene, grant);
    write_shares(out, scene, grant);
    write_steps(out, *planned.source);
    write_cite(out, planned.source->provenance);
    out.end_object();
}

void write_totals(Writer& out, const GrantScene& scene) {
    const Award& award = scene.award;
    const IncentiveSection& section = *scene.rules.rulebook().incentives;
    out.key("totals").begin_object();
    write_sum(out, "money", award.total, money_words(award.total, scene.money));
    out.key("payers").begin_list();
    for (std::size_t i = 0; i < award.payers.size(); ++i) {
        if (award.payers[i] == Sum()) continue;
        out.begin_object();
        out.key("payer");
        if (i < section.payers.size()) {
            out.text(section.payers[i].first);
            write_text(out, "name", section.payers[i].second.name);
        } else {
            out.null();
        }
        write_sum(out, "amount", award.payers[i], money_words(award.payers[i], scene.money));
        out.end_object();
    }
    out.end_list();
    out.key("incentives").begin_list();
    for (std::size_t i = 0; i < award.incentives.size(); ++i) {
        if (award.incentives[i] == Sum()) continue;
        const PlannedIncentive& planned = scene.rules.incentives()->incentives[i];
        out.begin_object();
        out.key("incentive").text(*planned.id);
        out.key("worth").text(worth_name(planned.source->worth));
        out.key("unit").text(planned.unit);
        write_sum(out, "amount", award.incentives[i], sum_words(planned, award.incentives[i], scene.money));
        out.end_object();
    }
    out.end_list();
    out.end_object();
}

}  // namespace

void write_award(Writer& out, const GrantScene& scene) {
    const Application& application = scene.application;
    out.begin_object();
    out.key("applicant").text(application.applicant);
    out.key("on").text(date_text(application.on));
    if (!application.label.empty()) out.key("label").text(application.label);
    out.key("claims").begin_list();
    auto grant = scene.award.grants.begin();
    for (std::size_t i = 0; i < application.claims.size(); ++i) {
        const Claim& claim = application.claims[i];
        const ClaimPlan& kind = scene.rules.incentives()->claims[claim.kind];
        out.begin_object();
        out.key("id").text(claim.id);
        out.key("claim").text(*kind.id);
        write_text(out, "name", kind.source->name);
        out.key("year").text(std::to_string(claim.year));
        out.key("grants").begin_list();
        for (; grant != scene.award.grants.end() && grant->claim == i; ++grant) write_grant(out, scene, *grant);
        out.end_list();
        out.end_object();
    }
    out.end_list();
    write_totals(out, scene);
    out.end_object();
}

}  // namespace biaochi::detail
