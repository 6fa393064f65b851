/// @file
/// Says what was reported, and what a status other than reported does.

#include <algorithm>

#include "explain/cause_words.hpp"
#include "explain/notes.hpp"

namespace biaochi::detail {

namespace {

Phrase phrase(Status status) {
    switch (status) {
        case Status::missing:
            return Phrase::missing;
        case Status::reported:
            return Phrase::reported;
        case Status::not_applicable:
            return Phrase::not_applicable;
        case Status::estimated:
            return Phrase::estimated;
        case Status::rejected:
            return Phrase::rejected;
    }
    return Phrase::missing;
}

bool has_value(Status status) { return status == Status::reported || status == Status::estimated; }

const Given* given(const Notes& notes, std::size_t slot) {
    const auto entry = notes.record.given.find(slot);
    return entry == notes.record.given.end() ? nullptr : &entry->second;
}

/// The formula of a derived figure with its operands, and why it has no value.
Text derived_words(const Notes& notes, const DerivedFigure& figure, const Text& words) {
    std::vector<Text> operands;
    for (const Operand& operand : figure.operands) {
        Text name = slot_name(notes.rules, operand.slot);
        if (!operand.period.empty()) name = say(Phrase::figure, {name, same(operand.period)});
        const Text value = operand.value ? same(quantity(*operand.value, notes.fact(operand.slot).unit)) : say(Phrase::missing);
        operands.push_back(say(Phrase::named_figure, {name, value}));
    }
    const DerivedFact& plan = notes.rules.derived()[figure.plan];
    Text all = say(Phrase::derived_from, {words, same(plan.formula), joined(operands)});
    const bool strange = figure.cause != feel::Cause::none && figure.cause != feel::Cause::missing_fact;
    return strange ? say(Phrase::named_figure, {all, cause_words({figure.cause, nullptr})}) : all;
}

/// `rd_spend=12 rd_spend@2019=10`; what lacks is `?`.
std::string operands_text(const Notes& notes, const DerivedFigure& figure) {
    std::string text;
    for (const Operand& operand : figure.operands) {
        text += (text.empty() ? "" : " ") + notes.rules.slots()[operand.slot].id;
        if (!operand.period.empty()) text += "@" + operand.period;
        text += "=" + (operand.value ? operand.value->text() : std::string("?"));
    }
    return text;
}

/// One figure in full: value, unit, status, what was written, evidence.
void say_figure(Notes& notes, std::size_t slot) {
    const Cell& cell = notes.cell(slot);
    const std::string& unit = notes.fact(slot).unit;
    const std::string& id = notes.rules.slots()[slot].id;
    const Given* more = given(notes, slot);
    std::vector<std::pair<std::string_view, std::string>> data{{"slot", id}, {"status", std::string(name(cell.status))}};
    Text words = say(phrase(cell.status));
    if (has_value(cell.status)) {
        words = say(Phrase::figure, {same(quantity(cell.value, unit)), words});
        data.emplace_back("value", cell.value.text());
        if (!unit.empty()) data.emplace_back("unit", unit);
    }
    if (more != nullptr && !more->as_written.empty()) {
        words = say(Phrase::as_written, {words, same(more->as_written)});
        data.emplace_back("as_written", more->as_written);
    }
    if (const auto derived = notes.record.derived.find(slot); derived != notes.record.derived.end()) {
        words = derived_words(notes, derived->second, words);
        data.emplace_back("formula", notes.rules.derived()[derived->second.plan].formula);
        data.emplace_back("operands", operands_text(notes, derived->second));
    }
    if (more != nullptr && !more->evidence.empty()) {
        words = say(Phrase::evidence, {words, same(more->evidence)});
        data.emplace_back("evidence", more->evidence);
    }
    const Text slot_words = slot_name(notes.rules, slot);
    if (slot_words != node_name(notes.rules, notes.node)) words = say(Phrase::named_figure, {slot_words, words});
    notes.add(Topic::figure, std::move(words), std::move(data));
}

/// Figures of an inventory: those that say more than a count, and those that are not there, by status.
void say_inventory(Notes& notes, const std::vector<std::size_t>& slots) {
    for (const std::size_t slot : slots) {
        const Given* more = given(notes, slot);
        const bool special = notes.cell(slot).status == Status::estimated;
        if (special || (more != nullptr && !(more->as_written.empty() && more->evidence.empty()))) say_figure(notes, slot);
    }
    for (const Status status : {Status::missing, Status::not_applicable, Status::rejected}) {
        std::vector<Text> names;
        std::string ids;
        for (const std::size_t slot : slots) {
            if (notes.cell(slot).status != status) continue;
            names.push_back(slot_name(notes.rules, slot));
            ids += (ids.empty() ? "" : " ") + notes.rules.slots()[slot].id;
        }
        if (names.empty()) continue;
        Text words = say(phrase(status));
        if (names.size() < slots.size()) words = say(Phrase::unreported_list, {words, joined(names)});
        notes.add(Topic::figure, std::move(words), {{"slots", ids}, {"status", std::string(name(status))}});
    }
}

struct StatusRule {
    const Choice<Treatment>& written;
    const std::optional<Treatment>& resolved;
};

StatusRule rule_for(const PlanNode& plan, Status status) {
    const Treatments& written = plan.source->treat;
    switch (status) {
        case Status::not_applicable:
            return {written.not_applicable, plan.treat.not_applicable};
        case Status::estimated:
            return {written.estimated, plan.treat.estimated};
        case Status::rejected:
            return {written.rejected, plan.treat.rejected};
        default:
            return {written.missing, plan.treat.missing};
    }
}

Text treatment_words(const std::optional<Treatment>& treatment) {
    if (!treatment) return say(Phrase::treat_open);
    switch (*treatment) {
        case Treatment::zero:
            return say(Phrase::treat_zero);
        case Treatment::exclude:
            return say(Phrase::treat_exclude);
        case Treatment::refuse:
            return say(Phrase::treat_refuse);
        default:
            return say(Phrase::treat_unknown);
    }
}

/// What each status that occurs does, once.
void say_treatments(Notes& notes, const std::vector<std::size_t>& slots) {
    for (const Status status : {Status::missing, Status::not_applicable, Status::estimated, Status::rejected}) {
        const bool occurs = std::any_of(slots.begin(), slots.end(), [&](std::size_t slot) { return notes.cell(slot).status == status; });
        if (!occurs) continue;
        const StatusRule rule = rule_for(notes.plan(), status);
        static_cast<void>(notes.read(rule.written));
        if (rule.resolved == Treatment::use) continue;
        if (rule.resolved == Treatment::unknown && rule.written.stated()) continue;  // the open points say it
        notes.add(Topic::treatment, treatment_words(rule.resolved), {{"status", std::string(name(status))}});
    }
}

}  // namespace

bool counts(const Notes& notes, std::size_t slot) noexcept {
    const Status status = notes.cell(slot).status;
    return status == Status::reported || (status == Status::estimated && notes.plan().treat.estimated == Treatment::use);
}

void explain_figures(Notes& notes) {
    const auto slots = slots_of(notes.plan());
    if (slots.empty()) return;
    const FactKind kind = notes.fact(slots.front()).kind;
    if (kind == FactKind::items || kind == FactKind::options) {
        say_inventory(notes, slots);
    } else {
        for (const std::size_t slot : slots) say_figure(notes, slot);
    }
    say_treatments(notes, slots);
}

}  // namespace biaochi::detail
