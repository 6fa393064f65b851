/// @file
/// Reading a rulebook's own examples.

#include <algorithm>

#include "rulebook/award_examples.hpp"
#include "rulebook/parse_target_examples.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {

std::optional<Expected> read_expected(Context& context, const json::Value& value, const std::string& pointer) {
    if (value.kind != json::Kind::object) {
        const std::optional<Number> known = read_number(context, value, pointer);
        return known ? std::optional(Expected{*known, *known}) : std::nullopt;
    }
    Expected expected;
    Fields fields(context, value, pointer);
    if (const auto* low = fields.need("low")) expected.low = read_number(context, *low, fields.at("low")).value_or(Number());
    if (const auto* high = fields.need("high")) expected.high = read_number(context, *high, fields.at("high")).value_or(Number());
    fields.done();
    if (expected.low > expected.high) {
        context.report(IssueCode::range_reversed, pointer, {expected.low.text(), expected.high.text()});
    }
    return expected;
}

namespace {

void read_expectations(Context& context, const json::Value& value, const std::string& pointer, Example& example) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return;
    if (const auto* score = fields.take("score")) example.score = read_expected(context, *score, fields.at("score"));
    if (const auto* shown = fields.take("shown")) example.shown = read_string(context, *shown, fields.at("shown"));
    if (const auto* in_class = fields.take("class")) {
        example.in_class = in_class->kind == json::Kind::null ? std::string() : read_string(context, *in_class, fields.at("class"));
    }
    if (const auto* parts = fields.take("parts")) {
        example.parts = read_named<Expected>(context, *parts, fields.at("parts"), [&](const json::Value& v, const std::string& at) {
            return read_expected(context, v, at).value_or(Expected{});
        });
    }
    if (const auto* conditions = fields.take("conditions")) {
        example.conditions =
            read_named<std::string>(context, *conditions, fields.at("conditions"), [&](const json::Value& v, const std::string& at) {
                return read_word<std::string>(context, v, at, {{"met", "met"}, {"not_met", "not_met"}, {"undetermined", "undetermined"}});
            });
    }
    read_expected_duties(context, fields, example);
    if (const auto* targets = fields.take("targets")) example.targets = read_expected_targets(context, *targets, fields.at("targets"));
    take_award_expectations(context, fields, example);
    fields.done();
    if (value.members.empty()) context.report(IssueCode::empty_list, pointer, {"expect"});
}

std::map<std::string, std::string> read_chosen(Context& context, const json::Value& value, const std::string& pointer) {
    std::map<std::string, std::string> chosen;
    if (!expect(context, value, json::Kind::object, pointer)) return chosen;
    for (const json::Member& member : value.members) {
        const std::string where = json::child(pointer, member.first);
        const std::string reading = read_string(context, member.second, where);
        chosen[member.first] = reading;
        const OpenPoint* point = find(context.book.open, member.first);
        if (point == nullptr) {
            context.report(IssueCode::unknown_open_point, where, {member.first, nearest_or_all(member.first, names_of(context.book.open))});
        } else if (reading != "none" && find(point->readings, reading) == nullptr) {
            context.report(IssueCode::unknown_reading, where, {reading, joined(names_of(point->readings))});
        }
    }
    return chosen;
}

Example read_example(Context& context, const json::Value& value, const std::string& pointer) {
    Example example;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return example;
    if (const auto* id = fields.need("id")) example.id = read_id(context, *id, fields.at("id"));
    example.name = take_text(context, fields, "name");
    if (const auto* on = fields.take("on")) example.on = read_date(context, *on, fields.at("on"));
    if (const auto* readings = fields.take("readings")) example.readings = read_chosen(context, *readings, fields.at("readings"));
    if (const auto* subject = fields.take("subject");
        subject != nullptr && expect(context, *subject, json::Kind::object, fields.at("subject"))) {
        example.subject = json::write(*subject);
    }
    read_example_unit(context, fields, example);
    take_records(context, fields, example);
    take_application(context, fields, example);
    const bool of_others = !example.subject.empty() || !example.unit.empty() || !example.records.empty() || !example.application.empty();
    const auto* facts = of_others ? fields.take("facts") : fields.need("facts");
    if (facts != nullptr && expect(context, *facts, json::Kind::object, fields.at("facts"))) {
        example.facts = json::write(*facts);
    }
    if (const auto* expected = fields.need("expect")) read_expectations(context, *expected, fields.at("expect"), example);
    example.provenance = read_provenance(context, fields);
    fields.done();
    return example;
}

}  // namespace

void read_examples(Context& context, const json::Value& value, const std::string& pointer) {
    if (!expect(context, value, json::Kind::list, pointer)) return;
    std::vector<Example>& examples = context.book.examples;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        const std::string where = json::child(pointer, i);
        Example example = read_example(context, value.items[i], where);
        const auto first = std::find_if(examples.begin(), examples.end(), [&](const Example& e) { return e.id == example.id; });
        if (first != examples.end() && !example.id.empty()) {
            const auto index = static_cast<std::size_t>(first - examples.begin());
            context.report(IssueCode::repeated_id, json::child(where, "id"), {example.id, json::child(pointer, index)});
        }
        examples.push_back(std::move(example));
    }
}

}  // namespace biaochi::detail
