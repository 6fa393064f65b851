/// @file
/// The rows of the DMN TCK that lie beside the repository: each expression, evaluated leniently, has the expected value.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "biaochi/core/rounding.hpp"
#include "biaochi/feel/evaluate.hpp"

namespace biaochi::feel {
namespace {

using nlohmann::json;

/// Rows whose answer rests on the type that the decision around them declares, which the rows do not say; these types are assumed.
/// docs/reference/feel.md lists them. The suite's `["foo"]` for a text is brought to the type of the expected value like any other row.
const std::map<std::string, Type> declared = {
    {"0082-feel-coercion decision_001/decision_001", type_of(Type::Of::text)},
    {"0082-feel-coercion decision_003/decision_003", list_of(type_of(Type::Of::number))},
    {"0082-feel-coercion decision_006_a/decision_006_a", type_of(Type::Of::date)},
    {"0082-feel-coercion literal_002/literal_002", type_of(Type::Of::number)},
    {"0082-feel-coercion literal_006/literal_006", list_of(type_of(Type::Of::number))},
};

bool same_number(const Number& found, const std::string& printed) {
    const std::optional<Number> wanted = parse_number(printed);
    if (!wanted) return false;
    if (found == *wanted || number_text(found) == printed) return true;
    const std::size_t point = printed.find('.');
    if (point == std::string::npos || printed.size() - point <= 8) return false;
    // The suite prints inexact results with fewer digits, and some of them cut off rather than rounded.
    const int places = static_cast<int>(printed.size() - point - 1);
    return round(found, {places, RoundingMode::half_even}) == *wanted || round(found, {places, RoundingMode::down}) == *wanted;
}

bool same(const Value& found, const json& expected);

bool same_parts(const Value& found, const json& expected) {
    const json& wanted = expected.at("value");
    if (found.kind() == Kind::list) {
        if (found.items().size() != wanted.size()) return false;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (!same(found.items()[i], wanted[i])) return false;
        }
        return true;
    }
    if (found.context().entries.size() != wanted.size()) return false;
    for (const auto& [key, value] : wanted.items()) {
        const Value* entry = found.context().find(key);
        if (entry == nullptr || !same(*entry, value)) return false;
    }
    return true;
}

bool same(const Value& found, const json& expected) {
    const auto type = expected.at("type").get<std::string>();
    const json& wanted = expected.at("value");
    if (type == "null") return found.is_null();
    if (type == "boolean") return found.is(wanted.get<std::string>() == "true") && found.kind() == Kind::boolean;
    if (type == "decimal") return found.kind() == Kind::number && same_number(found.number(), wanted.get<std::string>());
    if (type == "string") return found.kind() == Kind::text && found.text() == wanted.get<std::string>();
    if (type == "date") return found.kind() == Kind::date && plain_text(found) == wanted.get<std::string>();
    if (type == "duration") {
        const Compiled read = compile_expression("duration(\"" + wanted.get<std::string>() + "\")", {});
        return read.expression && !found.is_null() && evaluate(*read.expression, {}) == found;
    }
    if (type == "list" || type == "context")
        return found.kind() == (type == "list" ? Kind::list : Kind::context) && same_parts(found, expected);
    return false;
}

/// The declared type of a row, or that of a text where a text is expected.
std::optional<Type> type_of_row(const json& row) {
    const auto found = declared.find(row.at("suite").get<std::string>() + " " + row.at("id").get<std::string>());
    if (found != declared.end()) return found->second;
    if (row.at("expected").at("type") == "string") return type_of(Type::Of::text);
    return std::nullopt;
}

TEST(Tck, EveryRowHolds) {
    const std::string path = std::string(BIAOCHI_ROOT) + "/../shared/data/feel/cases.jsonl";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no ../shared/data/feel/cases.jsonl beside the repository";
    std::ifstream file(path);
    std::size_t rows = 0;
    for (std::string line; std::getline(file, line); ++rows) {
        const json row = json::parse(line);
        CompileOptions options;
        options.mode = Mode::lenient;
        options.result = type_of_row(row);
        const auto text = row.at("expr").get<std::string>();
        const Compiled compiled = compile_expression(text, {}, options);
        ASSERT_TRUE(compiled.expression || compiled.issues.size() > 0) << text;
        const Value found = compiled.expression ? evaluate(*compiled.expression, {}) : make_null();
        EXPECT_TRUE(compiled.expression) << row.at("suite") << row.at("id") << ' ' << text << "\n  " << compiled.issues[0].message.en;
        EXPECT_TRUE(same(found, row.at("expected"))) << row.at("suite") << row.at("id") << "\n  " << text << "\n  found "
                                                     << feel_text(found) << "\n  expected " << row.at("expected").dump();
    }
    EXPECT_EQ(rows, 526U);
}

}  // namespace
}  // namespace biaochi::feel
