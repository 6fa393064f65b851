/// @file
/// Reading what a rulebook's source says stands, and what it promises.

#include <array>
#include <memory>
#include <utility>

#include "biaochi/rulebook/target_section.hpp"
#include "rulebook/parse_goals.hpp"
#include "rulebook/sections.hpp"
#include "rulebook/targets.hpp"

namespace biaochi::detail {
namespace {

using Form = Target::Form;

constexpr std::array<Form, 13> forms{Form::level,    Form::yearly,      Form::cumulative, Form::growth,    Form::multiple,
                                     Form::gain,     Form::not_falling, Form::rank,       Form::rank_gain, Form::in_class,
                                     Form::relative, Form::coverage,    Form::qualitative};

std::string read_period(Context& context, const json::Value& value, const std::string& pointer) {
    std::string period = value.kind == json::Kind::number ? value.text : read_string(context, value, pointer);
    const bool is_word = value.kind == json::Kind::number || value.kind == json::Kind::text;
    if (is_word && !last_day(period)) context.report(IssueCode::bad_value, pointer, {period, "YYYY, YYYY-MM, YYYY-MM-DD"});
    return period;
}

PrintedFigure read_figure(Context& context, const json::Value& value, const std::string& pointer) {
    PrintedFigure figure;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return figure;
    if (const auto* fact = fields.need("fact")) figure.fact = read_string(context, *fact, fields.at("fact"));
    if (const auto* number = fields.need("value")) figure.value = read_number(context, *number, fields.at("value")).value_or(Number());
    if (const auto* unit = fields.take("unit")) figure.unit = read_string(context, *unit, fields.at("unit"));
    if (const auto* bound = fields.take("bound")) figure.bound = read_bound(context, *bound, fields.at("bound"));
    if (const auto* period = fields.take("period")) figure.period = read_period(context, *period, fields.at("period"));
    if (const auto* of = fields.take("of")) figure.of = read_string(context, *of, fields.at("of"));
    figure.provenance = read_provenance(context, fields);
    fields.done();
    return figure;
}

std::vector<PrintedFigure> read_figures(Context& context, const json::Value& value, const std::string& pointer) {
    std::vector<PrintedFigure> figures;
    if (!expect(context, value, json::Kind::list, pointer)) return figures;
    if (value.items.empty()) context.report(IssueCode::empty_list, pointer, {"figures"});
    figures.reserve(value.items.size());
    for (std::size_t i = 0; i < value.items.size(); ++i) figures.push_back(read_figure(context, value.items[i], json::child(pointer, i)));
    return figures;
}

void read_class(Context& context, Fields& fields, Target& target) {
    if (const auto* best = fields.need("best")) target.best = read_string(context, *best, fields.at("best"));
    const auto* of = fields.need("of");
    if (of == nullptr) return;
    target.classes = read_strings(context, *of, fields.at("of"));
    if (of->kind == json::Kind::list && of->items.empty()) context.report(IssueCode::empty_list, fields.at("of"), {"of"});
}

void read_form(Context& context, const json::Value& value, const std::string& pointer, Target& target) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    switch (target.form) {
        case Form::qualitative:
            if (const auto* asks = fields.need("asks")) target.asks = read_text(context, *asks, fields.at("asks"));
            break;
        case Form::in_class:
            read_class(context, fields, target);
            break;
        case Form::not_falling:
            take_year(context, fields, target);
            break;
        default:
            take_goal(context, fields, pointer, target);
            break;
    }
    if (target.form == Form::coverage) {
        if (const auto* all = fields.need("of_all")) target.of_all = read_string(context, *all, fields.at("of_all"));
    }
    fields.done();
}

/// Takes the one key that says what is promised.
void take_form(Context& context, Fields& fields, const std::string& pointer, Target& target) {
    std::vector<std::string> all;
    std::vector<std::string> found;
    const json::Value* chosen = nullptr;
    for (const Form form : forms) {
        all.emplace_back(name(form));
        const json::Value* value = fields.take(name(form));
        if (value == nullptr) continue;
        found.push_back(all.back());
        if (chosen != nullptr) continue;
        chosen = value;
        target.form = form;
    }
    if (chosen == nullptr) {
        context.report(IssueCode::no_form, pointer, {joined(all)});
    } else if (found.size() > 1) {
        context.report(IssueCode::several_forms, pointer, {joined(found)});
    } else {
        read_form(context, *chosen, fields.at(found.front()), target);
    }
}

Target read_target(Context& context, const json::Value& value, const std::string& pointer) {
    Target target;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return target;
    if (const auto* named = fields.need("name")) target.name = read_text(context, *named, fields.at("name"));
    take_form(context, fields, pointer, target);
    const bool of_fact = target.form != Form::qualitative;
    if (const auto* fact = of_fact ? fields.need("fact") : nullptr) target.fact = read_string(context, *fact, fields.at("fact"));
    if (takes_unit(target.form)) {
        if (const auto* unit = fields.take("unit")) target.unit = read_string(context, *unit, fields.at("unit"));
    }
    if (const auto* due = fields.take("due")) {
        target.due = read_choice<Date>(context, *due, fields.at("due"),
                                       [&](const json::Value& day, const std::string& at) { return read_date(context, day, at); });
    }
    if (const auto* strive = fields.take("strive")) target.strive = read_bool(context, *strive, fields.at("strive"));
    if (const auto* binding = fields.take("binding")) {
        target.stated_binding = true;
        target.binding = read_bool(context, *binding, fields.at("binding"));
    }
    if (const auto* object = fields.take("object")) target.object = read_id(context, *object, fields.at("object"));
    if (const auto* whole = fields.take("part_of")) target.part_of = read_id(context, *whole, fields.at("part_of"));
    target.provenance = read_provenance(context, fields);
    fields.done();
    return target;
}

}  // namespace

void read_targets(Context& context, Fields& fields) {
    const auto* figures = fields.take("figures");
    const auto* targets = fields.take("targets");
    if (figures == nullptr && targets == nullptr) return;
    auto section = std::make_shared<TargetSection>();
    if (figures != nullptr) section->figures = read_figures(context, *figures, fields.at("figures"));
    if (targets != nullptr) {
        section->targets =
            read_named<Target>(context, *targets, fields.at("targets"),
                               [&](const json::Value& value, const std::string& at) { return read_target(context, value, at); });
        if (targets->kind == json::Kind::object && targets->members.empty()) {
            context.report(IssueCode::empty_list, fields.at("targets"), {"targets"});
        }
    }
    context.book.targets = std::move(section);
}

}  // namespace biaochi::detail
