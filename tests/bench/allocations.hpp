#pragma once
/// @file
/// Counts the allocations of the whole program.

#include <cstddef>

/// @return how many times memory was asked for since the program began
[[nodiscard]] std::size_t allocations() noexcept;
