/// @file
/// Says how the value of one figure became points: bands, standards, goalposts, a panel.

#include <algorithm>
#include <variant>

#include "biaochi/core/elementary.hpp"
#include "explain/notes.hpp"
#include "explain/shown.hpp"

namespace biaochi::detail {

namespace {

const Number& value_of(const Notes& notes) { return notes.cell(slots_of(notes.plan()).front()).value; }

/// Says a calculation and what it comes to, as the engine found it.
void say_working(Notes& notes, std::string formula) {
    const NodeOutcome& outcome = notes.outcome();
    notes.add(Topic::working, same(formula + " " + equals(outcome.raw, notes.shown())),
              {{"formula", formula}, {"low", outcome.raw.low.text()}, {"high", outcome.raw.high.text()}});
}

std::string difference(const Number& a, const Number& b) { return "(" + operand(a) + " − " + operand(b) + ")"; }

/// `base + (x − at) ÷ (end − at) × (base at end − base)`
std::string between(const Number& value, const Number& at, const Number& end, const Number& base, const Number& base_at_end) {
    return operand(base) + " + " + difference(value, at) + " ÷ " + difference(end, at) + " × " + difference(base_at_end, base);
}

// Bands.

Text range_words(const Interval& points, Phrase step, Phrase range, const std::string& where) {
    if (points.decided()) return say(step, {same(where), points_text(exact(points.low))});
    return say(range, {same(where), same(exact(points.low)), points_text(exact(points.high))});
}

void say_band(Notes& notes, const Band& row, Text words) {
    std::vector<std::pair<std::string_view, std::string>> data;
    if (row.from) data.emplace_back("from", row.from->text());
    if (row.to) data.emplace_back("to", row.to->text());
    notes.add(Topic::band, std::move(words), std::move(data));
    notes.provenance.push_back(&row.provenance);
}

void say_known_band(Notes& notes, const Bands& bands, const Band& row, const BandPoints& points) {
    const std::string where = stretch(row.from, row.to);
    if (points.at_from == points.at_to) {
        say_band(notes, row, say(Phrase::band_step, {same(where), points_text(exact(points.at_from))}));
        return;
    }
    const Interval ends{points.at_from, points.at_to};
    say_band(notes, row, range_words(ends, Phrase::band_step, Phrase::band_range, where));
    const Inside* inside = notes.read(bands.inside);
    if (inside == nullptr) return;
    if (*inside == Inside::linear && row.from && row.to) {
        say_working(notes, between(value_of(notes), *row.from, *row.to, points.at_from, points.at_to));
    } else if (*inside != Inside::linear) {
        const Phrase which = *inside == Inside::lower ? Phrase::inside_lower : Phrase::inside_upper;
        notes.add(Topic::working, say(which, {points_text(exact(notes.outcome().raw.low))}));
    }
}

void explain_bands(Notes& notes, const Bands& bands, const SegmentRule& rule) {
    if (notes.outcome().segment == no_index) {
        if (notes.outcome().cause == Cause::outside) notes.add(Topic::band, say(Phrase::outside_bands));
        return;
    }
    const Segment& segment = rule.segments[notes.outcome().segment];
    if (segment.source == no_index) return;
    const Band& row = bands.rows[segment.source];
    const BandPoints* points = notes.read(row.points);
    if (points != nullptr) {
        say_known_band(notes, bands, row, *points);
    } else {
        say_band(notes, row, range_words(segment.span, Phrase::band_open, Phrase::band_open_range, stretch(row.from, row.to)));
    }
}

// Ratios.

void explain_ratio(Notes& notes, const Ratio& ratio) {
    const Number* standard = notes.read(ratio.standard);
    if (standard == nullptr) return;
    const Number& value = value_of(notes);
    const bool higher = ratio.better == Better::higher;
    const bool reached = higher ? value >= *standard : value <= *standard;
    if (reached && !(higher && ratio.above == Beyond::extend)) {
        notes.add(Topic::band, say(higher ? Phrase::standard_reached : Phrase::standard_kept, {same(exact(value)), same(exact(*standard))}),
                  {{"standard", standard->text()}});
        return;
    }
    const std::string most = operand(notes.plan().source->points);
    say_working(notes, higher ? most + " × " + operand(value) + " ÷ " + operand(*standard)
                              : most + " × " + operand(*standard) + " ÷ " + operand(value));
}

// Efficacy coefficients.

Text standard_words(const Standard& standard) {
    return say(Phrase::standard, {standard.name, same(exact(standard.at)), same(exact(standard.coefficient))});
}

/// A line through two neighbouring standards, also beyond them.
void say_between_standards(Notes& notes, const Standard& better, const Standard& worse) {
    say_working(notes, operand(notes.plan().source->points) + " × (" +
                           between(value_of(notes), worse.at, better.at, worse.coefficient, better.coefficient) + ")");
}

void explain_efficacy(Notes& notes, const Efficacy& efficacy) {
    const std::vector<Standard>* read = notes.read(efficacy.standards);
    if (read == nullptr) return;
    const std::vector<Standard>& standards = *read;
    const Number& value = value_of(notes);
    const bool more_is_better = standards.front().at > standards.back().at;
    const auto reaches = [&](const Standard& standard) { return more_is_better ? value >= standard.at : value <= standard.at; };
    const auto reached = std::find_if(standards.begin(), standards.end(), reaches);
    if (reached == standards.begin()) {
        notes.add(Topic::band, say(Phrase::beyond_best, {standard_words(standards.front())}));
        if (efficacy.above == Beyond::extend) say_between_standards(notes, standards[0], standards[1]);
    } else if (reached == standards.end()) {
        notes.add(Topic::band, say(Phrase::beyond_worst, {standard_words(standards.back())}));
        if (efficacy.below == Beyond::extend) say_between_standards(notes, standards[standards.size() - 2], standards.back());
    } else {
        notes.add(Topic::band, say(Phrase::between_standards, {standard_words(*(reached - 1)), standard_words(*reached)}));
        say_between_standards(notes, *(reached - 1), *reached);
    }
}

// Goalposts.

void explain_goalposts(Notes& notes, const Goalposts& posts) {
    const Number* from = notes.read(posts.from);
    const Number* to = notes.read(posts.to);
    if (from == nullptr || to == nullptr) return;
    const Number& value = value_of(notes);
    const bool inside = min(*from, *to) < value && value < max(*from, *to);
    if (posts.outside == Beyond::flat && !inside) {
        const bool at_top = (*from < *to) == (value >= max(*from, *to));
        notes.add(Topic::band,
                  say(at_top ? Phrase::at_top_post : Phrase::at_zero_post, {same(exact(value)), same(exact(at_top ? *to : *from))}));
        return;
    }
    const std::string most = operand(notes.plan().source->points);
    const auto formula = [&](const std::string& x, const std::string& a, const std::string& b) {
        return most + " × (" + x + " − " + a + ") ÷ (" + b + " − " + a + ")";
    };
    if (!posts.ln) {
        say_working(notes, formula(operand(value), operand(*from), operand(*to)));
        return;
    }
    const auto log = [&](const Number& x) { return fixed_text(ln(x, *posts.ln), *posts.ln); };
    notes.add(Topic::working, same(formula("ln " + exact(value), "ln " + exact(*from), "ln " + exact(*to))));
    say_working(notes, formula(log(value), log(*from), log(*to)));
}

// Panels.

void explain_panel(Notes& notes, const Judged& panel) {
    const auto given = notes.record.given.find(slots_of(notes.plan()).front());
    if (given == notes.record.given.end() || given->second.scores.size() < 2) return;
    std::vector<Number> scores = given->second.scores;
    std::vector<Text> all;
    all.reserve(scores.size());
    for (const Number& score : scores) all.push_back(same(exact(score)));
    std::sort(scores.begin(), scores.end());
    const auto lowest = std::min(static_cast<std::size_t>(panel.drop_lowest), scores.size());
    const auto highest = std::min(static_cast<std::size_t>(panel.drop_highest), scores.size() - lowest);
    std::vector<Text> dropped_low;
    std::vector<Text> dropped_high;
    for (std::size_t i = 0; i < lowest; ++i) dropped_low.push_back(same(exact(scores[i])));
    for (std::size_t i = 0; i < highest; ++i) dropped_high.push_back(same(exact(scores[scores.size() - 1 - i])));
    Text words = say(Phrase::panel, {joined(all)});
    if (highest > 0) words = say(Phrase::panel_highest, {words, joined(dropped_high)});
    if (lowest > 0) words = say(Phrase::panel_lowest, {words, joined(dropped_low)});
    notes.add(Topic::panel, std::move(words));
    std::string sum;
    for (std::size_t i = lowest; i + highest < scores.size(); ++i) sum += (sum.empty() ? "" : " + ") + operand(scores[i]);
    const std::size_t kept = scores.size() - lowest - highest;
    if (kept > 0)
        notes.add(Topic::working,
                  same("(" + sum + ") ÷ " + std::to_string(kept) + " " + equals({value_of(notes), value_of(notes)}, notes.shown())));
}

}  // namespace

void explain_scale(Notes& notes) {
    const auto slots = slots_of(notes.plan());
    if (slots.empty() || !counts(notes, slots.front())) return;
    const Method& method = notes.plan().source->method;
    const auto* segments = std::get_if<SegmentRule>(&notes.plan().rule);
    if (const auto* bands = std::get_if<Bands>(&method)) {
        if (segments != nullptr) explain_bands(notes, *bands, *segments);
    } else if (const auto* ratio = std::get_if<Ratio>(&method)) {
        explain_ratio(notes, *ratio);
    } else if (const auto* efficacy = std::get_if<Efficacy>(&method)) {
        explain_efficacy(notes, *efficacy);
    } else if (const auto* posts = std::get_if<Goalposts>(&method)) {
        explain_goalposts(notes, *posts);
    } else if (const auto* judged = std::get_if<Judged>(&method)) {
        explain_panel(notes, *judged);
    }
}

}  // namespace biaochi::detail
