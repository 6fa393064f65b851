/// @file
/// Checks that figures and targets name facts, units, classes and targets that are there, and that their numbers can be met at all.

#include <algorithm>

#include "biaochi/rulebook/target_section.hpp"
#include "biaochi/rulebook/unit.hpp"
#include "rulebook/sections.hpp"
#include "rulebook/targets.hpp"

namespace biaochi::detail {
namespace {

using Form = Target::Form;

/// One target under check.
struct Check {
    Context& context;
    const Target& target;
    std::string where;

    [[nodiscard]] const Rulebook& book() const { return context.book; }
    [[nodiscard]] std::string at(std::string_view key) const { return json::child(where, key); }
    [[nodiscard]] std::string in_form(std::string_view key) const { return json::child(at(name(target.form)), key); }
};

/// @return whether a fact is there and has one figure
bool check_fact(Context& context, const std::string& id, FactKind wanted, const std::string& where) {
    const Fact* fact = find(context.book.facts, id);
    if (fact == nullptr) {
        context.report(IssueCode::unknown_fact, where, {id, nearest_or_all(id, names_of(context.book.facts))});
        return false;
    }
    const bool judged_too = wanted == FactKind::number && fact->kind == FactKind::judged;
    if (fact->kind == wanted || judged_too) return true;
    context.report(IssueCode::wrong_kind, where, {id, kind_name(fact->kind), kind_name(wanted)});
    return false;
}

void check_unit(Context& context, const std::string& unit, const std::string& wanted, bool converts, const std::string& where) {
    if (unit.empty() || converts) return;
    if (known_unit(context.book.units, unit)) {
        context.report(IssueCode::wrong_unit, where, {unit, wanted});
    } else {
        context.report(IssueCode::unknown_unit, where, {unit, nearest_or_all(unit, known_units(context.book.units))});
    }
}

void check_figure(Context& context, const PrintedFigure& figure, const std::string& where) {
    if (!check_fact(context, figure.fact, FactKind::number, json::child(where, "fact"))) return;
    const Fact& fact = *find(context.book.facts, figure.fact);
    const auto factor =
        figure.unit.empty() || figure.unit == fact.unit ? std::optional(Number(1)) : conversion(context.book.units, figure.unit, fact.unit);
    check_unit(context, figure.unit, fact.unit, factor.has_value(), json::child(where, "unit"));
    if (!factor) return;
    const Number value = figure.value * *factor;
    const std::string place = json::child(where, "value");
    if (fact.min && value < *fact.min) context.report(IssueCode::below_min, place, {value.text(), fact.min->text()});
    if (fact.max && value > *fact.max) context.report(IssueCode::above_max, place, {value.text(), fact.max->text()});
    if (fact.whole && !value.is_whole()) context.report(IssueCode::not_whole, place, {value.text()});
}

/// Each value of a choice, with its place.
template <class T, class Use>
void each_value(const Choice<T>& choice, const std::string& where, Use use) {
    for (const auto& [reading, value] : choice.by) {
        use(value, reading.empty() ? where : json::child(json::child(where, "readings"), reading));
    }
}

void check_bound(Check& check, const Goal& goal) {
    const Target& target = check.target;
    if (is_place(target.form) && goal.to) {
        check.context.report(IssueCode::bad_value, check.in_form("to"), {goal.to->text(), "at_most, less_than, exactly, about"});
    }
    const bool upward = goal.bound == Bound::at_least || goal.bound == Bound::more_than;
    if (target.form == Form::rank && upward && !goal.to) {
        check.context.report(IssueCode::bad_value, check.in_form(name(goal.bound)),
                             {name(goal.bound), "at_most, less_than, exactly, about"});
    }
}

/// What a number of a form can be at all.
void check_number(Check& check, const Number& value, const std::string& where) {
    const auto refuse = [&](std::string_view expected) { check.context.report(IssueCode::bad_value, where, {value.text(), expected}); };
    switch (check.target.form) {
        case Form::growth:
            if (value <= Number(-100)) refuse("> -100");
            break;
        case Form::rank:
            if (value < Number(1)) refuse("≥ 1");
            break;
        case Form::coverage:
            if (value.sign() < 0 || value > Number(100)) refuse("0 … 100");
            break;
        case Form::multiple:
        case Form::relative:
            if (value.sign() <= 0) refuse("> 0");
            break;
        default:
            break;
    }
}

void check_goal(Check& check, const Goal& goal) {
    const std::string key(goal.to ? "from" : name(goal.bound));
    check_bound(check, goal);
    each_value(goal.value, check.in_form(key), [&](const Number& value, const std::string& where) {
        check_number(check, value, where);
        if (goal.to && value >= *goal.to) check.context.report(IssueCode::range_reversed, where, {value.text(), goal.to->text()});
    });
    if (!goal.tolerance) return;
    each_value(*goal.tolerance, check.in_form("tolerance"), [&](const Number& value, const std::string& where) {
        if (value.sign() >= 0 && value <= Number(100)) return;
        check.context.report(IssueCode::bad_value, where, {value.text(), "0 … 100"});
    });
}

/// How many digits a number has when it is written out.
std::size_t digits_of(const Number& value) {
    const std::string text = value.text();
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

/// The years over which a rate is raised; none where the year or the day is not stated.
std::optional<int> longest_span(const Target& target) {
    std::optional<int> longest;
    if (!target.from || !target.due) return longest;
    for (const auto& [reading, from] : target.from->by) {
        for (const auto& [other, due] : target.due->by) longest = std::max(longest.value_or(1), static_cast<int>(due.year()) - from);
    }
    return longest;
}

/// The power of a rate has about as many digits as the rate times the years; see docs/reference/targets.md.
void check_power(Check& check) {
    constexpr int most_digits = 10000;
    constexpr std::size_t most_without_span = 20;
    const Goal& goal = *check.target.goal;
    const std::optional<int> years = longest_span(check.target);
    const std::size_t most = years ? static_cast<std::size_t>(most_digits / *years) : most_without_span;
    const std::size_t beside = goal.to ? digits_of(*goal.to) : 0;
    std::size_t tolerance = 0;
    if (goal.tolerance) {
        for (const auto& [reading, value] : goal.tolerance->by) tolerance = std::max(tolerance, digits_of(value));
    }
    each_value(goal.value, check.in_form(goal.to ? "from" : name(goal.bound)), [&](const Number& value, const std::string& where) {
        if (std::max(digits_of(value) + tolerance, beside) <= most) return;
        check.context.report(IssueCode::number_too_long, where, {value.text().substr(0, 24), std::to_string(most)});
    });
}

void check_classes(Check& check) {
    const Target& target = check.target;
    if (!check_fact(check.context, target.fact, FactKind::options, check.at("fact"))) return;
    const std::vector<std::string> options = names_of(find(check.book().facts, target.fact)->options);
    const std::string list = check.in_form("of");
    for (std::size_t i = 0; i < target.classes.size(); ++i) {
        const std::string& word = target.classes[i];
        const std::string where = json::child(list, i);
        const auto first = static_cast<std::size_t>(std::find(target.classes.begin(), target.classes.end(), word) - target.classes.begin());
        if (first != i) check.context.report(IssueCode::repeated_id, where, {word, json::child(list, first)});
        if (std::find(options.begin(), options.end(), word) != options.end()) continue;
        check.context.report(IssueCode::unknown_class, where, {word, nearest_or_all(word, options)});
    }
    for (const std::string& option : options) {
        if (std::find(target.classes.begin(), target.classes.end(), option) != target.classes.end()) continue;
        check.context.report(IssueCode::missing_key, list, {option});
    }
    if (std::find(target.classes.begin(), target.classes.end(), target.best) == target.classes.end()) {
        check.context.report(IssueCode::unknown_class, check.in_form("best"), {target.best, nearest_or_all(target.best, target.classes)});
    }
}

void check_coverage(Check& check) {
    const Target& target = check.target;
    if (!check_fact(check.context, target.of_all, FactKind::number, check.in_form("of_all"))) return;
    const std::string& whole = find(check.book().facts, target.of_all)->unit;
    const std::string& part = find(check.book().facts, target.fact)->unit;
    if (part == whole || conversion(check.book().units, part, whole)) return;
    check.context.report(IssueCode::wrong_unit, check.in_form("of_all"), {whole, part});
}

/// A year to count from lies before the day by which it is due.
void check_years(Check& check) {
    const Target& target = check.target;
    if (!target.from || !target.due) return;
    each_value(*target.from, check.in_form("from"), [&](int from, const std::string& where) {
        const bool from_base =
            target.form == Form::growth || target.form == Form::multiple || target.form == Form::gain || target.form == Form::rank_gain;
        for (const auto& [reading, due] : target.due->by) {
            const int last = static_cast<int>(due.year()) - (from_base ? 1 : 0);
            if (from <= last) continue;
            check.context.report(IssueCode::range_reversed, where, {std::to_string(from), date_text(due)});
            return;
        }
    });
}

void check_whole(Check& check, const std::string& id) {
    const Target& target = check.target;
    if (target.part_of.empty()) return;
    const Named<Target>& all = check.book().targets->targets;
    std::string path = id;
    std::string next = target.part_of;
    for (std::size_t steps = 0; steps <= all.size() && !next.empty(); ++steps) {
        path.append(" → ").append(next);
        const Target* whole = find(all, next);
        if (whole == nullptr && steps == 0) {
            check.context.report(IssueCode::unknown_target, check.at("part_of"), {next, nearest_or_all(next, names_of(all))});
        }
        if (next == id) {
            check.context.report(IssueCode::cycle, check.at("part_of"), {path});
            return;
        }
        next = whole == nullptr ? std::string() : whole->part_of;
    }
}

void check_target(Context& context, const std::string& id, const Target& target) {
    Check check{context, target, json::child("/targets", id)};
    check_whole(check, id);
    if (target.form == Form::qualitative) return;
    if (target.form == Form::in_class) {
        check_classes(check);
        return;
    }
    if (!check_fact(context, target.fact, FactKind::number, check.at("fact"))) return;
    Target without = target;
    without.unit.clear();
    check_unit(context, target.unit, unit_of_values(context.book, without), factor_of_figures(context.book, target).has_value(),
               check.at("unit"));
    if (target.goal) check_goal(check, *target.goal);
    if (target.form == Form::coverage) check_coverage(check);
    if (target.form == Form::growth && target.goal) check_power(check);
    check_years(check);
}

}  // namespace

void validate_targets(Context& context) {
    if (!context.book.targets) return;
    const TargetSection& section = *context.book.targets;
    for (std::size_t i = 0; i < section.figures.size(); ++i) check_figure(context, section.figures[i], json::child("/figures", i));
    for (const auto& [id, target] : section.targets) check_target(context, id, target);
}

}  // namespace biaochi::detail
