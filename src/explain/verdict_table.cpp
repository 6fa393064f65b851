/// @file
/// The verdicts on many subjects as one document: the same bytes from every surface.

#include <string>
#include <utility>
#include <vector>

#include "biaochi/explain/verdict.hpp"
#include "explain/verdict_json.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"
#include "rulebook/reader.hpp"

namespace biaochi {
namespace {

/// The conditions asked for; all that have an id where none is.
std::vector<std::size_t> wanted(const Ruleset& rules, const std::vector<std::string>& ids, std::vector<Issue>& issues) {
    std::vector<std::size_t> all;
    const auto& named = rules.rulebook().conditions;
    if (ids.empty()) {
        for (std::size_t i = 0; i < named.size(); ++i) all.push_back(i);
    }
    for (const std::string& id : ids) {
        all.push_back(rules.condition(id));
        if (all.back() == no_index) {
            issues.push_back(make_issue(IssueCode::unknown_condition, json::child("/conditions", id),
                                        {id, detail::nearest_or_all(id, detail::names_of(named))}));
        }
    }
    return all;
}

std::string json_document(const Ruleset& rules, const std::vector<Subject>& subjects, const std::vector<std::size_t>& conditions) {
    json::Writer out;
    out.begin_object();
    detail::write_head(out, rules);
    out.key("verdicts").begin_list();
    for (const Subject& subject : subjects) {
        for (const std::size_t condition : conditions) detail::write_verdict(out, rules, subject, check(rules, subject, condition));
    }
    out.end_list();
    out.end_object();
    return out.take();
}

std::string text_document(const Ruleset& rules, const std::vector<Subject>& subjects, const std::vector<std::size_t>& conditions,
                          Language language) {
    std::string out;
    for (const Subject& subject : subjects) {
        for (const std::size_t condition : conditions) {
            if (!out.empty()) out += "\n";
            out += verdict_text(rules, subject, check(rules, subject, condition), language);
        }
    }
    return out;
}

}  // namespace

CheckedSubjects check_subjects(const Ruleset& rules, std::string_view subjects, const std::vector<std::string>& conditions,
                               AnswerFormat format, Language language) {
    ReadSubjects read = read_subjects(rules, subjects);
    CheckedSubjects checked{std::nullopt, std::move(read.issues)};
    const std::vector<std::size_t> indices = wanted(rules, conditions, checked.issues);
    if (has_errors(checked.issues)) return checked;
    checked.document = format == AnswerFormat::json ? json_document(rules, read.subjects, indices)
                                                    : text_document(rules, read.subjects, indices, language);
    return checked;
}

}  // namespace biaochi
