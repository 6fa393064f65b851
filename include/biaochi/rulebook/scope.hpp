#pragma once
/// @file
/// The names that a rulebook's expressions may use, and the slots in which their values stand.

#include "biaochi/feel/scope.hpp"
#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi {

struct ClaimKind;  // incentive_section.hpp

/// The names of what a subject's document gives, each in its slot, from 0 without a hole: `region`, `on`, the fields, `history` (where the
/// rulebook declares one), the groups of members, then the number and judged facts.
///
/// Who needs more names (an event, a Case) appends them with the slots that follow.
///
/// @param book  with its units, facts and subject read; both may be wrong
[[nodiscard]] feel::Scope subject_scope(const Rulebook& book);

/// The names that incentives for one kind of claim may use, each in its slot, from 0 without a hole: the claim's fields, then those of the
/// applicant (the section `subject`) that no field of the claim hides. A field whose words are in order is followed by its `<id>_place`.
///
/// @param book  with its units and subject read; both may be wrong
/// @param kind  of the claim
[[nodiscard]] feel::Scope claim_scope(const Rulebook& book, const ClaimKind& kind);

/// @return the type of a field in expressions
[[nodiscard]] feel::Type type_of_field(const SubjectField& field);

/// @return how units convert in expressions
[[nodiscard]] feel::Conversion unit_conversion(const Rulebook& book);

}  // namespace biaochi
