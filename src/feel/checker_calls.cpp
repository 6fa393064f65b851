/// @file
/// The checker's calls: which form of a function is meant, and whether the arguments fit.

#include <algorithm>
#include <optional>

#include "feel/checker.hpp"
#include "feel/duration.hpp"
#include "feel/functions.hpp"

namespace biaochi::feel::detail {

using Of = Type::Of;

namespace {

bool takes(const Builtin& form, std::size_t arguments) {
    if (form.variadic == Variadic::items) return arguments >= 1;
    if (form.variadic == Variadic::rest) return arguments >= form.count;
    return arguments >= form.required && arguments <= form.count;
}

/// The parameter of each label, or none where one is unknown, given twice, or a required one is left out.
std::optional<std::vector<std::uint8_t>> places_of(const Builtin& form, const std::vector<std::string>& labels) {
    std::vector<std::uint8_t> places;
    for (const std::string& label : labels) {
        std::uint8_t at = 0;
        while (at < form.count && form.parameters[at].name != label) ++at;
        if (at == form.count || std::find(places.begin(), places.end(), at) != places.end()) return std::nullopt;
        places.push_back(at);
    }
    for (std::uint8_t i = 0; i < form.required && !form.nulls_for_absent; ++i) {
        if (std::find(places.begin(), places.end(), i) == places.end()) return std::nullopt;
    }
    return places;
}

std::string parameters_text(const Builtin& form) {
    std::string text;
    for (std::uint8_t i = 0; i < form.count; ++i) {
        if (i > 0) text += ", ";
        text += form.parameters[i].name;
    }
    return form.variadic == Variadic::no ? text : text + ", …";
}

bool fits(const Type& type, const Parameter& parameter) {
    return parameter.of == Of::any || parameter.of == Of::list || may_be(type, type_of(parameter.of));
}

}  // namespace

const Builtin* Checker::choose_form(Call& call, std::size_t arguments) {
    const bool named = std::any_of(call.labels.begin(), call.labels.end(), [](const std::string& label) { return !label.empty(); });
    for (const Builtin& form : forms_of(call.name)) {
        if (!named) {
            if (takes(form, arguments)) return &form;
        } else if (std::optional<std::vector<std::uint8_t>> places = places_of(form, call.labels)) {
            call.places = std::move(*places);
            return &form;
        }
    }
    return nullptr;
}

void Checker::refuse(Id id, Call& call) {
    call.refused = true;
    std::string found;
    for (std::size_t i = 0; i < call.labels.size(); ++i) {
        const Node& argument = node(child(id, i));
        const std::string written = program_.text.substr(argument.begin, argument.end - argument.begin);
        found += (i == 0 ? "" : ", ") + (call.labels[i].empty() ? written : call.labels[i]);
    }
    std::string expected;
    for (const Builtin& form : forms_of(call.name)) {
        if (!expected.empty()) expected += " / ";
        expected += parameters_text(form);
    }
    complain(IssueCode::wrong_argument, id, {call.name, std::move(found), std::move(expected)});
}

Type Checker::call(Id id) {
    std::vector<Type> types;
    for (std::size_t i = 0; i < node(id).count; ++i) types.push_back(check(child(id, i)));
    Call& call = program_.calls[node(id).aux];
    const std::span<const Builtin> forms = forms_of(call.name);
    if (forms.empty() || (forms.front().is_ours() && !scope_.history_functions)) {
        check_unknown(id, call);
        return {};
    }
    call.builtin = choose_form(call, types.size());
    if (call.builtin == nullptr) {
        refuse(id, call);
        return {};
    }
    check_arguments(id, call, types);
    if (call.builtin->is_ours()) check_items(id, call, types);
    return result(id, call, types);
}

void Checker::check_unknown(Id id, const Call& call) {
    if (is_left_out(call.name)) {
        complain(IssueCode::not_in_profile, id, {call.name});
        return;
    }
    std::vector<std::string_view> known = function_names();
    const std::vector<std::string_view> ours = names_of_ours();
    if (scope_.history_functions) known.insert(known.end(), ours.begin(), ours.end());
    complain(IssueCode::unknown_function, id, {call.name, nearest_name(call.name, known)});
}

/// Our functions take lists of numbers, or of booleans; a value is compared with a list in its own unit, and which way is better is said.
void Checker::check_items(Id id, Call& call, const std::vector<Type>& types) {
    const Builtin& form = *call.builtin;
    const Type* value = nullptr;
    for (std::size_t i = 0; i < types.size(); ++i) {
        const std::size_t place = call.places.empty() ? i : call.places[i];
        if (form.parameters[place].name == "value") value = &types[i];
    }
    for (std::size_t i = 0; i < types.size(); ++i) {
        const Parameter& parameter = form.parameters[call.places.empty() ? i : call.places[i]];
        const Node& argument = node(child(id, i));
        if (parameter.name == "better" && argument.op == Op::constant) {
            const Value& word = program_.constants[argument.aux];
            if (word.kind() == Kind::text && word.text() != "higher" && word.text() != "lower") return refuse(id, call);
        }
        if (parameter.of != Of::list) continue;
        const Type element = types[i].of == Of::list ? element_of(types[i]) : types[i];
        if (!may_be(element, type_of(form.items))) mismatch(child(id, i), call.name + "(" + std::string(parameter.name) + ")", types[i]);
        if (value == nullptr || !value->unit || !element.unit || *value->unit == *element.unit) continue;
        complain(IssueCode::unit_mismatch, id, {call.name, *value->unit, *element.unit});
    }
}

void Checker::check_arguments(Id id, const Call& call, const std::vector<Type>& types) {
    const Builtin& form = *call.builtin;
    for (std::size_t i = 0; i < types.size(); ++i) {
        const std::size_t place = call.places.empty() ? std::min<std::size_t>(i, form.count - 1U) : call.places[i];
        if (fits(types[i], form.parameters[place])) continue;
        mismatch(child(id, i), call.name + "(" + std::string(form.parameters[place].name) + ")", types[i]);
    }
    if (form.variadic == Variadic::items && types.size() > 1) align_all(id, 0, types);
    if (call.name == "split") check_delimiter(id, call);
}

/// A delimiter that stands written is known to be a pattern before anything runs.
void Checker::check_delimiter(Id id, const Call& call) {
    for (std::size_t i = 0; i < node(id).count; ++i) {
        const Node& argument = node(child(id, i));
        if ((call.places.empty() ? i : call.places[i]) != 1 || argument.op != Op::constant) continue;
        const Value& delimiter = program_.constants[argument.aux];
        if (delimiter.kind() == Kind::text && !functions::is_plain_delimiter(delimiter.text())) {
            complain(IssueCode::not_in_profile, child(id, i), {call.name + "(" + delimiter.text() + ")"});
        }
    }
}

Type Checker::result(Id id, const Call& call, const std::vector<Type>& types) {
    const Builtin& form = *call.builtin;
    if (call.name == "duration" && types.size() == 1 && node(child(id, 0)).op == Op::constant) {
        const Value& from = program_.constants[node(child(id, 0)).aux];
        return from.kind() == Kind::text ? type_of_value(parse_duration(from.text())) : Type{};
    }
    if (form.rule == ResultRule::fixed) return type_of(form.result);
    std::size_t first = 0;
    while (first < call.places.size() && call.places[first] != 0) ++first;
    const Type given = first < types.size() ? types[first] : Type{};
    if (form.is_ours()) return given.of == Of::list ? element_of(given) : given;
    if (form.rule == ResultRule::as_first) return form.result == Of::list && given.of != Of::list ? type_of(Of::list) : given;
    Type element = types.size() == 1 && given.of == Of::list ? element_of(given) : given;
    for (std::size_t i = 1; i < types.size() && call.places.empty(); ++i) {
        std::optional<std::string> unit = element.unit ? element.unit : types[i].unit;
        element = join(element, types[i]);
        if (element.of == Of::number) element.unit = std::move(unit);
    }
    return form.rule == ResultRule::list_of_element ? list_of(element) : element;
}

}  // namespace biaochi::feel::detail
