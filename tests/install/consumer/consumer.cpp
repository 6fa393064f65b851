/// @file
/// Scores one record by an installed rulebook, in C++.

#include <biaochi/biaochi.hpp>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::ifstream file(argv[1]);
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    const auto book = biaochi::parse_rulebook(json);
    if (!book.rulebook) return 1;
    const auto compiled = biaochi::compile(*book.rulebook, book.rulebook->effective.from);
    if (!compiled.rules) return 1;
    const auto card = biaochi::score(*compiled.rules, biaochi::empty_record(*compiled.rules));
    const auto& total = card.nodes.front().points;
    std::cout << "C++: nothing known, " << total.low.text() << " to " << total.high.text() << " points\n";
    return total.low.text() == "0" && total.high.text() == "100" ? 0 : 1;
}
