#pragma once
/// @file
/// The section `conditions` of a rulebook: rules that are met, not met or undetermined.

#include <cstddef>
#include <string>
#include <vector>

#include "biaochi/rulebook/pieces.hpp"

namespace biaochi {

/// What an expression over the members of an empty set comes to.
enum class EmptySet { undetermined, met, not_met };

/// A rule that a subject meets or does not meet.
struct Condition {
    /// How it is put together.
    enum class Form {
        expression,  ///< FEEL
        all,         ///< every part is met
        any,         ///< at least one part is met
        at_least,    ///< at least so many parts are met
        negation,    ///< the one part is not met
        choice,      ///< the part of the reading that was chosen
        judged,      ///< a person answers
        reference,   ///< only as a part: another condition, by its id
    };

    Form form = Form::expression;
    Text name;
    Choice<std::string> expression;  ///< FEEL
    EmptySet empty = EmptySet::undetermined;
    std::size_t least = 0;              ///< at_least
    std::vector<Condition> parts;       ///< all, any, at_least, negation (one), choice (one a reading)
    std::string open;                   ///< choice: id of the open point
    std::vector<std::string> readings;  ///< choice: the reading of each part
    Text asks;                          ///< judged
    bool evidence_required = false;     ///< judged
    std::string settles;                ///< judged: id of the open point that this decision settles; empty: none
    std::string refers_to;              ///< reference
    Provenance provenance;
};

}  // namespace biaochi
