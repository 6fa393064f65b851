/// @file
/// The parser's smallest parts: literals, names, calls, paths and filters.

#include <algorithm>
#include <array>
#include <optional>

#include "feel/builtin.hpp"
#include "feel/duration.hpp"
#include "feel/parser.hpp"

namespace biaochi::feel::detail {

namespace {

constexpr std::size_t most_words = 6;  // of a function's name

/// Whether a text of `@"…"` is a time or a date and time, which the profile leaves out.
bool looks_like_time(std::string_view text) {
    return text.find(':') != std::string_view::npos && text.find_first_of("0123456789") != std::string_view::npos;
}

/// Reads a number as FEEL writes it: never as a fraction, which the grammar has no sign for.
std::optional<Number> parse_literal(std::string_view text) { return parse_number(text); }

}  // namespace

Parser::Id Parser::postfix() {
    const std::size_t begin = ahead().begin;
    Id base = primary();
    for (;;) {
        if (is(".")) {
            base = path(base, begin);
        } else if (is("[") && opens_filter()) {
            ++at_;
            const unsigned outer = std::exchange(range_ends_, 0U);
            const Id condition = expression();
            range_ends_ = outer;
            expect("]");
            base = add(Op::filter, begin, {base, condition});
        } else {
            return base;
        }
    }
}

/// Tells a filter from the open end of a range such as `]1..10[`, which nothing follows that could be a condition.
bool Parser::opens_filter() const {
    if (range_ends_ == 0) return true;
    const Token& next = ahead(1);
    if (next.kind == TokenKind::end) return false;
    if (next.kind == TokenKind::sign) return next.source == "(" || next.source == "[" || next.source == "{" || next.source == "-";
    constexpr std::array<std::string_view, 9> begin{"if", "for", "some", "every", "null", "true", "false", "not", "function"};
    return !is_keyword(next.source) || std::find(begin.begin(), begin.end(), next.source) != begin.end();
}

Parser::Id Parser::path(Id base, std::size_t begin) {
    ++at_;
    if (ahead().kind != TokenKind::word) {
        unexpected({});
        return base;
    }
    std::string name(ahead().source);
    ++at_;
    if ((name == "start" || name == "end") && accept("included")) name += " included";
    if (name == "time" && accept("offset")) name += " offset";
    return add(Op::path, begin, {base}, add_names({name}));
}

Parser::Id Parser::primary() {
    switch (ahead().kind) {
        case TokenKind::number:
        case TokenKind::text:
            return literal();
        case TokenKind::at_text:
            return at_literal();
        case TokenKind::word:
            return word();
        case TokenKind::sign:
            return sign_primary();
        case TokenKind::end:
            break;
    }
    unexpected({});
    return constant(ahead().begin, make_null());
}

Parser::Id Parser::sign_primary() {
    if (is("(")) return parenthesis();
    if (is("[") || is("]")) return bracket();
    if (is("{")) return context();
    const std::size_t begin = ahead().begin;
    unexpected({});
    if (!is(")") && !is("}") && !is(",")) ++at_;
    return constant(begin, make_null());
}

Parser::Id Parser::literal() {
    const Token token = ahead();
    if (token.kind == TokenKind::text) {
        ++at_;
        return constant(token.begin, make_text(token.content));
    }
    const std::optional<Number> number = parse_literal(token.source);
    if (!number) complain(IssueCode::number_too_long, {std::string(token.source.substr(0, 20)), std::to_string(NumberLimits{}.digits)});
    ++at_;
    return constant(token.begin, make_number(number.value_or(Number())));
}

Parser::Id Parser::at_literal() {
    const Token token = ahead();
    ++at_;
    if (const std::optional<Day> day = parse_day(token.content)) return constant(token.begin, make_date(*day));
    Value duration = parse_duration(token.content);
    if (duration.is_null()) {
        const bool time = looks_like_time(token.content);
        const std::string shown(token.source);
        if (time) {
            findings_.push_back({IssueCode::not_in_profile, token.begin, {shown}, true});
            duration = make_null(Cause::not_in_profile, shown);
        } else {
            findings_.push_back({IssueCode::wrong_argument, token.begin, {"@", shown, "@\"YYYY-MM-DD\", @\"P1Y6M\", @\"P1DT2H\""}, true});
        }
    }
    return constant(token.begin, std::move(duration));
}

/// The number of words from here to a parenthesis that opens right after them; 0 where none does.
std::size_t Parser::words_before_parenthesis() const {
    std::size_t plain = 0;  // words none of which is a keyword
    bool only_plain = true;
    for (std::size_t words = 1; words <= most_words && ahead(words - 1).kind == TokenKind::word; ++words) {
        if (is_keyword(ahead(words - 1).source)) only_plain = false;
        if (!is("(", words)) continue;
        if (is_function(joined(words))) return words;
        if (only_plain) plain = words;
        break;
    }
    return plain;
}

std::string Parser::joined(std::size_t words) const {
    std::string name;
    for (std::size_t i = 0; i < words; ++i) {
        if (i > 0) name += ' ';
        name += ahead(i).source;
    }
    return name;
}

Parser::Id Parser::word() {
    const Token token = ahead();
    if (const std::size_t words = words_before_parenthesis(); words > 0) {
        std::string name = joined(words);
        at_ += words;
        return call(std::move(name), token.begin);
    }
    if (token.source == "if") return condition();
    if (token.source == "for") return iteration(Op::each);
    if (token.source == "some") return iteration(Op::some);
    if (token.source == "every") return iteration(Op::every);
    if (token.source == "function") complain(IssueCode::not_in_profile, {"function"});
    if (is_keyword(token.source) && token.source != "null" && token.source != "true" && token.source != "false") {
        unexpected({});
        if (token.source == "function") ++at_;
        return constant(token.begin, make_null());
    }
    ++at_;
    if (token.source == "null") return constant(token.begin, make_null());
    if (token.source == "true" || token.source == "false") return constant(token.begin, make_boolean(token.source == "true"));
    return add(Op::name, token.begin, {}, add_names({std::string(token.source)}));
}

/// Reads `name of parameter :`, or nothing.
std::string Parser::label() {
    std::size_t words = 0;
    while (words < most_words && ahead(words).kind == TokenKind::word) ++words;
    if (words == 0 || !is(":", words)) return {};
    std::string name = joined(words);
    at_ += words + 1;
    return name;
}

Parser::Id Parser::call(std::string name, std::size_t begin) {
    ++at_;
    const unsigned outer = std::exchange(range_ends_, 0U);
    Ids arguments;
    Call call;
    call.name = std::move(name);
    while (!is(")") && ahead().kind != TokenKind::end) {
        call.labels.push_back(label());
        arguments.push_back(begins_test() ? test() : expression());
        if (!accept(",")) break;
    }
    expect(")");
    range_ends_ = outer;
    program_.calls.push_back(std::move(call));
    return add(Op::call, begin, arguments, static_cast<std::uint32_t>(program_.calls.size() - 1));
}

}  // namespace biaochi::feel::detail
