/// @file
/// A class: the newest record that says which.

#include "target/sight.hpp"

namespace biaochi::detail {
namespace {

using Kind = TargetNeed::Kind;

/// What a record says of the class.
struct Said {
    bool known = true;
    bool several = false;
    bool estimated = false;
    std::size_t place = no_index;
};

Said read_class(const Sight& sight, const Record& record) {
    const auto& slots = sight.target.class_slots;
    Said said;
    std::size_t lacking = 0;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const Cell& cell = record.cells[slots[i]];
        if (!counts(cell.status)) {
            ++lacking;
            continue;
        }
        said.estimated = said.estimated || cell.status == Status::estimated;
        if (cell.value.sign() <= 0) continue;
        said.several = said.place != no_index;
        said.place = i;
    }
    said.known = said.place != no_index || lacking == 0;
    if (said.place == no_index) said.place = slots.size();
    return said;
}

}  // namespace

void judge_class(Sight& sight) {
    const auto& all = sight.history();
    const std::chrono::sys_days last(sight.at);
    for (std::size_t i = all.size(); i-- > 0;) {
        if (all[i].day > last) continue;
        const Said said = read_class(sight, sight.index.records[all[i].record]);
        if (!said.known) continue;
        const Date day(all[i].day);
        sight.out.figure = {all[i].record, no_index};
        sight.out.estimated = said.estimated;
        if (said.several) {
            sight.need(Kind::one_class, sight.target.class_slots.front(), day);
            return;
        }
        sight.out.place = said.place;
        const bool reached = said.place <= sight.target.best;
        const Number lacking(reached ? 0 : static_cast<std::int64_t>(said.place - sight.target.best));
        sight.out.distance = Interval{lacking, lacking};
        if (sight.way.due && !sight.is_past_due()) sight.need(Kind::line);
        sight.settle(reached ? Answer::met : Answer::not_met, day, sight.way.due, Answer::undetermined);
        return;
    }
    sight.need(Kind::figure, sight.target.class_slots.front(), sight.is_past_due() ? sight.way.due : std::nullopt);
}

}  // namespace biaochi::detail
