#pragma once
/// @file
/// Rules with a lifecycle, and short ways to write events.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "biaochi/core/error.hpp"
#include "biaochi/lifecycle/advance.hpp"
#include "biaochi/lifecycle/due.hpp"
#include "biaochi/lifecycle/read.hpp"
#include "biaochi/rulebook/calendar_file.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace biaochi::support {

inline std::string read_file(const std::string& path) {
    std::ifstream file(std::string(BIAOCHI_ROOT) + path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The rules of a text.
inline Ruleset rules_in(const std::string& text, const std::map<std::string, std::string>& readings = {}) {
    const ParsedRulebook parsed = parse_rulebook(text);
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << issue.where << ": " << issue.message.en;
    const CompiledRuleset compiled = compile(parsed.rulebook.value(), parsed.rulebook->effective.from, readings);
    for (const Issue& issue : compiled.issues) ADD_FAILURE() << issue.where << ": " << issue.message.en;
    return compiled.rules.value();
}

/// The rules of a file.
inline Ruleset rules_of(const std::string& path, const std::map<std::string, std::string>& readings = {}) {
    return rules_in(read_file(path), readings);
}

/// The rules of tests/rulebooks/good/lifecycle.json.
inline Ruleset lifecycle_rules(const std::map<std::string, std::string>& readings = {}) {
    return rules_of("/tests/rulebooks/good/lifecycle.json", readings);
}

/// The same rules, in force from 2023-09-01 to 2025-09-30.
inline Ruleset rules_for_two_years() {
    std::string text = read_file("/tests/rulebooks/good/lifecycle.json");
    const std::string force = R"({"from": "2023-01-01"})";
    text.replace(text.find(force), force.size(), R"({"from": "2023-09-01", "until": "2025-10-01"})");
    return rules_in(text);
}

inline Date day(const std::string& text) { return parse_date(text).value(); }

/// Events of the case `a`, each written as `DATE EVENT [JSON of its data]`.
inline std::vector<DatedEvent> events(const Ruleset& rules, const std::vector<std::string>& lines) {
    std::string log;
    for (const std::string& line : lines) {
        const std::size_t after = line.find(' ', 11);
        log += R"({"date": ")" + line.substr(0, 10) + R"(", "case": "a", "event": ")" + line.substr(11, after - 11) + "\"";
        if (after != std::string::npos) log += R"(, "data": )" + line.substr(after + 1);
        log += "}\n";
    }
    ReadEvents read = read_events(rules, log);
    for (const Issue& issue : read.issues) ADD_FAILURE() << issue.line << " " << issue.where << ": " << issue.message.en;
    return read.events;
}

inline const std::string& state_name(const Ruleset& rules, const Case& of) { return rules.rulebook().lifecycle->states.at(of.state).first; }

/// The case `a` after these events, which must all be accepted.
inline Case case_after(const Ruleset& rules, const std::vector<std::string>& lines) {
    const Replayed replayed = replay(rules, events(rules, lines));
    EXPECT_EQ(replayed.refusals.size(), 0U);
    return replayed.cases.at(0);
}

/// The way of a case up to the beginning of its construction.
inline std::vector<std::string> until_building() {
    return {"2023-09-01 apply", R"(2023-09-15 review {"result": "pass", "points": 72})", "2023-09-27 post", "2023-10-11 approve"};
}

inline std::vector<std::string> operator+(std::vector<std::string> a, const std::vector<std::string>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// One duty a line: `id state earliest [.. latest] [done DATE] [issue]`.
inline std::vector<std::string> duties(const Ruleset& rules, const Case& of, const std::string& as_of) {
    const ParsedCalendar calendar = parse_calendar(read_file("/rulebooks/calendars/cn.json"));
    const std::vector<WorkingCalendar> calendars{calendar.calendar.value()};
    std::vector<std::string> lines;
    for (const Duty& each : due(rules, of, day(as_of), calendars)) {
        std::string line = *each.deadline->id + " " + std::string(name(each.state));
        if (each.earliest) line += " " + date_text(*each.earliest);
        if (each.latest != each.earliest) line += " .. " + date_text(*each.latest);
        if (each.done_on) line += " done " + date_text(*each.done_on);
        if (each.issue) line += " " + std::string(name(each.issue->code));
        lines.push_back(line);
    }
    return lines;
}

}  // namespace biaochi::support
