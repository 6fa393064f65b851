#pragma once
/// @file
/// The quick way from a Python dict of plain figures to a Record.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "bindings.hpp"

namespace biaochi::python {

/// Hashes texts and views alike, so that a lookup makes no copy.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

/// What the quick way does with a slot's figure.
enum class SlotUse : unsigned char {
    number,  ///< takes a number
    option,  ///< takes a number or a bool
    slow,    ///< is left to read_records()
};

/// The slots of a ruleset by id.
struct SlotIndex {
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> by_id;
    std::vector<SlotUse> use;
};

/// Lays out the lookup for a ruleset.
[[nodiscard]] SlotIndex make_slot_index(const Ruleset& rules);

/// Fills the cells of an empty record from `{slot: figure}`.
/// @return false where anything is not a plain figure of a known slot; then the record is to be thrown away
[[nodiscard]] bool fill_facts(const SlotIndex& slots, py::handle facts, Record& record);

}  // namespace biaochi::python
