/// @file
/// Every file of tests/rulebooks/bad gets exactly the issues that tests/cases/bad.json says; its tables and columns are for the Python
/// tests.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "biaochi/coverage/coverage.hpp"
#include "biaochi/diff/diff.hpp"
#include "biaochi/example/run.hpp"
#include "biaochi/feel/expression.hpp"
#include "biaochi/incentive/application.hpp"
#include "biaochi/lifecycle/due.hpp"
#include "biaochi/lifecycle/read.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/rulebook/calendar_file.hpp"
#include "biaochi/rulebook/lint.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "biaochi/ruleset/ruleset.hpp"
#include "biaochi/subject/subject.hpp"
#include "biaochi/whatif/whatif.hpp"

namespace biaochi {
namespace {

using nlohmann::json;

const std::string root = BIAOCHI_ROOT;

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

json expectations() { return json::parse(read_file(root + "/tests/cases/bad.json")); }

/// The text of a file, or the text that it describes: pieces, each so many times.
std::string text_of(const json& entry) {
    const std::string text = read_file(root + "/tests/rulebooks/bad/" + entry.at("file").get<std::string>());
    if (!entry.contains("generated")) return text;
    std::string generated;
    const json description = json::parse(text);
    for (const json& piece : description.at("generate")) {
        const auto words = piece.at("text").get<std::string>();
        for (std::size_t i = 0; i < piece.at("times").get<std::size_t>(); ++i) generated += words;
    }
    return generated;
}

void append(std::vector<Issue>& issues, const std::vector<Issue>& more) { issues.insert(issues.end(), more.begin(), more.end()); }

/// Compiles what a case file names, and reads its records, subjects or applications where it has any.
std::vector<Issue> issues_of_case(const json& described) {
    const std::string path = root + "/tests/rulebooks/" + described.at("rulebook").get<std::string>();
    const ParsedRulebook parsed = parse_rulebook(read_file(path));
    EXPECT_TRUE(parsed.rulebook) << path;
    if (!parsed.rulebook) return parsed.issues;
    const std::optional<Date> on = parse_date(described.at("on").get<std::string>());
    const auto readings = described.value("readings", std::map<std::string, std::string>());
    CompiledRuleset compiled = compile(*parsed.rulebook, on.value(), readings);
    if (compiled.rules && described.contains("records")) {
        append(compiled.issues, read_records(*compiled.rules, json{{"records", described.at("records")}}.dump()).issues);
    }
    if (compiled.rules && described.contains("subjects")) {
        append(compiled.issues, read_subjects(*compiled.rules, json{{"subjects", described.at("subjects")}}.dump()).issues);
    }
    if (compiled.rules && described.contains("applications")) {
        append(compiled.issues, read_applications(*compiled.rules, json{{"applications", described.at("applications")}}.dump()).issues);
    }
    return compiled.issues;
}

/// Counts the working days that a case file asks for.
std::vector<Issue> issues_of_deadline(const json& described) {
    const std::string path = root + "/tests/rulebooks/" + described.at("calendar").get<std::string>();
    const ParsedCalendar parsed = parse_calendar(read_file(path));
    EXPECT_TRUE(parsed.calendar) << path;
    if (!parsed.calendar) return parsed.issues;
    const std::optional<Date> from = parse_date(described.at("from").get<std::string>());
    const Start start = described.at("start") == "same_day" ? Start::same_day : Start::next_day;
    const Covered<Date> end = add_working_days(*parsed.calendar, from.value(), described.at("working_days").get<int>(), start);
    return end.outside ? std::vector{not_covered(*parsed.calendar, *end.outside)} : std::vector<Issue>{};
}

/// Reads the log or the saved cases that a case file has, and asks what is due where it names a day.
std::vector<Issue> issues_of_lifecycle(const json& described) {
    const ParsedRulebook parsed = parse_rulebook(read_file(root + "/tests/rulebooks/" + described.at("rulebook").get<std::string>()));
    const CompiledRuleset compiled = compile(parsed.rulebook.value(), parse_date(described.at("on").get<std::string>()).value());
    EXPECT_TRUE(compiled.rules);
    if (described.contains("cases")) return read_cases(*compiled.rules, described.at("cases").dump()).issues;
    std::string log;
    for (const json& event : described.at("log")) log += event.dump() + "\n";
    ReadEvents read = read_events(*compiled.rules, log);
    if (!described.contains("as_of")) return read.issues;
    const Date as_of = parse_date(described.at("as_of").get<std::string>()).value();
    for (const Case& of : replay(*compiled.rules, read.events).cases) {
        for (const Duty& duty : due(*compiled.rules, of, as_of)) {
            if (duty.issue) read.issues.push_back(*duty.issue);
        }
    }
    return read.issues;
}

/// Reads the specification of a case file, and checks its sample where it has one.
std::vector<Issue> issues_of_whatif(const json& described) {
    const ParsedRulebook parsed = parse_rulebook(read_file(root + "/tests/rulebooks/" + described.at("rulebook").get<std::string>()));
    const Ruleset rules = compile(parsed.rulebook.value(), parse_date(described.at("on").get<std::string>()).value()).rules.value();
    ReadRecords read = read_records(rules, described.at("records").dump());
    EXPECT_TRUE(read.issues.empty());
    const CompiledWhatIf compiled = compile_what_if(rules, std::move(read.records), described.at("spec").dump());
    if (!compiled.what_if || !described.contains("samples")) return compiled.issues;
    std::vector<double> values;
    for (const json& row : described.at("samples")) {
        for (const json& value : row) values.push_back(value.get<double>());
    }
    return check_sample(*compiled.what_if, values, described.at("samples").front().size());
}

/// Compares the two rulebooks that a case file names.
std::vector<Issue> issues_of_diff(const json& described) {
    const std::string books = root + "/tests/rulebooks/";
    return diff(read_file(books + described.at("first").get<std::string>()), read_file(books + described.at("second").get<std::string>()))
        .issues;
}

std::vector<Issue> issues_of_calendar(const std::string& text) {
    const ParsedCalendar parsed = parse_calendar(text);
    EXPECT_EQ(parsed.calendar.has_value(), !has_errors(parsed.issues));
    return parsed.issues;
}

/// Compiles the expression of a file; its facts are texts, or numbers in a unit.
std::vector<Issue> issues_of_expression(const json& described) {
    feel::Scope scope;
    for (const auto& [name, unit] : described.at("facts").items()) {
        const auto slot = static_cast<std::uint32_t>(scope.inputs.size());
        const bool is_text = unit == "text";
        scope.inputs.push_back({name, is_text ? feel::type_of(feel::Type::Of::text) : feel::number_in(unit.get<std::string>()), slot});
    }
    feel::CompileOptions options;
    options.where = "/expression";
    return feel::compile_expression(described.at("expression").get<std::string>(), scope, options).issues;
}

/// Holds the rulebook of a case file against its ledger, line by line.
std::vector<Issue> issues_of_coverage(const json& described) {
    const ParsedRulebook parsed = parse_rulebook(described.at("rulebook").dump());
    EXPECT_TRUE(parsed.rulebook);
    std::string markdown;
    for (const json& line : described.at("ledger")) markdown += line.get<std::string>() + "\n";
    const ParsedLedger ledger = parse_ledger(markdown);
    EXPECT_TRUE(ledger.ledger);
    if (!parsed.rulebook || !ledger.ledger) return parsed.issues;
    const Rulebook* const book = &*parsed.rulebook;
    return cover({&book, 1}, &*ledger.ledger).issues;
}

std::vector<Issue> issues_of(const json& entry) {
    const std::string text = text_of(entry);
    const auto stage = entry.at("stage").get<std::string>();
    if (stage == "calendar") return issues_of_calendar(text);
    if (stage == "deadline") return issues_of_deadline(json::parse(text));
    if (stage == "diff") return issues_of_diff(json::parse(text));
    if (stage == "whatif") return issues_of_whatif(json::parse(text));
    if (stage == "expression") return issues_of_expression(json::parse(text));
    if (stage == "coverage") return issues_of_coverage(json::parse(text));
    if (stage == "lifecycle") return issues_of_lifecycle(json::parse(text));
    if (stage == "compile" || stage == "records" || stage == "subjects" || stage == "applications")
        return issues_of_case(json::parse(text));
    const ParsedRulebook parsed = parse_rulebook(text);
    std::vector<Issue> issues = parsed.issues;
    EXPECT_EQ(parsed.rulebook.has_value(), stage != "parse");
    if (!parsed.rulebook) return issues;
    if (stage == "lint") append(issues, lint(*parsed.rulebook));
    if (stage == "test") {
        for (const ExampleResult& result : run_examples(*parsed.rulebook)) append(issues, result.issues);
    }
    return issues;
}

std::vector<std::string> shortly(const std::vector<Issue>& issues) {
    std::vector<std::string> lines;
    for (const Issue& issue : issues) lines.push_back(std::string(name(issue.code)) + " " + issue.where);
    return lines;
}

std::vector<std::string> expected(const json& entry) {
    std::vector<std::string> lines;
    for (const json& issue : entry.at("expect"))
        lines.push_back(issue.at("code").get<std::string>() + " " + issue.at("where").get<std::string>());
    return lines;
}

TEST(BadFiles, GetExactlyTheIssuesThatTheyDeserve) {
    for (const json& entry : expectations()) {
        if (entry.at("stage") == "table" || entry.at("stage") == "columns") continue;  // read by the Python package
        EXPECT_EQ(shortly(issues_of(entry)), expected(entry)) << entry.at("file");
    }
}

TEST(BadFiles, TellLineAndColumnOfASyntaxError) {
    for (const json& entry : expectations()) {
        if (entry.at("file") != "json_syntax__comma.json") continue;
        const std::vector<Issue> issues = issues_of(entry);
        ASSERT_EQ(issues.size(), 1U);
        EXPECT_EQ(issues[0].line, 3U);
        EXPECT_EQ(issues[0].column, 15U);  // the second comma
    }
}

TEST(BadFiles, ThereIsOneForEveryCode) {
    std::map<std::string, std::set<std::string>> codes_by_file;
    for (const json& entry : expectations()) {
        for (const json& issue : entry.at("expect")) codes_by_file[entry.at("file")].insert(issue.at("code"));
    }
    for (std::size_t i = 0; i < issue_code_count; ++i) {
        const std::string code(name(static_cast<IssueCode>(i)));
        const bool as_json = codes_by_file[code + ".json"].contains(code);
        const bool as_table = codes_by_file[code + ".csv"].contains(code);
        EXPECT_TRUE(as_json || as_table) << code << " has no file of its name that raises it";
    }
}

TEST(BadFiles, CutShortAnywhereAreNeverRulebooks) {
    const std::string whole = read_file(root + "/tests/rulebooks/good/figures.json");
    ASSERT_TRUE(parse_rulebook(whole).rulebook);
    const std::size_t end = whole.find_last_of('}');
    for (std::size_t length = 0; length <= end; length += 7) {
        const ParsedRulebook parsed = parse_rulebook(std::string_view(whole).substr(0, length));
        ASSERT_FALSE(parsed.rulebook) << length;
        ASSERT_TRUE(has_errors(parsed.issues)) << length;
    }
}

}  // namespace
}  // namespace biaochi
