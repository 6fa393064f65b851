/// @file
/// From a table of records to the answer: reads, checks, asks each target of each region.

#include "explain/progress_report.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "biaochi/rulebook/target_section.hpp"
#include "json/value.hpp"
#include "rulebook/reader.hpp"
#include "rulebook/targets.hpp"

namespace biaochi {
namespace detail {
namespace {

/// The indices of the targets asked for; of all where none is named.
std::vector<std::size_t> wanted(const Ruleset& rules, const std::vector<std::string>& ids, std::vector<Issue>& issues) {
    std::vector<std::size_t> indices;
    const auto& all = rules.rulebook().targets->targets;
    for (std::size_t i = 0; i < all.size() && ids.empty(); ++i) indices.push_back(i);
    for (const std::string& id : ids) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.first == id; });
        if (found == all.end()) {
            issues.push_back(make_issue(IssueCode::unknown_target, json::child("/targets", id), {id, nearest_or_all(id, names_of(all))}));
        } else {
            indices.push_back(static_cast<std::size_t>(found - all.begin()));
        }
    }
    return indices;
}

/// Every record needs a period, since progress is made in time. @return the last day of the latest
std::optional<Date> check_periods(const std::vector<Record>& records, std::string_view json, std::vector<Issue>& issues) {
    constexpr std::string_view blank = " \t\r\n\xef\xbb\xbf";
    const std::size_t start = json.find_first_not_of(blank);
    const std::string list = start != std::string_view::npos && json[start] == '[' ? "" : "/records";
    std::optional<Date> latest;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const std::optional<Date> day = last_day(records[i].period);
        if (!day) {
            const std::string where = json::child(json::child(list, i), "period");
            issues.push_back(make_issue(IssueCode::bad_value, where, {records[i].period, "YYYY, YYYY-MM, YYYY-MM-DD"}));
        } else if (!latest || *latest < *day) {
            latest = day;
        }
    }
    return latest;
}

void check_region(const std::vector<Record>& records, const std::string& region, std::vector<Issue>& issues) {
    std::vector<std::string> regions;
    std::unordered_set<std::string_view> seen;
    for (const Record& record : records) {
        if (record.region == region) return;
        if (seen.insert(record.region).second) regions.push_back(record.region);
    }
    issues.push_back(make_issue(IssueCode::unknown_region, "/region", {region, nearest_or_all(region, regions)}));
}

std::vector<std::size_t> regions_asked(const ProgressTable& table, const std::string& region) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < table.regions().size(); ++i) {
        if (region.empty() || table.regions()[i] == region) indices.push_back(i);
    }
    return indices;
}

}  // namespace

TargetProgress ProgressReport::ask(std::size_t region, std::size_t target) {
    TargetProgress answer = table.progress(region, target);
    late += answer.status == TargetStatus::behind || answer.status == TargetStatus::missed ? 1U : 0U;
    return answer;
}

}  // namespace detail

ProgressAnswer progress_of_table(const Ruleset& rules, std::string_view records, const ProgressQuestion& question, AnswerFormat format,
                                 Language language) {
    ProgressAnswer answer;
    if (rules.targets() == nullptr) {
        answer.issues.push_back(make_issue(IssueCode::missing_key, "/rulebook", {"targets"}));
        return answer;
    }
    ReadRecords read = read_records(rules, records);
    answer.issues = std::move(read.issues);
    const std::optional<Date> latest = detail::check_periods(read.records, records, answer.issues);
    std::vector<std::size_t> targets = detail::wanted(rules, question.targets, answer.issues);
    if (!question.region.empty() && !has_errors(answer.issues)) detail::check_region(read.records, question.region, answer.issues);
    if (has_errors(answer.issues)) return answer;
    const Date on = question.on.value_or(latest.value_or(rules.on()));
    const ProgressTable table(rules, read.records, on, question.region);
    detail::ProgressReport report{read.records, table, on, detail::regions_asked(table, question.region), std::move(targets)};
    answer.document = format == AnswerFormat::json ? detail::progress_json(rules, report) : detail::progress_text(rules, report, language);
    answer.late = report.late;
    return answer;
}

}  // namespace biaochi
