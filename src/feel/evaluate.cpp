/// @file
/// The evaluator's frame: logic, comparisons; limits and evidence.

#include "biaochi/feel/evaluate.hpp"

#include <algorithm>
#include <new>

#include "biaochi/core/error.hpp"
#include "feel/compare.hpp"
#include "feel/machine.hpp"

namespace biaochi::feel {

namespace detail {

namespace {

Verdict verdict_of(const Value& answer) {
    return answer.kind() != Kind::boolean ? Verdict::undecided : answer.boolean() ? Verdict::yes : Verdict::no;
}

/// The undecided side of `and` or `or`: an unknown one before a mistaken one, the left before the right.
Value undecided(const Value& left, const Value& right) {
    const auto rank = [](const Value& value) {
        if (value.kind() == Kind::boolean) return 0;
        if (!value.is_null()) return 1;
        return is_unknown(value.null().cause) ? 3 : 2;
    };
    const Value& chosen = rank(right) > rank(left) ? right : left;
    return chosen.is_null() ? chosen : make_null(Cause::type_error);
}

}  // namespace

Value Machine::run() {
    Value answer = eval(program_.root);
    if (exhausted_) return make_null(Cause::out_of_limits);
    if (program_.result) answer = coerced(answer, *program_.result);
    return answer;
}

Value Machine::number(Number value) const {
    if (!value.is_small() && value.bits() > limits_.number_bits) return make_null(Cause::out_of_limits);
    return make_number(std::move(value));
}

Value Machine::weighed(Value value) {
    if (value.kind() != Kind::number || value.number().is_small()) return value;
    const std::size_t words = value.number().bits() / 64;
    if (!spend(words * words / 16)) return make_null(Cause::out_of_limits);
    return value;
}

Value Machine::text(std::string value) const {
    if (value.size() > limits_.text_size) return make_null(Cause::out_of_limits);
    return make_text(std::move(value));
}

Value Machine::made(Value value) const {
    const Extent size = extent(value);
    if (size.depth > limits_.value_depth || size.weight > limits_.value_weight) return make_null(Cause::out_of_limits);
    return value;
}

Value Machine::list(std::vector<Value> items) {
    if (!spend(items.size() / 4) || items.size() > limits_.list_size) return make_null(Cause::out_of_limits);
    return made(make_list(std::move(items)));
}

Value Machine::context(std::vector<Context::Entry> entries) {
    // Looking for repeated keys takes every pair of entries.
    if (!spend(entries.size() * entries.size() / 16) || entries.size() > limits_.list_size) return make_null(Cause::out_of_limits);
    return made(make_context(std::move(entries)));
}

Value Machine::eval(Id id) {
    const Node& node = node_of(id);
    if (!spend(1)) return make_null(Cause::out_of_limits);
    switch (node.op) {
        case Op::constant:
        case Op::name:
        case Op::input:
        case Op::local:
        case Op::item_field:
        case Op::path: {
            Value kept;
            const Value& value = found(node, kept);
            if (&value != &kept) return value;
            return kept;
        }
        case Op::list:
            return make_items(node);
        case Op::context:
            return make_entries(node);
        case Op::range:
            return make_interval(node);
        case Op::test:
            return make_test(node);
        case Op::negate:
            return negated(eval(child(node, 0)));
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::power: {
            Value kept_left;
            Value kept_right;
            const Value& left = look(child(node, 0), kept_left);
            return weighed(arithmetic(*this, node.op, left, look(child(node, 1), kept_right)));
        }
        case Op::both:
        case Op::either:
            return logic(node);
        case Op::between:
            return between(id, node);
        case Op::in:
            return in(id, node);
        case Op::choose:
            return choose(id, node);
        case Op::each:
            return each(node);
        case Op::some:
        case Op::every:
            return quantifier(id, node);
        case Op::filter:
            return filter(id, node);
        case Op::call:
            return call(node);
        case Op::instance: {
            Value value = eval(child(node, 0));
            if (value.is_null() && is_unknown(value.null().cause)) return value;
            return spend_on(value) ? make_boolean(is_instance(value, program_.types[node.aux])) : make_null(Cause::out_of_limits);
        }
        case Op::scale:
            return arithmetic(*this, Op::multiply, eval(child(node, 0)), program_.constants[node.aux]);
        default:
            return compare(id, node);
    }
}

Value Machine::compare(Id id, const Node& node) {
    Value kept_left;
    Value kept_right;
    const Value& left = look(child(node, 0), kept_left);
    const Value& right = look(child(node, 1), kept_right);
    Value answer = compared(node.op, left, right);
    if (evidence_ != nullptr) record(EvidenceKind::comparison, id, answer, left, right);
    return answer;
}

Value Machine::compared(Op op, const Value& left, const Value& right) {
    if (op == Op::equal || op == Op::not_equal) {
        if (!spend(extent(left).weight / 4)) return make_null(Cause::out_of_limits);
        Value answer = equal(left, right);
        return answer.is_null() || op == Op::equal ? answer : make_boolean(!answer.boolean());
    }
    const auto ordered = order(left, right);
    if (!ordered) return incomparable(left, right);
    switch (op) {
        case Op::less:
            return make_boolean(*ordered < 0);
        case Op::less_equal:
            return make_boolean(*ordered <= 0);
        case Op::greater:
            return make_boolean(*ordered > 0);
        default:
            return make_boolean(*ordered >= 0);
    }
}

Value Machine::logic(const Node& node) {
    const bool decides = node.op == Op::either;
    Value left = eval(child(node, 0));
    if (left.is(decides)) return left;
    Value right = eval(child(node, 1));
    if (right.is(decides)) return right;
    if (left.is(!decides) && right.is(!decides)) return left;
    return undecided(left, right);
}

Value Machine::between(Id id, const Node& node) {
    Value kept_value;
    Value kept_low;
    Value kept_high;
    const Value& value = look(child(node, 0), kept_value);
    const Value& low = look(child(node, 1), kept_low);
    const Value& high = look(child(node, 2), kept_high);
    Value above = compared(Op::greater_equal, value, low);
    const Value below = compared(Op::less_equal, value, high);
    if (evidence_ != nullptr) {
        record(EvidenceKind::comparison, id, above, value, low);
        record(EvidenceKind::comparison, id, below, value, high);
    }
    // Three-valued `and`, but an end of another type spoils the whole, as in the standard.
    if (above.is_null()) return above;
    return below.is_null() || above.boolean() ? below : above;
}

Value Machine::in(Id id, const Node& node) {
    Value kept_value;
    const Value& value = look(child(node, 0), kept_value);
    if ((node.flags & reads_tested) != 0) locals_[node.slot] = &value;
    AnyOf any;
    for (std::size_t i = 1; i < node.count; ++i) {
        Value kept;
        const Value& test = look(child(node, i), kept);
        if (!spend_on(test)) return make_null(Cause::out_of_limits);
        const bool asks = (node.flags & reads_tested) != 0 && test.kind() == Kind::boolean && value.kind() != Kind::boolean;
        Value answer = asks ? test : satisfies(value, test);
        if (evidence_ != nullptr) record(EvidenceKind::comparison, id, answer, value, test, static_cast<std::uint32_t>(i - 1));
        if (answer.is(true)) return answer;
        if (answer.is_null()) any.add(std::move(answer));
    }
    return any.answer();
}

Value Machine::choose(Id id, const Node& node) {
    Value asked = eval(child(node, 0));
    // What is not known chooses no branch; any other value but true chooses `else`, as the standard says.
    if (asked.is_null() && is_unknown(asked.null().cause)) return asked;
    if (evidence_ != nullptr) record(EvidenceKind::branch, id, asked, asked, {}, asked.is(true) ? 0 : 1);
    return eval(child(node, asked.is(true) ? 1 : 2));
}

void Machine::record(EvidenceKind kind, Id id, const Value& answer, const Value& left, const Value& right, std::uint32_t index) {
    if (evidence_->records.size() >= evidence_->most) {
        evidence_->complete = false;
        return;
    }
    if (evidence_->records.empty()) evidence_->records.reserve(4);
    evidence_->records.emplace_back(kind, verdict_of(answer), id, index, left, right);
}

void Machine::expect_more(std::size_t before, std::size_t members) {
    std::vector<EvidenceRecord>& records = evidence_->records;
    const std::size_t each = records.size() - before + 1;
    const std::size_t wanted = std::min(evidence_->most, records.size() + each * members);
    if (wanted > records.capacity()) records.reserve(std::max(wanted, 2 * records.capacity()));
}

}  // namespace detail

Value evaluate(const Expression& expression, std::span<const Value> inputs, const Limits& limits, Evidence* evidence) noexcept {
    try {
        return detail::Machine(expression.program(), inputs, limits, evidence).run();
    } catch (const Error&) {
        return make_null(Cause::out_of_limits);
    } catch (const std::bad_alloc&) {
        return make_null(Cause::out_of_limits);
    }
}

}  // namespace biaochi::feel
