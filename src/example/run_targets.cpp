/// @file
/// The examples of targets.

#include "example/run_targets.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/target_plan.hpp"
#include "biaochi/target/progress.hpp"
#include "json/value.hpp"
#include "rulebook/targets.hpp"

namespace biaochi::detail {
namespace {

std::string text_of(const std::optional<Interval>& value) {
    if (!value) return "null";
    return value->decided() ? value->low.text() : value->low.text() + "–" + value->high.text();
}

void compare(const TargetProgress& found, const ExpectedTarget& expected, const std::string& where, std::vector<Issue>& issues) {
    const auto differ = [&](std::string_view what, const std::string& is, const std::string& should) {
        if (is != should) issues.push_back(make_issue(IssueCode::example_differs, json::child(where, what), {what, is, should}));
    };
    const auto number = [&](std::string_view what, const std::optional<Interval>& is, const std::optional<Expected>& should) {
        if (should) differ(what, text_of(is), text_of(Interval{should->low, should->high}));
    };
    differ("status", std::string(name(found.status)), expected.status);
    number("value", found.value, expected.value);
    number("completion", found.completion, expected.completion);
    number("distance", found.distance, expected.distance);
    number("pace", found.pace, expected.pace);
}

/// The last day of the latest period.
Date latest(const std::vector<Record>& records) {
    Date last = Date(std::chrono::year(earliest_year) / std::chrono::January / 1);
    for (const Record& record : records) last = std::max(last, last_day(record.period).value_or(last));
    return last;
}

/// Takes over what is wrong with the records, at their places in the rulebook.
bool read_well(std::vector<Issue> found, const std::string& place, std::vector<Issue>& issues) {
    const bool well = !has_errors(found);
    for (Issue& issue : found) {
        issue.where.insert(0, place);
        issue.line = issue.column = 0;  // they counted in the records' own text
        issues.push_back(std::move(issue));
    }
    return well;
}

}  // namespace

void run_targets(const Ruleset& rules, const Example& example, const std::string& place, std::vector<Issue>& issues) {
    if (example.records.empty() || rules.targets() == nullptr) return;
    ReadRecords read = read_records(rules, R"({"records": )" + example.records + "}");
    std::erase_if(read.issues, [](const Issue& issue) { return issue.code == IssueCode::unknown_member; });  // peers of an example are few
    if (!read_well(std::move(read.issues), place, issues)) return;
    const auto of_region = [&](const Record& record) { return record.region == example.region; };
    if (std::none_of(read.records.begin(), read.records.end(), of_region)) {
        std::vector<std::string> regions;
        for (const Record& record : read.records) regions.push_back(record.region);
        const std::string near = nearest_name(example.region, regions);
        issues.push_back(
            make_issue(IssueCode::unknown_region, json::child(place, "region"), {example.region, near.empty() ? regions.front() : near}));
        return;
    }
    const std::vector<TargetProgress> answers = progress(rules, read.records, example.region, example.on.value_or(latest(read.records)));
    for (const TargetProgress& answer : answers) {
        const std::string& id = *rules.targets()->targets[answer.target].id;
        const ExpectedTarget* expected = find(example.targets, id);
        if (expected == nullptr) continue;
        compare(answer, *expected, json::child(json::child(json::child(place, "expect"), "targets"), id), issues);
    }
}

}  // namespace biaochi::detail
