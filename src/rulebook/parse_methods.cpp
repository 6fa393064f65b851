/// @file
/// Reading the methods of leaves.

#include <array>

#include "rulebook/sections.hpp"

namespace biaochi::detail {
namespace {

constexpr std::array<std::string_view, 7> method_names = {"bands", "items", "options", "judged", "ratio", "efficacy", "goalposts"};

Choice<Number> read_number_choice(Context& context, const json::Value& value, const std::string& pointer) {
    return read_choice<Number>(context, value, pointer,
                               [&](const json::Value& v, const std::string& where) { return read_number(context, v, where); });
}

std::optional<BandPoints> read_band_points(Context& context, const json::Value& value, const std::string& pointer) {
    BandPoints points;
    if (value.kind != json::Kind::list) {
        const std::optional<Number> constant = read_number(context, value, pointer);
        if (!constant) return std::nullopt;
        points.at_from = points.at_to = *constant;
        return points;
    }
    if (value.items.size() != 2) {
        context.report(IssueCode::bad_value, pointer, {"[" + std::to_string(value.items.size()) + "]", "[at from, at to]"});
        return std::nullopt;
    }
    const std::optional<Number> at_from = read_number(context, value.items[0], json::child(pointer, 0));
    const std::optional<Number> at_to = read_number(context, value.items[1], json::child(pointer, 1));
    if (!at_from || !at_to) return std::nullopt;
    points.at_from = *at_from;
    points.at_to = *at_to;
    points.range = true;
    return points;
}

Band read_band(Context& context, const json::Value& value, const std::string& pointer) {
    Band band;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return band;
    if (const auto* from = fields.take("from")) band.from = read_number(context, *from, fields.at("from"));
    if (const auto* to = fields.take("to")) band.to = read_number(context, *to, fields.at("to"));
    if (const auto* points = fields.need("points")) {
        band.points = read_choice<BandPoints>(context, *points, fields.at("points"), [&](const json::Value& v, const std::string& where) {
            return read_band_points(context, v, where);
        });
    }
    band.provenance = read_provenance(context, fields);
    fields.done();
    return band;
}

Method read_bands(Context& context, Fields& fields, const json::Value& value, const std::string& pointer) {
    Bands bands;
    if (expect(context, value, json::Kind::list, pointer)) {
        if (value.items.empty()) context.report(IssueCode::empty_list, pointer, {"bands"});
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            bands.rows.push_back(read_band(context, value.items[i], json::child(pointer, i)));
        }
    }
    if (const auto* inside = fields.take("inside")) {
        bands.inside = read_choice<Inside>(context, *inside, fields.at("inside"), [&](const json::Value& v, const std::string& where) {
            return std::optional(
                read_word<Inside>(context, v, where, {{"linear", Inside::linear}, {"lower", Inside::lower}, {"upper", Inside::upper}}));
        });
    }
    return bands;
}

std::optional<std::optional<Number>> read_limit(Context& context, const json::Value& value, const std::string& pointer) {
    if (value.kind == json::Kind::null) return std::optional<Number>();
    const std::optional<Number> limit = read_number(context, value, pointer);
    if (!limit) return std::nullopt;
    if (!limit->is_whole() || limit->sign() < 0) context.report(IssueCode::bad_value, pointer, {limit->text(), "0, 1, 2, …"});
    return limit;
}

ItemLine read_item_line(Context& context, const json::Value& value, const std::string& pointer) {
    ItemLine line;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return line;
    if (const auto* item = fields.need("item")) line.item = read_string(context, *item, fields.at("item"));
    if (const auto* points = fields.need("points")) {
        const std::string where = fields.at("points");
        line.points = read_named<Number>(context, *points, where, [&](const json::Value& v, const std::string& at) {
            return read_number(context, v, at).value_or(Number());
        });
        if (points->kind == json::Kind::object && points->members.empty()) context.report(IssueCode::empty_list, where, {"points"});
    }
    if (const auto* at_most = fields.take("at_most")) {
        line.at_most = read_named<Choice<std::optional<Number>>>(
            context, *at_most, fields.at("at_most"), [&](const json::Value& v, const std::string& at) {
                return read_choice<std::optional<Number>>(
                    context, v, at, [&](const json::Value& limit, const std::string& where) { return read_limit(context, limit, where); });
            });
    }
    line.provenance = read_provenance(context, fields);
    fields.done();
    return line;
}

Method read_items(Context& context, const json::Value& value, const std::string& pointer) {
    Items items;
    if (!expect(context, value, json::Kind::list, pointer)) return items;
    if (value.items.empty()) context.report(IssueCode::empty_list, pointer, {"items"});
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        items.lines.push_back(read_item_line(context, value.items[i], json::child(pointer, i)));
    }
    return items;
}

OptionGroup read_option_group(Context& context, const json::Value& value, const std::string& pointer) {
    OptionGroup group;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return group;
    if (const auto* choose = fields.need("choose")) {
        group.choose = read_choice<Choose>(context, *choose, fields.at("choose"), [&](const json::Value& v, const std::string& where) {
            return std::optional(read_word<Choose>(context, v, where, {{"one", Choose::one}, {"any", Choose::any}}));
        });
    }
    if (const auto* of = fields.need("of")) {
        group.points = read_named<Number>(context, *of, fields.at("of"), [&](const json::Value& v, const std::string& at) {
            return read_number(context, v, at).value_or(Number());
        });
        if (of->kind == json::Kind::object && of->members.empty()) context.report(IssueCode::empty_list, fields.at("of"), {"of"});
    }
    group.provenance = read_provenance(context, fields);
    fields.done();
    return group;
}

Method read_options(Context& context, const json::Value& value, const std::string& pointer) {
    Options options;
    if (!expect(context, value, json::Kind::list, pointer)) return options;
    if (value.items.empty()) context.report(IssueCode::empty_list, pointer, {"options"});
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        options.groups.push_back(read_option_group(context, value.items[i], json::child(pointer, i)));
    }
    return options;
}

Method read_judged(Context& context, const json::Value& value, const std::string& pointer) {
    Judged judged;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return judged;
    if (const auto* panel = fields.take("panel")) {
        Fields rule(context, *panel, fields.at("panel"));
        if (rule.ok()) {
            if (const auto* v = rule.take("at_least")) judged.at_least = read_int(context, *v, rule.at("at_least"), 1, 1000).value_or(1);
            if (const auto* v = rule.take("drop_highest")) {
                judged.drop_highest = read_int(context, *v, rule.at("drop_highest"), 0, 100).value_or(0);
            }
            if (const auto* v = rule.take("drop_lowest")) {
                judged.drop_lowest = read_int(context, *v, rule.at("drop_lowest"), 0, 100).value_or(0);
            }
            rule.done();
            const int dropped = judged.drop_highest + judged.drop_lowest;
            if (judged.at_least <= dropped) {
                context.report(IssueCode::bad_value, rule.at("at_least"),
                               {std::to_string(judged.at_least), "> " + std::to_string(dropped)});
            }
        }
    }
    fields.done();
    return judged;
}

Method read_ratio(Context& context, const json::Value& value, const std::string& pointer) {
    Ratio ratio;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return ratio;
    if (const auto* v = fields.need("standard")) ratio.standard = read_number_choice(context, *v, fields.at("standard"));
    if (const auto* v = fields.take("better")) {
        ratio.better = read_word<Better>(context, *v, fields.at("better"), {{"higher", Better::higher}, {"lower", Better::lower}});
    }
    if (const auto* v = fields.take("above")) {
        ratio.above = read_word<Beyond>(context, *v, fields.at("above"), {{"flat", Beyond::flat}, {"extend", Beyond::extend}});
        if (ratio.above == Beyond::extend && ratio.better == Better::lower) {
            context.report(IssueCode::bad_value, fields.at("above"), {"extend", "flat"});
        }
    }
    fields.done();
    return ratio;
}

Standard read_standard(Context& context, const json::Value& value, const std::string& pointer) {
    Standard standard;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return standard;
    if (const auto* v = fields.need("at")) standard.at = read_number(context, *v, fields.at("at")).value_or(Number());
    if (const auto* v = fields.need("coefficient")) {
        standard.coefficient = read_number(context, *v, fields.at("coefficient")).value_or(Number());
    }
    standard.name = take_text(context, fields, "name");
    fields.done();
    return standard;
}

Method read_efficacy(Context& context, const json::Value& value, const std::string& pointer) {
    Efficacy efficacy;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return efficacy;
    if (const auto* standards = fields.need("standards")) {
        efficacy.standards = read_choice<std::vector<Standard>>(
            context, *standards, fields.at("standards"), [&](const json::Value& list, const std::string& where) {
                std::vector<Standard> rows;
                if (!expect(context, list, json::Kind::list, where)) return std::optional(rows);
                for (std::size_t i = 0; i < list.items.size(); ++i) {
                    rows.push_back(read_standard(context, list.items[i], json::child(where, i)));
                }
                return std::optional(rows);
            });
    }
    if (const auto* v = fields.take("above")) {
        efficacy.above = read_word<Beyond>(context, *v, fields.at("above"), {{"flat", Beyond::flat}, {"extend", Beyond::extend}});
    }
    if (const auto* v = fields.take("below")) {
        efficacy.below = read_word<Beyond>(context, *v, fields.at("below"),
                                           {{"zero", Beyond::zero}, {"flat", Beyond::flat}, {"extend", Beyond::extend}});
    }
    fields.done();
    return efficacy;
}

Method read_goalposts(Context& context, const json::Value& value, const std::string& pointer) {
    Goalposts posts;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return posts;
    if (const auto* v = fields.need("from")) posts.from = read_number_choice(context, *v, fields.at("from"));
    if (const auto* v = fields.need("to")) posts.to = read_number_choice(context, *v, fields.at("to"));
    if (const auto* v = fields.take("ln")) posts.ln = read_rounding(context, *v, fields.at("ln"));
    if (const auto* v = fields.take("outside")) {
        posts.outside = read_word<Beyond>(context, *v, fields.at("outside"), {{"flat", Beyond::flat}, {"extend", Beyond::extend}});
        if (posts.outside == Beyond::extend && posts.ln) context.report(IssueCode::bad_value, fields.at("outside"), {"extend", "flat"});
    }
    fields.done();
    return posts;
}

Method read_one(Context& context, Fields& fields, std::string_view name, const json::Value& value) {
    const std::string where = fields.at(name);
    if (name == "bands") return read_bands(context, fields, value, where);
    if (name == "items") return read_items(context, value, where);
    if (name == "options") return read_options(context, value, where);
    if (name == "judged") return read_judged(context, value, where);
    if (name == "ratio") return read_ratio(context, value, where);
    if (name == "efficacy") return read_efficacy(context, value, where);
    return read_goalposts(context, value, where);
}

}  // namespace

void read_method(Context& context, Fields& fields, Node& node, const std::string& pointer) {
    std::string found;
    std::string all;
    int count = 0;
    for (const std::string_view name : method_names) {
        all += all.empty() ? std::string(name) : ", " + std::string(name);
        const json::Value* value = fields.take(name);
        if (value == nullptr) continue;
        found += found.empty() ? std::string(name) : ", " + std::string(name);
        ++count;
        node.method = read_one(context, fields, name, *value);
    }
    if (count == 0) context.report(IssueCode::no_method, pointer, {node.id, all});
    if (count > 1) context.report(IssueCode::several_methods, pointer, {node.id, found});
}

}  // namespace biaochi::detail
