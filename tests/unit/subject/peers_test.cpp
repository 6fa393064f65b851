/// @file
/// Peer groups: who is compared with whom on which day, and what is not known of them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "biaochi/biaochi.hpp"
#include "biaochi/rulebook/scope.hpp"
#include "support/rules.hpp"

namespace biaochi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string peer_groups_text() {
    std::ifstream file(std::string(BIAOCHI_ROOT) + "/tests/rulebooks/good/peer_groups.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Ruleset rules_on(const std::string& on) {
    const ParsedRulebook parsed = parse_rulebook(peer_groups_text());
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << issue.where << ": " << issue.message.en;
    const CompiledRuleset compiled = compile(parsed.rulebook.value(), parse_date(on).value());
    for (const Issue& issue : compiled.issues) ADD_FAILURE() << issue.where << ": " << issue.message.en;
    return compiled.rules.value();
}

feel::Value value_of(const Ruleset& rules, const Subject& subject, const std::string& name) {
    const feel::Scope scope = subject_scope(rules.rulebook());
    return subject.inputs.at(scope.find(name)->slot);
}

/// `region latest`, or `region ? path` where it is not known.
std::vector<std::string> peers(const Ruleset& rules, const Subject& subject) {
    std::vector<std::string> lines;
    for (const feel::Value& peer : value_of(rules, subject, "peers").items()) {
        const feel::Value& latest = *peer.context().find("latest");
        lines.push_back(peer.context().find("region")->text() + " " +
                        (latest.is_null() ? "? " + *latest.null().about : feel::feel_text(latest)));
    }
    return lines;
}

std::string answer(const Ruleset& rules, const Subject& subject, const std::string& condition) {
    return std::string(name(check(rules, subject, rules.condition(condition)).answer));
}

const std::string three = R"({"subjects": [
    {"region": "甲县", "fields": {"latest": 60}},
    {"region": "乙县", "fields": {"latest": 70}, "history": {"2022": {"score": 1}, "2023": {"score": 2}}},
    {"region": "丙县", "fields": {"latest": 80}}]})";

TEST(Peers, AreTheOthersOfTheGroupOnTheDay) {
    const Ruleset before = rules_on("2023-12-31");
    const ReadSubjects read = read_subjects(before, three);
    EXPECT_THAT(support::found(read.issues), IsEmpty());
    EXPECT_THAT(peers(before, read.subjects.at(0)), ElementsAre("乙县 70", "丙县 80", "丁县 ? peers.丁县.latest"));
    EXPECT_EQ(feel::feel_text(value_of(before, read.subjects.at(2), "group")), "\"plain\"");
    const Ruleset after = rules_on("2024-01-01");
    const ReadSubjects later = read_subjects(after, three);
    EXPECT_THAT(peers(after, later.subjects.at(0)), ElementsAre("乙县 70", "丁县 ? peers.丁县.latest"));
    EXPECT_THAT(peers(after, later.subjects.at(2)), ElementsAre("戊县 ? peers.戊县.latest"));
    EXPECT_EQ(feel::feel_text(value_of(after, later.subjects.at(2), "group")), "\"hills\"");
}

TEST(Peers, ARankIsNotToldFromPartOfAGroup) {
    const Ruleset rules = rules_on("2024-06-01");
    const ReadSubjects part = read_subjects(rules, three);
    EXPECT_EQ(answer(rules, part.subjects.at(0), "last_of_group"), "undetermined");
    const ReadSubjects whole =
        read_subjects(rules, three.substr(0, three.size() - 2) + R"(, {"region": "丁县", "fields": {"latest": 65}}]})");
    EXPECT_EQ(answer(rules, whole.subjects.at(0), "last_of_group"), "met");
    EXPECT_EQ(answer(rules, whole.subjects.at(1), "last_of_group"), "not_met");
}

TEST(Peers, HaveTheHistoryOfTheirOwnDocuments) {
    const Ruleset rules = rules_on("2024-06-01");
    const ReadSubjects read = read_subjects(rules, three);
    const feel::Value peer = value_of(rules, read.subjects.at(0), "peers").items().at(0);
    EXPECT_EQ(feel::feel_text(*peer.context().find("history")), "[{year: 2022, score: 1}, {year: 2023, score: 2}]");
    const ReadSubjects later = read_subjects(rules, R"([{"region": "甲县", "on": "2025-06-01"},
        {"region": "乙县", "on": "2024-06-01", "history": {"2023": {"score": 2}}}])");
    const feel::Value rows = *value_of(rules, later.subjects.at(0), "peers").items().at(0).context().find("history");
    ASSERT_EQ(rows.items().size(), 2U);  // 2024 is there, and not known
    EXPECT_EQ(*rows.items().at(1).context().find("score")->null().about, "peers.乙县.history.2024.score");
}

TEST(Peers, OfARegionInNoGroupAreNotKnown) {
    const Ruleset rules = rules_on("2024-06-01");
    const ReadSubjects read = read_subjects(rules, R"({"region": "己县", "fields": {"latest": 1}})");
    EXPECT_THAT(support::found(read.issues), IsEmpty());
    EXPECT_EQ(*value_of(rules, read.subjects.at(0), "group").null().about, "group");
    EXPECT_EQ(answer(rules, read.subjects.at(0), "last_of_group"), "undetermined");
}

TEST(Peers, ThatAreGivenMustBeInTheGroup) {
    const Ruleset rules = rules_on("2024-06-01");
    const ReadSubjects read = read_subjects(rules, R"({"region": "甲县", "members": {"peers": [{"region": "乙县"}, {"region": "丙县"}]}})");
    EXPECT_THAT(support::found(read.issues), ElementsAre("unknown_member /members/peers/1/region"));
}

const std::string open_groups = R"("facts": {"a": {"name": {"en": "A"}}}, "subject": {"kind": {"en": "county"},
    "fields": {"latest": {"name": {"en": "Score"}, "type": "number"}},
    "members": {"peers": {"name": {"en": "Peers"}, "peers": true, "fields": {"latest": {"name": {"en": "Score"}, "type": "number"}}}}})";

TEST(Groups, ComeWithTheDocumentWhereTheRulebookHasNone) {
    const Ruleset rules = support::rules_of(open_groups);
    const std::string subjects = R"("subjects": [{"region": "X", "fields": {"latest": 1}}, {"region": "Y", "fields": {"latest": 2}}])";
    const ReadSubjects read = read_subjects(
        rules,
        R"({"groups": {"g": {"name": {"en": "G"}, "members": [{"region": "X", "from": "2000-01-01"}, {"region": "Y", "from": "2000-01-01"}]}}, )" +
            subjects + "}");
    EXPECT_THAT(support::found(read.issues), IsEmpty());
    EXPECT_THAT(peers(rules, read.subjects.at(0)), ElementsAre("Y 2"));
    EXPECT_TRUE(value_of(rules, read_subjects(rules, "{" + subjects + "}").subjects.at(0), "peers").is_null());
    const Ruleset own = rules_on("2024-06-01");
    const ReadSubjects twice = read_subjects(own, R"({"groups": {}, "subjects": []})");
    EXPECT_THAT(support::found(twice.issues), ElementsAre("unknown_key /groups"));
}

TEST(Groups, ARegionIsInOneOnAnyDay) {
    const auto with = [](const std::string& until) {
        return support::wrong(open_groups + R"(, "groups": {"g": {"name": {"en": "G"}, "members": [{"region": "X", "from": "2020-01-01")" +
                              until + R"(}]}, "h": {"name": {"en": "H"}, "members": [{"region": "X", "from": "2024-01-01"}]}})");
    };
    EXPECT_THAT(with(""), ElementsAre("overlapping_validity /groups/h/members/0"));
    EXPECT_THAT(with(R"(, "until": "2024-01-02")"), ElementsAre("overlapping_validity /groups/h/members/0"));
    EXPECT_THAT(with(R"(, "until": "2024-01-01")"), IsEmpty());
    EXPECT_THAT(with(R"(, "until": "2020-01-01")"), ElementsAre("period_reversed /groups/g/members/0"));
}

TEST(Groups, RanksAreInsideThoseOfTheRulebook) {
    const auto groups = [](const std::string& on, const std::string& records) {
        std::vector<std::string> lines;
        const ReadRecords read = read_records(rules_on(on), R"({"records": [)" + records + "]}");
        for (const Issue& issue : read.issues) lines.push_back(std::string(name(issue.code)) + " " + issue.where);
        for (const Record& record : read.records) lines.push_back(record.region + " " + record.group);
        return lines;
    };
    const std::string two = R"({"region": "甲县", "facts": {}}, {"region": "丙县", "facts": {}})";
    EXPECT_THAT(groups("2023-06-01", two), ElementsAre("甲县 plain", "丙县 plain"));
    EXPECT_THAT(groups("2024-06-01", two), ElementsAre("甲县 plain", "丙县 hills"));
    EXPECT_THAT(groups("2024-06-01", R"({"region": "己县", "facts": {}})"), ElementsAre("unknown_member /records/0/region", "己县 "));
    EXPECT_THAT(groups("2024-06-01", R"({"region": "丙县", "group": "plain", "facts": {}})"),
                ElementsAre("unknown_member /records/0/group", "丙县 hills"));
}

TEST(Ordered, WordsHaveAPlaceOneForTheBest) {
    const auto place = [](const std::string& ordered) {
        const Ruleset rules = support::rules_of(R"("facts": {"a": {"name": {"en": "A"}}}, "subject": {"kind": {"en": "county"}, "fields": {
            "star": {"name": {"en": "Stars"}, "type": "text", "values": ["one", "two", "three"], "ordered": ")" +
                                                ordered + R"("}}})");
        const ReadSubjects read = read_subjects(rules, R"({"region": "X", "fields": {"star": "one"}})");
        return feel::feel_text(value_of(rules, read.subjects.at(0), "star_place"));
    };
    EXPECT_EQ(place("best_first"), "1");
    EXPECT_EQ(place("worst_first"), "3");
    EXPECT_THAT(support::wrong(R"("facts": {"a": {"name": {"en": "A"}}}, "subject": {"kind": {"en": "county"}, "fields": {
        "star": {"name": {"en": "S"}, "type": "text", "values": ["one"], "ordered": "best_first"},
        "star_place": {"name": {"en": "P"}, "type": "number"}}})"),
                ElementsAre("repeated_id /subject/fields/star_place"));
    EXPECT_THAT(support::wrong(R"("facts": {"a": {"name": {"en": "A"}}}, "subject": {"kind": {"en": "county"}, "fields": {
        "star": {"name": {"en": "S"}, "type": "text", "ordered": "best_first"}}})"),
                ElementsAre("unknown_key /subject/fields/star/ordered"));
}

}  // namespace
}  // namespace biaochi
