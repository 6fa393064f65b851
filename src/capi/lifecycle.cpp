/// @file
/// Lifecycles, and the calendars that their deadlines count by, through the C interface.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/explain/lifecycle.hpp"
#include "biaochi/rulebook/calendar_file.hpp"
#include "capi/answer.hpp"

using biaochi::capi::answer_in;
using biaochi::capi::give_document;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

namespace {

std::string_view view(const char* text, size_t size) { return text == nullptr ? std::string_view() : std::string_view(text, size); }

biaochi::LogInputs inputs_of(const biaochi_log& log) {
    biaochi::LogInputs inputs;
    inputs.events = view(log.events, log.events_size);
    inputs.subjects = view(log.subjects, log.subjects_size);
    inputs.cases = view(log.cases, log.cases_size);
    if (log.as_version != nullptr) inputs.as_version = log.as_version;
    return inputs;
}

bool lacks_calendar(const biaochi_log& log) {
    if (log.calendar_count == 0) return false;
    return log.calendars == nullptr ||
           std::find(log.calendars, log.calendars + log.calendar_count, nullptr) != log.calendars + log.calendar_count;
}

std::vector<biaochi::WorkingCalendar> calendars_of(const biaochi_log& log) {
    std::vector<biaochi::WorkingCalendar> calendars;
    for (std::size_t i = 0; i < log.calendar_count; ++i) calendars.push_back(log.calendars[i]->calendar);
    return calendars;
}

/// Checks what all questions have in common, and answers. @param ask  `LogAnswer(LogInputs, AnswerFormat, Language)`
template <class Ask>
biaochi_status answer(const biaochi_rules* rules, const biaochi_log* log, const char* language, const char* format, biaochi_error* error,
                      biaochi_text** out, Ask ask) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (log == nullptr) return null_argument(error, "log");
    return answer_in(language, format, error, out, [&](auto wanted, auto words) {
        if (lacks_calendar(*log)) return null_argument(error, "log.calendars");
        const std::vector<biaochi::WorkingCalendar> calendars = calendars_of(*log);
        biaochi::LogInputs inputs = inputs_of(*log);
        inputs.calendars = calendars;
        return give_document(ask(inputs, wanted, words), error, out);
    });
}

/// A day that is no date is an issue like one in a text.
template <class Ask>
biaochi::LogAnswer ask_of_day(const char* as_of, Ask ask) {
    if (const auto day = biaochi::parse_date(as_of)) return ask(*day);
    biaochi::LogAnswer refused;
    refused.issues.push_back(make_issue(biaochi::IssueCode::bad_date, "/as_of", {as_of}));
    return refused;
}

}  // namespace

biaochi_status biaochi_calendar_create(const char* json, size_t size, biaochi_error* error, biaochi_calendar** out) {
    if (json == nullptr) return null_argument(error, "json");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        auto parsed = biaochi::parse_calendar({json, size});
        if (!parsed.calendar) return wrong_text(error, parsed.issues);
        *out = new biaochi_calendar{std::move(*parsed.calendar)};
        return BIAOCHI_STATUS_OK;
    });
}

void biaochi_calendar_destroy(biaochi_calendar* calendar) { delete calendar; }

biaochi_status biaochi_rules_replay(const biaochi_rules* rules, const biaochi_log* log, const char* language, const char* format,
                                    biaochi_error* error, biaochi_text** out) {
    return answer(rules, log, language, format, error, out,
                  [&](const auto& inputs, auto wanted, auto words) { return biaochi::replay_log(rules->rules, inputs, wanted, words); });
}

biaochi_status biaochi_rules_next(const biaochi_rules* rules, const biaochi_log* log, const char* as_of, const char* language,
                                  const char* format, biaochi_error* error, biaochi_text** out) {
    if (as_of == nullptr) return null_argument(error, "as_of");
    return answer(rules, log, language, format, error, out, [&](const auto& inputs, auto wanted, auto words) {
        return ask_of_day(as_of, [&](biaochi::Date day) { return biaochi::next_in_log(rules->rules, inputs, day, wanted, words); });
    });
}

biaochi_status biaochi_rules_due(const biaochi_rules* rules, const biaochi_log* log, const char* as_of, const char* language,
                                 const char* format, biaochi_error* error, biaochi_text** out) {
    if (as_of == nullptr) return null_argument(error, "as_of");
    return answer(rules, log, language, format, error, out, [&](const auto& inputs, auto wanted, auto words) {
        return ask_of_day(as_of, [&](biaochi::Date day) { return biaochi::due_in_log(rules->rules, inputs, day, wanted, words); });
    });
}
