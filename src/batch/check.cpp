/// @file
/// What is wrong with columns as a whole.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "batch/data.hpp"

namespace biaochi {
namespace {

constexpr int most_scale = 38;
constexpr std::size_t most_rows = PTRDIFF_MAX;  // no memory holds more, and sums of row numbers do not wrap around

std::string place(const Ruleset& rules, std::size_t slot) { return "/columns/" + rules.slots()[slot].id; }

bool is_given(const std::vector<bool>& given, std::size_t slot) { return given[slot]; }

void check_column(const Ruleset& rules, const Column& column, std::size_t rows, std::vector<bool>& given, std::vector<Issue>& issues) {
    const std::string& id = rules.slots()[column.slot].id;
    if (given[column.slot]) issues.push_back(make_issue(IssueCode::repeated_column, place(rules, column.slot), {id, id}));
    given[column.slot] = true;
    if (column.values == nullptr && rows > 0) {
        issues.push_back(make_issue(IssueCode::wrong_layout, place(rules, column.slot), {id, "values = NULL"}));
    }
    if (column.scale < -most_scale || column.scale > most_scale) {
        issues.push_back(make_issue(IssueCode::wrong_layout, place(rules, column.slot), {id, "scale = " + std::to_string(column.scale)}));
    }
}

void check_rows(std::size_t rows, std::vector<Issue>& issues) {
    if (rows <= most_rows) return;
    issues.push_back(make_issue(IssueCode::bad_value, "/rows", {std::to_string(rows), "0 … " + std::to_string(most_rows)}));
}

/// Derived figures are not handed in, and a growth needs records of earlier years.
void check_derived(const Ruleset& rules, const std::vector<bool>& given, std::vector<Issue>& issues) {
    for (const DerivedFact& derived : rules.derived()) {
        const std::string& id = rules.slots()[derived.slot].id;
        if (is_given(given, derived.slot) && !derived.source->or_reported) {
            issues.push_back(make_issue(IssueCode::derived_given, place(rules, derived.slot), {id, derived.formula}));
        }
        if (!derived.expression && !is_given(given, derived.slot)) {
            issues.push_back(make_issue(IssueCode::needs_records, place(rules, derived.slot), {id}));
        }
    }
}

}  // namespace

std::vector<Issue> BatchScorer::check(std::span<const Column> columns, std::size_t rows) const {
    const Ruleset& rules = data_->rules;
    std::vector<Issue> issues;
    std::vector<bool> given(rules.slots().size());
    for (const Column& column : columns) {
        if (column.slot < given.size()) {
            check_column(rules, column, rows, given, issues);
        } else {
            issues.push_back(
                make_issue(IssueCode::unknown_column, "/columns/" + std::to_string(column.slot), {std::to_string(column.slot), ""}));
        }
    }
    check_rows(rows, issues);
    check_derived(rules, given, issues);
    return issues;
}

}  // namespace biaochi
