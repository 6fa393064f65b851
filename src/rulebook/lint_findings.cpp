/// @file
/// Findings in several worlds, told once each with the readings that they depend on.

#include <algorithm>
#include <array>

#include "rulebook/lint.hpp"

namespace biaochi::detail {

namespace {

/// Whether a set of worlds stays the same whatever reading this open point has.
bool independent_of(const std::string& open_point, const std::vector<World>& all, const std::set<std::size_t>& some) {
    std::set<World> inside;
    for (const std::size_t index : some) {
        World rest = all[index];
        rest.erase(open_point);
        inside.insert(rest);
    }
    const auto outside = [&](std::size_t index) {
        if (some.contains(index)) return false;
        World rest = all[index];
        rest.erase(open_point);
        return inside.contains(rest);
    };
    for (std::size_t index = 0; index < all.size(); ++index) {
        if (outside(index)) return false;
    }
    return true;
}

void append(std::string& list, std::string_view separator, const std::string& text) {
    if (!list.empty()) list += separator;
    list += text;
}

}  // namespace

void Findings::add(std::size_t world, Finding finding) {
    auto known = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.finding == finding; });
    if (known == entries_.end()) known = entries_.insert(known, Entry{std::move(finding), {}});
    known->worlds.insert(world);
}

std::string Findings::readings(const Entry& entry) const {
    std::vector<std::string> told;
    for (const std::size_t index : entry.worlds) {
        std::string one;
        for (const auto& [open_point, reading] : worlds_[index]) {
            if (reading.empty() || independent_of(open_point, worlds_, entry.worlds)) continue;
            append(one, ", ", open_point);
            one += '=';
            one += reading;
        }
        if (!one.empty() && std::find(told.begin(), told.end(), one) == told.end()) told.push_back(one);
    }
    std::string all;
    for (const std::string& one : told) append(all, "; ", one);
    return all;
}

void Findings::report(std::vector<Issue>& issues) const {
    for (const Entry& entry : entries_) {
        std::array<std::string, 6> details;
        std::copy(entry.finding.details.begin(), entry.finding.details.end(), details.begin());
        details.at(entry.finding.details.size()) = readings(entry);
        issues.push_back(
            make_issue(entry.finding.code, entry.finding.where, {details[0], details[1], details[2], details[3], details[4], details[5]}));
    }
}

std::string clause_of(std::initializer_list<const Provenance*> from) {
    for (const Provenance* provenance : from) {
        if (provenance == nullptr || !provenance->cite) continue;
        const Cite& cite = *provenance->cite;
        return cite.clause.empty() ? cite.source : cite.source + " " + cite.clause;
    }
    return {};
}

}  // namespace biaochi::detail
