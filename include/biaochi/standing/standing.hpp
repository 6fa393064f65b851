#pragma once
/// @file
/// Classes and ranks, exact even where scores are intervals.

#include <cstddef>
#include <span>
#include <vector>

#include "biaochi/core/interval.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/score/score.hpp"

namespace biaochi {

/// Where one subject stands among those that it is ranked with.
struct Standing {
    std::vector<std::size_t> classes;  ///< every class still possible, best first, as indices into Ruleset::cuts(); one when decided
    bool ranked = false;               ///< false where there is no score to rank
    Number best;                       ///< the best rank still possible, 1 or more; halves occur with average ties
    Number worst;                      ///< the worst one
};

/// Finds the classes that a score may fall in.
/// @param rules  rules with classes
/// @param score  the root's points
/// @return indices into Ruleset::cuts(), best first; empty where there are no cuts
[[nodiscard]] std::vector<std::size_t> classify(const Ruleset& rules, const Interval& score);

/// Ranks records against each other, within each period and, where the rulebook says so, each peer group.
///
/// Subjects are independent: a rank interval holds every rank that some choice of values in the scores' intervals gives.
///
/// @param rules    the rules of all cards
/// @param records  one a subject and period
/// @param cards    one a record, as score() filled them
/// @return one a record
[[nodiscard]] std::vector<Standing> standings(const Ruleset& rules, std::span<const Record> records, std::span<const Scorecard> cards);

}  // namespace biaochi
