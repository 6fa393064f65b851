#pragma once
/// @file
/// From the Python values that Rules.score and Rules.score_table take to records.

#include <string>
#include <vector>

#include "biaochi/record/record.hpp"
#include "bindings.hpp"
#include "rules.hpp"

namespace biaochi::python {

/// Takes one record, or its facts alone.
/// @throws DataError with every issue; places start at what was handed in
[[nodiscard]] Record take_record(const Rules& rules, py::handle value);

/// Takes a list of records, or `{"records": [...]}`.
/// @throws DataError with every issue
[[nodiscard]] std::vector<Record> take_records(const Rules& rules, py::handle value);

/// Takes records in JSON.
/// @throws DataError with every issue
[[nodiscard]] std::vector<Record> read_json(const Rules& rules, const std::string& json);

}  // namespace biaochi::python
