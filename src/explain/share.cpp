/// @file
/// A budget shared, as a document.

#include <algorithm>
#include <map>
#include <utility>

#include "biaochi/core/rounding.hpp"
#include "biaochi/explain/award.hpp"
#include "biaochi/incentive/share.hpp"
#include "biaochi/rulebook/unit.hpp"
#include "explain/phrases.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"
#include "rulebook/reader.hpp"

namespace biaochi {
namespace {

using detail::same;

constexpr std::string_view yuan = "元";
/// How many equal claims may be asked for.
constexpr std::int64_t most_claims = 1'000'000;

/// A question under way to an answer.
struct Question {
    std::vector<Issue>& issues;
    std::string unit{yuan};  ///< of bare numbers
    Number budget;
    std::vector<std::string> ids;
    std::vector<Number> claims;
    std::map<std::string, std::string> taken;  ///< id → where its claim stands

    void report(IssueCode code, std::string where, std::initializer_list<std::string_view> details) {
        issues.push_back(make_issue(code, std::move(where), details));
    }
    void read(const json::Value& value);
    Number read_amount(const json::Value& value, const std::string& where);
    Number read_digits(const json::Value& value, const std::string& where, const std::string& in, const std::string& unit_at);
    void read_claims(const json::Value& value);
    void read_claim(const json::Value& value, const std::string& where);
    void take_id(const std::string& id, const std::string& where);
    void fill_ids();
    void read_equal(const json::Value& value);
    void known_keys(const json::Value& value, const std::string& where, const std::vector<std::string>& known);
};

void Question::known_keys(const json::Value& value, const std::string& where, const std::vector<std::string>& known) {
    for (const json::Member& member : value.members) {
        if (std::find(known.begin(), known.end(), member.first) != known.end()) continue;
        report(IssueCode::unknown_key, json::child(where, member.first), {member.first, detail::nearest_or_all(member.first, known)});
    }
}

/// A whole number of fen, 0 or more.
Number Question::read_digits(const json::Value& value, const std::string& where, const std::string& in, const std::string& unit_at) {
    if (value.kind != json::Kind::number && value.kind != json::Kind::text) {
        report(IssueCode::wrong_type, where, {json::name(value.kind), "number"});
        return {};
    }
    const auto number = parse_number(value.text);
    const auto size = conversion({}, in, yuan);
    if (!number) report(IssueCode::bad_number, where, {json::brief(value)});
    if (!size) report(IssueCode::wrong_unit, unit_at, {in, yuan});
    if (!number || !size) return {};
    Number amount = *number * *size;
    if (amount.sign() < 0) {
        report(IssueCode::below_min, where, {value.text, "0"});
    } else if (!is_whole_fen(amount)) {
        report(IssueCode::not_whole, where, {(amount * Number(100)).text() + " 分"});
    } else {
        return amount;
    }
    return {};
}

Number Question::read_amount(const json::Value& value, const std::string& where) {
    if (value.kind != json::Kind::object) return read_digits(value, where, unit, "/unit");
    known_keys(value, where, {"value", "unit"});
    const json::Value* digits = value.find("value");
    const json::Value* in = value.find("unit");
    if (digits == nullptr) {
        report(IssueCode::missing_key, where, {"value"});
        return {};
    }
    const bool own_unit = in != nullptr && in->kind == json::Kind::text;
    if (in != nullptr && !own_unit) report(IssueCode::wrong_type, where + "/unit", {json::name(in->kind), "text"});
    return read_digits(*digits, where + "/value", own_unit ? in->text : unit, own_unit ? where + "/unit" : "/unit");
}

void Question::read_claim(const json::Value& value, const std::string& where) {
    const bool named = value.kind == json::Kind::object && value.find("amount") != nullptr;
    if (!named) {
        ids.emplace_back();
        claims.push_back(read_amount(value, where));
        return;
    }
    known_keys(value, where, {"id", "amount"});
    const json::Value* id = value.find("id");
    if (id != nullptr && id->kind != json::Kind::text) report(IssueCode::wrong_type, where + "/id", {json::name(id->kind), "text"});
    ids.emplace_back();
    if (id != nullptr && id->kind == json::Kind::text) take_id(id->text, where);
    claims.push_back(read_amount(*value.find("amount"), where + "/amount"));
}

/// Gives the claim under way an id of its own.
void Question::take_id(const std::string& id, const std::string& where) {
    if (id.empty()) return report(IssueCode::bad_value, where + "/id", {"", "text"});
    const auto [first, is_new] = taken.emplace(id, where);
    if (!is_new) report(IssueCode::repeated_claim, where + "/id", {id, first->second});
    ids.back() = id;
}

/// Calls claims without an id by their place in the list; where another has that for its id, `3-2`, `3-3` and so on.
void Question::fill_ids() {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (!ids[i].empty()) continue;
        const std::string place = std::to_string(i + 1);
        std::string id = place;
        for (int turn = 2; taken.count(id) != 0; ++turn) id = place + "-" + std::to_string(turn);
        ids[i] = std::move(id);
    }
}

/// A list, or an object from ids to amounts.
void Question::read_claims(const json::Value& value) {
    if (value.kind != json::Kind::list && value.kind != json::Kind::object) {
        report(IssueCode::wrong_type, "/claims", {json::name(value.kind), "list"});
        return;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) read_claim(value.items[i], json::child("/claims", i));
    for (const json::Member& member : value.members) {
        ids.push_back(member.first);
        claims.push_back(read_amount(member.second, json::child("/claims", member.first)));
    }
    if (value.kind == json::Kind::list) fill_ids();
    if (claims.empty()) report(IssueCode::empty_list, "/claims", {"claims"});
}

/// So many claims, each of the whole budget.
void Question::read_equal(const json::Value& value) {
    const auto number = value.kind == json::Kind::number || value.kind == json::Kind::text ? parse_number(value.text) : std::nullopt;
    if (!number || !number->is_whole() || number->sign() <= 0 || *number > Number(most_claims)) {
        report(IssueCode::bad_value, "/equal", {json::brief(value), "1 … " + std::to_string(most_claims)});
        return;
    }
    for (std::int64_t i = 1; i <= number->small_numerator(); ++i) {
        ids.push_back(std::to_string(i));
        claims.push_back(budget);
    }
}

void Question::read(const json::Value& value) {
    if (value.kind != json::Kind::object) return report(IssueCode::wrong_type, "", {json::name(value.kind), "object"});
    known_keys(value, "", {"budget", "claims", "equal", "unit"});
    if (const json::Value* in = value.find("unit"); in != nullptr) {
        if (in->kind != json::Kind::text) return report(IssueCode::wrong_type, "/unit", {json::name(in->kind), "text"});
        unit = in->text;
    }
    const json::Value* whole = value.find("budget");
    const json::Value* list = value.find("claims");
    const json::Value* equal = value.find("equal");
    if (whole == nullptr) return report(IssueCode::missing_key, "", {"budget"});
    if (list == nullptr && equal == nullptr) return report(IssueCode::missing_key, "", {"claims"});
    if (list != nullptr && equal != nullptr) return report(IssueCode::several_forms, "", {"claims, equal"});
    budget = read_amount(*whole, "/budget");
    if (list != nullptr) read_claims(*list);
    if (equal != nullptr) read_equal(*equal);
}

std::string json_document(const Question& question, const SharedBudget& shared) {
    json::Writer out;
    out.begin_object();
    out.key("unit").text(yuan);
    out.key("budget").text(shared.budget.text());
    out.key("claimed").text(shared.claimed.text());
    out.key("paid").text(shared.paid.text());
    out.key("in_full").boolean(shared.in_full);
    out.key("rule").text("largest_remainder");
    out.key("claims").begin_list();
    for (std::size_t i = 0; i < shared.shares.size(); ++i) {
        const BudgetShare& each = shared.shares[i];
        out.begin_object();
        out.key("id").text(question.ids[i]);
        out.key("claimed").text(each.claimed.text());
        out.key("quota").text(each.quota.text());
        out.key("paid").text(fixed_text(each.paid, {2, RoundingMode::down}));
        out.key("extra_fen").boolean(each.extra);
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

std::string text_document(const Question& question, const SharedBudget& shared, Language language) {
    const auto money = [](const Number& amount) { return same(fixed_text(amount, {2, RoundingMode::down})); };
    std::string out = detail::fill("可用 {0} 元，申请 {1} 元，支付 {2} 元", "{0} 元 to share, {1} 元 claimed, {2} 元 paid",
                                   {money(shared.budget), money(shared.claimed), money(shared.paid)})
                          .in(language);
    out += "\n";
    const Text rule = shared.in_full
                          ? Text{"资金足够，全额支付", "it is enough: all is paid in full"}
                          : Text{"按比例分配到分；余下的分依次给尾数最大者，相同的给排在前面的",
                                 "in proportion, cut to the fen; the fen left over go to the largest parts cut off, among equal ones to "
                                 "the earlier claim"};
    out.append(rule.in(language)).append("\n");
    for (std::size_t i = 0; i < shared.shares.size(); ++i) {
        const BudgetShare& each = shared.shares[i];
        const Text line = detail::fill("  {0}：申请 {1} 元，支付 {2} 元", "  {0}: {1} 元 claimed, {2} 元 paid",
                                       {same(question.ids[i]), money(each.claimed), money(each.paid)});
        const Text extra = each.extra ? Text{"（含余下的 1 分）", " (with a fen left over)"} : Text{};
        out.append(line.in(language)).append(extra.in(language)).append("\n");
    }
    return out;
}

}  // namespace

AwardDocument share_budget(std::string_view request, AnswerFormat format, Language language) {
    AwardDocument answer;
    json::Parsed parsed = json::parse(request);
    answer.issues = std::move(parsed.issues);
    if (!parsed.value) return answer;
    Question question{answer.issues, std::string(yuan), {}, {}, {}, {}};
    question.read(*parsed.value);
    if (has_errors(answer.issues)) return answer;
    const SharedBudget shared = share(question.budget, question.claims);
    answer.document = format == AnswerFormat::json ? json_document(question, shared) : text_document(question, shared, language);
    return answer;
}

}  // namespace biaochi
