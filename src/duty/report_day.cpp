/// @file
/// The day on which a report is due next: stated, or the end of the period that it is for.

#include "duty/report_day.hpp"

namespace biaochi::detail {
namespace {

using std::chrono::month;

/// The last day of the stretch of months that a day is in; stretches begin in January. @param months  1, 3, 6 or 12
Date end_of_stretch(Date on, unsigned months) {
    const unsigned last = (static_cast<unsigned>(on.month()) + months - 1) / months * months;
    return on.year() / month(last) / std::chrono::last;
}

ReportDue of_period(Date on, unsigned months) {
    ReportDue due;
    due.basis = ReportBasis::period_end;
    due.day = end_of_stretch(on, months);
    return due;
}

ReportDue stated(std::optional<Date> day) {
    ReportDue due;
    due.basis = ReportBasis::stated;
    due.day = day;
    return due;
}

}  // namespace

ReportDue next_day(const Report& report, Date on) {
    switch (report.every) {
        case Every::month:
            return of_period(on, 1);
        case Every::quarter:
            return of_period(on, 3);
        case Every::half_year:
            return of_period(on, 6);
        case Every::year:
            return report.by ? stated(next_yearly(*report.by, on)) : of_period(on, 12);
        case Every::once:
            if (report.on) {
                ReportDue due = stated(report.on);
                due.passed = *report.on < on;
                return due;
            }
            break;
        case Every::unsaid:
            break;
    }
    return {};
}

}  // namespace biaochi::detail
