#pragma once
/// @file
/// The words of an expression.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"

namespace biaochi::feel::detail {

/// What a token is.
enum class TokenKind : std::uint8_t { end, number, text, at_text, word, sign };

/// A word, literal or sign, and where it stands.
struct Token {
    TokenKind kind = TokenKind::end;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view source;  ///< as written
    std::string content;      ///< of texts: with escapes resolved
};

/// What is wrong at a place of the text; made an Issue when its line and column are known.
struct Finding {
    IssueCode code{};
    std::size_t at = 0;
    std::vector<std::string> details;
    bool mild = false;  ///< a warning in lenient mode
};

/// Splits a text into tokens; the last one is the end.
/// @param text      well-formed UTF-8; must outlive the tokens
/// @param findings  gets what is no token
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text, std::vector<Finding>& findings);

/// @return whether a word is kept for the language
[[nodiscard]] bool is_keyword(std::string_view word) noexcept;

}  // namespace biaochi::feel::detail
