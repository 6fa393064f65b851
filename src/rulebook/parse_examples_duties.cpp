/// @file
/// Reading and checking what an example expects of a body's duties.

#include <algorithm>

#include "biaochi/rulebook/duty_section.hpp"
#include "rulebook/duties.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {

void read_example_unit(Context& context, Fields& fields, Example& example) {
    if (const auto* unit = fields.take("unit")) example.unit = read_string(context, *unit, fields.at("unit"));
}

void read_expected_duties(Context& context, Fields& fields, Example& example) {
    const bool asked = !example.unit.empty();
    const json::Value* duties = asked ? fields.need("duties") : fields.take("duties");
    if (duties == nullptr) return;
    if (!asked) context.report(IssueCode::missing_key, fields.at("duties"), {"unit"});
    example.duties = read_named<std::string>(context, *duties, fields.at("duties"), [&](const json::Value& v, const std::string& at) {
        return read_word<std::string>(context, v, at, {{"lead", "lead"}, {"cooperate", "cooperate"}, {"together", "together"}});
    });
}

void validate_example_duties(Context& context, const Example& example, const std::string& where) {
    if (example.unit.empty()) return;
    const DutySection none;
    const DutySection& section = context.book.duties ? *context.book.duties : none;
    const std::vector<std::string> known = names_of_bodies(&section);
    if (std::find(known.begin(), known.end(), example.unit) == known.end()) {
        context.report(IssueCode::unknown_body, json::child(where, "unit"), {example.unit, nearest_or_all(example.unit, known)});
    }
    for (const auto& [id, role] : example.duties) {
        if (find(section.duties, id) != nullptr) continue;
        context.report(IssueCode::bad_value, json::child(where + "/expect/duties", id), {id, nearest_or_all(id, names_of(section.duties))});
    }
}

}  // namespace biaochi::detail
