/// @file
/// Expressions that only compare fields with words, numbers or truths, as tests that need no evaluation.

#include "ruleset/simple_tests.hpp"

#include <algorithm>

#include "feel/node.hpp"

namespace biaochi::detail {
namespace {

using feel::detail::Node;
using feel::detail::Op;
using feel::detail::Program;

/// How many words a test can tell apart.
constexpr std::size_t most_words = 64;

/// The reading of one expression.
struct Reader {
    const Program& program;
    const std::vector<PlannedInput>& inputs;
    std::vector<SlotTest> tests;

    [[nodiscard]] const Node& child(const Node& node, std::size_t index) const { return program.nodes[program.of(node)[index]]; }
    bool read(const Node& node);
    bool read_comparison(const Node& node);
    bool read_in(const Node& node);
    bool read_truth(const Node& node, bool wanted);
    bool compare(const Node& input, const feel::Value& value, SlotTest::Sign sign);
    [[nodiscard]] std::optional<std::uint64_t> bit_of(const Node& input, const Node& word) const;
    [[nodiscard]] const PlannedInput* field(const Node& node, FieldType type) const;
};

std::optional<SlotTest::Sign> sign_of(Op op, bool swapped) {
    using Sign = SlotTest::Sign;
    switch (op) {
        case Op::equal:
            return Sign::equal;
        case Op::less:
            return swapped ? Sign::greater : Sign::less;
        case Op::less_equal:
            return swapped ? Sign::greater_equal : Sign::less_equal;
        case Op::greater:
            return swapped ? Sign::less : Sign::greater;
        case Op::greater_equal:
            return swapped ? Sign::less_equal : Sign::greater_equal;
        default:
            return std::nullopt;
    }
}

const PlannedInput* Reader::field(const Node& node, FieldType type) const {
    if (node.op != Op::input || node.slot >= inputs.size()) return nullptr;
    const PlannedInput& input = inputs[node.slot];
    const FieldType found = input.place ? FieldType::number : input.source->type;
    return found == type ? &input : nullptr;
}

/// The bit of a word that the field may hold; no bit for one that it cannot.
std::optional<std::uint64_t> Reader::bit_of(const Node& input, const Node& word) const {
    const PlannedInput* text = field(input, FieldType::text);
    if (text == nullptr || word.op != Op::constant) return std::nullopt;
    const feel::Value& value = program.constants[word.aux];
    const auto& values = text->source->values;
    if (value.kind() != feel::Kind::text || values.empty() || values.size() > most_words) return std::nullopt;
    const auto found = static_cast<std::size_t>(std::find(values.begin(), values.end(), value.text()) - values.begin());
    return found == values.size() ? 0 : std::uint64_t{1} << found;
}

bool Reader::compare(const Node& input, const feel::Value& value, SlotTest::Sign sign) {
    if (value.kind() == feel::Kind::boolean && sign == SlotTest::Sign::equal) return read_truth(input, value.boolean());
    if (value.kind() != feel::Kind::number || field(input, FieldType::number) == nullptr) return false;
    SlotTest test;
    test.kind = SlotTest::Kind::order;
    test.sign = sign;
    test.slot = input.slot;
    test.than = value.number();
    tests.push_back(std::move(test));
    return true;
}

bool Reader::read_truth(const Node& node, bool wanted) {
    if (field(node, FieldType::boolean) == nullptr) return false;
    SlotTest test;
    test.kind = SlotTest::Kind::truth;
    test.wanted = wanted;
    test.slot = node.slot;
    tests.push_back(std::move(test));
    return true;
}

bool Reader::read_comparison(const Node& node) {
    const bool swapped = child(node, 1).op == Op::input;
    const Node& input = child(node, swapped ? 1 : 0);
    const Node& other = child(node, swapped ? 0 : 1);
    if (input.op != Op::input || other.op != Op::constant) return false;
    const auto bit = node.op == Op::equal ? bit_of(input, other) : std::nullopt;
    if (!bit) return compare(input, program.constants[other.aux], *sign_of(node.op, swapped));
    SlotTest test;
    test.slot = input.slot;
    test.words = *bit;
    tests.push_back(std::move(test));
    return true;
}

bool Reader::read_in(const Node& node) {
    const Node& input = child(node, 0);
    SlotTest test;
    test.slot = input.slot;
    for (std::size_t i = 1; i < node.count; ++i) {
        const auto bit = bit_of(input, child(node, i));
        if (!bit) return false;
        test.words |= *bit;
    }
    tests.push_back(std::move(test));
    return true;
}

bool Reader::read(const Node& node) {
    switch (node.op) {
        case Op::both:
            return read(child(node, 0)) && read(child(node, 1));
        case Op::input:
            return read_truth(node, true);
        case Op::in:
            return read_in(node);
        case Op::call:
            return program.calls[node.aux].name == "not" && node.count == 1 && read_truth(child(node, 0), false);
        case Op::equal:
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal:
            return read_comparison(node);
        default:
            return false;
    }
}

}  // namespace

std::optional<std::vector<SlotTest>> simple_tests(const feel::Expression& expression, const std::vector<PlannedInput>& inputs) {
    const Program& program = expression.program();
    Reader reader{program, inputs, {}};
    if (!reader.read(program.nodes[program.root])) return std::nullopt;
    return std::move(reader.tests);
}

}  // namespace biaochi::detail
