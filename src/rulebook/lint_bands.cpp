/// @file
/// Lint of bands: stretches without points, jumps between neighbours, points that both rise and fall.

#include <algorithm>
#include <numeric>

#include "json/value.hpp"
#include "rulebook/lint.hpp"

namespace biaochi::detail {

namespace {

/// A band in a world: its points at its lower end and just below its upper end; unknown where its open point is unread.
struct Step {
    std::size_t row = 0;
    const Band* band = nullptr;
    std::optional<BandPoints> points;

    [[nodiscard]] bool flat() const { return !points || points->at_from == points->at_to; }
};

/// One leaf with bands, and where it stands.
struct Leaf {
    const Rulebook& rulebook;
    const Node& node;
    const Bands& bands;
    const Fact* fact;
    std::string where;  ///< pointer of the list of bands

    [[nodiscard]] std::string at(std::size_t row) const { return json::child(where, row); }
    [[nodiscard]] std::string clause(std::size_t row) const {
        return clause_of({&bands.rows[row].provenance, &node.provenance, fact == nullptr ? nullptr : &fact->provenance});
    }
};

std::string end_text(const std::optional<Number>& end) { return end ? end->text() : std::string(); }

/// Rows from the lowest to the highest.
std::vector<std::size_t> ascending(const std::vector<Band>& rows) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&rows](std::size_t a, std::size_t b) {
        const auto& from_a = rows[a].from;
        const auto& from_b = rows[b].from;
        return from_b && (!from_a || *from_a < *from_b);
    });
    return order;
}

BandPoints spread(const BandPoints& points, Inside inside) {
    if (inside == Inside::linear) return points;
    const Number& all = inside == Inside::lower ? min(points.at_from, points.at_to) : max(points.at_from, points.at_to);
    return {all, all, points.range};
}

/// The bands in a world, ascending; none where it is not known how points are spread inside a band.
std::vector<Step> steps_in(const Leaf& leaf, const World& world) {
    const Inside* inside = settled(leaf.bands.inside, world);
    std::vector<Step> steps;
    for (const std::size_t row : ascending(leaf.bands.rows)) {
        const Band& band = leaf.bands.rows[row];
        Step step{row, &band, std::nullopt};
        if (const BandPoints* points = settled(band.points, world)) {
            if (inside == nullptr && points->at_from != points->at_to) return {};
            step.points = spread(*points, inside == nullptr ? Inside::linear : *inside);
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

/// Whether figures lie on both sides of an edge.
bool inside_bounds(const Number& edge, const Fact* fact) {
    if (fact == nullptr) return true;
    return (!fact->min || *fact->min < edge) && (!fact->max || *fact->max >= edge);
}

void find_jumps(const Leaf& leaf, const std::vector<Step>& steps, std::size_t world, Findings& findings) {
    if (std::all_of(steps.begin(), steps.end(), [](const Step& step) { return step.flat(); })) return;  // a table of steps, by design
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const Step& step = steps[i];
        const bool gap = !step.points;
        const std::size_t above = gap ? i + 1 : i;
        const Step& below = steps[i - 1];
        if (above == steps.size() || !below.points || !steps[above].points) continue;
        const Number& left = below.points->at_to;
        const Number& right = steps[above].points->at_from;
        const Number& edge = *steps[above].band->from;
        if (left == right || !inside_bounds(edge, leaf.fact)) continue;
        const std::string at = gap ? step.band->from->text() + "–" + edge.text() : edge.text();
        findings.add(world,
                     {IssueCode::band_jump, leaf.at(step.row), {leaf.node.id, at, left.text(), right.text(), leaf.clause(step.row)}});
    }
}

void find_turns(const Leaf& leaf, const std::vector<Step>& steps, std::size_t world, Findings& findings) {
    int direction = 0;
    const Number* last = nullptr;
    const auto move = [&](const Number& to, const Step& step, const std::optional<Number>& at) {
        const int change = last == nullptr ? 0 : (to - *last).sign();
        if (change * direction < 0) {
            findings.add(world, {IssueCode::not_monotone, leaf.at(step.row), {leaf.node.id, end_text(at), leaf.clause(step.row)}});
        }
        if (change != 0) direction = change;
        last = &to;
    };
    for (const Step& step : steps) {
        if (!step.points) continue;
        move(step.points->at_from, step, step.band->from);
        move(step.points->at_to, step, step.band->from);
    }
}

/// The reading of an open point that this rulebook adopts, as a world.
World adopted_world(const Rulebook& rulebook) {
    World world;
    for (const auto& [id, open] : rulebook.open) world[id] = open.adopted;
    return world;
}

std::string json_number(const Number& value) {
    const std::string text = value.text();
    return text.find('/') == std::string::npos ? text : "\"" + text + "\"";
}

/// The row that would close a gap: a straight line between its neighbours; empty where they do not say enough.
std::string proposed_row(const Band& gap, const BandPoints* below, const BandPoints* above) {
    if (!gap.from || !gap.to || below == nullptr || above == nullptr) return {};
    const std::string start = json_number(below->at_to);
    const std::string end = json_number(above->at_from);
    const std::string points = start == end ? start : "[" + start + ", " + end + "]";
    return "{\"from\": " + json_number(*gap.from) + ", \"to\": " + json_number(*gap.to) + ", \"points\": " + points + "}";
}

void report_open_gaps(const Leaf& leaf, std::vector<Issue>& issues) {
    const World adopted = adopted_world(leaf.rulebook);
    const std::vector<std::size_t> order = ascending(leaf.bands.rows);
    const auto points_at = [&](std::size_t place) {
        return place < order.size() ? settled(leaf.bands.rows[order[place]].points, adopted) : nullptr;
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (points_at(i) != nullptr) continue;
        const Band& gap = leaf.bands.rows[order[i]];
        const std::string row = proposed_row(gap, i == 0 ? nullptr : points_at(i - 1), points_at(i + 1));
        issues.push_back(make_issue(IssueCode::open_gap, leaf.at(order[i]),
                                    {leaf.node.id, end_text(gap.from), end_text(gap.to), gap.points.open, row, leaf.clause(order[i])}));
    }
}

}  // namespace

void lint_bands(const Rulebook& rulebook, const Node& node, const std::string& where, std::vector<Issue>& issues) {
    const auto* bands = std::get_if<Bands>(&node.method);
    if (bands == nullptr) return;
    const Leaf leaf{rulebook, node, *bands, find(rulebook.facts, node.fact), json::child(where, "bands")};
    report_open_gaps(leaf, issues);
    Findings findings(worlds_of(rulebook, open_points_of(node.method)));
    for (std::size_t world = 0; world < findings.worlds().size(); ++world) {
        const std::vector<Step> steps = steps_in(leaf, findings.worlds()[world]);
        find_jumps(leaf, steps, world, findings);
        find_turns(leaf, steps, world, findings);
    }
    findings.report(issues);
}

}  // namespace biaochi::detail
