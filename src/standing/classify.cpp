/// @file
/// Which classes a score may fall in.

#include "biaochi/core/rounding.hpp"
#include "biaochi/standing/standing.hpp"

namespace biaochi {

namespace {

bool may_fall_in(const ClassCut& cut, const Interval& score) {
    const bool reaches_it = !cut.from || *cut.from <= score.high;
    const bool leaves_room = !cut.to || score.low < *cut.to;
    return reaches_it && leaves_room;
}

}  // namespace

std::vector<std::size_t> classify(const Ruleset& rules, const Interval& score) {
    const auto& cuts = rules.cuts();
    const auto& book = rules.rulebook();
    Interval compared = score;
    if (book.classes && book.classes->compare == Compare::rounded) {
        compared = {round(score.low, book.shown), round(score.high, book.shown)};
    }
    std::vector<std::size_t> possible;
    for (std::size_t i = cuts.size(); i-- > 0;) {
        if (may_fall_in(cuts[i], compared)) possible.push_back(i);
    }
    return possible;
}

}  // namespace biaochi
