#pragma once
/// @file
/// Short ways to judge an application in a test: rules with one incentive, and answers as text.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "biaochi/biaochi.hpp"
#include "support/rules.hpp"

namespace biaochi::support {

/// Claims of one kind, `thing`, with these fields, and incentives `"id": {…}` for it; every incentive has a name and is for it.
inline std::string incentive_members(const std::string& fields, const std::vector<std::pair<std::string, std::string>>& incentives,
                                     const std::string& more = "") {
    std::string list;
    for (const auto& [id, terms] : incentives) {
        list += list.empty() ? "" : ", ";
        list.append("\"")
            .append(id)
            .append(R"(": {"name": {"en": ")")
            .append(id)
            .append(R"("}, "claim": "thing", )")
            .append(terms)
            .append("}");
    }
    return R"("payers": {"city": {"name": {"en": "city"}}, "province": {"name": {"en": "province"}}},
              "claims": {"thing": {"name": {"en": "thing"}, "fields": {)" +
           fields + R"(}}}, "incentives": {)" + list + "}" + more;
}

/// A field in the members of a rulebook: `"id": {"name", "type", …}`.
inline std::string field(const std::string& id, const std::string& type, const std::string& more = "") {
    return "\"" + id + R"(": {"name": {"en": ")" + id + R"("}, "type": ")" + type + "\"" + more + "}";
}

/// A number in 元.
inline std::string money_field(const std::string& id) { return field(id, "number", R"(, "unit": "元")"); }

/// An application of claims of the kind `thing`, each with these fields, called c1, c2, …
inline std::string application_text(const std::vector<std::string>& claims, const std::string& more = "") {
    std::string list;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        list += (i == 0 ? "" : ", ") + std::string(R"({"id": "c)") + std::to_string(i + 1) + R"(", "claim": "thing", "fields": {)" +
                claims[i] + "}}";
    }
    return R"({"applicant": "A", "claims": [)" + list + "]" + more + "}";
}

/// The application that a text gives, which must be right.
inline Application application_of(const Ruleset& rules, const std::string& text) {
    const ReadApplications read = read_applications(rules, text);
    for (const Issue& issue : read.issues) ADD_FAILURE() << name(issue.code) << " " << issue.where << ": " << issue.message.en;
    return read.applications.at(0);
}

/// `7`, `0–7`, `≥7`.
inline std::string words(const Sum& sum) {
    if (sum.open_above) return "≥" + sum.low.text();
    return sum.decided() ? sum.low.text() : sum.low.text() + "–" + sum.high.text();
}

/// An answer: `awarded 7`, `refused condition`, `undetermined 0–7`.
inline std::string words(const Grant& grant) {
    const std::string status(name(grant.status));
    return status + " " + (grant.status == GrantStatus::refused ? std::string(name(grant.refusal)) : words(grant.amount));
}

/// All answers to an application: one a claim and incentive, in their order.
inline std::vector<std::string> answers(const Ruleset& rules, const std::string& application) {
    std::vector<std::string> all;
    for (const Grant& grant : award(rules, application_of(rules, application)).grants) all.push_back(words(grant));
    return all;
}

/// What lacks, as `kind id`.
inline std::vector<std::string> needs(const Ruleset& rules, const std::string& text, std::size_t grant = 0) {
    constexpr std::string_view kinds[] = {"field", "open", "text", "incentive", "claim", "received", "other"};
    const Application application = application_of(rules, text);
    std::vector<std::string> all;
    const Award found = award(rules, application);
    for (const GrantNeed& need : needs_of(rules, application, found, found.grants.at(grant))) {
        all.push_back(std::string(kinds[static_cast<std::size_t>(need.kind)]) + " " + need.id);
    }
    return all;
}

}  // namespace biaochi::support
