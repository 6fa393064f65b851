/// @file
/// JSON text: digits, order, repeated keys, limits, places.

#include "json/value.hpp"

#include <gtest/gtest.h>

namespace biaochi {
namespace {

std::vector<std::string> found(const json::Parsed& parsed) {
    std::vector<std::string> lines;
    for (const Issue& issue : parsed.issues) lines.push_back(std::string(name(issue.code)) + " " + issue.where);
    return lines;
}

using Lines = std::vector<std::string>;

TEST(JsonParse, NumbersKeepTheirDigits) {
    for (const std::string digits : {"0.10", "1e5", "-2.50", "12345678901234567890123", "1E-7", "9007199254740993"}) {
        const json::Parsed parsed = json::parse("[" + digits + "]");
        ASSERT_TRUE(parsed.value);
        EXPECT_EQ(parsed.value->items.at(0).text, digits);
    }
}

TEST(JsonParse, MembersKeepTheirOrder) {
    const json::Parsed parsed = json::parse(R"({"b": 1, "a": {"z": null, "y": true}})");
    ASSERT_TRUE(parsed.value);
    EXPECT_EQ(parsed.value->members.at(0).first, "b");
    EXPECT_EQ(parsed.value->members.at(1).second.members.at(0).first, "z");
    EXPECT_TRUE(parsed.value->find("a")->find("y")->truth);
    EXPECT_EQ(parsed.value->find("c"), nullptr);
}

TEST(JsonParse, RepeatedKeysAreAllReportedAndTheFirstIsKept) {
    const json::Parsed parsed = json::parse(R"({"a": 1, "b": {"c": 1, "c": 2, "c/d": 1, "c/d": 1}, "a": 3})");
    EXPECT_EQ(found(parsed), (Lines{"repeated_key /b/c", "repeated_key /b/c~1d", "repeated_key /a"}));
    EXPECT_EQ(parsed.value->find("a")->text, "1");
}

TEST(JsonParse, SyntaxErrorsNameLineAndColumn) {
    const json::Parsed parsed = json::parse("{\n  \"a\": 1,\n  \"b\": oops\n}");
    ASSERT_EQ(found(parsed), Lines{"json_syntax /b"});
    EXPECT_FALSE(parsed.value);
    EXPECT_EQ(parsed.issues[0].line, 3U);
    EXPECT_EQ(parsed.issues[0].column, 8U);
}

TEST(JsonParse, TruncatedAndEmptyTextsAreSyntaxErrors) {
    const std::string whole = R"({"a": [1, {"b": "text"}], "c": 1.5})";
    ASSERT_TRUE(json::parse(whole).value);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const json::Parsed parsed = json::parse(whole.substr(0, size));
        EXPECT_FALSE(parsed.value) << size;
        EXPECT_EQ(parsed.issues.size(), 1U) << size;
    }
}

TEST(JsonParse, APlaceBeforeTheNextKeyIsTheObject) {
    EXPECT_EQ(found(json::parse("[{\"a\": 1, oops}]")), Lines{"json_syntax /0"});
    EXPECT_EQ(found(json::parse("[{\"a\": 1")), Lines{"json_syntax /0"});
}

TEST(JsonParse, InvalidUtf8IsNamed) {
    EXPECT_EQ(found(json::parse("{\"a\": \"\xff\"}")), Lines{"invalid_utf8 /a"});
    EXPECT_EQ(found(json::parse("[\"\xe4\xb8\"]")), Lines{"invalid_utf8 /0"});
}

TEST(JsonParse, AByteOrderMarkIsPassedOver) { EXPECT_TRUE(json::parse("\xef\xbb\xbf{}").value); }

TEST(JsonParse, DepthIsLimited) {
    EXPECT_TRUE(json::parse(std::string(64, '[') + std::string(64, ']')).value);
    const json::Parsed deep = json::parse(std::string(10000, '['));
    EXPECT_FALSE(deep.value);
    ASSERT_EQ(deep.issues.size(), 1U);
    EXPECT_EQ(deep.issues[0].code, IssueCode::too_deep);
}

TEST(JsonParse, LongNumbersAreRefused) {
    EXPECT_EQ(found(json::parse("[1" + std::string(1000000, '0') + "]")), Lines{"number_too_long /0"});
    EXPECT_EQ(found(json::parse("[0." + std::string(1000000, '0') + "1]")), Lines{"number_too_long /0"});
    EXPECT_EQ(found(json::parse(R"({"x": 1e400000000})")), Lines{"number_too_long /x"});
}

TEST(JsonParse, TextsLargerThanTheLimitAreRefused) {
    json::Limits limits;
    limits.bytes = 4;
    EXPECT_EQ(found(json::parse("[1,2]", limits)), Lines{"too_large "});
}

TEST(JsonWrite, RoundTripsEveryKind) {
    const std::string text = R"({"a":[1.50,null,true,false,"\"\\ 中"],"b":{},"c":[]})";
    EXPECT_EQ(json::write(*json::parse(text).value), text);
}

TEST(JsonPointer, EscapesTildeAndSlash) {
    EXPECT_EQ(json::child("/a", "b/c~d"), "/a/b~1c~0d");
    EXPECT_EQ(json::child("", std::size_t{3}), "/3");
}

}  // namespace
}  // namespace biaochi
