/// @file
/// From targets as written to their plan.

#include <algorithm>
#include <utility>

#include "biaochi/rulebook/target_section.hpp"
#include "biaochi/rulebook/unit.hpp"
#include "json/value.hpp"
#include "rulebook/targets.hpp"
#include "ruleset/targets.hpp"

namespace biaochi::detail {
namespace {

using Form = Target::Form;
using Reads = std::vector<TargetWay::Read>;

/// Plans the targets of one rulebook.
class Planner {
public:
    Planner(const Rulebook& book, const std::vector<Slot>& slots, const Choices& choices) : book_(book), slots_(slots), choices_(choices) {}

    PlannedFigure figure(const PrintedFigure& source) const {
        PlannedFigure planned;
        planned.slot = slot_of(source.fact);
        const std::string& unit = find(book_.facts, source.fact)->unit;
        const bool other = !source.unit.empty() && source.unit != unit;
        planned.value = other ? source.value * conversion(book_.units, source.unit, unit).value_or(Number(1)) : source.value;
        planned.day = last_day(source.period);
        planned.whole_year = whole_year(source.period).has_value();
        return planned;
    }

    PlannedTarget target(const std::string& id, const Target& source) const {
        PlannedTarget planned;
        planned.id = &id;
        planned.source = &source;
        planned.pointer = json::child("/targets", id);
        planned.unit = unit_of_values(book_, source);
        if (source.form == Form::in_class) {
            plan_classes(source, planned);
        } else if (source.form != Form::qualitative) {
            planned.slot = slot_of(source.fact);
            planned.factor = factor_of_figures(book_, source).value_or(Number(1));
        }
        if (source.form == Form::coverage) plan_coverage(source, planned);
        plan_ways(source, planned);
        const auto& figures = book_.targets->figures;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            if (!source.fact.empty() && figures[i].fact == source.fact) planned.figures.push_back(i);
        }
        return planned;
    }

private:
    [[nodiscard]] std::size_t slot_of(const std::string& fact) const {
        const auto found = std::find_if(slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.id == fact; });
        return found == slots_.end() ? no_index : static_cast<std::size_t>(found - slots_.begin());
    }

    void plan_classes(const Target& source, PlannedTarget& planned) const {
        planned.class_slots.reserve(source.classes.size());
        for (const std::string& word : source.classes) planned.class_slots.push_back(slot_of(source.fact + "." + word));
        const auto best = std::find(source.classes.begin(), source.classes.end(), source.best);
        planned.best = static_cast<std::size_t>(best - source.classes.begin());
    }

    void plan_coverage(const Target& source, PlannedTarget& planned) const {
        planned.all_slot = slot_of(source.of_all);
        const std::string& part = find(book_.facts, source.fact)->unit;
        const std::string& whole = find(book_.facts, source.of_all)->unit;
        planned.factor = Number(100);
        if (part != whole) planned.factor *= conversion(book_.units, part, whole).value_or(Number(1));
    }

    /// Adds the open point of a choice, where it is unread.
    template <class T>
    void note_open(const Choice<T>& choice, std::vector<std::size_t>& open) const {
        if (choice.by.empty()) return;
        const std::size_t point = choices_.resolve(choice).open;
        if (point != no_index && std::find(open.begin(), open.end(), point) == open.end()) open.push_back(point);
    }

    /// The value of a choice when its open point, if it is unread, is read as @p reads says.
    template <class T>
    const T* value(const Choice<T>& choice, const Reads& reads) const {
        if (choice.by.empty()) return nullptr;
        const auto resolved = choices_.resolve(choice);
        if (resolved.value != nullptr) return resolved.value;
        for (const TargetWay::Read& read : reads) {
            if (read.open != resolved.open) continue;
            for (const auto& [reading, number] : choice.by) {
                if (reading == read.reading) return &number;
            }
        }
        return nullptr;
    }

    void plan_ways(const Target& source, PlannedTarget& planned) const {
        if (source.goal) {
            note_open(source.goal->value, planned.open);
            if (source.goal->tolerance) note_open(*source.goal->tolerance, planned.open);
        }
        if (source.from) note_open(*source.from, planned.open);
        if (source.due) note_open(*source.due, planned.open);
        std::vector<Reads> all{{}};
        for (const std::size_t open : planned.open) {
            std::vector<Reads> more;
            if (all.size() * book_.open[open].second.readings.size() > most_target_ways) return;
            for (const Reads& reads : all) {
                for (const auto& reading : book_.open[open].second.readings) {
                    more.push_back(reads);
                    more.back().push_back({open, reading.first});
                }
            }
            all = std::move(more);
        }
        planned.ways.reserve(all.size());
        for (Reads& reads : all) planned.ways.push_back(way(source, std::move(reads)));
    }

    [[nodiscard]] TargetWay way(const Target& source, Reads reads) const {
        TargetWay made;
        if (source.goal) {
            made.goal = *value(source.goal->value, reads);
            if (source.goal->tolerance) made.tolerance = *value(*source.goal->tolerance, reads);
        }
        if (source.from) made.from = *value(*source.from, reads);
        if (source.due) made.due = *value(*source.due, reads);
        made.readings = std::move(reads);
        return made;
    }

    const Rulebook& book_;
    const std::vector<Slot>& slots_;
    const Choices& choices_;
};

}  // namespace

std::shared_ptr<const TargetPlan> compile_targets(const Rulebook& book, const std::vector<Slot>& slots, const Choices& choices,
                                                  std::vector<Issue>&) {
    if (!book.targets) return nullptr;
    const Planner planner(book, slots, choices);
    auto plan = std::make_shared<TargetPlan>();
    plan->figures.reserve(book.targets->figures.size());
    for (const PrintedFigure& figure : book.targets->figures) plan->figures.push_back(planner.figure(figure));
    plan->targets.reserve(book.targets->targets.size());
    for (const auto& [id, target] : book.targets->targets) plan->targets.push_back(planner.target(id, target));
    return plan;
}

}  // namespace biaochi::detail
