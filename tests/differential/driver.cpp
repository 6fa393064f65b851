/// @file
/// Scores a file of records in several threads that share one ruleset: `driver THREADS RULEBOOK RECORDS [open=reading …]`.
///
/// Every thread scores the whole table; the results are written once, and only when all are the same bytes.

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "biaochi/biaochi.hpp"

namespace {

std::optional<std::string> read_file(const char* path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::map<std::string, std::string> readings_of(int count, char** words) {
    std::map<std::string, std::string> readings;
    for (int i = 0; i < count; ++i) {
        const std::string word = words[i];
        const std::size_t equals = word.find('=');
        if (equals != std::string::npos) readings[word.substr(0, equals)] = word.substr(equals + 1);
    }
    return readings;
}

int refuse(const std::vector<biaochi::Issue>& issues) {
    std::cerr << biaochi::issues_json(issues);
    return 1;
}

/// Scores the table once in each of @p count threads.
std::vector<biaochi::ScoredTable> score_in_threads(const biaochi::Ruleset& rules, const std::string& records, std::size_t count) {
    std::vector<biaochi::ScoredTable> tables(count);
    std::vector<std::thread> threads;
    for (biaochi::ScoredTable& table : tables) {
        threads.emplace_back([&rules, &records, &table] { table = biaochi::score_table(rules, records); });
    }
    for (std::thread& thread : threads) thread.join();
    return tables;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4 || std::atoi(argv[1]) < 1) {
        std::cerr << "driver THREADS RULEBOOK RECORDS [open=reading ...]\n";
        return 2;
    }
    const auto rulebook = read_file(argv[2]);
    const auto records = read_file(argv[3]);
    if (!rulebook || !records) {
        std::cerr << "cannot read a file\n";
        return 2;
    }
    const biaochi::ParsedRulebook parsed = biaochi::parse_rulebook(*rulebook);
    if (!parsed.rulebook) return refuse(parsed.issues);
    const auto compiled = biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from, readings_of(argc - 4, argv + 4));
    if (!compiled.rules) return refuse(compiled.issues);
    const auto tables = score_in_threads(*compiled.rules, *records, static_cast<std::size_t>(std::atoi(argv[1])));
    for (const biaochi::ScoredTable& table : tables) {
        if (!table.json) return refuse(table.issues);
        if (*table.json != *tables.front().json) {
            std::cerr << "two threads disagree\n";
            return 1;
        }
    }
    std::cout << *tables.front().json;
    return std::cout.flush() ? 0 : 1;
}
