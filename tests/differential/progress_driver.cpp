/// @file
/// Asks for progress with targets through C++: `progress_driver RULEBOOK RECORDS DAY json|text`.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "biaochi/biaochi.hpp"

namespace {

std::string read_file(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        std::cerr << "progress_driver RULEBOOK RECORDS DAY json|text\n";
        return 2;
    }
    const auto parsed = biaochi::parse_rulebook(read_file(argv[1]));
    const auto day = biaochi::parse_date(argv[3]);
    if (!parsed.rulebook || !day) return 2;
    const auto compiled = biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from);
    if (!compiled.rules) return 2;
    const auto format = std::string_view(argv[4]) == "json" ? biaochi::AnswerFormat::json : biaochi::AnswerFormat::text;
    const auto answer = biaochi::progress_of_table(*compiled.rules, read_file(argv[2]), {*day, {}, {}}, format, biaochi::Language::zh);
    std::cerr << biaochi::issues_json(answer.issues);
    if (!answer.document) return 1;
    std::cout << *answer.document;
    return std::cout.flush() ? 0 : 1;
}
