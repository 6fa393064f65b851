/// @file
/// Issues: names, severities, and messages with their details filled in.

#include "biaochi/core/issue.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/issue_table.hpp"
#include "core/printable.hpp"

namespace biaochi {

namespace {

using Details = std::span<const std::string>;

/// Words of the format that a message puts into Chinese.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> chinese_words{{
    {"null", "空值"},
    {"boolean", "真假值"},
    {"number", "数字"},
    {"text", "文字"},
    {"list", "列表"},
    {"object", "对象"},
    {"certain", "确定"},
    {"likely", "很可能"},
    {"doubtful", "存疑"},
    {"date", "日期"},
    {"years and months duration", "年月时长"},
    {"days and time duration", "日时时长"},
    {"context", "结构"},
    {"range", "区间"},
    {"any value", "任意值"},
}};

std::string in_chinese(const std::string& word) {
    for (const auto& [english, chinese] : chinese_words) {
        if (word == english) return std::string(chinese);
    }
    return word;
}

/// The details as the Chinese message shows them: kinds of JSON values and degrees of confidence by their Chinese names.
std::vector<std::string> chinese_details(IssueCode code, std::vector<std::string> details) {
    if (code == IssueCode::wrong_type || code == IssueCode::misprint || code == IssueCode::type_mismatch) {
        // The first two details of a misprint are quoted from the source; the first of a mismatch is an operator or a function.
        const std::size_t quoted = code == IssueCode::misprint ? 2 : code == IssueCode::type_mismatch ? 1 : 0;
        const auto first = details.begin() + static_cast<std::ptrdiff_t>(details.size() > quoted ? quoted : 0);
        std::transform(first, details.end(), first, in_chinese);
    }
    return details;
}

/// The first detail is what was found; the others are names and lists that the message must show in full as far as it can.
constexpr std::size_t longest_first_detail = 80;
constexpr std::size_t longest_other_detail = 400;

bool starts_placeholder(std::string_view pattern, std::size_t at) {
    return at + 2 < pattern.size() && pattern[at] == '{' && pattern[at + 1] >= '0' && pattern[at + 1] <= '9' && pattern[at + 2] == '}';
}

/// Fills placeholders; `complete` becomes false where a detail is empty or not given.
std::string fill_clause(std::string_view clause, Details details, bool& complete) {
    std::string filled;
    for (std::size_t at = 0; at < clause.size();) {
        if (!starts_placeholder(clause, at)) {
            filled += clause[at++];
            continue;
        }
        const auto index = static_cast<std::size_t>(clause[at + 1] - '0');
        if (index < details.size() && !details[index].empty()) {
            filled += details[index];
        } else {
            complete = false;
        }
        at += 3;
    }
    return filled;
}

/// Fills a pattern, leaving out each clause in square brackets that lacks a detail.
std::string fill(std::string_view pattern, Details details) {
    std::string message;
    for (std::size_t at = 0; at < pattern.size();) {
        const bool optional = pattern[at] == '[';
        const std::size_t start = optional ? at + 1 : at;
        const std::size_t end = std::min(pattern.find(optional ? ']' : '[', start), pattern.size());
        bool complete = true;
        const std::string clause = fill_clause(pattern.substr(start, end - start), details, complete);
        if (complete || !optional) message += clause;
        at = optional ? end + 1 : end;
    }
    return message;
}

}  // namespace

std::string_view name(IssueCode code) noexcept { return detail::issue_entry(code).name; }

Severity severity(IssueCode code) noexcept { return detail::issue_entry(code).severity; }

std::string_view name(Severity severity) noexcept {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            break;
    }
    return "note";
}

Text message_pattern(IssueCode code) {
    const detail::IssueEntry& entry = detail::issue_entry(code);
    return {std::string(entry.zh), std::string(entry.en)};
}

Issue make_issue(IssueCode code, std::string where, std::initializer_list<std::string_view> details) {
    std::vector<std::string> printable;
    printable.reserve(details.size());
    for (const std::string_view text : details) {
        printable.push_back(detail::printable(text, printable.empty() ? longest_first_detail : longest_other_detail));
    }
    const detail::IssueEntry& entry = detail::issue_entry(code);
    Issue issue;
    issue.code = code;
    issue.severity = entry.severity;
    issue.where = std::move(where);
    issue.message = {fill(entry.zh, chinese_details(code, printable)), fill(entry.en, printable)};
    return issue;
}

bool has_errors(std::span<const Issue> issues) noexcept {
    return std::any_of(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity == Severity::error; });
}

}  // namespace biaochi
