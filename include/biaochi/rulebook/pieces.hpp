#pragma once
/// @file
/// The pieces that occur everywhere in a rulebook: named lists, citations, choices between readings.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/core/text.hpp"

namespace biaochi {

/// A list whose order is the document's, with a name for each entry.
template <class T>
using Named = std::vector<std::pair<std::string, T>>;

/// Where a rule comes from: a clause of a declared source, and the ledger ids it is filed under.
struct Cite {
    std::string source;               ///< id of a Source
    std::string clause;               ///< heading path, article or line, as in the source
    std::vector<std::string> ledger;  ///< permanent ids, for example "S1D-I04", "DEF-15"
};

/// Words that the source misprints, kept beside how they are read.
struct Misprint {
    std::string printed;
    std::string read_as;
    std::string confidence;  ///< "certain", "likely" or "doubtful"
    Text because;
    std::vector<std::string> ledger;
};

/// What every cited thing of a rulebook carries.
struct Provenance {
    std::optional<Cite> cite;
    std::vector<Misprint> misprints;
    Text note;
};

/// A value that the text states, or that depends on how an open point is read.
template <class T>
struct Choice {
    std::string open;                           ///< id of an OpenPoint; empty: the text states the value
    std::vector<std::pair<std::string, T>> by;  ///< value by reading; one entry with an empty name when stated

    Choice() = default;
    /// A stated value.
    explicit Choice(T stated) { by.emplace_back(std::string(), std::move(stated)); }
    /// @return whether the text states the value
    [[nodiscard]] bool stated() const noexcept { return open.empty(); }
};

/// @return the entry of that name, or null
template <class T>
[[nodiscard]] const T* find(const Named<T>& entries, std::string_view name) noexcept {
    for (const auto& entry : entries) {
        if (entry.first == name) return &entry.second;
    }
    return nullptr;
}

}  // namespace biaochi
