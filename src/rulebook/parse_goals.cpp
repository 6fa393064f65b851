/// @file
/// Reading goals: a bound and its number, the year that they count from.

#include "rulebook/parse_goals.hpp"

#include <array>
#include <vector>

#include "rulebook/targets.hpp"

namespace biaochi::detail {
namespace {

constexpr std::array<Bound, 6> bounds{Bound::at_least, Bound::more_than, Bound::at_most, Bound::less_than, Bound::exactly, Bound::about};

Choice<Number> read_goal_number(Context& context, const json::Value& value, const std::string& pointer) {
    return read_choice<Number>(context, value, pointer,
                               [&](const json::Value& number, const std::string& at) { return read_number(context, number, at); });
}

/// Takes the bound words that are there. @return how many
std::size_t take_bounds(Context& context, Fields& fields, const std::string& pointer, Goal& goal) {
    std::vector<std::string> found;
    for (const Bound bound : bounds) {
        const json::Value* value = fields.take(name(bound));
        if (value == nullptr) continue;
        found.emplace_back(name(bound));
        if (found.size() > 1) continue;
        goal.bound = bound;
        goal.value = read_goal_number(context, *value, fields.at(name(bound)));
    }
    if (found.size() > 1) context.report(IssueCode::several_forms, pointer, {joined(found)});
    return found.size();
}

void take_interval(Context& context, Fields& fields, const std::string& pointer, Goal& goal) {
    const json::Value* from = fields.take("from");
    const json::Value* to = fields.take("to");
    if (from == nullptr || to == nullptr) {
        context.report(IssueCode::no_form, pointer, {"at_least, more_than, at_most, less_than, exactly, about, from + to"});
        return;
    }
    goal.value = read_goal_number(context, *from, fields.at("from"));
    goal.to = read_number(context, *to, fields.at("to"));
}

}  // namespace

Bound read_bound(Context& context, const json::Value& value, const std::string& pointer) {
    return read_word<Bound>(context, value, pointer,
                            {{"at_least", Bound::at_least},
                             {"more_than", Bound::more_than},
                             {"at_most", Bound::at_most},
                             {"less_than", Bound::less_than},
                             {"exactly", Bound::exactly},
                             {"about", Bound::about}});
}

void take_year(Context& context, Fields& fields, Target& target) {
    const json::Value* from = fields.take("from");
    if (from == nullptr) return;
    target.from = read_choice<int>(context, *from, fields.at("from"), [&](const json::Value& year, const std::string& at) {
        return read_int(context, year, at, earliest_year, latest_year);
    });
}

void take_goal(Context& context, Fields& fields, const std::string& pointer, Target& target) {
    Goal& goal = target.goal.emplace();
    if (take_bounds(context, fields, pointer, goal) == 0) {
        take_interval(context, fields, pointer, goal);
        return;
    }
    if (goal.bound == Bound::about) {
        if (const auto* tolerance = fields.take("tolerance")) {
            goal.tolerance = read_goal_number(context, *tolerance, fields.at("tolerance"));
        }
    }
    if (takes_year(target.form)) take_year(context, fields, target);
}

}  // namespace biaochi::detail
