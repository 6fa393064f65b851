#pragma once
/// @file
/// What is known of one subject on one day: the values that conditions and lifecycles are evaluated on.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/feel/value.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

/// What a person said of a judged condition.
struct JudgedAnswer {
    bool met = false;
    std::string evidence;
    std::string by;
};

/// One subject. A value that was not given is null with cause missing_fact, about its path: `area`, `counties.Alpha.class`,
/// `history.2022.score`, `counties.Alpha.history.2022.rank`.
struct Subject {
    std::string region;
    std::string label;  ///< shown wherever the subject is, for example "synthetic"
    Date on;
    std::vector<feel::Value> inputs;             ///< by the slots of subject_scope()
    std::map<std::string, JudgedAnswer> judged;  ///< by condition
};

/// @return a subject of which nothing is known, on the day of the rules
[[nodiscard]] Subject empty_subject(const Ruleset& rules);

/// Subjects, and everything that is wrong with what they were read from.
struct ReadSubjects {
    std::vector<Subject> subjects;  ///< complete only when no issue is an error
    std::vector<Issue> issues;      ///< place as JSON Pointer, `/subjects/3/members/counties/0/fields/class`
};

/// Reads subjects strictly: every key must be known, every value of the kind and among the words that the rulebook declares.
///
/// A year between the first one given and the year of `on` that is not given is there with unknown values.
///
/// @param rules  the rules that they will be checked by
/// @param json   one subject, a list of them, or `{"subjects": […]}`; docs/reference/conditions.md describes it
/// @return the subjects, and all issues; never throws on any text
[[nodiscard]] ReadSubjects read_subjects(const Ruleset& rules, std::string_view json);

}  // namespace biaochi
