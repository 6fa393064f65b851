/// @file
/// The parser's frame: tokens, nodes, and operators by their precedence.

#include "feel/parser.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace biaochi::feel::detail {

namespace {

struct Operator {
    std::string_view sign;
    Op op;
    int level;
};

constexpr int comparison_level = 2;
constexpr int highest_level = 5;

constexpr std::array<Operator, 13> operators{{{"or", Op::either, 0},
                                              {"and", Op::both, 1},
                                              {"=", Op::equal, 2},
                                              {"!=", Op::not_equal, 2},
                                              {"<", Op::less, 2},
                                              {"<=", Op::less_equal, 2},
                                              {">", Op::greater, 2},
                                              {">=", Op::greater_equal, 2},
                                              {"+", Op::add, 3},
                                              {"-", Op::subtract, 3},
                                              {"*", Op::multiply, 4},
                                              {"/", Op::divide, 4},
                                              {"**", Op::power, 5}}};

const Operator* find_operator(const Token& token, int level) {
    if (token.kind != TokenKind::sign && token.kind != TokenKind::word) return nullptr;
    for (const Operator& each : operators) {
        if (each.level == level && each.sign == token.source) return &each;
    }
    return nullptr;
}

}  // namespace

std::string_view sign(Op op) noexcept {
    for (const Operator& each : operators) {
        if (each.op == op) return each.sign;
    }
    switch (op) {
        case Op::between:
            return "between";
        case Op::in:
            return "in";
        case Op::choose:
            return "if";
        case Op::each:
            return "for";
        case Op::some:
            return "some";
        case Op::every:
            return "every";
        case Op::filter:
            return "[]";
        case Op::path:
            return ".";
        case Op::negate:
            return "-";
        case Op::instance:
            return "instance of";
        case Op::range:
            return "..";
        default:
            return "";
    }
}

const Token& Parser::ahead(std::size_t by) const { return tokens_[std::min(at_ + by, tokens_.size() - 1)]; }

bool Parser::is(std::string_view source, std::size_t by) const {
    const Token& token = ahead(by);
    return (token.kind == TokenKind::sign || token.kind == TokenKind::word) && token.source == source;
}

bool Parser::accept(std::string_view source) {
    if (!is(source)) return false;
    ++at_;
    return true;
}

void Parser::complain(IssueCode code, std::vector<std::string> details) {
    if (complained_at_ != static_cast<std::size_t>(-1) && at_ <= complained_at_ + 1) return;  // what follows from the same mistake
    complained_at_ = at_;
    findings_.push_back({code, ahead().begin, std::move(details)});
}

void Parser::unexpected(std::string_view expected) {
    complain(IssueCode::expression_syntax, {std::string(ahead().source), std::string(expected)});
}

void Parser::expect(std::string_view source) {
    if (!accept(source)) unexpected(source);
}

Parser::Id Parser::add(Op op, std::size_t begin, std::span<const Id> children, std::uint32_t aux, std::uint8_t flags) {
    unsigned height = 1;
    for (const Id child : children) height = std::max(height, heights_[child] + 1);
    if (height > deepest_ && complained_at_ != tokens_.size()) {
        findings_.push_back({IssueCode::expression_too_deep, begin, {std::to_string(deepest_)}});
        complained_at_ = at_ = tokens_.size();  // read no further
    }
    Node node;
    node.op = op;
    node.flags = flags;
    node.first = static_cast<std::uint32_t>(program_.children.size());
    node.count = static_cast<std::uint32_t>(children.size());
    node.aux = aux;
    node.begin = static_cast<std::uint32_t>(begin);
    const std::size_t last = std::min(at_, tokens_.size());
    node.end = static_cast<std::uint32_t>(last == 0 ? begin : std::max(begin, tokens_[last - 1].end));
    program_.children.insert(program_.children.end(), children.begin(), children.end());
    program_.nodes.push_back(node);
    heights_.push_back(height);
    return static_cast<Id>(program_.nodes.size() - 1);
}

Parser::Id Parser::add(Op op, std::size_t begin, std::initializer_list<Id> children, std::uint32_t aux, std::uint8_t flags) {
    return add(op, begin, std::span(children.begin(), children.size()), aux, flags);
}

Parser::Id Parser::constant(std::size_t begin, Value value) {
    program_.constants.push_back(std::move(value));
    return add(Op::constant, begin, {}, static_cast<std::uint32_t>(program_.constants.size() - 1));
}

std::uint32_t Parser::add_names(const std::vector<std::string>& names) {
    const auto first = static_cast<std::uint32_t>(program_.names.size());
    program_.names.insert(program_.names.end(), names.begin(), names.end());
    return first;
}

void Parser::run() {
    program_.root = expression();
    if (ahead().kind != TokenKind::end) unexpected({});
}

Type Parser::run_type() {
    Type read = type();
    if (ahead().kind != TokenKind::end) unexpected({});
    return read;
}

Parser::Id Parser::expression() {
    if (++depth_ > deepest_ && complained_at_ != tokens_.size()) {
        findings_.push_back({IssueCode::expression_too_deep, ahead().begin, {std::to_string(deepest_)}});
        complained_at_ = at_ = tokens_.size();
    }
    const Id result = complained_at_ == tokens_.size() ? constant(ahead().begin, make_null()) : binary(0);
    --depth_;
    return result;
}

Parser::Id Parser::binary(int level) {
    if (level > highest_level) return unary();
    const std::size_t begin = ahead().begin;
    Id left = binary(level + 1);
    for (;;) {
        if (const Operator* found = find_operator(ahead(), level)) {
            ++at_;
            const Id right = binary(level + 1);
            left = add(found->op, begin, {left, right});
        } else if (level == comparison_level && (is("between") || is("in") || is("instance"))) {
            left = comparison_tail(left, begin);
        } else {
            return left;
        }
    }
}

Parser::Id Parser::comparison_tail(Id left, std::size_t begin) {
    if (accept("between")) {
        const Id low = binary(comparison_level + 1);
        expect("and");
        const Id high = binary(comparison_level + 1);
        return add(Op::between, begin, {left, low, high});
    }
    if (accept("in")) return in_tests(left, begin);
    ++at_;
    expect("of");
    program_.types.push_back(type());
    return add(Op::instance, begin, {left}, static_cast<std::uint32_t>(program_.types.size() - 1));
}

Parser::Id Parser::unary() {
    const std::size_t begin = ahead().begin;
    std::size_t signs = 0;
    while (accept("-")) ++signs;
    if (signs > deepest_) {
        findings_.push_back({IssueCode::expression_too_deep, begin, {std::to_string(deepest_)}});
        complained_at_ = at_ = tokens_.size();
    }
    Id result = postfix();
    for (; signs > 0 && complained_at_ != tokens_.size(); --signs) result = add(Op::negate, begin, {result});
    return result;
}

}  // namespace biaochi::feel::detail
