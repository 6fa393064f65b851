/// @file
/// What applications are awarded, as one document: the same bytes from every surface.

#include "biaochi/explain/award.hpp"

#include <utility>

#include "biaochi/rulebook/unit.hpp"
#include "explain/award_json.hpp"
#include "explain/award_text.hpp"
#include "explain/verdict_json.hpp"
#include "rulebook/reader.hpp"

namespace biaochi {
namespace {

std::string json_document(const Ruleset& rules, const std::vector<Application>& applications, const detail::MoneyUnit& money) {
    json::Writer out;
    out.begin_object();
    detail::write_head(out, rules);
    out.key("shown_in").text(money.name);
    out.key("applications").begin_list();
    Award award;
    for (const Application& application : applications) {
        biaochi::award(rules, application, award);
        detail::write_award(out, {rules, application, award, money});
    }
    out.end_list();
    out.end_object();
    return out.take();
}

std::string text_document(const Ruleset& rules, const std::vector<Application>& applications, const detail::MoneyUnit& money,
                          Language language) {
    std::string out;
    Award award;
    for (const Application& application : applications) {
        biaochi::award(rules, application, award);
        if (!out.empty()) out += "\n";
        out += detail::award_text({rules, application, award, money}, language);
    }
    return out;
}

}  // namespace

AwardDocument award_applications(const Ruleset& rules, std::string_view applications, std::string_view unit, AnswerFormat format,
                                 Language language) {
    ReadApplications read = read_applications(rules, applications);
    AwardDocument answer{std::nullopt, std::move(read.issues)};
    const auto size = conversion(rules.rulebook().units, unit, "元");
    if (!size) answer.issues.push_back(make_issue(IssueCode::wrong_unit, "/unit", {unit, "元"}));
    if (has_errors(answer.issues)) return answer;
    const detail::MoneyUnit money{std::string(unit), *size};
    answer.document = format == AnswerFormat::json ? json_document(rules, read.applications, money)
                                                   : text_document(rules, read.applications, money, language);
    return answer;
}

}  // namespace biaochi
