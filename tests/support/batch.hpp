#pragma once
/// @file
/// Tables of figures for tests of columns: on a grid, anywhere, at edges and next to them, missing, wrong.

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "batch/edges.hpp"
#include "biaochi/batch/batch.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace biaochi::support {

inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();

inline std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// @return the rules of a rulebook below the repository's root; readings of points that it does not have are left out; none without a score
inline std::optional<Ruleset> compiled(const std::string& path, std::map<std::string, std::string> readings = {}) {
    const ParsedRulebook parsed = parse_rulebook(text_of(std::filesystem::path(BIAOCHI_ROOT) / path));
    if (!parsed.rulebook || !parsed.rulebook->score) return std::nullopt;
    std::erase_if(readings, [&](const auto& reading) { return find(parsed.rulebook->open, reading.first) == nullptr; });
    return compile(*parsed.rulebook, parsed.rulebook->effective.from, readings).rules;
}

/// A table of doubles by slot.
using Table = std::vector<std::vector<double>>;

inline std::vector<Column> columns_of(const Table& table) {
    std::vector<Column> columns;
    for (std::size_t slot = 0; slot < table.size(); ++slot) {
        Column column;
        column.slot = slot;
        column.values = table[slot].data();
        columns.push_back(column);
    }
    return columns;
}

/// The doubles around every edge that a slot knows, and what lies between.
inline std::vector<double> interesting(const Ruleset& rules, std::size_t slot) {
    std::set<double> values{0, 1, 2, 0.5, 0.1, 3.14, 1e6};
    const auto put = [&](const Number& edge) {
        const double at = detail::first_at_or_above(edge);
        for (const double value : {at, std::nextafter(at, -1e300), std::nextafter(at, 1e300), edge.approximate()}) values.insert(value);
    };
    const Slot& place = rules.slots()[slot];
    if (place.min) put(*place.min);
    if (place.max) put(*place.max);
    for (const PlanNode& node : rules.nodes()) {
        const auto* rule = std::get_if<SegmentRule>(&node.rule);
        if (rule == nullptr || rule->slot != slot) continue;
        for (const Segment& segment : rule->segments) {
            if (segment.from) put(*segment.from);
            if (segment.to) put(*segment.to);
            if (segment.from && segment.to) values.insert(((*segment.from + *segment.to) * Number(1, 2)).approximate());
        }
    }
    return {values.begin(), values.end()};
}

/// A figure that a slot may have: on a grid, anywhere, at an edge, missing, now and then wrong.
class Figures {
public:
    Figures(const Ruleset& rules, unsigned seed) : random_(seed) {
        for (std::size_t slot = 0; slot < rules.slots().size(); ++slot) {
            const Slot& place = rules.slots()[slot];
            Range range;
            range.values = interesting(rules, slot);
            range.least = place.min ? place.min->approximate() : 0;
            range.most = place.max ? place.max->approximate() : *range.values.rbegin();
            for (const double value : range.values) {
                if (!place.max && value < 1e6) range.most = std::max(1.0, value * 1.5);
            }
            range.whole = place.whole;
            ranges_.push_back(range);
        }
    }

    Table table(std::size_t rows, double missing_share, double edge_share, double wrong_share) {
        Table table(ranges_.size(), std::vector<double>(rows));
        for (std::size_t slot = 0; slot < ranges_.size(); ++slot) {
            for (double& value : table[slot]) value = one(ranges_[slot], missing_share, edge_share, wrong_share);
        }
        return table;
    }

private:
    struct Range {
        std::vector<double> values;
        double least = 0;
        double most = 1;
        bool whole = false;
    };

    double chance() { return std::uniform_real_distribution<double>(0, 1)(random_); }

    double one(const Range& range, double missing_share, double edge_share, double wrong_share) {
        if (chance() < missing_share) return missing;
        if (chance() < wrong_share) return chance() < 0.5 ? -1.5 : std::numeric_limits<double>::infinity();
        if (chance() < edge_share) {
            const double value = range.values[random_() % range.values.size()];
            const bool fits = value >= range.least && value <= range.most && (!range.whole || value == std::floor(value));
            if (fits || chance() < wrong_share) return value;
        }
        double value = range.least + (range.most - range.least) * chance();
        if (range.whole) return std::floor(value);
        const double grid = std::pow(10, static_cast<double>(random_() % 4));
        return chance() < 0.5 ? value : std::floor(value * grid) / grid;
    }

    std::mt19937 random_;
    std::vector<Range> ranges_;
};

}  // namespace biaochi::support
