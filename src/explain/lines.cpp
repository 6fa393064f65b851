/// @file
/// Says what was counted or chosen, line by line.

#include <variant>

#include "explain/notes.hpp"

namespace biaochi::detail {

namespace {

const Choice<std::optional<Number>>* limit_of(const ItemLine& line, const Notes& notes, std::size_t slot) {
    const Fact& fact = notes.fact(slot);
    const Slot& place = notes.rules.slots()[slot];
    return find(line.at_most, fact.items[place.item].second.levels[place.level]);
}

/// `国家级 技术创新中心 3 × 2 = 6`, with the limit on the count where it matters.
void say_count(Notes& notes, const ItemRule::Line& line, const ItemLine& written) {
    const Number& count = notes.cell(line.slot).value;
    const Text item = slot_name(notes.rules, line.slot);
    const std::string each = " × " + operand(line.points) + " ";
    const auto* choice = limit_of(written, notes, line.slot);
    const std::optional<Number>* limit = choice == nullptr ? nullptr : notes.read(*choice);
    std::vector<std::pair<std::string_view, std::string>> data{
        {"slot", notes.rules.slots()[line.slot].id}, {"count", count.text()}, {"each", line.points.text()}};
    const Interval counted{line.at_most_least ? min(count, *line.at_most_least) : count,
                           line.at_most_most ? min(count, *line.at_most_most) : count};
    const Interval earned{counted.low * line.points, counted.high * line.points};
    Text words = same(exact(count));
    if (counted.low < count) {
        const bool known = limit != nullptr && limit->has_value();
        words = known ? say(Phrase::count_limited, {words, same(exact(**limit))}) : say(Phrase::count_limit_open, {words});
        words = say(Phrase::count_counted, {words, same(operand(counted) + each + equals(earned, notes.shown()))});
    } else {
        words = same(exact(count) + each + equals(earned, notes.shown()));
    }
    notes.add(Topic::count, say(Phrase::count, {item, words}), std::move(data));
    notes.provenance.push_back(&written.provenance);
    const Fact& fact = notes.fact(line.slot);
    const Slot& place = notes.rules.slots()[line.slot];
    if (const Label* level = find(fact.levels, fact.items[place.item].second.levels[place.level]))
        notes.misprints.push_back(&level->misprints);
}

void explain_items(Notes& notes, const Items& items, const ItemRule& rule) {
    bool any_known = false;
    bool any_counted = false;
    for (const auto& line : rule.lines) {
        if (!counts(notes, line.slot)) continue;
        any_known = true;
        if (notes.cell(line.slot).value.sign() == 0) continue;
        any_counted = true;
        say_count(notes, line, items.lines[line.line]);
    }
    if (any_known && !any_counted) notes.add(Topic::count, say(Phrase::nothing_counted));
}

void say_option(Notes& notes, const OptionRule::Line& line) {
    const Slot& slot = notes.rules.slots()[line.slot];
    notes.add(Topic::option, say(Phrase::holds, {slot_name(notes.rules, line.slot), points_text(exact(line.points))}),
              {{"slot", slot.id}, {"points", line.points.text()}});
    notes.misprints.push_back(&notes.fact(line.slot).options[slot.item].second.misprints);
}

void explain_options(Notes& notes, const Options& options, const OptionRule& rule) {
    bool any_known = false;
    bool any_holds = false;
    for (std::size_t i = 0; i < rule.groups.size(); ++i) {
        bool group_matters = false;
        for (const auto& line : rule.groups[i].lines) {
            any_known = any_known || counts(notes, line.slot);
            if (!counts(notes, line.slot) || notes.cell(line.slot).value.sign() == 0) continue;
            any_holds = group_matters = true;
            say_option(notes, line);
        }
        if (!group_matters || i >= options.groups.size()) continue;
        static_cast<void>(notes.read(options.groups[i].choose));
        notes.provenance.push_back(&options.groups[i].provenance);
    }
    if (any_known && !any_holds) notes.add(Topic::option, say(Phrase::none_of_them));
}

}  // namespace

void explain_lines(Notes& notes) {
    const Node& node = *notes.plan().source;
    if (const auto* rule = std::get_if<ItemRule>(&notes.plan().rule)) explain_items(notes, std::get<Items>(node.method), *rule);
    if (const auto* rule = std::get_if<OptionRule>(&notes.plan().rule)) explain_options(notes, std::get<Options>(node.method), *rule);
}

}  // namespace biaochi::detail
