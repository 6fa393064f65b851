/// @file
/// Bodies, roles and remarks on duties as they stand in a sentence.

#include <algorithm>

#include "explain/duties_report.hpp"
#include "explain/phrases.hpp"

namespace biaochi::detail {
namespace {

Text day_or(const std::optional<Date>& day, const Text& otherwise) { return day ? same(date_text(*day)) : otherwise; }

Text successors(const DutySection& section, const Body& body) {
    if (body.became.empty()) return {};
    return fill({"；职责归：{0}", "; its tasks went to {0}"}, {bodies_words(section, body.became)});
}

/// The bodies that share what a body took over, without that body.
std::vector<std::string> others(const Body& predecessor, const std::string& body) {
    std::vector<std::string> rest = predecessor.became;
    std::erase(rest, body);
    return rest;
}

Text took_over(const DutySection& section, const OwedDuty& owed) {
    const Text named = body_words(section, owed.named);
    if (owed.sure) return fill({"原文所列为{0}，该单位已撤并", "the source names {0}, which is no more"}, {named});
    return fill({"原文所列为{0}，其撤并日期不明，当日职责是否已经转入不能确定",
                 "the source names {0}; when it ended is not known, nor whether its tasks had gone over by the day"},
                {named});
}

Text also_named(const OwedDuty& owed) {
    std::vector<Text> roles;
    for (std::size_t i = 1; i < owed.roles.size(); ++i) roles.push_back(role_words(owed.roles[i]));
    return fill({"同时又列为{0}", "also named as one that {0}"}, {joined(roles)});
}

}  // namespace

Text body_words(const DutySection& section, std::size_t body) {
    const auto& [id, source] = section.bodies[body];
    return source.name.empty() ? same(id) : source.name;
}

Text bodies_words(const DutySection& section, const std::vector<std::string>& ids) {
    std::vector<Text> names;
    names.reserve(ids.size());
    for (const std::string& id : ids) {
        const Body* body = find(section.bodies, id);
        names.push_back(body == nullptr || body->name.empty() ? same(id) : body->name);
    }
    return joined(names);
}

Text role_words(Role role) {
    switch (role) {
        case Role::lead:
            return {"牵头", "leads"};
        case Role::cooperate:
            return {"配合", "cooperates"};
        case Role::together:
            break;
    }
    return {"共同负责（未分主次）", "shares it (nobody is said to lead)"};
}

Text every_words(Every every) {
    switch (every) {
        case Every::once:
            return {"一次", "once"};
        case Every::month:
            return {"每月", "every month"};
        case Every::quarter:
            return {"每季度", "every quarter"};
        case Every::half_year:
            return {"每半年", "every half-year"};
        case Every::year:
            return {"每年", "every year"};
        case Every::unsaid:
            break;
    }
    return {"原文未写明间隔", "how often is not said"};
}

Text not_in_force_words(const DutiesReport& report) {
    const Period& force = report.rules.rulebook().effective;
    return fill({"{0} 不在规则书施行期内（{1} 起，{2}）", "the rulebook is not in force on {0} (from {1}, {2})"},
                {same(date_text(report.as_of)), same(date_text(force.from)),
                 force.until ? fill({"{0} 前", "before {0}"}, {same(date_text(*force.until))}) : Text{"无终止日", "without end"}});
}

Text presence_words(const DutiesReport& report, const BodyDuties& duties) {
    const Body& body = report.section.bodies[duties.body].second;
    const Text after = successors(report.section, body);
    switch (duties.presence) {
        case Presence::there:
            break;
        case Presence::not_yet:
            return fill({"该单位 {0} 起才有", "this body begins on {0}"}, {day_or(body.from, {})});
        case Presence::no_more:
            return fill({"该单位自 {0} 起已撤并{1}", "this body has been no more since {0}{1}"}, {day_or(body.until, {}), after});
        case Presence::unknown:
            return fill({"该单位已撤并，日期不明，当日是否仍在不能确定{0}",
                         "this body has ended; the day is not known, nor whether it was still there on this day{0}"},
                        {after});
    }
    return {};
}

std::vector<Text> duty_remarks(const DutiesReport& report, const BodyDuties& duties, const OwedDuty& owed) {
    const DutySection& section = report.section;
    std::vector<Text> remarks;
    if (owed.named != duties.body) {
        remarks.push_back(took_over(section, owed));
        const auto rest = others(section.bodies[owed.named].second, section.bodies[duties.body].first);
        if (!rest.empty()) remarks.push_back(fill({"其职责还转入{0}", "its tasks went to {0} as well"}, {bodies_words(section, rest)}));
    }
    if (owed.roles.size() > 1) remarks.push_back(also_named(owed));
    if (owed.phase == PhaseState::unknown) {
        remarks.push_back({"原文未写全阶段的起止日期，当日是否在此阶段内不能确定",
                           "the source does not give both ends of the phase, so whether the day is in it is not known"});
    }
    if (owed.passed)
        remarks.push_back({"期限已过；是否完成，此处无从得知", "its last day has passed; whether it was done is not known here"});
    return remarks;
}

std::vector<Text> report_remarks(const Report& report, const ReportDue& due) {
    std::vector<Text> remarks;
    if (due.basis == ReportBasis::period_end) {
        remarks.push_back({"原文未规定报送日期；所示为报告所属时段的最后一日",
                           "the source states no day for handing it in; this is the last day of the time it is for"});
    }
    if (due.basis == ReportBasis::unsaid) {
        const bool once = report.every == Every::once;
        remarks.push_back(once ? Text{"原文未规定报送日期", "the source states no day"}
                               : Text{"原文未规定报送的间隔和日期", "the source states neither how often nor a day"});
    }
    if (due.passed)
        remarks.push_back({"日期已过；是否报送，此处无从得知", "its day has passed; whether it was handed in is not known here"});
    if (due.after_phase) {
        remarks.push_back({"此日在任务期限或阶段之后，是否仍须报送，原文未写明",
                           "this day lies after the duty's time; whether it is still asked for is not said"});
    }
    return remarks;
}

}  // namespace biaochi::detail
