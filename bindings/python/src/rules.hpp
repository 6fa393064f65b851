#pragma once
/// @file
/// Compiled rules as the Python class Rules holds them.

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "biaochi/batch/batch.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "bindings.hpp"
#include "book.hpp"
#include "facts.hpp"

namespace biaochi::python {

/// A ruleset with what Python needs beside it; shared by its scorecards.
struct Rules {
    Ruleset ruleset;
    SlotIndex slots;
    std::shared_ptr<const std::string> source;    ///< the rulebook's text
    std::map<std::string, std::string> readings;  ///< as they were asked for, by open point
    mutable std::optional<BatchScorer> batch{};   ///< made when columns first come in; the interpreter's lock guards it

    /// @return the rules made ready for columns
    /// @throws Error where they have no score tree
    [[nodiscard]] const BatchScorer& scorer() const {
        if (!batch) batch.emplace(ruleset);
        return *batch;
    }
};

/// Compiles a rulebook.
/// @throws RulebookError with issues not_in_force, unknown_open_point, unknown_reading, bad_date
[[nodiscard]] std::shared_ptr<Rules> make_rules(const Book& book, const std::string& on,
                                                const std::map<std::string, std::string>& readings);

}  // namespace biaochi::python
