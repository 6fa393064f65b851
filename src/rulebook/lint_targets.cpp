/// @file
/// What a careful reader would ask about targets: what contradicts, does not add up, is hardly meant, or has no day.

#include <algorithm>
#include <map>
#include <utility>

#include "biaochi/core/rounding.hpp"
#include "biaochi/rulebook/target_section.hpp"
#include "biaochi/rulebook/unit.hpp"
#include "json/value.hpp"
#include "rulebook/lint.hpp"
#include "rulebook/targets.hpp"

namespace biaochi::detail {
namespace {

using Issues = std::vector<Issue>;
using Form = Target::Form;
using Entry = std::pair<std::string, Target>;

/// How many times a goal may be what it is compared with before it looks like a slip of the pen; see docs/reference/targets.md.
constexpr int implausible_factor = 5;

void add(Issues& issues, IssueCode code, const std::string& where, std::initializer_list<std::string_view> details) {
    issues.push_back(make_issue(code, where, details));
}

const std::string& object_of(const Target& target) { return target.object.empty() ? target.fact : target.object; }

/// The unit that the goal is stated in.
std::string unit_of_goal(const Rulebook& book, const Target& target) {
    if (target.form == Form::growth) return "%";
    return unit_of_values(book, target);
}

/// A goal in words and the id of its target: `platforms ≥ 500 个`.
std::string told(const Rulebook& book, const Entry& entry) {
    const auto& [id, target] = entry;
    if (target.form == Form::in_class) return id + " ≥ " + target.best;
    return target.goal ? id + " " + goal_text(*target.goal, unit_of_goal(book, target)) : id;
}

std::string clause_of_target(const Target& target) { return clause_of({&target.provenance}); }

bool same_choice(const Choice<Number>& a, const Choice<Number>& b, const Number& factor) {
    if (a.open != b.open || a.by.size() != b.by.size()) return false;
    return std::equal(a.by.begin(), a.by.end(), b.by.begin(),
                      [&](const auto& x, const auto& y) { return x.first == y.first && x.second == y.second * factor; });
}

template <class T>
bool same_time(const std::optional<Choice<T>>& a, const std::optional<Choice<T>>& b) {
    if (a.has_value() != b.has_value()) return false;
    return !a || (a->open == b->open && a->by == b->by);
}

bool same_goal(const Target& a, const Target& b, const Number& factor) {
    if (a.form == Form::in_class) return a.best == b.best;
    if (!a.goal || !b.goal) return true;
    const bool ends = a.goal->to.has_value() == b.goal->to.has_value() && (!a.goal->to || *a.goal->to == *b.goal->to * factor);
    return ends && a.goal->bound == b.goal->bound && same_choice(a.goal->value, b.goal->value, factor);
}

/// The factor that turns the unit of the second goal into that of the first; none where they do not compare.
std::optional<Number> between(const Rulebook& book, const Target& to, const Target& from) {
    const std::string first = unit_of_goal(book, to);
    const std::string second = unit_of_goal(book, from);
    return first == second ? std::optional(Number(1)) : conversion(book.units, second, first);
}

bool contradicts(const Rulebook& book, const Target& first, const Target& second) {
    if (first.form != second.form || first.form == Form::qualitative || object_of(first) != object_of(second)) return false;
    if (!same_time(first.due, second.due) || !same_time(first.from, second.from)) return false;
    const auto factor = between(book, first, second);
    return factor && !same_goal(first, second, *factor);
}

std::string text_of(int year) { return std::to_string(year); }
std::string text_of(Date day) { return date_text(day); }

/// Two choices have the same text only where they are the same. @param end  a character that is in none of its names
template <class T>
void append_time(const std::optional<Choice<T>>& time, char end, std::string& text) {
    if (time) {
        text.append(time->open).push_back(end);
        for (const auto& [reading, value] : time->by) text.append(reading).append("=").append(text_of(value)).push_back(end);
    }
    text.push_back(end);
}

/// What two targets must have in common to contradict each other, beside units that compare.
std::string subject_of(const Target& target) {
    constexpr char end = '\0';
    std::string text(name(target.form));
    text.push_back(end);
    text.append(object_of(target)).push_back(end);
    append_time(target.due, end, text);
    append_time(target.from, end, text);
    return text;
}

/// The first target of a subject in units that compare, and the first that says something else.
struct Sayings {
    const Entry* first;
    const Entry* other = nullptr;
};

/// The earliest target that this one contradicts; null: none. What contradicts neither the first nor the first other one does not exist.
const Entry* contradicted(const Rulebook& book, const Entry& entry, std::vector<Sayings>& said) {
    for (Sayings& each : said) {
        if (!between(book, each.first->second, entry.second)) continue;
        if (!contradicts(book, each.first->second, entry.second)) return each.other;
        if (each.other == nullptr) each.other = &entry;
        return each.first;
    }
    said.push_back({&entry});
    return nullptr;
}

/// Tells each target once, against the first that it contradicts.
void lint_contradictions(const Rulebook& book, const Named<Target>& targets, Issues& issues) {
    std::map<std::string, std::vector<Sayings>> by_subject;
    for (const Entry& entry : targets) {
        if (entry.second.form == Form::qualitative) continue;
        const Entry* earlier = contradicted(book, entry, by_subject[subject_of(entry.second)]);
        if (earlier == nullptr) continue;
        add(issues, IssueCode::contradicting_targets, json::child("/targets", entry.first),
            {object_of(entry.second), told(book, *earlier), clause_of_target(earlier->second), told(book, entry),
             clause_of_target(entry.second)});
    }
}

/// The number of a goal that is stated and promises at least so much.
const Number* least_of(const Target& target) {
    if (!target.goal || !target.goal->value.stated() || target.goal->value.by.empty()) return nullptr;
    const Bound bound = target.goal->bound;
    return bound == Bound::at_most || bound == Bound::less_than ? nullptr : &target.goal->value.by.front().second;
}

/// The most that a goal may be read as: the upper end of an interval.
const Number* most_of(const Target& target) {
    if (!target.goal || !target.goal->value.stated() || target.goal->value.by.empty()) return nullptr;
    return target.goal->to ? &*target.goal->to : &target.goal->value.by.front().second;
}

void lint_parts(const Rulebook& book, const Named<Target>& targets, Issues& issues) {
    for (const auto& [id, whole] : targets) {
        const Number* limit = most_of(whole);
        if (limit == nullptr) continue;
        Number sum;
        for (const auto& [part_id, part] : targets) {
            const Number* number = part.part_of == id ? least_of(part) : nullptr;
            if (number == nullptr || part.form != whole.form || !same_time(part.due, whole.due)) continue;
            if (const auto factor = between(book, whole, part)) sum += *number * *factor;
        }
        if (sum <= *limit) continue;
        std::string unit = unit_of_goal(book, whole);
        if (!unit.empty()) unit.insert(0, " ");
        add(issues, IssueCode::parts_above_target, json::child("/targets", id), {id, sum.text() + unit, limit->text() + unit});
    }
}

/// How many times the larger of two numbers is the smaller, where that is implausible.
std::optional<Number> jump(const Number& goal, const Number& other) {
    if (goal.sign() <= 0 || other.sign() <= 0) return std::nullopt;
    const Number times = goal / other;
    if (times >= Number(implausible_factor) || times <= Number(1, implausible_factor)) return times;
    return std::nullopt;
}

void report_jump(const Rulebook& book, const Entry& entry, const Number& times, const std::string& other, const std::string& clause,
                 Issues& issues) {
    add(issues, IssueCode::implausible_target, json::child("/targets", entry.first),
        {entry.first, goal_text(*entry.second.goal, unit_of_goal(book, entry.second)), other, clause, fixed_text(times, Rounding{})});
}

/// A level against the figures that the source prints of the same fact: of its own region, and shares of whomever, which differ less in
/// size.
void lint_against_figures(const Rulebook& book, const Entry& entry, const Number& goal, Issues& issues) {
    const Target& target = entry.second;
    for (const PrintedFigure& figure : book.targets->figures) {
        if (figure.fact != target.fact) continue;
        const std::string own = find(book.facts, figure.fact)->unit;
        const std::string& unit = figure.unit.empty() ? own : figure.unit;
        if (!figure.of.empty() && unit != "%") continue;
        const std::string wanted = unit_of_goal(book, target);
        const auto factor = unit == wanted ? std::optional(Number(1)) : conversion(book.units, unit, wanted);
        const auto times = factor ? jump(goal, figure.value * *factor) : std::nullopt;
        if (!times) continue;
        std::string told_figure = figure.value.text();
        if (!unit.empty()) told_figure.append(" ").append(unit);
        report_jump(book, entry, *times, told_figure, clause_of({&figure.provenance}), issues);
        return;
    }
}

/// A level against another of the same object; of two the later is told.
void lint_against_targets(const Rulebook& book, const Named<Target>& targets, std::size_t index, const Number& goal, Issues& issues) {
    const Target& target = targets[index].second;
    for (std::size_t i = 0; i < index; ++i) {
        const Target& other = targets[i].second;
        if (other.form != Form::level || object_of(other) != object_of(target) || contradicts(book, other, target)) continue;
        const Number* number = least_of(other);
        const auto factor = number == nullptr ? std::nullopt : between(book, target, other);
        const auto times = factor ? jump(goal, *number * *factor) : std::nullopt;
        if (!times) continue;
        report_jump(book, targets[index], *times, told(book, targets[i]), clause_of_target(other), issues);
        return;
    }
}

void lint_jumps(const Rulebook& book, const Named<Target>& targets, Issues& issues) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const Number* goal = targets[i].second.form == Form::level ? least_of(targets[i].second) : nullptr;
        if (goal == nullptr) continue;
        lint_against_figures(book, targets[i], *goal, issues);
        lint_against_targets(book, targets, i, *goal, issues);
    }
}

}  // namespace

void lint_targets(const Rulebook& book, std::vector<Issue>& issues) {
    if (!book.targets) return;
    const auto& [figures, targets] = *book.targets;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const std::string where = json::child("/figures", i);
        if (!figures[i].provenance.cite) add(issues, IssueCode::no_citation, where, {figures[i].fact});
        lint_misprints(figures[i].provenance.misprints, where, issues);
    }
    for (const auto& [id, target] : targets) {
        const std::string where = json::child("/targets", id);
        if (!target.provenance.cite) add(issues, IssueCode::no_citation, where, {id});
        lint_misprints(target.provenance.misprints, where, issues);
        if (!target.due) add(issues, IssueCode::target_without_due, where, {id});
    }
    lint_contradictions(book, targets, issues);
    lint_parts(book, targets, issues);
    lint_jumps(book, targets, issues);
}

}  // namespace biaochi::detail
