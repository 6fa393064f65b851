#pragma once
/// @file
/// The ways in which the open points behind a rule can be settled.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "biaochi/rulebook/rulebook.hpp"

namespace biaochi::detail {

/// A reading by open point; an empty text: left open.
using World = std::map<std::string, std::string>;

/// @return the open points that a leaf's method depends on
[[nodiscard]] std::set<std::string> open_points_of(const Method& method);

/// @return every combination of readings of these open points; one that has no adopted reading may also be left open
[[nodiscard]] std::vector<World> worlds_of(const Rulebook& rulebook, const std::set<std::string>& open_points);

/// @return the value of a choice in a world, or null where its open point is left open
template <class T>
[[nodiscard]] const T* settled(const Choice<T>& choice, const World& world) {
    const auto found = world.find(choice.open);
    const std::string reading = found == world.end() ? std::string() : found->second;
    if (!choice.stated() && reading.empty()) return nullptr;
    return find(choice.by, reading);
}

}  // namespace biaochi::detail
