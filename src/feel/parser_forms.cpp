/// @file
/// The parser's larger forms: conditions, iterations, lists, contexts, ranges, tests and types.

#include <array>
#include <utility>

#include "feel/parser.hpp"

namespace biaochi::feel::detail {

Parser::Id Parser::condition() {
    const std::size_t begin = ahead().begin;
    ++at_;
    const Id asked = expression();
    expect("then");
    const Id yes = expression();
    expect("else");
    const Id no = expression();
    return add(Op::choose, begin, {asked, yes, no});
}

Parser::Id Parser::domain() {
    const std::size_t begin = ahead().begin;
    const Id first = expression();
    if (!accept("..")) return first;
    const Id last = expression();
    return add(Op::span, begin, {first, last});
}

Parser::Id Parser::iteration(Op op) {
    const std::size_t begin = ahead().begin;
    ++at_;
    Ids children;
    std::vector<std::string> names;
    do {
        if (ahead().kind != TokenKind::word || is_keyword(ahead().source)) {
            unexpected({});
            break;
        }
        names.emplace_back(ahead().source);
        ++at_;
        expect("in");
        children.push_back(domain());
    } while (accept(","));
    expect(op == Op::each ? "return" : "satisfies");
    children.push_back(expression());
    return add(op, begin, children, add_names(names));
}

/// Reads `..`, the second end and the sign that closes a range.
Parser::Id Parser::range_end(Id from, std::size_t begin, std::uint8_t flags) {
    expect("..");
    ++range_ends_;
    const Id to = expression();
    --range_ends_;
    if (accept("]")) {
        flags |= to_included;
    } else if (!accept(")") && !accept("[")) {
        unexpected("]");
    }
    return add(Op::range, begin, {from, to}, 0, flags);
}

/// Reads what `[` or `]` begins: a list or a range.
Parser::Id Parser::bracket() {
    const std::size_t begin = ahead().begin;
    const bool included = is("[");
    ++at_;
    Ids items;
    const unsigned outer = std::exchange(range_ends_, 0U);
    if (!included || !is("]")) {
        items.push_back(begins_test() ? test() : expression());
        if (!included || is("..")) {
            const Id range = range_end(items[0], begin, included ? from_included : std::uint8_t{0});
            range_ends_ = outer;
            return range;
        }
        while (accept(",")) items.push_back(begins_test() ? test() : expression());
    }
    range_ends_ = outer;
    expect("]");
    return add(Op::list, begin, items);
}

/// Reads what `(` begins: an expression, a range, or a test such as `(< 10)`.
Parser::Id Parser::parenthesis() {
    const std::size_t begin = ahead().begin;
    ++at_;
    const unsigned outer = std::exchange(range_ends_, 0U);
    Id inner = begins_test() ? test() : expression();
    if (is("..")) {
        inner = range_end(inner, begin, 0);
    } else {
        expect(")");
    }
    range_ends_ = outer;
    return inner;
}

Parser::Id Parser::context() {
    const std::size_t begin = ahead().begin;
    ++at_;
    Ids entries;
    std::vector<std::string> names;
    const unsigned outer = std::exchange(range_ends_, 0U);
    while (!is("}") && ahead().kind != TokenKind::end) {
        if (ahead().kind == TokenKind::text && is(":", 1)) {
            names.push_back(ahead().content);
            at_ += 2;
        } else if (std::string key = label(); !key.empty()) {
            names.push_back(std::move(key));
        } else {
            unexpected("name: value");
            break;
        }
        entries.push_back(expression());
        if (!accept(",")) break;
    }
    range_ends_ = outer;
    expect("}");
    return add(Op::context, begin, entries, add_names(names));
}

bool Parser::begins_test() const {
    constexpr std::array<std::string_view, 6> signs{"<", "<=", ">", ">=", "=", "!="};
    for (const std::string_view sign : signs) {
        if (is(sign)) return true;
    }
    return false;
}

/// Reads a comparison without its left side, as in `x in >= 2`.
Parser::Id Parser::test() {
    constexpr std::array<std::pair<std::string_view, RangeForm>, 6> forms{{{"<", RangeForm::less},
                                                                           {"<=", RangeForm::less_equal},
                                                                           {">", RangeForm::greater},
                                                                           {">=", RangeForm::greater_equal},
                                                                           {"=", RangeForm::interval},
                                                                           {"!=", RangeForm::not_equal}}};
    constexpr int additive_level = 3;
    const std::size_t begin = ahead().begin;
    for (const auto& [sign, form] : forms) {
        if (!accept(sign)) continue;
        const Id operand = binary(additive_level);
        return add(Op::test, begin, {operand}, 0, static_cast<std::uint8_t>(form));
    }
    return binary(additive_level);
}

/// Whether the parenthesis that opens here holds several tests.
bool Parser::has_comma_inside() const {
    std::size_t open = 0;
    for (std::size_t by = 0; ahead(by).kind != TokenKind::end; ++by) {
        if (ahead(by).kind != TokenKind::sign) continue;
        const std::string_view source = ahead(by).source;
        if (source == "(" || source == "{" || source == "[") ++open;
        if (source == ")" || source == "}" || source == "]") {
            if (open <= 1) return false;
            --open;
        }
        if (source == "," && open == 1) return true;
    }
    return false;
}

Parser::Id Parser::in_tests(Id left, std::size_t begin) {
    Ids children{left};
    if (is("(") && has_comma_inside()) {
        const unsigned outer = std::exchange(range_ends_, 0U);
        do {
            ++at_;
            children.push_back(begins_test() ? test() : expression());
        } while (is(","));
        range_ends_ = outer;
        expect(")");
    } else {
        children.push_back(test());
    }
    return add(Op::in, begin, children);
}

namespace {

constexpr std::array<std::pair<std::string_view, Type::Of>, 8> type_names{{{"number", Type::Of::number},
                                                                           {"string", Type::Of::text},
                                                                           {"boolean", Type::Of::boolean},
                                                                           {"date", Type::Of::date},
                                                                           {"years and months duration", Type::Of::months},
                                                                           {"days and time duration", Type::Of::seconds},
                                                                           {"Any", Type::Of::any},
                                                                           {"Null", Type::Of::null}}};

}  // namespace

Type Parser::type() {
    if (++depth_ > deepest_) {
        unexpected({});
        at_ = tokens_.size();
    }
    Type result;
    if (accept("list") || is("range")) {
        const bool is_range = accept("range");
        expect("<");
        const Type element = type();
        expect(">");
        result = is_range ? range_of(element) : list_of(element);
    } else {
        result = accept("context") ? context_type() : named_type();
    }
    --depth_;
    return result;
}

Type Parser::named_type() {
    for (std::size_t words = 4; words > 0; --words) {
        const std::string name = joined(words);
        for (const auto& [known, of] : type_names) {
            if (name != known) continue;
            at_ += words;
            return type_of(of);
        }
    }
    if (is("time") || is("function")) {
        complain(IssueCode::not_in_profile, {std::string(ahead().source)});
    } else {
        unexpected("number, string, boolean, date, list<…>, context<…>, range<…>");
    }
    ++at_;
    return {};
}

Type Parser::context_type() {
    std::vector<Field> fields;
    expect("<");
    do {
        Field field;
        field.name = label();
        if (field.name.empty()) unexpected("name: type");
        field.type = type();
        fields.push_back(std::move(field));
    } while (accept(","));
    expect(">");
    return context_of(std::move(fields));
}

}  // namespace biaochi::feel::detail
