/// @file
/// The lexer: numbers, texts with escapes, words of any script, signs, comments.

#include "feel/lexer.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "biaochi/feel/scope.hpp"
#include "feel/utf8.hpp"

namespace biaochi::feel {

namespace detail {

namespace {

constexpr std::array<std::string_view, 17> keywords{"for",     "return", "if",  "then", "else", "some", "every", "satisfies", "instance",
                                                    "between", "in",     "and", "or",   "null", "true", "false", "function"};

constexpr std::array<std::string_view, 6> long_signs{"**", "<=", ">=", "!=", "..", "->"};
constexpr std::string_view short_signs = "+-*/<>=()[]{},:.";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::uint32_t> hex(std::string_view digits) {
    std::uint32_t value = 0;
    for (const char c : digits) {
        const char low = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        if (!is_digit(low) && (low < 'a' || low > 'f')) return std::nullopt;
        value = value * 16 + static_cast<std::uint32_t>(is_digit(low) ? low - '0' : low - 'a' + 10);
    }
    return value;
}

class Lexer {
public:
    Lexer(std::string_view text, std::vector<Finding>& findings) : text_(text), findings_(findings) {}

    std::vector<Token> run() {
        for (skip(); at_ < text_.size(); skip()) next();
        tokens_.push_back({TokenKind::end, text_.size(), text_.size(), {}, {}});
        return std::move(tokens_);
    }

private:
    [[nodiscard]] char ahead(std::size_t by = 0) const { return at_ + by < text_.size() ? text_[at_ + by] : '\0'; }

    void complain(std::size_t at, std::string found, std::string expected) {
        findings_.push_back({IssueCode::expression_syntax, at, {std::move(found), std::move(expected)}});
    }

    void add(TokenKind kind, std::size_t begin, std::string content = {}) {
        tokens_.push_back({kind, begin, at_, text_.substr(begin, at_ - begin), std::move(content)});
    }

    /// Steps over spaces and comments.
    void skip() {
        while (at_ < text_.size()) {
            if (ahead() == '/' && ahead(1) == '/') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (ahead() == '/' && ahead(1) == '*') {
                const std::size_t end = text_.find("*/", at_ + 2);
                if (end == std::string_view::npos) complain(at_, "/*", "*/");
                at_ = end == std::string_view::npos ? text_.size() : end + 2;
            } else if (const Character c = character_at(text_, at_); is_space(c.code)) {
                at_ += c.size;
            } else {
                return;
            }
        }
    }

    void next() {
        const std::size_t begin = at_;
        if (is_digit(ahead()) || (ahead() == '.' && is_digit(ahead(1)))) return number();
        if (ahead() == '"') return quoted(TokenKind::text, begin);
        if (ahead() == '@' && ahead(1) == '"') {
            ++at_;
            return quoted(TokenKind::at_text, begin);
        }
        if (begins_name(character_at(text_, at_).code)) {
            for (Character c = character_at(text_, at_); continues_name(c.code);) {
                at_ += c.size;
                if (at_ == text_.size()) break;
                c = character_at(text_, at_);
            }
            return add(TokenKind::word, begin);
        }
        sign();
    }

    void sign() {
        const std::size_t begin = at_;
        for (const std::string_view sign : long_signs) {
            if (!text_.substr(at_).starts_with(sign)) continue;
            at_ += sign.size();
            return add(TokenKind::sign, begin);
        }
        const Character c = character_at(text_, at_);
        at_ += c.size;
        if (c.size == 1 && short_signs.find(text_[begin]) != std::string_view::npos) return add(TokenKind::sign, begin);
        complain(begin, std::string(text_.substr(begin, c.size)), {});
    }

    void digits() {
        while (is_digit(ahead())) ++at_;
    }

    void number() {
        const std::size_t begin = at_;
        digits();
        if (ahead() == '.' && is_digit(ahead(1))) {
            ++at_;
            digits();
        }
        const std::size_t sign = ahead(1) == '+' || ahead(1) == '-' ? 1 : 0;
        if ((ahead() == 'e' || ahead() == 'E') && is_digit(ahead(1 + sign))) {
            at_ += 1 + sign;
            digits();
        }
        add(TokenKind::number, begin);
    }

    void quoted(TokenKind kind, std::size_t begin) {
        std::string content;
        ++at_;
        while (ahead() != '"') {
            if (at_ >= text_.size()) {
                complain(begin, std::string(text_.substr(begin, 20)), "\"");
                return;
            }
            if (ahead() == '\\') {
                escape(content);
            } else {
                content += text_[at_++];
            }
        }
        ++at_;
        add(kind, begin, std::move(content));
    }

    void escape(std::string& content) {
        constexpr std::string_view letters = "nrt\"'\\";
        constexpr std::string_view meanings = "\n\r\t\"'\\";
        const std::size_t known = at_ + 1 < text_.size() ? letters.find(ahead(1)) : std::string_view::npos;
        if (known != std::string_view::npos) {
            content += meanings[known];
            at_ += 2;
            return;
        }
        const std::size_t begin = at_;
        std::optional<std::uint32_t> code = unicode();
        if (code && *code >= 0xD800 && *code <= 0xDBFF) {
            const std::optional<std::uint32_t> low = unicode();
            code = low && *low >= 0xDC00 && *low <= 0xDFFF ? std::optional(0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00))
                                                           : std::nullopt;
        }
        if (code && (*code < 0xD800 || *code > 0xDFFF) && *code <= 0x10FFFF) return append_character(content, *code);
        complain(begin, std::string(text_.substr(begin, 2)), "\\\\ \\\" \\n \\r \\t \\uXXXX \\UXXXXXX");
        if (at_ == begin) ++at_;
    }

    /// Reads `\uXXXX` or `\UXXXXXX`.
    std::optional<std::uint32_t> unicode() {
        if (ahead() != '\\' || (ahead(1) != 'u' && ahead(1) != 'U')) return std::nullopt;
        const std::size_t size = ahead(1) == 'u' ? 4 : 6;
        if (at_ + 2 + size > text_.size()) return std::nullopt;
        const std::optional<std::uint32_t> code = hex(text_.substr(at_ + 2, size));
        if (code) at_ += 2 + size;
        return code;
    }

    std::string_view text_;
    std::vector<Finding>& findings_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text, std::vector<Finding>& findings) { return Lexer(text, findings).run(); }

bool is_keyword(std::string_view word) noexcept { return std::find(keywords.begin(), keywords.end(), word) != keywords.end(); }

}  // namespace detail

bool is_name(std::string_view text) noexcept {
    if (text.empty() || !detail::is_utf8(text) || detail::is_keyword(text)) return false;
    if (!detail::begins_name(detail::character_at(text, 0).code)) return false;
    for (std::size_t at = 0; at < text.size();) {
        const detail::Character c = detail::character_at(text, at);
        if (!detail::continues_name(c.code) || c.code == '?') return false;
        at += c.size;
    }
    return true;
}

const Input* Scope::find(std::string_view name) const noexcept {
    for (const Input& input : inputs) {
        if (input.name == name) return &input;
    }
    return nullptr;
}

}  // namespace biaochi::feel
