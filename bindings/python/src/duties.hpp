#pragma once
/// @file
/// Duties of bodies in Python.

#include <memory>
#include <optional>
#include <string>

#include "biaochi/calendar/date.hpp"
#include "bindings.hpp"
#include "rules.hpp"

namespace biaochi::python {

/// A question about duties with its answer, which can be given again in words.
struct AskedDuties {
    std::shared_ptr<Rules> rules;
    std::optional<std::string> unit;
    Date on{};
    std::string json;
};

/// Rules.duties.
/// @throws DataError with issues missing_key, unknown_body, bad_date
[[nodiscard]] std::shared_ptr<AskedDuties> duties(const std::shared_ptr<Rules>& rules, const std::optional<std::string>& unit,
                                                  py::handle on);

}  // namespace biaochi::python
