/// @file
/// How verdicts, and answers about logs of events, are written.

#include "biaochi/explain/format.hpp"

namespace biaochi {

std::optional<AnswerFormat> answer_format(std::string_view name) noexcept {
    if (name == "json") return AnswerFormat::json;
    if (name == "text") return AnswerFormat::text;
    return std::nullopt;
}

}  // namespace biaochi
