/// @file
/// The ways in which the open points behind a rule can be settled.

#include "rulebook/worlds.hpp"

#include <utility>

namespace biaochi::detail {

namespace {

constexpr std::size_t most_worlds = 512;  // beyond it only the first way of each further open point is looked at

using Names = std::set<std::string>;

void collect(const std::monostate&, Names&) {}
void collect(const Judged&, Names&) {}
void collect(const Ratio& ratio, Names& names) { names.insert(ratio.standard.open); }
void collect(const Efficacy& efficacy, Names& names) { names.insert(efficacy.standards.open); }

void collect(const Goalposts& posts, Names& names) {
    names.insert(posts.from.open);
    names.insert(posts.to.open);
}

void collect(const Bands& bands, Names& names) {
    names.insert(bands.inside.open);
    for (const Band& row : bands.rows) names.insert(row.points.open);
}

void collect(const Items& items, Names& names) {
    for (const ItemLine& line : items.lines) {
        for (const auto& [level, limit] : line.at_most) names.insert(limit.open);
    }
}

void collect(const Options& options, Names& names) {
    for (const OptionGroup& group : options.groups) names.insert(group.choose.open);
}

std::vector<std::string> ways_to_settle(const Rulebook& rulebook, const std::string& id) {
    std::vector<std::string> ways;
    const OpenPoint* open = find(rulebook.open, id);
    if (open != nullptr) {
        for (const auto& reading : open->readings) ways.push_back(reading.first);
    }
    if (open == nullptr || open->adopted.empty()) ways.emplace_back();
    return ways;
}

}  // namespace

std::set<std::string> open_points_of(const Method& method) {
    Names names;
    std::visit([&names](const auto& each) { collect(each, names); }, method);
    names.erase(std::string());  // what is stated depends on none
    return names;
}

std::vector<World> worlds_of(const Rulebook& rulebook, const std::set<std::string>& open_points) {
    std::vector<World> worlds{World{}};
    for (const std::string& id : open_points) {
        std::vector<std::string> ways = ways_to_settle(rulebook, id);
        if (worlds.size() * ways.size() > most_worlds) ways.resize(1);
        std::vector<World> next;
        for (const World& world : worlds) {
            for (const std::string& reading : ways) next.emplace_back(world).emplace(id, reading);
        }
        worlds = std::move(next);
    }
    return worlds;
}

}  // namespace biaochi::detail
