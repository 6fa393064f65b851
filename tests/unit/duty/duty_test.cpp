/// @file
/// What bodies must do on a day: presence, phases, what was taken over, the days of reports.

#include "biaochi/duty/duty.hpp"

#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <vector>

namespace biaochi {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

Body body(std::string zh) {
    Body made;
    made.name.zh = std::move(zh);
    return made;
}

/// A commission that became two bureaus on 2018-11-01, and a tax bureau that another became on a day that is not known.
DutySection sample() {
    DutySection section;
    Body commission = body("工信委");
    commission.until = day("2018-11-01");
    commission.became = {"industry", "data"};
    Body industry = body("工信局");
    industry.from = day("2018-11-01");
    Body land_tax = body("地税局");
    land_tax.ended = true;
    land_tax.became = {"tax"};
    section.bodies = {
        {"commission", commission}, {"industry", industry}, {"data", body("大数据局")}, {"land_tax", land_tax}, {"tax", body("税务局")}};
    Phase building;
    building.from = day("2018-01-01");
    building.until = day("2020-01-01");
    section.phases = {{"building", building}};
    BodyDuty firms;
    firms.lead = {"commission"};
    firms.cooperate = {"land_tax", "commission"};
    firms.phase = "building";
    section.duties = {{"firms", firms}};
    return section;
}

std::vector<OwedDuty> owed(const DutySection& section, std::string_view id, std::string_view on) {
    return duties_of(section, find_body(section, id, day(on)).value(), day(on)).owed;
}

TEST(DutiesOfAll, AreThoseOfEachBody) {
    const DutySection section = sample();
    for (const char* on : {"2018-06-30", "2018-11-01", "2019-06-30", "2020-01-01"}) {
        const std::vector<BodyDuties> all = duties_of_all(section, day(on));
        ASSERT_EQ(all.size(), section.bodies.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            const BodyDuties one = duties_of(section, i, day(on));
            EXPECT_EQ(all[i].body, i);
            EXPECT_EQ(all[i].presence, one.presence);
            ASSERT_EQ(all[i].owed.size(), one.owed.size()) << on << " " << i;
            for (std::size_t k = 0; k < one.owed.size(); ++k) {
                EXPECT_EQ(all[i].owed[k].duty, one.owed[k].duty);
                EXPECT_EQ(all[i].owed[k].roles, one.owed[k].roles);
                EXPECT_EQ(all[i].owed[k].named, one.owed[k].named);
                EXPECT_EQ(all[i].owed[k].sure, one.owed[k].sure);
            }
        }
    }
}

TEST(DutiesOfAll, AreQuickForAThousandBodiesAndDuties) {
    const auto id = [](int i) { return "the_bureau_of_a_long_name_" + std::to_string(1000 + i); };
    DutySection section;
    for (int i = 0; i < 1000; ++i) {
        section.bodies.emplace_back(id(i), body(id(i)));
        BodyDuty duty;
        duty.lead = {id(i)};
        duty.cooperate.assign(500, id(0));
        section.duties.emplace_back("d" + std::to_string(i), duty);
    }
    const std::clock_t begun = std::clock();  // of the processor: other programs do not count
    const std::vector<BodyDuties> all = duties_of_all(section, day("2019-01-01"));
    EXPECT_LT(std::clock() - begun, std::clock_t{8} * CLOCKS_PER_SEC);
    EXPECT_EQ(all[0].owed.size(), 1000U);
    EXPECT_EQ(all[0].owed[0].roles, (std::vector<Role>{Role::lead, Role::cooperate}));
    EXPECT_EQ(all[7].owed.size(), 1U);
}

TEST(Presence, EndsOnTheFirstDayOnWhichItIsNoMore) {
    const DutySection section = sample();
    EXPECT_EQ(presence(section.bodies[0].second, day("2018-10-31")), Presence::there);
    EXPECT_EQ(presence(section.bodies[0].second, day("2018-11-01")), Presence::no_more);
    EXPECT_EQ(presence(section.bodies[1].second, day("2018-10-31")), Presence::not_yet);
    EXPECT_EQ(presence(section.bodies[1].second, day("2018-11-01")), Presence::there);
}

TEST(Presence, IsUnknownWhereItEndedOnADayThatIsNotSaid) {
    Body ended = body("地税局");
    ended.ended = true;
    EXPECT_EQ(presence(ended, day("1999-01-01")), Presence::unknown);
    Body became = body("国税局");
    became.became = {"tax"};
    EXPECT_EQ(presence(became, day("2030-01-01")), Presence::unknown);
}

TEST(FindBody, TakesIdNameAndOtherNames) {
    DutySection section = sample();
    section.bodies[0].second.also = {"市工信委"};
    for (const std::string_view name : {"commission", "工信委", "市工信委"}) EXPECT_EQ(find_body(section, name, day("2018-01-01")), 0U);
    EXPECT_FALSE(find_body(section, "工信", day("2018-01-01")));
}

TEST(FindBody, PrefersTheOneThatIsThereWhereANameWasUsedTwice) {
    DutySection section = sample();
    section.bodies[1].second.also = {"工信委"};  // it kept the name
    EXPECT_EQ(find_body(section, "工信委", day("2018-10-31")), 0U);
    EXPECT_EQ(find_body(section, "工信委", day("2018-11-01")), 1U);
}

TEST(Duties, GoOverToEverySuccessorOnTheDay) {
    const DutySection section = sample();
    EXPECT_TRUE(owed(section, "industry", "2018-10-31").empty());
    EXPECT_EQ(owed(section, "commission", "2018-10-31").size(), 1U);
    EXPECT_TRUE(owed(section, "commission", "2018-11-01").empty());
    for (const std::string_view successor : {"industry", "data"}) {
        const auto taken = owed(section, successor, "2018-11-01");
        ASSERT_EQ(taken.size(), 1U);
        EXPECT_EQ(taken[0].named, 0U);
        EXPECT_TRUE(taken[0].sure);
        EXPECT_EQ(taken[0].roles, (std::vector{Role::lead, Role::cooperate}));
    }
}

TEST(Duties, OfABodyThatEndedOnAnUnknownDayAreListedWithBothAndNotSure) {
    const DutySection section = sample();
    EXPECT_EQ(owed(section, "land_tax", "2019-01-01").size(), 1U);
    const auto taken = owed(section, "tax", "2019-01-01");
    ASSERT_EQ(taken.size(), 1U);
    EXPECT_FALSE(taken[0].sure);
}

TEST(Duties, GoOverAlongAChainAndAreSureOnlyIfEachStepIs) {
    DutySection section = sample();
    section.bodies[1].second.became = {"tax"};  // the bureau ended too, on a day that is not known
    const auto taken = owed(section, "tax", "2019-01-01");
    ASSERT_EQ(taken.size(), 2U);
    EXPECT_EQ(taken[1].named, 0U);
    EXPECT_FALSE(taken[1].sure);
    section.bodies[1].second.until = day("2018-12-01");
    const auto later = owed(section, "tax", "2019-01-01");
    ASSERT_EQ(later.size(), 2U);
    EXPECT_EQ(later[0].named, 0U);
    EXPECT_TRUE(later[0].sure);
}

TEST(Duties, BelongToTheirPhaseFirstDayIncludedLastDayNot) {
    const DutySection section = sample();
    EXPECT_TRUE(owed(section, "commission", "2017-12-31").empty());
    EXPECT_EQ(owed(section, "commission", "2018-01-01").size(), 1U);
    EXPECT_EQ(owed(section, "data", "2019-12-31").size(), 1U);
    EXPECT_TRUE(owed(section, "data", "2020-01-01").empty());
}

TEST(Duties, OfAPhaseWithoutAnEndAreListedAndNotKnown) {
    DutySection section = sample();
    section.phases[0].second.until.reset();
    const auto listed = owed(section, "data", "2030-01-01");
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].phase, PhaseState::unknown);
}

TEST(Duties, StayListedWhenTheirLastDayHasPassed) {
    DutySection section = sample();
    section.duties[0].second.by = day("2019-06-30");
    EXPECT_FALSE(owed(section, "data", "2019-06-30").at(0).passed);
    EXPECT_TRUE(owed(section, "data", "2019-07-01").at(0).passed);
}

struct ReportCase {
    const char* name;
    Every every;
    const char* by_or_on;  ///< null: not said
    const char* asked;
    const char* next;  ///< null: none
    ReportBasis basis;
};

class Reports : public testing::TestWithParam<ReportCase> {};

TEST_P(Reports, AreDueNext) {
    const ReportCase& wanted = GetParam();
    DutySection section = sample();
    section.phases.clear();
    section.duties[0].second.phase.clear();
    Report report;
    report.every = wanted.every;
    if (wanted.by_or_on != nullptr && wanted.every == Every::once) report.on = day(wanted.by_or_on);
    if (wanted.by_or_on != nullptr && wanted.every == Every::year) {
        const Date date = day(wanted.by_or_on);
        report.by = YearlyDay{date.month(), date.day()};
    }
    section.duties[0].second.reports = {{"progress", report}};
    const ReportDue due = owed(section, "data", wanted.asked).at(0).reports.at(0);
    EXPECT_EQ(due.basis, wanted.basis) << wanted.name;
    EXPECT_EQ(due.day ? date_text(*due.day) : "none", wanted.next == nullptr ? "none" : wanted.next) << wanted.name;
}

constexpr ReportCase report_cases[] = {
    {"yearly_before", Every::year, "2020-03-31", "2022-03-30", "2022-03-31", ReportBasis::stated},
    {"yearly_on_the_day", Every::year, "2020-03-31", "2022-03-31", "2022-03-31", ReportBasis::stated},
    {"yearly_after", Every::year, "2020-03-31", "2022-04-01", "2023-03-31", ReportBasis::stated},
    {"yearly_without_day", Every::year, nullptr, "2022-04-01", "2022-12-31", ReportBasis::period_end},
    {"first_quarter", Every::quarter, nullptr, "2022-01-01", "2022-03-31", ReportBasis::period_end},
    {"last_day_of_a_quarter", Every::quarter, nullptr, "2022-06-30", "2022-06-30", ReportBasis::period_end},
    {"day_after_a_quarter", Every::quarter, nullptr, "2022-07-01", "2022-09-30", ReportBasis::period_end},
    {"fourth_quarter", Every::quarter, nullptr, "2022-10-01", "2022-12-31", ReportBasis::period_end},
    {"first_half", Every::half_year, nullptr, "2022-06-30", "2022-06-30", ReportBasis::period_end},
    {"second_half", Every::half_year, nullptr, "2022-07-01", "2022-12-31", ReportBasis::period_end},
    {"february", Every::month, nullptr, "2024-02-01", "2024-02-29", ReportBasis::period_end},
    {"once", Every::once, "2022-06-30", "2021-12-01", "2022-06-30", ReportBasis::stated},
    {"once_without_day", Every::once, nullptr, "2021-12-01", nullptr, ReportBasis::unsaid},
    {"unsaid", Every::unsaid, nullptr, "2021-12-01", nullptr, ReportBasis::unsaid},
};

INSTANTIATE_TEST_SUITE_P(Days, Reports, testing::ValuesIn(report_cases), [](const auto& each) { return std::string(each.param.name); });

TEST(ReportDays, OfAReportThatComesOnceMayHavePassed) {
    DutySection section = sample();
    section.phases.clear();
    section.duties[0].second.phase.clear();
    Report report;
    report.every = Every::once;
    report.on = day("2022-06-30");
    section.duties[0].second.reports = {{"final", report}};
    EXPECT_FALSE(owed(section, "data", "2022-06-30").at(0).reports.at(0).passed);
    EXPECT_TRUE(owed(section, "data", "2022-07-01").at(0).reports.at(0).passed);
}

TEST(ReportDays, AfterTheTimeOfTheDutyAreMarked) {
    DutySection section = sample();
    Report report;
    report.every = Every::quarter;
    section.duties[0].second.reports = {{"progress", report}};
    section.phases[0].second.until = day("2019-12-01");
    EXPECT_FALSE(owed(section, "data", "2019-09-30").at(0).reports.at(0).after_phase);
    EXPECT_TRUE(owed(section, "data", "2019-11-30").at(0).reports.at(0).after_phase);
    section.phases[0].second.until = day("2020-01-01");
    section.duties[0].second.by = day("2019-12-31");
    EXPECT_FALSE(owed(section, "data", "2019-11-30").at(0).reports.at(0).after_phase);
    section.duties[0].second.by = day("2019-12-30");
    EXPECT_TRUE(owed(section, "data", "2019-11-30").at(0).reports.at(0).after_phase);
}

TEST(Names, AreThoseOfTheDocument) {
    EXPECT_EQ(name(Presence::no_more), "no_more");
    EXPECT_EQ(name(Presence::not_yet), "not_yet");
    EXPECT_EQ(name(Role::cooperate), "cooperate");
    EXPECT_EQ(name(PhaseState::later), "later");
    EXPECT_EQ(name(PhaseState::over), "over");
    EXPECT_EQ(name(ReportBasis::period_end), "period_end");
    EXPECT_EQ(name(Every::half_year), "half_year");
}

}  // namespace
}  // namespace biaochi
