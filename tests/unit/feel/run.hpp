#pragma once
/// @file
/// What the tests of expressions share: a scope of facts, and rows of an expression and its value as FEEL prints it.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/feel/evaluate.hpp"

namespace biaochi::feel {

/// An expression and its value, printed; for a null its cause is printed.
struct Row {
    const char* expression;
    const char* value;
};

/// Facts in units, a list of counties, a date.
inline Scope facts() {
    const Type county =
        context_of({{"name", type_of(Type::Of::text)}, {"class", type_of(Type::Of::text)}, {"score", type_of(Type::Of::number)}});
    Scope scope;
    scope.inputs = {{"gdp", number_in("亿元"), 0},
                    {"rd", number_in("万元"), 1},
                    {"firms", number_in("家"), 2},
                    {"share", number_in("%"), 3},
                    {"counties", list_of(county), 4},
                    {"posted", type_of(Type::Of::date), 5},
                    {"gone", type_of(Type::Of::number), 6},
                    {"open", type_of(Type::Of::boolean), 7},
                    {"人口", number_in("人"), 8}};
    scope.conversion = [](std::string_view from, std::string_view to) -> std::optional<Number> {
        if (from == "亿元" && to == "万元") return Number(10'000);
        if (from == "万元" && to == "亿元") return Number(1, 10'000);
        return std::nullopt;
    };
    return scope;
}

inline Value county(std::string name, Value rank, Value score) {
    return make_context({{"name", make_text(std::move(name))}, {"class", std::move(rank)}, {"score", std::move(score)}});
}

/// 12 亿元, 3000 万元, 7 家, 2.5 %, counties at A, C and a missing class, 2023-09-27, a missing fact, an open point, 40 人.
inline std::vector<Value> values() {
    const Value counties = make_list({county("甲", make_text("A"), make_number(Number(90))),
                                      county("乙", make_text("C"), make_null(Cause::missing_fact, "乙.score")),
                                      county("丙", make_null(Cause::missing_fact, "丙.class"), make_number(Number(70)))});
    return {make_number(Number(12)),
            make_number(Number(3000)),
            make_number(Number(7)),
            make_number(Number(5, 2)),
            counties,
            make_date(*parse_day("2023-09-27")),
            make_null(Cause::missing_fact, "gone"),
            make_null(Cause::open_point, "hole"),
            make_number(Number(40))};
}

inline std::string printed(const Value& value) {
    if (!value.is_null() || value.null().cause == Cause::none) return feel_text(value);
    return std::string(name(value.null().cause)) + (value.null().about ? " " + *value.null().about : "");
}

inline std::string run(std::string_view text, Mode mode = Mode::lenient, const Limits& limits = {}, Evidence* evidence = nullptr) {
    CompileOptions options;
    options.mode = mode;
    const Compiled compiled = compile_expression(text, facts(), options);
    if (!compiled.expression) return "does not compile: " + compiled.issues[0].message.en;
    const std::vector<Value> inputs = values();
    const std::string plain = printed(evaluate(*compiled.expression, inputs, limits));
    Evidence own;
    const std::string explained = printed(evaluate(*compiled.expression, inputs, limits, evidence == nullptr ? &own : evidence));
    EXPECT_EQ(plain, explained) << "evidence changes the answer of " << text;
    return plain;
}

inline void expect_rows(const std::vector<Row>& rows, Mode mode = Mode::lenient) {
    for (const Row& row : rows) EXPECT_EQ(run(row.expression, mode), row.value) << row.expression;
}

}  // namespace biaochi::feel
