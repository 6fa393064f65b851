/// @file
/// Levels, places, shares, quotients, and growth from a base: the newest figure against a goal, and the line to it.

#include <algorithm>
#include <utility>
#include <vector>

#include "target/sight.hpp"
#include "target/span.hpp"

namespace biaochi::detail {
namespace {

using Form = Target::Form;
using Kind = TargetNeed::Kind;

bool counts_from_base(Form form) noexcept {
    return form == Form::growth || form == Form::multiple || form == Form::gain || form == Form::rank_gain;
}

/// The day on which a target is judged finally: of whole years the end of the last one.
std::optional<Date> end_of(const Sight& sight) {
    if (!sight.way.due || !counts_from_base(sight.form())) return sight.way.due;
    return end_of_year(last_whole_year(*sight.way.due));
}

/// Tells where a straight line from a start to what is enough stands on a day, and compares.
Answer compare_with_line(Sight& sight, const Aim& aim, const Number& from, Date start, Date now, const Known& value) {
    const std::optional<Date> end = end_of(sight);
    if (!end || sight.is_past_due()) return Answer::undetermined;
    const Number part = years_between(start, now) / years_between(start, *end);
    const Number expected = from + (aim.enough - from) * part;
    sight.out.expected = Interval{expected, expected};
    return against_line(aim, from, expected, value);
}

/// What is still needed to be told on the line or behind it.
void need_line(Sight& sight, Kind kind, std::size_t slot = no_index, std::optional<Date> day = std::nullopt) {
    if (sight.way.due && !sight.is_past_due()) sight.need(kind, slot, day);
}

void finish(Sight& sight, const Aim& aim, const Known& value, Date now, Answer on_line) {
    const Answer reached = reaches(aim, value);
    if (reached == Answer::undetermined && aim.slack) sight.need(Kind::tolerance);
    sight.tell(aim, value);
    if (reached != Answer::met && sight.form() != Form::relative) sight.tell_pace(aim, value);
    sight.settle(reached, now, end_of(sight), on_line);
    if (reached == Answer::met) sight.out.expected.reset();
}

void judge_level(Sight& sight, const Aim& aim, const Point& now) {
    const Known value(now.value * sight.target.factor);
    Answer on_line = Answer::undetermined;
    const std::optional<Point> base = sight.baseline();
    if (!base) {
        need_line(sight, Kind::baseline, sight.target.slot);
    } else if (base->day >= now.day) {
        need_line(sight, Kind::figure, sight.target.slot);
    } else if (!sight.way.due || base->day < *sight.way.due) {
        sight.out.base = base->from;
        sight.use(*base);
        on_line = compare_with_line(sight, aim, base->value * sight.target.factor, base->day, now.day, value);
    }
    finish(sight, aim, value, now.day, on_line);
}

void judge_coverage(Sight& sight, const Aim& aim, const Point& now) {
    const std::optional<Point> all = sight.in_record(sight.target.all_slot, now.from.record, now.day);
    Known value;
    if (!all) {
        sight.need(Kind::figure, sight.target.all_slot, now.day);
    } else if (all->value.sign() <= 0) {
        sight.need(Kind::positive_base, sight.target.all_slot, now.day);
    } else {
        sight.use(*all);
        value = Known(now.value * sight.target.factor / all->value);
    }
    if (all) need_line(sight, Kind::line);
    finish(sight, aim, value, now.day, Answer::undetermined);
}

/// Names the first of the peers that lack, and counts the others: each region's answer would otherwise repeat the whole table.
void name_peers(Sight& sight, const std::vector<std::size_t>& missing) {
    constexpr std::size_t most_named = 5;
    TargetNeed& need = sight.out.needs.back();
    const std::size_t named = std::min(missing.size(), most_named);
    need.regions.reserve(named);
    for (std::size_t i = 0; i < named; ++i) need.regions.push_back(sight.index.records[missing[i]].region);
    need.more = missing.size() - named;
}

/// The mean of the peers' figures, as far as it is known: a figure that lacks lies within the bounds of its fact.
Known mean_of_peers(Sight& sight, const Point& now) {
    const auto& index = sight.index;
    const auto& cohort = index.cohorts.at(sight.target.slot)[index.cohort_of[now.from.record]];
    const auto missing = static_cast<std::int64_t>(cohort.missing.size());
    const auto peers = static_cast<std::int64_t>(cohort.known) - 1 + missing;
    sight.out.peers = static_cast<std::size_t>(peers);
    sight.out.estimated = sight.out.estimated || cohort.estimated;
    if (peers == 0 || missing > 0) {
        sight.need(Kind::peers, sight.target.slot, now.day);
        name_peers(sight, cohort.missing);
    }
    Known mean;
    if (peers == 0) return mean;
    const Number sum = cohort.sum - now.value;
    const Slot& slot = index.rules.slots()[sight.target.slot];
    if (missing == 0 || slot.min) mean.low = (missing == 0 ? sum : sum + *slot.min * Number(missing)) / Number(peers);
    if (missing == 0 || slot.max) mean.high = (missing == 0 ? sum : sum + *slot.max * Number(missing)) / Number(peers);
    return mean;
}

void judge_relative(Sight& sight, const Aim& aim, const Point& now) {
    const Known mean = mean_of_peers(sight, now);
    Known value;
    if (mean.low && mean.high) sight.out.amount = Interval{aim.goal * *mean.low, aim.goal * *mean.high};
    const bool exact = mean.low && mean.high && *mean.low == *mean.high;
    if (exact && mean.low->sign() > 0) {
        value = Known(now.value / *mean.low);
    } else if (!exact && mean.low && mean.low->sign() > 0 && now.value.sign() >= 0) {
        value.high = now.value / *mean.low;
        if (mean.high) value.low = now.value / *mean.high;
    } else if (exact) {
        sight.need(Kind::positive_base, sight.target.slot, now.day);
    }
    if (sight.out.needs.empty()) need_line(sight, Kind::line);
    finish(sight, aim, value, now.day, Answer::undetermined);
}

/// Compound growth: the figure against base × (1 + rate)^years, in rationals; never a root.
void judge_growth(Sight& sight, const Aim& rate, const Point& base, const Point& now) {
    const int from = *sight.way.from;
    const int year = static_cast<int>(now.day.year());
    const std::optional<Date> end = end_of(sight);
    const int last = end ? static_cast<int>(end->year()) : year;
    const auto after = [&](const Number& percent, int until) {
        return base.value * sight.index.growth.factor(percent, until - from) * sight.target.factor;
    };
    Aim aim = rate;
    aim.goal = after(rate.goal, last);
    aim.enough = rate.enough == rate.goal ? aim.goal : after(rate.enough, last);
    if (rate.to) aim.to = after(*rate.to, last);
    sight.out.amount = Interval{aim.goal, aim.goal};
    const Known value(now.value * sight.target.factor);
    Answer on_line = Answer::undetermined;
    if (end && !sight.is_past_due()) {
        const Number expected = after(rate.enough, year);
        sight.out.expected = Interval{expected, expected};
        on_line = against_line(aim, base.value * sight.target.factor, expected, value);
    }
    finish(sight, aim, value, now.day, on_line);
}

void judge_from_base(Sight& sight, const Aim& aim, const Point& now) {
    if (!sight.way.from) {
        sight.need(Kind::base_year);
        return;
    }
    const int from = *sight.way.from;
    const std::optional<Point> base = sight.of_year(sight.target.slot, from);
    if (!base) {
        sight.need(Kind::figure, sight.target.slot, end_of_year(from));
        return;
    }
    sight.out.base = base->from;
    sight.use(*base);
    if (static_cast<int>(now.day.year()) <= from) {
        sight.need(Kind::figure, sight.target.slot, end_of_year(from + 1));
        return;
    }
    const bool divides = sight.form() == Form::growth || sight.form() == Form::multiple;
    if (divides && base->value.sign() <= 0) {
        sight.need(Kind::positive_base, sight.target.slot, base->day);
        return;
    }
    if (sight.form() == Form::growth) {
        judge_growth(sight, aim, *base, now);
        return;
    }
    Number start;
    Number value;
    if (sight.form() == Form::multiple) {
        start = Number(1);
        value = now.value / base->value;
    } else {
        value = (sight.form() == Form::rank_gain ? base->value - now.value : now.value - base->value) * sight.target.factor;
    }
    const Answer on_line = compare_with_line(sight, aim, start, base->day, now.day, Known(value));
    finish(sight, aim, Known(value), now.day, on_line);
}

}  // namespace

void judge_amount(Sight& sight) {
    const Form form = sight.form();
    const Aim aim = aim_of(form, *sight.target.source->goal, sight.way.goal, sight.way.tolerance);
    const std::optional<Point> now = sight.newest(sight.target.slot, counts_from_base(form));
    if (!now) {
        if (counts_from_base(form) && !sight.way.from) sight.need(Kind::base_year);
        sight.need(Kind::figure, sight.target.slot, sight.is_past_due() ? end_of(sight) : std::nullopt);
        return;
    }
    sight.out.figure = now->from;
    sight.use(*now);
    if (counts_from_base(form)) {
        judge_from_base(sight, aim, *now);
    } else if (form == Form::coverage) {
        judge_coverage(sight, aim, *now);
    } else if (form == Form::relative) {
        judge_relative(sight, aim, *now);
    } else {
        judge_level(sight, aim, *now);
    }
}

}  // namespace biaochi::detail
