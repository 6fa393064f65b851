/// @file
/// Statuses and empty records.

#include "biaochi/record/record.hpp"

#include <array>

namespace biaochi {
namespace {

/// In the order of the enumeration.
constexpr std::array<std::string_view, 5> status_names{"missing", "reported", "not_applicable", "estimated", "rejected"};

}  // namespace

std::string_view name(Status status) noexcept { return status_names[static_cast<std::size_t>(status)]; }

std::optional<Status> status(std::string_view name) noexcept {
    for (std::size_t i = 0; i < status_names.size(); ++i) {
        if (status_names[i] == name) return static_cast<Status>(i);
    }
    return std::nullopt;
}

Record empty_record(const Ruleset& rules) {
    Record record;
    record.cells.resize(rules.slots().size());
    return record;
}

}  // namespace biaochi
