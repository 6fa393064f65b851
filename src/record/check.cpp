/// @file
/// Bounds, whole counts, parts above wholes, options of which one may hold, panels.

#include "record/check.hpp"

#include <algorithm>

#include "biaochi/core/error.hpp"
#include "biaochi/rulebook/unit.hpp"
#include "record/panel.hpp"

namespace biaochi {
namespace detail {
namespace {

/// What every check looks at.
struct Check {
    const Ruleset& rules;
    const Record& record;
    const PlaceOf& place;
    std::vector<Issue>& issues;

    [[nodiscard]] const Cell& cell(std::size_t slot) const { return record.cells[slot]; }
    [[nodiscard]] const Slot& slot(std::size_t index) const { return rules.slots()[index]; }
    [[nodiscard]] const Fact& fact(std::size_t slot_index) const { return rules.rulebook().facts[slot(slot_index).fact].second; }
};

bool sensible(const Slot& slot, const Number& value) {
    return !(slot.min && value < *slot.min) && !(slot.max && value > *slot.max) && !(slot.whole && !value.is_whole());
}

void report_value(const Check& check, const Slot& slot, const Number& value, const std::string& place) {
    if (slot.whole && !value.is_whole()) check.issues.push_back(make_issue(IssueCode::not_whole, place, {value.text()}));
    if (slot.min && value < *slot.min) {
        check.issues.push_back(make_issue(IssueCode::below_min, place, {value.text(), slot.min->text()}));
    }
    if (slot.max && value > *slot.max) {
        check.issues.push_back(make_issue(IssueCode::above_max, place, {value.text(), slot.max->text()}));
    }
}

void check_panel(const Check& check, std::size_t slot, const std::vector<Number>& scores) {
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (sensible(check.slot(slot), scores[i])) continue;
        report_value(check, check.slot(slot), scores[i], check.place(slot) + "/" + std::to_string(i));
    }
    const std::size_t least = least_scores(panel_of(check.rules, slot));
    if (scores.size() >= least) return;
    check.issues.push_back(
        make_issue(IssueCode::too_few_judges, check.place(slot), {std::to_string(scores.size()), std::to_string(least)}));
}

/// Compares a part with its whole; where their units differ, in the unit of the whole.
void check_part(const Check& check, std::size_t part) {
    const std::size_t whole = check.rules.slot(check.fact(part).part_of);
    if (whole == no_index || !counts(check.cell(whole).status)) return;
    const std::string& part_unit = check.fact(part).unit;
    const std::string& whole_unit = check.fact(whole).unit;
    bool above = false;
    if (part_unit == whole_unit) {
        above = check.cell(part).value > check.cell(whole).value;
    } else if (const auto factor = conversion(check.rules.rulebook().units, part_unit, whole_unit)) {
        above = check.cell(part).value * *factor > check.cell(whole).value;
    }
    if (!above) return;
    const auto with_unit = [](const Number& value, const std::string& unit) {
        return unit.empty() ? value.text() : value.text() + " " + unit;
    };
    check.issues.push_back(make_issue(IssueCode::part_above_whole, check.place(part),
                                      {check.slot(part).id, with_unit(check.cell(part).value, part_unit), check.slot(whole).id,
                                       with_unit(check.cell(whole).value, whole_unit)}));
}

bool holds(const Cell& cell) { return counts(cell.status) && cell.value.sign() > 0; }

void check_group(const Check& check, const OptionRule::Group& group) {
    const auto chosen = [&](const OptionRule::Line& line) { return holds(check.cell(line.slot)); };
    const auto first = std::find_if(group.lines.begin(), group.lines.end(), chosen);
    if (first == group.lines.end()) return;
    const auto second = std::find_if(first + 1, group.lines.end(), chosen);
    if (second == group.lines.end()) return;
    std::string options;
    for (const OptionRule::Line& line : group.lines) {
        if (!chosen(line)) continue;
        options += options.empty() ? "" : ", ";
        options += check.fact(line.slot).options[check.slot(line.slot).item].first;
    }
    Issue issue = make_issue(IssueCode::two_options_chosen, check.place(second->slot), {options});
    const bool known = std::find(check.issues.begin(), check.issues.end(), issue) != check.issues.end();
    if (!known) check.issues.push_back(std::move(issue));  // another leaf may read the same options
}

}  // namespace

void check_derived(const Ruleset& rules, const Record& record, const PlaceOf& place, std::vector<Issue>& issues) {
    const Check check{rules, record, place, issues};
    for (const auto& [slot, figure] : record.derived) {
        if (!counts(check.cell(slot).status)) continue;
        if (!sensible(check.slot(slot), check.cell(slot).value)) report_value(check, check.slot(slot), check.cell(slot).value, place(slot));
        if (!check.fact(slot).part_of.empty()) check_part(check, slot);
    }
}

void refuse_derived(const Ruleset& rules, const Record& record, const PlaceOf& place, std::vector<Issue>& issues) {
    for (const DerivedFact& derived : rules.derived()) {
        if (derived.source->or_reported || record.cells[derived.slot].status == Status::missing) continue;
        issues.push_back(make_issue(IssueCode::derived_given, place(derived.slot), {rules.slots()[derived.slot].id, derived.formula}));
    }
}

void check_cells(const Ruleset& rules, const Record& record, const PlaceOf& place, std::vector<Issue>& issues) {
    const Check check{rules, record, place, issues};
    auto given = record.given.begin();
    for (std::size_t slot = 0; slot < record.cells.size(); ++slot) {
        while (given != record.given.end() && given->first < slot) ++given;
        if (!counts(check.cell(slot).status)) continue;
        const bool by_panel = given != record.given.end() && given->first == slot && !given->second.scores.empty();
        if (by_panel) {
            check_panel(check, slot, given->second.scores);
        } else if (!sensible(check.slot(slot), check.cell(slot).value)) {
            report_value(check, check.slot(slot), check.cell(slot).value, place(slot));
        }
        if (!check.fact(slot).part_of.empty()) check_part(check, slot);
    }
    for (const PlanNode& node : rules.nodes()) {
        const auto* rule = std::get_if<OptionRule>(&node.rule);
        if (rule == nullptr) continue;
        for (const OptionRule::Group& group : rule->groups) {
            if (group.choose == Choose::one) check_group(check, group);
        }
    }
}

}  // namespace detail

std::vector<Issue> check_record(const Ruleset& rules, const Record& record, std::string_view pointer) {
    if (record.cells.size() != rules.slots().size()) {
        throw Error(ErrorCode::wrong_ruleset, "the record has " + std::to_string(record.cells.size()) + " cells; the rules have " +
                                                  std::to_string(rules.slots().size()) + " slots");
    }
    std::vector<Issue> issues;
    struct {
        const Ruleset& rules;
        std::string_view pointer;
    } const where{rules, pointer};
    detail::check_cells(
        rules, record, [&where](std::size_t slot) { return std::string(where.pointer) + "/facts/" + where.rules.slots()[slot].id; },
        issues);
    return issues;
}

}  // namespace biaochi
