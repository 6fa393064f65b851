#pragma once
/// @file
/// What the Python class Rulebook holds.

#include <memory>
#include <string>

#include "biaochi/rulebook/rulebook.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi::python {

/// A parsed rulebook, and its rules on the first day in force, which lay out the slots.
struct Book {
    Rulebook rulebook;
    Ruleset first_day;
    std::shared_ptr<const std::string> source;  ///< the text that was parsed
};

}  // namespace biaochi::python
