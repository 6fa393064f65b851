/// @file
/// Coverage of a ledger by rulebooks through the C interface.

#include "biaochi/explain/coverage.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capi/answer.hpp"

using biaochi::capi::give_document;
using biaochi::capi::guard;
using biaochi::capi::null_argument;

namespace {

/// The words of a list with commas; none for null or an empty text.
std::vector<std::string> words_of(const char* list) {
    std::vector<std::string> words;
    std::string_view rest = list == nullptr ? std::string_view() : std::string_view(list);
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        if (comma != 0) words.emplace_back(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return words;
}

}  // namespace

biaochi_status biaochi_coverage(const biaochi_rulebook* const* rulebooks, size_t count, const char* ledger, size_t size,
                                const char* sources, biaochi_error* error, biaochi_text** out) {
    if (rulebooks == nullptr) return null_argument(error, "rulebooks");
    for (size_t i = 0; i < count; ++i) {
        if (rulebooks[i] == nullptr) return null_argument(error, "rulebooks");
    }
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        std::vector<const biaochi::Rulebook*> books;
        books.reserve(count);
        for (size_t i = 0; i < count; ++i) books.push_back(&rulebooks[i]->book);
        const auto text = ledger == nullptr ? std::nullopt : std::optional<std::string_view>({ledger, size});
        return give_document(biaochi::coverage(books, text, words_of(sources)), error, out);
    });
}
