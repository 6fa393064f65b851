/// @file
/// The small ruleset of the tests of records.

#include <gtest/gtest.h>

#include "biaochi/rulebook/parse.hpp"
#include "unit/record/sample.hpp"

namespace biaochi::sample {
namespace {

constexpr std::string_view rulebook = R"({
  "format": "biaochi/1", "id": "sample", "version": "1", "effective": {"from": "2019-01-01"},
  "title": {"zh": "样例", "en": "Sample"}, "sources": {"plan": {"title": {"en": "A plan"}}},
  "units": {"台套": {"of": "台", "times": 2}},
  "facts": {
    "firms": {"name": {"en": "Firms"}, "unit": "家", "min": 0, "whole": true},
    "hightech_firms": {"name": {"en": "High-tech firms"}, "unit": "家", "min": 0, "whole": true, "part_of": "firms"},
    "spend": {"name": {"en": "Spending"}, "unit": "亿元", "min": 0},
    "st_spend": {"name": {"en": "Spending on science"}, "unit": "万元", "min": 0, "part_of": "spend"},
    "share": {"name": {"en": "Share"}, "unit": "%", "min": 0, "max": 100},
    "machines": {"name": {"en": "Machines"}, "unit": "台", "min": 0},
    "growth": {"name": {"en": "Growth"}},
    "services": {"name": {"en": "Services"}, "kind": "items", "unit": "个",
      "levels": {"national": {"name": {"en": "National"}}, "provincial": {"name": {"en": "Provincial"}}},
      "items": {"makerspace": {"name": {"en": "Makerspaces"}, "levels": ["national", "provincial"]},
                "tech_centre": {"name": {"en": "Centres"}, "levels": ["national"]}}},
    "st_department": {"name": {"en": "Department"}, "kind": "options",
      "options": {"independent": {"name": {"en": "Independent"}}, "leading_group": {"name": {"en": "Leading group"}},
                  "plan": {"name": {"en": "Plan"}}}},
    "st_management": {"name": {"en": "Management"}, "kind": "judged", "min": 0, "max": 5},
    "opinion": {"name": {"en": "Opinion"}, "kind": "judged", "min": 0, "max": 5}},
  "score": {"id": "total", "points": 40, "parts": [
    {"id": "st_department", "points": 15, "options": [
      {"choose": "one", "of": {"independent": 10, "leading_group": 5}}, {"choose": "any", "of": {"plan": 5}}]},
    {"id": "department_again", "fact": "st_department", "points": 15, "options": [
      {"choose": "one", "of": {"independent": 10, "leading_group": 5}}, {"choose": "any", "of": {"plan": 5}}]},
    {"id": "st_management", "points": 5, "judged": {"panel": {"at_least": 3, "drop_highest": 1, "drop_lowest": 1}}},
    {"id": "opinion", "points": 5, "judged": {}}]}})";

Ruleset compile_sample() {
    const ParsedRulebook parsed = parse_rulebook(rulebook);
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << issue.where << ": " << issue.message.en;
    return compile(parsed.rulebook.value(), parsed.rulebook->effective.from).rules.value();
}

}  // namespace

const Ruleset& rules() {
    static const Ruleset compiled = compile_sample();
    return compiled;
}

ReadRecords read_facts(std::string_view facts) {
    return read_records(rules(), R"({"records": [{"region": "合作市", "period": "2020", "facts": )" + std::string(facts) + "}]}");
}

Record good(std::string_view facts) {
    ReadRecords read = read_facts(facts);
    EXPECT_TRUE(read.issues.empty()) << facts << ": " << found(read.issues)[0];
    EXPECT_EQ(read.records.size(), 1U);
    return read.records.empty() ? empty_record(rules()) : std::move(read.records[0]);
}

std::vector<std::string> found(const std::vector<Issue>& issues) {
    std::vector<std::string> texts;
    for (const Issue& issue : issues) texts.push_back(std::string(name(issue.code)) + " " + issue.where);
    return texts;
}

std::vector<std::string> wrong_facts(std::string_view facts) {
    constexpr std::string_view start = "/records/0/facts";
    ReadRecords read = read_facts(facts);
    for (Issue& issue : read.issues) {
        EXPECT_EQ(issue.where.substr(0, start.size()), start);
        issue.where.erase(0, start.size());
    }
    return found(read.issues);
}

std::string cell(const Record& record, std::string_view slot) {
    const Cell& cell = record.cells.at(rules().slot(slot));
    return std::string(name(cell.status)) + " " + cell.value.text();
}

Given given(const Record& record, std::string_view slot) {
    const auto entry = record.given.find(rules().slot(slot));
    return entry == record.given.end() ? Given{} : entry->second;
}

TEST(RecordSample, HasASlotForEveryFigure) {
    ASSERT_EQ(rules().slots().size(), 15U);
    EXPECT_EQ(rules().slot("services.tech_centre"), rules().slot("services.tech_centre.national"));
}

}  // namespace biaochi::sample
