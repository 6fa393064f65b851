/// @file
/// The evaluator's larger forms: lists, contexts, ranges, iterations, quantifiers, filters.

#include <algorithm>

#include "biaochi/core/rounding.hpp"
#include "feel/compare.hpp"
#include "feel/machine.hpp"

namespace biaochi::feel::detail {

Value Machine::make_items(const Node& node) {
    std::vector<Value> items;
    items.reserve(node.count);
    for (std::size_t i = 0; i < node.count; ++i) items.push_back(eval(child(node, i)));
    return list(std::move(items));
}

Value Machine::make_entries(const Node& node) {
    std::vector<Context::Entry> entries;
    entries.reserve(node.count);
    for (std::size_t i = 0; i < node.count; ++i) {
        entries.emplace_back(program_.names[node.aux + i], eval(child(node, i)));
        locals_[node.slot + i] = &entries.back().second;
    }
    return context(std::move(entries));
}

Value Machine::make_interval(const Node& node) {
    Range range;
    range.from = eval(child(node, 0));
    range.to = eval(child(node, 1));
    range.from_included = (node.flags & from_included) != 0;
    range.to_included = (node.flags & to_included) != 0;
    const bool open = range.from.is_null() || range.to.is_null();
    if (!open && (!order(range.from, range.to) || *order(range.from, range.to) > 0)) return make_null(Cause::wrong_argument, "..");
    return made(make_range(std::move(range)));
}

Value Machine::make_test(const Node& node) {
    Range range;
    range.form = static_cast<RangeForm>(node.flags);
    const Value operand = eval(child(node, 0));
    const bool below = range.form == RangeForm::less || range.form == RangeForm::less_equal;
    const bool exact = range.form == RangeForm::interval;
    if (!below) range.from = operand;
    if (below || exact) range.to = operand;
    range.from_included = exact || range.form == RangeForm::greater_equal;
    range.to_included = exact || range.form == RangeForm::less_equal;
    return made(make_range(std::move(range)));
}

/// The numbers or days from one to the other, either way.
std::optional<std::vector<Value>> Machine::span_of(const Value& first, const Value& last, Value& failure) {
    const bool dates = first.kind() == Kind::date && last.kind() == Kind::date;
    const auto is_count = [](const Value& value) {
        return value.kind() == Kind::number && value.number().is_whole() && value.number().is_small();
    };
    if (!dates && (!is_count(first) || !is_count(last))) {
        failure = incomparable(first, last);
        return std::nullopt;
    }
    const std::int64_t from = dates ? first.date().count : first.number().small_numerator();
    const std::int64_t to = dates ? last.date().count : last.number().small_numerator();
    const Number size = Number(std::max(from, to)) - Number(std::min(from, to)) + Number(1);
    if (size > Number(static_cast<std::int64_t>(limits_.list_size)) || !spend(static_cast<std::size_t>(size.small_numerator()))) {
        failure = make_null(Cause::out_of_limits);
        return std::nullopt;
    }
    std::vector<Value> values;
    for (std::int64_t i = 0; i < size.small_numerator(); ++i) {
        const std::int64_t at = from <= to ? from + i : from - i;
        values.push_back(dates ? make_date(Day{at}) : make_number(Number(at)));
    }
    return values;
}

/// Puts values that were made for an iteration where they last as long as it does.
const std::vector<Value>* Machine::keep(std::optional<std::vector<Value>> values, Value& kept) {
    if (!values) return nullptr;
    kept = make_list(std::move(*values));
    return &kept.items();
}

/// What an iteration goes over, held by @p kept; none where @p failure stops it.
const std::vector<Value>* Machine::domain(Id id, Value& kept, Value& failure) {
    const Node& node = node_of(id);
    if (node.op == Op::span) {
        const Value first = eval(child(node, 0));
        return keep(span_of(first, eval(child(node, 1)), failure), kept);
    }
    kept = eval(id);
    if (kept.kind() == Kind::list) return &kept.items();
    if (kept.is_null()) {
        failure = kept;
        return nullptr;
    }
    if (kept.kind() != Kind::range || kept.range().form != RangeForm::interval) return keep(std::vector<Value>{kept}, kept);
    const Value range = kept;
    std::optional<std::vector<Value>> values = span_of(range.range().from, range.range().to, failure);
    if (!values) return nullptr;
    const bool backwards = values->size() > 1 && *order((*values)[0], (*values)[1]) > 0;
    if (!backwards && !range.range().to_included) values->pop_back();
    if (!backwards && !range.range().from_included && !values->empty()) values->erase(values->begin());
    return keep(std::move(values), kept);
}

/// Walks the members of an iteration: nested, the last variable fastest. A later domain may depend on earlier variables.
class Iteration {
public:
    Iteration(Machine& machine, const Node& node) : machine_(machine), node_(node) {}

    /// Calls @p body for every member until it says stop.
    /// @return null where a domain is none
    template <class Body>
    std::optional<Value> run(Body&& body) {
        Value failure;
        return level(0, body, failure) ? std::nullopt : std::optional<Value>(std::move(failure));
    }
    /// @return the values of the variables: of one its value, of several a list, which is put into @p kept
    [[nodiscard]] const Value& member(Value& kept) const {
        const std::size_t variables = node_.count - 1;
        if (variables == 1) return *machine_.locals_[node_.slot];
        std::vector<Value> values;
        values.reserve(variables);
        for (std::size_t i = 0; i < variables; ++i) values.push_back(*machine_.locals_[node_.slot + i]);
        return kept = make_list(std::move(values));
    }
    /// @return how many members the first variable goes over
    [[nodiscard]] std::size_t members() const noexcept { return members_; }

private:
    template <class Body>
    bool level(std::size_t variable, Body& body, Value& failure) {
        if (variable + 1 == node_.count) {
            stopped_ = !body();
            return true;
        }
        Value kept;
        const std::vector<Value>* values = machine_.domain(machine_.child(node_, variable), kept, failure);
        if (values == nullptr) return false;
        if (variable == 0) members_ = values->size();
        for (const Value& value : *values) {
            machine_.locals_[node_.slot + variable] = &value;
            if (!level(variable + 1, body, failure)) return false;
            if (stopped_ || machine_.exhausted()) return true;
        }
        return true;
    }

    Machine& machine_;
    const Node& node_;
    std::size_t members_ = 0;
    bool stopped_ = false;
};

Value Machine::each(const Node& node) {
    const bool partial = (node.flags & reads_partial) != 0;
    const std::size_t partial_slot = node.slot + node.count - 1;
    std::vector<Value> results;
    Value so_far;
    bool fits = true;
    const std::optional<Value> failure = Iteration(*this, node).run([&] {
        if (partial) {
            so_far = spend(results.size()) ? list(results) : make_null(Cause::out_of_limits);
            locals_[partial_slot] = &so_far;
        }
        results.push_back(eval(child(node, node.count - 1)));
        fits = results.size() <= limits_.list_size;
        return fits;
    });
    if (failure) return *failure;
    return fits ? list(std::move(results)) : make_null(Cause::out_of_limits);
}

Value Machine::quantifier(Id id, const Node& node) {
    const bool decides = node.op == Op::some;
    Value answer = make_boolean(!decides);
    std::uint32_t index = 0;
    const std::size_t before = evidence_ != nullptr ? evidence_->records.size() : 0;
    Iteration iteration(*this, node);
    const std::optional<Value> failure = iteration.run([&] {
        Value held = eval(child(node, node.count - 1));
        if (held.kind() != Kind::boolean && !held.is_null()) held = make_null(Cause::type_error);
        if (evidence_ != nullptr) {
            Value kept;
            record(EvidenceKind::member, id, held, iteration.member(kept), held, index);
            if (index == 0) expect_more(before, iteration.members());
        }
        ++index;
        if (held.is(decides)) {
            answer = held;
        } else if (held.is_null() && !answer.is(decides)) {
            const bool first = !answer.is_null() || (is_unknown(held.null().cause) && !is_unknown(answer.null().cause));
            if (first) answer = std::move(held);
        }
        return evidence_ != nullptr || !answer.is(decides);
    });
    if (failure) return *failure;
    if (index == 0 && evidence_ != nullptr) record(EvidenceKind::empty, id, answer, {}, {});
    return answer;
}

Value Machine::item_at(const std::vector<Value>& items, const Value& index) const {
    const auto size = static_cast<std::int64_t>(items.size());
    const Number& number = index.number();
    if (number.is_whole() && number.is_small()) {
        const std::int64_t at = number.small_numerator();
        if (at >= 1 && at <= size) return items[static_cast<std::size_t>(at - 1)];
        if (at < 0 && at >= -size) return items[static_cast<std::size_t>(size + at)];
    }
    return make_null(Cause::no_such_item, number_text(number));
}

Value Machine::filter(Id id, const Node& node) {
    Value kept;
    const Value& base = look(child(node, 0), kept);
    if (base.is_null()) return base;
    const std::vector<Value> single = base.kind() == Kind::list ? std::vector<Value>{} : std::vector<Value>{base};
    const std::vector<Value>& items = base.kind() == Kind::list ? base.items() : single;
    if ((node.flags & reads_item) != 0) return filter_items(id, node, items);
    Value condition = eval(child(node, 1));
    if (condition.kind() == Kind::number) return item_at(items, condition);
    if (condition.is_null() && is_unknown(condition.null().cause)) return condition;
    return condition.is(true) ? list(items) : list({});
}

Value Machine::filter_items(Id id, const Node& node, const std::vector<Value>& items) {
    std::vector<Value> kept;
    kept.reserve(items.size());
    Value unknown = make_boolean(true);
    const std::size_t before = evidence_ != nullptr ? evidence_->records.size() : 0;
    for (std::size_t i = 0; i < items.size() && !exhausted_; ++i) {
        locals_[node.slot] = &items[i];
        const Value condition = eval(child(node, 1));
        if (i == 0 && condition.kind() == Kind::number) return item_at(items, condition);
        if (evidence_ != nullptr) {
            record(EvidenceKind::member, id, condition, items[i], condition, static_cast<std::uint32_t>(i));
            if (i == 0) expect_more(before, items.size());
        }
        if (condition.is(true)) kept.push_back(items[i]);
        // Whether this item belongs to the list is not known: neither is the list.
        if (condition.is_null() && is_unknown(condition.null().cause) && !unknown.is_null()) unknown = condition;
    }
    return unknown.is_null() ? unknown : list(std::move(kept));
}

}  // namespace biaochi::feel::detail
