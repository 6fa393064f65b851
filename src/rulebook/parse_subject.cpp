/// @file
/// Reading and checking what a subject is.

#include <algorithm>
#include <map>

#include "biaochi/feel/scope.hpp"
#include "biaochi/rulebook/unit.hpp"
#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

/// How many words a field may list.
constexpr std::size_t most_words = 1'000;

/// The words that a text field may hold.
std::vector<std::string> read_values(Context& context, const json::Value& list, const std::string& pointer) {
    std::vector<std::string> values = read_strings(context, list, pointer);
    if (list.kind == json::Kind::list && list.items.empty()) context.report(IssueCode::empty_list, pointer, {"values"});
    if (values.size() > most_words) {
        const std::string most = std::to_string(most_words);
        context.report(IssueCode::bad_value, pointer, {"[" + std::to_string(values.size()) + "]", "[1 … " + most + "]"});
        return {};
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto first = static_cast<std::size_t>(std::find(values.begin(), values.end(), values[i]) - values.begin());
        if (first != i) context.report(IssueCode::repeated_id, json::child(pointer, i), {values[i], json::child(pointer, first)});
    }
    return values;
}

SubjectField read_field(Context& context, const json::Value& value, const std::string& pointer) {
    SubjectField field;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return field;
    if (const auto* name = fields.need("name")) field.name = read_text(context, *name, fields.at("name"));
    if (const auto* type = fields.need("type")) {
        field.type = read_word<FieldType>(
            context, *type, fields.at("type"),
            {{"number", FieldType::number}, {"text", FieldType::text}, {"boolean", FieldType::boolean}, {"date", FieldType::date}});
    }
    if (field.type == FieldType::number) {
        if (const auto* unit = fields.take("unit")) field.unit = read_string(context, *unit, fields.at("unit"));
        const auto units = known_units(context.book.units);
        if (!field.unit.empty() && !known_unit(context.book.units, field.unit)) {
            context.report(IssueCode::unknown_unit, fields.at("unit"), {field.unit, nearest_or_all(field.unit, units)});
        }
    }
    if (field.type == FieldType::text) {
        if (const auto* values = fields.take("values")) field.values = read_values(context, *values, fields.at("values"));
        const auto* ordered = field.values.empty() ? nullptr : fields.take("ordered");
        if (ordered != nullptr) {
            field.ordered = read_word<Ordered>(context, *ordered, fields.at("ordered"),
                                               {{"best_first", Ordered::best_first}, {"worst_first", Ordered::worst_first}});
        }
    }
    field.provenance = read_provenance(context, fields);
    fields.done();
    return field;
}

/// Names that an expression may use: no word of the language, and none that stands for something else already.
void check_names(Context& context, const Named<SubjectField>& fields, const std::string& pointer,
                 std::initializer_list<std::string_view> taken) {
    for (const auto& [id, field] : fields) {
        const bool reserved = std::find(taken.begin(), taken.end(), id) != taken.end();
        if (is_id(id) && (reserved || !feel::is_name(id))) context.report(IssueCode::bad_id, json::child(pointer, id), {id});
        if (field.ordered == Ordered::no || find(fields, id + "_place") == nullptr) continue;
        context.report(IssueCode::repeated_id, json::child(pointer, id + "_place"), {id + "_place", json::child(pointer, id)});
    }
}

Named<SubjectField> read_history(Context& context, const json::Value& value, const std::string& pointer) {
    Named<SubjectField> history;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return history;
    if (const auto* of = fields.need("fields")) {
        history = read_subject_fields(context, *of, fields.at("fields"), {"year"});
        if (of->kind == json::Kind::object && of->members.empty()) context.report(IssueCode::empty_list, fields.at("fields"), {"fields"});
    }
    fields.done();
    return history;
}

MemberGroup read_group(Context& context, const json::Value& value, const std::string& pointer) {
    MemberGroup group;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return group;
    if (const auto* name = fields.need("name")) group.name = read_text(context, *name, fields.at("name"));
    if (const auto* peers = fields.take("peers")) group.peers = read_bool(context, *peers, fields.at("peers"));
    if (const auto* of = fields.take("fields"))
        group.fields = read_subject_fields(context, *of, fields.at("fields"), {"region", "history"});
    if (const auto* history = fields.take("history")) group.history = read_history(context, *history, fields.at("history"));
    fields.done();
    return group;
}

/// Reports a name that stands for two things.
void check_apart(Context& context, const SubjectSection& subject, const std::string& pointer) {
    std::map<std::string, std::string> seen;
    for (const auto& [id, fact] : context.book.facts) seen.emplace(id, json::child("/facts", id));
    const auto enter = [&](const std::string& id, const std::string& where) {
        const auto [first, is_new] = seen.emplace(id, where);
        if (!is_new) context.report(IssueCode::repeated_id, where, {id, first->second});
    };
    for (const auto& [id, field] : subject.fields) {
        enter(id, json::child(pointer + "/fields", id));
        if (field.ordered != Ordered::no && find(subject.fields, id + "_place") == nullptr)
            enter(id + "_place", json::child(pointer + "/fields", id));
    }
    const bool grouped = !context.book.groups.empty() ||
                         std::any_of(subject.members.begin(), subject.members.end(), [](const auto& each) { return each.second.peers; });
    if (grouped) enter("group", "/groups");
    for (const auto& [id, group] : subject.members) {
        const std::string where = json::child(pointer + "/members", id);
        enter(id, where);
        const bool reserved = id == "region" || id == "on" || id == "history";
        if (is_id(id) && (reserved || !feel::is_name(id))) context.report(IssueCode::bad_id, where, {id});
    }
}

}  // namespace

Named<SubjectField> read_subject_fields(Context& context, const json::Value& value, const std::string& pointer,
                                        std::initializer_list<std::string_view> taken) {
    auto fields = read_named<SubjectField>(
        context, value, pointer, [&](const json::Value& entry, const std::string& where) { return read_field(context, entry, where); });
    check_names(context, fields, pointer, taken);
    return fields;
}

SubjectSection read_subject(Context& context, const json::Value& value, const std::string& pointer) {
    SubjectSection subject;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return subject;
    if (const auto* kind = fields.need("kind")) subject.kind = read_text(context, *kind, fields.at("kind"));
    if (const auto* of = fields.take("fields")) {
        subject.fields = read_subject_fields(context, *of, fields.at("fields"), {"region", "on", "history"});
    }
    if (const auto* history = fields.take("history")) subject.history = read_history(context, *history, fields.at("history"));
    if (const auto* members = fields.take("members")) {
        subject.members =
            read_named<MemberGroup>(context, *members, fields.at("members"),
                                    [&](const json::Value& entry, const std::string& where) { return read_group(context, entry, where); });
    }
    fields.done();
    check_apart(context, subject, pointer);
    return subject;
}

}  // namespace biaochi::detail
