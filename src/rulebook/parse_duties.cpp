/// @file
/// Reading who must do what, with whom, by when.

#include <memory>

#include "biaochi/rulebook/duty_section.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

/// Takes ids of bodies; a list that is there names at least one.
std::vector<std::string> take_bodies(Context& context, Fields& fields, std::string_view key) {
    const json::Value* value = fields.take(key);
    if (value == nullptr) return {};
    if (value->kind == json::Kind::list && value->items.empty()) context.report(IssueCode::empty_list, fields.at(key), {key});
    return read_strings(context, *value, fields.at(key));
}

std::optional<Date> take_date(Context& context, Fields& fields, std::string_view key) {
    const json::Value* value = fields.take(key);
    return value == nullptr ? std::nullopt : read_date(context, *value, fields.at(key));
}

void need_name(Context& context, Fields& fields, Text& name) {
    if (const auto* value = fields.need("name")) name = read_text(context, *value, fields.at("name"));
}

Body read_body(Context& context, const json::Value& value, const std::string& pointer) {
    Body body;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return body;
    need_name(context, fields, body.name);
    if (const auto* also = fields.take("also")) body.also = read_strings(context, *also, fields.at("also"));
    body.from = take_date(context, fields, "from");
    body.until = take_date(context, fields, "until");
    if (const auto* ended = fields.take("ended")) body.ended = read_bool(context, *ended, fields.at("ended"));
    body.became = take_bodies(context, fields, "became");
    body.provenance = read_provenance(context, fields);
    fields.done();
    return body;
}

Phase read_phase(Context& context, const json::Value& value, const std::string& pointer) {
    Phase phase;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return phase;
    need_name(context, fields, phase.name);
    phase.from = take_date(context, fields, "from");
    phase.until = take_date(context, fields, "until");
    phase.provenance = read_provenance(context, fields);
    fields.done();
    return phase;
}

Every read_every(Context& context, const json::Value& value, const std::string& pointer) {
    return read_word<Every>(context, value, pointer,
                            {{"once", Every::once},
                             {"month", Every::month},
                             {"quarter", Every::quarter},
                             {"half_year", Every::half_year},
                             {"year", Every::year},
                             {"unsaid", Every::unsaid}});
}

Report read_report(Context& context, const json::Value& value, const std::string& pointer) {
    Report report;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return report;
    need_name(context, fields, report.name);
    if (const auto* to = fields.take("to")) report.to = read_string(context, *to, fields.at("to"));
    if (const auto* every = fields.need("every")) report.every = read_every(context, *every, fields.at("every"));
    if (const auto* by = fields.take("by")) report.by = read_yearly_day(context, *by, fields.at("by"));
    report.on = take_date(context, fields, "on");
    report.provenance = read_provenance(context, fields);
    fields.done();
    return report;
}

BodyDuty read_duty(Context& context, const json::Value& value, const std::string& pointer) {
    BodyDuty duty;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return duty;
    need_name(context, fields, duty.name);
    duty.lead = take_bodies(context, fields, "lead");
    duty.cooperate = take_bodies(context, fields, "cooperate");
    duty.together = take_bodies(context, fields, "together");
    if (!fields.has("lead") && !fields.has("cooperate") && !fields.has("together")) {
        context.report(IssueCode::missing_key, pointer, {"lead | cooperate | together"});
    }
    if (const auto* phase = fields.take("phase")) duty.phase = read_string(context, *phase, fields.at("phase"));
    duty.by = take_date(context, fields, "by");
    if (const auto* reports = fields.take("reports")) {
        duty.reports = read_named<Report>(context, *reports, fields.at("reports"),
                                          [&](const json::Value& v, const std::string& at) { return read_report(context, v, at); });
    }
    duty.provenance = read_provenance(context, fields);
    fields.done();
    return duty;
}

/// Takes a section of named entries.
template <class T>
void take_named(Context& context, Fields& fields, std::string_view key, Named<T>& entries,
                T (*read)(Context&, const json::Value&, const std::string&)) {
    const json::Value* value = fields.take(key);
    if (value == nullptr) return;
    entries =
        read_named<T>(context, *value, fields.at(key), [&](const json::Value& v, const std::string& at) { return read(context, v, at); });
    if (value->kind == json::Kind::object && value->members.empty()) context.report(IssueCode::empty_list, fields.at(key), {key});
}

}  // namespace

void read_duties(Context& context, Fields& fields) {
    auto section = std::make_shared<DutySection>();
    take_named(context, fields, "bodies", section->bodies, &read_body);
    take_named(context, fields, "phases", section->phases, &read_phase);
    take_named(context, fields, "duties", section->duties, &read_duty);
    const bool any = fields.has("bodies") || fields.has("phases") || fields.has("duties");
    if (any) context.book.duties = std::move(section);
}

}  // namespace biaochi::detail
