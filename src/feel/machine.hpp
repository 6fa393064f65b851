#pragma once
/// @file
/// The evaluator: walks the nodes of a program, counting its steps.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "biaochi/feel/evaluate.hpp"
#include "feel/builtin.hpp"
#include "feel/node.hpp"

namespace biaochi::feel::detail {

/// One evaluation of one program.
class Machine {
public:
    Machine(const Program& program, std::span<const Value> inputs, const Limits& limits, Evidence* evidence)
        : program_(program),
          inputs_(inputs),
          limits_(limits),
          evidence_(evidence),
          steps_left_(limits.steps),
          locals_(program.locals, &nothing_) {}

    /// Evaluates the whole program.
    [[nodiscard]] Value run();

    /// @return the limits
    [[nodiscard]] const Limits& limits() const noexcept { return limits_; }
    /// Takes steps; @return whether there were as many left
    bool spend(std::size_t steps) noexcept {
        if (steps <= steps_left_) {
            steps_left_ -= steps;
            return true;
        }
        exhausted_ = true;
        steps_left_ = 0;
        return false;
    }
    /// Spends what it costs to go through a value.
    bool spend_on(const Value& value) noexcept { return spend(extent(value).weight); }
    /// @return whether the steps are used up; the answer is then of no meaning
    [[nodiscard]] bool exhausted() const noexcept { return exhausted_; }

    /// @return the number, or null where it is beyond the limit
    [[nodiscard]] Value number(Number value) const;
    /// @return the text, or null where it is beyond the limit
    [[nodiscard]] Value text(std::string value) const;
    /// @return the list, or null where it is beyond the limits
    [[nodiscard]] Value list(std::vector<Value> items);
    /// @return the context, or null where it is beyond the limits
    [[nodiscard]] Value context(std::vector<Context::Entry> entries);

private:
    using Id = std::uint32_t;

    // evaluate_places.cpp: leaves and paths.
    const Value& look(Id id, Value& kept);
    const Value& found(const Node& node, Value& kept);
    const Value& item_field(const Node& node, Value& kept);
    const Value& path(const Node& node, Value& kept);
    const Value& field(const Value& base, const Node& node, Value& kept);
    [[nodiscard]] static const Value* entry_of(const Context& context, std::size_t guess, const std::string& name) noexcept;

    // evaluate.cpp: logic, comparisons.
    Value eval(Id id);
    Value made(Value value) const;
    /// Takes steps for a long number: working with one takes time that grows with the square of its length.
    Value weighed(Value value);
    Value compare(Id id, const Node& node);
    Value compared(Op op, const Value& left, const Value& right);
    Value logic(const Node& node);
    Value between(Id id, const Node& node);
    Value in(Id id, const Node& node);
    Value choose(Id id, const Node& node);

    // evaluate_forms.cpp: lists, contexts, ranges, iterations, filters.
    Value make_items(const Node& node);
    Value make_entries(const Node& node);
    Value make_interval(const Node& node);
    Value make_test(const Node& node);
    const std::vector<Value>* domain(Id id, Value& kept, Value& failure);
    const std::vector<Value>* keep(std::optional<std::vector<Value>> values, Value& kept);
    std::optional<std::vector<Value>> span_of(const Value& first, const Value& last, Value& failure);
    Value each(const Node& node);
    Value quantifier(Id id, const Node& node);
    Value filter(Id id, const Node& node);
    Value filter_items(Id id, const Node& node, const std::vector<Value>& items);
    Value item_at(const std::vector<Value>& items, const Value& index) const;

    // evaluate_call.cpp: calls.
    Value call(const Node& node);
    bool place_arguments(const Node& node, const Call& call, Arguments& arguments);
    void fill_rest(std::span<const Id> children, std::size_t last, Arguments& arguments);

    // Evidence; each of these is called only where evidence_ is set.
    void record(EvidenceKind kind, Id id, const Value& answer, const Value& left, const Value& right, std::uint32_t index = 0);
    /// Makes room for what further members leave, from what the first one left.
    void expect_more(std::size_t before, std::size_t members);

    [[nodiscard]] const Node& node_of(Id id) const { return program_.nodes[id]; }
    [[nodiscard]] Id child(const Node& node, std::size_t i) const { return program_.children[node.first + i]; }

    const Program& program_;
    std::span<const Value> inputs_;
    const Limits& limits_;
    Evidence* evidence_;
    std::size_t steps_left_;
    bool exhausted_ = false;
    Value nothing_;
    std::vector<const Value*> locals_;  ///< each stands in a value that the form around keeps for as long as the variable is in reach

    friend class Iteration;
};

/// Adds, subtracts, multiplies, divides or raises (DMN 1.5, tables 51 to 54).
[[nodiscard]] Value arithmetic(const Machine& machine, Op op, const Value& left, const Value& right);
/// Changes the sign.
[[nodiscard]] Value negated(const Value& value);
/// @return the property of a date, duration or range, or null
[[nodiscard]] Value property(const Value& base, std::string_view name);
/// Brings a value to a type as FEEL does for arguments and results: a list of one item to the item, an item to a list.
[[nodiscard]] Value coerced(const Value& value, const Type& type);

}  // namespace biaochi::feel::detail
