#pragma once
/// @file
/// The section `subject` of a rulebook: what conditions and lifecycles are asked about.

#include <string>
#include <vector>

#include "biaochi/rulebook/pieces.hpp"

namespace biaochi {

/// What kind of value a field has.
enum class FieldType { number, text, boolean, date };

/// How the words that a text field may hold are in order. Where they are, `<id>_place` is the place of the word, 1 for the best.
enum class Ordered { no, best_first, worst_first };

/// A figure or word that a document of a subject may give.
struct SubjectField {
    Text name;
    FieldType type = FieldType::number;
    std::string unit;                 ///< of a number; empty: none
    std::vector<std::string> values;  ///< of a text: the words allowed, as written; empty: any
    Ordered ordered = Ordered::no;    ///< of a text with `values`: whether, and how, they are in order
    Provenance provenance;
};

/// Things that a subject consists of, such as the counties of a city.
struct MemberGroup {
    Text name;
    bool peers = false;  ///< the others of the subject's peer group on the day
    Named<SubjectField> fields;
    Named<SubjectField> history;  ///< by year
};

/// What a subject is and what is known of it.
struct SubjectSection {
    Text kind;
    Named<SubjectField> fields;
    Named<SubjectField> history;  ///< by year
    Named<MemberGroup> members;
};

/// @return "number", "text", "boolean" or "date"
[[nodiscard]] std::string_view name(FieldType type) noexcept;

}  // namespace biaochi
