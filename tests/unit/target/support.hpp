#pragma once
/// @file
/// One target of one fact, with the figures of a region by year: what it comes to on a day.

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "biaochi/biaochi.hpp"
#include "biaochi/ruleset/target_plan.hpp"
#include "support/rules.hpp"

namespace biaochi::support {

/// The facts that the tests of targets have: `x` of any number, `count` from 0 to 1000, `all`, and `grade`, one of a, b, c.
inline const std::string target_facts =
    R"("facts": {"x": {"name": {"en": "X"}, "unit": "万元"}, "share": {"name": {"en": "Share"}, "unit": "%"},
    "count": {"name": {"en": "Count"}, "unit": "个", "min": 0, "max": 1000, "whole": true}, "all": {"name": {"en": "All"}, "unit": "个"},
    "place": {"name": {"en": "Place"}, "min": 1},
    "grade": {"name": {"en": "Grade"}, "kind": "options",
              "options": {"a": {"name": {"en": "A"}}, "b": {"name": {"en": "B"}}, "c": {"name": {"en": "C"}}}}},)";

/// Rules with one target `t`. @param target  its members beside the name
inline Ruleset target_rules(const std::string& target, const std::string& more = "",
                            const std::map<std::string, std::string>& readings = {}) {
    return rules_of(target_facts + more + R"("targets": {"t": {"name": {"en": "T"}, )" + target + "}}", readings);
}

/// Figures by period: `{{"2021", {{"x", "3"}}}}`.
using Figures = std::vector<std::pair<std::string, std::map<std::string, std::string>>>;

/// Records of a region.
inline std::vector<Record> records_of(const Ruleset& rules, const Figures& figures, const std::string& region = "A") {
    std::vector<Record> records;
    for (const auto& [period, facts] : figures) {
        records.push_back(record_of(rules, facts));
        records.back().region = region;
        records.back().period = period;
    }
    return records;
}

/// What the only target comes to for region A.
inline TargetProgress asked_of(const Ruleset& rules, const std::vector<Record>& records, const std::string& on) {
    return progress(rules, records, "A", parse_date(on).value()).at(0);
}

inline TargetProgress asked(const Ruleset& rules, const Figures& figures, const std::string& on) {
    return asked_of(rules, records_of(rules, figures), on);
}

/// The status of the only target for region A.
inline std::string status(const Ruleset& rules, const Figures& figures, const std::string& on) {
    return std::string(name(asked(rules, figures, on).status));
}

/// A number or both ends: "3", "3..5", "none".
inline std::string text(const std::optional<Interval>& value) {
    if (!value) return "none";
    return value->decided() ? value->low.text() : value->low.text() + ".." + value->high.text();
}

/// What would help to decide: "figure x 2021", "day", "peers x 2021 B,C".
inline std::vector<std::string> needs(const Ruleset& rules, const TargetProgress& answer) {
    std::vector<std::string> lines;
    for (const TargetNeed& need : answer.needs) {
        std::string line(name(need.kind));
        if (need.slot != no_index) line += " " + rules.slots()[need.slot].id;
        if (need.day) line += " " + date_text(*need.day);
        if (need.open != no_index) line += " " + rules.rulebook().open[need.open].first;
        for (const std::string& region : need.regions) line += " " + region;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace biaochi::support
