/// @file
/// Intervals and lists of words, met and joined.

#include "rulebook/possible.hpp"

#include <algorithm>
#include <array>

#include "biaochi/core/rounding.hpp"

namespace biaochi::detail {
namespace {

constexpr std::size_t most_situations = 256;

Number floor_of(const Number& value) { return round(value, {0, RoundingMode::floor}); }

/// Moves the ends of an interval of whole numbers to whole numbers.
void settle_ends(Possible& values) {
    if (!values.whole) return;
    if (values.low) {
        const Number down = floor_of(*values.low);
        const bool up = down != *values.low || !values.low_included;
        values.low = up ? down + Number(1) : down;
        values.low_included = true;
    }
    if (values.high) {
        const Number down = floor_of(*values.high);
        values.high = down == *values.high && !values.high_included ? down - Number(1) : down;
        values.high_included = true;
    }
}

bool allows(const Possible& values, const Number& number) {
    if (values.whole && !number.is_whole()) return false;
    if (values.low && (number < *values.low || (number == *values.low && !values.low_included))) return false;
    return !values.high || (number <= *values.high && (number != *values.high || values.high_included));
}

}  // namespace

Possible meet(const Possible& a, const Possible& b) {
    Possible values = a;
    if (b.low && (!a.low || *a.low < *b.low || (*a.low == *b.low && !b.low_included))) {
        values.low = b.low;
        values.low_included = b.low_included;
    }
    if (b.high && (!a.high || *b.high < *a.high || (*a.high == *b.high && !b.high_included))) {
        values.high = b.high;
        values.high_included = b.high_included;
    }
    values.whole = a.whole || b.whole;
    settle_ends(values);
    if (b.words) {
        std::set<std::string> common;
        for (const std::string& word : *b.words) {
            if (!a.words || a.words->count(word) > 0) common.insert(word);
        }
        values.words = std::move(common);
    }
    values.not_words.insert(b.not_words.begin(), b.not_words.end());
    return values;
}

bool is_empty(const Possible& values) {
    if (values.low && values.high) {
        if (*values.high < *values.low) return true;
        if (*values.low == *values.high && !(values.low_included && values.high_included)) return true;
    }
    const auto excluded = [&](const std::string& word) { return values.not_words.count(word) > 0; };
    return values.words && std::all_of(values.words->begin(), values.words->end(), excluded);
}

std::optional<Number> some_number(const Possible& values) {
    std::vector<Number> tries{Number(1), Number(0)};
    if (values.low && values.high) tries.push_back((*values.low + *values.high) / Number(2));
    if (values.high) tries.push_back(*values.high - Number(1));
    if (values.low) tries.push_back(*values.low + Number(1));
    for (const auto& end : {values.high, values.low}) {
        if (end) tries.push_back(*end);
    }
    const auto found = std::find_if(tries.rbegin(), tries.rend(), [&](const Number& each) { return allows(values, each); });
    if (found == tries.rend()) return std::nullopt;
    return *found;
}

std::optional<std::string> some_word(const Possible& values) {
    const std::set<std::string> any{"a", "b", "c"};
    for (const std::string& word : values.words ? *values.words : any) {
        if (values.not_words.count(word) == 0) return word;
    }
    return std::nullopt;
}

Situations either(Situations a, const Situations& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a.size() > most_situations ? anything() : a;
}

Situations both(const Situations& a, const Situations& b) {
    Situations result;
    for (const Situation& one : a) {
        for (const Situation& other : b) {
            Situation joined = one;
            bool possible = true;
            for (const auto& [name, values] : other) {
                const auto [place, fresh] = joined.try_emplace(name, values);
                if (!fresh) place->second = meet(place->second, values);
                possible = possible && !is_empty(place->second);
            }
            if (possible) result.push_back(std::move(joined));
            if (result.size() > most_situations) return anything();
        }
    }
    return result;
}

Truth both(const Truth& a, const Truth& b) { return {both(a.holds, b.holds), either(a.fails, b.fails)}; }

Truth either(const Truth& a, const Truth& b) { return {either(a.holds, b.holds), both(a.fails, b.fails)}; }

Truth one_of(const Truth& a, const Truth& b) { return {either(a.holds, b.holds), either(a.fails, b.fails)}; }

}  // namespace biaochi::detail
