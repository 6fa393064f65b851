/// @file
/// The table of units, and the reading of quotients and of a rulebook's own units.

#include "biaochi/rulebook/unit.hpp"

#include <array>
#include <cstdint>

namespace biaochi {
namespace {

/// A built-in unit: `numerator / denominator` of its kind's base unit.
struct BuiltIn {
    std::string_view text;
    std::string_view kind;
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
    bool in_ten_thousands = false;  ///< 万 may stand before it
};

constexpr std::string_view ten_thousand = "万";
constexpr std::int64_t ten_thousand_size = 10'000;
/// How deep definitions may lean on others: bounds both circles and the work that hostile quotients can ask for.
constexpr int deepest_definition = 6;

constexpr std::array built_in{
    BuiltIn{"元", "money", 1, 1, true},
    BuiltIn{"千元", "money", 1'000},
    BuiltIn{"百万元", "money", 1'000'000},
    BuiltIn{"千万元", "money", 10'000'000},
    BuiltIn{"亿元", "money", 100'000'000},
    BuiltIn{"%", "share"},
    BuiltIn{"‰", "share", 1, 10},
    BuiltIn{"1", "share", 100},
    BuiltIn{"个百分点", "percentage points"},
    BuiltIn{"人", "persons", 1, 1, true},
    BuiltIn{"人次", "person-times", 1, 1, true},
    BuiltIn{"人年", "person-years"},
    BuiltIn{"家", "家", 1, 1, true},
    BuiltIn{"个", "个", 1, 1, true},
    BuiltIn{"项", "项", 1, 1, true},
    BuiltIn{"件", "件", 1, 1, true},
    BuiltIn{"户", "户", 1, 1, true},
    BuiltIn{"位", "位", 1, 1, true},
    BuiltIn{"所", "所", 1, 1, true},
    BuiltIn{"名", "名", 1, 1, true},
    BuiltIn{"条", "条", 1, 1, true},
    BuiltIn{"篇", "篇", 1, 1, true},
    BuiltIn{"台", "台", 1, 1, true},
    BuiltIn{"次", "次", 1, 1, true},
    BuiltIn{"亩", "area", 2'000, 3, true},  // 15 亩 are one 公顷
    BuiltIn{"平方米", "area"},
    BuiltIn{"公顷", "area", 10'000},
    BuiltIn{"平方公里", "area", 1'000'000},
    BuiltIn{"斤", "mass", 1, 2},
    BuiltIn{"公斤", "mass"},
    BuiltIn{"吨", "mass", 1'000, 1, true},
    BuiltIn{"年", "years"},
    BuiltIn{"个月", "months"},
    BuiltIn{"天", "days"},
    BuiltIn{"个工作日", "working days"},
    BuiltIn{"分", "points"},
    BuiltIn{"岁", "years of life"},
    BuiltIn{"国际元", "purchasing power"},
};

std::optional<Unit> parse_built_in(std::string_view text) {
    const bool prefixed = text.substr(0, ten_thousand.size()) == ten_thousand;
    const std::string_view rest = prefixed ? text.substr(ten_thousand.size()) : std::string_view();
    for (const BuiltIn& unit : built_in) {
        if (unit.text == text) return Unit{std::string(unit.kind), Number(unit.numerator, unit.denominator)};
        if (unit.in_ten_thousands && unit.text == rest) {
            return Unit{std::string(unit.kind), Number(unit.numerator * ten_thousand_size, unit.denominator)};
        }
    }
    return std::nullopt;
}

/// A kind as part of a quotient's kind: a quotient within it is set in brackets, so that (a/b)/c is not a/(b/c).
std::string as_part(const std::string& kind) { return kind.find('/') == std::string::npos ? kind : "(" + kind + ")"; }

std::optional<Unit> parse(const Named<UnitDefinition>& own, std::string_view text, int depth);

std::optional<Unit> parse_own(const Named<UnitDefinition>& own, const UnitDefinition& definition, int depth) {
    if (depth >= deepest_definition || definition.times.sign() <= 0) return std::nullopt;
    std::optional<Unit> unit = parse(own, definition.of, depth + 1);
    if (unit) unit->size *= definition.times;
    return unit;
}

/// A unit without a stroke, or one of the rulebook's own under any name.
std::optional<Unit> parse_single(const Named<UnitDefinition>& own, std::string_view text, int depth) {
    if (std::optional<Unit> unit = parse_built_in(text)) return unit;
    const UnitDefinition* definition = find(own, text);
    return definition ? parse_own(own, *definition, depth) : std::nullopt;
}

std::optional<Unit> parse(const Named<UnitDefinition>& own, std::string_view text, int depth) {
    if (std::optional<Unit> unit = parse_single(own, text, depth)) return unit;
    const std::size_t stroke = text.find('/');
    if (stroke == std::string_view::npos) return std::nullopt;
    const std::optional<Unit> above = parse_single(own, text.substr(0, stroke), depth);
    if (!above) return std::nullopt;
    const std::optional<Unit> below = parse_single(own, text.substr(stroke + 1), depth);
    if (!below) return std::nullopt;
    return Unit{as_part(above->kind) + "/" + as_part(below->kind), above->size / below->size};
}

}  // namespace

std::optional<Unit> parse_unit(const Named<UnitDefinition>& own, std::string_view text) { return parse(own, text, 0); }

bool known_unit(const Named<UnitDefinition>& own, std::string_view text) { return parse_unit(own, text).has_value(); }

std::optional<Number> conversion(const Named<UnitDefinition>& own, std::string_view from, std::string_view to) {
    const std::optional<Unit> source = parse_unit(own, from);
    const std::optional<Unit> target = parse_unit(own, to);
    if (!source || !target || source->kind != target->kind) return std::nullopt;
    return source->size / target->size;
}

std::vector<std::string> known_units(const Named<UnitDefinition>& own) {
    std::vector<std::string> names;
    for (const BuiltIn& unit : built_in) {
        names.emplace_back(unit.text);
        if (unit.in_ten_thousands) names.push_back(std::string(ten_thousand) + std::string(unit.text));
    }
    for (const auto& [name, definition] : own) names.push_back(name);
    return names;
}

}  // namespace biaochi
