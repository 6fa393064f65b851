/// @file
/// Reading the deadlines of a lifecycle, and the days before which its events may not happen.

#include <algorithm>
#include <array>

#include "rulebook/lifecycle.hpp"

namespace biaochi {
namespace detail {
namespace {

constexpr std::array<TermKind, 5> kinds{TermKind::days, TermKind::working_days, TermKind::months, TermKind::years, TermKind::each_year};

void read_start(Context& context, Fields& fields, Term& term) {
    if (const auto* start = fields.need("start")) {
        term.start = read_choice<Start>(context, *start, fields.at("start"), [&](const json::Value& word, const std::string& where) {
            return std::optional(read_word<Start>(context, word, where, {{"next_day", Start::next_day}, {"same_day", Start::same_day}}));
        });
    }
}

void read_month_rounding(Context& context, Fields& fields, Term& term) {
    if (const auto* rounding = fields.need("rounding")) {
        term.rounding = read_word<MonthRounding>(context, *rounding, fields.at("rounding"),
                                                 {{"last_day", MonthRounding::last_day},
                                                  {"next_month_first_day", MonthRounding::next_month_first_day},
                                                  {"refuse", MonthRounding::refuse}});
    }
}

void read_count(Context& context, Fields& fields, const json::Value& value, Term& term) {
    const std::string key(name(term.kind));
    term.count = read_int(context, value, fields.at(key), 0, 100'000).value_or(0);
    read_start(context, fields, term);
    if (term.kind == TermKind::working_days) {
        if (const auto* calendar = fields.need("calendar")) term.calendar = read_id(context, *calendar, fields.at("calendar"));
    }
    if (term.kind == TermKind::months || term.kind == TermKind::years) read_month_rounding(context, fields, term);
}

/// @param required  whether a term must be given
/// @return none where none is given
std::optional<Term> read_term(Context& context, Fields& fields, const std::string& pointer, bool required) {
    Term term;
    const json::Value* found = nullptr;
    std::string given;
    for (const TermKind kind : kinds) {
        const json::Value* value = fields.take(name(kind));
        if (value == nullptr) continue;
        given += given.empty() ? std::string(name(kind)) : ", " + std::string(name(kind));
        if (found == nullptr) {
            found = value;
            term.kind = kind;
        } else {
            context.report(IssueCode::bad_value, pointer, {given, "days | working_days | months | years | each_year"});
        }
    }
    if (found == nullptr) {
        if (!required) return std::nullopt;
        context.report(IssueCode::missing_key, pointer, {"days | working_days | months | years | each_year"});
    } else if (term.kind == TermKind::each_year) {
        term.each_year = read_yearly_day(context, *found, fields.at("each_year"));
        if (term.each_year == YearlyDay{std::chrono::February, std::chrono::day{29}}) read_month_rounding(context, fields, term);
    } else {
        read_count(context, fields, *found, term);
    }
    return term;
}

}  // namespace

Deadline read_deadline(Context& context, const json::Value& value, const std::string& pointer) {
    Deadline deadline;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return deadline;
    if (const auto* name = fields.need("name")) deadline.name = read_text(context, *name, fields.at("name"));
    if (const auto* owner = fields.take("owner")) deadline.owner = read_string(context, *owner, fields.at("owner"));
    if (const auto* from = fields.need("from")) deadline.from = read_expression_choice(context, *from, fields.at("from"));
    deadline.term = *read_term(context, fields, pointer, true);
    if (deadline.term.kind == TermKind::each_year) {
        if (const auto* until = fields.take("until")) deadline.until = read_string(context, *until, fields.at("until"));
        if (const auto* settles = fields.take("settles")) deadline.settles = read_string(context, *settles, fields.at("settles"));
    }
    if (const auto* event = fields.take("for")) deadline.settled_by = read_string(context, *event, fields.at("for"));
    deadline.late = take_text(context, fields, "late");
    deadline.provenance = read_provenance(context, fields);
    fields.done();
    return deadline;
}

NotBefore read_not_before(Context& context, const json::Value& value, const std::string& pointer) {
    NotBefore day;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return day;
    if (const auto* from = fields.need("from")) day.from = read_expression_choice(context, *from, fields.at("from"));
    day.term = read_term(context, fields, pointer, false);
    day.otherwise = take_text(context, fields, "else");
    day.provenance = read_provenance(context, fields);
    fields.done();
    return day;
}

}  // namespace detail

std::string_view name(TermKind kind) noexcept {
    switch (kind) {
        case TermKind::days:
            return "days";
        case TermKind::working_days:
            return "working_days";
        case TermKind::months:
            return "months";
        case TermKind::years:
            return "years";
        case TermKind::each_year:
            break;
    }
    return "each_year";
}

}  // namespace biaochi
