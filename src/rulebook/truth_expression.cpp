/// @file
/// The truth of one expression: `and`, `or`, `not`, and comparisons of a name with constants; all else is a proposition by its text.

#include "biaochi/feel/evaluate.hpp"
#include "feel/node.hpp"
#include "rulebook/truth.hpp"

namespace biaochi::detail {
namespace {

using feel::detail::Call;
using feel::detail::Node;
using feel::detail::Op;

/// What a comparison is about: a name, or any other part of the text, times a factor.
struct Term {
    std::string name;
    Number factor{1};
};

Possible interval(std::optional<Number> low, bool low_included, std::optional<Number> high, bool high_included) {
    Possible values;
    values.low = std::move(low);
    values.high = std::move(high);
    values.low_included = low_included;
    values.high_included = high_included;
    return values;
}

Possible below(const Number& end, bool included) { return interval(std::nullopt, true, end, included); }
Possible above(const Number& end, bool included) { return interval(end, included, std::nullopt, true); }

Possible words(std::set<std::string> only) {
    Possible values;
    values.words = std::move(only);
    return values;
}

Op turned(Op op) {
    switch (op) {
        case Op::less:
            return Op::greater;
        case Op::less_equal:
            return Op::greater_equal;
        case Op::greater:
            return Op::less;
        case Op::greater_equal:
            return Op::less_equal;
        default:
            return op;
    }
}

class Walk {
public:
    Walk(const feel::Expression& expression, const TruthReader& reader)
        : expression_(expression), program_(expression.program()), reader_(reader) {}

    Truth truth(std::uint32_t id) const {
        const Node& node = program_.nodes[id];
        const auto children = program_.of(node);
        switch (node.op) {
            case Op::both:
                return both(truth(children[0]), truth(children[1]));
            case Op::either:
                return either(truth(children[0]), truth(children[1]));
            case Op::call:
                if (const Call& call = program_.calls[node.aux]; call.name == "not" && children.size() == 1) {
                    Truth inner = truth(children[0]);
                    return {std::move(inner.fails), std::move(inner.holds)};
                }
                return proposition(id);
            case Op::equal:
            case Op::not_equal:
            case Op::less:
            case Op::less_equal:
            case Op::greater:
            case Op::greater_equal:
                return comparison(id, node.op, children[0], children[1]);
            case Op::between:
                return both(comparison(id, Op::greater_equal, children[0], children[1]),
                            comparison(id, Op::less_equal, children[0], children[2]));
            case Op::in:
                return membership(id, node, children);
            default:
                return proposition(id);
        }
    }

private:
    /// True or false as a whole, by its words.
    Truth proposition(std::uint32_t id) const {
        if (const auto value = constant(id); value && value->kind() == feel::Kind::boolean) {
            return value->boolean() ? Truth{anything(), {}} : Truth{{}, anything()};
        }
        const std::string name = term(id).name;
        return {{{{name, words({"true"})}}}, {{{name, words({"false"})}}}};
    }

    /// The value of a part of the text that names nothing.
    std::optional<feel::Value> constant(std::uint32_t id) const {
        if (const Node& node = program_.nodes[id]; node.op == Op::scale) {
            const auto value = constant(program_.of(node)[0]);
            if (!value || value->kind() != feel::Kind::number) return std::nullopt;
            return feel::make_number(value->number() * program_.constants[node.aux].number());
        }
        const feel::Compiled alone = feel::compile_expression(expression_.source(id), {});
        if (!alone.expression) return std::nullopt;
        return feel::evaluate(*alone.expression, {});
    }

    Term term(std::uint32_t id) const {
        const Node& node = program_.nodes[id];
        if (node.op == Op::scale) {
            Term scaled = term(program_.of(node)[0]);
            scaled.factor *= program_.constants[node.aux].number();
            return scaled;
        }
        return {std::string(expression_.source(id)), Number(1)};
    }

    /// The declared values of a name, and whether it can be null without being unknown.
    Situation start(const Term& term, const Possible& values) const {
        const Declared* declared = reader_.find(term.name);
        return {{term.name, declared == nullptr ? values : meet(declared->values, values)}};
    }

    Situations only(const Term& term, const Possible& values) const {
        Situation situation = start(term, values);
        if (is_empty(situation.begin()->second)) return {};
        return {std::move(situation)};
    }

    /// Adds that the name is null: then an equality is false and an inequality true.
    void add_null(const Term& term, Situations& situations) const {
        const Declared* declared = reader_.find(term.name);
        if (declared == nullptr || !declared->given) situations.push_back({{term.name + null_mark, words({"true"})}});
    }

    Truth comparison(std::uint32_t id, Op op, std::uint32_t left, std::uint32_t right) const {
        auto value = constant(right);
        std::uint32_t named = left;
        if (!value) {
            value = constant(left);
            named = right;
            op = turned(op);
        }
        if (!value || constant(named)) return proposition(id);
        const Term about = term(named);
        if (value->kind() == feel::Kind::number && about.factor.sign() > 0) return numbers(about, op, value->number() / about.factor);
        const bool equality = op == Op::equal || op == Op::not_equal;
        if (equality && value->kind() == feel::Kind::text) return equal_to(about, op, value->text());
        if (equality && value->kind() == feel::Kind::boolean) return equal_to(about, op, value->boolean() ? "true" : "false");
        return proposition(id);
    }

    Truth numbers(const Term& about, Op op, const Number& end) const {
        switch (op) {
            case Op::less:
                return {only(about, below(end, false)), only(about, above(end, true))};
            case Op::less_equal:
                return {only(about, below(end, true)), only(about, above(end, false))};
            case Op::greater:
                return {only(about, above(end, false)), only(about, below(end, true))};
            case Op::greater_equal:
                return {only(about, above(end, true)), only(about, below(end, false))};
            default:
                break;
        }
        Truth truth{only(about, interval(end, true, end, true)), either(only(about, below(end, false)), only(about, above(end, false)))};
        add_null(about, truth.fails);
        if (op == Op::not_equal) std::swap(truth.holds, truth.fails);
        return truth;
    }

    Truth equal_to(const Term& about, Op op, const std::string& word) const {
        Possible others;
        others.not_words.insert(word);
        Truth truth{only(about, words({word})), only(about, others)};
        add_null(about, truth.fails);
        if (op == Op::not_equal) std::swap(truth.holds, truth.fails);
        return truth;
    }

    /// `x in (a, b)`: one of the tests holds.
    Truth membership(std::uint32_t id, const Node& node, std::span<const std::uint32_t> children) const {
        if ((node.flags & feel::detail::reads_tested) != 0) return proposition(id);
        Truth any{{}, anything()};
        for (const std::uint32_t test : children.subspan(1)) {
            const std::optional<Truth> one = tested(children[0], test);
            if (!one) return proposition(id);
            any = either(any, *one);
        }
        add_null(term(children[0]), any.fails);
        return any;
    }

    std::optional<Truth> tested(std::uint32_t about, std::uint32_t test) const {
        const auto value = constant(test);
        if (!value || constant(about)) return std::nullopt;
        const Term name = term(about);
        if (value->kind() == feel::Kind::text) return equal_to(name, Op::equal, value->text());
        if (value->kind() == feel::Kind::number && name.factor == Number(1)) return numbers(name, Op::equal, value->number());
        if (value->kind() == feel::Kind::range && name.factor == Number(1)) return within(name, value->range());
        if (value->kind() != feel::Kind::list) return std::nullopt;
        Truth any{{}, anything()};
        for (const feel::Value& item : value->items()) {
            if (item.kind() != feel::Kind::text) return std::nullopt;
            any = either(any, equal_to(name, Op::equal, item.text()));
        }
        return any;
    }

    std::optional<Truth> within(const Term& name, const feel::Range& range) const {
        if (range.form != feel::RangeForm::interval) return std::nullopt;
        if (range.from.kind() != feel::Kind::number || range.to.kind() != feel::Kind::number) return std::nullopt;
        const Number& from = range.from.number();
        const Number& to = range.to.number();
        return Truth{only(name, interval(from, range.from_included, to, range.to_included)),
                     either(only(name, below(from, !range.from_included)), only(name, above(to, !range.to_included)))};
    }

    const feel::Expression& expression_;
    const feel::detail::Program& program_;
    const TruthReader& reader_;
};

}  // namespace

Truth truth_of(const feel::Expression& expression, const TruthReader& reader) {
    return Walk(expression, reader).truth(expression.program().root);
}

}  // namespace biaochi::detail
