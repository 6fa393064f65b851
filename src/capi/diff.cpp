/// @file
/// Two versions of a rulebook side by side through the C interface.

#include "biaochi/diff/diff.hpp"

#include <optional>
#include <string>

#include "biaochi/explain/difference.hpp"
#include "biaochi/explain/format.hpp"
#include "capi/answer.hpp"
#include "capi/readings.hpp"

using biaochi::capi::answer_in;
using biaochi::capi::bad_date;
using biaochi::capi::give;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

namespace {

std::optional<std::string> text_of(const char* text, size_t size) {
    return text == nullptr ? std::nullopt : std::optional(std::string(text, size));
}

biaochi::DiffData data_of(const biaochi_questions& questions) {
    return {text_of(questions.records, questions.records_size), text_of(questions.subjects, questions.subjects_size),
            text_of(questions.applications, questions.applications_size)};
}

}  // namespace

biaochi_status biaochi_diff(const char* first, size_t first_size, const char* second, size_t second_size,
                            const biaochi_questions* questions, const char* language, const char* format, biaochi_error* error,
                            biaochi_text** out) {
    if (first == nullptr) return null_argument(error, "first");
    if (second == nullptr) return null_argument(error, "second");
    const biaochi_questions asked = questions == nullptr ? biaochi_questions{} : *questions;
    return answer_in(language, format, error, out, [&](auto wanted, auto words) {
        const auto on = asked.on == nullptr ? std::nullopt : biaochi::parse_date(asked.on);
        if (asked.on != nullptr && !on) return bad_date("", asked.on, error);
        const biaochi::capi::Readings readings = biaochi::capi::read_readings(asked.readings);
        if (!readings.issues.empty()) return wrong_text(error, readings.issues);
        const biaochi::Difference difference =
            biaochi::diff({first, first_size}, {second, second_size}, data_of(asked), on, readings.chosen);
        if (!difference.complete) return wrong_text(error, difference.issues);
        return give(wanted == biaochi::AnswerFormat::json ? difference_json(difference) : difference_text(difference, words), out);
    });
}
