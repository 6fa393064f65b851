/// @file
/// The names of bounds.

#include "biaochi/rulebook/bound.hpp"

#include <array>
#include <cstddef>

namespace biaochi {

std::string_view name(Bound bound) noexcept {
    constexpr std::array<std::string_view, 6> names{"at_least", "more_than", "at_most", "less_than", "exactly", "about"};
    return names[static_cast<std::size_t>(bound)];
}

}  // namespace biaochi
