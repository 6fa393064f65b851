#pragma once
/// @file
/// Small rulebooks written in a test: a frame around facts and a score tree, and short ways to use them.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "biaochi/biaochi.hpp"

namespace biaochi::support {

/// A rulebook with these members beside its head: `"facts": {…}, "score": {…}, …`.
inline std::string rulebook_text(const std::string& members) {
    return R"({"format": "biaochi/1", "id": "sample", "version": "1", "effective": {"from": "2020-01-01", "until": "2030-01-01"},
               "title": {"en": "Sample"}, "sources": {"plan": {"title": {"en": "Plan"}}}, )" +
           members + "}";
}

/// Each issue as "code pointer".
inline std::vector<std::string> found(const std::vector<Issue>& issues) {
    std::vector<std::string> lines;
    for (const Issue& issue : issues) lines.push_back(std::string(name(issue.code)) + " " + issue.where);
    return lines;
}

/// The issues of a rulebook with these members.
inline std::vector<std::string> wrong(const std::string& members) { return found(parse_rulebook(rulebook_text(members)).issues); }

/// Rules compiled from a rulebook with these members, which must be right.
inline Ruleset rules_of(const std::string& members, const std::map<std::string, std::string>& readings = {}) {
    const ParsedRulebook parsed = parse_rulebook(rulebook_text(members));
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << name(issue.code) << " " << issue.where << ": " << issue.message.en;
    const CompiledRuleset compiled = compile(parsed.rulebook.value(), parsed.rulebook->effective.from, readings);
    for (const Issue& issue : compiled.issues) ADD_FAILURE() << name(issue.code) << ": " << issue.message.en;
    return compiled.rules.value();
}

/// A number written in a test.
inline Number number(const std::string& text) { return parse_number(text).value(); }

/// A record with these reported figures; the rest is missing.
inline Record record_of(const Ruleset& rules, const std::map<std::string, std::string>& figures) {
    Record record = empty_record(rules);
    for (const auto& [slot, value] : figures) {
        EXPECT_NE(rules.slot(slot), no_index) << slot;
        record.cells.at(rules.slot(slot)) = {Status::reported, number(value)};
    }
    return record;
}

/// Points as text: "17/6", or "0 .. 10" where they are an interval, or the state of a node without points.
inline std::string text(const NodeOutcome& outcome) {
    if (outcome.state == NodeState::excluded) return "excluded";
    if (outcome.state == NodeState::refused) return "refused";
    if (outcome.points.decided()) return outcome.points.low.text();
    return outcome.points.low.text() + " .. " + outcome.points.high.text();
}

/// The points of a node under a record's figures.
inline std::string points(const Ruleset& rules, const Record& record, const std::string& node = "total") {
    return text(score(rules, record).nodes.at(rules.node(node)));
}

}  // namespace biaochi::support
