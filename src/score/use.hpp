#pragma once
/// @file
/// What a figure's status comes to in one leaf.

#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/plan.hpp"

namespace biaochi::detail {

/// What a leaf does with one figure.
enum class Use {
    value,    ///< take it
    unknown,  ///< any sensible value
    zero,     ///< nothing
    exclude,  ///< leave it out
    refuse,   ///< no score
    open,     ///< an open point is unread: treat it as unknown
};

[[nodiscard]] inline Use use_of(const std::optional<Treatment>& treatment) noexcept {
    if (!treatment) return Use::open;
    switch (*treatment) {
        case Treatment::use:
            return Use::value;
        case Treatment::unknown:
            return Use::unknown;
        case Treatment::zero:
            return Use::zero;
        case Treatment::exclude:
            return Use::exclude;
        case Treatment::refuse:
            return Use::refuse;
    }
    return Use::unknown;
}

[[nodiscard]] inline Use use_of(Status status, const ResolvedTreatments& treat) noexcept {
    switch (status) {
        case Status::reported:
            return Use::value;
        case Status::missing:
            return use_of(treat.missing);
        case Status::not_applicable:
            return use_of(treat.not_applicable);
        case Status::estimated:
            return use_of(treat.estimated);
        case Status::rejected:
            return use_of(treat.rejected);
    }
    return Use::unknown;
}

[[nodiscard]] inline bool is_unknown(Use use) noexcept { return use == Use::unknown || use == Use::open; }

}  // namespace biaochi::detail
