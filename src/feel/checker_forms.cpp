/// @file
/// The checker's larger forms: lists, contexts, ranges, conditions, iterations, filters, paths.

#include <array>
#include <string_view>

#include "feel/checker.hpp"

namespace biaochi::feel::detail {

using Of = Type::Of;

namespace {

/// The type of several: what joins them; of numbers the first unit.
Type joined(const std::vector<Type>& types) {
    if (types.empty()) return {};
    Type all = types[0];
    std::optional<std::string> unit = all.unit;
    for (const Type& type : types) {
        all = join(all, type);
        if (!unit) unit = type.unit;
    }
    if (all.of == Of::number) all.unit = unit;
    return all;
}

}  // namespace

Type Checker::list(Id id) {
    std::vector<Type> types;
    for (std::size_t i = 0; i < node(id).count; ++i) types.push_back(check(child(id, i)));
    align_all(id, 0, types);
    return list_of(joined(types));
}

Type Checker::context(Id id) {
    std::vector<Field> fields;
    const std::uint32_t count = node(id).count;
    node(id).slot = static_cast<std::uint32_t>(locals_.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string name = program_.names[node(id).aux + i];
        // The entry's own slot is taken before its value is looked at, so that variables inside take others.
        push({}, {});
        const Type type = check(child(id, i));
        locals_.back().name = name;
        locals_.back().type = type;
        for (const Field& earlier : fields) {
            if (earlier.name == name) complain(IssueCode::wrong_argument, child(id, i), {"{}", name, {}});
        }
        fields.push_back({name, type, false});
    }
    pop(count);
    return context_of(std::move(fields));
}

Type Checker::range(Id id) {
    std::vector<Type> types;
    for (std::size_t i = 0; i < node(id).count; ++i) types.push_back(check(child(id, i)));
    if (types.size() == 2 && !may_be(types[0], types[1])) mismatch(id, "..", types[0], &types[1]);
    align_all(id, 0, types);
    return range_of(joined(types));
}

Type Checker::condition(Id id) {
    expect_boolean(child(id, 0), "if", check(child(id, 0)));
    std::vector<Type> types{{}};
    for (std::size_t i = 1; i < 3; ++i) types.push_back(check(child(id, i)));
    align_all(id, 1, types);
    return joined({types[1], types[2]});
}

Type Checker::domain(Id id) {
    if (node(id).op == Op::span) {
        const Type first = check(child(id, 0));
        const Type last = check(child(id, 1));
        const bool counts = may_be(first, type_of(Of::number)) && may_be(last, type_of(Of::number));
        const bool dates = may_be(first, type_of(Of::date)) && may_be(last, type_of(Of::date));
        if (!counts && !dates) mismatch(id, "..", first, &last);
        return join(first, last);
    }
    const Type type = check(id);
    return type.of == Of::list || type.of == Of::range || type.is_any() ? element_of(type) : type;
}

Type Checker::iteration(Id id) {
    const Op op = node(id).op;
    const std::uint32_t variables = node(id).count == 0 ? 0 : node(id).count - 1;
    node(id).slot = static_cast<std::uint32_t>(locals_.size());
    for (std::uint32_t i = 0; i < variables; ++i) {
        push({}, {});
        const Type type = domain(child(id, i));
        locals_.back().name = program_.names[node(id).aux + i];
        locals_.back().type = type;
    }
    if (op == Op::each) push("partial", list_of({}), id, reads_partial);
    const Id body = child(id, variables);
    const Type type = check(body);
    if (op != Op::each) expect_boolean(body, sign(op), type);
    pop(op == Op::each ? variables + 1 : variables);
    return op == Op::each ? list_of(type) : type_of(Of::boolean);
}

Type Checker::filter(Id id) {
    const Type base = check(child(id, 0));
    const bool holds = base.of == Of::list || base.is_any();
    Type item = holds ? element_of(base) : base;
    push("item", item, id, reads_item, true);
    node(id).slot = locals_.back().slot;
    const Type condition = check(child(id, 1));
    pop(1);
    if (condition.of == Of::number) return item;
    if (condition.of == Of::boolean) return list_of(item);
    if (!condition.is_any() && condition.of != Of::null) mismatch(child(id, 1), "[]", condition);
    return {};
}

Type Checker::path(Id id) {
    const Type base = check(child(id, 0));
    if (base.of == Of::list) return list_of(field(id, element_of(base)));
    return field(id, base);
}

Type Checker::field(Id id, const Type& base) {
    const std::string name = program_.names[node(id).aux];
    if (base.is_any() || base.of == Of::null || (base.of == Of::context && !base.fields)) return {};
    if (base.of == Of::list) return {};
    if (base.of == Of::context) {
        std::vector<std::string> names;
        for (const Field& field : *base.fields) {
            if (field.name == name) {
                node(id).slot = static_cast<std::uint32_t>(names.size());
                return field.type;
            }
            names.push_back(field.name);
        }
        complain(IssueCode::unknown_name, id, {name, nearest_name(name, names)});
        return {};
    }
    using Names = std::vector<std::string_view>;
    Names names;
    if (base.of == Of::date) names = {"year", "month", "day", "weekday"};
    if (base.of == Of::months) names = {"years", "months"};
    if (base.of == Of::seconds) names = {"days", "hours", "minutes", "seconds"};
    if (base.of == Of::range) names = {"start", "end", "start included", "end included"};
    for (const std::string_view known : names) {
        if (known != name) continue;
        if (base.of != Of::range) return type_of(Of::number);
        return known.ends_with("included") ? type_of(Of::boolean) : element_of(base);
    }
    if (names.empty()) {
        mismatch(id, "." + name, base);
    } else {
        complain(IssueCode::unknown_name, id, {name, nearest_name(name, names)});
    }
    return {};
}

}  // namespace biaochi::feel::detail
