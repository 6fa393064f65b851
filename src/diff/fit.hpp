#pragma once
/// @file
/// Data made to fit a version: figures and fields that it does not know are left out, so that both versions can be asked about the same
/// data.

#include <string>
#include <string_view>

#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi::detail {

/// @param records  JSON as read_records() takes it
/// @return the same without facts that the rulebook does not have; the text itself where it is no JSON
[[nodiscard]] std::string fit_records(const Rulebook& book, std::string_view records);

/// @param subjects  JSON as read_subjects() takes it
/// @return the same without fields, members and judgements that the rulebook does not have; the text itself where it is no JSON
[[nodiscard]] std::string fit_subjects(const Rulebook& book, std::string_view subjects);

/// @param applications  JSON as read_applications() takes it
/// @return the same without claims and fields that the rulebook does not have; the text itself where it is no JSON
[[nodiscard]] std::string fit_applications(const Rulebook& book, std::string_view applications);

}  // namespace biaochi::detail
