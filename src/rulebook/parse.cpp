/// @file
/// From the text of a rulebook to its structure.

#include "biaochi/rulebook/parse.hpp"

#include <algorithm>

#include "rulebook/lifecycle.hpp"
#include "rulebook/sections.hpp"

namespace biaochi {
namespace detail {
namespace {

constexpr std::string_view format_name = "biaochi/1";

void read_effective(Context& context, const json::Value& value, const std::string& pointer) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    Period& effective = context.book.effective;
    if (const auto* from = fields.need("from")) effective.from = read_date(context, *from, fields.at("from")).value_or(Date{});
    if (const auto* until = fields.take("until")) {
        effective.until = read_date(context, *until, fields.at("until"));
        if (effective.until && effective.from.ok() && *effective.until <= effective.from) {
            context.report(IssueCode::period_reversed, pointer, {date_text(effective.from), date_text(*effective.until)});
        }
    }
    fields.done();
}

void read_head(Context& context, Fields& fields) {
    Rulebook& book = context.book;
    if (const auto* format = fields.need("format")) {
        const std::string found = read_string(context, *format, fields.at("format"));
        if (format->kind == json::Kind::text && found != format_name) {
            context.report(IssueCode::unknown_format, fields.at("format"), {found, format_name});
        }
    }
    if (const auto* id = fields.need("id")) book.id = read_id(context, *id, fields.at("id"));
    if (const auto* version = fields.need("version")) book.version = read_string(context, *version, fields.at("version"));
    if (const auto* effective = fields.need("effective")) read_effective(context, *effective, fields.at("effective"));
    if (const auto* title = fields.need("title")) book.title = read_text(context, *title, fields.at("title"));
    if (const auto* label = fields.take("label")) book.label = read_string(context, *label, fields.at("label"));
    book.note = take_text(context, fields, "note");
    if (const auto* misprints = fields.take("misprints")) {
        book.misprints = read_misprints(context, *misprints, fields.at("misprints"));
    }
}

/// Sections in the order in which they refer to each other, whatever their order in the document.
void read_sections(Context& context, Fields& fields) {
    Rulebook& book = context.book;
    if (const auto* sources = fields.need("sources")) read_sources(context, *sources, fields.at("sources"));
    if (const auto* open = fields.take("open")) read_open_points(context, *open, fields.at("open"));
    if (const auto* units = fields.take("units")) read_units(context, *units, fields.at("units"));
    const bool scores = fields.has("score");
    if (const auto* facts = scores ? fields.need("facts") : fields.take("facts")) read_facts(context, *facts, fields.at("facts"));
    if (const auto* score = fields.take("score")) book.score = read_node(context, *score, fields.at("score"));
    if (const auto* shown = fields.take("shown")) {
        book.shown = read_rounding(context, *shown, fields.at("shown")).value_or(Rounding{});
    }
    if (const auto* classes = fields.take("classes")) book.classes = read_classes(context, *classes, fields.at("classes"));
    if (const auto* ranking = fields.take("ranking")) book.ranking = read_ranking(context, *ranking, fields.at("ranking"));
    if (const auto* groups = fields.take("groups")) book.groups = read_groups(context, *groups, fields.at("groups"));
    if (const auto* subject = fields.take("subject")) book.subject = read_subject(context, *subject, fields.at("subject"));
    if (const auto* conditions = fields.take("conditions")) read_conditions(context, *conditions, fields.at("conditions"));
    if (const auto* lifecycle = fields.take("lifecycle")) book.lifecycle = read_lifecycle(context, *lifecycle, fields.at("lifecycle"));
    read_targets(context, fields);
    read_incentives(context, fields);
    read_duties(context, fields);
    read_not_rules(context, fields);
    if (const auto* examples = fields.take("examples")) read_examples(context, *examples, fields.at("examples"));
}

void validate(Context& context) {
    validate_facts(context);
    validate_derived(context);
    const Rulebook& book = context.book;
    if (book.score) {
        validate_node_ids(context, *book.score);
        validate_node(context, *book.score, "/score");
    }
    if (book.classes) {
        if (!book.score) context.report(IssueCode::missing_key, "", {"score"});
        validate_classes(context, *book.classes, "/classes");
    }
    validate_conditions(context);
    if (book.lifecycle) validate_lifecycle(context, *book.lifecycle, "/lifecycle");
    validate_targets(context);
    validate_incentives(context);
    validate_duties(context);
    validate_not_rules(context);
    validate_examples(context);
}

/// Whether an issue leaves a default where a value should be, so that checks of the arithmetic would only repeat it.
bool leaves_a_hole(const Issue& issue) noexcept {
    switch (issue.code) {
        case IssueCode::unknown_key:
        case IssueCode::repeated_key:
        case IssueCode::unknown_source:
        case IssueCode::bad_id:
        case IssueCode::unknown_format:
        case IssueCode::period_reversed:
        case IssueCode::bad_date:
            return false;
        default:
            return true;
    }
}

}  // namespace
}  // namespace detail

ParsedRulebook parse_rulebook(std::string_view json) {
    ParsedRulebook result;
    json::Parsed text = json::parse(json);
    result.issues = std::move(text.issues);
    if (!text.value) return result;
    Rulebook book;
    detail::Context context{book, result.issues};
    detail::Fields fields(context, *text.value, "");
    if (!fields.ok()) return result;
    detail::read_head(context, fields);
    detail::read_sections(context, fields);
    fields.done();
    if (std::none_of(result.issues.begin(), result.issues.end(), detail::leaves_a_hole)) detail::validate(context);
    if (!has_errors(result.issues)) result.rulebook = std::move(book);
    return result;
}

}  // namespace biaochi
