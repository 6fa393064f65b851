#pragma once
/// @file
/// A compiled expression: nodes in one array, children as indices, everything resolved.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "biaochi/feel/expression.hpp"
#include "biaochi/feel/type.hpp"
#include "biaochi/feel/value.hpp"

namespace biaochi::feel::detail {

struct Builtin;

/// What a node does.
enum class Op : std::uint8_t {
    constant,       ///< aux: constant
    name,           ///< aux: name; only before the names are resolved
    input,          ///< aux: slot
    local,          ///< slot
    item_field,     ///< aux: name; slot: the item, maybe a context; flags: probable place; child: what else the name means
    list,           ///< children: items
    context,        ///< aux: first name; slot: first entry's; children: entries
    range,          ///< flags: from_included, to_included; children: ends
    test,           ///< flags: RangeForm (interval is `=`); child: operand
    span,           ///< children: first and last of an iteration
    negate,         ///< child
    add,            ///< from here to greater_equal: two children
    subtract,       ///<
    multiply,       ///<
    divide,         ///<
    power,          ///<
    equal,          ///<
    not_equal,      ///<
    less,           ///<
    less_equal,     ///<
    greater,        ///<
    greater_equal,  ///<
    both,           ///< `and`; two children
    either,         ///< `or`; two children
    between,        ///< three children
    in,             ///< slot: `?`; children: value, tests
    choose,         ///< `if`; three children
    each,           ///< `for`; aux: first name; slot: first variable's, then `partial`'s; children: domains, body
    some,           ///< like each
    every,          ///< like each
    filter,         ///< slot: `item`; children: list, condition
    path,           ///< aux: name; slot: where the field probably stands; child
    call,           ///< aux: call; children: arguments
    instance,       ///< aux: type; child
    scale,          ///< aux: constant, the factor; child
};

inline constexpr std::uint8_t from_included = 1;  ///< flag of range
inline constexpr std::uint8_t to_included = 2;    ///< flag of range
inline constexpr std::uint8_t reads_item = 4;     ///< flag of filter: the condition depends on the item
inline constexpr std::uint8_t reads_partial = 4;  ///< flag of each: the body reads `partial`
inline constexpr std::uint8_t reads_tested = 4;   ///< flag of in: a test reads `?`

/// One step of an expression.
struct Node {
    Op op = Op::constant;
    std::uint8_t flags = 0;
    std::uint32_t first = 0;  ///< of its children, in Program::children
    std::uint32_t count = 0;  ///< of its children
    std::uint32_t aux = 0;
    std::uint32_t slot = 0;
    std::uint32_t begin = 0;  ///< its part of the text
    std::uint32_t end = 0;
};

/// A call: which function, and which parameter each argument is for.
struct Call {
    std::string name;
    std::vector<std::string> labels;  ///< names of the arguments; empty where they are given by position
    const Builtin* builtin = nullptr;
    std::vector<std::uint8_t> places;  ///< a parameter for each argument, where they are named
    bool refused = false;              ///< the arguments do not fit any form of the function
};

/// Everything of an expression; immutable once it is compiled.
struct Program {
    std::string text;
    std::vector<Node> nodes;
    std::vector<std::uint32_t> children;
    std::vector<Value> constants;
    std::vector<std::string> names;
    std::vector<Call> calls;
    std::vector<Type> types;
    std::uint32_t root = 0;
    std::uint32_t locals = 0;  ///< slots that variables need
    Type type;
    std::optional<Type> result;  ///< what the answer is brought to
    std::vector<std::uint32_t> reads;

    /// @return the children of a node
    [[nodiscard]] std::span<const std::uint32_t> of(const Node& node) const noexcept { return {children.data() + node.first, node.count}; }
};

/// @return the operator or form as it is written
[[nodiscard]] std::string_view sign(Op op) noexcept;

}  // namespace biaochi::feel::detail
