#pragma once
/// @file
/// The city of tests/rulebooks/good/city_conditions.json, for tests of subjects, conditions and what is said of them.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "biaochi/biaochi.hpp"

namespace biaochi::support {

/// The rulebook's rules for 2024-03-01.
inline Ruleset city_rules(const std::map<std::string, std::string>& readings = {}) {
    std::ifstream file(std::string(BIAOCHI_ROOT) + "/tests/rulebooks/good/city_conditions.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const ParsedRulebook parsed = parse_rulebook(text);
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << name(issue.code) << " " << issue.where << ": " << issue.message.en;
    return compile(parsed.rulebook.value(), parse_date("2024-03-01").value(), readings).rules.value();
}

/// A document of a city whose counties have these classes and statuses; a class "" is left out.
inline std::string city_text(const std::vector<std::pair<std::string, std::string>>& counties, const std::string& more = "") {
    static const std::vector<std::string> names{"甲县", "乙县", "丙县", "丁县", "戊县"};
    std::string list;
    for (std::size_t i = 0; i < counties.size(); ++i) {
        const auto& [class_, status] = counties[i];
        list += (i == 0 ? "" : ", ") + std::string(R"({"region": ")") + names[i] + R"(", "fields": {)";
        if (!class_.empty()) list += R"("class": ")" + class_ + "\"";
        if (!class_.empty() && !status.empty()) list += ", ";
        if (!status.empty()) list += R"("status": ")" + status + "\"";
        list += "}}";
    }
    return R"({"region": "示例市", "on": "2024-03-01", "members": {"counties": [)" + list + "]}" + more + "}";
}

/// The city of the worked example: classes A, B, B, C, A, three designated.
inline std::string example_city() {
    return city_text({{"A", "designated"}, {"B", "designated"}, {"B", "none"}, {"C", "designated"}, {"A", "none"}});
}

/// Reads one subject, which must be right.
inline Subject subject_of(const Ruleset& rules, const std::string& text) {
    ReadSubjects read = read_subjects(rules, text);
    for (const Issue& issue : read.issues) ADD_FAILURE() << name(issue.code) << " " << issue.where << ": " << issue.message.en;
    return read.subjects.at(0);
}

/// Each need as its path, `reading …` or `judged …`.
inline std::vector<std::string> needs_of(const Ruleset& rules, const std::vector<Missing>& needs) {
    std::vector<std::string> all;
    for (const Missing& need : needs) {
        if (!need.fact.empty()) all.push_back(need.fact);
        if (!need.judged.empty()) all.push_back("judged " + need.judged);
        if (need.open != no_index) all.push_back("reading " + rules.rulebook().open[need.open].first);
    }
    return all;
}

}  // namespace biaochi::support
