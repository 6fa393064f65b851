/// @file
/// From conditions as written to conditions that can be checked.

#include "ruleset/conditions.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "biaochi/rulebook/scope.hpp"
#include "json/value.hpp"
#include "rulebook/condition_places.hpp"
#include "rulebook/reader.hpp"

namespace biaochi::detail {
namespace {

using Form = Condition::Form;

/// The conditions under construction.
struct Planner {
    const Rulebook& book;
    const Choices& choices;
    std::vector<Issue>& issues;
    const feel::Scope scope;
    std::vector<PlannedCondition> planned;

    void plan(std::size_t index);
    void plan_expression(std::size_t index);
    void plan_choice(std::size_t index);
    std::size_t plan_part(std::size_t index, std::size_t part);
};

void Planner::plan_expression(std::size_t index) {
    PlannedCondition& target = planned[index];
    const Choice<std::string>& choice = target.source->expression;
    const auto resolved = choices.resolve(choice);
    target.open = resolved.open;
    for (const auto& [reading, text] : choice.by) {
        if (resolved.value != nullptr && resolved.value != &text) continue;
        auto compiled = feel::compile_expression(text, scope, boolean_at(place_of_expression(*target.source, target.pointer, reading)));
        if (compiled.expression) target.expressions.push_back({reading, *std::move(compiled.expression)});
        std::move(compiled.issues.begin(), compiled.issues.end(), std::back_inserter(issues));
    }
}

/// A part that refers to a named condition is that condition; one written in place is added.
std::size_t Planner::plan_part(std::size_t index, std::size_t part) {
    const Condition& source = planned[index].source->parts[part];
    std::string pointer = place_of_part(*planned[index].source, planned[index].pointer, part);
    if (source.form == Form::reference) {
        const auto found = std::find_if(book.conditions.begin(), book.conditions.end(),
                                        [&](const auto& entry) { return entry.first == source.refers_to; });
        if (found != book.conditions.end()) return static_cast<std::size_t>(found - book.conditions.begin());
        issues.push_back(make_issue(IssueCode::unknown_condition, pointer,
                                    {source.refers_to, nearest_or_all(source.refers_to, names_of(book.conditions))}));
    }
    planned.emplace_back();
    planned.back().source = &source;
    planned.back().pointer = std::move(pointer);
    const std::size_t added = planned.size() - 1;
    plan(added);
    return added;
}

void Planner::plan_choice(std::size_t index) {
    const Condition& source = *planned[index].source;
    const auto resolved = choices.resolve(source.open, source.readings);
    planned[index].open = resolved.open;
    for (std::size_t part = 0; part < source.parts.size(); ++part) {
        if (resolved.value != nullptr && resolved.value != &source.readings[part]) continue;
        const std::size_t added = plan_part(index, part);
        planned[index].parts.push_back(added);
        planned[index].readings.push_back(source.readings[part]);
    }
}

void Planner::plan(std::size_t index) {
    const Condition& source = *planned[index].source;
    if (source.form == Form::expression) {
        plan_expression(index);
    } else if (source.form == Form::choice) {
        plan_choice(index);
    } else {
        for (std::size_t part = 0; part < source.parts.size(); ++part) {
            const std::size_t added = plan_part(index, part);
            planned[index].parts.push_back(added);
        }
    }
}

}  // namespace

std::vector<PlannedCondition> plan_conditions(const Rulebook& book, const Choices& choices, std::vector<Issue>& issues) {
    if (book.conditions.empty()) return {};
    Planner planner{book, choices, issues, subject_scope(book), {}};
    for (const auto& [id, condition] : book.conditions) {
        planner.planned.emplace_back();
        planner.planned.back().source = &condition;
        planner.planned.back().id = id;
        planner.planned.back().pointer = json::child("/conditions", id);
    }
    for (std::size_t i = 0; i < book.conditions.size(); ++i) planner.plan(i);
    return std::move(planner.planned);
}

}  // namespace biaochi::detail
