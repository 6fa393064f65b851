#pragma once
/// @file
/// Which clauses of two documents differ, and one document with a clause of the other.

#include <vector>

#include "biaochi/diff/diff.hpp"
#include "diff/clauses.hpp"
#include "json/value.hpp"

namespace biaochi::detail {

/// A clause that differs, as it stands in both documents.
struct Change {
    Clause clause;                        ///< of the version that has it; the first where both have
    const json::Value* before = nullptr;  ///< null: the first version has none
    const json::Value* after = nullptr;   ///< null: the second version has none
    ClauseChange told;
};

/// @return what differs, in the order of the first document, then what only the second has; parts of an added or removed node go with it
[[nodiscard]] std::vector<Change> changes_of(const json::Value& first, const json::Value& second);

/// @return the first document with this change alone, and with whatever the second one newly declares
[[nodiscard]] json::Value with_change(const json::Value& first, const json::Value& second, const std::vector<Change>& changes,
                                      std::size_t change);

}  // namespace biaochi::detail
