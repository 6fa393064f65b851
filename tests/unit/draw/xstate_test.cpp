/// @file
/// Tests of the export to XState: its shape. tests/xstate lets XState itself run it.

#include "biaochi/draw/xstate.hpp"

#include "json/value.hpp"
#include "support.hpp"

namespace biaochi {
namespace {

json::Value machine(const Rulebook& book) {
    const json::Parsed parsed = json::parse(xstate_machine(book));
    EXPECT_TRUE(parsed.issues.empty());
    return parsed.value.value();
}

/// The value at a path of keys and indices.
const json::Value& at(const json::Value& value, const std::vector<std::string>& path) {
    const json::Value* now = &value;
    for (const std::string& key : path) {
        const json::Value* next = now->kind == json::Kind::list ? &now->items.at(std::stoul(key)) : now->find(key);
        if (next == nullptr) throw std::runtime_error("no " + key);
        now = next;
    }
    return *now;
}

std::string text_at(const json::Value& value, const std::vector<std::string>& path) { return at(value, path).text; }

TEST(Xstate, BeginsBeforeTheFirstEventWithTheInitialValuesAsEffects) {
    const json::Value root = machine(support::lifecycle_book());
    EXPECT_EQ(text_at(root, {"id"}), "lifecycle");
    EXPECT_EQ(text_at(root, {"initial"}), "$begin");
    const json::Value& first = at(root, {"states", "$begin", "on", "apply", "0"});
    EXPECT_EQ(text_at(first, {"target"}), "applied");
    EXPECT_EQ(text_at(first, {"actions", "0", "type"}), "set");
    EXPECT_EQ(json::write(at(first, {"actions", "0", "params", "fields"})), R"({"reports":"0","falls":"0","posted_on":"null"})");
}

TEST(Xstate, NamesGuardsByTheirPlaceAndStopsWhereOneIsUndecided) {
    const json::Value root = machine(support::lifecycle_book());
    const json::Value& review = at(root, {"states", "applied", "on", "review"});
    ASSERT_EQ(review.items.size(), 3U);
    EXPECT_EQ(text_at(review, {"0", "guard", "type"}), "applied.review.0");
    EXPECT_EQ(text_at(review, {"0", "guard", "params", "if"}), "event.result = \"pass\" and event.points >= 60");
    EXPECT_EQ(text_at(review, {"1", "guard", "type"}), "undecided");
    EXPECT_EQ(text_at(review, {"1", "guard", "params", "guard"}), "applied.review.0");
    EXPECT_EQ(review.items[1].find("target"), nullptr);
    EXPECT_EQ(text_at(review, {"2", "guard", "type"}), "applied.review.1");
    EXPECT_EQ(text_at(review, {"2", "meta", "else", "en"}), "a pass needs 60 points");
}

TEST(Xstate, KeepsWhatHasNoTargetWhereItIsAndMarksFinalStates) {
    const json::Value root = machine(support::lifecycle_book());
    const json::Value& report = at(root, {"states", "building", "on", "report", "0"});
    EXPECT_EQ(report.find("target"), nullptr);
    EXPECT_EQ(text_at(report, {"actions", "0", "params", "fields", "reports"}), "reports + 1");
    EXPECT_EQ(text_at(root, {"states", "revoked", "type"}), "final");
    EXPECT_EQ(at(root, {"states", "building"}).find("type"), nullptr);
}

TEST(Xstate, TellsDeadlinesAsTheRulebookDoes) {
    const json::Value root = machine(support::lifecycle_book());
    const json::Value& notice = at(root, {"states", "posted", "meta", "deadlines", "notice_ends"});
    EXPECT_EQ(text_at(notice, {"working_days"}), "5");
    EXPECT_EQ(json::write(at(notice, {"start"})), R"({"open":"first_day","readings":{"next":"next_day","same":"same_day"}})");
    EXPECT_EQ(text_at(notice, {"cite", "clause"}), "art. 3");
    EXPECT_EQ(text_at(root, {"states", "building", "meta", "deadlines", "yearly_report", "each_year"}), "03-31");
    EXPECT_EQ(text_at(root, {"states", "building", "meta", "deadlines", "period_ends", "rounding"}), "last_day");
}

TEST(Xstate, NamesAConditionByItsIdAndAChoiceByItsPlace) {
    Rulebook book = support::lifecycle_book();
    book.conditions.emplace_back("fit", Condition{});
    auto& transitions = book.lifecycle->states[0].second.on[0].second;
    transitions[0].guard = Choice<std::string>("fit");
    transitions[1].guard.open = "first_day";
    transitions[1].guard.by = {{"next", "fit"}, {"same", "true"}};
    const json::Value root = machine(book);
    const json::Value& review = at(root, {"states", "applied", "on", "review"});
    EXPECT_EQ(text_at(review, {"0", "guard", "type"}), "fit");
    EXPECT_EQ(text_at(review, {"2", "guard", "type"}), "applied.review.1");
    EXPECT_EQ(text_at(review, {"2", "guard", "params", "if", "readings", "same"}), "true");
}

TEST(Xstate, MakesOneGuardOfAGuardAndAFirstDay) {
    const json::Value root = machine(support::lifecycle_book("not_before"));
    const json::Value& guard = at(root, {"states", "posted", "on", "publish", "0", "guard"});
    EXPECT_EQ(text_at(guard, {"type"}), "posted.publish.0");
    EXPECT_EQ(text_at(guard, {"params", "if"}), "event.objections = 0");
    EXPECT_EQ(text_at(guard, {"params", "not_before", "from"}), "entered");
    EXPECT_EQ(text_at(guard, {"params", "not_before", "working_days"}), "5");
    EXPECT_EQ(text_at(guard, {"params", "not_before", "cite", "clause"}), "art. 1");
}

TEST(Xstate, CarriesHostileNamesUnharmed) {
    const json::Value root = machine(support::hostile_book());
    EXPECT_EQ(text_at(root, {"meta", "title", "zh"}), support::hostile);
    EXPECT_EQ(text_at(root, {"states", "applied", "on", "review", "0", "guard", "params", "if"}), support::hostile);
}

}  // namespace
}  // namespace biaochi
