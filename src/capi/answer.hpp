#pragma once
/// @file
/// What functions that answer with a text in some language and form have in common.

#include <utility>

#include "biaochi/core/text.hpp"
#include "biaochi/explain/format.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

namespace biaochi::capi {

/// Checks how an answer is to be written, then runs the body of a C function.
/// @param parse    from the word of a format to what @p body takes, or none
/// @param formats  these words, for a person to read
/// @param body     `biaochi_status(format, Language)`; see guard()
/// @return what the body returned, or BIAOCHI_STATUS_BAD_ARGUMENT
template <class Parse, class Body>
biaochi_status answer_in(const char* language, const char* format, Parse parse, const char* formats, biaochi_error* error,
                         const biaochi_text* const* out, Body body) {
    if (language == nullptr) return null_argument(error, "language");
    if (format == nullptr) return null_argument(error, "format");
    if (out == nullptr) return null_argument(error, "out");
    const auto wanted_language = biaochi::language(language);
    if (!wanted_language) return bad_word(error, "language", "zh, en");
    const auto wanted_format = parse(format);
    if (!wanted_format) return bad_word(error, "format", formats);
    return guard(error, [&] { return body(*wanted_format, *wanted_language); });
}

/// The same for answers that are JSON or text.
/// @param body  `biaochi_status(AnswerFormat, Language)`
template <class Body>
biaochi_status answer_in(const char* language, const char* format, biaochi_error* error, const biaochi_text* const* out, Body body) {
    return answer_in(language, format, answer_format, "json, text", error, out, body);
}

/// Hands a document to the caller, or says why there is none.
/// @param answer  has `document`, an optional text, and `issues`
template <class Answer>
biaochi_status give_document(Answer answer, biaochi_error* error, biaochi_text** out) {
    if (!answer.document) return wrong_text(error, answer.issues);
    return give(std::move(*answer.document), out);
}

/// Says that a text is no date.
/// @param place  where it was given
inline biaochi_status bad_date(const char* place, const char* text, biaochi_error* error) {
    const Issue issue = make_issue(IssueCode::bad_date, place, {text});
    return wrong_text(error, {&issue, 1});
}

}  // namespace biaochi::capi
