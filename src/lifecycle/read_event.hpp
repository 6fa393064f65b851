#pragma once
/// @file
/// Reading one event, and the values of fields.

#include <optional>
#include <string>
#include <vector>

#include "biaochi/lifecycle/case.hpp"
#include "json/value.hpp"
#include "rulebook/reader.hpp"

namespace biaochi::detail {

/// Reads the value of a field; null stands for one that is not known.
/// @param path  what an unknown value is about
feel::Value read_field_value(Context& context, const json::Value& value, const std::string& pointer, const SubjectField& field,
                             const std::string& path);

/// Reads an event. @return none where its case, date or event cannot be told
std::optional<DatedEvent> read_event(Context& context, const json::Value& value, const std::string& pointer);

}  // namespace biaochi::detail
