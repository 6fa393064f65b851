/// @file
/// Expressions asked on their own: the question is read, compiled, evaluated and answered.

#include "biaochi/explain/question.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "biaochi/core/text.hpp"
#include "biaochi/feel/evaluate.hpp"
#include "biaochi/rulebook/unit.hpp"
#include "explain/cause_words.hpp"
#include "explain/value_json.hpp"

namespace biaochi {
namespace {

using detail::json_boolean;
using detail::json_object;
using detail::json_text;
using detail::put;

constexpr std::size_t most_steps = 200;
constexpr std::size_t most_weight = 100;
constexpr std::size_t longest_value = 200;

/// A question as it was read.
struct Question {
    std::string expression;
    std::optional<feel::Type> type;
    bool strict = false;
    NamedFacts facts;
    std::vector<Issue> issues;

    void report(IssueCode code, std::string where, std::initializer_list<std::string_view> details) {
        issues.push_back(make_issue(code, std::move(where), details));
    }
};

std::optional<Number> convert(std::string_view from, std::string_view to) { return conversion({}, from, to); }

void add(NamedFacts& facts, const std::string& name, detail::TypedValue fact) {
    for (const feel::Input& input : facts.scope.inputs) {
        if (input.name != name) continue;
        facts.values[input.slot] = std::move(fact.value);
        facts.scope.inputs[input.slot].type = std::move(fact.type);
        return;
    }
    facts.scope.inputs.push_back({name, std::move(fact.type), static_cast<std::uint32_t>(facts.values.size())});
    facts.values.push_back(std::move(fact.value));
}

void add_all(NamedFacts& facts, const json::Value& object, const std::string& where) {
    facts.scope.conversion = convert;
    if (object.kind != json::Kind::object) {
        facts.issues.push_back(make_issue(IssueCode::wrong_type, where, {json::name(object.kind), json::name(json::Kind::object)}));
        return;
    }
    for (const json::Member& member : object.members) {
        const std::string place = json::child(where, member.first);
        if (!feel::is_name(member.first)) {
            facts.issues.push_back(make_issue(IssueCode::bad_value, place, {member.first, "a–z, A–Z, 0–9, _, 汉字"}));
            continue;
        }
        add(facts, member.first, detail::read_fact(member.second, member.first, place, facts.issues));
    }
}

void read_type(Question& question, const json::Value* type, const json::Value* unit) {
    if (type != nullptr) {
        question.type = type->kind == json::Kind::text ? feel::parse_type(type->text) : std::nullopt;
        if (!question.type) question.report(IssueCode::bad_value, "/type", {json::brief(*type), "number, date, list<string> …"});
    }
    if (unit == nullptr) return;
    if (unit->kind == json::Kind::text && known_unit({}, unit->text)) {
        question.type = feel::number_in(unit->text);
    } else {
        question.report(IssueCode::unknown_unit, "/unit", {json::brief(*unit)});
    }
}

/// Keys that are none of ours are passed over, unless one looks like a slip of the pen.
void check_keys(Question& question, const json::Value& object) {
    const std::vector<std::string> known{"id", "expr", "facts", "type", "unit", "strict"};
    for (const json::Member& member : object.members) {
        const bool is_known = std::find(known.begin(), known.end(), member.first) != known.end();
        if (is_known) continue;
        for (const std::string& name : known) {
            if (name.size() < 4 || edit_distance(member.first, name) > 1) continue;
            question.report(IssueCode::unknown_key, json::child("", member.first), {member.first, name});
        }
    }
}

Question read_question(const json::Value& object, const NamedFacts& facts) {
    Question question;
    question.facts.scope = facts.scope;
    question.facts.values = facts.values;
    question.facts.scope.conversion = convert;
    if (object.kind != json::Kind::object) {
        question.report(IssueCode::wrong_type, "", {json::name(object.kind), json::name(json::Kind::object)});
        return question;
    }
    check_keys(question, object);
    if (const json::Value* expression = object.find("expr"); expression == nullptr) {
        question.report(IssueCode::missing_key, "", {"expr"});
    } else if (expression->kind != json::Kind::text) {
        question.report(IssueCode::wrong_type, "/expr", {json::name(expression->kind), json::name(json::Kind::text)});
    } else {
        question.expression = expression->text;
    }
    if (const json::Value* strict = object.find("strict")) {
        question.strict = strict->truth;
        if (strict->kind != json::Kind::boolean) question.report(IssueCode::wrong_type, "/strict", {json::name(strict->kind), "boolean"});
    }
    read_type(question, object.find("type"), object.find("unit"));
    if (const json::Value* own = object.find("facts")) {
        add_all(question.facts, *own, "/facts");
        question.issues.insert(question.issues.end(), question.facts.issues.begin(), question.facts.issues.end());
    }
    return question;
}

json::Value issue_json(const Issue& issue) {
    json::Value object = json_object();
    put(object, "code", json_text(std::string(name(issue.code))));
    put(object, "where", json_text(issue.where));
    put(object, "line", {json::Kind::number, false, std::to_string(issue.line), {}, {}});
    put(object, "column", {json::Kind::number, false, std::to_string(issue.column), {}, {}});
    put(object, "zh", json_text(issue.message.zh));
    put(object, "en", json_text(issue.message.en));
    return object;
}

json::Value brief_value(const feel::Value& value) {
    return extent(value).weight <= most_weight ? detail::value_json(value) : json_text(feel_text(value, longest_value));
}

json::Value holds(feel::Verdict verdict) {
    if (verdict == feel::Verdict::undecided) return {};
    return json_boolean(verdict == feel::Verdict::yes);
}

json::Value step_json(const feel::Expression& expression, const feel::EvidenceRecord& record) {
    json::Value step = json_object();
    put(step, "expr", json_text(std::string(expression.source(record.node))));
    switch (record.kind) {
        case feel::EvidenceKind::comparison:
            put(step, "left", brief_value(record.left));
            put(step, "operator", json_text(std::string(expression.word(record.node))));
            put(step, "right", brief_value(record.right));
            break;
        case feel::EvidenceKind::member:
            put(step, "member", {json::Kind::number, false, std::to_string(record.index + 1), {}, {}});
            put(step, "value", brief_value(record.left));
            break;
        case feel::EvidenceKind::empty:
            put(step, "empty", json_boolean(true));
            break;
        case feel::EvidenceKind::branch:
            put(step, "branch", json_text(record.index == 0 ? "then" : "else"));
            break;
    }
    put(step, "holds", holds(record.verdict));
    return step;
}

void put_words(json::Value& object, const Text& words) {
    put(object, "zh", json_text(words.zh));
    put(object, "en", json_text(words.en));
}

json::Value because_json(const feel::Expression& expression, const feel::Value& value, const feel::Evidence& evidence) {
    json::Value because = json_object();
    if (value.is_null()) {
        put(because, "cause", json_text(std::string(name(value.null().cause))));
        if (value.null().about) put(because, "about", json_text(*value.null().about));
        put_words(because, detail::cause_words(value.null()));
    }
    if (evidence.records.empty()) return because;
    json::Value steps = detail::json_list();
    for (const feel::EvidenceRecord& record : evidence.records) steps.items.push_back(step_json(expression, record));
    put(because, "steps", std::move(steps));
    if (!evidence.complete) put(because, "complete", json_boolean(false));
    return because;
}

/// Puts the value, its type and why, or why there is none.
void answer(json::Value& object, Question& question) {
    feel::CompileOptions options;
    options.mode = question.strict ? feel::Mode::strict : feel::Mode::lenient;
    options.result = question.type;
    feel::Compiled compiled = feel::compile_expression(question.expression, question.facts.scope, options);
    question.issues = std::move(compiled.issues);
    for (Issue& issue : question.issues) {
        if (issue.code == IssueCode::not_in_profile) issue.severity = Severity::error;
    }
    if (!compiled.expression || has_errors(question.issues)) return;
    feel::Evidence evidence;
    evidence.most = most_steps;
    const feel::Value value = evaluate(*compiled.expression, question.facts.values, {}, &evidence);
    put(object, "value", detail::value_json(value));
    put(object, "type", json_text(feel_type_text(type_of_value(value))));
    const feel::Type& known = compiled.expression->type();
    if (value.kind() == feel::Kind::number && known.unit) put(object, "unit", json_text(*known.unit));
    put(object, "feel", json_text(feel_text(value)));
    put(object, "because", because_json(*compiled.expression, value, evidence));
}

void put_failure(json::Value& object, const Issue& issue) {
    json::Value because = json_object();
    put(because, "cause", json_text(std::string(name(issue.code))));
    put_words(because, issue.message);
    put(object, "value", {});
    put(object, "type", json_text("Null"));
    put(object, "because", std::move(because));
    put(object, "issue", issue_json(issue));
}

AnsweredQuestion finish(json::Value object, std::vector<Issue> issues) {
    json::Value warnings = detail::json_list();
    for (const Issue& issue : issues) {
        if (issue.severity != Severity::error) warnings.items.push_back(issue_json(issue));
    }
    const auto error = std::find_if(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity == Severity::error; });
    if (error != issues.end()) put_failure(object, *error);
    if (!warnings.items.empty()) put(object, "warnings", std::move(warnings));
    return {json::write(object), std::move(issues)};
}

}  // namespace

NamedFacts read_facts(std::string_view json) {
    NamedFacts facts;
    json::Parsed parsed = json::parse(json);
    facts.issues = std::move(parsed.issues);
    if (parsed.value && !has_errors(facts.issues)) add_all(facts, *parsed.value, "");
    return facts;
}

AnsweredQuestion answer_question(std::string_view question, const NamedFacts& facts) {
    json::Value object = json_object();
    json::Parsed parsed = json::parse(question);
    const json::Value* id = parsed.value ? parsed.value->find("id") : nullptr;
    if (id != nullptr) put(object, "id", *id);
    if (!parsed.value || has_errors(parsed.issues)) return finish(std::move(object), std::move(parsed.issues));
    Question read = read_question(*parsed.value, facts);
    if (!has_errors(read.issues)) answer(object, read);
    return finish(std::move(object), std::move(read.issues));
}

}  // namespace biaochi
