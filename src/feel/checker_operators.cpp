/// @file
/// The checker's operators: which types go together, and how units are brought to one another.

#include <array>
#include <utility>

#include "feel/checker.hpp"

namespace biaochi::feel::detail {

namespace {

using Of = Type::Of;

bool open(const Type& type) { return type.is_any() || type.of == Of::null; }
bool is_duration(const Type& type) { return type.of == Of::months || type.of == Of::seconds; }
bool is_ordered(const Type& type) {
    return open(type) || type.of == Of::number || type.of == Of::text || type.of == Of::date || is_duration(type);
}

std::string unit_word(const std::string& unit) { return unit.empty() ? "1" : unit; }

/// The type of an arithmetic operation that is not on two numbers, or none where the operands do not go together.
std::optional<Type> other_arithmetic(Op op, const Type& left, const Type& right) {
    if (open(left) && open(right)) return Type{};
    if (op == Op::power) {
        const bool fits = (open(left) || left.of == Of::number) && (open(right) || right.of == Of::number);
        return fits ? std::optional(type_of(Of::number)) : std::nullopt;
    }
    if (op == Op::add || op == Op::subtract) {
        if (left.of == Of::date && right.of == Of::date) return op == Op::subtract ? std::optional(type_of(Of::seconds)) : std::nullopt;
        if (left.of == Of::date && open(right)) return op == Op::add ? left : Type{};
        if (left.of == Of::date) return is_duration(right) ? std::optional(left) : std::nullopt;
        if (right.of == Of::date) return open(left) || (op == Op::add && is_duration(left)) ? std::optional(right) : std::nullopt;
        if (left.of == Of::text || right.of == Of::text) {
            const bool fits = op == Op::add && (open(left) || open(right) || left.of == right.of);
            return fits ? std::optional(type_of(Of::text)) : std::nullopt;
        }
        if (open(left)) return is_duration(right) ? Type{} : right.of == Of::number ? std::optional(right) : std::nullopt;
        if (open(right)) return is_duration(left) || left.of == Of::number ? std::optional(left) : std::nullopt;
        return is_duration(left) && left.of == right.of ? std::optional(left) : std::nullopt;
    }
    const auto is_factor = [](const Type& type) { return open(type) || type.of == Of::number; };
    if (is_duration(left) && is_factor(right)) return open(right) && op == Op::divide ? Type{} : left;
    if (op == Op::multiply && is_factor(left) && is_duration(right)) return right;
    if (op == Op::divide && is_duration(left) && left.of == right.of) return type_of(Of::number);
    if (op == Op::divide && open(left) && is_duration(right)) return type_of(Of::number);
    return is_factor(left) && is_factor(right) ? std::optional<Type>(Type{}) : std::nullopt;
}

}  // namespace

Type Checker::arithmetic(Id id) {
    const Type left = check(child(id, 0));
    const Type right = check(child(id, 1));
    if (left.of == Of::number && right.of == Of::number) return number_arithmetic(id, left, right);
    const std::optional<Type> type = other_arithmetic(node(id).op, left, right);
    if (!type) mismatch(id, word(id), left, &right);
    return type.value_or(Type{});
}

Type Checker::number_arithmetic(Id id, const Type& left, const Type& right) {
    switch (node(id).op) {
        case Op::add:
        case Op::subtract:
            (void)align(id, 1, right, left);
            return left.unit ? left : right;
        case Op::multiply:
            return product(id, left, right);
        case Op::divide:
            return quotient(id, left, right);
        default:
            return type_of(Of::number);
    }
}

/// Turns percent into a plain ratio.
void Checker::without_percent(Id parent, std::size_t child, Type& type) {
    const bool percent = type.unit == "%";
    if (!percent && type.unit != "‰") return;
    scale(parent, child, percent ? Number(1, 100) : Number(1, 1000));
    type.unit = "";
}

Type Checker::product(Id id, Type left, Type right) {
    if (left.unit && right.unit) {
        if (*right.unit == "%" || *right.unit == "‰") {
            without_percent(id, 1, right);
        } else if (!right.unit->empty()) {
            without_percent(id, 0, left);
        }
    }
    if (!left.unit || !right.unit) {
        const Type& stated = left.unit ? left : right;
        return stated.unit && !stated.unit->empty() ? stated : type_of(Of::number);
    }
    if (left.unit->empty()) return right;
    return right.unit->empty() ? left : number_in(*left.unit + "·" + *right.unit);
}

Type Checker::quotient(Id id, Type left, Type right) {
    if (!right.unit) return left.unit && !left.unit->empty() ? left : type_of(Of::number);
    if (right.unit->empty()) return left;
    if (!left.unit) return number_in("1/" + *right.unit);
    if (left.unit == right.unit) return number_in("");
    if (!left.unit->empty() && scope_.conversion) {
        if (const std::optional<Number> factor = scope_.conversion(*right.unit, *left.unit)) {
            scale(id, 1, *factor);
            return number_in("");
        }
    }
    without_percent(id, 1, right);
    if (right.unit->empty()) return left;
    without_percent(id, 0, left);
    return number_in(unit_word(*left.unit) + "/" + *right.unit);
}

Type Checker::comparison(Id id) {
    const Type left = check(child(id, 0));
    const Type right = check(child(id, 1));
    const bool equality = node(id).op == Op::equal || node(id).op == Op::not_equal;
    const bool fits = (equality || (is_ordered(left) && is_ordered(right))) && (open(left) || open(right) || left.of == right.of);
    if (!fits) mismatch(id, word(id), left, &right);
    if (left.of == Of::number && right.of == Of::number) (void)align(id, 1, right, left);
    return type_of(Of::boolean);
}

Type Checker::between(Id id) {
    const Type value = check(child(id, 0));
    for (std::size_t i = 1; i < 3; ++i) {
        const Type end = check(child(id, i));
        const bool fits = is_ordered(value) && is_ordered(end) && (open(value) || open(end) || value.of == end.of);
        if (!fits) mismatch(id, word(id), value, &end);
        if (value.of == Of::number && end.of == Of::number) (void)align(id, i, end, value);
    }
    return type_of(Of::boolean);
}

Type Checker::in_tests(Id id) {
    const Type value = check(child(id, 0));
    push("?", value, id, reads_tested);
    node(id).slot = locals_.back().slot;
    for (std::size_t i = 1; i < node(id).count; ++i) {
        const Type type = check(child(id, i));
        const bool asks = type.of == Of::boolean && (node(id).flags & reads_tested) != 0;
        if (asks) continue;
        const Type element = element_of(type);
        const Type inner = element.of == Of::range ? element_of(element) : element;
        const bool holds = type.of == Of::list || type.of == Of::range;
        const bool fits = holds ? may_be(value, inner) || may_be(value, element) || may_be(value, type) : may_be(value, type);
        if (!fits) mismatch(child(id, i), word(id), value, &type);
        if (value.of == Of::number) align_test(id, i, type, value);
    }
    pop(1);
    return type_of(Of::boolean);
}

/// Brings the numbers of a test to the unit of what is tested.
void Checker::align_test(Id parent, std::size_t index, const Type& type, const Type& to) {
    const Id id = child(parent, index);
    const Op op = node(id).op;
    if (type.of == Of::number) {
        (void)align(parent, index, type, to);
    } else if (op == Op::range || op == Op::test || op == Op::list) {
        // The ends of a range and the items of a list have one unit by now.
        for (std::size_t i = 0; i < node(id).count; ++i) align_test(id, i, element_of(type), to);
    } else if (const Type element = element_of(type); element.of == Of::number && element.unit && to.unit && element.unit != to.unit) {
        complain(IssueCode::unit_mismatch, id, {std::string(word(parent)), unit_word(*to.unit), unit_word(*element.unit)});
    }
}

/// Brings a child that is a number to another unit. @return whether the units go together
bool Checker::align(Id parent, std::size_t index, const Type& from, const Type& to) {
    if (!from.unit || !to.unit || *from.unit == *to.unit) return true;
    const bool ratio = from.unit->empty() || to.unit->empty();  // 0.2 and 20 %: which is meant is not for us to guess
    const std::optional<Number> factor = scope_.conversion && !ratio ? scope_.conversion(*from.unit, *to.unit) : std::nullopt;
    if (factor) {
        scale(parent, index, *factor);
    } else {
        const std::string_view what = program_.result && parent == program_.nodes.size() - 1 ? std::string_view("=") : word(parent);
        complain(IssueCode::unit_mismatch, parent, {std::string(what), unit_word(*to.unit), unit_word(*from.unit)});
    }
    return factor.has_value();
}

/// Brings all numbers among the children from one on to the unit of the first that has one.
void Checker::align_all(Id parent, std::size_t first, const std::vector<Type>& types) {
    const Type* to = nullptr;
    for (std::size_t i = first; i < types.size(); ++i) {
        if (types[i].of != Of::number || !types[i].unit) continue;
        if (to == nullptr) {
            to = &types[i];
        } else {
            (void)align(parent, i, types[i], *to);
        }
    }
}

void Checker::scale(Id parent, std::size_t index, const Number& factor) {
    if (factor == Number(1)) return;
    const Id inner = child(parent, index);
    program_.constants.push_back(make_number(factor));
    Node above = node(inner);
    above.op = Op::scale;
    above.flags = 0;
    above.first = static_cast<std::uint32_t>(program_.children.size());
    above.count = 1;
    above.aux = static_cast<std::uint32_t>(program_.constants.size() - 1);
    program_.children.push_back(inner);
    program_.nodes.push_back(above);
    program_.children[node(parent).first + index] = static_cast<Id>(program_.nodes.size() - 1);
}

}  // namespace biaochi::feel::detail
