/// @file
/// Settling open points: the user's readings before the adopted ones.

#include "ruleset/choices.hpp"

#include <algorithm>

#include "json/value.hpp"
#include "rulebook/reader.hpp"

namespace biaochi::detail {

bool readings_are_all(const OpenPoint& point) {
    return point.readings.size() > 1 && std::none_of(point.readings.begin(), point.readings.end(),
                                                     [](const auto& reading) { return reading.second.status == "illustrative"; });
}

Choices::Choices(const Rulebook& book, const std::map<std::string, std::string>& chosen, std::vector<Issue>& issues) : book_(book) {
    std::vector<std::string> names;
    for (const auto& [id, point] : book.open) {
        if (point.settled_by != SettledBy::reading) continue;
        names.push_back(id);
        readings_.push_back({id, point.adopted, !point.adopted.empty()});
    }
    for (const auto& [open, reading] : chosen) {
        const std::string where = json::child("/open", open);
        const OpenPoint* point = find(book.open, open);
        if (point == nullptr || point->settled_by != SettledBy::reading) {
            issues.push_back(make_issue(IssueCode::unknown_open_point, where, {open, nearest_or_all(open, names)}));
            continue;
        }
        if (reading != "none" && find(point->readings, reading) == nullptr) {
            std::vector<std::string> known = names_of(point->readings);
            known.emplace_back("none");
            std::string all;
            for (const std::string& name : known) all += all.empty() ? name : ", " + name;
            issues.push_back(make_issue(IssueCode::unknown_reading, json::child(where, reading), {reading, all}));
            continue;
        }
        for (ChosenReading& entry : readings_) {
            if (entry.open == open) entry = {open, reading == "none" ? std::string() : reading, false};
        }
    }
}

const std::string& Choices::reading_of(const std::string& open) const {
    static const std::string none = "none";
    for (const ChosenReading& entry : readings_) {
        if (entry.open == open) return entry.reading.empty() ? none : entry.reading;
    }
    return none;
}

Resolved<std::string> Choices::resolve(const std::string& open, const std::vector<std::string>& readings) const {
    const std::string& chosen = reading_of(open);
    for (const std::string& reading : readings) {
        if (reading == chosen) return {&reading, no_index};
    }
    return {nullptr, index_of(open)};
}

std::size_t Choices::index_of(const std::string& open) const {
    for (std::size_t i = 0; i < book_.open.size(); ++i) {
        if (book_.open[i].first == open) return i;
    }
    return no_index;
}

}  // namespace biaochi::detail
