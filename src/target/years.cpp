/// @file
/// What is promised of each year, or of all years together: no year that lacks is passed over.

#include <utility>
#include <vector>

#include "target/sight.hpp"
#include "target/span.hpp"

namespace biaochi::detail {
namespace {

using Form = Target::Form;
using Kind = TargetNeed::Kind;

/// The years that are looked at.
struct Years {
    int first = 0;
    int last = 0;                               ///< before `first`: none
    std::vector<std::optional<Point>> figures;  ///< by year from `first`
    bool complete = true;
    bool over = false;  ///< the last year is the last that counts
};

/// The newest year until @p last of which a figure was reported.
int newest_year(const Sight& sight, int last) {
    int newest = 0;
    for (const auto& each : sight.history()) {
        if (each.year > newest && each.year <= last && sight.in_record(sight.target.slot, each.record, Date(each.day))) newest = each.year;
    }
    return newest;
}

/// Gathers the figures, and names those that lack. Before it is due, the years until the newest figure; then all.
Years gather(Sight& sight, int first) {
    Years years;
    years.first = first;
    const int ended = last_whole_year(sight.at);
    years.over = sight.is_past_due();
    years.last = years.over ? ended : newest_year(sight, ended);
    for (int year = years.first; year <= years.last; ++year) {
        years.figures.push_back(sight.of_year(sight.target.slot, year));
        if (years.figures.back()) {
            sight.use(*years.figures.back());
        } else {
            years.complete = false;
            sight.need(Kind::figure, sight.target.slot, end_of_year(year));
        }
    }
    if (years.last < first) sight.need(Kind::figure, sight.target.slot, end_of_year(first));
    sight.out.first_year = first;
    sight.out.years.reserve(years.figures.size());
    for (const auto& figure : years.figures) sight.out.years.push_back(figure ? figure->from : TargetFigure{});
    return years;
}

/// The bare answer over all years, as a status. @param failed  a year is known to have failed
void settle_years(Sight& sight, const Years& years, bool failed) {
    const bool none = years.last < years.first;
    if (failed) {
        if (sight.way.due) {
            sight.out.status = years.over ? TargetStatus::missed : TargetStatus::behind;
        } else {
            sight.need(Kind::day);
        }
    } else if (!none && sight.out.needs.empty()) {
        sight.out.status = years.over || !sight.way.due ? TargetStatus::met : TargetStatus::on_track;
    }
    if (sight.out.status != TargetStatus::undetermined) sight.out.needs.clear();
}

bool is_worse(const Aim& aim, const Number& value, const Number& than) {
    if (aim.bound == Bound::exactly) return distance_to(aim, value) > distance_to(aim, than);
    return aim.downward ? value > than : value < than;
}

void judge_yearly(Sight& sight, const Years& years, const Aim& aim) {
    std::optional<Number> worst;
    bool failed = false;
    bool unclear = false;
    for (const auto& figure : years.figures) {
        if (!figure) continue;
        const Number value = figure->value * sight.target.factor;
        const Answer reached = reaches(aim, Known(value));
        failed = failed || reached == Answer::not_met;
        unclear = unclear || reached == Answer::undetermined;
        if (worst && !is_worse(aim, value, *worst)) continue;
        worst = value;
        sight.out.figure = figure->from;
    }
    if (worst && years.complete) sight.tell(aim, Known(*worst));
    if (unclear) sight.need(Kind::tolerance);
    settle_years(sight, years, failed);
}

void judge_falls(Sight& sight, const Years& years, const std::optional<Point>& before) {
    Aim aim;
    std::optional<Number> least;
    const std::optional<Point>* previous = &before;
    for (const auto& figure : years.figures) {
        if (figure && *previous) {
            const Number change = (figure->value - (*previous)->value) * sight.target.factor;
            if (!least || change < *least) {
                least = change;
                sight.out.figure = figure->from;
                sight.out.base = (*previous)->from;
            }
        }
        previous = &figure;
    }
    if (least && years.complete && before) sight.tell(aim, Known(*least));
    settle_years(sight, years, least && least->sign() < 0);
}

void judge_sum(Sight& sight, const Years& years, const Aim& aim) {
    const Slot& slot = sight.index.rules.slots()[sight.target.slot];
    Known value{Number()};
    for (const auto& figure : years.figures) {
        if (figure) sight.out.figure = figure->from;
        const std::optional<Number> least = figure ? std::optional(figure->value) : slot.min;
        const std::optional<Number> most = figure ? std::optional(figure->value) : slot.max;
        value.low = value.low && least ? std::optional(*value.low + *least * sight.target.factor) : std::nullopt;
        value.high = value.high && most ? std::optional(*value.high + *most * sight.target.factor) : std::nullopt;
    }
    Answer on_line = Answer::undetermined;
    const bool begun = years.last >= years.first;
    if (begun && sight.way.due && !years.over) {
        const int length = last_whole_year(*sight.way.due) - years.first + 1;
        const Number expected = aim.enough * Number(years.last - years.first + 1, length);
        sight.out.expected = Interval{expected, expected};
        on_line = against_line(aim, Number(), expected, value);
    }
    const Answer reached = begun ? reaches(aim, value) : Answer::undetermined;
    if (begun) sight.tell(aim, value);
    if (begun && reached == Answer::undetermined && aim.slack) sight.need(Kind::tolerance);
    if (begun && reached != Answer::met) sight.tell_pace(aim, value);
    std::optional<Date> end;
    if (sight.way.due) end = end_of_year(last_whole_year(*sight.way.due));
    const bool downward = aim.downward || aim.bound == Bound::exactly;
    // Of a sum that must stay below, a later year may still break it: it is met when all years are in.
    const bool early = downward && reached == Answer::met && !years.over && sight.way.due;
    sight.settle(early ? Answer::undetermined : reached, end_of_year(years.last), end, early ? Answer::met : on_line);
    if (reached == Answer::met) sight.out.expected.reset();
}

}  // namespace

void judge_years(Sight& sight) {
    const Form form = sight.form();
    if (!sight.way.from) {
        sight.need(Kind::base_year);
        if (const auto now = sight.newest(sight.target.slot, true)) {
            sight.out.figure = now->from;
            sight.use(*now);
        }
        return;
    }
    std::optional<Point> before;
    if (form == Form::not_falling) {
        before = sight.of_year(sight.target.slot, *sight.way.from - 1);
        if (before) {
            sight.use(*before);
        } else {
            sight.need(Kind::figure, sight.target.slot, end_of_year(*sight.way.from - 1));
        }
    }
    const Years years = gather(sight, *sight.way.from);
    if (form == Form::not_falling) {
        judge_falls(sight, years, before);
        return;
    }
    const Aim aim = aim_of(form, *sight.target.source->goal, sight.way.goal, sight.way.tolerance);
    if (form == Form::yearly) {
        judge_yearly(sight, years, aim);
    } else {
        judge_sum(sight, years, aim);
    }
}

}  // namespace biaochi::detail
