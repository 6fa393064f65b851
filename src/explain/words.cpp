/// @file
/// Numbers, intervals and names as they stand in a sentence.

#include "explain/words.hpp"

#include "explain/phrases.hpp"
#include "explain/shown.hpp"

namespace biaochi::detail {

namespace {

constexpr std::size_t longest_readable = 24;  ///< characters of an exact value in a sentence

std::string with_minus(std::string text) {
    if (text.starts_with('-')) text.replace(0, 1, "−");
    return text;
}

bool readable(const Interval& value) { return value.low.text().size() <= longest_readable && value.high.text().size() <= longest_readable; }

std::string both_ends(const Interval& value) { return value.decided() ? exact(value.low) : exact(value.low) + "–" + exact(value.high); }

/// @return `≈ 2.83`, or nothing where the value is the same when rounded
std::string nearly(const Interval& value, Rounding rule) {
    if (round(value.low, rule) == value.low && round(value.high, rule) == value.high) return {};
    return "≈ " + with_minus(shown(value, rule));
}

std::vector<std::size_t> slots_of(const OptionRule& rule) {
    std::vector<std::size_t> slots;
    for (const auto& group : rule.groups) {
        for (const auto& line : group.lines) slots.push_back(line.slot);
    }
    return slots;
}

}  // namespace

std::string exact(const Number& value) { return with_minus(value.text()); }

std::string operand(const Number& value) { return value.sign() < 0 ? "(" + exact(value) + ")" : exact(value); }

std::string operand(const Interval& value) { return value.decided() ? operand(value.low) : "(" + both_ends(value) + ")"; }

std::string equals(const Interval& value, Rounding rule) {
    std::string near = nearly(value, rule);
    if (!readable(value)) return near;
    return "= " + both_ends(value) + (near.empty() ? "" : " " + near);
}

std::string spelled(const Interval& value, Rounding rule) {
    const std::string text = equals(value, rule);
    return text.starts_with("= ") ? text.substr(2) : text;
}

std::string stretch(const std::optional<Number>& from, const std::optional<Number>& to) {
    const std::string left = from ? "[" + exact(*from) : "(−∞";
    const std::string right = to ? exact(*to) + ")" : "+∞)";
    return left + ", " + right;
}

Text points_text(const std::string& points) { return say(points == "1" ? Phrase::point_word : Phrase::points_word, {same(points)}); }

std::string quantity(const Number& value, std::string_view unit) {
    if (unit.empty() || unit == "1") return exact(value);
    const bool close_by = unit == "%" || unit == "‰";
    return exact(value) + (close_by ? "" : " ") + std::string(unit);
}

Text slot_name(const Ruleset& rules, std::size_t index) {
    const Slot& slot = rules.slots()[index];
    const Fact& fact = rules.rulebook().facts[slot.fact].second;
    if (fact.kind == FactKind::options) return fact.options[slot.item].second.name;
    if (fact.kind != FactKind::items) return fact.name;
    const Item& item = fact.items[slot.item].second;
    const Label* level = find(fact.levels, item.levels[slot.level]);
    if (level == nullptr) return item.name;
    return {level->name.in(Language::zh) + " " + item.name.in(Language::zh),
            level->name.in(Language::en) + " " + item.name.in(Language::en)};
}

Text node_name(const Ruleset& rules, std::size_t node) {
    const PlanNode& plan = rules.nodes()[node];
    if (!plan.source->name.empty()) return plan.source->name;
    const auto slots = detail::slots_of(plan);
    if (slots.empty()) return same(plan.source->id);
    return rules.rulebook().facts[rules.slots()[slots.front()].fact].second.name;
}

std::vector<std::size_t> slots_of(const PlanNode& node) {
    struct Slots {
        std::vector<std::size_t> operator()(const std::monostate&) const { return {}; }
        std::vector<std::size_t> operator()(const OpenRule& rule) const { return rule.slots; }
        std::vector<std::size_t> operator()(const OptionRule& rule) const { return slots_of(rule); }
        std::vector<std::size_t> operator()(const ItemRule& rule) const {
            std::vector<std::size_t> slots;
            for (const auto& line : rule.lines) slots.push_back(line.slot);
            return slots;
        }
        std::vector<std::size_t> operator()(const SegmentRule& rule) const { return {rule.slot}; }
        std::vector<std::size_t> operator()(const LogRule& rule) const { return {rule.slot}; }
        std::vector<std::size_t> operator()(const InverseRule& rule) const { return {rule.slot}; }
        std::vector<std::size_t> operator()(const JudgedRule& rule) const { return {rule.slot}; }
    };
    return std::visit(Slots{}, node.rule);
}

}  // namespace biaochi::detail
