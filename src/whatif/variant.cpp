/// @file
/// From the values of a draw to the points of records.

#include "whatif/variant.hpp"

#include <map>
#include <string>

#include "ruleset/group_bounds.hpp"
#include "ruleset/segments.hpp"
#include "score/node.hpp"

namespace biaochi::detail {
namespace {

/// The readings that the rules were compiled with, as compile() takes them.
std::map<std::string, std::string> readings_of(const Ruleset& rules) {
    std::map<std::string, std::string> readings;
    for (const ChosenReading& chosen : rules.readings()) readings[chosen.open] = chosen.reading.empty() ? "none" : chosen.reading;
    return readings;
}

}  // namespace

Variant::Variant(const WhatIf::Data& data)
    : data_(data), nodes_(data.rules.nodes()), choices_(data.rules.rulebook(), readings_of(data.rules), no_issues_), cards_(data.cards) {
    for (const VariedEdges& edges : data.changes.edges) {
        bands_.push_back(std::get<Bands>(nodes_[edges.leaf].source->method));
        for (Band& row : bands_.back().rows) row.provenance = {};
    }
    weights_.measure.resize(nodes_.size(), Number(1));
    weights_.times.resize(nodes_.size(), Number(1));
    for (std::size_t i = 1; i < nodes_.size(); ++i) weights_.measure[i] = measure_of(nodes_, i);
    if (!data.changes.figures.empty()) records_ = data.records;
}

void Variant::draw_weights(const VariedParts& parts, const std::vector<Number>& values) {
    Number drawn;
    for (const auto& part : parts.varied) drawn += values[part.variation];
    Number of_varied(1);
    Number of_rest(1);
    if (parts.rescale && parts.rest.empty()) {
        of_varied = parts.whole / drawn;
    } else if (parts.rescale) {
        of_rest = (parts.whole - drawn) / parts.rest_whole;
    }
    const bool is_sum = nodes_[parts.group].source->combine == Combine::sum;
    const auto set = [&](std::size_t part, Number measure) {
        if (is_sum) weights_.times[part] = measure / measure_of(nodes_, part);
        weights_.measure[part] = std::move(measure);
    };
    for (const auto& part : parts.varied) set(part.node, values[part.variation] * of_varied);
    for (const std::size_t part : parts.rest) {
        weights_.measure[part] = measure_of(nodes_, part) * of_rest;
        if (is_sum) weights_.times[part] = of_rest;
    }
}

void Variant::draw_edges(std::size_t index, const std::vector<Number>& values) {
    const VariedEdges& edges = data_.changes.edges[index];
    PlanNode& leaf = nodes_[edges.leaf];
    Bands& bands = bands_[index];
    for (const auto& end : edges.ends) {
        Band& row = bands.rows[end.row];
        (end.upper ? row.to : row.from) = values[end.variation];
    }
    auto& rule = std::get<SegmentRule>(leaf.rule);
    rule.segments = segments_of_bands(bands, leaf.source->points, choices_);
    leaf.bounds = bounds_of_segments(rule.segments, data_.rules.slots()[rule.slot]);
    if (leaf.source->round) leaf.bounds = {round(leaf.bounds.low, *leaf.source->round), round(leaf.bounds.high, *leaf.source->round)};
}

void Variant::draw_figure(const Variation& variation, const Number& value, std::size_t record) {
    Cell& cell = records_[record].cells[variation.slot];
    if (!counts(cell.status)) return;
    const Number& reported = data_.records[record].cells[variation.slot].value;
    cell.value = variation.move == Move::take ? value : variation.move == Move::add ? reported + value : reported * value;
}

void Variant::draw_figures(const Variation& variation, const Number& value) {
    if (variation.record != no_index) return draw_figure(variation, value, variation.record);
    for (std::size_t i = 0; i < records_.size(); ++i) draw_figure(variation, value, i);
}

void Variant::draw(const std::vector<Number>& values) {
    const Changes& changes = data_.changes;
    for (const VariedParts& parts : changes.groups) draw_weights(parts, values);
    for (std::size_t i = 0; i < changes.edges.size(); ++i) draw_edges(i, values);
    for (const std::size_t k : changes.figures) draw_figures(data_.variations[k], values[k]);
    if (changes.derived) derive(data_.rules, records_);
    if (!changes.coverage) return;
    for (const std::size_t group : changes.above) set_group_bounds(nodes_, group, &weights_.times);
}

void Variant::score_leaves(std::size_t record) {
    const Record& facts = records_.empty() ? data_.records[record] : records_[record];
    for (const std::size_t leaf : data_.changes.leaves[record]) score_node(data_.rules, nodes_, leaf, facts, cards_[record], nullptr);
}

const NodeOutcome& Variant::score_groups(std::size_t record) {
    const Record& facts = data_.records[record];
    for (const std::size_t group : data_.changes.above) score_node(data_.rules, nodes_, group, facts, cards_[record], &weights_);
    return cards_[record].nodes.front();
}

}  // namespace biaochi::detail
