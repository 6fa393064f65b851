/// @file
/// Functions of contexts (DMN 1.5, table 82).

#include "feel/functions.hpp"
#include "feel/machine.hpp"

namespace biaochi::feel::detail::functions {

namespace {

/// A copy of a context's entries with one of them set.
Value put(Machine& machine, const Context& context, const std::string& key, Value value) {
    std::vector<Context::Entry> entries = context.entries;
    entries.emplace_back(key, std::move(value));
    return machine.context(std::move(entries));
}

/// Sets an entry along a path of keys; contexts that are missing on the way are made.
Value put_at(Machine& machine, const Context& context, const std::vector<Value>& keys, std::size_t at, const Value& value) {
    if (keys[at].kind() != Kind::text) return make_null(Cause::type_error, "context put");
    const std::string& key = keys[at].text();
    if (at + 1 == keys.size()) return put(machine, context, key, value);
    const Value* inner = context.find(key);
    if (inner != nullptr && inner->kind() != Kind::context) return make_null(Cause::type_error, "context put");
    Value changed = put_at(machine, inner == nullptr ? Context{} : inner->context(), keys, at + 1, value);
    return changed.is_null() ? changed : put(machine, context, key, std::move(changed));
}

}  // namespace

Value get_value(Machine&, const Arguments& arguments) {
    const Value* found = arguments[0].context().find(arguments[1].text());
    return found == nullptr ? make_null(Cause::no_such_entry, arguments[1].text()) : *found;
}

Value get_entries(Machine& machine, const Arguments& arguments) {
    std::vector<Value> entries;
    for (const auto& [key, value] : arguments[0].context().entries) {
        entries.push_back(make_context({{"key", make_text(key)}, {"value", value}}));
    }
    return machine.list(std::move(entries));
}

Value context_of_entries(Machine& machine, const Arguments& arguments) {
    std::vector<Context::Entry> entries;
    for (const Value& item : arguments[0].items()) {
        const Value* key = item.kind() == Kind::context ? item.context().find("key") : nullptr;
        const Value* value = item.kind() == Kind::context ? item.context().find("value") : nullptr;
        if (key == nullptr || value == nullptr || key->kind() != Kind::text) return make_null(Cause::wrong_argument, "context");
        for (const Context::Entry& earlier : entries) {
            if (!machine.spend(1) || earlier.first == key->text()) return make_null(Cause::wrong_argument, "context");
        }
        entries.emplace_back(key->text(), *value);
    }
    return machine.context(std::move(entries));
}

Value context_put(Machine& machine, const Arguments& arguments) {
    const Context& context = arguments[0].context();
    if (arguments[1].kind() == Kind::text) return put(machine, context, arguments[1].text(), arguments[2]);
    if (arguments[1].kind() != Kind::list) return make_null(Cause::wrong_argument, "context put");
    const std::vector<Value>& keys = arguments[1].items();
    if (keys.empty() || keys.size() > machine.limits().value_depth) return make_null(Cause::wrong_argument, "context put");
    return put_at(machine, arguments[0].context(), keys, 0, arguments[2]);
}

Value context_merge(Machine& machine, const Arguments& arguments) {
    std::vector<Context::Entry> entries;
    for (const Value& item : arguments[0].items()) {
        if (item.kind() != Kind::context) return item.is_null() ? item : make_null(Cause::type_error, "context merge");
        const std::vector<Context::Entry>& more = item.context().entries;
        entries.insert(entries.end(), more.begin(), more.end());
    }
    return machine.context(std::move(entries));
}

}  // namespace biaochi::feel::detail::functions
