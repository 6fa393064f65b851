/// @file
/// States, transitions and deadlines as an XState 5 configuration.

#include "biaochi/draw/xstate.hpp"

#include "biaochi/calendar/words.hpp"

#include "json/writer.hpp"

namespace biaochi {
namespace {

using json::Writer;

/// The state before the first event; no id begins like this.
constexpr std::string_view before_first = "$begin";

void write_text(Writer& out, std::string_view key, const Text& text) {
    if (text.empty()) return;
    out.key(key).begin_object();
    if (!text.zh.empty()) out.key("zh").text(text.zh);
    if (!text.en.empty()) out.key("en").text(text.en);
    out.end_object();
}

void write_string(Writer& out, std::string_view key, const std::string& value) {
    if (!value.empty()) out.key(key).text(value);
}

void write_cite(Writer& out, const Provenance& provenance) {
    if (!provenance.cite) return;
    out.key("cite").begin_object();
    out.key("source").text(provenance.cite->source);
    write_string(out, "clause", provenance.cite->clause);
    out.end_object();
}

std::string_view word(Start start) { return name(start); }
std::string_view word(const std::string& text) { return text; }

/// A value, or the readings of the open point that it depends on.
template <class T>
void write_choice(Writer& out, std::string_view key, const Choice<T>& choice) {
    out.key(key);
    if (choice.stated()) {
        out.text(choice.by.empty() ? std::string_view() : word(choice.by.front().second));
        return;
    }
    out.begin_object();
    out.key("open").text(choice.open);
    out.key("readings").begin_object();
    for (const auto& [reading, value] : choice.by) out.key(reading).text(word(value));
    out.end_object().end_object();
}

void write_term(Writer& out, const Term& term) {
    if (term.kind == TermKind::each_year) {
        out.key("each_year").text(yearly_day_text(term.each_year));
        return;
    }
    out.key(name(term.kind)).whole(static_cast<std::size_t>(term.count));
    write_choice(out, "start", term.start);
    write_string(out, "calendar", term.calendar);
    if (term.kind == TermKind::months || term.kind == TermKind::years) out.key("rounding").text(name(term.rounding));
}

/// A deadline with the keys that it has in the rulebook.
void write_deadline(Writer& out, const Deadline& deadline) {
    out.begin_object();
    write_text(out, "name", deadline.name);
    write_string(out, "owner", deadline.owner);
    write_choice(out, "from", deadline.from);
    write_term(out, deadline.term);
    write_string(out, "until", deadline.until);
    write_string(out, "for", deadline.settled_by);
    write_string(out, "settles", deadline.settles);
    write_text(out, "late", deadline.late);
    write_cite(out, deadline.provenance);
    out.end_object();
}

/// A condition alone goes by its own id, everything else by where it stands; empty where there is neither guard nor first day.
std::string guard_id(const Rulebook& book, const Transition& transition, const std::string& place) {
    const Choice<std::string>& guard = transition.guard;
    if (transition.not_before) return place;
    if (guard.by.empty()) return {};
    if (!guard.stated() || find(book.conditions, guard.by.front().second) == nullptr) return place;
    return guard.by.front().second;
}

void write_guard(Writer& out, const Transition& transition, const std::string& id) {
    out.key("guard").begin_object();
    out.key("type").text(id);
    out.key("params").begin_object();
    if (!transition.guard.by.empty()) write_choice(out, "if", transition.guard);
    if (const auto& rule = transition.not_before) {
        out.key("not_before").begin_object();
        write_choice(out, "from", rule->from);
        if (rule->term) write_term(out, *rule->term);
        write_text(out, "else", rule->otherwise);
        write_cite(out, rule->provenance);
        out.end_object();
    }
    out.end_object().end_object();
}

/// What stops the search where a guard is neither held nor denied: nothing happens.
void write_undecided(Writer& out, const std::string& id) {
    out.begin_object();
    out.key("guard").begin_object();
    out.key("type").text("undecided");
    out.key("params").begin_object().key("guard").text(id).end_object();
    out.end_object().end_object();
}

void write_set(Writer& out, const Named<std::string>& fields) {
    out.begin_object();
    out.key("type").text("set");
    out.key("params").begin_object().key("fields").begin_object();
    for (const auto& [field, value] : fields) out.key(field).text(value);
    out.end_object().end_object().end_object();
}

/// @param first  what is set before the transition's own effects
void write_transition(Writer& out, const Transition& transition, const std::string& to, const std::string& guard,
                      const Named<std::string>& first) {
    out.begin_object();
    if (!guard.empty()) write_guard(out, transition, guard);
    write_string(out, "target", to);
    if (!first.empty() || !transition.set.empty()) {
        out.key("actions").begin_list();
        if (!first.empty()) write_set(out, first);
        if (!transition.set.empty()) write_set(out, transition.set);
        out.end_list();
    }
    out.key("meta").begin_object();
    write_text(out, "else", transition.otherwise);
    write_cite(out, transition.provenance);
    out.end_object().end_object();
}

void write_state(Writer& out, const Rulebook& book, const std::string& id, const LifecycleState& state) {
    out.key(id).begin_object();
    if (state.final) out.key("type").text("final");
    out.key("meta").begin_object();
    write_text(out, "name", state.name);
    write_cite(out, state.provenance);
    if (!state.deadlines.empty()) {
        out.key("deadlines").begin_object();
        for (const auto& [each, deadline] : state.deadlines) {
            out.key(each);
            write_deadline(out, deadline);
        }
        out.end_object();
    }
    out.end_object();
    if (!state.on.empty()) out.key("on").begin_object();
    for (const auto& [event, transitions] : state.on) {
        out.key(event).begin_list();
        std::string prefix = id;
        prefix.append(".").append(event).append(".");
        for (std::size_t i = 0; i < transitions.size(); ++i) {
            const Transition& each = transitions[i];
            const std::string guard = guard_id(book, each, prefix + std::to_string(i));
            write_transition(out, each, each.to, guard, {});
            if (!guard.empty() && i + 1 < transitions.size()) write_undecided(out, guard);
        }
        out.end_list();
    }
    if (!state.on.empty()) out.end_object();
    out.end_object();
}

void write_start(Writer& out, const Rulebook& book, const LifecycleSection& section) {
    const std::string id(before_first);
    Named<std::string> initial;
    for (const auto& [field, what] : section.fields) initial.emplace_back(field, what.initial.empty() ? "null" : what.initial);
    out.key(before_first).begin_object();
    out.key("on").begin_object();
    out.key(section.starts_with).begin_list();
    write_transition(out, section.start, section.initial, guard_id(book, section.start, id + "." + section.starts_with + ".0"), initial);
    out.end_list().end_object().end_object();
}

void write_field(Writer& out, const LifecycleField& field) {
    out.begin_object();
    write_text(out, "name", field.field.name);
    out.key("type").text(name(field.field.type));
    write_string(out, "unit", field.field.unit);
    if (!field.field.values.empty()) {
        out.key("values").begin_list();
        for (const std::string& value : field.field.values) out.text(value);
        out.end_list();
    }
    if (field.optional) out.key("optional").boolean(true);
    out.end_object();
}

void write_fields(Writer& out, std::string_view key, const Named<LifecycleField>& fields) {
    if (fields.empty()) return;
    out.key(key).begin_object();
    for (const auto& [id, field] : fields) {
        out.key(id);
        write_field(out, field);
    }
    out.end_object();
}

void write_meta(Writer& out, const Rulebook& book, const LifecycleSection& section) {
    out.key("meta").begin_object();
    write_text(out, "title", book.title);
    write_string(out, "label", book.label);
    write_cite(out, section.provenance);
    out.key("events").begin_object();
    for (const auto& [id, event] : section.events) {
        out.key(id).begin_object();
        write_text(out, "name", event.name);
        write_string(out, "by", event.by);
        write_fields(out, "data", event.data);
        write_cite(out, event.provenance);
        out.end_object();
    }
    out.end_object();
    write_fields(out, "fields", section.fields);
    out.end_object();
}

}  // namespace

std::string xstate_machine(const Rulebook& book) {
    const LifecycleSection& section = *book.lifecycle;
    Writer out;
    out.begin_object();
    out.key("id").text(book.id);
    out.key("version").text(book.version);
    write_meta(out, book, section);
    out.key("context").begin_object();
    for (const auto& [id, field] : section.fields) out.key(id).null();
    out.end_object();
    out.key("initial").text(before_first);
    out.key("states").begin_object();
    write_start(out, book, section);
    for (const auto& [id, state] : section.states) write_state(out, book, id, state);
    out.end_object().end_object();
    return out.take();
}

}  // namespace biaochi
