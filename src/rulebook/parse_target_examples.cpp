/// @file
/// Reading and checking the examples of targets.

#include "rulebook/parse_target_examples.hpp"

#include "biaochi/rulebook/target_section.hpp"

namespace biaochi::detail {
namespace {

ExpectedTarget read_expected_target(Context& context, const json::Value& value, const std::string& pointer) {
    ExpectedTarget expected;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return expected;
    if (const auto* status = fields.need("status")) {
        expected.status = read_word<std::string>(
            context, *status, fields.at("status"),
            {{"met", "met"}, {"on_track", "on_track"}, {"behind", "behind"}, {"missed", "missed"}, {"undetermined", "undetermined"}});
    }
    const auto take = [&](std::string_view key, std::optional<Expected>& into) {
        if (const auto* number = fields.take(key)) into = read_expected(context, *number, fields.at(key));
    };
    take("value", expected.value);
    take("completion", expected.completion);
    take("distance", expected.distance);
    take("pace", expected.pace);
    fields.done();
    return expected;
}

}  // namespace

void take_records(Context& context, Fields& fields, Example& example) {
    const auto* records = fields.take("records");
    const auto* region = records == nullptr ? fields.take("region") : fields.need("region");
    if (records != nullptr && expect(context, *records, json::Kind::list, fields.at("records"))) {
        example.records = json::write(*records);
        if (records->items.empty()) context.report(IssueCode::empty_list, fields.at("records"), {"records"});
    }
    if (region != nullptr) example.region = read_string(context, *region, fields.at("region"));
}

Named<ExpectedTarget> read_expected_targets(Context& context, const json::Value& value, const std::string& pointer) {
    return read_named<ExpectedTarget>(
        context, value, pointer, [&](const json::Value& entry, const std::string& at) { return read_expected_target(context, entry, at); });
}

void validate_target_example(Context& context, const Example& example, const std::string& where) {
    if (!example.targets.empty() && example.records.empty()) context.report(IssueCode::missing_key, where, {"records"});
    if (!example.records.empty() && example.targets.empty())
        context.report(IssueCode::missing_key, json::child(where, "expect"), {"targets"});
    std::vector<std::string> known;
    if (context.book.targets) known = names_of(context.book.targets->targets);
    for (const auto& [id, expected] : example.targets) {
        if (context.book.targets && find(context.book.targets->targets, id) != nullptr) continue;
        context.report(IssueCode::unknown_target, json::child(json::child(json::child(where, "expect"), "targets"), id),
                       {id, nearest_or_all(id, known)});
    }
}

}  // namespace biaochi::detail
