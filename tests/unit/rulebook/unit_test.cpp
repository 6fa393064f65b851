/// @file
/// Units convert exactly within a kind and never between kinds.

#include "biaochi/rulebook/unit.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace biaochi {
namespace {

struct Conversion {
    const char* from;
    const char* to;
    const char* factor;  ///< "": none
};

void expect_each(const std::vector<Conversion>& cases) {
    for (const auto& [from, to, factor] : cases) {
        const auto found = conversion({}, from, to);
        EXPECT_EQ(found ? found->text() : "", factor) << from << " → " << to;
    }
}

TEST(UnitConversion, SameKind) {
    expect_each({Conversion{"亿元", "万元", "10000"},
                 Conversion{"万元", "亿元", "0.0001"},
                 Conversion{"千元", "元", "1000"},
                 Conversion{"百万元", "万元", "100"},
                 Conversion{"千万元", "亿元", "0.1"},
                 Conversion{"‰", "%", "0.1"},
                 Conversion{"1", "%", "100"},
                 Conversion{"%", "1", "0.01"},
                 Conversion{"万人", "人", "10000"},
                 Conversion{"万人次", "人次", "10000"},
                 Conversion{"万件", "件", "10000"},
                 Conversion{"万亩", "亩", "10000"},
                 Conversion{"公顷", "亩", "15"},
                 Conversion{"亩", "公顷", "1/15"},
                 Conversion{"平方公里", "公顷", "100"},
                 Conversion{"公顷", "平方米", "10000"},
                 Conversion{"斤", "公斤", "0.5"},
                 Conversion{"吨", "斤", "2000"},
                 Conversion{"万吨", "公斤", "10000000"},
                 Conversion{"家", "家", "1"}});
}

TEST(UnitConversion, Quotients) {
    expect_each({Conversion{"件/万人", "件/人", "0.0001"}, Conversion{"件/人", "件/万人", "10000"},
                 Conversion{"公斤/公顷", "斤/亩", "2/15"}, Conversion{"万元/人", "元/人", "10000"}, Conversion{"件/万人", "家/万人", ""},
                 Conversion{"元/人", "人/元", ""}, Conversion{"元/元", "%", ""}});
}

TEST(UnitConversion, OtherKind) {
    expect_each({Conversion{"家", "个", ""}, Conversion{"家", "万元", ""}, Conversion{"个百分点", "%", ""}, Conversion{"个月", "年", ""},
                 Conversion{"天", "个工作日", ""}, Conversion{"岁", "年", ""}, Conversion{"人", "人次", ""}, Conversion{"人年", "人", ""},
                 Conversion{"国际元", "元", ""}});
}

TEST(UnitConversion, Unknown) {
    expect_each({Conversion{"", "", ""}, Conversion{"万", "元", ""}, Conversion{"万万元", "元", ""}, Conversion{"万%", "%", ""},
                 Conversion{"元/", "元/人", ""}, Conversion{"/人", "元/人", ""}, Conversion{"元/人/年", "元/人", ""},
                 Conversion{"元 ", "元", ""}, Conversion{"yuan", "元", ""}});
}

TEST(Unit, OfARulebookIsSoManyOfAnother) {
    const Named<UnitDefinition> own{{"台套", {"台", Number(2)}}, {"亿斤", {"斤", Number(100'000'000)}}, {"旬", {"天", Number(10)}}};
    EXPECT_EQ(conversion(own, "台套", "台"), Number(2));
    EXPECT_EQ(conversion(own, "亿斤", "万吨"), Number(5));
    EXPECT_EQ(conversion(own, "台/天", "台套/旬"), Number(5));
    EXPECT_FALSE(known_unit({}, "台套"));
}

TEST(Unit, OfARulebookMayBeDefinedThroughAQuotient) {
    const Named<UnitDefinition> own{{"密度", {"人/平方公里", Number(1)}}};
    EXPECT_EQ(conversion(own, "人/公顷", "密度"), Number(100));
    EXPECT_EQ(parse_unit(own, "密度/年")->kind, "(persons/area)/years");
    EXPECT_NE(parse_unit(own, "年/密度")->kind, "(years/persons)/area");
}

TEST(Unit, BuiltInNamesKeepTheirMeaning) {
    const Named<UnitDefinition> own{{"亿元", {"元", Number(1)}}};
    EXPECT_EQ(conversion(own, "亿元", "元"), Number(100'000'000));
}

TEST(Unit, DefinedInACircleIsUnknown) {
    const Named<UnitDefinition> own{{"a", {"b", Number(2)}}, {"b", {"a/a", Number(3)}}, {"c", {"c", Number(1)}}};
    EXPECT_FALSE(known_unit(own, "a"));
    EXPECT_FALSE(known_unit(own, "b/c"));
    EXPECT_FALSE(known_unit(own, "c"));
}

TEST(Unit, MayLeanOnOthersSixDeep) {
    Named<UnitDefinition> own{{"u1", {"元", Number(2)}}};
    for (int i = 2; i <= 7; ++i) own.push_back({"u" + std::to_string(i), {"u" + std::to_string(i - 1), Number(2)}});
    EXPECT_EQ(conversion(own, "u6", "元"), Number(64));
    EXPECT_FALSE(known_unit(own, "u7"));
}

TEST(Unit, WhoseSizeIsNotAboveZeroIsUnknown) {
    const Named<UnitDefinition> own{{"zero", {"元", Number(0)}}, {"less", {"元", Number(-1)}}};
    EXPECT_FALSE(known_unit(own, "zero"));
    EXPECT_FALSE(known_unit(own, "元/zero"));
    EXPECT_FALSE(known_unit(own, "less"));
}

TEST(Unit, NamesAreAllKnown) {
    const Named<UnitDefinition> own{{"台套", {"台", Number(1)}}};
    const auto names = known_units(own);
    for (const auto& name : names) EXPECT_TRUE(known_unit(own, name)) << name;
    EXPECT_EQ(std::count(names.begin(), names.end(), "万元"), 1);
    EXPECT_EQ(names.back(), "台套");
}

}  // namespace
}  // namespace biaochi
