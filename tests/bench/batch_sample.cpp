/// @file
/// Makes the table of twenty indicators.

#include "batch_sample.hpp"

#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>

#include "biaochi/rulebook/parse.hpp"

namespace sample {

namespace {

using namespace biaochi;

/// Where the bands of an indicator begin; the last one is taken to reach 1.4 times as far.
std::vector<double> ends_of(const PlanNode& node) {
    std::vector<double> ends;
    const auto& segments = std::get<SegmentRule>(node.rule).segments;
    ends.reserve(segments.size() + 1);
    for (const Segment& segment : segments) ends.push_back(segment.from.value_or(Number(0)).approximate());
    ends.push_back(ends.back() * 1.4);
    return ends;
}

bool same_bytes(const std::vector<double>& a, const std::vector<double>& b, std::size_t rows) {
    return std::memcmp(a.data(), b.data(), rows * sizeof(double)) == 0;
}

}  // namespace

const BatchScorer& twenty() {
    static const BatchScorer scorer = [] {
        std::ifstream file(BIAOCHI_ROOT "/tests/bench/twenty.json", std::ios::binary);
        const auto parsed = parse_rulebook(std::string(std::istreambuf_iterator<char>(file), {}));
        if (!parsed.rulebook) throw std::runtime_error("the rulebook of twenty indicators is not valid");
        return BatchScorer(compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value());
    }();
    return scorer;
}

Table::Table(std::size_t rows, double missing) {
    std::mt19937_64 chance(20);
    const auto share = [&chance] { return static_cast<double>(chance() >> 11) * 0x1p-53; };
    const auto& nodes = twenty().rules().nodes();
    figures_.reserve(nodes.size() - 1);
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        const std::vector<double> ends = ends_of(nodes[i]);
        std::vector<double> column(rows);
        for (double& value : column) {
            const std::size_t band = chance() % (ends.size() - 1);
            value = std::floor((ends[band] + share() * (ends[band + 1] - ends[band])) * 100) / 100;
            if (share() < missing) value = std::numeric_limits<double>::quiet_NaN();
        }
        figures_.push_back(std::move(column));
    }
}

std::vector<Column> Table::columns() const {
    std::vector<Column> columns(figures_.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].slot = std::get<SegmentRule>(twenty().rules().nodes()[i + 1].rule).slot;
        columns[i].values = figures_[i].data();
    }
    return columns;
}

Room::Room(std::size_t rows, bool with_parts) : low(rows), high(rows), class_low(rows), class_high(rows) {
    if (!with_parts) return;
    const std::size_t count = twenty().rules().nodes().size() - 1;
    parts.assign(count, std::vector<double>(rows));
    asked.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        asked[i].node = i + 1;
        asked[i].points.low = parts[i].data();
    }
}

BatchRequest Room::request(const std::vector<Column>& columns, std::size_t rows) {
    BatchRequest request;
    request.columns = columns;
    request.rows = rows;
    request.out.score.low = low.data();
    request.out.score.high = high.data();
    request.out.class_low = class_low.data();
    request.out.class_high = class_high.data();
    request.parts = asked;
    return request;
}

bool Room::same(const Room& other, std::size_t rows) const {
    const std::size_t bytes = rows * sizeof(std::int16_t);
    bool same = same_bytes(low, other.low, rows) && same_bytes(high, other.high, rows) &&
                std::memcmp(class_low.data(), other.class_low.data(), bytes) == 0 &&
                std::memcmp(class_high.data(), other.class_high.data(), bytes) == 0;
    for (std::size_t i = 0; i < parts.size(); ++i) same = same && same_bytes(parts[i], other.parts[i], rows);
    return same;
}

}  // namespace sample
