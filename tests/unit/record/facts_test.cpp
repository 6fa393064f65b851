/// @file
/// Keys of facts: slots, whole inventories, lists of options.

#include "record/facts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/record/sample.hpp"

namespace biaochi {
namespace {

using sample::cell;
using sample::given;
using sample::good;
using sample::wrong_facts;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Inventory, IsWholeWhatIsNotListedIsZero) {
    const Record record = good(R"({"services": {"makerspace": {"national": 2}}})");
    EXPECT_EQ(cell(record, "services.makerspace.national"), "reported 2");
    EXPECT_EQ(cell(record, "services.makerspace.provincial"), "reported 0");
    EXPECT_EQ(cell(record, "services.tech_centre.national"), "reported 0");
    EXPECT_EQ(cell(good(R"({"services": {}})"), "services.makerspace.national"), "reported 0");
}

TEST(Inventory, MayCountAnItemOfOneLevelAlone) {
    EXPECT_EQ(cell(good(R"({"services": {"tech_centre": 3}})"), "services.tech_centre.national"), "reported 3");
    EXPECT_EQ(cell(good(R"({"services": {"tech_centre": {"national": 3}}})"), "services.tech_centre.national"), "reported 3");
    EXPECT_EQ(cell(good(R"({"services": {"tech_centre": {"value": 3, "status": "estimated"}}})"), "services.tech_centre.national"),
              "estimated 3");
}

TEST(Inventory, KeepsWhatIsListedAsNullMissing) {
    const Record record = good(R"({"services": {"makerspace": {"national": null, "provincial": 1}, "tech_centre": null}})");
    EXPECT_EQ(cell(record, "services.makerspace.national"), "missing 0");
    EXPECT_EQ(cell(record, "services.makerspace.provincial"), "reported 1");
    EXPECT_EQ(cell(record, "services.tech_centre.national"), "missing 0");
}

TEST(Inventory, ThatIsNullSaysNothing) {
    EXPECT_EQ(cell(good(R"({"services": null})"), "services.tech_centre.national"), "missing 0");
    EXPECT_EQ(cell(good(R"({"services": null, "services.tech_centre": 1})"), "services.tech_centre.national"), "reported 1");
}

TEST(Inventory, MayHaveAStatusOfItsOwn) {
    const Record none = good(R"({"services": {"status": "not_applicable"}})");
    EXPECT_EQ(cell(none, "services.makerspace.national"), "not_applicable 0");
    EXPECT_EQ(cell(none, "services.tech_centre.national"), "not_applicable 0");
    const Record some = good(R"({"services": {"value": {"makerspace": {"national": {"value": 2, "status": "reported"}, "provincial": 1}},
                                               "status": "estimated", "evidence": "台账"}})");
    EXPECT_EQ(cell(some, "services.makerspace.national"), "reported 2");
    EXPECT_EQ(cell(some, "services.makerspace.provincial"), "estimated 1");
    EXPECT_EQ(cell(some, "services.tech_centre.national"), "estimated 0");
    EXPECT_EQ(given(some, "services.makerspace.provincial").evidence, "台账");
    EXPECT_EQ(given(some, "services.tech_centre.national").evidence, "台账");
}

TEST(Inventory, MayHaveAUnitOfItsOwn) {
    const Record record = good(R"({"services": {"value": {"makerspace": {"national": 2}}, "unit": "万个"}})");
    EXPECT_EQ(cell(record, "services.makerspace.national"), "reported 20000");
    EXPECT_EQ(given(record, "services.makerspace.national").as_written, "2 万个");
    EXPECT_THAT(wrong_facts(R"({"services": {"value": {"makerspace": {"national": 2}}, "unit": "元"}})"),
                ElementsAre("wrong_unit /services/unit"));
}

TEST(Slots, SayNothingOfTheOthers) {
    const Record record = good(R"({"services.makerspace.national": 2, "services.tech_centre": 1, "st_department.plan": true})");
    EXPECT_EQ(cell(record, "services.makerspace.national"), "reported 2");
    EXPECT_EQ(cell(record, "services.makerspace.provincial"), "missing 0");
    EXPECT_EQ(cell(record, "services.tech_centre.national"), "reported 1");
    EXPECT_EQ(cell(record, "st_department.plan"), "reported 1");
    EXPECT_EQ(cell(record, "st_department.independent"), "missing 0");
}

TEST(Options, OfAListHoldTheOthersDoNot) {
    const Record record = good(R"({"st_department": ["independent", "plan"]})");
    EXPECT_EQ(cell(record, "st_department.independent"), "reported 1");
    EXPECT_EQ(cell(record, "st_department.leading_group"), "reported 0");
    EXPECT_EQ(cell(record, "st_department.plan"), "reported 1");
}

TEST(Options, MayBeOneIdOrNone) {
    EXPECT_EQ(cell(good(R"({"st_department": "plan"})"), "st_department.plan"), "reported 1");
    EXPECT_EQ(cell(good(R"({"st_department": "plan"})"), "st_department.independent"), "reported 0");
    EXPECT_EQ(cell(good(R"({"st_department": []})"), "st_department.plan"), "reported 0");
    EXPECT_EQ(cell(good(R"({"st_department": null})"), "st_department.plan"), "missing 0");
}

TEST(Options, HaveAStatusLikeAnyFigure) {
    const Record record = good(R"({"st_department": {"value": ["plan"], "status": "estimated", "evidence": "文件"}})");
    EXPECT_EQ(cell(record, "st_department.plan"), "estimated 1");
    EXPECT_EQ(cell(record, "st_department.independent"), "estimated 0");
    EXPECT_EQ(given(record, "st_department.plan").evidence, "文件");
    EXPECT_EQ(cell(good(R"({"st_department": {"status": "rejected"}})"), "st_department.plan"), "rejected 0");
}

TEST(Options, AsSlotsAreOneOrZeroTrueOrFalse) {
    EXPECT_EQ(cell(good(R"({"st_department.plan": 1})"), "st_department.plan"), "reported 1");
    EXPECT_EQ(cell(good(R"({"st_department.plan": "0"})"), "st_department.plan"), "reported 0");
    EXPECT_EQ(cell(good(R"({"st_department.plan": false})"), "st_department.plan"), "reported 0");
}

struct Case {
    const char* name;
    const char* facts;
    std::vector<std::string> issues;
};

void expect_each(const std::vector<Case>& cases) {
    for (const Case& each : cases) EXPECT_EQ(wrong_facts(each.facts), each.issues) << each.name;
}

TEST(FactIsRefused, Keys) {
    expect_each({Case{"fact", R"({"frims": 1})", {"unknown_fact /frims"}},
                 Case{"fact_of_slot", R"({"sevices.makerspace": 1})", {"unknown_fact /sevices.makerspace"}},
                 Case{"empty", R"({"": 1})", {"unknown_fact /"}}, Case{"with_stroke", R"({"a/b~c": 1})", {"unknown_fact /a~1b~0c"}},
                 Case{"slot_of_number", R"({"firms.national": 1})", {"unknown_fact /firms.national"}},
                 Case{"item", R"({"services.makrspace.national": 1})", {"unknown_item /services.makrspace.national"}},
                 Case{"level", R"({"services.makerspace.natonal": 1})", {"unknown_level /services.makerspace.natonal"}},
                 Case{"no_level", R"({"services.makerspace": 1})", {"unknown_level /services.makerspace"}},
                 Case{"option", R"({"st_department.pln": 1})", {"unknown_option /st_department.pln"}}});
}

TEST(FactIsRefused, Twice) {
    expect_each({Case{"alias",
                      R"({"services.tech_centre": 1, "services.tech_centre.national": 1})",
                      {"repeated_key /services.tech_centre.national"}},
                 Case{"slot_then_whole", R"({"services.tech_centre": 1, "services": {}})", {"repeated_key /services"}},
                 Case{"whole_then_slot", R"({"services": {}, "services.tech_centre": 1})", {"repeated_key /services.tech_centre"}},
                 Case{"option", R"({"st_department.plan": 1, "st_department": []})", {"repeated_key /st_department"}},
                 Case{"option_in_list", R"({"st_department": ["plan", "plan"]})", {"repeated_id /st_department/1"}}});
}

TEST(FactIsRefused, Inventories) {
    expect_each({Case{"item", R"({"services": {"makrspace": {"national": 1}}})", {"unknown_item /services/makrspace"}},
                 Case{"level", R"({"services": {"makerspace": {"natonal": 1}}})", {"unknown_level /services/makerspace/natonal"}},
                 Case{"count_without_level", R"({"services": {"makerspace": 1}})", {"wrong_type /services/makerspace"}},
                 Case{"list", R"({"services": [1]})", {"wrong_type /services"}},
                 Case{"wrapped_list", R"({"services": {"value": [1]}})", {"wrong_type /services/value"}},
                 Case{"count", R"({"services": {"makerspace": {"national": "x"}}})", {"not_a_number /services/makerspace/national"}},
                 Case{"whole", R"({"services": {"makerspace": {"national": "0.5"}}})", {"not_whole /services/makerspace/national"}},
                 Case{"min", R"({"services": {"value": {"tech_centre": -1}}})", {"below_min /services/value/tech_centre"}}});
}

TEST(FactIsRefused, OptionLists) {
    expect_each({Case{"unknown", R"({"st_department": ["plan", "pln"]})", {"unknown_option /st_department/1"}},
                 Case{"unknown_alone", R"({"st_department": "pln"})", {"unknown_option /st_department"}},
                 Case{"number", R"({"st_department": [1]})", {"wrong_type /st_department/0"}},
                 Case{"truth", R"({"st_department": {"value": true}})", {"wrong_type /st_department/value"}},
                 Case{"unit", R"({"st_department": {"value": [], "unit": "个"}})", {"wrong_unit /st_department/unit"}},
                 Case{"object", R"({"st_department": {"plan": true}})", {"unknown_key /st_department/plan"}},
                 Case{"two", R"({"st_department.plan": 2})", {"above_max /st_department.plan"}},
                 Case{"two_of_one", R"({"st_department": ["independent", "leading_group"]})", {"two_options_chosen /st_department/1"}}});
}

TEST(UnknownFact, NamesTheNearest) {
    const auto message = [](const char* facts) { return sample::read_facts(facts).issues.at(0).message.en; };
    EXPECT_THAT(message(R"({"frims": 1})"), HasSubstr("Possible: firms."));
    EXPECT_THAT(message(R"({"sevices.makerspace.national": 1})"), HasSubstr("Possible: services.makerspace.national."));
    EXPECT_THAT(message(R"({"xyz": 1})"), HasSubstr("growth, services"));
    EXPECT_THAT(message(R"({"services.makerspace": 1})"), HasSubstr("national, provincial"));
    EXPECT_THAT(message(R"({"firms.national": 1})"), HasSubstr("Possible: firms."));
}

}  // namespace
}  // namespace biaochi
