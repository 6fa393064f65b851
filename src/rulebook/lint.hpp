#pragma once
/// @file
/// The parts of lint, and the findings that depend on how open points are read.

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/rulebook/rulebook.hpp"
#include "rulebook/worlds.hpp"

namespace biaochi::detail {

/// Something found in one or more worlds.
struct Finding {
    IssueCode code{};
    std::string where;
    std::vector<std::string> details;

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Gathers what is found in each world, so that a finding is told once, with the readings that it depends on.
class Findings {
public:
    /// @param worlds  every world that is looked at
    explicit Findings(std::vector<World> worlds) : worlds_(std::move(worlds)) {}

    [[nodiscard]] const std::vector<World>& worlds() const noexcept { return worlds_; }
    /// Notes a finding. @param world  index into worlds()
    void add(std::size_t world, Finding finding);
    /// Appends one issue a finding; its last detail names the readings, and is empty where it holds in every world.
    void report(std::vector<Issue>& issues) const;

private:
    struct Entry {
        Finding finding;
        std::set<std::size_t> worlds;
    };
    [[nodiscard]] std::string readings(const Entry& entry) const;

    std::vector<World> worlds_;
    std::vector<Entry> entries_;
};

/// @return source and clause of the first of these that is cited, for a message; empty where none is
[[nodiscard]] std::string clause_of(std::initializer_list<const Provenance*> from);

/// Open gaps, jumps and turns in a leaf's bands.
void lint_bands(const Rulebook& rulebook, const Node& node, const std::string& where, std::vector<Issue>& issues);

/// Points that the figures cannot reach at a leaf or a capped group.
/// @return whether the node falls short
bool lint_points(const Rulebook& rulebook, const Node& node, const std::string& where, std::vector<Issue>& issues);

/// Classes that no score reaches.
void lint_classes(const Rulebook& rulebook, std::vector<Issue>& issues);

/// One note a misprint.
void lint_misprints(const std::vector<Misprint>& misprints, const std::string& owner, std::vector<Issue>& issues);

/// Sources, open points and facts: misprints, citations, open points without a reading.
void lint_declarations(const Rulebook& rulebook, std::vector<Issue>& issues);

/// Citations and misprints of one node and its method.
void lint_node_words(const Node& node, const std::string& where, std::vector<Issue>& issues);

/// Conditions: what is not cited, what never or always holds, what hangs on an unread open point.
void lint_conditions(const Rulebook& book, std::vector<Issue>& issues);

/// The same of guards; transitions that are never taken, or whose guards can both hold. @param book  with a lifecycle
void lint_guards(const Rulebook& book, std::vector<Issue>& issues);

/// Targets: what contradicts, does not add up, or is hardly meant; what has no day.
void lint_targets(const Rulebook& book, std::vector<Issue>& issues);

/// Incentives: what the text does not give; citations and misprints.
void lint_incentives(const Rulebook& book, std::vector<Issue>& issues);

/// Duties: bodies that both lead and cooperate, bodies that are no more.
void lint_duties(const Rulebook& book, std::vector<Issue>& issues);

/// Citations and misprints of classes, ranking and examples.
void lint_results_words(const Rulebook& rulebook, std::vector<Issue>& issues);

}  // namespace biaochi::detail
