/// @file
/// The results document, byte for byte.

#include "biaochi/explain/results.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "biaochi/rulebook/parse.hpp"

namespace biaochi {
namespace {

constexpr std::string_view book = R"({
 "format": "biaochi/1", "id": "two_parts", "version": "3", "effective": {"from": "2020-01-01"},
 "title": {"zh": "两项", "en": "Two parts"}, "label": "synthetic",
 "sources": {"rule": {"title": {"zh": "办法"}}},
 "open": {
  "adopted_one": {"asks": {"en": "?"}, "readings": {"ten": {"says": {"en": "10"}, "status": "natural"}}, "adopted": {"reading": "ten", "because": {"en": "so"}}},
  "left_open": {"asks": {"en": "?"}, "readings": {"low": {"says": {"en": "1"}, "status": "natural"}, "high": {"says": {"en": "2"}, "status": "natural"}}}},
 "facts": {"a": {"name": {"zh": "甲"}, "min": 0}, "b": {"name": {"zh": "乙"}, "min": 0}},
 "score": {"id": "total", "points": 10, "parts": [
  {"id": "a", "points": 6, "ratio": {"standard": {"open": "adopted_one", "readings": {"ten": 9}}, "better": "higher"}},
  {"id": "b", "points": 4, "treat": {"not_applicable": "exclude", "rejected": "refuse"},
   "bands": [{"from": 5, "points": {"open": "left_open", "readings": {"low": 1, "high": 2}}}, {"from": 0, "to": 5, "points": [0, 4]}]}]},
 "classes": {"cuts": [{"id": "A", "name": {"zh": "甲"}, "from": 5}, {"id": "B", "name": {"zh": "乙"}, "to": 5}]}
})";

Ruleset rules() {
    const ParsedRulebook parsed = parse_rulebook(book);
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << issue.where << " " << issue.message.en;
    return *compile(*parsed.rulebook, parsed.rulebook->effective.from).rules;
}

std::string head() {
    return R"({
 "rulebook": "two_parts",
 "version": "3",
 "on": "2020-01-01",
 "readings": {
  "adopted_one": "ten",
  "left_open": null
 },
 "adopted": [
  "adopted_one"
 ],
 "label": "synthetic",
 "results": [)";
}

TEST(Results, OfADecidedRowHaveEqualEnds) {
    const ScoredTable table =
        score_table(rules(), R"([{"region": "甲县", "period": 2020, "group": "牧区", "facts": {"a": 4, "b": "2.5"}}])");
    EXPECT_TRUE(table.issues.empty());
    EXPECT_EQ(table.json.value_or(""), head() + R"(
  {
   "region": "甲县",
   "period": "2020",
   "group": "牧区",
   "score": {
    "low": "14/3",
    "high": "14/3",
    "shown": "4.67"
   },
   "class": "B",
   "classes": [
    "B"
   ],
   "rank": {
    "best": "1",
    "worst": "1"
   },
   "needs": [],
   "parts": {
    "total": {
     "low": "14/3",
     "high": "14/3",
     "shown": "4.67"
    },
    "a": {
     "low": "8/3",
     "high": "8/3",
     "shown": "2.67"
    },
    "b": {
     "low": "2",
     "high": "2",
     "shown": "2.00"
    }
   }
  }
 ]
}
)");
}

TEST(Results, OfAnUndecidedRowSayWhatIsNeeded) {
    const ScoredTable table = score_table(rules(), R"([{"region": "乙\"县", "label": "illustration", "facts": {"a": null, "b": 7}}])");
    EXPECT_EQ(table.json.value_or(""), head() + R"(
  {
   "region": "乙\"县",
   "period": "",
   "label": "illustration",
   "score": {
    "low": "0",
    "high": "10",
    "shown": "0.00–10.00"
   },
   "class": null,
   "classes": [
    "A",
    "B"
   ],
   "rank": {
    "best": "1",
    "worst": "1"
   },
   "needs": [
    {
     "fact": "a",
     "status": "missing",
     "part": "a"
    },
    {
     "reading": "left_open",
     "choices": [
      "low",
      "high"
     ],
     "part": "b"
    }
   ],
   "parts": {
    "total": {
     "low": "0",
     "high": "10",
     "shown": "0.00–10.00"
    },
    "a": {
     "low": "0",
     "high": "6",
     "shown": "0.00–6.00"
    },
    "b": {
     "low": "0",
     "high": "4",
     "shown": "0.00–4.00"
    }
   }
  }
 ]
}
)");
}

TEST(Results, OfLeftOutAndRefusedPartsSaySo) {
    const ScoredTable table = score_table(rules(), R"([{"region": "a", "facts": {"a": 9, "b": {"status": "not_applicable"}}},
                                                       {"region": "b", "facts": {"a": 9, "b": {"status": "rejected"}}}])");
    const std::string text = table.json.value_or("");
    EXPECT_THAT(text, testing::HasSubstr("\"b\": {\n     \"excluded\": true,\n     \"points\": \"4\"\n    }"));
    EXPECT_THAT(text, testing::HasSubstr("\"b\": {\n     \"refused\": true,\n     \"points\": \"4\"\n    }"));
    EXPECT_THAT(text,
                testing::HasSubstr("\"score\": null,\n   \"class\": null,\n   \"classes\": [],\n   \"rank\": null,\n   \"needs\": [\n"));
}

TEST(Results, AreNotThereWhereAFigureIsWrong) {
    const ScoredTable table = score_table(rules(), R"([{"region": "a", "facts": {"a": "many"}}])");
    EXPECT_FALSE(table.json);
    ASSERT_EQ(table.issues.size(), 1U);
    EXPECT_EQ(table.issues.front().code, IssueCode::not_a_number);
}

TEST(Results, OfNobodyAreAnEmptyList) { EXPECT_EQ(score_table(rules(), "[]").json.value_or(""), head() + "]\n}\n"); }

TEST(IssuesJson, HasEveryFieldInOrder) {
    Issue issue;
    issue.code = IssueCode::unknown_key;
    issue.where = "/a";
    issue.line = 3;
    issue.column = 7;
    issue.message = {"不认识“x”", "unknown \"x\""};
    EXPECT_EQ(issues_json(std::vector<Issue>{issue}), R"([
 {
  "code": "unknown_key",
  "severity": "error",
  "where": "/a",
  "line": 3,
  "column": 7,
  "zh": "不认识“x”",
  "en": "unknown \"x\""
 }
]
)");
    EXPECT_EQ(issues_json({}), "[]\n");
}

}  // namespace
}  // namespace biaochi
