/// @file
/// Any bytes as a log of events, and as saved Cases: what is read is replayed, whole and in two parts, asked what may come next and what is
/// due, without a throw; every event is accepted or refused.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/lifecycle/due.hpp"
#include "biaochi/lifecycle/read.hpp"
#include "biaochi/rulebook/calendar_file.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace {

using namespace biaochi;

std::string file(const std::string& path) {
    std::ifstream in(BIAOCHI_ROOT + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Ruleset compiled(const std::string& path) {
    const ParsedRulebook parsed = parse_rulebook(file(path));
    if (!parsed.rulebook) std::abort();
    return compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value();
}

void ask(const Ruleset& rules, const std::vector<Case>& cases, const std::vector<WorkingCalendar>& calendars) {
    for (const Case& each : cases) {
        if (each.history.empty()) continue;
        (void)next(rules, each, each.history.back().date, {}, calendars);
        (void)due(rules, each, each.history.back().date, calendars);
    }
}

void live(const Ruleset& rules, std::string_view text, const std::vector<WorkingCalendar>& calendars) {
    const ReadEvents read = read_events(rules, text);
    if (has_errors(read.issues)) return;
    const Replayed whole = replay(rules, read.events, {}, {}, calendars);
    std::size_t told = whole.refusals.size();
    for (const Case& each : whole.cases) told += each.history.size();
    if (told != read.events.size()) std::abort();
    const auto cut = read.events.begin() + static_cast<std::ptrdiff_t>(read.events.size() / 2);
    Replayed first = replay(rules, {read.events.begin(), cut}, {}, {}, calendars);
    const Replayed rest = replay(rules, {cut, read.events.end()}, {}, std::move(first.cases), calendars);
    if (rest.cases != whole.cases) std::abort();
    ask(rules, whole.cases, calendars);
}

void go_on(const Ruleset& rules, std::string_view text, const std::vector<WorkingCalendar>& calendars) {
    const ReadCases read = read_cases(rules, text);
    if (has_errors(read.issues)) return;
    ask(rules, read.cases, calendars);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<Ruleset> books = {compiled("/tests/rulebooks/good/lifecycle.json"),
                                               compiled("/tests/rulebooks/good/not_before.json")};
    static const std::vector<WorkingCalendar> calendars = {parse_calendar(file("/rulebooks/calendars/cn.json")).calendar.value()};
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const Ruleset& rules : books) {
        live(rules, text, calendars);
        go_on(rules, text, calendars);
    }
    return 0;
}
