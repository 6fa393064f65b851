/// @file
/// Cases and events as JSON.

#include "lifecycle/write.hpp"

#include "json/feel_value.hpp"
#include "lifecycle/fold.hpp"

namespace biaochi {
namespace detail {

void write_event(json::Writer& out, const Ruleset& rules, const DatedEvent& event) {
    const auto& [id, source] = section(rules).events[event.event];
    out.begin_object();
    out.key("date").text(date_text(event.date));
    out.key("case").text(event.of);
    out.key("event").text(id);
    if (!event.data.empty()) {
        out.key("data").begin_object();
        for (std::size_t i = 0; i < event.data.size(); ++i) json::write_value(out, source.data[i].first, event.data[i]);
        out.end_object();
    }
    if (!event.evidence.empty()) out.key("evidence").text(event.evidence);
    out.end_object();
}

void write_case(json::Writer& out, const Ruleset& rules, const Case& of) {
    const LifecycleSection& lifecycle = section(rules);
    out.begin_object();
    out.key("case").text(of.id);
    out.key("rulebook").text(of.rulebook);
    out.key("version").text(of.version);
    if (!of.earlier_versions.empty()) {
        out.key("earlier_versions").begin_list();
        for (const std::string& version : of.earlier_versions) out.text(version);
        out.end_list();
    }
    out.key("state");
    if (of.state == no_index) {
        out.null();
    } else {
        out.text(lifecycle.states[of.state].first);
        out.key("since").text(date_text(of.since));
    }
    out.key("fields").begin_object();
    for (std::size_t i = 0; i < of.fields.size(); ++i) json::write_value(out, lifecycle.fields[i].first, of.fields[i]);
    out.end_object();
    out.key("history").begin_list();
    for (const DatedEvent& event : of.history) write_event(out, rules, event);
    out.end_list();
    out.end_object();
}

}  // namespace detail

std::string cases_json(const Ruleset& rules, std::span<const Case> cases) {
    json::Writer out;
    out.begin_list();
    for (const Case& each : cases) {
        detail::expect_same_rules(rules, each);
        detail::write_case(out, rules, each);
    }
    out.end_list();
    return out.take();
}

}  // namespace biaochi
