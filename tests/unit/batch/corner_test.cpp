/// @file
/// Rulebooks and figures on which doubles once said something else than the exact way.

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "biaochi/batch/batch.hpp"
#include "support/rules.hpp"

namespace biaochi {
namespace {

using support::rules_of;

struct Answer {
    double low = 0;
    double high = 0;
    RowStatus status = RowStatus::refused;
};

Answer answer(const Ruleset& rules, const std::vector<Column>& columns, VectorCode code) {
    Answer result;
    BatchRequest request;
    request.columns = columns;
    request.rows = 1;
    request.out.score.low = &result.low;
    request.out.score.high = &result.high;
    request.out.status = &result.status;
    request.code = code;
    BatchScorer(rules).score(request);
    return result;
}

/// Each width gives the status, and the points of the exact way.
void expect_all(const Ruleset& rules, const std::map<std::string, double>& figures, RowStatus status) {
    std::vector<Column> columns;
    for (const auto& [id, value] : figures) {
        Column column;
        column.slot = rules.slot(id);
        column.values = &value;
        columns.push_back(column);
    }
    const Answer want = answer(rules, columns, VectorCode::none);
    EXPECT_EQ(want.status, status);
    for (const VectorCode code : vector_codes()) {
        const Answer got = answer(rules, columns, code);
        EXPECT_EQ(got.status, status) << name(code);
        if (status == RowStatus::bad_value) continue;
        EXPECT_EQ(got.low, want.low) << name(code);
        EXPECT_EQ(got.high, want.high) << name(code);
    }
}

/// 3 × 0.1 rounded, and not rounded since a fused operation takes the product whole, differ by 3 × 10^-17: that is no interval.
TEST(Corners, ProductsOfCountsLeaveNoInterval) {
    const Ruleset rules = rules_of(R"("facts": {"bodies": {"name": {"en": "Bodies"}, "kind": "items",
            "levels": {"city": {"name": {"en": "city"}}, "town": {"name": {"en": "town"}}},
            "items": {"lab": {"name": {"en": "Lab"}, "levels": ["city", "town"]}}}},
        "score": {"id": "bodies", "points": 10, "items": [{"item": "lab", "points": {"city": "0.1", "town": "0.05"}}]})");
    for (int count = 0; count < 400; ++count)
        expect_all(rules, {{"bodies.lab.city", count % 20}, {"bodies.lab.town", count / 20}}, RowStatus::decided);
}

/// 3 × 0.33333333333 is 10^-11 below the cap of 1; 500,000.2 and more hides that, since its neighbours are 6 × 10^-11 apart.
TEST(Corners, AnIntervalBelowACapIsNotLostInALargeSum) {
    const Ruleset rules = rules_of(R"("facts": {"x": {"name": {"en": "X"}, "min": 0, "max": 1000000}, "bodies": {"name": {"en": "Bodies"},
            "kind": "items", "levels": {"city": {"name": {"en": "city"}}, "town": {"name": {"en": "town"}}},
            "items": {"lab": {"name": {"en": "Lab"}, "levels": ["city", "town"]}}}},
        "score": {"id": "total", "points": 1000001, "parts": [
            {"id": "x", "points": 1000000, "ratio": {"standard": 1000000}},
            {"id": "bodies", "points": 1, "items": [{"item": "lab", "points": {"city": "0.33333333333", "town": 1}}]}]})");
    expect_all(rules, {{"x", 500000.2}, {"bodies.lab.city", 3}}, RowStatus::undetermined);
    expect_all(rules, {{"x", 500000.2}, {"bodies.lab.city", 4}}, RowStatus::decided);
}

/// The best of those that hold is 0.25, and so is 0.1 + 0.2 - 0.3 + 0.25: whether one or all count does not matter.
TEST(Corners, DeductionsMayMakeAnUnreadChoiceIdle) {
    const Ruleset rules = rules_of(R"("open": {"which": {"asks": {"en": "One or any?"}, "readings": {
            "one": {"says": {"en": "one"}, "status": "natural"}, "any": {"says": {"en": "any"}, "status": "natural"}}}},
        "facts": {"office": {"name": {"en": "Office"}, "kind": "options", "options": {"a": {"name": {"en": "A"}},
            "b": {"name": {"en": "B"}}, "c": {"name": {"en": "C"}}, "d": {"name": {"en": "D"}}}}},
        "score": {"id": "office", "points": 1, "options": [{"choose": {"open": "which", "readings": {"one": "one", "any": "any"}},
            "of": {"a": "0.1", "b": "0.2", "c": "-0.3", "d": "0.25"}}]})");
    expect_all(rules, {{"office.a", 1}, {"office.b", 1}, {"office.c", 1}, {"office.d", 1}}, RowStatus::decided);
}

/// 10^-317 yuan are more than nothing, though 10^-325 hundreds of millions of yuan are 0 in doubles.
TEST(Corners, ATinyPartOfNothingIsWrong) {
    const Ruleset rules = rules_of(R"("facts": {"part": {"name": {"en": "Part"}, "unit": "元", "min": 0, "part_of": "whole"},
            "whole": {"name": {"en": "Whole"}, "unit": "亿元", "min": 0, "max": 100}},
        "score": {"id": "total", "points": 10, "fact": "whole", "ratio": {"standard": 100}})");
    expect_all(rules, {{"part", 1e-317}, {"whole", 0}}, RowStatus::bad_value);
    expect_all(rules, {{"part", 0}, {"whole", 0}}, RowStatus::decided);
}

/// The shortest decimal that reads back as the float 123456792 is 1.2345679e8, eight digits, and the rest zeros.
TEST(Corners, LargeFloatsAreTheirShortestDecimal) {
    const Ruleset rules = rules_of(R"("facts": {"x": {"name": {"en": "X"}, "min": 0, "max": 1000000000}},
        "score": {"id": "total", "points": 1000000000, "fact": "x", "ratio": {"standard": 1000000000}})");
    const float value = 123456792.0F;
    Column column;
    column.slot = 0;
    column.type = CellType::float32;
    column.values = &value;
    EXPECT_EQ(answer(rules, {column}, VectorCode::none).low, 123456790);
    for (const VectorCode code : vector_codes()) EXPECT_EQ(answer(rules, {column}, code).low, 123456790) << name(code);
}

}  // namespace
}  // namespace biaochi
