#pragma once
/// @file
/// The quick way from a Python dict of figures, option lists and inventories to a Record.

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

/// A slot by the name that it has inside its fact: an option, or a level of an item.
struct NamedSlot {
    std::string name;
    std::size_t slot = 0;
};

/// An item with its levels.
struct NamedItem {
    std::string name;
    std::vector<NamedSlot> levels;
};

/// A fact that may be given whole: a list of options, or an inventory of items. Its slots stand side by side.
struct WholeFact {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<NamedSlot> options;  ///< of an options fact
    std::vector<NamedItem> items;    ///< of an items fact
};

/// What is found by an id.
template <class T>
using ById = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

/// The slots of a ruleset, and its facts of several slots, by id.
struct SlotIndex {
    ById<std::size_t> by_id;
    ById<WholeFact> whole;
    std::vector<SlotUse> use;
};

/// Lays out the lookup for a ruleset.
[[nodiscard]] SlotIndex make_slot_index(const Ruleset& rules);

/// Fills the cells of an empty record from `{slot: figure, fact: [option, …], fact: {item: {level: count}}}`.
/// @return false where anything else is met, good or bad; then the record is to be thrown away and read_records() asked
[[nodiscard]] bool fill_facts(const SlotIndex& slots, py::handle facts, Record& record);

}  // namespace biaochi::python
