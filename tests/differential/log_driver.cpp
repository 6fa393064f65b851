/// @file
/// Asks about a log of events through C++: `log_driver replay|next|due RULEBOOK EVENTS DAY CALENDAR json|text`.

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/biaochi.hpp"

namespace {

std::string read_file(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

biaochi::LogAnswer ask(std::string_view question, const biaochi::Ruleset& rules, const biaochi::LogInputs& inputs, biaochi::Date day,
                       biaochi::AnswerFormat format) {
    if (question == "next") return biaochi::next_in_log(rules, inputs, day, format, biaochi::Language::zh);
    if (question == "due") return biaochi::due_in_log(rules, inputs, day, format, biaochi::Language::zh);
    return biaochi::replay_log(rules, inputs, format, biaochi::Language::zh);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 7) {
        std::cerr << "log_driver replay|next|due RULEBOOK EVENTS DAY CALENDAR json|text\n";
        return 2;
    }
    const auto parsed = biaochi::parse_rulebook(read_file(argv[2]));
    const std::string events = read_file(argv[3]);
    const auto day = biaochi::parse_date(argv[4]);
    const auto calendar = biaochi::parse_calendar(read_file(argv[5]));
    if (!parsed.rulebook || !day || !calendar.calendar) return 2;
    const auto compiled = biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from);
    if (!compiled.rules) return 2;
    const std::vector<biaochi::WorkingCalendar> calendars{*calendar.calendar};
    const auto format = biaochi::answer_format(argv[6]).value();
    const biaochi::LogAnswer answer = ask(argv[1], *compiled.rules, {events, {}, {}, std::nullopt, calendars}, *day, format);
    std::cerr << biaochi::issues_json(answer.issues);
    if (!answer.document) return 1;
    std::cout << *answer.document;
    return std::cout.flush() ? 0 : 1;
}
