/// @file
/// Checks of conditions: names that lead somewhere, no circles, expressions that can be compiled.

#include <algorithm>

#include "biaochi/feel/expression.hpp"
#include "biaochi/rulebook/scope.hpp"
#include "rulebook/condition_places.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

void validate_expression(Context& context, const feel::Scope& scope, const Condition& condition, const std::string& pointer) {
    for (const auto& [reading, text] : condition.expression.by) {
        feel::Compiled compiled = feel::compile_expression(text, scope, boolean_at(place_of_expression(condition, pointer, reading)));
        std::move(compiled.issues.begin(), compiled.issues.end(), std::back_inserter(context.issues));
    }
}

/// A judged condition settles only what a person decides.
void expect_decision(Context& context, const std::string& id, const std::string& where) {
    std::vector<std::string> known;
    for (const auto& [open, point] : context.book.open) {
        if (point.settled_by == SettledBy::decision) known.push_back(open);
    }
    if (std::find(known.begin(), known.end(), id) != known.end()) return;
    context.report(IssueCode::unknown_open_point, where, {id, nearest_or_all(id, known)});
}

void validate_condition(Context& context, const feel::Scope& scope, const Condition& condition, const std::string& pointer) {
    if (condition.form == Condition::Form::expression) validate_expression(context, scope, condition, pointer);
    if (condition.form == Condition::Form::reference && find(context.book.conditions, condition.refers_to) == nullptr) {
        context.report(IssueCode::unknown_condition, pointer,
                       {condition.refers_to, nearest_or_all(condition.refers_to, names_of(context.book.conditions))});
    }
    if (!condition.settles.empty()) expect_decision(context, condition.settles, pointer + "/judged/settles");
    for (std::size_t i = 0; i < condition.parts.size(); ++i) {
        validate_condition(context, scope, condition.parts[i], place_of_part(condition, pointer, i));
    }
}

/// How many conditions may refer to one another in a row.
constexpr std::size_t deepest = 64;

/// A walk along references, to find circles and measure depth.
struct Walk {
    Context& context;
    std::vector<std::size_t> depth;  ///< by condition: 0 while it is not measured
    std::vector<std::size_t> path;

    std::size_t enter(std::size_t index);
    std::size_t follow(const Condition& condition, const std::string& pointer);
};

/// @return the depth of what the condition refers to
std::size_t Walk::follow(const Condition& condition, const std::string& pointer) {
    std::size_t most = 0;
    for (std::size_t i = 0; i < condition.parts.size(); ++i) {
        most = std::max(most, follow(condition.parts[i], place_of_part(condition, pointer, i)));
    }
    if (condition.form != Condition::Form::reference) return most;
    const Named<Condition>& all = context.book.conditions;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.first == condition.refers_to; });
    if (found == all.end()) return most;
    const auto index = static_cast<std::size_t>(found - all.begin());
    const auto first = std::find(path.begin(), path.end(), index);
    if (first == path.end()) return enter(index);
    std::string circle;
    for (auto step = first; step != path.end(); ++step) circle += all[*step].first + " → ";
    context.report(IssueCode::cycle, pointer, {circle + found->first});
    return most;
}

std::size_t Walk::enter(std::size_t index) {
    if (depth[index] != 0) return depth[index];
    const auto& [id, condition] = context.book.conditions[index];
    const std::string pointer = json::child("/conditions", id);
    if (path.size() >= deepest) {
        context.report(IssueCode::conditions_too_deep, pointer, {id, std::to_string(deepest)});
        return 0;
    }
    path.push_back(index);
    depth[index] = 1 + follow(condition, pointer);
    path.pop_back();
    if (depth[index] > deepest) {
        context.report(IssueCode::conditions_too_deep, pointer, {id, std::to_string(deepest)});
        depth[index] = 1;
    }
    return depth[index];
}

}  // namespace

void validate_conditions(Context& context) {
    const Named<Condition>& conditions = context.book.conditions;
    if (conditions.empty()) return;
    const feel::Scope scope = subject_scope(context.book);
    for (const auto& [id, condition] : conditions) validate_condition(context, scope, condition, json::child("/conditions", id));
    Walk walk{context, std::vector<std::size_t>(conditions.size()), {}};
    for (std::size_t i = 0; i < conditions.size(); ++i) walk.enter(i);
}

}  // namespace biaochi::detail
