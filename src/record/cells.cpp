/// @file
/// Single figures: numbers, options, panels; their units; figures whose value does not count.

#include "record/cells.hpp"

#include <optional>

#include "biaochi/rulebook/unit.hpp"
#include "record/digits.hpp"
#include "record/panel.hpp"

namespace biaochi::detail {
namespace {

const std::string& wanted_unit(const Sheet& sheet, std::size_t slot) { return sheet.fact(sheet.slot(slot).fact).unit; }

bool in_other_unit(const Sheet& sheet, std::size_t slot, const Figure& figure) {
    return !figure.unit.empty() && figure.unit != wanted_unit(sheet, slot);
}

/// The factor that turns the figure's unit into its fact's; none where it cannot.
std::optional<Number> factor(const Sheet& sheet, std::size_t slot, const Figure& figure) {
    if (!in_other_unit(sheet, slot, figure)) return Number(1);
    return conversion(sheet.rules.rulebook().units, figure.unit, wanted_unit(sheet, slot));
}

void report_unit(Sheet& sheet, const Figure& figure, const std::string& wanted) {
    const Named<UnitDefinition>& own = sheet.rules.rulebook().units;
    if (known_unit(own, figure.unit)) {
        sheet.report(IssueCode::wrong_unit, figure.unit_place, {figure.unit, wanted});
    } else {
        sheet.report(IssueCode::unknown_unit, figure.unit_place, {figure.unit, nearest_name(figure.unit, known_units(own))});
    }
}

void note_conversion(Sheet& sheet, std::size_t slot, const Figure& figure, const std::string& written) {
    if (in_other_unit(sheet, slot, figure)) sheet.record.given[slot].as_written = written + " " + figure.unit;
}

void read_number(Sheet& sheet, std::size_t slot, const Figure& figure, const Number& times) {
    const std::optional<Number> value = read_figure(*figure.value, figure.place, sheet.issues);
    if (!value) return;
    store(sheet, slot, figure, *value * times);
    note_conversion(sheet, slot, figure, figure.value->text);
}

void read_panel(Sheet& sheet, std::size_t slot, const Figure& figure, const Number& times) {
    std::vector<Number> scores;
    std::string written;
    for (std::size_t i = 0; i < figure.value->items.size(); ++i) {
        const json::Value& item = figure.value->items[i];
        const std::optional<Number> score = read_figure(item, json::child(figure.place, i), sheet.issues);
        if (!score) continue;
        scores.push_back(*score * times);
        written += (written.empty() ? "" : ", ") + item.text;
    }
    if (scores.size() < figure.value->items.size()) return;
    const Judged panel = panel_of(sheet.rules, slot);
    const std::size_t least = least_scores(panel);
    if (scores.empty()) {
        sheet.report(IssueCode::too_few_judges, figure.place, {"0", std::to_string(least)});
        return;
    }
    store(sheet, slot, figure, scores.size() < least ? Number() : panel_mean(panel, scores));
    sheet.record.given[slot].scores = std::move(scores);
    note_conversion(sheet, slot, figure, written);
}

}  // namespace

bool claim(Sheet& sheet, std::size_t slot, const std::string& where) {
    if (sheet.places[slot].empty()) {
        sheet.places[slot] = where;
        return true;
    }
    sheet.report(IssueCode::repeated_key, where, {sheet.slot(slot).id});
    return false;
}

void store(Sheet& sheet, std::size_t slot, const Figure& figure, Number value) {
    sheet.record.cells[slot] = Cell{figure.status, std::move(value)};
    if (!figure.evidence.empty()) sheet.record.given[slot].evidence = figure.evidence;
}

void set_aside(Sheet& sheet, std::size_t slot, const Figure& figure) {
    store(sheet, slot, figure, Number());
    if (figure.value == nullptr) return;
    const bool plain = figure.value->kind == json::Kind::number || figure.value->kind == json::Kind::text;
    const std::optional<Number> value = plain ? parse_number(figure.value->text) : std::nullopt;
    const std::optional<Number> times = factor(sheet, slot, figure);
    if (value && times) {
        sheet.record.cells[slot].value = *value * *times;
        note_conversion(sheet, slot, figure, figure.value->text);
    } else {
        const std::string written = plain ? figure.value->text : json::write(*figure.value);
        sheet.record.given[slot].as_written = written + (figure.unit.empty() ? "" : " " + figure.unit);
    }
}

void refuse_unit(Sheet& sheet, const Figure& figure) {
    if (!figure.unit.empty()) report_unit(sheet, figure, "");
}

void read_slot(Sheet& sheet, std::size_t slot, const json::Value& value, const std::string& where, const Defaults& defaults) {
    if (value.kind == json::Kind::null) return;
    const Figure figure = unwrap(sheet, value, where, value.kind == json::Kind::object, defaults);
    if (!claim(sheet, slot, figure.place)) return;
    if (!counts(figure.status)) {
        set_aside(sheet, slot, figure);
        return;
    }
    const std::optional<Number> times = factor(sheet, slot, figure);
    if (!times) {
        report_unit(sheet, figure, wanted_unit(sheet, slot));
        return;
    }
    const FactKind kind = sheet.fact(sheet.slot(slot).fact).kind;
    if (kind == FactKind::judged && figure.value->kind == json::Kind::list) {
        read_panel(sheet, slot, figure, *times);
    } else if (kind == FactKind::options && figure.value->kind == json::Kind::boolean) {
        store(sheet, slot, figure, Number(figure.value->truth ? 1 : 0));
    } else {
        read_number(sheet, slot, figure, *times);
    }
}

}  // namespace biaochi::detail
