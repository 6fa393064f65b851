/// @file
/// Calls: arguments put in their places and brought to the types of their parameters.

#include "feel/machine.hpp"

namespace biaochi::feel::detail {

namespace {

/// Brings an argument to its parameter's type. @return null in @p failure where it cannot be
bool fit(Value& value, const Parameter& parameter, std::string_view function, Value& failure) {
    if (value.is_null()) {
        if (parameter.nullable || parameter.of == Type::Of::any) return true;
        failure = value.null().cause == Cause::none ? make_null(Cause::wrong_argument, function) : value;
        return false;
    }
    if (parameter.of == Type::Of::any) return true;
    value = coerced(value, type_of(parameter.of));
    if (value.is_null()) failure = make_null(Cause::type_error, function);
    return !value.is_null();
}

}  // namespace

/// Gathers the arguments from the last parameter on into a list.
void Machine::fill_rest(std::span<const Id> children, std::size_t last, Arguments& arguments) {
    std::vector<Value> rest;
    for (std::size_t i = last; i < children.size(); ++i) rest.push_back(eval(children[i]));
    arguments.values[last] = list(std::move(rest));
    arguments.given = static_cast<std::uint8_t>(arguments.given | 1U << last);
}

bool Machine::place_arguments(const Node& node, const Call& call, Arguments& arguments) {
    const Builtin& form = *call.builtin;
    const std::span<const Id> children = program_.of(node);
    const bool named = !call.places.empty();
    const std::size_t last = static_cast<std::size_t>(form.count) - 1;
    const bool gathers = !named && (form.variadic == Variadic::rest || (form.variadic == Variadic::items && children.size() != 1));
    arguments.count = form.count;
    for (std::size_t i = 0; i < (gathers ? last : children.size()); ++i) {
        const std::size_t place = named ? call.places[i] : i;
        arguments.values[place] = eval(children[i]);
        arguments.given = static_cast<std::uint8_t>(arguments.given | 1U << place);
    }
    if (gathers) fill_rest(children, last, arguments);
    return !exhausted_;
}

Value Machine::call(const Node& node) {
    const Call& call = program_.calls[node.aux];
    if (call.refused) return make_null(Cause::wrong_argument, call.name);
    if (call.builtin == nullptr) return make_null(is_left_out(call.name) ? Cause::not_in_profile : Cause::unknown_name, call.name);
    const Builtin& form = *call.builtin;
    Arguments arguments;
    if (!place_arguments(node, call, arguments)) return make_null(Cause::out_of_limits);
    Value failure;
    bool fits = true;
    for (std::size_t i = 0; i < form.count; ++i) {
        if (!arguments.has(i)) continue;
        Value why;
        if (fit(arguments.values[i], form.parameters[i], call.name, why)) continue;
        const bool better = fits || (is_unknown(why.null().cause) && !is_unknown(failure.null().cause));
        if (better) failure = std::move(why);
        fits = false;
    }
    if (!fits) return failure;
    Value answer = form.run(*this, arguments);
    if (evidence_ != nullptr && form.is_ours() && form.result == Type::Of::boolean) {
        // Such a function is a comparison with another name: `rose each step(scores, 2)`.
        const auto id = static_cast<Id>(&node - program_.nodes.data());
        record(EvidenceKind::comparison, id, answer, arguments.values[0], arguments.values[1]);
    }
    return answer;
}

}  // namespace biaochi::feel::detail
