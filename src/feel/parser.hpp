#pragma once
/// @file
/// From tokens to nodes whose names are not yet resolved.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feel/lexer.hpp"
#include "feel/node.hpp"

namespace biaochi::feel::detail {

/// Reads an expression into a program; recursive descent, bounded in depth.
class Parser {
public:
    /// @param program   gets nodes; its text must be set
    /// @param findings  gets what is wrong
    /// @param deepest   how deep expressions may stand in one another
    Parser(Program& program, std::vector<Finding>& findings, unsigned deepest)
        : program_(program), findings_(findings), tokens_(tokens_of(program.text, findings)), deepest_(deepest) {}

    /// Reads the whole text.
    void run();
    /// Reads the whole text as a type.
    [[nodiscard]] Type run_type();

private:
    using Id = std::uint32_t;
    using Ids = std::vector<Id>;

    // parser.cpp: tokens, nodes, operators.
    [[nodiscard]] const Token& ahead(std::size_t by = 0) const;
    [[nodiscard]] bool is(std::string_view source, std::size_t by = 0) const;
    bool accept(std::string_view source);
    void expect(std::string_view source);
    void complain(IssueCode code, std::vector<std::string> details);
    void unexpected(std::string_view expected);
    Id add(Op op, std::size_t begin, std::span<const Id> children = {}, std::uint32_t aux = 0, std::uint8_t flags = 0);
    Id add(Op op, std::size_t begin, std::initializer_list<Id> children, std::uint32_t aux = 0, std::uint8_t flags = 0);
    Id constant(std::size_t begin, Value value);
    std::uint32_t add_names(const std::vector<std::string>& names);
    Id expression();
    Id binary(int level);
    Id comparison_tail(Id left, std::size_t begin);
    Id unary();

    // parser_primary.cpp: literals, names, calls, paths, filters.
    Id postfix();
    Id primary();
    Id sign_primary();
    Id literal();
    Id at_literal();
    Id word();
    Id call(std::string name, std::size_t begin);
    std::string label();
    [[nodiscard]] std::size_t words_before_parenthesis() const;
    [[nodiscard]] std::string joined(std::size_t words) const;
    Id path(Id base, std::size_t begin);
    [[nodiscard]] bool opens_filter() const;

    // parser_forms.cpp: if, for, some, every, lists, contexts, ranges, tests, types.
    Id condition();
    Id iteration(Op op);
    Id domain();
    Id bracket();
    Id parenthesis();
    Id range_end(Id from, std::size_t begin, std::uint8_t flags);
    Id context();
    Id in_tests(Id left, std::size_t begin);
    Id test();
    [[nodiscard]] bool begins_test() const;
    [[nodiscard]] bool has_comma_inside() const;
    Type type();
    Type named_type();
    Type context_type();

    Program& program_;
    std::vector<Finding>& findings_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::size_t complained_at_ = static_cast<std::size_t>(-1);
    std::vector<unsigned> heights_;  ///< of each node's tree
    unsigned deepest_;
    unsigned depth_ = 0;
    unsigned range_ends_ = 0;  ///< how many ends of ranges are being read
};

}  // namespace biaochi::feel::detail
