/// @file
/// Terms, coefficients and the bound; docs/decisions/0016-what-if.md derives it.

#include "whatif/linear.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "whatif/data.hpp"
#include "whatif/loops.hpp"

namespace biaochi::detail {
namespace {

constexpr double unit = 0x1p-53;    ///< one rounding changes a value by at most this part of it
constexpr double upward = 1.0001;   ///< makes a maximum that was computed in doubles safe
constexpr double most_units = 1e6;  ///< of roundings, so that their products may be left out
constexpr double largest = 1e150;   ///< beyond it, and below its inverse, products could leave the range in which doubles are that precise
constexpr double tiny = 1e-290;     ///< what falls below that range all the same

/// What is known of a coefficient over all draws.
struct Size {
    double most = 1;   ///< its largest value
    double least = 1;  ///< its smallest one
    double units = 0;  ///< its relative error, in units
};

/// @return whether products of two such numbers keep their precision
bool in_range(double least, double most) { return least >= 1 / largest && most <= largest; }

/// Builds a Linear.
class Builder {
public:
    Builder(const Ruleset& rules, const std::vector<Record>& records, const std::vector<Scorecard>& cards,
            const std::vector<Variation>& variations, const Changes& changes)
        : dense_(rules.rulebook().ranking.ties == Ties::dense),
          nodes_(rules.nodes()),
          records_(records),
          cards_(cards),
          variations_(variations),
          changes_(changes) {}

    Linear build(const Cohorts& cohorts);

private:
    bool add_group(std::size_t group, std::size_t coefficient);
    bool add_part(std::size_t part, const Size& size, CoefficientStep::Out& out);
    bool add_constant(std::size_t part, const Number& times, std::vector<Number>& row) const;
    std::size_t add_coefficient(const Size& size);
    void add_term(std::size_t coefficient, std::size_t leaf, std::vector<Number> row);
    bool add_leaf(std::size_t leaf, std::size_t coefficient);
    void lay_rows(const Cohorts& cohorts);
    [[nodiscard]] std::int64_t weight_of(const Row& row) const { return dense_ ? 1 : static_cast<std::int64_t>(row.records.size()); }
    [[nodiscard]] std::optional<Number> constant(std::size_t record, std::size_t node) const;
    [[nodiscard]] std::vector<Number> key_of(std::size_t record) const;
    void settle_bound();

    const bool dense_;
    const std::vector<PlanNode>& nodes_;
    const std::vector<Record>& records_;
    const std::vector<Scorecard>& cards_;
    const std::vector<Variation>& variations_;
    const Changes& changes_;
    Linear linear_;
    bool precise_ = true;  ///< no coefficient, nor what it is computed from, comes near the ends of the range of doubles
    std::vector<Size> sizes_{Size{}};
    std::vector<std::vector<Number>> exact_;  ///< by term: the points of each record; of a leaf that a draw changes the unvaried ones
};

bool decided(const NodeOutcome& outcome) { return outcome.state == NodeState::scored && outcome.points.decided(); }

/// What a group passes on to its parts, and how large that is.
struct Passed {
    Size varied;
    Size rest;
};

/// Follows the computation in Estimate::coefficients(): each operation adds a unit, a sum of m weights m, a difference what cancels.
Passed pass_on(const CoefficientStep& step, const Size& base, double least_drawn, double most_drawn) {
    const double count = static_cast<double>(step.varied.size());
    const double drawn = 6 + count;
    Passed passed{{base.most, base.least, base.units + 4}, {base.most, base.least, base.units + 4}};
    if (step.rescale && step.rest_whole <= 0) {
        passed.varied.most *= step.whole / least_drawn * upward;
        passed.varied.least *= step.whole / most_drawn / upward;
        passed.varied.units += drawn + 2;
    } else if (step.rescale) {
        const double gap = step.whole - most_drawn * upward;
        passed.rest.most *= (step.whole - least_drawn / upward) / step.rest_whole * upward;
        passed.rest.least *= gap / step.rest_whole / upward;
        passed.rest.units += 2.0 * step.whole * (drawn + 2) / gap + 3;
        if (!(gap > 0)) passed.rest.units = std::numeric_limits<double>::infinity();
    }
    if (!step.mean) return passed;
    const double divisor = step.rescale || count == 0 ? step.whole : least_drawn + step.rest_whole;
    const double most_divisor = step.rescale || count == 0 ? step.whole : most_drawn + step.rest_whole;
    const double units = step.rescale || count == 0 ? 2 : drawn + 3;
    for (Size* size : {&passed.varied, &passed.rest}) {
        size->most /= divisor / upward;
        size->least /= most_divisor * upward;
        size->units += units;
    }
    return passed;
}

std::size_t Builder::add_coefficient(const Size& size) {
    precise_ = precise_ && in_range(size.least, size.most);
    sizes_.push_back(size);
    return linear_.coefficients++;
}

void Builder::add_term(std::size_t coefficient, std::size_t leaf, std::vector<Number> row) {
    LinearTerm term;
    term.coefficient = coefficient;
    term.leaf = leaf;
    for (const Number& points : row) term.most = std::max(term.most, std::abs(points.approximate()) * upward);
    linear_.terms.push_back(term);
    exact_.push_back(std::move(row));
}

/// Adds the points of a part that no draw changes to a row.
bool Builder::add_constant(std::size_t part, const Number& times, std::vector<Number>& row) const {
    for (std::size_t i = 0; i < cards_.size(); ++i) {
        const NodeOutcome& outcome = cards_[i].nodes[part];
        if (!decided(outcome)) return false;
        row[i] += outcome.points.low * times;
    }
    return true;
}

/// A leaf whose points change in some records; its unvaried ones must be decided in all.
bool Builder::add_leaf(std::size_t leaf, std::size_t coefficient) {
    std::vector<Number> row(cards_.size());
    if (!add_constant(leaf, Number(1), row)) return false;
    add_term(coefficient, leaf, std::move(row));
    double& most = linear_.terms.back().most;
    const Interval& bounds = nodes_[leaf].bounds;
    most = std::max({most, std::abs(bounds.low.approximate()) * upward, std::abs(bounds.high.approximate()) * upward});
    if (const auto* rule = std::get_if<SegmentRule>(&nodes_[leaf].rule)) {
        for (const Segment& segment : rule->segments) {
            most = std::max({most, std::abs(segment.span.low.approximate()) * upward, std::abs(segment.span.high.approximate()) * upward});
        }
    }
    return true;
}

/// Adds a part with a coefficient of its own.
bool Builder::add_part(std::size_t part, const Size& size, CoefficientStep::Out& out) {
    out.coefficient = add_coefficient(size);
    if (!changes_.varies[part]) {
        std::vector<Number> row(cards_.size());
        if (!add_constant(part, Number(1), row)) return false;
        add_term(out.coefficient, no_index, std::move(row));
        return true;
    }
    return nodes_[part].parts.empty() ? add_leaf(part, out.coefficient) : add_group(part, out.coefficient);
}

bool Builder::add_group(std::size_t group, std::size_t coefficient) {
    const Node& source = *nodes_[group].source;
    const bool is_sum = source.combine == Combine::sum;
    if ((!is_sum && source.combine != Combine::arithmetic) || source.cap || source.round) return false;
    const auto found =
        std::find_if(changes_.groups.begin(), changes_.groups.end(), [&](const VariedParts& each) { return each.group == group; });
    VariedParts parts;
    if (found != changes_.groups.end()) {
        parts = *found;
    } else {
        parts.rescale = false;
        parts.rest = nodes_[group].parts;
        for (const std::size_t part : parts.rest) parts.whole += measure_of(nodes_, part);
        parts.rest_whole = parts.whole;
    }
    CoefficientStep step;
    step.base = coefficient;
    step.rescale = parts.rescale;
    step.mean = !is_sum;
    step.whole = parts.whole.approximate();
    step.rest_whole = parts.rest_whole.approximate();
    precise_ = precise_ && in_range(step.whole, step.whole) && (parts.rest.empty() || in_range(step.rest_whole, step.rest_whole));
    step.varied.resize(parts.varied.size());
    double least_drawn = 0;
    double most_drawn = 0;
    for (const auto& part : parts.varied) {
        least_drawn += variations_[part.variation].low.approximate() / upward;
        most_drawn += variations_[part.variation].high.approximate() * upward;
    }
    const Passed passed = pass_on(step, sizes_[coefficient], least_drawn, most_drawn);
    precise_ = precise_ && in_range(passed.varied.least, passed.varied.most) && in_range(passed.rest.least, passed.rest.most);
    for (std::size_t i = 0; i < parts.varied.size(); ++i) {
        const auto& part = parts.varied[i];
        CoefficientStep::Out& out = step.varied[i];
        out.variation = part.variation;
        if (is_sum) out.scale = (Number(1) / measure_of(nodes_, part.node)).approximate();
        const double least = variations_[part.variation].low.approximate();
        const double most = variations_[part.variation].high.approximate();
        precise_ = precise_ && in_range(least, most) && in_range(out.scale, out.scale);
        const Size size{passed.varied.most * most * out.scale * upward, passed.varied.least * least * out.scale / upward,
                        passed.varied.units + 9};
        if (!add_part(part.node, size, out)) return false;
    }
    std::vector<Number> together(cards_.size());
    bool any_together = false;
    for (const std::size_t part : parts.rest) {
        const Number times = is_sum ? Number(1) : measure_of(nodes_, part);
        if (!changes_.varies[part]) {
            any_together = true;
            if (!add_constant(part, times, together)) return false;
            continue;
        }
        CoefficientStep::Out out;
        out.scale = times.approximate();
        const Size size{passed.rest.most * out.scale * upward, passed.rest.least * out.scale / upward, passed.rest.units + 2};
        if (!add_part(part, size, out)) return false;
        step.rest.push_back(out);
    }
    if (any_together) {
        step.rest.push_back({add_coefficient({passed.rest.most, passed.rest.least, passed.rest.units + 2}), 1, 0});
        add_term(step.rest.back().coefficient, no_index, std::move(together));
    }
    linear_.steps.push_back(std::move(step));
    return true;
}

/// The points of a node where no draw changes them: those of a group do not hang on weights that add up to the same, or that a mean
/// divides by, when all its parts give the same share of their points.
std::optional<Number> Builder::constant(std::size_t record, std::size_t node) const {
    const Number& points = cards_[record].nodes[node].points.low;
    const std::vector<std::size_t>& changed = changes_.leaves[record];
    if (!changes_.varies[node]) return points;
    if (nodes_[node].parts.empty()) {
        const bool changes = std::find(changed.begin(), changed.end(), node) != changed.end();
        return changes ? std::nullopt : std::optional(points);
    }
    const auto varied = std::find_if(changes_.groups.begin(), changes_.groups.end(), [&](const auto& each) { return each.group == node; });
    const bool is_sum = nodes_[node].source->combine == Combine::sum;
    std::optional<Number> share;
    bool same = true;
    bool all_zero = true;
    for (const std::size_t part : nodes_[node].parts) {
        const auto each = constant(record, part);
        if (!each) return std::nullopt;
        all_zero = all_zero && each->sign() == 0;
        const bool shares = is_sum && each->sign() != 0;
        if (shares && measure_of(nodes_, part).sign() == 0) return std::nullopt;
        const Number own = shares ? *each / measure_of(nodes_, part) : *each;
        same = same && (!share || *share == own);
        share = own;
    }
    const bool holds = varied == changes_.groups.end() || all_zero || (same && (!is_sum || varied->rescale));
    return holds ? std::optional(points) : std::nullopt;
}

/// What tells the points of a record in any draw from those of others: equal keys, equal points.
std::vector<Number> Builder::key_of(std::size_t record) const {
    const auto index = [](std::size_t value) { return Number(static_cast<std::int64_t>(value)); };
    const std::vector<std::size_t>& changed = changes_.leaves[record];
    const bool own = !changes_.figures.empty() && !changed.empty();
    std::vector<Number> key{own ? index(record + 1) : Number()};
    for (std::size_t t = 0; t < linear_.terms.size(); ++t) {
        const std::size_t leaf = linear_.terms[t].leaf;
        const bool changes = leaf != no_index && std::find(changed.begin(), changed.end(), leaf) != changed.end();
        // Each term is two numbers, the first of which says what the second is: points and figures must not pass for each other.
        if (!changes) {
            key.emplace_back(-1);
            key.push_back(exact_[t][record]);
            continue;
        }
        const auto* rule = std::get_if<SegmentRule>(&nodes_[leaf].rule);
        if (rule == nullptr) {
            key.front() = index(record + 1);
            continue;
        }
        const Cell& cell = records_[record].cells[rule->slot];
        key.push_back(index(static_cast<std::size_t>(cell.status)));
        key.push_back(cell.value);
    }
    return key;
}

void Builder::lay_rows(const Cohorts& cohorts) {
    const auto stands = [](const Variation& variation) { return variation.low == variation.high; };
    const bool still = std::all_of(variations_.begin(), variations_.end(), stands);
    for (const auto& members : cohorts) {
        std::map<std::vector<Number>, std::size_t> seen;
        CohortRows rows;
        rows.first = linear_.rows.size();
        for (const std::size_t record : members) {
            const auto [found, is_new] = seen.try_emplace(key_of(record), linear_.rows.size());
            if (is_new) {
                linear_.rows.emplace_back();
                linear_.rows.back().constant = still || constant(record, 0).has_value();
            }
            linear_.rows[found->second].records.push_back(record);
        }
        rows.count = linear_.rows.size() - rows.first;
        rows.padded = (rows.count + row_block - 1) / row_block * row_block;
        std::int64_t before = 0;
        for (std::size_t i = rows.first; i < linear_.rows.size(); ++i) {
            const auto here = weight_of(linear_.rows[i]);
            rows.pairs += before * here;
            before += here;
        }
        linear_.rows.resize(rows.first + rows.padded);
        linear_.cohorts.push_back(rows);
    }
    const std::size_t count = linear_.rows.size();
    linear_.weights.resize(count);
    linear_.points.resize(linear_.terms.size() * count);
    for (const CohortRows& cohort : linear_.cohorts) {
        for (std::size_t i = 0; i < cohort.padded; ++i) {
            const Row& row = linear_.rows[cohort.first + (i < cohort.count ? i : 0)];
            linear_.weights[cohort.first + i] = i < cohort.count ? weight_of(row) : 0;
            for (std::size_t t = 0; t < linear_.terms.size(); ++t) {
                linear_.points[t * count + cohort.first + i] = exact_[t][row.records.front()].approximate();
            }
        }
    }
}

void Builder::settle_bound() {
    const double count = static_cast<double>(linear_.terms.size());
    double error = 0;
    double most = 0;
    double units = 0;
    double tail = 0;
    for (const LinearTerm& term : linear_.terms) {
        const Size& size = sizes_[term.coefficient];
        units = std::max(units, size.units + count + 3);
        error += size.most * term.most * (size.units + count + 3);
        most += size.most * term.most;
        tail += size.most * tiny;
    }
    linear_.bound = 2 * error * unit + tail + tiny;
    linear_.most = most * upward + linear_.bound;
    linear_.margin = 2 * linear_.bound + 8 * most * unit;
    linear_.usable = precise_ && units < most_units && most < largest && !linear_.rows.empty();
}

Linear Builder::build(const Cohorts& cohorts) {
    for (const Variation& variation : variations_) {
        linear_.low.push_back(variation.low.approximate());
        linear_.span.push_back((variation.high - variation.low).approximate());
    }
    const bool linear = changes_.varies.front() && add_group(0, 0);
    if (!linear) return {};
    // A group comes before the groups inside it, whose coefficients rest on its own.
    std::sort(linear_.steps.begin(), linear_.steps.end(), [](const auto& a, const auto& b) { return a.base < b.base; });
    lay_rows(cohorts);
    settle_bound();
    return std::move(linear_);
}

}  // namespace

Cohorts find_cohorts(const Ruleset& rules, const std::vector<Record>& records) {
    const bool within_group = rules.rulebook().ranking.within_group;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> seen;
    Cohorts cohorts;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const std::string_view group = within_group ? std::string_view(records[i].group) : std::string_view();
        const auto [found, is_new] = seen.try_emplace({records[i].period, group}, cohorts.size());
        if (is_new) cohorts.emplace_back();
        cohorts[found->second].push_back(i);
    }
    return cohorts;
}

Linear make_linear(const Ruleset& rules, const std::vector<Record>& records, const std::vector<Scorecard>& cards,
                   const std::vector<Variation>& variations, const Changes& changes, const Cohorts& cohorts) {
    if (rules.nodes().front().parts.empty()) return {};
    return Builder(rules, records, cards, variations, changes).build(cohorts);
}

}  // namespace biaochi::detail
