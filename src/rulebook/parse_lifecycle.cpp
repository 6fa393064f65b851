/// @file
/// Reading the section `lifecycle`: fields, events, states and transitions.

#include "rulebook/lifecycle.hpp"

namespace biaochi::detail {
namespace {

void read_field_type(Context& context, const json::Value& value, const std::string& pointer, SubjectField& field) {
    field.type = read_word<FieldType>(
        context, value, pointer,
        {{"number", FieldType::number}, {"text", FieldType::text}, {"boolean", FieldType::boolean}, {"date", FieldType::date}});
}

/// A field is its type in one word, or an object.
LifecycleField read_field(Context& context, const json::Value& value, const std::string& pointer, bool of_case) {
    LifecycleField result;
    SubjectField& field = result.field;
    if (value.kind == json::Kind::text) {
        read_field_type(context, value, pointer, field);
        return result;
    }
    Fields fields(context, value, pointer);
    if (!fields.ok()) return result;
    field.name = take_text(context, fields, "name");
    if (const auto* type = fields.need("type")) read_field_type(context, *type, fields.at("type"), field);
    if (field.type == FieldType::number) {
        if (const auto* unit = fields.take("unit")) field.unit = read_string(context, *unit, fields.at("unit"));
    }
    if (field.type == FieldType::text) {
        if (const auto* words = fields.take("values")) field.values = read_strings(context, *words, fields.at("values"));
    }
    if (of_case) {
        if (const auto* initial = fields.take("initial")) result.initial = read_string(context, *initial, fields.at("initial"));
    } else if (const auto* optional = fields.take("optional")) {
        result.optional = read_bool(context, *optional, fields.at("optional"));
    }
    field.provenance = read_provenance(context, fields);
    fields.done();
    return result;
}

Named<LifecycleField> read_fields(Context& context, const json::Value& value, const std::string& pointer, bool of_case) {
    return read_named<LifecycleField>(context, value, pointer, [&](const json::Value& entry, const std::string& where) {
        return read_field(context, entry, where, of_case);
    });
}

LifecycleEvent read_event(Context& context, const json::Value& value, const std::string& pointer) {
    LifecycleEvent event;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return event;
    if (const auto* name = fields.need("name")) event.name = read_text(context, *name, fields.at("name"));
    if (const auto* by = fields.take("by")) event.by = read_string(context, *by, fields.at("by"));
    if (const auto* data = fields.take("data")) event.data = read_fields(context, *data, fields.at("data"), false);
    event.provenance = read_provenance(context, fields);
    fields.done();
    return event;
}

void read_effects(Context& context, const json::Value& value, const std::string& pointer, Transition& transition) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    if (const auto* set = fields.need("set")) {
        transition.set = read_named<std::string>(context, *set, fields.at("set"), [&](const json::Value& entry, const std::string& where) {
            return read_string(context, entry, where);
        });
    }
    fields.done();
}

/// Takes what a transition and the start of a case have in common.
void take_guard_and_effects(Context& context, Fields& fields, Transition& transition) {
    if (const auto* guard = fields.take("if")) transition.guard = read_expression_choice(context, *guard, fields.at("if"));
    transition.otherwise = take_text(context, fields, "else");
    if (const auto* effects = fields.take("effects")) read_effects(context, *effects, fields.at("effects"), transition);
    transition.provenance = read_provenance(context, fields);
}

Transition read_transition(Context& context, const json::Value& value, const std::string& pointer) {
    Transition transition;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return transition;
    if (const auto* to = fields.take("to")) transition.to = read_string(context, *to, fields.at("to"));
    take_guard_and_effects(context, fields, transition);
    if (const auto* day = fields.take("not_before")) transition.not_before = read_not_before(context, *day, fields.at("not_before"));
    fields.done();
    return transition;
}

std::vector<Transition> read_transitions(Context& context, const json::Value& value, const std::string& pointer) {
    std::vector<Transition> transitions;
    if (!expect(context, value, json::Kind::list, pointer)) return transitions;
    if (value.items.empty()) context.report(IssueCode::empty_list, pointer, {"on"});
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        transitions.push_back(read_transition(context, value.items[i], json::child(pointer, i)));
    }
    return transitions;
}

LifecycleState read_state(Context& context, const json::Value& value, const std::string& pointer) {
    LifecycleState state;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return state;
    if (const auto* name = fields.need("name")) state.name = read_text(context, *name, fields.at("name"));
    if (const auto* final = fields.take("final")) state.final = read_bool(context, *final, fields.at("final"));
    if (const auto* on = fields.take("on")) {
        state.on = read_named<std::vector<Transition>>(
            context, *on, fields.at("on"),
            [&](const json::Value& entry, const std::string& where) { return read_transitions(context, entry, where); });
    }
    if (const auto* deadlines = fields.take("deadlines")) {
        state.deadlines =
            read_named<Deadline>(context, *deadlines, fields.at("deadlines"),
                                 [&](const json::Value& entry, const std::string& where) { return read_deadline(context, entry, where); });
    }
    state.provenance = read_provenance(context, fields);
    fields.done();
    return state;
}

/// The starting event is its id, or an object with a guard and effects.
void read_start(Context& context, const json::Value& value, const std::string& pointer, LifecycleSection& section) {
    if (value.kind == json::Kind::text) {
        section.starts_with = value.text;
        return;
    }
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    if (const auto* event = fields.need("event")) section.starts_with = read_string(context, *event, fields.at("event"));
    take_guard_and_effects(context, fields, section.start);
    fields.done();
}

void expect_entries(Context& context, const json::Value& value, const std::string& pointer, std::string_view what) {
    if (value.kind == json::Kind::object && value.members.empty()) context.report(IssueCode::empty_list, pointer, {what});
}

}  // namespace

Choice<std::string> read_expression_choice(Context& context, const json::Value& value, const std::string& pointer) {
    return read_choice<std::string>(context, value, pointer, [&](const json::Value& text, const std::string& where) {
        return std::optional(read_string(context, text, where));
    });
}

LifecycleSection read_lifecycle(Context& context, const json::Value& value, const std::string& pointer) {
    LifecycleSection section;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return section;
    if (const auto* initial = fields.need("initial")) section.initial = read_string(context, *initial, fields.at("initial"));
    if (const auto* start = fields.need("starts_with")) read_start(context, *start, fields.at("starts_with"), section);
    if (const auto* entries = fields.take("fields")) section.fields = read_fields(context, *entries, fields.at("fields"), true);
    if (const auto* events = fields.need("events")) {
        section.events = read_named<LifecycleEvent>(
            context, *events, fields.at("events"),
            [&](const json::Value& entry, const std::string& where) { return read_event(context, entry, where); });
        expect_entries(context, *events, fields.at("events"), "events");
    }
    if (const auto* states = fields.need("states")) {
        section.states = read_named<LifecycleState>(
            context, *states, fields.at("states"),
            [&](const json::Value& entry, const std::string& where) { return read_state(context, entry, where); });
        expect_entries(context, *states, fields.at("states"), "states");
    }
    section.provenance = read_provenance(context, fields);
    fields.done();
    return section;
}

}  // namespace biaochi::detail
