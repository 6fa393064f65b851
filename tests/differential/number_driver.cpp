/// @file
/// Answers lines `operation operand…` on standard input with one line each, for number_oracle.py to compare.

#include <array>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "biaochi/core/elementary.hpp"
#include "biaochi/core/error.hpp"
#include "biaochi/core/number.hpp"
#include "biaochi/core/rounding.hpp"

namespace {

using biaochi::Number;
using biaochi::Rounding;

Number number(const std::string& text) { return biaochi::parse_number(text, {100000, 100000}).value(); }

/// Prints every digit that the double has, so that the oracle compares bits.
std::string double_text(double value) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

std::string binary(const std::string& operation, const Number& a, const Number& b) {
    if (operation == "add") return (a + b).text();
    if (operation == "sub") return (a - b).text();
    if (operation == "mul") return (a * b).text();
    if (operation == "div") return (a / b).text();
    return a < b ? "-1" : a == b ? "0" : "1";
}

std::string mean(const std::vector<std::string>& words, Rounding rule) {
    std::vector<Number> values;
    std::vector<Number> weights;
    for (std::size_t i = 3; i + 1 < words.size(); i += 2) {
        values.push_back(number(words[i]));
        weights.push_back(number(words[i + 1]));
    }
    return biaochi::geometric_mean(values, weights, rule).text();
}

/// operation mode places operand…
std::string rounded(const std::vector<std::string>& words) {
    const Rounding rule{std::stoi(words.at(2)), biaochi::rounding_mode(words.at(1)).value()};
    const std::string& operation = words[0];
    if (operation == "round") return biaochi::round(number(words.at(3)), rule).text();
    if (operation == "fixed") return biaochi::fixed_text(number(words.at(3)), rule);
    if (operation == "ln") return biaochi::ln(number(words.at(3)), rule).text();
    if (operation == "exp") return biaochi::exp(number(words.at(3)), rule).text();
    if (operation == "root") return biaochi::root(number(words.at(3)), static_cast<unsigned>(std::stoul(words.at(4))), rule).text();
    return mean(words, rule);
}

std::string answer(const std::vector<std::string>& words) {
    const std::string& operation = words.at(0);
    if (operation == "parse") {
        const auto parsed = biaochi::parse_number(words.size() > 1 ? words[1] : "");
        return parsed ? parsed->text() : "none";
    }
    if (operation == "double") return biaochi::number_from_double(std::strtod(words.at(1).c_str(), nullptr)).value().text();
    if (operation == "approximate") return double_text(number(words.at(1)).approximate());
    if (operation == "power") return biaochi::power(number(words.at(1)), static_cast<unsigned>(std::stoul(words.at(2)))).text();
    if (words.size() == 3) return binary(operation, number(words[1]), number(words[2]));
    return rounded(words);
}

}  // namespace

int main() {
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream stream(line);
        std::vector<std::string> words;
        for (std::string word; stream >> word;) words.push_back(word);
        try {
            std::cout << answer(words) << '\n';
        } catch (const biaochi::Error& error) {
            std::cout << "error " << static_cast<int>(error.code()) << '\n';
        }
    }
}
