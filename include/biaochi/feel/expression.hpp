#pragma once
/// @file
/// From text to an expression whose names, types and units are checked.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/feel/scope.hpp"

namespace biaochi::feel {

namespace detail {
struct Program;
}

/// What is an error when an expression is compiled.
enum class Mode : std::uint8_t {
    strict,   ///< for rulebooks: whatever cannot be right is an error
    lenient,  ///< for a person who tries: what the standard evaluates to null is a warning, and null with its cause
};

/// How to compile.
struct CompileOptions {
    Mode mode = Mode::strict;
    std::optional<Type> result;    ///< the type, and for a number the unit, that the answer must have
    std::string where;             ///< JSON Pointer that issues carry
    std::size_t longest = 20'000;  ///< bytes of text
    unsigned deepest = 400;        ///< expressions within expressions
};

/// A place in the text of an expression.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;  ///< in bytes
};

/// A compiled expression: immutable, cheap to copy, shareable between threads.
class Expression {
public:
    /// For compile_expression() only.
    explicit Expression(std::shared_ptr<const detail::Program> program) noexcept : program_(std::move(program)) {}

    /// @return the text that was compiled
    [[nodiscard]] const std::string& text() const noexcept;
    /// @return the type of its answers
    [[nodiscard]] const Type& type() const noexcept;
    /// @return the slots of the inputs that it reads, ascending
    [[nodiscard]] const std::vector<std::uint32_t>& reads() const noexcept;
    /// @return the number of nodes that evidence may name
    [[nodiscard]] std::size_t nodes() const noexcept;
    /// @return the part of the text that a node stands for @pre node < nodes()
    [[nodiscard]] std::string_view source(std::uint32_t node) const noexcept;
    /// @return where a node begins @pre node < nodes()
    [[nodiscard]] Place place(std::uint32_t node) const noexcept;
    /// @return the operator, form or function of a node: `<=`, `every`, `if`, `string length` @pre node < nodes()
    [[nodiscard]] std::string_view word(std::uint32_t node) const noexcept;
    /// For evaluate() only.
    [[nodiscard]] const detail::Program& program() const noexcept { return *program_; }

private:
    std::shared_ptr<const detail::Program> program_;
};

/// What compile_expression() gives: an expression exactly if no issue is an error.
struct Compiled {
    std::optional<Expression> expression;
    std::vector<Issue> issues;  ///< in the order of their places
};

/// Reads and checks an expression.
/// @param text     UTF-8
/// @param scope    the names it may use
/// @param options  how
/// @return the expression, and every issue with its line and column; never throws for a text
[[nodiscard]] Compiled compile_expression(std::string_view text, const Scope& scope, const CompileOptions& options = {});

/// Reads a type as it stands after `instance of`.
/// @param text  UTF-8, such as `list<number>`
/// @return the type, or none where it is not one of the profile
[[nodiscard]] std::optional<Type> parse_type(std::string_view text);

/// @return the names of all functions of the profile, sorted
[[nodiscard]] std::vector<std::string_view> function_names();

}  // namespace biaochi::feel
