/// @file
/// The first example in C++: reads a rulebook, scores one record, prints its points and their reason.
///
///     score RULEBOOK.json

#include <biaochi/biaochi.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

std::string read_file(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int fail(const std::vector<biaochi::Issue>& issues) {
    for (const biaochi::Issue& issue : issues) {
        std::cerr << issue.where << ": " << biaochi::name(issue.code) << ": " << issue.message.en << '\n';
    }
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: score RULEBOOK.json\n";
        return 2;
    }
    const biaochi::ParsedRulebook parsed = biaochi::parse_rulebook(read_file(argv[1]));
    if (!parsed.rulebook) return fail(parsed.issues);

    const biaochi::Date on = *biaochi::parse_date("2020-12-31");
    const biaochi::CompiledRuleset compiled = biaochi::compile(*parsed.rulebook, on, {{"class_cuts", "hebei_2019"}});
    if (!compiled.rules) return fail(compiled.issues);
    const biaochi::Ruleset& rules = *compiled.rules;

    biaochi::Record record = biaochi::empty_record(rules);
    record.region = "合作市";
    record.cells[rules.slot("hightech_firms")] = {biaochi::Status::reported, biaochi::Number(3)};

    const biaochi::Scorecard card = biaochi::score(rules, record);
    std::cout << card.nodes[rules.node("hightech_firms")].points.low.text() << '\n';  // 17/6
    std::cout << biaochi::explain(rules, record, card, nullptr, biaochi::Language::zh, biaochi::ExplainFormat::text);
}
