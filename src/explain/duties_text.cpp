/// @file
/// What bodies must do on a day, in words: a paragraph a body.

#include <string>

#include "explain/duties_report.hpp"
#include "explain/phrases.hpp"

namespace biaochi::detail {
namespace {

/// A report under way to lines of text.
struct DutiesPage {
    const DutiesReport& report;
    Language language;
    std::string out;

    void line(std::size_t depth, const Text& words) { out.append(2 * depth, ' ').append(words.in(language)).append("\n"); }
    void unit(const BodyDuties& duties);
    void duty(const BodyDuties& duties, const OwedDuty& owed);
    void due(const BodyDuty& duty, const ReportDue& due);
};

Text with_clause(const Text& words, const Provenance& provenance) {
    if (!provenance.cite || provenance.cite->clause.empty()) return words;
    return say(Phrase::verdict_head, {words, same(provenance.cite->clause)});
}

Text name_or_id(const std::string& id, const Text& name) { return name.empty() ? same(id) : name; }

void DutiesPage::due(const BodyDuty& duty, const ReportDue& due) {
    const auto& [id, source] = duty.reports[due.report];
    const Text name = name_or_id(id, source.name);
    const Text words =
        due.day ? fill({"报告 {0}：{1}（{2}）", "report {0}: {1} ({2})"}, {same(date_text(*due.day)), name, every_words(source.every)})
                : fill({"报告：{0}（{1}）", "report: {0} ({1})"}, {name, every_words(source.every)});
    line(2, with_clause(words, source.provenance.cite ? source.provenance : duty.provenance));
    if (!source.to.empty()) line(3, fill({"报送{0}", "to {0}"}, {bodies_words(report.section, {source.to})}));
    for (const Text& remark : report_remarks(source, due)) line(3, remark);
}

void DutiesPage::duty(const BodyDuties& duties, const OwedDuty& owed) {
    const auto& [id, source] = report.section.duties[owed.duty];
    line(1, with_clause(fill({"{0}：{1}", "{0}: {1}"}, {role_words(owed.roles.front()), name_or_id(id, source.name)}), source.provenance));
    const Phase* phase = find(report.section.phases, source.phase);
    if (phase != nullptr) line(2, fill({"阶段：{0}", "phase: {0}"}, {name_or_id(source.phase, phase->name)}));
    if (source.by) line(2, fill({"期限：{0}", "last day: {0}"}, {same(date_text(*source.by))}));
    for (const Text& remark : duty_remarks(report, duties, owed)) line(2, remark);
    for (const ReportDue& each : owed.reports) due(source, each);
}

void DutiesPage::unit(const BodyDuties& duties) {
    line(0, fill({"{0}，{1}", "{0}, {1}"}, {body_words(report.section, duties.body), same(date_text(report.as_of))}));
    const Text presence = presence_words(report, duties);
    if (!presence.empty()) line(1, presence);
    const bool gone = duties.presence == Presence::no_more || duties.presence == Presence::not_yet;
    if (duties.owed.empty() && !gone) line(1, {"没有任务", "no duties"});
    for (const OwedDuty& owed : duties.owed) duty(duties, owed);
}

}  // namespace

std::string duties_text(const DutiesReport& report, Language language) {
    DutiesPage page{report, language, {}};
    if (!report.in_force()) page.line(0, not_in_force_words(report));
    for (const BodyDuties& each : report.bodies) page.unit(each);
    return std::move(page.out);
}

}  // namespace biaochi::detail
