/// @file
/// Every code has a name, a severity and words; details are filled in so that a message can always be printed.

#include "biaochi/core/issue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace biaochi {
namespace {

using testing::HasSubstr;

std::vector<IssueCode> all_codes() {
    std::vector<IssueCode> codes;
    for (std::size_t i = 0; i < issue_code_count; ++i) codes.push_back(static_cast<IssueCode>(i));
    return codes;
}

/// The placeholders of a pattern, each once; fails where braces or brackets do not pair.
std::set<std::string> placeholders(const std::string& pattern) {
    std::set<std::string> found;
    int brackets = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '[') ++brackets;
        if (pattern[i] == ']') --brackets;
        EXPECT_TRUE(brackets == 0 || brackets == 1) << pattern;
        EXPECT_NE(pattern[i], '}') << pattern;
        if (pattern[i] != '{') continue;
        EXPECT_EQ(pattern.substr(i + 2, 1), "}") << pattern;
        found.insert(pattern.substr(i + 1, 1));
        i += 2;
    }
    EXPECT_EQ(brackets, 0) << pattern;
    return found;
}

bool is_utf8(const std::string& text) {
    try {
        (void)nlohmann::json(text).dump();
        return true;
    } catch (const nlohmann::json::type_error&) {
        return false;
    }
}

TEST(IssueCodes, HaveUniqueSnakeCaseNames) {
    std::set<std::string_view> names;
    for (const IssueCode code : all_codes()) {
        const std::string_view each = name(code);
        EXPECT_TRUE(names.insert(each).second) << each;
        EXPECT_FALSE(each.empty());
        EXPECT_EQ(each.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string_view::npos) << each;
    }
    EXPECT_EQ(name(IssueCode::json_syntax), "json_syntax");
    EXPECT_EQ(name(IssueCode::band_jump), "band_jump");
    EXPECT_EQ(name(IssueCode::ragged_row), "ragged_row");
}

TEST(IssueCodes, HaveWordsInBothLanguagesWithTheSamePlaceholders) {
    for (const IssueCode code : all_codes()) {
        const Text pattern = message_pattern(code);
        EXPECT_FALSE(pattern.zh.empty()) << name(code);
        EXPECT_FALSE(pattern.en.empty()) << name(code);
        EXPECT_NE(pattern.zh, pattern.en) << name(code);
        const std::set<std::string> in_english = placeholders(pattern.en);
        EXPECT_EQ(placeholders(pattern.zh), in_english) << name(code);
        if (!in_english.empty()) {
            EXPECT_EQ(*in_english.rbegin(), std::to_string(in_english.size() - 1)) << "a placeholder is skipped: " << name(code);
        }
    }
}

TEST(IssueCodes, LeaveNoBracketsBehindWithoutAnyDetail) {
    for (const IssueCode code : all_codes()) {
        const Text message = make_issue(code, "").message;
        for (const std::string& words : {message.zh, message.en}) {
            EXPECT_EQ(words.find_first_of("[]{}"), std::string::npos) << words;
        }
    }
}

TEST(IssueCodes, AreErrorsUnlessAPersonMayDecide) {
    const std::set<IssueCode> warnings = {IssueCode::open_gap,
                                          IssueCode::band_jump,
                                          IssueCode::not_monotone,
                                          IssueCode::unreachable_points,
                                          IssueCode::unreachable_class,
                                          IssueCode::open_point_unread,
                                          IssueCode::no_citation,
                                          IssueCode::unreachable_state,
                                          IssueCode::state_without_exit,
                                          IssueCode::deadline_without_owner,
                                          IssueCode::never_settled,
                                          IssueCode::never_holds,
                                          IssueCode::always_holds,
                                          IssueCode::shadowed_transition,
                                          IssueCode::contradicting_targets,
                                          IssueCode::parts_above_target,
                                          IssueCode::implausible_target,
                                          IssueCode::leads_and_cooperates,
                                          IssueCode::rule_without_ledger_id,
                                          IssueCode::different_rulebooks};
    const std::set<IssueCode> notes = {IssueCode::misprint,           IssueCode::hangs_on_open_point, IssueCode::overlapping_guards,
                                       IssueCode::target_without_due, IssueCode::amount_not_stated,   IssueCode::body_ended};
    for (const IssueCode code : all_codes()) {
        const Severity expected = notes.contains(code) ? Severity::note : warnings.contains(code) ? Severity::warning : Severity::error;
        EXPECT_EQ(severity(code), expected) << name(code);
        EXPECT_EQ(make_issue(code, "").severity, expected) << name(code);
    }
}

TEST(Severities, HaveNames) {
    EXPECT_EQ(name(Severity::error), "error");
    EXPECT_EQ(name(Severity::warning), "warning");
    EXPECT_EQ(name(Severity::note), "note");
}

TEST(MakeIssue, KeepsCodeAndPlace) {
    const Issue issue = make_issue(IssueCode::unknown_key, "/score/fom", {"fom", "from"});
    EXPECT_EQ(issue.code, IssueCode::unknown_key);
    EXPECT_EQ(issue.where, "/score/fom");
    EXPECT_EQ(issue.line, 0U);
    EXPECT_EQ(issue.column, 0U);
}

TEST(MakeIssue, FillsDetailsIn) {
    const Text message = make_issue(IssueCode::unknown_key, "/fom", {"fom", "from"}).message;
    EXPECT_EQ(message.en, "The key “fom” is not known here. Possible: from. Correct or remove it.");
    EXPECT_EQ(message.zh, "此处不能有键“fom”。可用：from。请更正或删去。");
}

TEST(MakeIssue, LeavesOutAClauseWhoseDetailIsEmpty) {
    EXPECT_EQ(make_issue(IssueCode::unknown_key, "", {"fom", ""}).message.en, "The key “fom” is not known here. Correct or remove it.");
    EXPECT_EQ(make_issue(IssueCode::unknown_key, "", {"fom"}).message.zh, "此处不能有键“fom”。请更正或删去。");
}

TEST(MakeIssue, DoesNotReadPlaceholdersOrBracketsInDetails) {
    const std::string message = make_issue(IssueCode::unknown_key, "", {"[{1}]", "{0}"}).message.en;
    EXPECT_EQ(message, "The key “[{1}]” is not known here. Possible: {0}. Correct or remove it.");
}

TEST(MakeIssue, PutsKindsOfValuesIntoChinese) {
    const Text message = make_issue(IssueCode::wrong_type, "", {"list", "object"}).message;
    EXPECT_EQ(message.zh, "此处写的是列表，应为对象。请更正。");
    EXPECT_EQ(message.en, "Found list where object is expected. Correct it.");
}

TEST(MakeIssue, PutsConfidenceIntoChineseButNotWhatIsQuoted) {
    const Text message = make_issue(IssueCode::misprint, "", {"text", "list", "likely"}).message;
    EXPECT_THAT(message.zh, HasSubstr("“text”"));
    EXPECT_THAT(message.zh, HasSubstr("“list”"));
    EXPECT_THAT(message.zh, HasSubstr("很可能"));
}

TEST(MakeIssue, ShowsEightyCharactersOfWhatWasFound) {
    const std::string eighty(80, 'x');
    EXPECT_THAT(make_issue(IssueCode::bad_number, "", {eighty}).message.en, HasSubstr("“" + eighty + "”"));
    const std::string cut(79, 'x');
    EXPECT_THAT(make_issue(IssueCode::bad_number, "", {eighty + "x"}).message.en, HasSubstr("“" + cut + "…”"));
}

TEST(MakeIssue, CutsBetweenCharactersNotInsideOne) {
    std::string long_text;
    std::string expected = "“";
    for (int i = 0; i < 100; ++i) long_text += "标";
    for (int i = 0; i < 79; ++i) expected += "标";
    EXPECT_THAT(make_issue(IssueCode::bad_number, "", {long_text}).message.zh, HasSubstr(expected + "…”"));
}

TEST(MakeIssue, ShowsLongListsOfNamesFurther) {
    const std::string names(400, 'n');
    EXPECT_THAT(make_issue(IssueCode::unknown_reading, "", {"x", names}).message.en, HasSubstr(names));
    EXPECT_THAT(make_issue(IssueCode::unknown_reading, "", {"x", names + "n"}).message.en, HasSubstr("n…"));
}

TEST(MakeIssue, ReplacesWhatCannotBePrinted) {
    struct Case {
        const char* name;
        std::string text;
        std::string shown;
    };
    const std::string gone = "\xEF\xBF\xBD";
    const std::vector<Case> cases = {
        {"line feed", "a\nb", "a" + gone + "b"},
        {"nul", std::string("a\0b", 3), "a" + gone + "b"},
        {"escape", "\x1B[31m", gone + "[31m"},
        {"delete", "\x7F", gone},
        {"c1 control", "\xC2\x85", gone},
        {"right-to-left override", "\xE2\x80\xAE", gone},
        {"line separator", "\xE2\x80\xA8", gone},
        {"lone continuation", "a\x80", "a" + gone},
        {"byte never used", "\xFF", gone},
        {"overlong slash", "\xC0\xAF", gone + gone},
        {"overlong in three bytes", "\xE0\x80\xAF", gone + gone + gone},
        {"surrogate", "\xED\xA0\x80", gone + gone + gone},
        {"beyond unicode", "\xF4\x90\x80\x80", gone + gone + gone + gone},
        {"broken off", "\xE6\xA0", gone + gone},
        {"broken by a letter",
         "\xE6"
         "ab",
         gone + "ab"},
        {"two bytes", "\xC3\xA9", "\xC3\xA9"},
        {"three bytes", "标", "标"},
        {"four bytes", "\xF0\x9F\x93\x8F", "\xF0\x9F\x93\x8F"},
    };
    for (const Case& each : cases) {
        const std::string message = make_issue(IssueCode::bad_number, "", {each.text}).message.en;
        EXPECT_THAT(message, HasSubstr("“" + each.shown + "”")) << each.name;
        EXPECT_TRUE(is_utf8(message)) << each.name;
    }
}

TEST(MakeIssue, IsValidUtf8ForEveryPairOfBytes) {
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const std::string bytes = {static_cast<char>(first), static_cast<char>(second)};
            ASSERT_TRUE(is_utf8(make_issue(IssueCode::bad_number, "", {bytes}).message.zh)) << first << ' ' << second;
        }
    }
}

TEST(HasErrors, LooksAtSeverity) {
    EXPECT_FALSE(has_errors({}));
    const std::vector<Issue> mild = {make_issue(IssueCode::misprint, ""), make_issue(IssueCode::band_jump, "")};
    EXPECT_FALSE(has_errors(mild));
    const std::vector<Issue> hard = {make_issue(IssueCode::misprint, ""), make_issue(IssueCode::cycle, "")};
    EXPECT_TRUE(has_errors(hard));
}

}  // namespace
}  // namespace biaochi
