/// @file
/// The checker's frame: names and what they mean.

#include "feel/checker.hpp"

#include <algorithm>

namespace biaochi::feel::detail {

void Checker::run() {
    const Type found = check(program_.root);
    program_.type = found;
    if (program_.result) {
        const Type& wanted = *program_.result;
        if (!may_be(found, wanted)) mismatch(program_.root, "=", found, &wanted);
        if (found.of == Type::Of::number && wanted.of == Type::Of::number && found.unit != wanted.unit && found.unit && wanted.unit) {
            // The root has no parent: a node above it takes the conversion.
            const auto first = static_cast<std::uint32_t>(program_.children.size());
            program_.children.push_back(program_.root);
            Node above = node(program_.root);
            above.op = Op::list;
            above.first = first;
            above.count = 1;
            program_.nodes.push_back(above);
            if (align(static_cast<Id>(program_.nodes.size() - 1), 0, found, wanted)) program_.root = program_.children[first];
        }
        program_.type = wanted;
    }
    std::sort(program_.reads.begin(), program_.reads.end());
    program_.reads.erase(std::unique(program_.reads.begin(), program_.reads.end()), program_.reads.end());
}

void Checker::complain(IssueCode code, Id id, std::vector<std::string> details) {
    findings_.push_back({code, node(id).begin, std::move(details), true});
}

namespace {

/// The first word for a type; what a list holds would say more than a person wants to read.
std::string brief(const Type& type) {
    Type bare = type_of(type.of);
    return type_text(bare);
}

}  // namespace

void Checker::mismatch(Id id, std::string_view what, const Type& left, const Type* right) {
    complain(IssueCode::type_mismatch, id, {std::string(what), brief(left), right == nullptr ? std::string() : brief(*right)});
}

void Checker::expect_boolean(Id id, std::string_view what, const Type& type) {
    if (!may_be(type, type_of(Type::Of::boolean))) mismatch(id, what, type);
}

void Checker::push(std::string name, Type type, Id owner, std::uint8_t flag, bool is_item) {
    const auto slot = static_cast<std::uint32_t>(locals_.size());
    locals_.push_back({std::move(name), std::move(type), slot, owner, flag, is_item});
    program_.locals = std::max(program_.locals, slot + 1);
}

void Checker::pop(std::size_t count) { locals_.resize(locals_.size() - count); }

Type Checker::check(Id id) {
    switch (node(id).op) {
        case Op::constant:
            return type_of_value(program_.constants[node(id).aux]);
        case Op::name:
            return resolve(id);
        case Op::negate: {
            Type type = check(child(id, 0));
            const bool fits = type.is_any() || type.of == Type::Of::null || type.of == Type::Of::number || type.of == Type::Of::months ||
                              type.of == Type::Of::seconds;
            if (!fits) mismatch(id, "-", type);
            return type;
        }
        case Op::list:
            return list(id);
        case Op::context:
            return context(id);
        case Op::range:
        case Op::test:
            return range(id);
        case Op::choose:
            return condition(id);
        case Op::each:
        case Op::some:
        case Op::every:
            return iteration(id);
        case Op::filter:
            return filter(id);
        case Op::path:
            return path(id);
        case Op::call:
            return call(id);
        default:
            return check_operator(id);
    }
}

Type Checker::check_operator(Id id) {
    switch (node(id).op) {
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::power:
            return arithmetic(id);
        case Op::both:
        case Op::either:
            for (std::size_t i = 0; i < 2; ++i) {
                const Id operand = child(id, i);
                expect_boolean(operand, word(id), check(operand));
            }
            return type_of(Type::Of::boolean);
        case Op::between:
            return between(id);
        case Op::in:
            return in_tests(id);
        case Op::instance:
            (void)check(child(id, 0));
            return type_of(Type::Of::boolean);
        case Op::equal:
        case Op::not_equal:
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal:
            return comparison(id);
        default:
            return {};
    }
}

Type Checker::resolve(Id id) {
    const std::string name = program_.names[node(id).aux];
    return resolve(id, name, locals_.size());
}

/// Gives a name its meaning among the first so many locals, the inner ones first, and then the inputs.
Type Checker::resolve(Id id, const std::string& name, std::size_t locals) {
    for (std::size_t i = locals; i > 0; --i) {
        const Local local = locals_[i - 1];
        // An entry of the item named `item` comes before the item.
        if (local.name == name && find_field(local.type, name) == nullptr) {
            node(id).op = Op::local;
            node(id).slot = local.slot;
            node(local.owner).flags |= local.flag;
            return local.type;
        }
        if (!local.is_item) continue;
        Type type;
        if (const Field* field = find_field(local.type, name)) {
            type = field->type;
            make_item_field(id, local, i - 1, name, type, field->optional);
            const auto place = static_cast<std::size_t>(field - local.type.fields->data());
            node(id).flags = static_cast<std::uint8_t>(std::min<std::size_t>(place, 255));
            return type;
        }
        const bool open = local.type.is_any() || (local.type.of == Type::Of::context && !local.type.fields);
        if (!open) continue;
        make_item_field(id, local, i - 1, name, type, true);
        return type;
    }
    return input(id, name);
}

void Checker::make_item_field(Id id, const Local& local, std::size_t locals, const std::string& name, Type& type, bool falls_back) {
    node(local.owner).flags |= local.flag;
    if (falls_back) {
        const bool known =
            scope_.find(name) != nullptr || std::any_of(locals_.begin(), locals_.begin() + static_cast<std::ptrdiff_t>(locals),
                                                        [&](const Local& outer) { return outer.name == name || outer.is_item; });
        if (known) {
            const Node copy = node(id);
            program_.nodes.push_back(copy);
            const auto outer = static_cast<Id>(program_.nodes.size() - 1);
            const std::size_t findings = findings_.size();
            type = join(type, resolve(outer, name, locals));
            findings_.resize(findings);  // a field of the item may have the name
            const auto first = static_cast<std::uint32_t>(program_.children.size());
            program_.children.push_back(outer);
            node(id).first = first;
            node(id).count = 1;
        }
    }
    node(id).op = Op::item_field;
    node(id).slot = local.slot;
}

Type Checker::input(Id id, const std::string& name) {
    if (const Input* found = scope_.find(name)) {
        node(id).op = Op::input;
        node(id).slot = found->slot;
        program_.reads.push_back(found->slot);
        return found->type;
    }
    complain(IssueCode::unknown_name, id, {name, nearest_name(name, names_in_reach())});
    return {};
}

std::vector<std::string> Checker::names_in_reach() const {
    std::vector<std::string> names;
    for (const Local& local : locals_) {
        names.push_back(local.name);
        if (!local.is_item || !local.type.fields) continue;
        for (const Field& field : *local.type.fields) names.push_back(field.name);
    }
    for (const Input& input : scope_.inputs) names.push_back(input.name);
    return names;
}

}  // namespace biaochi::feel::detail
