/// @file
/// Reading sources, open points and units.

#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

Source read_source(Context& context, const json::Value& value, const std::string& pointer) {
    Source source;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return source;
    if (const auto* title = fields.need("title")) source.title = read_text(context, *title, fields.at("title"));
    source.issuer = take_text(context, fields, "issuer");
    if (const auto* date = fields.take("date")) source.date = read_date(context, *date, fields.at("date"));
    if (const auto* url = fields.take("url")) source.url = read_string(context, *url, fields.at("url"));
    if (const auto* misprints = fields.take("misprints")) {
        source.misprints = read_misprints(context, *misprints, fields.at("misprints"));
    }
    source.note = take_text(context, fields, "note");
    fields.done();
    return source;
}

Reading read_reading(Context& context, const json::Value& value, const std::string& pointer) {
    Reading reading;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return reading;
    if (const auto* says = fields.need("says")) reading.says = read_text(context, *says, fields.at("says"));
    if (const auto* status = fields.need("status")) {
        reading.status = read_word<std::string>(
            context, *status, fields.at("status"),
            {{"natural", "natural"}, {"conventional", "conventional"}, {"published", "published"}, {"illustrative", "illustrative"}});
    }
    if (const auto* cite = fields.take("cite")) reading.cite = read_cite(context, *cite, fields.at("cite"));
    fields.done();
    return reading;
}

void read_adopted(Context& context, const json::Value& value, const std::string& pointer, OpenPoint& point) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    if (const auto* reading = fields.need("reading")) {
        point.adopted = read_string(context, *reading, fields.at("reading"));
        if (reading->kind == json::Kind::text && find(point.readings, point.adopted) == nullptr) {
            context.report(IssueCode::unknown_reading, fields.at("reading"), {point.adopted, joined(names_of(point.readings))});
        }
    }
    if (const auto* because = fields.need("because")) point.because = read_text(context, *because, fields.at("because"));
    fields.done();
}

void read_readings(Context& context, const json::Value& value, const std::string& pointer, OpenPoint& point) {
    if (!expect(context, value, json::Kind::object, pointer)) return;
    for (const json::Member& member : value.members) {
        const std::string where = json::child(pointer, member.first);
        if (!is_free_id(member.first) || member.first == "none") context.report(IssueCode::bad_id, where, {member.first});
        point.readings.emplace_back(member.first, read_reading(context, member.second, where));
    }
}

OpenPoint read_open_point(Context& context, const json::Value& value, const std::string& pointer) {
    OpenPoint point;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return point;
    if (const auto* asks = fields.need("asks")) point.asks = read_text(context, *asks, fields.at("asks"));
    if (const auto* cite = fields.take("cite")) point.cite = read_cite(context, *cite, fields.at("cite"));
    point.note = take_text(context, fields, "note");
    if (const auto* settled = fields.take("settled_by")) {
        point.settled_by =
            read_word<SettledBy>(context, *settled, fields.at("settled_by"),
                                 {{"reading", SettledBy::reading}, {"data", SettledBy::data}, {"decision", SettledBy::decision}});
    }
    if (point.settled_by == SettledBy::decision) {
        if (const auto* by = fields.take("decided_by")) point.decided_by = read_string(context, *by, fields.at("decided_by"));
    }
    if (point.settled_by == SettledBy::reading) {
        if (const auto* readings = fields.take("readings")) read_readings(context, *readings, fields.at("readings"), point);
        if (const auto* adopted = fields.take("adopted")) read_adopted(context, *adopted, fields.at("adopted"), point);
    }
    fields.done();
    return point;
}

}  // namespace

void read_sources(Context& context, const json::Value& value, const std::string& pointer) {
    context.book.sources = read_named<Source>(
        context, value, pointer, [&](const json::Value& entry, const std::string& where) { return read_source(context, entry, where); });
    if (value.kind == json::Kind::object && value.members.empty()) context.report(IssueCode::empty_list, pointer, {"sources"});
}

void read_open_points(Context& context, const json::Value& value, const std::string& pointer) {
    context.book.open = read_named<OpenPoint>(context, value, pointer, [&](const json::Value& entry, const std::string& where) {
        return read_open_point(context, entry, where);
    });
}

void read_units(Context& context, const json::Value& value, const std::string& pointer) {
    if (!expect(context, value, json::Kind::object, pointer)) return;
    for (const json::Member& member : value.members) {
        const std::string where = json::child(pointer, member.first);
        UnitDefinition unit;
        Fields fields(context, member.second, where);
        if (!fields.ok()) continue;
        if (const auto* of = fields.need("of")) unit.of = read_string(context, *of, fields.at("of"));
        if (const auto* times = fields.need("times")) {
            unit.times = read_number(context, *times, fields.at("times")).value_or(Number(1));
            if (unit.times.sign() <= 0) context.report(IssueCode::bad_value, fields.at("times"), {times->text, "> 0"});
        }
        fields.done();
        context.book.units.emplace_back(member.first, std::move(unit));
    }
}

}  // namespace biaochi::detail
