#pragma once
/// @file
/// Resolves names, chooses the forms of functions, infers types and brings units together.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/feel/scope.hpp"
#include "feel/builtin.hpp"
#include "feel/lexer.hpp"
#include "feel/node.hpp"

namespace biaochi::feel::detail {

/// Walks a program once and makes it ready to run.
class Checker {
public:
    Checker(Program& program, const Scope& scope, std::vector<Finding>& findings) : program_(program), scope_(scope), findings_(findings) {}

    /// Checks the whole program and what its answer must be.
    void run();

private:
    using Id = std::uint32_t;

    /// A variable in reach. The names of an item's entries are in reach too.
    struct Local {
        std::string name;
        Type type;
        std::uint32_t slot = 0;
        Id owner = 0;           ///< the node that is told when it is read
        std::uint8_t flag = 0;  ///< how
        bool is_item = false;
    };

    // checker.cpp: names, literals, conditions.
    Type check(Id id);
    Type check_operator(Id id);
    Type check_form(Id id);
    Type resolve(Id id);
    Type resolve(Id id, const std::string& name, std::size_t locals);
    Type input(Id id, const std::string& name);
    void make_item_field(Id id, const Local& local, std::size_t locals, const std::string& name, Type& type, bool falls_back);
    void complain(IssueCode code, Id id, std::vector<std::string> details);
    void mismatch(Id id, std::string_view what, const Type& left, const Type* right = nullptr);
    void expect_boolean(Id id, std::string_view what, const Type& type);
    void push(std::string name, Type type, Id owner = 0, std::uint8_t flag = 0, bool is_item = false);
    void pop(std::size_t count);
    [[nodiscard]] std::vector<std::string> names_in_reach() const;

    // checker_operators.cpp: arithmetic, comparisons, units.
    Type arithmetic(Id id);
    Type number_arithmetic(Id id, const Type& left, const Type& right);
    Type product(Id id, Type left, Type right);
    Type quotient(Id id, Type left, Type right);
    void without_percent(Id parent, std::size_t child, Type& type);
    Type comparison(Id id);
    Type in_tests(Id id);
    Type between(Id id);
    void align_test(Id parent, std::size_t child, const Type& type, const Type& to);
    bool align(Id parent, std::size_t child, const Type& from, const Type& to);
    void align_all(Id parent, std::size_t first, const std::vector<Type>& types);
    void scale(Id parent, std::size_t child, const Number& factor);

    // checker_forms.cpp: lists, contexts, ranges, iterations, filters, paths.
    Type list(Id id);
    Type context(Id id);
    Type range(Id id);
    Type condition(Id id);
    Type iteration(Id id);
    Type domain(Id id);
    Type filter(Id id);
    Type path(Id id);
    Type field(Id id, const Type& base);

    // checker_calls.cpp: calls.
    Type call(Id id);
    const Builtin* choose_form(Call& call, std::size_t arguments);
    void refuse(Id id, Call& call);
    void check_arguments(Id id, const Call& call, const std::vector<Type>& types);
    void check_delimiter(Id id, const Call& call);
    void check_unknown(Id id, const Call& call);
    void check_items(Id id, Call& call, const std::vector<Type>& types);
    Type result(Id id, const Call& call, const std::vector<Type>& types);

    [[nodiscard]] Node& node(Id id) { return program_.nodes[id]; }
    [[nodiscard]] Id child(Id id, std::size_t i) const { return program_.children[program_.nodes[id].first + i]; }
    [[nodiscard]] std::string_view word(Id id) const { return sign(program_.nodes[id].op); }

    Program& program_;
    const Scope& scope_;
    std::vector<Finding>& findings_;
    std::vector<Local> locals_;
};

}  // namespace biaochi::feel::detail
