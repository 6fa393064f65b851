/// @file
/// Keys to slots: whole facts, slots, inventories of items, lists of options.

#include "record/facts.hpp"

#include "record/cells.hpp"
#include "record/figure.hpp"
#include "rulebook/reader.hpp"

namespace biaochi::detail {
namespace {

template <class T>
std::size_t position(const Named<T>& entries, std::string_view name) {
    std::size_t index = 0;
    while (index < entries.size() && entries[index].first != name) ++index;
    return index < entries.size() ? index : no_index;
}

/// The first slot of a fact for which @p wanted holds.
template <class Wanted>
std::size_t find_slot(const Sheet& sheet, std::size_t fact, Wanted wanted) {
    for (std::size_t slot = sheet.ranges[fact].begin; slot < sheet.ranges[fact].end; ++slot) {
        if (wanted(sheet.slot(slot))) return slot;
    }
    return no_index;
}

std::size_t level_slot(const Sheet& sheet, std::size_t fact, std::size_t item, std::string_view level) {
    const std::vector<std::string>& levels = sheet.fact(fact).items[item].second.levels;
    return find_slot(sheet, fact, [&](const Slot& slot) { return slot.item == item && levels[slot.level] == level; });
}

/// Reports a fact that is given whole although some of it stood before.
bool given_before(Sheet& sheet, std::size_t fact, const std::string& where) {
    const SlotRange range = sheet.ranges[fact];
    for (std::size_t slot = range.begin; slot < range.end; ++slot) {
        if (sheet.places[slot].empty()) continue;
        sheet.report(IssueCode::repeated_key, where, {sheet.slot(slot).id});
        return true;
    }
    return false;
}

/// Gives every slot of a fact that has no figure yet the value zero, or the figure's status where that does not count.
void fill(Sheet& sheet, std::size_t fact, const Figure& figure) {
    for (std::size_t slot = sheet.ranges[fact].begin; slot < sheet.ranges[fact].end; ++slot) {
        if (!sheet.places[slot].empty()) continue;
        sheet.places[slot] = figure.place;
        if (counts(figure.status)) {
            store(sheet, slot, figure, Number());
        } else {
            set_aside(sheet, slot, figure);
        }
    }
}

/// Reads the counts of one item, by level or, where it has one level, alone.
void read_item(Sheet& sheet, std::size_t fact, std::size_t item, const json::Value& value, const std::string& where,
               const Defaults& defaults) {
    const std::vector<std::string>& levels = sheet.fact(fact).items[item].second.levels;
    if (value.kind == json::Kind::null) {  // listed, and not known: missing, not zero
        for (const std::string& level : levels) sheet.places[level_slot(sheet, fact, item, level)] = where;
        return;
    }
    const bool by_level = value.kind == json::Kind::object && !(levels.size() == 1 && is_figure(value, Named<Label>{{levels[0], {}}}));
    if (!by_level && levels.size() == 1) {
        read_slot(sheet, level_slot(sheet, fact, item, levels[0]), value, where, defaults);
        return;
    }
    if (!by_level) {
        sheet.report(IssueCode::wrong_type, where, {json::name(value.kind), "object"});
        return;
    }
    for (const json::Member& member : value.members) {
        const std::string place = json::child(where, member.first);
        const std::size_t slot = level_slot(sheet, fact, item, member.first);
        if (slot == no_index) {
            sheet.report(IssueCode::unknown_level, place, {member.first, nearest_or_all(member.first, levels)});
        } else if (member.second.kind == json::Kind::null) {
            sheet.places[slot] = place;
        } else {
            read_slot(sheet, slot, member.second, place, defaults);
        }
    }
}

/// Reads a whole inventory: what is not listed is zero.
void read_inventory(Sheet& sheet, std::size_t fact, const json::Value& value, const std::string& where) {
    const Named<Item>& items = sheet.fact(fact).items;
    if (value.kind == json::Kind::null || given_before(sheet, fact, where)) return;
    const Figure figure = unwrap(sheet, value, where, is_figure(value, items));
    if (!counts(figure.status)) {
        fill(sheet, fact, figure);
        return;
    }
    if (figure.value->kind != json::Kind::object) {
        sheet.report(IssueCode::wrong_type, figure.place, {json::name(figure.value->kind), "object"});
        return;
    }
    const Defaults defaults{figure.status, figure.unit, figure.unit_place, figure.evidence};
    for (const json::Member& member : figure.value->members) {
        const std::string place = json::child(figure.place, member.first);
        const std::size_t item = position(items, member.first);
        if (item == no_index) {
            sheet.report(IssueCode::unknown_item, place, {member.first, nearest_or_all(member.first, names_of(items))});
        } else {
            read_item(sheet, fact, item, member.second, place, defaults);
        }
    }
    fill(sheet, fact, figure);
}

/// Notes that one option holds.
void read_option(Sheet& sheet, std::size_t fact, const json::Value& value, const std::string& where, const Figure& figure) {
    const Named<Label>& options = sheet.fact(fact).options;
    if (value.kind != json::Kind::text) {
        sheet.report(IssueCode::wrong_type, where, {json::name(value.kind), "text"});
        return;
    }
    const std::size_t slot = find_slot(sheet, fact, [&](const Slot& s) { return options[s.item].first == value.text; });
    if (slot == no_index) {
        sheet.report(IssueCode::unknown_option, where, {value.text, nearest_or_all(value.text, names_of(options))});
    } else if (sheet.places[slot].empty()) {
        sheet.places[slot] = where;
        store(sheet, slot, figure, Number(1));
    } else {
        sheet.report(IssueCode::repeated_id, where, {value.text, sheet.places[slot]});
    }
}

/// Reads the options that hold; the others do not.
void read_options(Sheet& sheet, std::size_t fact, const json::Value& value, const std::string& where) {
    if (value.kind == json::Kind::null || given_before(sheet, fact, where)) return;
    const Figure figure = unwrap(sheet, value, where, value.kind == json::Kind::object);
    if (counts(figure.status)) {
        refuse_unit(sheet, figure);
        if (figure.value->kind != json::Kind::list) {
            read_option(sheet, fact, *figure.value, figure.place, figure);
        } else {
            for (std::size_t i = 0; i < figure.value->items.size(); ++i) {
                read_option(sheet, fact, figure.value->items[i], json::child(figure.place, i), figure);
            }
        }
    }
    fill(sheet, fact, figure);
}

void report_unknown_fact(Sheet& sheet, std::string_view key, const std::string& where) {
    std::vector<std::string> names = names_of(sheet.rules.rulebook().facts);
    const std::size_t facts = names.size();
    for (const Slot& slot : sheet.rules.slots()) names.push_back(slot.id);
    std::string nearest = nearest_name(key, names);
    names.resize(facts);
    sheet.report(IssueCode::unknown_fact, where, {key, nearest.empty() ? nearest_or_all(key, names) : nearest});
}

/// Reports a key that begins with a fact and does not go on to one of its slots.
void report_unknown_slot(Sheet& sheet, std::string_view key, std::size_t fact_index, std::string_view rest, const std::string& where) {
    const Fact& fact = sheet.fact(fact_index);
    if (fact.kind == FactKind::options) {
        sheet.report(IssueCode::unknown_option, where, {rest, nearest_or_all(rest, names_of(fact.options))});
        return;
    }
    if (fact.kind != FactKind::items) {
        sheet.report(IssueCode::unknown_fact, where, {key, sheet.fact_id(fact_index)});
        return;
    }
    const std::size_t point = rest.find('.');
    const Item* item = find(fact.items, rest.substr(0, point));
    if (item == nullptr) {
        const std::string_view found = rest.substr(0, point);
        sheet.report(IssueCode::unknown_item, where, {found, nearest_or_all(found, names_of(fact.items))});
    } else {
        const std::string_view found = point == std::string_view::npos ? key : rest.substr(point + 1);
        sheet.report(IssueCode::unknown_level, where, {found, nearest_or_all(found, item->levels)});
    }
}

void read_fact(Sheet& sheet, const std::string& key, const json::Value& value, const std::string& where) {
    const std::size_t slot = sheet.rules.slot(key);
    if (slot != no_index) {
        read_slot(sheet, slot, value, where);
        return;
    }
    const std::string_view id = std::string_view(key).substr(0, key.find('.'));
    const std::size_t fact = position(sheet.rules.rulebook().facts, id);
    if (fact == no_index) {
        report_unknown_fact(sheet, key, where);
    } else if (id.size() < key.size()) {
        report_unknown_slot(sheet, key, fact, std::string_view(key).substr(id.size() + 1), where);
    } else if (sheet.fact(fact).kind == FactKind::items) {
        read_inventory(sheet, fact, value, where);
    } else {
        read_options(sheet, fact, value, where);
    }
}

}  // namespace

std::vector<SlotRange> slots_by_fact(const Ruleset& rules) {
    std::vector<SlotRange> ranges(rules.rulebook().facts.size());
    for (std::size_t slot = 0; slot < rules.slots().size(); ++slot) {
        SlotRange& range = ranges[rules.slots()[slot].fact];
        if (range.end == 0) range.begin = slot;
        range.end = slot + 1;
    }
    return ranges;
}

void read_facts(Sheet& sheet, const json::Value& facts, const std::string& where) {
    for (const json::Member& member : facts.members) read_fact(sheet, member.first, member.second, json::child(where, member.first));
}

}  // namespace biaochi::detail
