#pragma once
/// @file
/// From the Python values that Rules.score and Rules.score_table take to records.

#include <optional>
#include <string>
#include <vector>

#include "biaochi/record/record.hpp"
#include "bindings.hpp"
#include "rules.hpp"

namespace biaochi::python {

/// Takes a record that is plainly right, or its facts alone, without a word where it is not.
[[nodiscard]] std::optional<Record> take_plain_record(const Rules& rules, py::handle value);

/// Takes one record, or its facts alone, thoroughly.
/// @throws DataError with every issue; places start at what was handed in
[[nodiscard]] Record take_record(const Rules& rules, py::handle value);

/// Takes a list of records, or `{"records": [...]}`.
/// @throws DataError with every issue
[[nodiscard]] std::vector<Record> take_records(const Rules& rules, py::handle value);

/// Takes records in JSON.
/// @throws DataError with every issue
[[nodiscard]] std::vector<Record> read_json(const Rules& rules, const std::string& json);

}  // namespace biaochi::python
