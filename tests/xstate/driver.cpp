/// @file
/// Random histories of a rulebook's lifecycle as JSON Lines, for tests/xstate/compare.mjs: each event with what every guard and effect of
/// the state comes to, and where the case stands afterwards.
///
/// Guards and effects are compiled and evaluated here from the rulebook's words, not by the fold that is tested.
/// Usage: xstate_driver RULEBOOK CALENDAR SEQUENCES SEED

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "biaochi/explain/results.hpp"
#include "biaochi/rulebook/calendar_file.hpp"
#include "json/value.hpp"
#include "random_history.hpp"
#include "truths.hpp"

namespace {

using namespace biaochi;
using xstate::Truths;

std::string read_file(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Ruleset rules_of(const char* path) {
    const ParsedRulebook parsed = parse_rulebook(read_file(path));
    if (!parsed.rulebook) throw std::runtime_error(issues_json(parsed.issues));
    const CompiledRuleset compiled = compile(*parsed.rulebook, parsed.rulebook->effective.from);
    if (!compiled.rules) throw std::runtime_error(issues_json(compiled.issues));
    return *compiled.rules;
}

std::string state_name(const Ruleset& rules, const Case& of) {
    return of.state == no_index ? "$begin" : rules.rulebook().lifecycle->states[of.state].first;
}

std::string fields_json(const Ruleset& rules, const Case& of) {
    std::string json = "{";
    for (std::size_t i = 0; i < of.fields.size(); ++i) {
        json += (i == 0 ? "" : ",") + json::quote(rules.rulebook().lifecycle->fields[i].first) + ":" +
                json::quote(feel::feel_text(of.fields[i]));
    }
    return json + "}";
}

/// Dates forbid an event before the lifecycle is asked.
bool by_date(const Refusal& refusal) {
    return refusal.kind == RefusalKind::not_in_force || refusal.kind == RefusalKind::before_begin ||
           refusal.kind == RefusalKind::out_of_order || refusal.kind == RefusalKind::repeated || refusal.kind == RefusalKind::contradicts;
}

/// Replay of the whole, and of a prefix and then the rest, is one event after the other.
void check_replay(const Ruleset& rules, const xstate::History& history, const Case& after) {
    const std::vector<DatedEvent>& events = history.events;
    const auto cut = events.begin() + static_cast<std::ptrdiff_t>(events.size() / 2);
    const Replayed once = replay(rules, events, history.subjects, {history.begun}, history.calendars);
    Replayed first = replay(rules, {events.begin(), cut}, history.subjects, {history.begun}, history.calendars);
    const Replayed rest = replay(rules, {cut, events.end()}, history.subjects, std::move(first.cases), history.calendars);
    const bool same = once.cases.empty() ? after.state == no_index : once.cases[0] == after;
    if (!same || rest.cases != once.cases) throw std::runtime_error("replay, replay in two parts and advance differ");
}

void tell(const Ruleset& rules, const xstate::History& history) {
    Case now = history.begun;
    Truths truths(rules, history.subjects, history.calendars);
    std::string line;
    for (const DatedEvent& event : history.events) {
        const std::string table = truths.json(now, event);
        Advanced advanced = advance(rules, now, event, history.subjects, history.calendars);
        const bool accepted = advanced.moved.has_value();
        if (accepted) now = std::move(*advanced.moved);
        if (!line.empty()) line += ",";
        line += "{\"event\":" + json::quote(rules.rulebook().lifecycle->events[event.event].first) + "," + table +
                ",\"accepted\":" + (accepted ? "true" : "false") +
                ",\"by_date\":" + (advanced.refusal && by_date(*advanced.refusal) ? "true" : "false") +
                ",\"state\":" + json::quote(state_name(rules, now)) + ",\"fields\":" + fields_json(rules, now) + "}";
    }
    std::cout << "{\"state\":" << json::quote(state_name(rules, history.begun)) << ",\"fields\":" << fields_json(rules, history.begun)
              << ",\"events\":[" << line << "]}\n";
    check_replay(rules, history, now);
}

}  // namespace

int main(int count, char** words) {
    if (count != 5) {
        std::cerr << "usage: xstate_driver RULEBOOK CALENDAR SEQUENCES SEED\n";
        return 2;
    }
    try {
        const Ruleset rules = rules_of(words[1]);
        const ParsedCalendar calendar = parse_calendar(read_file(words[2]));
        xstate::Histories histories(rules, calendar.calendar.value(), static_cast<unsigned>(std::stoul(words[4])));
        for (unsigned long left = std::stoul(words[3]); left > 0; --left) tell(rules, histories.next());
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << '\n';
        return 1;
    }
    return 0;
}
