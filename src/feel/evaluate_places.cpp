/// @file
/// What stands somewhere already: constants, inputs, variables, entries of contexts. It is looked at in its place, and copied only where it
/// must last.

#include "feel/machine.hpp"

namespace biaochi::feel::detail {

/// The value of a node, without a copy where it stands somewhere already; otherwise it is put into @p kept. It stays where it is until the
/// form that asks is done: inputs and constants do, and so does what a variable in reach stands in.
const Value& Machine::look(Id id, Value& kept) {
    const Node& node = node_of(id);
    if (node.op == Op::local && spend(1)) return *locals_[node.slot];
    if ((node.op <= Op::item_field || node.op == Op::path) && spend(1)) return found(node, kept);
    kept = eval(id);
    return kept;
}

/// What look() finds at a leaf or path whose step is taken.
const Value& Machine::found(const Node& node, Value& kept) {
    switch (node.op) {
        case Op::constant:
            return program_.constants[node.aux];
        case Op::input:
            if (node.slot < inputs_.size()) return inputs_[node.slot];
            return kept = make_null(Cause::missing_fact, program_.names[node.aux]);
        case Op::local:
            return *locals_[node.slot];
        case Op::item_field:
            return item_field(node, kept);
        case Op::path:
            return path(node, kept);
        default:
            return kept = make_null(Cause::unknown_name, program_.names[node.aux]);
    }
}

/// The entry of a name, looked for first where it stood in the type that the expression was checked with.
const Value* Machine::entry_of(const Context& context, std::size_t guess, const std::string& name) noexcept {
    const std::vector<Context::Entry>& entries = context.entries;
    return guess < entries.size() && entries[guess].first == name ? &entries[guess].second : context.find(name);
}

const Value& Machine::item_field(const Node& node, Value& kept) {
    const Value& item = *locals_[node.slot];
    const std::string& name = program_.names[node.aux];
    if (item.kind() == Kind::context) {
        if (const Value* entry = entry_of(item.context(), node.flags, name)) return *entry;
    }
    if (node.count > 0) return look(child(node, 0), kept);
    return kept = make_null(Cause::no_such_entry, name);
}

/// The field of a value; @p base may be @p kept.
const Value& Machine::field(const Value& base, const Node& node, Value& kept) {
    const std::string& name = program_.names[node.aux];
    if (base.is_null() && base.null().cause != Cause::none) return base;
    if (base.is_null()) return kept = make_null(Cause::no_such_entry, name);
    if (base.kind() != Kind::context) return kept = property(base, name);
    const Value* entry = entry_of(base.context(), node.slot, name);
    if (entry == nullptr) return kept = make_null(Cause::no_such_entry, name);
    if (&base != &kept) return *entry;
    // The context that holds the entry may go with what is kept.
    Value copy = *entry;
    return kept = std::move(copy);
}

const Value& Machine::path(const Node& node, Value& kept) {
    const Value& base = look(child(node, 0), kept);
    if (base.kind() != Kind::list) return field(base, node, kept);
    std::vector<Value> values;
    values.reserve(base.items().size());
    for (const Value& item : base.items()) {
        Value made;
        values.push_back(field(item, node, made));
    }
    return kept = spend(values.size()) ? list(std::move(values)) : make_null(Cause::out_of_limits);
}

}  // namespace biaochi::feel::detail
