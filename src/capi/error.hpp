#pragma once
/// @file
/// Fills a caller's biaochi_error. Nothing here allocates or throws; every function takes a null error.

#include <span>
#include <string_view>

#include "biaochi/biaochi.h"
#include "biaochi/core/issue.hpp"

namespace biaochi::capi {

/// Says what went wrong in both languages, the code being the status's name.
/// @return @p status
biaochi_status failed(biaochi_error* error, biaochi_status status, std::string_view en, std::string_view zh) noexcept;

/// Says that a value is needed where NULL was given.
/// @param argument  its name in biaochi.h
/// @return BIAOCHI_STATUS_BAD_ARGUMENT
biaochi_status null_argument(biaochi_error* error, std::string_view argument) noexcept;

/// Says that an argument is not one of the words allowed.
/// @param argument  its name in biaochi.h
/// @param allowed   the words, for a person to read
/// @return BIAOCHI_STATUS_BAD_ARGUMENT
biaochi_status bad_word(biaochi_error* error, std::string_view argument, std::string_view allowed) noexcept;

/// Copies the first issue that is an error.
/// @param issues  at least one
/// @return BIAOCHI_STATUS_ISSUES
biaochi_status wrong_text(biaochi_error* error, std::span<const Issue> issues) noexcept;

}  // namespace biaochi::capi
