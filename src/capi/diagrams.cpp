/// @file
/// Lifecycles for other tools through the C interface.

#include <string_view>

#include "biaochi/core/issue.hpp"
#include "biaochi/draw/draw.hpp"
#include "biaochi/draw/xstate.hpp"
#include "capi/answer.hpp"

using biaochi::capi::answer_in;
using biaochi::capi::bad_word;
using biaochi::capi::give;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

namespace {

biaochi_status no_lifecycle(biaochi_error* error) {
    const biaochi::Issue issue = biaochi::make_issue(biaochi::IssueCode::missing_key, "", {"lifecycle"});
    return wrong_text(error, {&issue, 1});
}

}  // namespace

biaochi_status biaochi_rulebook_export(const biaochi_rulebook* rulebook, const char* format, biaochi_error* error, biaochi_text** out) {
    if (rulebook == nullptr) return null_argument(error, "rulebook");
    if (format == nullptr) return null_argument(error, "format");
    if (out == nullptr) return null_argument(error, "out");
    if (std::string_view(format) != "xstate") return bad_word(error, "format", "xstate");
    return guard(error, [&] {
        if (!rulebook->book.lifecycle) return no_lifecycle(error);
        return give(biaochi::xstate_machine(rulebook->book), out);
    });
}

biaochi_status biaochi_rulebook_draw(const biaochi_rulebook* rulebook, const char* format, const char* language, biaochi_error* error,
                                     biaochi_text** out) {
    if (rulebook == nullptr) return null_argument(error, "rulebook");
    return answer_in(language, format, biaochi::diagram_format, "mermaid, dot", error, out, [&](auto wanted, auto words) {
        if (!rulebook->book.lifecycle) return no_lifecycle(error);
        return give(biaochi::draw(rulebook->book, wanted, words), out);
    });
}
