#pragma once
/// @file
/// What could be the case: sets of values that figures and words may have, as far as intervals and lists of words tell.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "biaochi/core/number.hpp"

namespace biaochi::detail {

/// The values that one name may have: numbers of an interval, or words.
struct Possible {
    std::optional<Number> low;
    std::optional<Number> high;
    bool low_included = true;
    bool high_included = true;
    bool whole = false;                          ///< only whole numbers
    std::optional<std::set<std::string>> words;  ///< only these; none: any
    std::set<std::string> not_words;
};

/// @return the values that both allow
[[nodiscard]] Possible meet(const Possible& a, const Possible& b);

/// @return whether no number, or no word, is left
[[nodiscard]] bool is_empty(const Possible& values);

/// @return a number that is allowed; none where none is found
[[nodiscard]] std::optional<Number> some_number(const Possible& values);

/// @return a word that is allowed; none where none is found
[[nodiscard]] std::optional<std::string> some_word(const Possible& values);

/// What holds at the same time, by name. Names that are not there may have any value.
using Situation = std::map<std::string, Possible>;

/// Situations of which one must be the case, at least the possible ones: what is not in any of them cannot be. Empty: it cannot be at all.
using Situations = std::vector<Situation>;

/// @return the situations without a bound
[[nodiscard]] inline Situations anything() { return {Situation{}}; }

/// @return the situations of either
[[nodiscard]] Situations either(Situations a, const Situations& b);

/// @return the situations that are possible in both; anything() where they are too many
[[nodiscard]] Situations both(const Situations& a, const Situations& b);

/// When something is true, and when it is false. Where it is not known it is neither.
struct Truth {
    Situations holds;
    Situations fails;
};

/// @return of what nothing is known
[[nodiscard]] inline Truth unknown_truth() { return {anything(), anything()}; }
[[nodiscard]] Truth both(const Truth& a, const Truth& b);
[[nodiscard]] Truth either(const Truth& a, const Truth& b);
/// @return of what is one or the other, it is not known which
[[nodiscard]] Truth one_of(const Truth& a, const Truth& b);

}  // namespace biaochi::detail
