/// @file
/// Says how parts were put together, and what happened between the raw points and the points.

#include "explain/notes.hpp"
#include "explain/shown.hpp"

namespace biaochi::detail {

namespace {

/// The parts that take part in the node's points.
std::vector<std::size_t> present_parts(const Notes& notes) {
    std::vector<std::size_t> present;
    for (const std::size_t part : notes.plan().parts) {
        if (notes.card.nodes[part].state == NodeState::scored) present.push_back(part);
    }
    return present;
}

std::string added(const Notes& notes, const std::vector<std::size_t>& parts) {
    std::string text;
    for (const std::size_t part : parts) text += (text.empty() ? "" : " + ") + operand(notes.card.nodes[part].points);
    return text;
}

const Number& weight(const Notes& notes, std::size_t part) { return notes.rules.nodes()[part].source->weight; }

Number total_weight(const Notes& notes, const std::vector<std::size_t>& parts) {
    Number total;
    for (const std::size_t part : parts) total += weight(notes, part);
    return total;
}

bool equal_weights(const Notes& notes, const std::vector<std::size_t>& parts) {
    for (const std::size_t part : parts) {
        if (weight(notes, part) != Number(1)) return false;
    }
    return true;
}

std::string arithmetic(const Notes& notes, const std::vector<std::size_t>& parts) {
    const bool plain = equal_weights(notes, parts);
    std::string text;
    for (const std::size_t part : parts) {
        text += text.empty() ? "(" : " + ";
        text += operand(notes.card.nodes[part].points) + (plain ? "" : " × " + operand(weight(notes, part)));
    }
    return text + ") ÷ " + operand(total_weight(notes, parts));
}

std::string geometric(const Notes& notes, const std::vector<std::size_t>& parts) {
    std::string text;
    for (const std::size_t part : parts) {
        text += text.empty() ? "(" : " × ";
        text += operand(notes.card.nodes[part].points);
        if (weight(notes, part) != Number(1)) text += "^" + operand(weight(notes, part));
    }
    return text + ")^(1/" + operand(total_weight(notes, parts)) + ")";
}

std::string harmonic(const Notes& notes, const std::vector<std::size_t>& parts) {
    std::string text = operand(total_weight(notes, parts)) + " ÷ (";
    bool first = true;
    for (const std::size_t part : parts) {
        text += (first ? "" : " + ") + operand(weight(notes, part)) + " ÷ " + operand(notes.card.nodes[part].points);
        first = false;
    }
    return text + ")";
}

Phrase phrase(Combine combine) {
    switch (combine) {
        case Combine::arithmetic:
            return Phrase::mean;
        case Combine::geometric:
            return Phrase::geometric;
        case Combine::harmonic:
            return Phrase::harmonic;
        default:
            return Phrase::added;
    }
}

std::string formula(const Notes& notes, const std::vector<std::size_t>& parts) {
    switch (notes.plan().source->combine) {
        case Combine::arithmetic:
            return arithmetic(notes, parts);
        case Combine::geometric:
            return geometric(notes, parts);
        case Combine::harmonic:
            return harmonic(notes, parts);
        default:
            return added(notes, parts);
    }
}

Phrase phrase(RoundingMode mode) {
    switch (mode) {
        case RoundingMode::half_even:
            return Phrase::half_even;
        case RoundingMode::down:
            return Phrase::down;
        case RoundingMode::up:
            return Phrase::up;
        case RoundingMode::floor:
            return Phrase::floor;
        case RoundingMode::ceiling:
            return Phrase::ceiling;
        default:
            return Phrase::half_up;
    }
}

Text rounding_words(const Rounding& rule) { return say(Phrase::rounded, {say(phrase(rule.mode)), same(std::to_string(rule.places))}); }

std::vector<std::pair<std::string_view, std::string>> ends(const Interval& value) {
    return {{"low", value.low.text()}, {"high", value.high.text()}};
}

void say_left_out(Notes& notes) {
    const Node& node = *notes.plan().source;
    const NodeOutcome& outcome = notes.outcome();
    if (outcome.present >= Number(1)) return;
    const std::string share = exact(outcome.present);
    if (outcome.present < node.coverage) {
        notes.add(Topic::rescaled, say(Phrase::below_coverage, {same(share), same(exact(node.coverage))}),
                  {{"present", outcome.present.text()}});
    } else if (node.combine == Combine::sum && outcome.present.sign() > 0) {
        const Interval rescaled{outcome.raw.low / outcome.present, outcome.raw.high / outcome.present};
        const std::string sum = operand(outcome.raw) + " ÷ " + (share.find('/') == std::string::npos ? share : "(" + share + ")") + " " +
                                equals(rescaled, notes.shown());
        notes.add(Topic::rescaled, say(Phrase::counted_share_added, {same(share), same(sum)}), {{"present", outcome.present.text()}});
    } else {
        notes.add(Topic::rescaled, say(Phrase::counted_share, {same(share)}), {{"present", outcome.present.text()}});
    }
}

/// The sum of what was counted or chosen, where there is more than one line.
void say_sum_of_lines(Notes& notes) {
    std::size_t lines = 0;
    for (const Statement& statement : notes.statements)
        lines += statement.topic == Topic::count || statement.topic == Topic::option ? 1 : 0;
    const Interval& raw = notes.outcome().raw;
    if (lines > 1 && raw.decided() && notes.outcome().cause == Cause::value)
        notes.add(Topic::combined, say(Phrase::sum, {same(spelled(raw, notes.shown()))}), ends(raw));
}

}  // namespace

void explain_parts(Notes& notes) {
    if (notes.plan().parts.empty()) {
        say_sum_of_lines(notes);
        return;
    }
    for (const std::size_t part : notes.plan().parts) {
        if (notes.card.nodes[part].state != NodeState::refused) continue;
        notes.add(Topic::open, say(Phrase::refused_by_part, {node_name(notes.rules, part)}),
                  {{"part", notes.rules.nodes()[part].source->id}});
    }
    const auto parts = present_parts(notes);
    if (notes.outcome().state != NodeState::scored || parts.empty()) return;
    const Interval& raw = notes.outcome().raw;
    const Text words = same(formula(notes, parts) + " " + equals(raw, notes.shown()));
    const Node& node = *notes.plan().source;
    notes.add(Topic::combined, say(phrase(node.combine), {words}), ends(raw));
    if (node.precision) notes.add(Topic::rounding, rounding_words(*node.precision));
    say_left_out(notes);
}

void explain_end(Notes& notes) {
    const NodeOutcome& outcome = notes.outcome();
    const Node& node = *notes.plan().source;
    if (outcome.state != NodeState::scored) return;
    if (outcome.capped) {
        const bool all_known = outcome.raw.decided() && outcome.cause != Cause::capped;
        const Text sum = same(spelled({outcome.raw.low, outcome.raw.low}, notes.shown()));
        notes.add(Topic::cap, say(all_known ? Phrase::capped : Phrase::capped_at_least, {sum, same(exact(node.points))}),
                  {{"low", outcome.raw.low.text()}, {"cap", node.points.text()}});
    }
    if (outcome.rounded && node.round) {
        notes.add(Topic::rounding, say(Phrase::rounded_to, {rounding_words(*node.round), same(spelled(outcome.points, notes.shown()))}),
                  ends(outcome.points));
    }
    if (!notes.plan().parts.empty()) return;
    if (!outcome.points.decided()) {
        notes.add(Topic::open, say(Phrase::could_be, {same(exact(outcome.points.low)), points_text(exact(outcome.points.high))}),
                  ends(outcome.points));
    } else if (outcome.cause == Cause::capped) {
        notes.add(Topic::open, say(Phrase::settled_all_the_same));
    }
}

}  // namespace biaochi::detail
