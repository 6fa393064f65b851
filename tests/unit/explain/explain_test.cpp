/// @file
/// Explanations: golden pages, and single sentences worked out by hand.

#include "biaochi/explain/explain.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "biaochi/core/error.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "unit/explain/golden.hpp"

namespace biaochi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing_support::case_file;
using testing_support::expect_golden;

using Readings = std::map<std::string, std::string>;

/// The small rulebook, its two records and their answers.
struct Answers {
    Ruleset rules;
    std::vector<Record> records;
    std::vector<Scorecard> cards;
    std::vector<Standing> standings_of;

    [[nodiscard]] std::string explained(std::size_t record, Language language, ExplainFormat format) const {
        return explain(rules, records[record], cards[record], &standings_of[record], language, format);
    }
};

Answers answers(const Readings& readings) {
    const ParsedRulebook parsed = parse_rulebook(case_file("explain/rulebook.json"));
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << issue.where << " " << issue.message.en;
    const CompiledRuleset compiled = compile(*parsed.rulebook, parsed.rulebook->effective.from, readings);
    for (const Issue& issue : compiled.issues) ADD_FAILURE() << issue.where << " " << issue.message.en;
    ReadRecords read = read_records(*compiled.rules, case_file("explain/records.json"));
    for (const Issue& issue : read.issues) ADD_FAILURE() << issue.where << " " << issue.message.en;
    std::vector<Scorecard> cards;
    for (const Record& record : read.records) cards.push_back(score(*compiled.rules, record));
    auto standings_of = standings(*compiled.rules, read.records, cards);
    return {*compiled.rules, std::move(read.records), std::move(cards), std::move(standings_of)};
}

constexpr std::size_t full = 0;
constexpr std::size_t gaps = 1;

TEST(Explain, FullRecordReadsAsTheGoldenPages) {
    const Answers all = answers({{"cuts", "half"}});
    expect_golden("explain/full.zh.txt.golden", all.explained(full, Language::zh, ExplainFormat::text));
    expect_golden("explain/full.en.txt.golden", all.explained(full, Language::en, ExplainFormat::text));
    expect_golden("explain/full.zh.md.golden", all.explained(full, Language::zh, ExplainFormat::markdown));
    expect_golden("explain/full.json.golden", all.explained(full, Language::en, ExplainFormat::json));
}

TEST(Explain, RecordWithGapsReadsAsTheGoldenPages) {
    const Answers all = answers({});
    expect_golden("explain/gaps.zh.txt.golden", all.explained(gaps, Language::zh, ExplainFormat::text));
    expect_golden("explain/gaps.en.txt.golden", all.explained(gaps, Language::en, ExplainFormat::text));
    expect_golden("explain/gaps.en.md.golden", all.explained(gaps, Language::en, ExplainFormat::markdown));
}

TEST(Explain, JsonIsTheSameInEitherLanguage) {
    const Answers all = answers({});
    EXPECT_EQ(all.explained(gaps, Language::zh, ExplainFormat::json), all.explained(gaps, Language::en, ExplainFormat::json));
}

TEST(Explain, InterpolationIsWrittenOutWithItsNumbers) {
    const std::string page = answers({}).explained(full, Language::en, ExplainFormat::text);
    EXPECT_THAT(page, HasSubstr("[2, 5): 2.5 to 3.5 points"));
    EXPECT_THAT(page, HasSubstr("2.5 + (3 − 2) ÷ (5 − 2) × (3.5 − 2.5) = 17/6 ≈ 2.83"));
    EXPECT_THAT(page, HasSubstr("5 × (0.6 + (14 − 10) ÷ (20 − 10) × (1 − 0.6)) = 3.8"));
    EXPECT_THAT(page, HasSubstr("8 × 5000 ÷ 8000 = 5"));
}

TEST(Explain, LowerEndOfABandIsSaidInsteadOfInterpolated) {
    const std::string page = answers({{"within", "lower"}}).explained(full, Language::en, ExplainFormat::text);
    EXPECT_THAT(page, AllOf(HasSubstr("the lower points of the band: 2.5 points"), Not(HasSubstr("(3 − 2) ÷ (5 − 2)"))));
    EXPECT_THAT(page, HasSubstr("the lower (within = lower, chosen by the user)"));
}

TEST(Explain, EveryCountedLineIsMultipliedOut) {
    const std::string page = answers({}).explained(full, Language::zh, ExplainFormat::text);
    EXPECT_THAT(page, HasSubstr("国家级 重点实验室 3 × 2 = 6"));
    EXPECT_THAT(page, HasSubstr("省级 联合实验室 3，最多计 1：1 × 0.5 = 0.5"));
    EXPECT_THAT(page, HasSubstr("合计 7.5"));
}

TEST(Explain, CapIsSaidWithWhatItCutOff) {
    EXPECT_THAT(answers({}).explained(gaps, Language::en, ExplainFormat::text), HasSubstr("at least 10, capped at 8"));
}

TEST(Explain, PanelNamesTheScoresThatWereDropped) {
    const std::string page = answers({}).explained(full, Language::en, ExplainFormat::text);
    EXPECT_THAT(page, HasSubstr("scores 4, 3.5, 4.5, 5, 2; highest dropped: 5; lowest dropped: 2"));
    EXPECT_THAT(page, HasSubstr("(3.5 + 4 + 4.5) ÷ 3 = 4"));
}

TEST(Explain, ConvertedFigureIsShownAsItWasHandedIn) {
    const std::string page = answers({}).explained(full, Language::en, ExplainFormat::text);
    EXPECT_THAT(page, AllOf(HasSubstr("5000 万元 (estimated)"), HasSubstr("0.5 亿元")));
}

TEST(Explain, LabelsOfRulebookAndRecordStandAtTheTop) {
    const std::string page = answers({}).explained(full, Language::en, ExplainFormat::markdown);
    const std::string top = page.substr(0, page.find("##"));
    EXPECT_THAT(top, AllOf(HasSubstr("synthetic data, not real statistics"), HasSubstr("illustration, not an official result")));
}

TEST(Explain, MarkdownTakesTheMeaningFromSigns) {
    Answers all = answers({});
    all.records[full].region = "*a* <b> |c|";
    EXPECT_THAT(all.explained(full, Language::en, ExplainFormat::markdown), HasSubstr("\\*a\\* \\<b> \\|c\\|"));
}

TEST(Explain, ControlCharactersOfAFigureNeverReachThePage) {
    Answers all = answers({});
    all.records[full].region = "a\x1b[31m\nb";
    const std::string page = all.explained(full, Language::en, ExplainFormat::text);
    EXPECT_EQ(page.find('\x1b'), std::string::npos);
    EXPECT_THAT(page, Not(HasSubstr("\nb")));
}

TEST(Explain, StandingMayBeLeftOut) {
    const Answers all = answers({{"cuts", "half"}});
    const std::string page = explain(all.rules, all.records[full], all.cards[full], nullptr, Language::en, ExplainFormat::json);
    EXPECT_THAT(page, AllOf(Not(HasSubstr("\"class\":")), Not(HasSubstr("\"rank\":"))));
}

TEST(Explain, CardOfOtherRulesIsRefused) {
    const Answers all = answers({});
    EXPECT_THROW(static_cast<void>(explain(all.rules, all.records[full], Scorecard{}, nullptr, Language::en, ExplainFormat::text)), Error);
}

}  // namespace
}  // namespace biaochi
