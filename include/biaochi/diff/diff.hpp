#pragma once
/// @file
/// Two versions of a rulebook side by side: which clauses differ, whose answers change, and by which clause.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/core/text.hpp"

namespace biaochi {

/// A value inside a clause that differs. Texts are compact JSON; empty where a version has no such value.
struct ValueChange {
    std::string where;  ///< JSON Pointer from the clause on; empty for the clause itself
    std::string before;
    std::string after;
};

/// A clause that differs: the smallest thing of a rulebook with an id of its own, such as a leaf, a condition, an incentive.
struct ClauseChange {
    /// What became of it.
    enum class Kind { added, removed, changed };

    Kind kind = Kind::changed;
    std::string where;   ///< JSON Pointer in the version that has it, the first one where both have
    std::string id;      ///< what it is called: an id, or the key of a section
    Text name;           ///< may be empty
    std::string clause;  ///< source and clause that it cites, of the version that has it, the second one where both have
    std::vector<ValueChange> values;
    bool declares = false;  ///< only declares names; it is in every trial and is never a cause
    bool apart = false;     ///< it could be tried alone: the first version with this clause of the second one is a valid rulebook
};

/// An answer that differs.
struct AnswerChange {
    std::string subject;   ///< region and period, region, or applicant
    std::string question;  ///< "score", "class", "rank", "part/ID", "condition/ID", "target/ID", "award/CLAIM/INCENTIVE", "total"
    std::string before;    ///< exact; "–" where the first version has no such answer
    std::string after;     ///< exact; "–" where the second version has none

    /// What a clause does by itself.
    struct Cause {
        std::size_t change = 0;  ///< index into Difference::changes
        std::string alone;       ///< the answer with this change alone
    };
    std::vector<Cause> causes;  ///< each change that by itself gives another answer than `before`; none: only several together do
    bool sole = false;          ///< one change by itself gives `after`, every other one was tried and leaves the answer: no other cause
};

/// What two versions are asked about; what is not given is not asked.
struct DiffData {
    std::optional<std::string> records;  ///< JSON as read_records() takes it; figures that a version does not know are left out of its copy
    std::optional<std::string> subjects;      ///< JSON as read_subjects() takes it
    std::optional<std::string> applications;  ///< JSON as read_applications() takes it
};

/// All that differs, or why it cannot be said.
struct Difference {
    std::string first_id;               ///< id of the first rulebook
    std::string first_version;          ///< version of the first rulebook
    std::string second_id;              ///< id of the second rulebook
    std::string second_version;         ///< version of the second rulebook
    std::vector<ClauseChange> changes;  ///< in the order of the first version, then what only the second one has
    std::vector<AnswerChange> answers;  ///< in the order of the data
    bool with_data = false;             ///< whether data were given
    std::size_t asked = 0;              ///< answers that were compared
    std::vector<Issue> issues;          ///< places begin with `/first`, `/second` or `/data`
    bool complete = false;              ///< false where an issue is an error: then nothing else is set
};

/// Compares two versions of a rulebook.
///
/// Every change is tried alone: the first version with this one clause of the second. What no change alone brings about, the combination
/// does. Changes that depend on each other, such as points moved from one leaf to another, cannot stand alone and are said to.
///
/// @param first     text of a rulebook
/// @param second    text of a rulebook
/// @param data      what both are asked about
/// @param on        the day for which both are compiled; none: for each its first day in force
/// @param readings  reading by open point; of each version those that it has
/// @return the difference; never throws on any text
[[nodiscard]] Difference diff(std::string_view first, std::string_view second, const DiffData& data = {}, std::optional<Date> on = {},
                              const std::map<std::string, std::string>& readings = {});

/// @return "added", "removed" or "changed"
[[nodiscard]] std::string_view name(ClauseChange::Kind kind) noexcept;

}  // namespace biaochi
