/// @file
/// Expressions through the C interface.

#include <utility>

#include "biaochi/explain/question.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using biaochi::capi::give;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

biaochi_status biaochi_expression_evaluate(const char* question, size_t size, biaochi_error* error, biaochi_text** out) {
    if (question == nullptr) return null_argument(error, "question");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        auto answer = biaochi::answer_question({question, size});
        if (has_errors(answer.issues)) return wrong_text(error, answer.issues);
        return give(std::move(answer.json), out);
    });
}
