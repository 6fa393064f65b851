/// @file
/// Finding figures, and the last step from a comparison to a status.

#include "target/sight.hpp"

#include <utility>

#include "target/span.hpp"

namespace biaochi::detail {

using std::chrono::sys_days;

std::optional<Point> Sight::in_record(std::size_t slot, std::size_t record, Date day) const {
    const Cell& cell = index.records[record].cells[slot];
    if (!counts(cell.status)) return std::nullopt;
    return Point{cell.value, day, {record, no_index}, cell.status == Status::estimated};
}

std::optional<Point> Sight::newest(std::size_t slot, bool yearly) const {
    const auto& all = history();
    const sys_days last(at);
    for (std::size_t i = all.size(); i-- > 0;) {
        if (all[i].day > last || (yearly && all[i].year == 0)) continue;
        if (auto point = in_record(slot, all[i].record, Date(all[i].day))) return point;
    }
    return std::nullopt;
}

bool Sight::is_own(const PrintedFigure& figure) const {
    const std::string& name = index.regions[region];
    return figure.of.empty() ? name == index.own : name == figure.of;
}

std::optional<Point> Sight::of_year(std::size_t slot, int year) const {
    for (const auto& each : history()) {
        if (each.year != year) continue;
        if (auto point = in_record(slot, each.record, Date(each.day))) return point;
    }
    const TargetPlan& plan = index.plan();
    const auto& printed = index.rules.rulebook().targets->figures;
    for (const std::size_t i : target.figures) {
        const PlannedFigure& figure = plan.figures[i];
        if (!figure.whole_year || *figure.day != end_of_year(year) || printed[i].bound != Bound::exactly || !is_own(printed[i])) continue;
        return Point{figure.value, *figure.day, {no_index, i}, false};
    }
    return std::nullopt;
}

std::optional<Point> Sight::baseline() const {
    const TargetPlan& plan = index.plan();
    const auto& printed = index.rules.rulebook().targets->figures;
    std::optional<Point> found;
    for (const std::size_t i : target.figures) {
        const PlannedFigure& figure = plan.figures[i];
        if (!figure.day || *figure.day > at || printed[i].bound != Bound::exactly || !is_own(printed[i])) continue;
        if (!found || found->day < *figure.day) found = Point{figure.value, *figure.day, {no_index, i}, false};
    }
    if (!found) return found;
    for (const auto& each : history()) {
        if (each.day != sys_days(found->day)) continue;
        if (auto reported = in_record(target.slot, each.record, found->day)) found = std::move(reported);
    }
    return found;
}

void Sight::need(TargetNeed::Kind kind, std::size_t slot, std::optional<Date> day) {
    TargetNeed added;
    added.kind = kind;
    added.slot = slot;
    added.day = day;
    out.needs.push_back(std::move(added));
}

void Sight::tell(const Aim& aim, const Known& value) {
    out.value = value.interval();
    if (!out.value) return;
    const auto& [low, high] = *out.value;
    out.above = aim.to && low > *aim.to;
    const Number from_low = distance_to(aim, low);
    if (out.value->decided()) {
        out.distance = Interval{from_low, from_low};
        if (const auto percent = completion_of(aim, low)) out.completion = Interval{*percent, *percent};
        return;
    }
    const Number from_high = distance_to(aim, high);
    const bool between = aim.bound == Bound::exactly && low < aim.goal && aim.goal < high;
    out.distance = Interval{between ? Number() : min(from_low, from_high), max(from_low, from_high)};
    const auto percent_low = completion_of(aim, low);
    const auto percent_high = completion_of(aim, high);
    if (percent_low && percent_high) out.completion = Interval{min(*percent_low, *percent_high), max(*percent_low, *percent_high)};
}

void Sight::tell_pace(const Aim& aim, const Known& value) {
    if (!way.due || *way.due <= index.on || !value.low || !value.high) return;
    const Number years = years_between(index.on, *way.due);
    out.pace = Interval{(aim.enough - *value.high) / years, (aim.enough - *value.low) / years};
}

void Sight::settle(Answer reached, Date last, std::optional<Date> end, Answer on_line) {
    if (reached == Answer::met) {
        out.status = TargetStatus::met;
    } else if (!way.due) {
        need(TargetNeed::Kind::day);
    } else if (end && last >= *end) {
        if (reached == Answer::not_met) out.status = TargetStatus::missed;
    } else if (is_past_due()) {
        need(TargetNeed::Kind::figure, target.slot, end);
    } else if (on_line != Answer::undetermined) {
        out.status = on_line == Answer::met ? TargetStatus::on_track : TargetStatus::behind;
    }
    if (out.status != TargetStatus::undetermined) out.needs.clear();
}

Answer against_line(const Aim& aim, const Number& from, const Number& expected, const Known& value) {
    const bool down = aim.bound == Bound::exactly ? aim.goal < from : aim.downward;
    const std::optional<Number>& worse = down ? value.high : value.low;
    const std::optional<Number>& better = down ? value.low : value.high;
    if (worse && (down ? *worse <= expected : *worse >= expected)) return Answer::met;
    const bool is_short = better && (down ? *better > expected : *better < expected);
    return is_short && !aim.slack ? Answer::not_met : Answer::undetermined;
}

}  // namespace biaochi::detail
