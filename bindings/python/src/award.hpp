#pragma once
/// @file
/// Awards in Python.

#include <memory>
#include <string>

#include "bindings.hpp"
#include "rules.hpp"

namespace biaochi::python {

/// Applications with what they are awarded, which can be given again in words.
struct AskedAward {
    std::shared_ptr<Rules> rules;
    std::string applications;
    std::string unit;
    std::string json;
};

/// Rules.award.
[[nodiscard]] std::shared_ptr<AskedAward> award_of(const std::shared_ptr<Rules>& rules, py::handle applications, const std::string& unit);

}  // namespace biaochi::python
