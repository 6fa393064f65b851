/// @file
/// From text to structure: defaults, choices, and every shape that does not fit.

#include "biaochi/rulebook/parse.hpp"

#include <gtest/gtest.h>

#include "support/rules.hpp"

namespace biaochi {
namespace {

using support::wrong;
using Lines = std::vector<std::string>;

const std::string one_leaf =
    R"("facts": {"x": {"name": {"en": "X"}, "min": 0}},
       "score": {"id": "total", "points": 10, "fact": "x", "bands": [{"from": 5, "points": 10}, {"from": 0, "to": 5, "points": [0, 10]}]})";

TEST(ParseRulebook, FillsInDefaults) {
    const ParsedRulebook parsed = parse_rulebook(support::rulebook_text(one_leaf));
    ASSERT_TRUE(parsed.rulebook) << support::found(parsed.issues).front();
    const Rulebook& book = *parsed.rulebook;
    EXPECT_EQ(book.shown, (Rounding{2, RoundingMode::half_up}));
    EXPECT_EQ(book.ranking.ties, Ties::competition);
    EXPECT_EQ(book.facts[0].second.kind, FactKind::number);
    const Node& node = *book.score;
    EXPECT_EQ(node.weight, Number(1));
    EXPECT_EQ(node.treat.missing.by[0].second, Treatment::unknown);
    EXPECT_EQ(node.treat.estimated.by[0].second, Treatment::use);
    const Bands& bands = std::get<Bands>(node.method);
    EXPECT_EQ(bands.inside.by[0].second, Inside::linear);
    EXPECT_FALSE(bands.rows[0].points.by[0].second.range);
    EXPECT_TRUE(bands.rows[1].points.by[0].second.range);
}

TEST(ParseRulebook, ReadsNumbersFromDigitsAndFromText) {
    const std::string members =
        R"("facts": {"x": {"name": {"en": "X"}, "min": 0.1, "max": "2/3"}},
           "score": {"id": "total", "points": 0.30, "fact": "x", "bands": [{"points": 0.3}]})";
    const ParsedRulebook parsed = parse_rulebook(support::rulebook_text(members));
    ASSERT_TRUE(parsed.rulebook);
    EXPECT_EQ(*parsed.rulebook->facts[0].second.min, Number(1, 10));
    EXPECT_EQ(*parsed.rulebook->facts[0].second.max, Number(2, 3));
    EXPECT_EQ(parsed.rulebook->score->points, Number(3, 10));
}

TEST(ParseRulebook, AnEmptyObjectLacksEveryRequiredKey) {
    const ParsedRulebook parsed = parse_rulebook("{}");
    EXPECT_FALSE(parsed.rulebook);
    EXPECT_EQ(support::found(parsed.issues), Lines(6, "missing_key "));
}

TEST(ParseRulebook, AListIsNotARulebook) { EXPECT_EQ(support::found(parse_rulebook("[]").issues), Lines{"wrong_type "}); }

struct WrongCase {
    const char* name;
    std::string members;
    Lines want;
};

class WrongRulebook : public testing::TestWithParam<WrongCase> {};

TEST_P(WrongRulebook, IsReportedAtItsPlace) { EXPECT_EQ(wrong(GetParam().members), GetParam().want); }

std::string leaf(const std::string& method, const std::string& fact = R"("min": 0)") {
    return R"("facts": {"x": {"name": {"en": "X"}, )" + fact + R"(}}, "score": {"id": "total", "points": 10, "fact": "x", )" + method + "}";
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, WrongRulebook,
    testing::Values(
        WrongCase{"unknown_key_in_band", leaf(R"("bands": [{"form": 1, "points": 3}])"), {"unknown_key /score/bands/0/form"}},
        WrongCase{"every_issue_is_listed",
                  leaf(R"("bands": [{"from": "a", "points": 3}, {"points": true}, {"form": 1, "points": 1}])"),
                  {"bad_number /score/bands/0/from", "wrong_type /score/bands/1/points", "unknown_key /score/bands/2/form"}},
        WrongCase{"triple_points", leaf(R"("bands": [{"from": 0, "points": [1, 2, 3]}])"), {"bad_value /score/bands/0/points"}},
        WrongCase{"pair_without_upper_end", leaf(R"("bands": [{"from": 0, "points": [1, 2]}])"), {"missing_key /score/bands/0"}},
        WrongCase{"no_method", leaf(R"("treat": {})"), {"no_method /score"}},
        WrongCase{"two_methods", leaf(R"("bands": [{"points": 1}], "judged": {})"), {"several_methods /score"}},
        WrongCase{"gap", leaf(R"("bands": [{"from": 0, "to": 1, "points": 1}, {"from": 2, "points": 3}])"), {"band_gap /score/bands"}},
        WrongCase{
            "overlap", leaf(R"("bands": [{"from": 0, "to": 3, "points": 1}, {"from": 2, "points": 3}])"), {"band_overlap /score/bands"}},
        WrongCase{"not_down_to_min", leaf(R"("bands": [{"from": 1, "points": 3}])"), {"band_gap /score/bands"}},
        WrongCase{"max_itself_uncovered",
                  leaf(R"("bands": [{"from": 0, "to": 100, "points": 3}])", R"("min": 0, "max": 100)"),
                  {"band_gap /score/bands"}},
        WrongCase{"band_reversed", leaf(R"("bands": [{"from": 3, "to": 3, "points": 3}])"), {"range_reversed /score/bands/0"}},
        WrongCase{"too_many_points", leaf(R"("bands": [{"points": 11}])"), {"points_above_node /score/bands/0/points"}},
        WrongCase{"judged_needs_bounds", leaf(R"("judged": {})", R"("kind": "judged")"), {"missing_key /facts/x", "missing_key /facts/x"}},
        WrongCase{"kind_does_not_fit", leaf(R"("judged": {})"), {"wrong_kind /score"}},
        WrongCase{"ratio_needs_min", leaf(R"("ratio": {"standard": 2.5})", R"("max": 3)"), {"unbounded_points /score"}},
        WrongCase{"ratio_standard_zero", leaf(R"("ratio": {"standard": 0})"), {"bad_value /score/ratio/standard"}},
        WrongCase{
            "one_standard", leaf(R"("efficacy": {"standards": [{"at": 1, "coefficient": 1}]})"), {"empty_list /score/efficacy/standards"}},
        WrongCase{
            "standards_turn",
            leaf(
                R"("efficacy": {"standards": [{"at": 3, "coefficient": 1}, {"at": 1, "coefficient": "0.8"}, {"at": 2, "coefficient": "0.6"}]})"),
            {"points_out_of_order /score/efficacy/standards/2/at"}},
        WrongCase{"coefficients_rise",
                  leaf(R"("efficacy": {"standards": [{"at": 3, "coefficient": "0.8"}, {"at": 1, "coefficient": 1}]})"),
                  {"points_out_of_order /score/efficacy/standards/1/coefficient"}},
        WrongCase{"posts_equal", leaf(R"("goalposts": {"from": 2, "to": 2})"), {"range_reversed /score/goalposts"}},
        WrongCase{
            "ln_of_zero", leaf(R"("goalposts": {"from": 0, "to": 2, "ln": {"places": 9, "mode": "up"}})"), {"bad_value /score/goalposts"}},
        WrongCase{"unknown_open_point",
                  leaf(R"("bands": [{"points": {"open": "gap", "readings": {"a": 1}}}])"),
                  {"unknown_open_point /score/bands/0/points/open"}},
        WrongCase{"unit", leaf(R"("bands": [{"points": 1}])", R"("unit": "万园")"), {"unknown_unit /facts/x/unit"}},
        WrongCase{"cite_of_unknown_source",
                  leaf(R"("cite": {"source": "paln", "clause": "1"}, "bands": [{"points": 1}])"),
                  {"unknown_source /score/cite/source"}},
        WrongCase{"zero_points",
                  R"("facts": {"x": {"name": {"en": "X"}}}, "score": {"id": "x", "points": 0, "bands": [{"points": 0}]})",
                  {"bad_value /score/points"}}),
    [](const auto& param) { return std::string(param.param.name); });

std::string group(const std::string& more, const std::string& first, const std::string& second) {
    return R"("facts": {"x": {"name": {"en": "X"}, "min": 0, "max": 9}}, "score": {"id": "total", "points": 10, )" + more +
           R"("parts": [{"id": "a", "fact": "x", )" + first + R"(}, {"id": "b", "fact": "x", )" + second + "}]}";
}

const std::string five = R"("points": 5, "bands": [{"points": 5}])";
const std::string ten = R"("points": 10, "bands": [{"points": 5}])";

INSTANTIATE_TEST_SUITE_P(
    Trees, WrongRulebook,
    testing::Values(
        WrongCase{"right", group("", five, five), {}}, WrongCase{"sum_above", group("", five, ten), {"points_above_node /score/points"}},
        WrongCase{"sum_above_but_capped", group(R"("cap": true, )", five, ten), {}},
        WrongCase{"sum_below", group("", five, R"("points": 4, "bands": [{"points": 4}])"), {"points_below_node /score/points"}},
        WrongCase{"same_id", group("", five, R"("id": "a", "points": 5, "bands": [{"points": 5}])"), {"repeated_key /score/parts/1/id"}},
        WrongCase{"mean_of_other_scale", group(R"("combine": "arithmetic", )", five, ten), {"scale_mismatch /score/parts/0/points"}},
        WrongCase{"geometric_needs_precision", group(R"("combine": "geometric", )", ten, ten), {"missing_key /score"}},
        WrongCase{
            "precision_elsewhere", group(R"("precision": {"places": 3, "mode": "up"}, )", five, five), {"unknown_key /score/precision"}},
        WrongCase{"negative_in_harmonic",
                  group(R"("combine": "harmonic", )", ten,
                        R"("points": 10, "goalposts": {"from": 5, "to": 9, "outside": "extend"}, "note": {"en": "n"})"),
                  {"negative_in_mean /score/parts/1"}},
        WrongCase{"weight_zero",
                  group(R"("combine": "arithmetic", )", ten, ten + R"(, "weight": 0)"),
                  {"weight_not_positive /score/parts/1/weight"}},
        WrongCase{"coverage_above_one", group(R"("coverage": 1.5, )", five, five), {"bad_value /score/coverage"}},
        WrongCase{"no_such_fact",
                  group("", five, R"("points": 5, "bands": [{"points": 5}], "treat": {"missing": "nought"})"),
                  {"bad_value /score/parts/1/treat/missing"}}),
    [](const auto& param) { return std::string(param.param.name); });

TEST(ParseRulebook, WholesMustNotGoInACircle) {
    const std::string facts =
        R"("facts": {"a": {"name": {"en": "A"}, "part_of": "b"}, "b": {"name": {"en": "B"}, "part_of": "c"},
                     "c": {"name": {"en": "C"}, "part_of": "a"}, "d": {"name": {"en": "D"}, "part_of": "a"}})";
    EXPECT_EQ(wrong(facts), (Lines{"cycle /facts/a/part_of", "cycle /facts/b/part_of", "cycle /facts/c/part_of"}));
}

TEST(ParseRulebook, APartIsMeasuredInAUnitOfItsWhole) {
    const auto with_units = [](const std::string& part, const std::string& whole) {
        return wrong(R"("facts": {"a": {"name": {"en": "A"}, "unit": ")" + part +
                     R"(", "part_of": "b"}, "b": {"name": {"en": "B"}, "unit": ")" + whole + R"("}})");
    };
    EXPECT_EQ(with_units("万元", "亿元"), Lines{});
    EXPECT_EQ(with_units("万元", "家"), Lines{"wrong_unit /facts/a/part_of"});
}

TEST(ParseRulebook, AUnitMustNotHideABuiltInOne) {
    EXPECT_EQ(wrong(R"("units": {"万元": {"of": "元", "times": 1000}}, "facts": {"a": {"name": {"en": "A"}}})"),
              Lines{"repeated_id /units/万元"});
}

TEST(ParseRulebook, ClassesMustCoverEveryScoreOnce) {
    const auto with_cuts = [](const std::string& cuts) { return wrong(one_leaf + R"(, "classes": {"cuts": [)" + cuts + "]}"); };
    EXPECT_EQ(with_cuts(R"({"id": "A", "from": 80}, {"id": "B", "to": 80})"), Lines{});
    EXPECT_EQ(with_cuts(R"({"id": "A", "from": 80}, {"id": "B", "to": 70})"), Lines{"class_gap /classes/cuts"});
    EXPECT_EQ(with_cuts(R"({"id": "A", "from": 80}, {"id": "B", "to": 81})"), Lines{"class_overlap /classes/cuts"});
    EXPECT_EQ(with_cuts(R"({"id": "A", "from": 80}, {"id": "B", "from": 60, "to": 80})"), Lines{"class_gap /classes/cuts"});
    EXPECT_EQ(with_cuts(R"({"id": "A", "from": 80}, {"id": "A", "to": 80})"), Lines{"repeated_id /classes/cuts/1/id"});
}

TEST(ParseRulebook, AChoiceNamesEveryReadingOfItsOpenPoint) {
    const std::string open =
        R"("open": {"gap": {"asks": {"en": "?"}, "readings": {"low": {"says": {"en": "l"}, "status": "natural"},
                                                             "high": {"says": {"en": "h"}, "status": "natural"}}}}, )";
    const auto with_readings = [&](const std::string& readings) {
        return wrong(open + leaf(R"("bands": [{"points": {"open": "gap", "readings": {)" + readings + "}}}]"));
    };
    EXPECT_EQ(with_readings(R"("low": 1, "high": 2)"), Lines{});
    EXPECT_EQ(with_readings(R"("low": 1)"), Lines{"missing_reading /score/bands/0/points/readings"});
    EXPECT_EQ(with_readings(R"("low": 1, "hihg": 2)"),
              (Lines{"unknown_reading /score/bands/0/points/readings/hihg", "missing_reading /score/bands/0/points/readings"}));
}

TEST(ParseRulebook, TheWordNoneIsNotAReading) {
    EXPECT_EQ(
        wrong(R"("open": {"gap": {"asks": {"en": "?"}, "readings": {"none": {"says": {"en": "l"}, "status": "natural"}}}}, )" + one_leaf),
        Lines{"bad_id /open/gap/readings/none"});
}

}  // namespace
}  // namespace biaochi
