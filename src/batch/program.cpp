/// @file
/// From the score tree to steps: leaves add to the nearest buffer above them, buffers to buffers.

#include "batch/program.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "batch/edges.hpp"
#include "batch/leaf_steps.hpp"
#include "biaochi/rulebook/unit.hpp"

namespace biaochi::detail {
namespace {

constexpr int most_places = 9;

/// Intervals so many times as wide as the error of what they stand in are intervals in doubles too.
constexpr double clear_width = 8;

/// What a buffer has gathered so far.
struct Gathered {
    Bound bound;
    std::size_t terms = 0;
    std::optional<Number> denominator{Number(1)};
    std::vector<std::size_t> columns;
    double least_width = 0;  ///< the narrowest interval that may stand in it; 0: none
};

/// Where the points of a node go.
struct Goal {
    std::size_t buffer = 0;
    Number factor{1};
};

double narrower(double a, double b) { return a == 0 || b == 0 ? std::max(a, b) : std::min(a, b); }

Number units_of(int places) { return power(Number(10), static_cast<unsigned>(places)); }

/// Builds the steps of one ruleset.
class Builder {
public:
    Builder(const Ruleset& rules, bool every_node) : rules_(rules), every_node_(every_node) {}

    std::optional<Program> build() {
        if (!rules_.derived().empty() || !number_buffers()) return std::nullopt;
        // Pre-order puts parts behind their parent, so that going backwards completes them first.
        for (std::size_t i = rules_.nodes().size(); i-- > 0;) {
            if (!add_node(i)) return std::nullopt;
        }
        widen_caps();
        add_checks();
        set_cuts();
        if (!set_grid()) return std::nullopt;
        for (NodeBuffer& buffer : program_.buffers) set_settle(rules_.rulebook().shown, gathered_[buffer_of_[buffer.node]], buffer.settle);
        finish_rounds();
        program_.slots = columns_.slots();
        program_.buffer_of_node = buffer_of_;
        return std::move(program_);
    }

private:
    [[nodiscard]] const PlanNode& node(std::size_t i) const { return rules_.nodes()[i]; }

    [[nodiscard]] bool wants_buffer(std::size_t i) const {
        return i == 0 || every_node_ || node(i).source->round || (!node(i).parts.empty() && node(i).source->cap);
    }

    /// @return whether all means can be estimated, and the places shown too
    bool number_buffers() {
        const std::size_t count = rules_.nodes().size();
        buffer_of_.assign(count, no_index);
        for (std::size_t i = 0; i < count; ++i) {
            const Node& source = *node(i).source;
            const bool mean_by_roots = source.combine == Combine::geometric || source.combine == Combine::harmonic;
            if (!node(i).parts.empty() && mean_by_roots) return false;
            if (source.round && (source.round->places < 0 || source.round->places > most_places)) return false;
            if (!wants_buffer(i)) continue;
            buffer_of_[i] = program_.buffers.size();
            program_.buffers.push_back({i, {}, {}, {}});
            gathered_.emplace_back();
        }
        const int places = rules_.rulebook().shown.places;
        return places >= 0 && places <= most_places;
    }

    /// What a node is multiplied with in its parent.
    [[nodiscard]] Number factor_in_parent(std::size_t i) const {
        const PlanNode& parent = node(node(i).parent);
        if (parent.source->combine == Combine::sum) return Number(1);
        Number weights;
        for (const std::size_t part : parent.parts) weights += node(part).source->weight;
        return node(i).source->weight / weights;
    }

    /// The buffer of a node, or the nearest one above it.
    [[nodiscard]] Goal goal_of(std::size_t i) const {
        Goal goal;
        while (buffer_of_[i] == no_index) {
            goal.factor = goal.factor * factor_in_parent(i);
            i = node(i).parent;
        }
        goal.buffer = buffer_of_[i];
        return goal;
    }

    void gather(Gathered& into, const Bound& bound, const std::optional<Number>& denominator, const std::vector<std::size_t>& columns,
                double least_width) {
        into.bound.error += bound.error;
        into.bound.magnitude += bound.magnitude;
        ++into.terms;
        into.denominator = common_multiple(into.denominator, denominator);
        for (const std::size_t column : columns) {
            if (std::find(into.columns.begin(), into.columns.end(), column) == into.columns.end()) into.columns.push_back(column);
        }
        into.least_width = narrower(into.least_width, least_width);
    }

    bool add_node(std::size_t i) {
        if (node(i).parts.empty()) {
            const Goal goal = goal_of(i);
            std::optional<LeafStep> leaf = make_leaf_step(rules_, node(i), goal.factor, goal.buffer, columns_);
            if (!leaf) return false;
            gather(gathered_[goal.buffer], leaf->bound, leaf->denominator, leaf->columns, leaf->least_width);
            program_.steps.push_back(std::move(leaf->step));
        }
        return buffer_of_[i] == no_index || complete(i);
    }

    /// Settles the bound of a buffer that all parts have been added to, and adds it to the next one.
    bool complete(std::size_t i) {
        Gathered& here = gathered_[buffer_of_[i]];
        const Node& source = *node(i).source;
        // Each addition rounds off at most u of the sum of all magnitudes.
        here.bound.error = (here.bound.error + static_cast<double>(here.terms) * unit_roundoff * here.bound.magnitude) * margin;
        here.bound.magnitude *= margin;
        if (!node(i).parts.empty() && source.cap && source.combine == Combine::sum) limit(i, here);
        if (source.round) round(i, here);
        program_.buffers[buffer_of_[i]].bound = here.bound;
        program_.buffers[buffer_of_[i]].columns = here.columns;
        // Otherwise what differs exactly might be the same in doubles.
        if (here.least_width != 0 && here.least_width < clear_width * here.bound.error) return false;
        if (i != 0) pass_on(i, here);
        return true;
    }

    void limit(std::size_t i, Gathered& here) {
        const Number& most = node(i).source->points;
        here.bound.error += unit_roundoff * std::abs(most.approximate());
        program_.steps.push_back(LimitStep{{most.approximate(), 1, here.bound.error}, buffer_of_[i]});
        here.denominator = common_multiple(here.denominator, denominator_of(most));
    }

    void round(std::size_t i, Gathered& here) {
        const Rounding rule = *node(i).source->round;
        program_.steps.push_back(RoundStep{{}, here.columns, buffer_of_[i]});
        rounds_.push_back({program_.steps.size() - 1, rule, here});
        const double unit = 1 / units_of(rule.places).approximate();
        here.bound.magnitude = (here.bound.magnitude + unit) * margin;
        here.bound.error = unit_roundoff * here.bound.magnitude;
        here.denominator = common_multiple(here.denominator, denominator_of(Number(1) / (units_of(rule.places) * Number(2))));
        // Rounded ends are the same or a unit apart.
        if (here.least_width != 0) here.least_width = unit;
    }

    void pass_on(std::size_t i, const Gathered& here) {
        Goal goal = goal_of(node(i).parent);
        goal.factor = goal.factor * factor_in_parent(i);
        const double factor = goal.factor.approximate();
        const double size = std::abs(factor);
        Bound bound{here.bound.error * size * margin, here.bound.magnitude * size * margin};
        if (goal.factor != Number(1)) bound.error += 3 * unit_roundoff * bound.magnitude;
        std::optional<Number> denominator = denominator_of(goal.factor);
        if (denominator && here.denominator) denominator = common_multiple(Number(1), *denominator * *here.denominator);
        if (!here.denominator) denominator.reset();
        gather(gathered_[goal.buffer], bound, denominator, here.columns, here.least_width * size);
        program_.steps.push_back(AddStep{buffer_of_[i], factor, goal.buffer});
    }

    /// What is cut off close to its cap leaves an interval that is too narrow for the doubles of the larger sums above: it asks for the
    /// exact way where it is too narrow for any of them.
    void widen_caps() {
        std::vector<double> close(gathered_.size());
        for (std::size_t i = 0; i < close.size(); ++i) close[i] = clear_width * gathered_[i].bound.error;
        const auto widen = [](Cap& cap, double distance) { cap.error = std::max(cap.error, distance / std::abs(cap.factor)); };
        // Going backwards meets sums before their parts.
        for (std::size_t i = program_.steps.size(); i-- > 0;) {
            Step& step = program_.steps[i];
            if (const auto* add = std::get_if<AddStep>(&step)) {
                close[add->from] = std::max(close[add->from], close[add->into] / std::abs(add->factor));
            } else if (auto* counts = std::get_if<CountStep>(&step)) {
                widen(counts->cap, close[counts->into]);
            } else if (auto* options = std::get_if<OptionStep>(&step)) {
                widen(options->cap, close[options->into]);
            } else if (auto* limit = std::get_if<LimitStep>(&step)) {
                widen(limit->cap, close[limit->buffer]);
            }
        }
    }

    /// Figures that no leaf reads are checked all the same.
    void add_checks() {
        constexpr double any = 0x1p50;
        const std::vector<std::size_t> read = columns_.slots();
        for (std::size_t slot = 0; slot < rules_.slots().size(); ++slot) {
            const std::optional<FastRange> range = fast_range(rules_.slots()[slot], any);
            const bool unread = std::find(read.begin(), read.end(), slot) == read.end();
            if (unread) program_.steps.push_back(CheckStep{range.value_or(FastRange{1, 0, 0, 0, 0}), columns_.of(slot)});
            add_part(slot);
        }
    }

    void add_part(std::size_t slot) {
        const auto& facts = rules_.rulebook().facts;
        const Fact& part = facts[rules_.slots()[slot].fact].second;
        const std::size_t whole = part.part_of.empty() ? no_index : rules_.slot(part.part_of);
        if (whole == no_index) return;
        const std::string& unit = facts[rules_.slots()[whole].fact].second.unit;
        const auto factor = part.unit == unit ? std::optional(Number(1)) : conversion(rules_.rulebook().units, part.unit, unit);
        if (factor) program_.steps.push_back(PartStep{columns_.of(slot), columns_.of(whole), factor->approximate()});
    }

    void set_cuts() {
        const std::vector<ClassCut>& cuts = rules_.cuts();
        const Rulebook& book = rules_.rulebook();
        std::vector<Number> edges;
        for (const ClassCut& cut : cuts) {
            if (cut.from) edges.push_back(*cut.from);
        }
        if (!cuts.empty() && cuts.back().to) edges.push_back(*cuts.back().to);
        program_.classes.of_units = book.classes && book.classes->compare == Compare::rounded;
        double largest = 0;
        for (const Number& edge : edges) {
            const Number units = edge * units_of(book.shown.places);
            const double whole = biaochi::round(units, {0, RoundingMode::ceiling}).approximate();
            program_.cuts.push_back(program_.classes.of_units ? whole : edge.approximate());
            largest = std::max(largest, std::abs(edge.approximate()));
            grid_denominator_ = common_multiple(grid_denominator_, denominator_of(edge));
        }
        program_.classes.count = program_.cuts.size();
        const Bound& root = gathered_[0].bound;
        program_.classes.error = (root.error + 3 * unit_roundoff * (largest + root.magnitude)) * margin;
    }

    /// Finds the finest grid on which estimates are clearly nearer to one point than to the next.
    /// @return false where points are too large for whole units
    bool set_grid() {
        const Number units = units_of(rules_.rulebook().shown.places);
        double error = 0;
        double magnitude = 0;
        std::optional<Number> denominator = common_multiple(grid_denominator_, units * Number(2));
        for (const Gathered& buffer : gathered_) {
            error = std::max(error, buffer.bound.error);
            magnitude = std::max(magnitude, buffer.bound.magnitude);
            denominator = common_multiple(denominator, buffer.denominator);
        }
        for (const Rounds& rounded : rounds_) {
            error = std::max(error, rounded.before.bound.error);
            denominator = common_multiple(denominator, rounded.before.denominator);
        }
        if (magnitude * units.approximate() > 0x1p50) return false;
        constexpr double clear = 0.2;
        constexpr int finest = 6;
        for (int places = finest; denominator && places >= 0 && !program_.grid.usable; --places) {
            const Number steps = *denominator * units_of(places);
            if (error * steps.approximate() > clear || magnitude * steps.approximate() > 0x1p50) continue;
            program_.grid = {true, Number(1) / steps, steps.approximate(), units_of(places).approximate()};
        }
        program_.classes.grid_shift = program_.grid.usable ? 0.5 / program_.grid.steps : 0;
        return true;
    }

    void set_settle(Rounding rule, const Gathered& from, Settle& settle) const {
        const double scale = units_of(rule.places).approximate();
        const bool half = rule.mode == RoundingMode::half_up || rule.mode == RoundingMode::half_even;
        settle.scale = scale;
        settle.error = (from.bound.error * scale + 4 * unit_roundoff * (from.bound.magnitude * scale + 1)) * margin;
        settle.half = half ? 0.5 : 0;
        settle.up = rule.mode == RoundingMode::up || rule.mode == RoundingMode::ceiling ? 1 : 0;
        settle.up_negative = rule.mode == RoundingMode::down || rule.mode == RoundingMode::ceiling ? 1 : 0;
        settle.grid = program_.grid.usable && rule.mode == RoundingMode::half_up;
        settle.grid_shift = settle.grid ? 0.5 * scale / program_.grid.steps : 0;
        settle.grid_power = program_.grid.power;
    }

    void finish_rounds() {
        for (const Rounds& rounded : rounds_)
            set_settle(rounded.rule, rounded.before, std::get<RoundStep>(program_.steps[rounded.step]).rule);
    }

    /// A rounding whose step is completed when the grid is known.
    struct Rounds {
        std::size_t step;
        Rounding rule;
        Gathered before;
    };

    const Ruleset& rules_;
    bool every_node_;
    Program program_;
    ColumnsOfSlots columns_;
    std::vector<std::size_t> buffer_of_;  ///< by node
    std::vector<Gathered> gathered_;      ///< by buffer
    std::vector<Rounds> rounds_;
    std::optional<Number> grid_denominator_{Number(1)};
};

}  // namespace

std::optional<Program> make_program(const Ruleset& rules, bool every_node) { return Builder(rules, every_node).build(); }

}  // namespace biaochi::detail
