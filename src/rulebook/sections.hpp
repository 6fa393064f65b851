#pragma once
/// @file
/// The readers of a rulebook's sections; each reports what does not fit.

#include <string>

#include "rulebook/reader.hpp"

namespace biaochi::detail {

void read_sources(Context& context, const json::Value& value, const std::string& pointer);
void read_open_points(Context& context, const json::Value& value, const std::string& pointer);
void read_units(Context& context, const json::Value& value, const std::string& pointer);
void read_facts(Context& context, const json::Value& value, const std::string& pointer);
Node read_node(Context& context, const json::Value& value, const std::string& pointer);
void read_method(Context& context, Fields& fields, Node& node, const std::string& pointer);
Classes read_classes(Context& context, const json::Value& value, const std::string& pointer);
Ranking read_ranking(Context& context, const json::Value& value, const std::string& pointer);
Named<PeerGroup> read_groups(Context& context, const json::Value& value, const std::string& pointer);
/// @return whether peer groups, and so the name `group`, have a meaning in this rulebook
[[nodiscard]] bool has_groups(const Rulebook& book) noexcept;
/// Reads the fields of a subject, member, year or claim.
/// @param taken  names that stand for something else
Named<SubjectField> read_subject_fields(Context& context, const json::Value& value, const std::string& pointer,
                                        std::initializer_list<std::string_view> taken);
SubjectSection read_subject(Context& context, const json::Value& value, const std::string& pointer);
void read_conditions(Context& context, const json::Value& value, const std::string& pointer);
/// Take `figures` and `targets`.
void read_targets(Context& context, Fields& fields);
/// Take `payers`, `claims` and `incentives`.
void read_incentives(Context& context, Fields& fields);
/// Take `bodies`, `phases` and `duties`.
void read_duties(Context& context, Fields& fields);
/// Take `not_rules`.
void read_not_rules(Context& context, Fields& fields);
void read_examples(Context& context, const json::Value& value, const std::string& pointer);
/// Takes `unit` of an example.
void read_example_unit(Context& context, Fields& fields, Example& example);
/// Takes `duties` of what an example expects; its `unit` has been taken.
void read_expected_duties(Context& context, Fields& fields, Example& example);

/// @return "number", "items", "options" or "judged"
[[nodiscard]] std::string_view kind_name(FactKind kind) noexcept;

/// Checks facts against each other: kinds, bounds, wholes.
void validate_facts(Context& context);
/// Checks derived facts: names, units, no circles, formulas that can be compiled.
void validate_derived(Context& context);
/// Checks the arithmetic of the score tree below @p node.
void validate_node(Context& context, const Node& node, const std::string& pointer);
/// Checks a leaf's method against its fact and its points.
void validate_method(Context& context, const Node& node, const Fact& fact, const std::string& pointer);
/// Checks that ids are unique in the tree.
void validate_node_ids(Context& context, const Node& root);
/// Checks that conditions refer to each other without circles, and compiles their expressions.
void validate_conditions(Context& context);
/// Checks the cuts of the classes.
void validate_classes(Context& context, const Classes& classes, const std::string& pointer);
/// Checks that targets name facts, units and classes that are there, and that what they hold of is there.
void validate_targets(Context& context);
/// Checks that incentives name payers, claims and fields that are there, and compiles their expressions.
void validate_incentives(Context& context);
/// Checks that duties name bodies and phases that are there.
void validate_duties(Context& context);
/// Checks that what is no rule is not also a rule.
void validate_not_rules(Context& context);
/// Checks that examples expect points of nodes and classes that are there.
void validate_examples(Context& context);
/// Checks that an example asks for a body and for duties that are there. @param where  the example's pointer
void validate_example_duties(Context& context, const Example& example, const std::string& where);

}  // namespace biaochi::detail
