/// @file
/// Compiling one leaf.

#include "ruleset/leaves.hpp"

#include "biaochi/core/elementary.hpp"
#include "biaochi/ruleset/evaluate.hpp"
#include "rulebook/bounds.hpp"
#include "ruleset/segments.hpp"

namespace biaochi::detail {
namespace {

/// Fewer of two limits, where none means no limit.
bool fewer(const std::optional<Number>& a, const std::optional<Number>& b) { return a && (!b || *a < *b); }

void set_limits(const Choice<std::optional<Number>>& choice, const Choices& choices, ItemRule::Line& line) {
    const auto limit = choices.resolve(choice);
    if (limit.value != nullptr) {
        line.at_most_least = line.at_most_most = *limit.value;
        return;
    }
    line.open = limit.open;
    line.at_most_least = line.at_most_most = choice.by.front().second;
    for (const auto& [reading, value] : choice.by) {
        if (fewer(value, line.at_most_least)) line.at_most_least = value;
        if (fewer(line.at_most_most, value)) line.at_most_most = value;
    }
}

Number counted(const Number& count, const std::optional<Number>& at_most) { return at_most && *at_most < count ? *at_most : count; }

Interval bounds_of_items(const ItemRule& rule, const std::vector<Slot>& slots, const Number& points) {
    Interval sum;
    bool unlimited = false;
    for (const ItemRule::Line& line : rule.lines) {
        const Slot& slot = slots[line.slot];
        sum.low += counted(slot.min.value_or(Number()), line.at_most_least) * line.points;
        const std::optional<Number>& most = fewer(slot.max, line.at_most_most) ? slot.max : line.at_most_most;
        if (most) {
            sum.high += *most * line.points;
        } else if (line.points.sign() > 0) {
            unlimited = true;
        }
    }
    return {min(sum.low, points), unlimited ? points : min(sum.high, points)};
}

/// The least and most that a group of options gives, whichever hold.
Interval bounds_of_options(const OptionRule::Group& group) {
    Interval one;
    Interval any;
    for (const OptionRule::Line& line : group.lines) {
        one = {min(one.low, line.points), max(one.high, line.points)};
        (line.points.sign() < 0 ? any.low : any.high) += line.points;
    }
    return group.choose == Choose::one ? one : any;
}

}  // namespace

void LeafCompiler::compile(const Node& node, PlanNode& plan) const {
    set_treatments(node.treat, plan);
    std::visit([&](const auto& method) { compile_rule(method, plan); }, node.method);
}

void LeafCompiler::compile_rule(const Bands& bands, PlanNode& plan) const {
    set_segments(plan, segments_of_bands(bands, plan.source->points, choices_));
}

void LeafCompiler::compile_rule(const Items& items, PlanNode& plan) const {
    const Node& node = *plan.source;
    ItemRule rule;
    for (std::size_t i = 0; i < items.lines.size(); ++i) {
        const ItemLine& written = items.lines[i];
        for (const auto& [level, points] : written.points) {
            ItemRule::Line line;
            line.slot = slot_of_item(node, written.item, level);
            line.points = points;
            line.line = i;
            if (const auto* limit = find(written.at_most, level)) set_limits(*limit, choices_, line);
            rule.lines.push_back(std::move(line));
        }
    }
    plan.bounds = bounds_of_items(rule, slots_, node.points);
    plan.rule = std::move(rule);
}

void LeafCompiler::compile_rule(const Options& options, PlanNode& plan) const {
    const Node& node = *plan.source;
    OptionRule rule;
    for (const OptionGroup& written : options.groups) {
        OptionRule::Group group;
        const auto choose = choices_.resolve(written.choose);
        if (choose.value != nullptr) group.choose = *choose.value;
        group.open = choose.open;
        for (const auto& [option, points] : written.points) group.lines.push_back({slot_of_option(node, option), points});
        const Interval bounds = bounds_of_options(group);
        plan.bounds.low += bounds.low;
        plan.bounds.high += bounds.high;
        rule.groups.push_back(std::move(group));
    }
    plan.bounds = {min(plan.bounds.low, node.points), min(plan.bounds.high, node.points)};
    plan.rule = std::move(rule);
}

void LeafCompiler::compile_rule(const Judged& judged, PlanNode& plan) const {
    const Slot& slot = slots_[first_slot(*plan.source)];
    plan.bounds = {slot.min.value_or(Number()), slot.max.value_or(plan.source->points)};
    plan.rule = JudgedRule{first_slot(*plan.source), judged};
}

void LeafCompiler::compile_rule(const Ratio& ratio, PlanNode& plan) const {
    const auto standard = choices_.resolve(ratio.standard);
    if (standard.value == nullptr) return set_open(plan, standard.open);
    if (ratio.better == Better::higher) return set_segments(plan, segments_of_ratio(*standard.value, ratio.above, plan.source->points));
    const InverseRule rule{first_slot(*plan.source), *standard.value};
    const Slot& slot = slots_[rule.slot];
    const Number& points = plan.source->points;
    plan.bounds = {slot.max ? points_at(rule, points, *slot.max) : Number(), points_at(rule, points, slot.min.value_or(Number()))};
    plan.rule = rule;
}

void LeafCompiler::compile_rule(const Efficacy& efficacy, PlanNode& plan) const {
    const auto standards = choices_.resolve(efficacy.standards);
    if (standards.value == nullptr) return set_open(plan, standards.open);
    set_segments(plan, segments_of_efficacy(*standards.value, efficacy, plan.source->points));
}

void LeafCompiler::compile_rule(const Goalposts& posts, PlanNode& plan) const {
    const auto from = choices_.resolve(posts.from);
    const auto to = choices_.resolve(posts.to);
    if (from.value == nullptr || to.value == nullptr) return set_open(plan, from.value == nullptr ? from.open : to.open);
    const Number& points = plan.source->points;
    if (!posts.ln) return set_segments(plan, segments_of_goalposts(*from.value, *to.value, posts.outside, points));
    LogRule rule{first_slot(*plan.source), *from.value, *to.value, *posts.ln, ln(*from.value, *posts.ln), ln(*to.value, *posts.ln), true};
    const Slot& slot = slots_[rule.slot];
    plan.bounds = {Number(), points};
    const bool rising = rule.from < rule.to;
    if (slot.min) (rising ? plan.bounds.low : plan.bounds.high) = points_at(rule, points, *slot.min);
    if (slot.max) (rising ? plan.bounds.high : plan.bounds.low) = points_at(rule, points, *slot.max);
    plan.rule = std::move(rule);
}

void LeafCompiler::set_segments(PlanNode& plan, std::vector<Segment> segments) const {
    SegmentRule rule{first_slot(*plan.source), std::move(segments)};
    plan.bounds = bounds_of_segments(rule.segments, slots_[rule.slot]);
    plan.rule = std::move(rule);
}

void LeafCompiler::set_open(PlanNode& plan, std::size_t open) const {
    plan.bounds = written_bounds(book_, *plan.source).value_or(Interval{Number(), plan.source->points});
    plan.rule = OpenRule{{first_slot(*plan.source)}, open};
}

void LeafCompiler::set_treatments(const Treatments& treat, PlanNode& plan) const {
    const auto settle = [&](const Choice<Treatment>& choice) -> std::optional<Treatment> {
        const auto resolved = choices_.resolve(choice);
        if (resolved.value != nullptr) return *resolved.value;
        plan.treat_open = resolved.open;
        return std::nullopt;
    };
    plan.treat = {settle(treat.missing), settle(treat.not_applicable), settle(treat.estimated), settle(treat.rejected)};
}

std::size_t LeafCompiler::fact_index(const Node& node) const {
    for (std::size_t i = 0; i < book_.facts.size(); ++i) {
        if (book_.facts[i].first == node.fact) return i;
    }
    return no_index;
}

std::size_t LeafCompiler::first_slot(const Node& node) const {
    const std::size_t fact = fact_index(node);
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if (slots_[i].fact == fact) return i;
    }
    return no_index;
}

std::size_t LeafCompiler::slot_of_item(const Node& node, const std::string& item, const std::string& level) const {
    const std::size_t fact = fact_index(node);
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if (slots_[i].fact != fact) continue;
        const auto& [item_id, what] = book_.facts[fact].second.items[slots_[i].item];
        if (item_id == item && what.levels[slots_[i].level] == level) return i;
    }
    return no_index;
}

std::size_t LeafCompiler::slot_of_option(const Node& node, const std::string& option) const {
    const std::size_t fact = fact_index(node);
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if (slots_[i].fact == fact && book_.facts[fact].second.options[slots_[i].item].first == option) return i;
    }
    return no_index;
}

}  // namespace biaochi::detail
