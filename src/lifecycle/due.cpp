/// @file
/// The duties of a case: when each falls due, and whether it is settled.

#include "biaochi/lifecycle/due.hpp"

#include <algorithm>

#include "biaochi/core/error.hpp"
#include "biaochi/feel/evaluate.hpp"
#include "lifecycle/fold.hpp"
#include "lifecycle/term.hpp"

namespace biaochi {
namespace {

/// The duties of one case under construction.
class Duties {
public:
    Duties(const Ruleset& rules, const Case& of, Date as_of, Calendars calendars, Subjects subjects)
        : rules_(rules), of_(of), as_of_(as_of), inputs_(rules, subjects, calendars) {
        inputs_.set_subject(of.id, as_of);
        inputs_.set_fields(of.fields);
    }

    std::vector<Duty> list() {
        for (const DeadlinePlan& each : rules_.lifecycle()->states[of_.state].deadlines) {
            if (each.source->term.kind == TermKind::each_year) {
                add_yearly(each);
            } else {
                add(each);
            }
        }
        return std::move(duties_);
    }

private:
    /// A duty whose first day is not known.
    void add_unknown(const DeadlinePlan& plan, const detail::Begins& starts) {
        Duty duty;
        duty.deadline = &plan;
        duty.open = plan.open;
        if (!starts.unknown.empty())
            duty.issue = make_issue(IssueCode::date_not_known, plan.pointer + "/from", {*plan.id, starts.unknown[0]});
        duties_.push_back(std::move(duty));
    }

    void add(const DeadlinePlan& plan) {
        const detail::Begins from = detail::begins(plan.from, of_, inputs_);
        if (from.days.empty() && from.unknown.empty()) return;  // the event that it counts from has not happened
        if (!from.unknown.empty() || from.not_yet) return add_unknown(plan, from);
        Duty duty;
        duty.deadline = &plan;
        duty.open = plan.open;
        Date begin = from.days.front().day;
        for (const detail::Begin& each : from.days) {
            begin = std::min(begin, each.day);
            const auto end = detail::end_of_term(plan.source->term, each.day, each.start, inputs_.calendars(), plan.pointer);
            if (!end.day) duty.issue = end.issue;
            if (!end.day) continue;
            if (!duty.earliest || *end.day < *duty.earliest) duty.earliest = end.day;
            if (!duty.latest || *end.day > *duty.latest) duty.latest = end.day;
        }
        for (const DatedEvent& event : of_.history) {
            if (event.event != plan.settled_by || event.date < begin || event.date < of_.since || duty.done_on) continue;
            duty.done_on = event.date;
        }
        finish(duty);
    }

    void finish(Duty& duty) {
        if (duty.issue || !duty.latest) {
            duty.state = DutyState::undetermined;
            duty.earliest.reset();
            duty.latest.reset();
        } else if (duty.done_on) {
            duty.state = *duty.done_on <= *duty.earliest ? DutyState::done
                         : *duty.done_on > *duty.latest  ? DutyState::done_late
                                                         : DutyState::undetermined;
        } else {
            duty.state = as_of_ <= *duty.earliest ? DutyState::due : as_of_ > *duty.latest ? DutyState::overdue : DutyState::undetermined;
        }
        duties_.push_back(std::move(duty));
    }

    /// The year of the day that an event settles; none where the rulebook does not say, or it is not known.
    std::optional<int> settled_year(const DeadlinePlan& plan, const DatedEvent& event) {
        inputs_.set_event(event);
        const feel::Value value = feel::evaluate(*plan.settles, inputs_.values());
        if (value.kind() != feel::Kind::number || !value.number().is_whole() || !value.number().is_small()) return std::nullopt;
        const std::int64_t year = value.number().small_numerator();
        return year < 0 || year > 9999 ? std::nullopt : std::optional(static_cast<int>(year));
    }

    /// Settles each day by the events: by the year that they name, or the earliest day that is still open.
    void settle(const DeadlinePlan& plan, Date begin, std::vector<Duty>& days) {
        for (const DatedEvent& event : of_.history) {
            if (event.event != plan.settled_by || event.date < begin) continue;
            const auto year = plan.settles ? settled_year(plan, event) : std::nullopt;
            const auto matches = [&](const Duty& duty) {
                return !duty.done_on && (plan.settles ? year && static_cast<int>(duty.latest->year()) == *year : true);
            };
            const auto found = std::find_if(days.begin(), days.end(), matches);
            if (found != days.end()) found->done_on = event.date;
        }
    }

    void add_yearly(const DeadlinePlan& plan) {
        const detail::Begins from = detail::begins(plan.from, of_, inputs_);
        if (from.days.empty() && from.unknown.empty()) return;
        if (!from.unknown.empty() || from.not_yet) return add_unknown(plan, from);
        const auto before = [](const detail::Begin& a, const detail::Begin& b) { return a.day < b.day; };
        const auto [first, last] = std::minmax_element(from.days.begin(), from.days.end(), before);
        const Date begin = first->day;
        const Date common = last->day;  // days from here on are due under every reading
        if (begin != common && !plan.settles) return add_unknown(plan, from);
        std::optional<Date> until;
        if (plan.until) {
            until = detail::date_of(*plan.until, inputs_);
            if (!until) return add_unknown(plan, {{}, {plan.until->text()}, false});
        }
        const Term& term = plan.source->term;
        std::vector<Duty> days;
        for (auto day = next_yearly(term.each_year, begin, term.rounding); day && (!until || *day < *until);
             day = next_yearly(term.each_year, Date(std::chrono::sys_days(*day) + std::chrono::days(1)), term.rounding)) {
            Duty duty;
            duty.deadline = &plan;
            duty.earliest = duty.latest = day;
            days.push_back(std::move(duty));
            if (*day >= as_of_) break;
        }
        settle(plan, begin, days);
        for (Duty& duty : days) {
            const bool some_readings_only = *duty.latest < common;
            const bool done = duty.done_on.has_value();
            if (some_readings_only) duty.open = plan.open;
            finish(duty);
            if (some_readings_only && !done) duties_.back().state = DutyState::undetermined;
        }
    }

    const Ruleset& rules_;
    const Case& of_;
    Date as_of_;
    detail::Inputs inputs_;
    std::vector<Duty> duties_;
};

}  // namespace

std::vector<Duty> due(const Ruleset& rules, const Case& of, Date as_of, Calendars calendars, Subjects subjects) {
    detail::expect_same_rules(rules, of);
    if (of.state == no_index) return {};
    if (as_of < of.history.back().date) {
        throw Error(ErrorCode::out_of_range, "the case " + of.id + " has an event after " + date_text(as_of));
    }
    return Duties(rules, of, as_of, calendars, subjects).list();
}

std::string_view name(DutyState state) noexcept {
    switch (state) {
        case DutyState::due:
            return "due";
        case DutyState::overdue:
            return "overdue";
        case DutyState::done:
            return "done";
        case DutyState::done_late:
            return "done_late";
        case DutyState::undetermined:
            break;
    }
    return "undetermined";
}

}  // namespace biaochi
