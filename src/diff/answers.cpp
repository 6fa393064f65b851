/// @file
/// What one version of a rulebook answers, as texts that can be compared.

#include "diff/answers.hpp"

#include <string_view>
#include <utility>

#include "biaochi/condition/check.hpp"
#include "biaochi/incentive/application.hpp"
#include "biaochi/incentive/award.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/incentive_plan.hpp"
#include "biaochi/ruleset/target_plan.hpp"
#include "biaochi/score/score.hpp"
#include "biaochi/standing/standing.hpp"
#include "biaochi/subject/subject.hpp"
#include "biaochi/target/progress.hpp"
#include "diff/fit.hpp"
#include "rulebook/targets.hpp"

namespace biaochi::detail {
namespace {

std::string between(const std::string& low, const std::string& high) {
    if (low == high) return low;
    std::string text = low;
    text.append("–").append(high);
    return text;
}

std::string points_text(const NodeOutcome& outcome) {
    if (outcome.state == NodeState::excluded) return "excluded";
    if (outcome.state == NodeState::refused) return "refused";
    return between(outcome.points.low.text(), outcome.points.high.text());
}

std::string class_text(const Ruleset& rules, const Standing& standing) {
    std::string text;
    for (const std::size_t possible : standing.classes) text.append(text.empty() ? "" : "/").append(rules.cuts()[possible].id);
    return text.empty() ? "undetermined" : text;
}

std::string sum_text(const Sum& sum) { return sum.open_above ? sum.low.text() + "+" : between(sum.low.text(), sum.high.text()); }

/// @param where  place of the data
void add_issues(Answers& answers, std::vector<Issue> issues, std::string_view where) {
    for (Issue& issue : issues) {
        issue.where.insert(0, where);
        issue.line = issue.column = 0;  // they counted in the copy
        answers.issues.push_back(std::move(issue));
    }
}

std::string name_of(const Record& record) { return record.period.empty() ? record.region : record.region + " " + record.period; }

/// What one version is asked, and what it answers.
struct Interview {
    const Ruleset& rules;
    std::optional<Date> on;
    Answers answers{};

    void give(const std::string& who, std::string what, std::string answer) {
        answers.given.emplace_back(Question(who, std::move(what)), std::move(answer));
    }
    void scores(const std::vector<Record>& records);
    void targets(const std::vector<Record>& records);
    void records(const std::optional<std::string>& text);
    void subjects(const std::optional<std::string>& text);
    void grants(const Application& application);
    void applications(const std::optional<std::string>& text);
};

void Interview::scores(const std::vector<Record>& records) {
    std::vector<Scorecard> cards(records.size());
    for (std::size_t i = 0; i < cards.size(); ++i) score(rules, records[i], cards[i]);
    const std::vector<Standing> all = standings(rules, records, cards);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const std::string who = name_of(records[i]);
        give(who, "score", points_text(cards[i].nodes.front()));
        if (rules.rulebook().classes) give(who, "class", class_text(rules, all[i]));
        give(who, "rank", all[i].ranked ? between(all[i].best.text(), all[i].worst.text()) : "none");
        for (std::size_t node = 1; node < cards[i].nodes.size(); ++node) {
            give(who, "part/" + rules.nodes()[node].source->id, points_text(cards[i].nodes[node]));
        }
    }
}

void Interview::targets(const std::vector<Record>& records) {
    std::optional<Date> day = on;
    for (const Record& record : records) {
        const std::optional<Date> last = last_day(record.period);
        if (!on && last && (!day || *day < *last)) day = last;
    }
    if (!day) return;
    const ProgressTable table(rules, records, *day);
    for (std::size_t region = 0; region < table.regions().size(); ++region) {
        for (std::size_t i = 0; i < rules.targets()->targets.size(); ++i) {
            const TargetProgress progress = table.progress(region, i);
            std::string answer(name(progress.status));
            if (progress.completion) {
                answer.append(" ").append(between(progress.completion->low.text(), progress.completion->high.text())).append("%");
            }
            give(table.regions()[region], "target/" + *rules.targets()->targets[i].id, std::move(answer));
        }
    }
}

void Interview::records(const std::optional<std::string>& text) {
    const bool scored = !rules.nodes().empty();
    const bool promised = rules.targets() != nullptr;
    if (!text || (!scored && !promised)) return;
    ReadRecords read = read_records(rules, fit_records(rules.rulebook(), *text));
    const bool wrong = has_errors(read.issues);
    add_issues(answers, std::move(read.issues), "/data/records");
    if (wrong) return;
    if (scored) scores(read.records);
    if (promised) targets(read.records);
}

void Interview::subjects(const std::optional<std::string>& text) {
    if (!text || rules.conditions().empty()) return;
    ReadSubjects read = read_subjects(rules, fit_subjects(rules.rulebook(), *text));
    const bool wrong = has_errors(read.issues);
    add_issues(answers, std::move(read.issues), "/data/subjects");
    if (wrong) return;
    for (const Subject& subject : read.subjects) {
        for (std::size_t i = 0; i < rules.rulebook().conditions.size(); ++i) {
            give(subject.region, "condition/" + rules.rulebook().conditions[i].first, std::string(name(check(rules, subject, i).answer)));
        }
    }
}

void Interview::grants(const Application& application) {
    const IncentivePlan& plan = *rules.incentives();
    const Award given = award(rules, application);
    for (const Grant& grant : given.grants) {
        const PlannedIncentive& incentive = plan.incentives[grant.incentive];
        std::string what = "award/";
        what.append(application.claims[grant.claim].id).append("/").append(*incentive.id);
        std::string answer(name(grant.status));
        if (grant.status != GrantStatus::refused) answer.append(" ").append(sum_text(grant.amount)).append(" ").append(incentive.unit);
        give(application.applicant, std::move(what), std::move(answer));
    }
    give(application.applicant, "total", sum_text(given.total) + " 元");
}

void Interview::applications(const std::optional<std::string>& text) {
    if (!text || rules.incentives() == nullptr) return;
    ReadApplications read = read_applications(rules, fit_applications(rules.rulebook(), *text));
    const bool wrong = has_errors(read.issues);
    add_issues(answers, std::move(read.issues), "/data/applications");
    if (wrong) return;
    for (const Application& application : read.applications) grants(application);
}

}  // namespace

Answers answers_of(const Ruleset& rules, const DiffData& data, std::optional<Date> on) {
    Interview interview{rules, on};
    interview.records(data.records);
    interview.subjects(data.subjects);
    interview.applications(data.applications);
    return std::move(interview.answers);
}

}  // namespace biaochi::detail
