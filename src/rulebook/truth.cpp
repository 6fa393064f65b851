/// @file
/// The names of a rulebook with what is declared of them; the truth of conditions; values that make two expressions true.

#include "rulebook/truth.hpp"

#include <algorithm>

#include "biaochi/feel/evaluate.hpp"
#include "biaochi/rulebook/scope.hpp"
#include "feel/node.hpp"
#include "rulebook/condition_places.hpp"

namespace biaochi::detail {
namespace {

bool has_quantifier(const feel::Expression& expression) {
    const auto& nodes = expression.program().nodes;
    return std::any_of(nodes.begin(), nodes.end(),
                       [](const auto& node) { return node.op == feel::detail::Op::some || node.op == feel::detail::Op::every; });
}

/// Whether another fact bounds this one, or is bounded by it.
bool is_bound_to_others(const Rulebook& book, const std::string& id, const Fact& fact) {
    return !fact.part_of.empty() ||
           std::any_of(book.facts.begin(), book.facts.end(), [&](const auto& entry) { return entry.second.part_of == id; });
}

/// A value that is allowed; none where none is found.
std::optional<feel::Value> some_value(const Declared& declared, const Possible& values) {
    if (declared.type.of == feel::Type::Of::number) {
        const auto number = some_number(values);
        return number ? std::optional(feel::make_number(*number)) : std::nullopt;
    }
    const auto word = some_word(values);
    if (!word) return std::nullopt;
    return declared.type.of == feel::Type::Of::boolean ? feel::make_boolean(*word == "true") : feel::make_text(*word);
}

/// The entries of an event of which nothing is known.
std::vector<feel::Context::Entry> unknown_event(const LifecycleEvent* event) {
    std::vector<feel::Context::Entry> entries;
    if (event == nullptr) return entries;
    entries.emplace_back("date", feel::make_null(feel::Cause::missing_fact));
    for (const auto& field : event->data) entries.emplace_back(field.first, feel::make_null(feel::Cause::missing_fact));
    return entries;
}

}  // namespace

TruthReader::TruthReader(const Rulebook& book, const LifecycleEvent* event) : book_(book), event_(event), scope_(subject_scope(book)) {
    if (book.subject) {
        for (const auto& [id, field] : book.subject->fields) declare(id, field, true);
    }
    declare_facts();
    if (event == nullptr) return;
    std::vector<feel::Field> data{{"date", feel::type_of(feel::Type::Of::date), false}};
    for (const auto& [id, field] : event->data) {
        data.push_back({id, type_of_field(field.field), false});
        declare("event." + id, field.field, true);
    }
    scope_.inputs.push_back({"event", feel::context_of(std::move(data)), static_cast<std::uint32_t>(scope_.inputs.size())});
    for (const auto& [id, field] : book.lifecycle->fields) {
        scope_.inputs.push_back({id, type_of_field(field.field), static_cast<std::uint32_t>(scope_.inputs.size())});
        declare(id, field.field, false);
    }
}

void TruthReader::declare(const std::string& name, const SubjectField& field, bool given) {
    Declared declared;
    declared.type = type_of_field(field);
    declared.given = given;
    if (field.type == FieldType::boolean) declared.values.words = std::set<std::string>{"true", "false"};
    if (given && !field.values.empty()) declared.values.words = std::set<std::string>(field.values.begin(), field.values.end());
    declared_[name] = std::move(declared);
}

void TruthReader::declare_facts() {
    for (const auto& [id, fact] : book_.facts) {
        if (fact.kind != FactKind::number && fact.kind != FactKind::judged) continue;
        Declared declared;
        declared.type = feel::type_of(feel::Type::Of::number);
        declared.given = !fact.derived && !is_bound_to_others(book_, id, fact);
        if (!fact.derived) {
            declared.values.low = fact.min;
            declared.values.high = fact.max;
            declared.values.whole = fact.whole;
        }
        declared_[id] = std::move(declared);
    }
}

const Declared* TruthReader::find(const std::string& name) const {
    const auto found = declared_.find(name);
    return found == declared_.end() ? nullptr : &found->second;
}

std::optional<feel::Expression> TruthReader::compiled(const std::string& text) const {
    return feel::compile_expression(text, scope_, boolean_at({})).expression;
}

Truth TruthReader::expression(const std::string& text) const {
    const auto expression = compiled(text);
    return expression ? truth_of(*expression, *this) : unknown_truth();
}

Truth TruthReader::condition(const Condition& condition) const {
    using Form = Condition::Form;
    const bool all = condition.form == Form::all || (condition.form == Form::at_least && condition.least == condition.parts.size());
    const bool any = condition.form == Form::any || (condition.form == Form::at_least && condition.least == 1);
    if (condition.form == Form::expression) {
        Truth truth{{}, {}};
        for (const auto& [reading, text] : condition.expression.by) {
            const auto expression = compiled(text);
            truth = one_of(truth, expression ? truth_of(*expression, *this) : unknown_truth());
            if (condition.empty == EmptySet::undetermined || !expression || !has_quantifier(*expression)) continue;
            (condition.empty == EmptySet::met ? truth.holds : truth.fails) = anything();
        }
        return truth;
    }
    if (all || any) {
        Truth truth = all ? Truth{anything(), {}} : Truth{{}, anything()};
        for (const Condition& part : condition.parts)
            truth = all ? both(truth, this->condition(part)) : either(truth, this->condition(part));
        return truth;
    }
    if (condition.form == Form::negation && condition.parts.size() == 1) {
        Truth inner = this->condition(condition.parts.front());
        return {std::move(inner.fails), std::move(inner.holds)};
    }
    if (condition.form == Form::choice) {
        Truth truth{{}, {}};
        for (const Condition& part : condition.parts) truth = one_of(truth, this->condition(part));
        return truth;
    }
    return condition.form == Form::reference ? guard(condition.refers_to) : unknown_truth();
}

Truth TruthReader::guard(const std::string& text) const {
    const Condition* named = biaochi::find(book_.conditions, text);
    if (named == nullptr) return expression(text);
    const auto known = conditions_.find(text);
    if (known != conditions_.end()) return known->second;
    return conditions_[text] = condition(*named);
}

Truth TruthReader::guard(const Choice<std::string>& choice) const {
    if (choice.by.empty()) return {anything(), {}};
    Truth truth{{}, {}};
    for (const auto& [reading, text] : choice.by) truth = one_of(truth, guard(text));
    return truth;
}

std::string TruthReader::witness(const std::string& a, const std::string& b) const {
    if (biaochi::find(book_.conditions, a) != nullptr || biaochi::find(book_.conditions, b) != nullptr) return {};
    const auto first = compiled(a);
    const auto second = compiled(b);
    if (!first || !second) return {};
    for (const Situation& situation : both(truth_of(*first, *this).holds, truth_of(*second, *this).holds)) {
        if (std::string found = witness(situation, *first, *second); !found.empty()) return found;
    }
    return {};
}

std::string TruthReader::witness(const Situation& situation, const feel::Expression& a, const feel::Expression& b) const {
    std::vector<feel::Value> inputs(scope_.inputs.size(), feel::make_null(feel::Cause::missing_fact));
    std::vector<feel::Context::Entry> event = unknown_event(event_);
    std::string words;
    for (const auto& [name, values] : situation) {
        const Declared* declared = find(name);
        const auto value = declared != nullptr && declared->given ? some_value(*declared, values) : std::nullopt;
        if (!value) return {};
        words += (words.empty() ? "" : ", ") + name + " = " + feel::feel_text(*value);
        if (const feel::Input* input = scope_.find(name)) inputs[input->slot] = *value;
        for (auto& entry : event) {
            if (name == "event." + entry.first) entry.second = *value;
        }
    }
    if (event_ != nullptr) inputs[scope_.find("event")->slot] = feel::make_context(std::move(event));
    return feel::evaluate(a, inputs).is(true) && feel::evaluate(b, inputs).is(true) ? words : std::string();
}

}  // namespace biaochi::detail
