#pragma once
/// @file
/// The values of a claim, from JSON.

#include <string>
#include <vector>

#include "biaochi/incentive/application.hpp"
#include "subject/desk.hpp"

namespace biaochi::detail {

/// Values with the indices of their words.
struct ReadValues {
    std::vector<feel::Value> values;
    std::vector<WordIndex> words;
};

/// Reads a number, or `{"value", "unit"}`, into a unit. Null where it is wrong.
/// @param unit   that it is wanted in; empty: none may be given
/// @param about  what it is, for the null
[[nodiscard]] feel::Value read_amount(Desk& desk, const json::Value& value, const std::string& unit, const std::string& where,
                                      const std::string& about);

/// Reads fields in the order of the rulebook; those that are not given are missing.
/// @param object  none: nothing is given
[[nodiscard]] ReadValues read_values(Desk& desk, const Named<SubjectField>& fields, const json::Value* object, const std::string& where);

/// @return the place of a word among those that the field lists, 1 for the best
[[nodiscard]] feel::Value place_of_word(const SubjectField& field, const feel::Value& word, WordIndex index);

/// @return a whole number within the range, or none with an issue
[[nodiscard]] std::optional<int> read_year(Desk& desk, const json::Value& value, const std::string& where);

}  // namespace biaochi::detail
