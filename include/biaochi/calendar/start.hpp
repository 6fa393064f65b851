#pragma once
/// @file
/// Which day a period of time is counted from: the day of the event, or the day after it.

namespace biaochi {

/// The start convention of a period.
enum class Start {
    same_day,  ///< the day of the event is the first day of the period
    next_day,  ///< the day after the event is the first day of the period, as in article 201 of the Civil Code
};

}  // namespace biaochi
