/// @file
/// Reading one event, and the values of fields.

#include "lifecycle/read_event.hpp"

#include <algorithm>

namespace biaochi::detail {
namespace {

feel::Value read_word_value(Context& context, const json::Value& value, const std::string& pointer, const SubjectField& field) {
    const bool known = field.values.empty() || std::find(field.values.begin(), field.values.end(), value.text) != field.values.end();
    if (!known) context.report(IssueCode::bad_value, pointer, {value.text, nearest_or_all(value.text, field.values)});
    return feel::make_text(value.text);
}

std::vector<feel::Value> read_data(Context& context, const json::Value* data, const std::string& pointer, const LifecycleEvent& event) {
    std::vector<feel::Value> values;
    for (const auto& [id, field] : event.data) {
        const std::string path = "event." + id;
        const json::Value* value = data == nullptr || data->kind != json::Kind::object ? nullptr : data->find(id);
        if (value == nullptr) {
            if (!field.optional) context.report(IssueCode::missing_key, pointer, {id});
            values.push_back(feel::make_null(feel::Cause::missing_fact, path));
        } else {
            values.push_back(read_field_value(context, *value, json::child(pointer, id), field.field, path));
        }
    }
    if (data == nullptr || !expect(context, *data, json::Kind::object, pointer)) return values;
    for (const json::Member& member : data->members) {
        if (find(event.data, member.first) != nullptr) continue;
        context.report(IssueCode::unknown_field, json::child(pointer, member.first),
                       {member.first, nearest_or_all(member.first, names_of(event.data))});
    }
    return values;
}

}  // namespace

feel::Value read_field_value(Context& context, const json::Value& value, const std::string& pointer, const SubjectField& field,
                             const std::string& path) {
    feel::Value unknown = feel::make_null(feel::Cause::missing_fact, path);
    if (value.kind == json::Kind::null) return unknown;
    switch (field.type) {
        case FieldType::number: {
            auto number = read_number(context, value, pointer);
            return number ? feel::make_number(std::move(*number)) : unknown;
        }
        case FieldType::boolean:
            return expect(context, value, json::Kind::boolean, pointer) ? feel::make_boolean(value.truth) : unknown;
        case FieldType::date: {
            const auto date = read_date(context, value, pointer);
            return date ? feel::make_date(*date) : unknown;
        }
        case FieldType::text:
            break;
    }
    return expect(context, value, json::Kind::text, pointer) ? read_word_value(context, value, pointer, field) : unknown;
}

std::optional<DatedEvent> read_event(Context& context, const json::Value& value, const std::string& pointer) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return std::nullopt;
    const auto& events = context.book.lifecycle->events;
    DatedEvent event;
    std::optional<Date> date;
    if (const auto* day = fields.need("date")) date = read_date(context, *day, fields.at("date"));
    if (const auto* of = fields.need("case")) {
        event.of = read_string(context, *of, fields.at("case"));
        if (of->kind == json::Kind::text && event.of.empty()) context.report(IssueCode::bad_value, fields.at("case"), {"", "text"});
    }
    const LifecycleEvent* what = nullptr;
    if (const auto* name = fields.need("event")) {
        const std::string id = read_string(context, *name, fields.at("event"));
        what = find(events, id);
        if (what == nullptr && name->kind == json::Kind::text) {
            context.report(IssueCode::unknown_event, fields.at("event"), {id, nearest_or_all(id, names_of(events))});
        }
        const auto found = std::find_if(events.begin(), events.end(), [&](const auto& each) { return each.first == id; });
        event.event = static_cast<std::size_t>(found - events.begin());
    }
    const json::Value* data = fields.take("data");
    if (what != nullptr) event.data = read_data(context, data, data == nullptr ? pointer : fields.at("data"), *what);
    if (const auto* evidence = fields.take("evidence")) event.evidence = read_string(context, *evidence, fields.at("evidence"));
    fields.done();
    if (!date || what == nullptr || event.of.empty()) return std::nullopt;
    event.date = *date;
    return event;
}

}  // namespace biaochi::detail
