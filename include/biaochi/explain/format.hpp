#pragma once
/// @file
/// How verdicts, and answers about logs of events, are written.

#include <optional>
#include <string_view>

namespace biaochi {

/// What an answer is for.
enum class AnswerFormat {
    json,  ///< programs; docs/reference/conditions.md and docs/reference/lifecycle.md describe it
    text,  ///< people
};

/// @return the format of that name, "json" or "text", or none
[[nodiscard]] std::optional<AnswerFormat> answer_format(std::string_view name) noexcept;

}  // namespace biaochi
