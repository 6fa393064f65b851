#pragma once
/// @file
/// Which reading each open point has, and what a choice comes to under it.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi::detail {

/// The value of a choice, or the open point that keeps it unknown.
template <class T>
struct Resolved {
    const T* value = nullptr;
    std::size_t open = no_index;
};

/// @return whether the readings of an open point can be taken for all that the text may mean: two or more, none of them an illustration
[[nodiscard]] bool readings_are_all(const OpenPoint& point);

/// The readings that hold.
class Choices {
public:
    /// Takes the user's readings, then the adopted ones; reports names that do not exist.
    Choices(const Rulebook& book, const std::map<std::string, std::string>& chosen, std::vector<Issue>& issues);

    [[nodiscard]] const std::vector<ChosenReading>& readings() const noexcept { return readings_; }

    /// Looks a choice up.
    /// @pre it has a value: the parser refuses a stated choice without one, and a choice among no readings
    template <class T>
    [[nodiscard]] Resolved<T> resolve(const Choice<T>& choice) const {
        if (choice.stated()) return {&choice.by.front().second, no_index};
        const std::string& reading = reading_of(choice.open);
        for (const auto& [name, value] : choice.by) {
            if (name == reading) return {&value, no_index};
        }
        return {nullptr, index_of(choice.open)};
    }

    /// Looks up which of the readings of an open point holds.
    [[nodiscard]] Resolved<std::string> resolve(const std::string& open, const std::vector<std::string>& readings) const;

private:
    [[nodiscard]] const std::string& reading_of(const std::string& open) const;
    [[nodiscard]] std::size_t index_of(const std::string& open) const;

    const Rulebook& book_;
    std::vector<ChosenReading> readings_;
};

}  // namespace biaochi::detail
