#pragma once
/// @file
/// How a number that a text states is to be compared.

#include <string_view>

namespace biaochi {

/// How a number is to be compared. `about` (左右) states no bound: only at or above it is it met beyond doubt.
enum class Bound {
    at_least,   ///< 以上, 达到: the bound included
    more_than,  ///< 超过, 突破: the bound excluded
    at_most,    ///< 以内, 不超过: the bound included
    less_than,  ///< 不满: the bound excluded
    exactly,    ///< the number itself
    about,      ///< 左右
};

/// @return "at_least", "more_than", "at_most", "less_than", "exactly" or "about"
[[nodiscard]] std::string_view name(Bound bound) noexcept;

}  // namespace biaochi
