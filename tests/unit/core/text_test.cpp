/// @file
/// Words in two languages, and the names that were meant.

#include "biaochi/core/text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace biaochi {
namespace {

TEST(Text, FallsBackToTheOtherLanguage) {
    const Text both{"标尺", "ruler"};
    EXPECT_EQ(both.in(Language::zh), "标尺");
    EXPECT_EQ(both.in(Language::en), "ruler");
    const Text chinese{"标尺", ""};
    EXPECT_EQ(chinese.in(Language::en), "标尺");
    const Text english{"", "ruler"};
    EXPECT_EQ(english.in(Language::zh), "ruler");
    EXPECT_FALSE(english.empty());
    EXPECT_TRUE(Text().empty());
    EXPECT_EQ(Text().in(Language::zh), "");
}

TEST(Language, IsFoundByItsCode) {
    EXPECT_EQ(language("zh"), Language::zh);
    EXPECT_EQ(language("en"), Language::en);
    EXPECT_EQ(language("fr"), std::nullopt);
    EXPECT_EQ(language(""), std::nullopt);
}

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndSwaps) {
    const struct {
        const char *a, *b;
        std::size_t want;
    } cases[] = {{"", "", 0},
                 {"abc", "abc", 0},
                 {"", "abc", 3},
                 {"abc", "", 3},
                 {"abc", "abd", 1},
                 {"abc", "abcd", 1},
                 {"abcd", "acd", 1},
                 {"abcd", "abdc", 1},
                 {"ab", "ba", 1},
                 {"kitten", "sitting", 3},
                 {"points", "pionts", 1},
                 {"flaw", "lawn", 2},
                 {"abcdef", "badcfe", 3},
                 {"标", "标尺", 3}};
    for (const auto& [a, b, want] : cases) {
        EXPECT_EQ(edit_distance(a, b), want) << a << ' ' << b;
        EXPECT_EQ(edit_distance(b, a), want) << b << ' ' << a;
    }
}

TEST(EditDistance, IsBoundedInWorkForLongTexts) {
    const std::string head(256, 'x');
    EXPECT_EQ(edit_distance(head + "abc", head + "abc"), 0U);
    EXPECT_EQ(edit_distance(head + "abc", head + "abd"), 3U);
    EXPECT_EQ(edit_distance(head, head + "abcd"), 4U);
    EXPECT_EQ(edit_distance("", std::string(10'000'000, 'y')), 10'000'000U);
    EXPECT_EQ(edit_distance(std::string(10'000'000, 'z'), std::string(10'000'000, 'y')), 10'000'000U);
}

TEST(NearestName, IsTheFirstOfTheNearestIfItIsNear) {
    const std::vector<std::string> names{"points", "parts", "bands", "panel"};
    EXPECT_EQ(nearest_name("pionts", names), "points");
    EXPECT_EQ(nearest_name("band", names), "bands");
    EXPECT_EQ(nearest_name("panels", names), "panel");
    EXPECT_EQ(nearest_name("weather", names), "");
    EXPECT_EQ(nearest_name("", names), "");
    EXPECT_EQ(nearest_name("abcx", std::vector<std::string>{"abcy", "abcz"}), "abcy");
    EXPECT_EQ(nearest_name("abc", std::vector<std::string>{}), "");
}

}  // namespace
}  // namespace biaochi
