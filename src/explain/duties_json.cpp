/// @file
/// What bodies must do on a day, as data: both languages.

#include <string>

#include "explain/duties_report.hpp"
#include "explain/verdict_json.hpp"
#include "json/writer.hpp"

namespace biaochi::detail {
namespace {

using json::Writer;

void write_day(Writer& out, std::string_view key, const std::optional<Date>& day) {
    if (day) out.key(key).text(date_text(*day));
}

void write_remarks(Writer& out, const std::vector<Text>& remarks) {
    if (remarks.empty()) return;
    out.key("remarks").begin_list();
    for (const Text& remark : remarks) out.begin_object().key("zh").text(remark.zh).key("en").text(remark.en).end_object();
    out.end_list();
}

void write_bodies(Writer& out, const DutySection& section, std::string_view key, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    out.key(key).begin_list();
    for (const std::string& id : ids) {
        out.begin_object().key("unit").text(id);
        const Body* body = find(section.bodies, id);
        if (body != nullptr) write_text(out, "name", body->name);
        out.end_object();
    }
    out.end_list();
}

void write_phase(Writer& out, const DutySection& section, const BodyDuty& duty, PhaseState state) {
    const Phase* phase = find(section.phases, duty.phase);
    if (phase == nullptr) return;
    out.key("phase").begin_object();
    out.key("phase").text(duty.phase);
    write_text(out, "name", phase->name);
    write_day(out, "from", phase->from);
    write_day(out, "until", phase->until);
    out.key("state").text(name(state));
    write_cite(out, phase->provenance);
    out.end_object();
}

void write_report(Writer& out, const DutySection& section, const BodyDuty& duty, const ReportDue& due) {
    const auto& [id, report] = duty.reports[due.report];
    out.begin_object();
    out.key("report").text(id);
    write_text(out, "name", report.name);
    if (!report.to.empty()) write_bodies(out, section, "to", {report.to});
    out.key("every").text(name(report.every));
    out.key("basis").text(name(due.basis));
    write_day(out, "day", due.day);
    if (due.passed) out.key("passed").boolean(true);
    if (due.after_phase) out.key("after_phase").boolean(true);
    write_cite(out, report.provenance.cite ? report.provenance : duty.provenance);
    write_remarks(out, report_remarks(report, due));
    out.end_object();
}

void write_owed(Writer& out, const DutiesReport& report, const BodyDuties& duties, const OwedDuty& owed) {
    const auto& [id, duty] = report.section.duties[owed.duty];
    out.begin_object();
    out.key("duty").text(id);
    write_text(out, "name", duty.name);
    out.key("role").text(name(owed.roles.front()));
    out.key("roles").begin_list();
    for (const Role role : owed.roles) out.text(name(role));
    out.end_list();
    if (owed.named != duties.body) {
        write_bodies(out, report.section, "named", {report.section.bodies[owed.named].first});
        out.key("sure").boolean(owed.sure);
    }
    write_bodies(out, report.section, "lead", duty.lead);
    write_bodies(out, report.section, "cooperate", duty.cooperate);
    write_bodies(out, report.section, "together", duty.together);
    write_phase(out, report.section, duty, owed.phase);
    write_day(out, "by", duty.by);
    if (owed.passed) out.key("passed").boolean(true);
    write_cite(out, duty.provenance);
    write_remarks(out, duty_remarks(report, duties, owed));
    out.key("reports").begin_list();
    for (const ReportDue& due : owed.reports) write_report(out, report.section, duty, due);
    out.end_list();
    out.end_object();
}

void write_unit(Writer& out, const DutiesReport& report, const BodyDuties& duties) {
    const auto& [id, body] = report.section.bodies[duties.body];
    out.begin_object();
    out.key("unit").text(id);
    write_text(out, "name", body.name);
    out.key("presence").text(name(duties.presence));
    write_day(out, "from", body.from);
    write_day(out, "until", body.until);
    write_bodies(out, report.section, "became", body.became);
    write_text(out, "says", presence_words(report, duties));
    out.key("duties").begin_list();
    for (const OwedDuty& owed : duties.owed) write_owed(out, report, duties, owed);
    out.end_list();
    out.end_object();
}

}  // namespace

std::string duties_json(const DutiesReport& report) {
    Writer out;
    out.begin_object();
    write_head(out, report.rules);
    out.key("as_of").text(date_text(report.as_of));
    out.key("in_force").boolean(report.in_force());
    if (report.asked) out.key("asked").text(*report.asked);
    out.key("units").begin_list();
    for (const BodyDuties& each : report.bodies) write_unit(out, report, each);
    out.end_list();
    out.end_object();
    return out.take();
}

}  // namespace biaochi::detail
