#pragma once
/// @file
/// How answers are written.

#include <optional>
#include <string_view>

namespace biaochi {

/// What an answer is for.
enum class AnswerFormat {
    json,  ///< programs; docs/reference has a page for each
    text,  ///< people
};

/// @return the format of that name, "json" or "text", or none
[[nodiscard]] std::optional<AnswerFormat> answer_format(std::string_view name) noexcept;

}  // namespace biaochi
