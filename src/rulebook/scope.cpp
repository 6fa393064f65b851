/// @file
/// The names that a rulebook's expressions may use.

#include "biaochi/rulebook/scope.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/rulebook/incentive_section.hpp"
#include "biaochi/rulebook/unit.hpp"
#include "rulebook/sections.hpp"

namespace biaochi {
namespace {

void add(feel::Scope& scope, std::string name, feel::Type type) {
    scope.inputs.push_back({std::move(name), std::move(type), static_cast<std::uint32_t>(scope.inputs.size())});
}

std::vector<feel::Field> fields_of(const Named<SubjectField>& fields) {
    std::vector<feel::Field> typed;
    for (const auto& [id, field] : fields) {
        typed.push_back({id, type_of_field(field), false});
        if (field.ordered != Ordered::no) typed.push_back({id + "_place", feel::type_of(feel::Type::Of::number), false});
    }
    return typed;
}

feel::Type type_of_history(const Named<SubjectField>& fields) {
    std::vector<feel::Field> typed{{"year", feel::type_of(feel::Type::Of::number), false}};
    for (feel::Field& field : fields_of(fields)) typed.push_back(std::move(field));
    return feel::list_of(feel::context_of(std::move(typed)));
}

feel::Type type_of_group(const MemberGroup& group) {
    std::vector<feel::Field> typed{{"region", feel::type_of(feel::Type::Of::text), false}};
    for (feel::Field& field : fields_of(group.fields)) typed.push_back(std::move(field));
    if (!group.history.empty()) typed.push_back({"history", type_of_history(group.history), false});
    return feel::list_of(feel::context_of(std::move(typed)));
}

feel::Type number_of(const std::string& unit) { return unit.empty() ? feel::type_of(feel::Type::Of::number) : feel::number_in(unit); }

}  // namespace

std::string_view name(FieldType type) noexcept {
    switch (type) {
        case FieldType::number:
            return "number";
        case FieldType::text:
            return "text";
        case FieldType::boolean:
            return "boolean";
        case FieldType::date:
            break;
    }
    return "date";
}

feel::Type type_of_field(const SubjectField& field) {
    switch (field.type) {
        case FieldType::number:
            return number_of(field.unit);
        case FieldType::text:
            return feel::type_of(feel::Type::Of::text);
        case FieldType::boolean:
            return feel::type_of(feel::Type::Of::boolean);
        case FieldType::date:
            break;
    }
    return feel::type_of(feel::Type::Of::date);
}

feel::Conversion unit_conversion(const Rulebook& book) {
    return [units = book.units](std::string_view from, std::string_view to) { return conversion(units, from, to); };
}

feel::Scope claim_scope(const Rulebook& book, const ClaimKind& kind) {
    feel::Scope scope;
    scope.conversion = unit_conversion(book);
    for (feel::Field& field : fields_of(kind.fields)) add(scope, std::move(field.name), std::move(field.type));
    if (!book.subject) return scope;
    for (feel::Field& field : fields_of(book.subject->fields)) {
        if (scope.find(field.name) == nullptr) add(scope, std::move(field.name), std::move(field.type));
    }
    return scope;
}

feel::Scope subject_scope(const Rulebook& book) {
    feel::Scope scope;
    scope.conversion = unit_conversion(book);
    scope.history_functions = true;
    add(scope, "region", feel::type_of(feel::Type::Of::text));
    add(scope, "on", feel::type_of(feel::Type::Of::date));
    if (book.subject) {
        for (feel::Field& field : fields_of(book.subject->fields)) add(scope, std::move(field.name), std::move(field.type));
        if (!book.subject->history.empty()) add(scope, "history", type_of_history(book.subject->history));
        for (const auto& [id, group] : book.subject->members) add(scope, id, type_of_group(group));
    }
    if (detail::has_groups(book)) add(scope, "group", feel::type_of(feel::Type::Of::text));
    for (const auto& [id, fact] : book.facts) {
        if (fact.kind == FactKind::number || fact.kind == FactKind::judged) add(scope, id, number_of(fact.unit));
    }
    return scope;
}

}  // namespace biaochi
