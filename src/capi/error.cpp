/// @file
/// Texts cut to the caller's buffers, at the border of a character.

#include "capi/error.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <initializer_list>

namespace biaochi::capi {

namespace {

/// The longest beginning of a UTF-8 text that has at most @p limit bytes and ends with a whole character.
std::string_view beginning(std::string_view text, std::size_t limit) noexcept {
    if (text.size() <= limit) return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
    return {text.data(), limit};
}

template <std::size_t Size>
void write(char (&buffer)[Size], std::initializer_list<std::string_view> pieces) noexcept {
    std::size_t used = 0;
    for (const std::string_view piece : pieces) {
        const std::string_view fitting = beginning(piece, Size - 1 - used);
        if (!fitting.empty()) std::memcpy(buffer + used, fitting.data(), fitting.size());
        used += fitting.size();
        if (fitting.size() < piece.size()) break;
    }
    buffer[used] = '\0';
}

}  // namespace

biaochi_status failed(biaochi_error* error, biaochi_status status, std::string_view en, std::string_view zh) noexcept {
    if (error == nullptr) return status;
    write(error->code, {biaochi_status_name(status)});
    write(error->where, {});
    write(error->en, {en});
    write(error->zh, {zh});
    return status;
}

biaochi_status null_argument(biaochi_error* error, std::string_view argument) noexcept {
    failed(error, BIAOCHI_STATUS_BAD_ARGUMENT, {}, {});
    if (error != nullptr) {
        write(error->en, {"the argument `", argument, "` is NULL; a value is needed"});
        write(error->zh, {"参数 `", argument, "` 为 NULL；此处必须给值"});
    }
    return BIAOCHI_STATUS_BAD_ARGUMENT;
}

biaochi_status bad_word(biaochi_error* error, std::string_view argument, std::string_view allowed) noexcept {
    failed(error, BIAOCHI_STATUS_BAD_ARGUMENT, {}, {});
    if (error != nullptr) {
        write(error->en, {"the argument `", argument, "` must be one of: ", allowed});
        write(error->zh, {"参数 `", argument, "` 只能是：", allowed});
    }
    return BIAOCHI_STATUS_BAD_ARGUMENT;
}

biaochi_status wrong_text(biaochi_error* error, std::span<const Issue> issues) noexcept {
    if (error == nullptr) return BIAOCHI_STATUS_ISSUES;
    const auto found = std::find_if(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity == Severity::error; });
    const Issue& first = found == issues.end() ? issues.front() : *found;
    write(error->code, {name(first.code)});
    write(error->where, {first.where});
    write(error->en, {first.message.en});
    write(error->zh, {first.message.zh});
    return BIAOCHI_STATUS_ISSUES;
}

}  // namespace biaochi::capi
