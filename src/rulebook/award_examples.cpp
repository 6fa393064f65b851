/// @file
/// What examples of a rulebook say of applications and of what they are awarded.

#include "rulebook/award_examples.hpp"

#include "biaochi/rulebook/incentive_section.hpp"

namespace biaochi::detail {
namespace {

/// A number, or an object with `low`, `high` or both; without `high` it is open above.
void read_amount(Context& context, const json::Value& value, const std::string& pointer, ExpectedAward& award) {
    if (value.kind != json::Kind::object) {
        award.low = award.high = read_number(context, value, pointer);
        return;
    }
    Fields fields(context, value, pointer);
    award.low = Number();
    if (const auto* low = fields.take("low")) award.low = read_number(context, *low, fields.at("low"));
    if (const auto* high = fields.take("high")) award.high = read_number(context, *high, fields.at("high"));
    award.open_above = !fields.has("high");
    fields.done();
    if (value.members.empty()) context.report(IssueCode::missing_key, pointer, {"low"});
    if (award.low && award.high && *award.low > *award.high) {
        context.report(IssueCode::range_reversed, pointer, {award.low->text(), award.high->text()});
    }
}

ExpectedAward read_award(Context& context, const json::Value& value, const std::string& pointer) {
    ExpectedAward award;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return award;
    if (const auto* status = fields.need("status")) {
        award.status = read_word<std::string>(context, *status, fields.at("status"),
                                              {{"awarded", "awarded"}, {"refused", "refused"}, {"undetermined", "undetermined"}});
    }
    if (const auto* amount = fields.take("amount")) read_amount(context, *amount, fields.at("amount"), award);
    fields.done();
    return award;
}

/// Claims have ids of the application's own: any text.
Named<Named<ExpectedAward>> read_awards(Context& context, const json::Value& value, const std::string& pointer) {
    Named<Named<ExpectedAward>> awards;
    if (!expect(context, value, json::Kind::object, pointer)) return awards;
    for (const json::Member& claim : value.members) {
        const std::string where = json::child(pointer, claim.first);
        awards.emplace_back(claim.first,
                            read_named<ExpectedAward>(context, claim.second, where, [&](const json::Value& v, const std::string& at) {
                                return read_award(context, v, at);
                            }));
    }
    return awards;
}

}  // namespace

void take_application(Context& context, Fields& fields, Example& example) {
    const auto* application = fields.take("application");
    if (application == nullptr || !expect(context, *application, json::Kind::object, fields.at("application"))) return;
    example.application = json::write(*application);
}

void take_award_expectations(Context& context, Fields& fields, Example& example) {
    if (const auto* awards = fields.take("awards")) example.awards = read_awards(context, *awards, fields.at("awards"));
    if (const auto* totals = fields.take("totals")) {
        example.totals = read_named<ExpectedAward>(context, *totals, fields.at("totals"), [&](const json::Value& v, const std::string& at) {
            ExpectedAward total;
            read_amount(context, v, at, total);
            return total;
        });
    }
}

void check_award_expectations(Context& context, const Example& example, const std::string& pointer) {
    if (example.awards.empty() && example.totals.empty()) return;
    if (example.application.empty()) context.report(IssueCode::missing_key, pointer, {"application"});
    const IncentiveSection none;
    const IncentiveSection& section = context.book.incentives ? *context.book.incentives : none;
    for (const auto& [claim, awards] : example.awards) {
        for (const auto& [id, award] : awards) {
            if (find(section.incentives, id) != nullptr) continue;
            const std::string where = json::child(json::child(pointer + "/expect/awards", claim), id);
            context.report(IssueCode::unknown_incentive, where, {id, nearest_or_all(id, names_of(section.incentives))});
        }
    }
    for (const auto& [id, total] : example.totals) {
        if (find(section.payers, id) != nullptr) continue;
        context.report(IssueCode::unknown_payer, json::child(pointer + "/expect/totals", id),
                       {id, nearest_or_all(id, names_of(section.payers))});
    }
}

}  // namespace biaochi::detail
