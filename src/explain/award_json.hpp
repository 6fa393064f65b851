#pragma once
/// @file
/// Awards as data.

#include "explain/award_words.hpp"
#include "json/writer.hpp"

namespace biaochi::detail {

/// Writes an application with its award as one object.
void write_award(json::Writer& out, const GrantScene& scene);

}  // namespace biaochi::detail
