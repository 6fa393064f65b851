/// @file
/// Makes the log.

#include "log_sample.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "biaochi/rulebook/parse.hpp"

namespace sample {

using namespace biaochi;

namespace {

/// The way of one county; the second monitoring is the second fall in a row.
constexpr std::array<std::string_view, events_of_a_county> path{
    R"("date": "2023-09-01", "event": "apply")",
    R"("date": "2023-09-15", "event": "review", "data": {"result": "pass", "points": 72})",
    R"("date": "2023-09-27", "event": "post")",
    R"("date": "2023-10-11", "event": "approve")",
    R"("date": "2024-03-20", "event": "report", "data": {"year": 2023}, "evidence": "letter 12")",
    R"("date": "2025-03-20", "event": "report", "data": {"year": 2024}, "evidence": "letter 13")",
    R"("date": "2025-10-08", "event": "accept", "data": {"passed": true})",
    R"("date": "2026-11-01", "event": "monitor", "data": {"fell": true})",
    R"("date": "2027-11-01", "event": "monitor", "data": {"fell": true})",
    R"("date": "2027-12-01", "event": "revoke")"};

}  // namespace

const Ruleset& lifecycle_rules() {
    static const Ruleset ruleset = [] {
        std::ifstream file(BIAOCHI_ROOT "/tests/rulebooks/good/lifecycle.json", std::ios::binary);
        const auto parsed = parse_rulebook(std::string(std::istreambuf_iterator<char>(file), {}));
        if (!parsed.rulebook) throw std::runtime_error("the rulebook is not valid");
        return compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value();
    }();
    return ruleset;
}

std::string log_of(std::size_t counties) {
    std::string log;
    for (const std::string_view event : path) {
        for (std::size_t i = 0; i < counties; ++i) log += "{\"case\": \"county " + std::to_string(i) + "\", " + std::string(event) + "}\n";
    }
    return log;
}

bool is_right(const Replayed& replayed, std::size_t counties) {
    if (replayed.cases.size() != counties || !replayed.refusals.empty()) return false;
    for (const Case& each : replayed.cases) {
        if (lifecycle_rules().rulebook().lifecycle->states[each.state].first != "revoked" || each.history.size() != path.size())
            return false;
        if (each.fields[0].number() != Number(2) || each.fields[1].number() != Number(2)) return false;
    }
    return true;
}

}  // namespace sample
