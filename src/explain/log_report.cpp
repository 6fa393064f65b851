/// @file
/// From the texts that were handed in to the answer: reads, replays, asks each case.

#include "explain/log_report.hpp"

#include <algorithm>
#include <utility>

#include "biaochi/lifecycle/read.hpp"
#include "biaochi/subject/subject.hpp"
#include "ruleset/in_force.hpp"

namespace biaochi {
namespace detail {
namespace {

/// Puts the name of the text before the places of its issues.
void take_issues(std::vector<Issue> from, std::string_view text, std::vector<Issue>& issues) {
    for (Issue& issue : from) {
        issue.where.insert(0, text);
        issues.push_back(std::move(issue));
    }
}

/// Reads what was handed in into the structures that the questions need.
class Reader {
public:
    Reader(const Ruleset& rules, const LogInputs& inputs, LogReport& report, std::vector<Issue>& issues)
        : rules_(rules), inputs_(inputs), report_(report), issues_(issues) {}

    void read() {
        const std::string& version = rules_.rulebook().version;
        if (inputs_.as_version && *inputs_.as_version != version) {
            issues_.push_back(make_issue(IssueCode::bad_value, "/as_version", {*inputs_.as_version, version}));
            return;
        }
        check_day();
        if (!inputs_.subjects.empty()) {
            ReadSubjects subjects = read_subjects(rules_, inputs_.subjects);
            report_.subjects = std::move(subjects.subjects);
            take_issues(std::move(subjects.issues), "/subjects", issues_);
        }
        std::vector<Case> begun = cases();
        ReadEvents log = read_events(rules_, inputs_.events, begun);
        take_issues(std::move(log.issues), "/events", issues_);
        if (report_.question != LogQuestion::replay) leave_out_later(log.events, begun);
        if (!has_errors(issues_))
            report_.replayed = replay(rules_, std::move(log.events), report_.subjects, std::move(begun), inputs_.calendars);
    }

private:
    /// Nothing may follow, and nothing is due, on a day before the rules take effect.
    void check_day() {
        const Period& effective = rules_.rulebook().effective;
        if (report_.question == LogQuestion::replay || report_.as_of >= effective.from) return;
        issues_.push_back(not_in_force(effective, report_.as_of, "/as_of"));
    }

    std::vector<Case> cases() {
        if (inputs_.cases.empty()) return {};
        ReadCases read = read_cases(rules_, inputs_.cases, inputs_.as_version);
        take_issues(std::move(read.issues), "/cases", issues_);
        for (const std::size_t each : read.carried) {
            report_.carried.push_back({read.cases[each].id, read.cases[each].earlier_versions.back()});
        }
        return std::move(read.cases);
    }

    /// What happened after the day has not happened yet; a saved case cannot go back to the day.
    void leave_out_later(std::vector<DatedEvent>& events, const std::vector<Case>& begun) {
        const auto later = [&](const DatedEvent& event) { return event.date > report_.as_of; };
        const auto kept = std::remove_if(events.begin(), events.end(), later);
        report_.later = static_cast<std::size_t>(events.end() - kept);
        events.erase(kept, events.end());
        for (const Case& each : begun) {
            if (each.history.empty() || !later(each.history.back())) continue;
            const std::string expected = each.id + " >= " + date_text(each.history.back().date);
            issues_.push_back(make_issue(IssueCode::bad_value, "/as_of", {date_text(report_.as_of), expected}));
        }
    }

    const Ruleset& rules_;
    const LogInputs& inputs_;
    LogReport& report_;
    std::vector<Issue>& issues_;
};

LogAnswer answer_log(const Ruleset& rules, const LogInputs& inputs, LogReport& report, AnswerFormat format, Language language) {
    LogAnswer answer;
    if (rules.lifecycle() == nullptr) {
        answer.issues.push_back(make_issue(IssueCode::missing_key, "/rulebook", {"lifecycle"}));
        return answer;
    }
    report.calendars = inputs.calendars;
    Reader(rules, inputs, report, answer.issues).read();
    if (has_errors(answer.issues)) return answer;
    for (const Case& each : report.replayed.cases) {
        Outlook outlook;
        outlook.of = &each;
        if (report.question == LogQuestion::next) outlook.next = next(rules, each, report.as_of, report.subjects, inputs.calendars);
        if (report.question == LogQuestion::due) outlook.duties = due(rules, each, report.as_of, inputs.calendars, report.subjects);
        report.outlooks.push_back(std::move(outlook));
    }
    answer.refused = report.replayed.refusals.size();
    answer.document = format == AnswerFormat::json ? log_json(rules, report) : log_text(rules, report, language);
    return answer;
}

}  // namespace
}  // namespace detail

LogAnswer replay_log(const Ruleset& rules, const LogInputs& inputs, AnswerFormat format, Language language) {
    detail::LogReport report;
    return detail::answer_log(rules, inputs, report, format, language);
}

LogAnswer next_in_log(const Ruleset& rules, const LogInputs& inputs, Date as_of, AnswerFormat format, Language language) {
    detail::LogReport report;
    report.question = detail::LogQuestion::next;
    report.as_of = as_of;
    return detail::answer_log(rules, inputs, report, format, language);
}

LogAnswer due_in_log(const Ruleset& rules, const LogInputs& inputs, Date as_of, AnswerFormat format, Language language) {
    detail::LogReport report;
    report.question = detail::LogQuestion::due;
    report.as_of = as_of;
    return detail::answer_log(rules, inputs, report, format, language);
}

}  // namespace biaochi
