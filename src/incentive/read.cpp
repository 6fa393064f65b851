/// @file
/// Applications from JSON.

#include <map>
#include <utility>

#include "biaochi/incentive/application.hpp"
#include "incentive/values.hpp"
#include "rulebook/reader.hpp"
#include "ruleset/in_force.hpp"
#include "subject/desk.hpp"

namespace biaochi {
namespace detail {
namespace {

/// How many claims an application may hold.
constexpr std::size_t most_claims = 10'000;

template <class T>
std::size_t index_in(const Named<T>& entries, const std::string& id) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].first == id) return i;
    }
    return no_index;
}

/// All applications under construction.
struct Reading {
    Desk desk;
    const IncentivePlan& plan;
    const IncentiveSection& section;
    const Named<SubjectField>& applicant_fields;
    std::vector<Application> applications;
    std::map<std::string, std::string> seen;  ///< applicant → where it stands

    void read_document(const json::Value& document);
    void read_list(const json::Value& list, const std::string& where);
    void read_application(const json::Value& value, const std::string& where);
    void read_claims(Application& application, const ReadValues& applicant, const json::Value* list, const std::string& where);
    void read_claim(Application& application, const ReadValues& applicant, const json::Value& value, const std::string& where);
    void fill(Claim& claim, const ReadValues& own, const ReadValues& applicant) const;
    void read_received(Application& application, const json::Value& list, const std::string& where);
    void read_one_received(Application& application, const json::Value& value, const std::string& where);
    [[nodiscard]] std::string need_word(const json::Value& object, std::string_view key, const std::string& where);
    [[nodiscard]] std::size_t find_incentive(const json::Value& object, const std::string& where);
};

/// A text that must be there.
std::string Reading::need_word(const json::Value& object, std::string_view key, const std::string& where) {
    const json::Value* value = present(object, key);
    if (value == nullptr) {
        desk.report(IssueCode::missing_key, where, {key});
        return {};
    }
    std::string word = read_word(desk, object, key, where);
    if (value->kind == json::Kind::text && word.empty()) desk.report(IssueCode::bad_value, json::child(where, key), {"", "text"});
    return word;
}

/// Puts the values of a claim and its applicant into the slots of the claim.
void Reading::fill(Claim& claim, const ReadValues& own, const ReadValues& applicant) const {
    const auto& inputs = plan.claims[claim.kind].inputs;
    claim.inputs.reserve(inputs.size());
    claim.words.reserve(inputs.size());
    std::size_t next_own = 0;
    for (const PlannedInput& input : inputs) {
        const bool is_own = input.of_applicant == no_index;
        if (is_own && !input.place) ++next_own;
        const ReadValues& from = is_own ? own : applicant;
        const std::size_t at = is_own ? next_own - 1 : input.of_applicant;
        claim.inputs.push_back(input.place ? place_of_word(*input.source, from.values[at], from.words[at]) : from.values[at]);
        claim.words.push_back(input.place ? no_word : from.words[at]);
    }
}

void Reading::read_claim(Application& application, const ReadValues& applicant, const json::Value& value, const std::string& where) {
    if (!is_kind(desk, value, json::Kind::object, where)) return;
    report_unknown_keys(desk, value, where, {"id", "claim", "year", "fields"});
    Claim claim;
    claim.id = need_word(value, "id", where);
    claim.year = static_cast<int>(application.on.year());
    if (const json::Value* year = present(value, "year")) claim.year = read_year(desk, *year, where + "/year").value_or(claim.year);
    const std::string kind = need_word(value, "claim", where);
    claim.kind = index_in(section.claims, kind);
    if (claim.kind == no_index) {
        if (!kind.empty()) desk.report(IssueCode::unknown_claim, where + "/claim", {kind, nearest_or_all(kind, names_of(section.claims))});
        return;
    }
    fill(claim, read_values(desk, section.claims[claim.kind].second.fields, present(value, "fields"), where + "/fields"), applicant);
    application.claims.push_back(std::move(claim));
}

void Reading::read_claims(Application& application, const ReadValues& applicant, const json::Value* list, const std::string& where) {
    if (list == nullptr) {
        desk.report(IssueCode::missing_key, where, {"claims"});
        return;
    }
    const std::string pointer = where + "/claims";
    if (!is_kind(desk, *list, json::Kind::list, pointer)) return;
    if (list->items.size() > most_claims) {
        const std::string size = std::to_string(list->items.size());
        desk.report(IssueCode::bad_value, pointer, {"[" + size + "]", "[1 … " + std::to_string(most_claims) + "]"});
        return;
    }
    if (list->items.empty()) desk.report(IssueCode::empty_list, pointer, {"claims"});
    std::map<std::string, std::string> ids;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        const std::string place = json::child(pointer, i);
        read_claim(application, applicant, list->items[i], place);
        const json::Value* id = list->items[i].kind == json::Kind::object ? present(list->items[i], "id") : nullptr;
        if (id == nullptr || id->kind != json::Kind::text) continue;
        const auto [first, is_new] = ids.emplace(id->text, place);
        if (!is_new) desk.report(IssueCode::repeated_claim, place + "/id", {id->text, first->second});
    }
}

std::size_t Reading::find_incentive(const json::Value& object, const std::string& where) {
    const std::string id = need_word(object, "incentive", where);
    const std::size_t index = index_in(section.incentives, id);
    if (index == no_index && !id.empty()) {
        desk.report(IssueCode::unknown_incentive, where + "/incentive", {id, nearest_or_all(id, names_of(section.incentives))});
    }
    return index;
}

void Reading::read_one_received(Application& application, const json::Value& value, const std::string& where) {
    if (!is_kind(desk, value, json::Kind::object, where)) return;
    report_unknown_keys(desk, value, where, {"incentive", "amount", "year"});
    Received received;
    received.incentive = find_incentive(value, where);
    if (const json::Value* year = present(value, "year")) received.year = read_year(desk, *year, where + "/year");
    if (received.incentive == no_index) return;
    const PlannedIncentive& planned = plan.incentives[received.incentive];
    if (const json::Value* amount = present(value, "amount")) {
        const feel::Value read = read_amount(desk, *amount, planned.source->unit, where + "/amount", "amount");
        if (!read.is_null() && read.number().sign() < 0) desk.report(IssueCode::below_min, where + "/amount", {read.number().text(), "0"});
        if (!read.is_null()) received.amount = read.number() * planned.size;
    }
    application.received.push_back(std::move(received));
}

void Reading::read_received(Application& application, const json::Value& list, const std::string& where) {
    if (!is_kind(desk, list, json::Kind::list, where)) return;
    for (std::size_t i = 0; i < list.items.size(); ++i) read_one_received(application, list.items[i], json::child(where, i));
}

void Reading::read_application(const json::Value& value, const std::string& where) {
    if (!is_kind(desk, value, json::Kind::object, where)) return;
    std::vector<std::string> known{"applicant", "label", "on", "claims", "received"};
    if (!applicant_fields.empty()) known.emplace_back("fields");
    report_unknown_keys(desk, value, where, known);
    Application application;
    application.applicant = need_word(value, "applicant", where);
    application.label = read_word(desk, value, "label", where);
    application.on = desk.rules.on();
    const std::string on = read_word(desk, value, "on", where);
    const auto day = parse_date(on);
    if (day) application.on = *day;
    if (!on.empty() && !day) desk.report(IssueCode::bad_date, where + "/on", {on});
    const Period& effective = desk.rules.rulebook().effective;
    if (day && !effective.contains(*day)) desk.issues.push_back(not_in_force(effective, *day, where + "/on"));
    const auto [first, is_new] = seen.emplace(application.applicant, where);
    if (!is_new && !application.applicant.empty()) {
        desk.report(IssueCode::repeated_id, where + "/applicant", {application.applicant, first->second});
    }
    const json::Value* fields = applicant_fields.empty() ? nullptr : present(value, "fields");
    const ReadValues applicant = read_values(desk, applicant_fields, fields, where + "/fields");
    read_claims(application, applicant, present(value, "claims"), where);
    if (const json::Value* received = present(value, "received")) read_received(application, *received, where + "/received");
    applications.push_back(std::move(application));
}

void Reading::read_list(const json::Value& list, const std::string& where) {
    if (!is_kind(desk, list, json::Kind::list, where)) return;
    for (std::size_t i = 0; i < list.items.size(); ++i) read_application(list.items[i], json::child(where, i));
}

void Reading::read_document(const json::Value& document) {
    if (document.kind == json::Kind::list) {
        read_list(document, "");
    } else if (const json::Value* list = document.find("applications")) {
        report_unknown_keys(desk, document, "", {"applications"});
        read_list(*list, "/applications");
    } else {
        read_application(document, "");
    }
}

}  // namespace
}  // namespace detail

ReadApplications read_applications(const Ruleset& rules, std::string_view json) {
    ReadApplications read;
    json::Parsed parsed = json::parse(json);
    read.issues = std::move(parsed.issues);
    if (!parsed.value) return read;
    if (rules.incentives() == nullptr) {
        read.issues.push_back(make_issue(IssueCode::missing_key, "", {"incentives"}));
        return read;
    }
    static const Named<SubjectField> none;
    const Rulebook& book = rules.rulebook();
    detail::Reading reading{
        {rules, read.issues, rules.on(), {}}, *rules.incentives(), *book.incentives, book.subject ? book.subject->fields : none, {}, {}};
    reading.read_document(*parsed.value);
    read.applications = std::move(reading.applications);
    return read;
}

}  // namespace biaochi
