/// @file
/// From the name of a body to the answer.

#include "explain/duties_report.hpp"

#include "biaochi/explain/duties.hpp"
#include "rulebook/duties.hpp"
#include "rulebook/reader.hpp"

namespace biaochi {
namespace {

/// The nearest name, or one name of every body.
std::string suggestions(const DutySection& section, std::string_view asked) {
    std::string nearest = nearest_name(asked, detail::names_of_bodies(&section));
    if (!nearest.empty()) return nearest;
    std::vector<std::string> names;
    names.reserve(section.bodies.size());
    for (const auto& [id, body] : section.bodies) names.push_back(detail::shown_name(id, body.name));
    return detail::joined(names);
}

}  // namespace

DutiesAnswer body_duties(const Ruleset& rules, std::optional<std::string_view> unit, Date on, AnswerFormat format, Language language) {
    DutiesAnswer answer;
    const DutySection* section = rules.rulebook().duties.get();
    if (section == nullptr) {
        answer.issues.push_back(make_issue(IssueCode::missing_key, "/rulebook", {"duties"}));
        return answer;
    }
    detail::DutiesReport report{rules, *section, on, unit, {}};
    if (!unit) {
        report.bodies = duties_of_all(*section, on);
    } else if (const auto body = find_body(*section, *unit, on)) {
        report.bodies.push_back(duties_of(*section, *body, on));
    } else {
        answer.issues.push_back(make_issue(IssueCode::unknown_body, "/unit", {*unit, suggestions(*section, *unit)}));
        return answer;
    }
    answer.document = format == AnswerFormat::json ? duties_json(report) : duties_text(report, language);
    return answer;
}

}  // namespace biaochi
