/// @file
/// Edges of classes, exactly and as doubles.

#include "whatif/pieces.hpp"

#include <algorithm>
#include <cmath>

#include "biaochi/batch/batch.hpp"
#include "biaochi/core/rounding.hpp"

namespace biaochi::detail {
namespace {

constexpr int most_places = 15;
constexpr double most_units = 0x1p50;

/// The only class that the piece from @p from on lies in.
std::int16_t class_of(const std::vector<ClassCut>& cuts, const Number* from) {
    std::int16_t found = no_class;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const bool begins = !cuts[i].from || (from != nullptr && *cuts[i].from <= *from);
        const bool goes_on = !cuts[i].to || from == nullptr || *from < *cuts[i].to;
        if (!begins || !goes_on) continue;
        if (found != no_class) return no_class;
        found = static_cast<std::int16_t>(i);
    }
    return found;
}

Number units(int places) { return power(Number(10), static_cast<unsigned>(std::max(places, 0))); }

}  // namespace

ClassPieces make_pieces(const Ruleset& rules) {
    const Rulebook& book = rules.rulebook();
    ClassPieces pieces;
    pieces.compare_rounded = book.classes && book.classes->compare == Compare::rounded;
    for (const ClassCut& cut : rules.cuts()) {
        if (cut.from) pieces.edges.push_back(*cut.from);
        if (cut.to) pieces.edges.push_back(*cut.to);
    }
    std::sort(pieces.edges.begin(), pieces.edges.end());
    pieces.edges.erase(std::unique(pieces.edges.begin(), pieces.edges.end()), pieces.edges.end());
    const int places = std::min(book.shown.places, most_places);
    const Number scale = units(places);
    pieces.scale = scale.approximate();
    pieces.classes.push_back(class_of(rules.cuts(), nullptr));
    for (const Number& edge : pieces.edges) {
        pieces.near.push_back(edge.approximate());
        pieces.rounded.push_back(round(edge * scale, {0, RoundingMode::ceiling}).approximate());
        pieces.classes.push_back(class_of(rules.cuts(), &edge));
    }
    return pieces;
}

bool rounds_in_doubles(const Ruleset& rules, double most) noexcept {
    const int places = rules.rulebook().shown.places;
    return places >= 0 && places <= most_places && most * std::pow(10.0, places) < most_units;
}

double round_in_units(double value, RoundingMode mode) noexcept {
    switch (mode) {
        case RoundingMode::half_up:
        case RoundingMode::half_even:
            return std::floor(value + 0.5);
        case RoundingMode::down:
            return std::trunc(value);
        case RoundingMode::up:
            return value < 0 ? std::floor(value) : std::ceil(value);
        case RoundingMode::floor:
            return std::floor(value);
        case RoundingMode::ceiling:
            return std::ceil(value);
    }
    return value;
}

}  // namespace biaochi::detail
