#pragma once
/// @file
/// A ledger: the permanent ids under which the rules and defects of sources are filed.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"

namespace biaochi {

/// An id of a ledger.
struct LedgerId {
    std::string id;
    std::size_t line = 0;  ///< of its row, from 1
};

/// The ids of a ledger, in its order, each once.
struct Ledger {
    std::vector<LedgerId> ids;
};

/// A ledger, and what is wrong with its text.
struct ParsedLedger {
    std::optional<Ledger> ledger;  ///< set only when no issue is an error
    std::vector<Issue> issues;     ///< with their lines: bad_value, repeated_id, empty_list
};

/// Reads the ids of a ledger written in Markdown: the first column of its tables.
///
/// The first cell of a table's header is `id` or `DEF`, and each row begins with one id: capitals and digits, a hyphen, letters and a
/// number (`S1C-57a`, `S1D-I04`, `DEF-02`). A table whose header begins with `#` has numbered rows; its ids are those that the heading
/// above it ranges over, as in `(S0-I01 … S0-I25)`. Other tables, and what stands outside tables, are no part of the ledger.
///
/// @param markdown  UTF-8
[[nodiscard]] ParsedLedger parse_ledger(std::string_view markdown);

/// @return what stands before the hyphen: "S1D" of "S1D-I04", "DEF" of "DEF-02"
[[nodiscard]] std::string_view source_of(std::string_view ledger_id) noexcept;

}  // namespace biaochi
