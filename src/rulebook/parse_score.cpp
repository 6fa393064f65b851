/// @file
/// Reading the score tree, classes and ranking.

#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

Choice<Treatment> read_treatment(Context& context, const json::Value& value, const std::string& pointer, bool estimated) {
    return read_choice<Treatment>(context, value, pointer, [&](const json::Value& word, const std::string& where) {
        if (estimated && word.kind == json::Kind::text && word.text == "use") return std::optional(Treatment::use);
        return std::optional(read_word<Treatment>(
            context, word, where,
            {{"unknown", Treatment::unknown}, {"zero", Treatment::zero}, {"exclude", Treatment::exclude}, {"refuse", Treatment::refuse}}));
    });
}

Treatments read_treatments(Context& context, const json::Value& value, const std::string& pointer) {
    Treatments treat;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return treat;
    if (const auto* v = fields.take("missing")) treat.missing = read_treatment(context, *v, fields.at("missing"), false);
    if (const auto* v = fields.take("not_applicable")) {
        treat.not_applicable = read_treatment(context, *v, fields.at("not_applicable"), false);
    }
    if (const auto* v = fields.take("estimated")) treat.estimated = read_treatment(context, *v, fields.at("estimated"), true);
    if (const auto* v = fields.take("rejected")) treat.rejected = read_treatment(context, *v, fields.at("rejected"), false);
    fields.done();
    return treat;
}

void read_group(Context& context, Fields& fields, Node& node, const json::Value& parts) {
    if (const auto* combine = fields.take("combine")) {
        node.combine = read_word<Combine>(context, *combine, fields.at("combine"),
                                          {{"sum", Combine::sum},
                                           {"arithmetic", Combine::arithmetic},
                                           {"geometric", Combine::geometric},
                                           {"harmonic", Combine::harmonic}});
    }
    if (node.combine == Combine::geometric) {
        if (const auto* precision = fields.need("precision")) {
            node.precision = read_rounding(context, *precision, fields.at("precision"));
        }
    }
    if (node.combine == Combine::sum) {
        if (const auto* cap = fields.take("cap")) node.cap = read_bool(context, *cap, fields.at("cap"));
    }
    if (const auto* coverage = fields.take("coverage")) {
        node.coverage = read_number(context, *coverage, fields.at("coverage")).value_or(Number());
        if (node.coverage.sign() < 0 || node.coverage > Number(1)) {
            context.report(IssueCode::bad_value, fields.at("coverage"), {coverage->text, "0 … 1"});
        }
    }
    const std::string where = fields.at("parts");
    if (!expect(context, parts, json::Kind::list, where)) return;
    if (parts.items.empty()) context.report(IssueCode::empty_list, where, {"parts"});
    for (std::size_t i = 0; i < parts.items.size(); ++i) {
        node.parts.push_back(read_node(context, parts.items[i], json::child(where, i)));
    }
}

void read_leaf(Context& context, Fields& fields, Node& node, const std::string& pointer) {
    node.fact = node.id;
    if (const auto* fact = fields.take("fact")) node.fact = read_string(context, *fact, fields.at("fact"));
    if (const auto* treat = fields.take("treat")) node.treat = read_treatments(context, *treat, fields.at("treat"));
    read_method(context, fields, node, pointer);
}

std::optional<ClassCut> read_cut(Context& context, const json::Value& value, const std::string& pointer) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return std::nullopt;
    ClassCut cut;
    if (const auto* id = fields.need("id")) {
        cut.id = read_string(context, *id, fields.at("id"));
        if (id->kind == json::Kind::text && !is_free_id(cut.id)) context.report(IssueCode::bad_id, fields.at("id"), {cut.id});
    }
    cut.name = take_text(context, fields, "name");
    if (const auto* from = fields.take("from")) cut.from = read_number(context, *from, fields.at("from"));
    if (const auto* to = fields.take("to")) cut.to = read_number(context, *to, fields.at("to"));
    cut.provenance = read_provenance(context, fields);
    fields.done();
    return cut;
}

Compare read_compare(Context& context, const json::Value& value, const std::string& pointer) {
    return read_word<Compare>(context, value, pointer, {{"unrounded", Compare::unrounded}, {"rounded", Compare::rounded}});
}

}  // namespace

Node read_node(Context& context, const json::Value& value, const std::string& pointer) {
    Node node;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return node;
    if (const auto* id = fields.need("id")) node.id = read_id(context, *id, fields.at("id"));
    node.name = take_text(context, fields, "name");
    if (const auto* points = fields.need("points")) {
        node.points = read_number(context, *points, fields.at("points")).value_or(Number(1));
        if (node.points.sign() <= 0) context.report(IssueCode::bad_value, fields.at("points"), {json::brief(*points), "> 0"});
    }
    if (const auto* weight = fields.take("weight")) {
        node.weight = read_number(context, *weight, fields.at("weight")).value_or(Number(1));
        if (node.weight.sign() <= 0) {
            context.report(IssueCode::weight_not_positive, fields.at("weight"), {node.id, json::brief(*weight)});
        }
    }
    if (const auto* round = fields.take("round")) node.round = read_rounding(context, *round, fields.at("round"));
    node.provenance = read_provenance(context, fields);
    if (const auto* parts = fields.take("parts")) {
        read_group(context, fields, node, *parts);
    } else {
        read_leaf(context, fields, node, pointer);
    }
    fields.done();
    return node;
}

Classes read_classes(Context& context, const json::Value& value, const std::string& pointer) {
    Classes classes;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return classes;
    if (const auto* compare = fields.take("compare")) classes.compare = read_compare(context, *compare, fields.at("compare"));
    if (const auto* cuts = fields.need("cuts")) {
        classes.cuts =
            read_choice<std::vector<ClassCut>>(context, *cuts, fields.at("cuts"), [&](const json::Value& list, const std::string& where) {
                std::vector<ClassCut> rows;
                if (!expect(context, list, json::Kind::list, where)) return std::optional(rows);
                if (list.items.empty()) context.report(IssueCode::empty_list, where, {"cuts"});
                for (std::size_t i = 0; i < list.items.size(); ++i) {
                    if (auto cut = read_cut(context, list.items[i], json::child(where, i))) rows.push_back(std::move(*cut));
                }
                return std::optional(rows);
            });
    }
    classes.provenance = read_provenance(context, fields);
    fields.done();
    return classes;
}

Ranking read_ranking(Context& context, const json::Value& value, const std::string& pointer) {
    Ranking ranking;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return ranking;
    if (const auto* ties = fields.take("ties")) {
        ranking.ties = read_word<Ties>(context, *ties, fields.at("ties"),
                                       {{"competition", Ties::competition}, {"dense", Ties::dense}, {"average", Ties::average}});
    }
    if (const auto* compare = fields.take("compare")) ranking.compare = read_compare(context, *compare, fields.at("compare"));
    if (const auto* within = fields.take("within_group")) ranking.within_group = read_bool(context, *within, fields.at("within_group"));
    ranking.provenance = read_provenance(context, fields);
    fields.done();
    return ranking;
}

}  // namespace biaochi::detail
