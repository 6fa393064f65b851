/// @file
/// Reading logs of events and saved cases.

#include "biaochi/lifecycle/read.hpp"

#include <algorithm>
#include <unordered_map>

#include "biaochi/lifecycle/advance.hpp"
#include "lifecycle/fold.hpp"
#include "lifecycle/read_event.hpp"

namespace biaochi {
namespace detail {
namespace {

/// Reads the lines of one log.
class LogReader {
public:
    LogReader(const Ruleset& rules, std::span<const Case> begun, ReadEvents& result)
        : rules_(rules), book_(rules.rulebook()), result_(result) {
        for (const Case& each : begun) cases_.emplace(each.id, each);
    }

    void read_line(std::string_view text, std::size_t line) {
        std::vector<Issue> issues;
        json::Parsed parsed = json::parse(text);
        issues = std::move(parsed.issues);
        if (parsed.value && issues.empty()) {
            Context context{book_, issues};
            if (auto event = read_event(context, *parsed.value, "")) {
                event->line = line;
                if (issues.empty()) accept(std::move(*event), issues);
            }
        }
        for (Issue& issue : issues) {
            issue.line = line;
            result_.issues.push_back(std::move(issue));
        }
    }

private:
    /// Checks an event against those before it in its case, whether these were possible or not.
    void accept(DatedEvent event, std::vector<Issue>& issues) {
        const auto [place, fresh] = cases_.try_emplace(event.of);
        Case& of = place->second;
        if (fresh) of.id = event.of;
        if (const auto kind = fault(rules_, of.history, event)) {
            Refusal refusal;
            refusal.kind = *kind;
            refusal.event = std::move(event);
            issues.push_back(*issue_of(rules_, of, refusal));
            return;
        }
        of.history.push_back(event);
        result_.events.push_back(std::move(event));
    }

    const Ruleset& rules_;
    Rulebook book_;
    ReadEvents& result_;
    std::unordered_map<std::string, Case> cases_;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

/// @return whether the case goes on from another version
bool read_head(Context& context, Fields& fields, const Rulebook& book, const std::optional<std::string>& as, Case& result) {
    if (const auto* id = fields.need("case")) result.id = read_string(context, *id, fields.at("case"));
    if (const auto* id = fields.need("rulebook")) {
        result.rulebook = read_string(context, *id, fields.at("rulebook"));
        if (id->kind == json::Kind::text && result.rulebook != book.id) {
            context.report(IssueCode::other_rulebook, fields.at("rulebook"), {result.rulebook, book.id});
            return false;
        }
    }
    if (const auto* earlier = fields.take("earlier_versions")) {
        result.earlier_versions = read_strings(context, *earlier, fields.at("earlier_versions"));
    }
    const auto* version = fields.need("version");
    if (version == nullptr) return false;
    result.version = read_string(context, *version, fields.at("version"));
    if (version->kind != json::Kind::text || result.version == book.version) return false;
    if (as == book.version) {
        result.earlier_versions.push_back(std::exchange(result.version, book.version));
        return true;
    }
    context.report(IssueCode::other_version, fields.at("version"), {result.version, as.value_or(book.version)});
    return false;
}

void read_state(Context& context, Fields& fields, const LifecycleSection& section, Case& result) {
    const auto* state = fields.need("state");
    if (state == nullptr || state->kind == json::Kind::null) return;
    if (const auto* since = fields.need("since")) result.since = read_date(context, *since, fields.at("since")).value_or(Date{});
    const std::string id = read_string(context, *state, fields.at("state"));
    const auto found = std::find_if(section.states.begin(), section.states.end(), [&](const auto& each) { return each.first == id; });
    if (found == section.states.end()) {
        context.report(IssueCode::unknown_state, fields.at("state"), {id, nearest_or_all(id, names_of(section.states))});
        return;
    }
    result.state = static_cast<std::size_t>(found - section.states.begin());
}

void read_fields(Context& context, const json::Value& value, const std::string& pointer, const LifecycleSection& section, Case& result) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    for (const auto& [id, field] : section.fields) {
        const auto* each = fields.need(id);
        if (each != nullptr) result.fields.push_back(read_field_value(context, *each, fields.at(id), field.field, id));
    }
    fields.done();
}

/// What happened under an earlier version is not measured by the days on which this one is in force.
void read_history(Context& context, const json::Value& value, const std::string& pointer, const Ruleset& rules, Case& result) {
    if (!expect(context, value, json::Kind::list, pointer)) return;
    const bool own = result.version == rules.rulebook().version && result.earlier_versions.empty();
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        const std::string where = json::child(pointer, i);
        auto event = read_event(context, value.items[i], where);
        if (!event) continue;
        if (event->of != result.id) context.report(IssueCode::bad_value, where + "/case", {event->of, result.id});
        const auto kind = own ? fault(rules, result.history, *event) : out_of_turn(rules, result.history, *event);
        if (kind) {
            Refusal refusal;
            refusal.kind = *kind;
            refusal.event = std::move(*event);
            context.issues.push_back(*issue_of(rules, result, refusal));
            context.issues.back().where = where;
        } else {
            result.history.push_back(std::move(*event));
        }
    }
}

/// A case stands in a state since the day of one of its events; one that has not begun has neither.
void check_together(Context& context, const Fields& fields, const Ruleset& rules, const Case& of) {
    const LifecycleSection& lifecycle = section(rules);
    std::vector<std::string> days;
    for (const DatedEvent& event : of.history) days.push_back(date_text(event.date));
    if (of.state == no_index) {
        if (!days.empty()) context.report(IssueCode::bad_value, fields.at("state"), {"null", joined(names_of(lifecycle.states))});
    } else if (days.empty()) {
        context.report(IssueCode::event_before_start, fields.at("history"),
                       {of.id, lifecycle.states[of.state].first, lifecycle.starts_with, date_text(of.since)});
    } else if (std::find(days.begin(), days.end(), date_text(of.since)) == days.end()) {
        context.report(IssueCode::bad_value, fields.at("since"), {date_text(of.since), joined(days)});
    }
}

/// Reports cases that are saved more than once.
void check_repeated(Context& context, const std::vector<Case>& cases, const std::string& pointer) {
    std::unordered_map<std::string_view, std::size_t> first;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto [place, fresh] = first.try_emplace(cases[i].id, i);
        if (fresh || cases[i].id.empty()) continue;
        context.report(IssueCode::repeated_record, json::child(pointer, i) + "/case",
                       {cases[i].id, "", json::child(pointer, place->second)});
    }
}

void read_case(Context& context, const json::Value& value, const std::string& pointer, const Ruleset& rules,
               const std::optional<std::string>& as, ReadCases& read) {
    Case& result = read.cases.emplace_back();
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    const std::size_t before = context.issues.size();
    const LifecycleSection& lifecycle = section(rules);
    if (read_head(context, fields, rules.rulebook(), as, result)) read.carried.push_back(read.cases.size() - 1);
    if (!result.rulebook.empty() && result.rulebook != rules.rulebook().id) return;  // all the rest would be strange as well
    read_state(context, fields, lifecycle, result);
    if (const auto* each = fields.need("fields")) {
        if (result.state != no_index || !each->members.empty()) read_fields(context, *each, fields.at("fields"), lifecycle, result);
    }
    if (const auto* history = fields.need("history")) read_history(context, *history, fields.at("history"), rules, result);
    fields.done();
    if (context.issues.size() == before) check_together(context, fields, rules, result);
}

/// The cases of an answer of replay, which may be handed in whole; any other value as it is. With its JSON Pointer.
std::pair<const json::Value*, std::string> list_of_cases(Context& context, const json::Value& value) {
    if (value.kind != json::Kind::object || value.find("cases") == nullptr) return {&value, ""};
    Fields fields(context, value, "");
    for (const char* key : {"rulebook", "version", "on", "label", "readings", "calendars", "carried_over", "states", "refusals"})
        fields.take(key);
    const json::Value* cases = fields.take("cases");
    fields.done();
    return {cases, fields.at("cases")};
}

}  // namespace
}  // namespace detail

ReadEvents read_events(const Ruleset& rules, std::string_view text, std::span<const Case> begun) {
    ReadEvents result;
    detail::LogReader reader(rules, begun, result);
    std::size_t line = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view one = text.substr(0, end);
        ++line;
        if (!detail::is_blank(one)) reader.read_line(one, line);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return result;
}

ReadCases read_cases(const Ruleset& rules, std::string_view json, const std::optional<std::string>& as) {
    ReadCases result;
    json::Parsed parsed = json::parse(json);
    result.issues = std::move(parsed.issues);
    if (!parsed.value || !result.issues.empty()) return result;
    Rulebook book = rules.rulebook();
    detail::Context context{book, result.issues};
    const auto [value, pointer] = detail::list_of_cases(context, *parsed.value);
    if (value->kind != json::Kind::list) {
        detail::read_case(context, *value, pointer, rules, as, result);
        return result;
    }
    for (std::size_t i = 0; i < value->items.size(); ++i) {
        detail::read_case(context, value->items[i], json::child(pointer, i), rules, as, result);
    }
    detail::check_repeated(context, result.cases, pointer);
    return result;
}

}  // namespace biaochi
