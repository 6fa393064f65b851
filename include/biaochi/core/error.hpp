#pragma once
/// @file
/// The one exception type: a broken promise of the caller, or a range that is exhausted.

#include <stdexcept>
#include <string>

namespace biaochi {

/// What promise was broken. Closed, permanent.
enum class ErrorCode {
    division_by_zero,  ///< a denominator or divisor is zero
    out_of_range,      ///< an argument is outside the range its documentation states
    wrong_ruleset,     ///< a record or scorecard was made for another ruleset
};

/// Thrown for a broken precondition; texts that are wrong are Issues, not errors.
class Error : public std::runtime_error {
public:
    /// @param code     which promise
    /// @param message  what was found and what was expected, in English
    Error(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
    /// @return which promise was broken
    [[nodiscard]] ErrorCode code() const noexcept { return code_; }

private:
    ErrorCode code_;
};

}  // namespace biaochi
