#pragma once
/// @file
/// A figure with what was handed in beside it: status, unit, evidence.

#include <string>
#include <string_view>

#include "json/value.hpp"
#include "record/sheet.hpp"

namespace biaochi::detail {

/// What `{"value": …, "status": …, "unit": …, "evidence": …}` says; a bare value says it with the defaults.
struct Figure {
    const json::Value* value = nullptr;  ///< none where it is null or not there
    Status status = Status::missing;
    std::string unit;
    std::string evidence;
    std::string place;       ///< of the value
    std::string unit_place;  ///< of the unit
};

/// What holds for a figure that does not say it itself: that of the inventory it stands in.
struct Defaults {
    Status status = Status::reported;
    std::string unit;
    std::string unit_place;
    std::string evidence;
};

/// Whether an object is a figure with its status, and not a set of things named @p names.
template <class T>
[[nodiscard]] bool is_figure(const json::Value& value, const Named<T>& names) {
    if (value.kind != json::Kind::object) return false;
    for (const std::string_view key : {"value", "status"}) {
        if (value.find(key) != nullptr && find(names, key) == nullptr) return true;
    }
    return false;
}

/// Takes a figure apart. @p wrapped: it is an object with keys of its own.
[[nodiscard]] Figure unwrap(Sheet& sheet, const json::Value& value, const std::string& where, bool wrapped, const Defaults& defaults = {});

}  // namespace biaochi::detail
