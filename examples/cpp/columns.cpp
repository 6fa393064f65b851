/// @file
/// Columns in C++: scores three regions from spans of figures, figure by figure, and prints what became of each.
///
///     columns RULEBOOK.json

#include <array>
#include <biaochi/biaochi.hpp>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace {

constexpr std::size_t rows = 3;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

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
        std::cerr << "usage: columns RULEBOOK.json\n";
        return 2;
    }
    const biaochi::ParsedRulebook parsed = biaochi::parse_rulebook(read_file(argv[1]));
    if (!parsed.rulebook) return fail(parsed.issues);
    const biaochi::Date on = *biaochi::parse_date("2020-12-31");
    const std::map<std::string, std::string> readings{{"hightech_gap", "linear"}, {"class_cuts", "hebei_2019"}};
    const biaochi::CompiledRuleset compiled = biaochi::compile(*parsed.rulebook, on, readings);
    if (!compiled.rules) return fail(compiled.issues);
    const biaochi::Ruleset& rules = *compiled.rules;

    const std::array<std::int32_t, rows> firms{38, 3, 120};
    const std::array<double, rows> share{0.57, missing, 120};  // the second is not known, the third cannot be
    std::array<biaochi::Column, 2> columns;
    columns[0].slot = rules.slot("hightech_firms");
    columns[0].type = biaochi::CellType::int32;
    columns[0].values = firms.data();
    columns[1].slot = rules.slot("fiscal_st_share");
    columns[1].values = share.data();

    const biaochi::BatchScorer scorer(rules);
    const std::vector<biaochi::Issue> issues = scorer.check(columns, rows);
    if (!issues.empty()) return fail(issues);

    std::array<double, rows> low{};
    std::array<double, rows> high{};
    std::array<biaochi::RowStatus, rows> status{};
    biaochi::BatchRequest request;
    request.columns = columns;
    request.rows = rows;
    request.out.score.low = low.data();
    request.out.score.high = high.data();
    request.out.status = status.data();
    scorer.score(request);
    for (std::size_t row = 0; row < rows; ++row) {
        std::cout << row << ' ' << biaochi::name(status[row]) << ' ' << low[row] << ' ' << high[row] << '\n';
    }
}
