/// @file
/// The one source of the vector code, compiled once a width: BIAOCHI_LANES doubles a vector, BIAOCHI_KERNEL the name of the table.
/// It uses the vectors of GCC and Clang, and nothing of the standard library, so that no code for a newer machine leaks elsewhere.

#include "batch/kernel.hpp"

namespace biaochi::detail {
namespace {

constexpr std::size_t lanes = BIAOCHI_LANES;

// What the two compilers call a vector.
using Vector = double __attribute__((vector_size(lanes * sizeof(double))));
using Mask = long long __attribute__((vector_size(lanes * sizeof(double))));

/// The caller's doubles are aligned as doubles are, not as vectors; both compilers make one instruction of this.
inline Vector load(const double* from) {
    Vector value;
    __builtin_memcpy(&value, from, sizeof value);
    return value;
}
inline void store(double* to, Vector value) { __builtin_memcpy(to, &value, sizeof value); }
inline Vector all(double value) { return value - Vector{}; }
inline Vector pick(Mask mask, Vector yes, Vector no) { return mask ? yes : no; }

constexpr double not_known = __builtin_nan("");

inline Vector least_of(Vector a, Vector b) { return pick(a < b, a, b); }
/// The greater; @p a where either is NaN.
inline Vector most_of(Vector a, Vector b) { return pick(a < b, b, a); }

/// The nearest whole number of |x| < 2^51: adding 1.5 × 2^52 leaves no room for a fraction.
inline Vector nearest(Vector x) {
    constexpr double magic = 6755399441055744.0;
    return (x + magic) - magic;
}

inline Vector floor_of(Vector x) {
    const Vector near = nearest(x);
    return near - pick(near > x, all(1), all(0));
}

inline bool any(Mask mask) {
    long long bits = 0;
    for (std::size_t i = 0; i < lanes; ++i) bits |= mask[i];
    return bits != 0;
}

inline double sum_of(Vector x) {
    double sum = 0;
    for (std::size_t i = 0; i < lanes; ++i) sum += x[i];
    return sum;
}

/// NaN in the lanes that are in the range; missing ones are for the caller.
inline Mask outside(const FastRange& range, Vector x) {
    const Mask inside = (x >= range.least) & (x <= range.most);
    const Mask broken = (nearest(x) != x) & (all(range.whole) != 0.0);
    return ~inside | broken;
}

template <bool wide>
void add_pieces(const Pieces& rule, const double* x, std::size_t n, double* low, double* high) {
    const std::size_t count = rule.count;
    for (std::size_t i = 0; i < n; i += lanes) {
        const Vector value = load(x + i);
        Vector at = all(rule.at[0]);
        Vector slope = all(rule.slope[0]);
        Vector width = all(wide ? rule.width[0] : 0);
        for (std::size_t k = 1; k < count; ++k) {
            const Mask reached = value >= rule.from[k];
            at = pick(reached, all(rule.at[k]), at);
            slope = pick(reached, all(rule.slope[k]), slope);
            if (wide) width = pick(reached, all(rule.width[k]), width);
        }
        const Mask missing = value != value;
        Vector points = pick(outside(rule.range, value), all(not_known), at + slope * value);
        const Vector least = pick(missing, all(rule.range.missing_low), points);
        if (wide) points += width;
        const Vector most = pick(missing, all(rule.range.missing_high), points);
        store(low + i, load(low + i) + least);
        store(high + i, load(high + i) + most);
    }
}

inline Mask bits_of(Vector x) { return __builtin_bit_cast(Mask, x); }
inline Vector from_bits(Mask bits) { return __builtin_bit_cast(Vector, bits); }

/// A number that changes where edges are reached: chosen by masks where the machine has them, otherwise by the bits that differ, since
/// machines without masks choose slowly.
template <std::size_t count>
class Stair {
public:
    explicit Stair(const double* of) {
        for (std::size_t k = 0; k < count; ++k)
            step_[k] = by_bits && k > 0 ? from_bits(bits_of(all(of[k])) ^ bits_of(all(of[k - 1]))) : all(of[k]);
    }
    [[nodiscard]] Vector first() const { return step_[0]; }
    [[nodiscard]] Vector climb(Vector from, Mask reached, std::size_t k) const {
        if (by_bits) return from_bits(bits_of(from) ^ (reached & bits_of(step_[k])));
        return pick(reached, step_[k], from);
    }

private:
    static constexpr bool by_bits = lanes < 8;
    Vector step_[count];
};

/// The same with the table in registers.
template <std::size_t count, bool whole>
void add_few_pieces(const Pieces& rule, const double* x, std::size_t n, double* low, double* high) {
    const Stair<count> at(rule.at);
    const Stair<count> slope(rule.slope);
    Vector from[count];
    for (std::size_t k = 0; k < count; ++k) from[k] = all(rule.from[k]);
    const Vector first = all(rule.range.least);
    const Vector last = all(rule.range.most);
    // Where a figure is missing the points are all ones, one of the bit patterns of NaN.
    const Mask missing_low = ~bits_of(all(rule.range.missing_low));
    const Mask missing_high = ~bits_of(all(rule.range.missing_high));
    for (std::size_t i = 0; i < n; i += lanes) {
        const Vector value = load(x + i);
        Vector a = at.first();
        Vector b = slope.first();
        for (std::size_t k = 1; k < count; ++k) {
            const Mask reached = value >= from[k];
            a = at.climb(a, reached, k);
            b = slope.climb(b, reached, k);
        }
        Mask inside = (value >= first) & (value <= last);
        if (whole) inside &= nearest(value) == value;
        const Mask missing = value != value;
        const Mask points = bits_of(a + b * value) | ~inside;
        store(low + i, load(low + i) + from_bits(points ^ (missing & missing_low)));
        store(high + i, load(high + i) + from_bits(points ^ (missing & missing_high)));
    }
}

template <std::size_t count>
void add_few(const Pieces& rule, const double* x, std::size_t n, double* low, double* high) {
    if (rule.range.whole != 0) return add_few_pieces<count, true>(rule, x, n, low, high);
    add_few_pieces<count, false>(rule, x, n, low, high);
}

void pieces(const Pieces& rule, const double* x, std::size_t n, double* low, double* high) {
    if (rule.wide) return add_pieces<true>(rule, x, n, low, high);
    switch (rule.count) {
        case 1:
            return add_few<1>(rule, x, n, low, high);
        case 2:
            return add_few<2>(rule, x, n, low, high);
        case 3:
            return add_few<3>(rule, x, n, low, high);
        case 4:
            return add_few<4>(rule, x, n, low, high);
        case 5:
            return add_few<5>(rule, x, n, low, high);
        case 6:
            return add_few<6>(rule, x, n, low, high);
        default:
            return add_pieces<false>(rule, x, n, low, high);
    }
}

void inverse(const Inverse& rule, const double* x, std::size_t n, double* low, double* high) {
    for (std::size_t i = 0; i < n; i += lanes) {
        const Vector value = load(x + i);
        const Vector falling = rule.product / value;
        const Vector known = pick(value <= rule.standard, all(rule.points), falling);
        const Vector points = pick(outside(rule.range, value), all(not_known), known);
        const Mask missing = value != value;
        store(low + i, load(low + i) + pick(missing, all(rule.range.missing_low), points));
        store(high + i, load(high + i) + pick(missing, all(rule.range.missing_high), points));
    }
}

/// Cuts both ends off at the cap. Where the lower end is too close to it to tell whether an interval is left, it is not known.
inline void cut_off(Vector& least, Vector& most, const Cap& cap) {
    const Vector distance = least - cap.most;
    const Mask close = (distance < cap.error) & (distance > -cap.error) & (most > least);
    least = pick(least > cap.most, all(cap.most), least);
    most = pick(most > cap.most, all(cap.most), most);
    least = pick(close, all(not_known), least);
}

inline void add_capped(Vector least, Vector most, const Cap& cap, double* low, double* high) {
    cut_off(least, most, cap);
    store(low, load(low) + least * cap.factor);
    store(high, load(high) + most * cap.factor);
}

void counts(const Count* lines, std::size_t count, const double* const* x, const Cap& cap, std::size_t n, double* low, double* high) {
    for (std::size_t i = 0; i < n; i += lanes) {
        Vector sum = all(0);
        Vector spread = all(0);
        Vector open_end = all(0);  // 1: a count has no upper end
        for (std::size_t k = 0; k < count; ++k) {
            const Count& line = lines[k];
            const Vector value = load(x[k] + i);
            const Mask missing = value != value;
            const Mask wrong = outside(line.range, value) & ~missing;
            const Vector fewest = least_of(value, all(line.at_most_least));
            const Vector least = fewest * line.points;
            // The difference first: that of products, fused, is not 0 where counts are the same.
            const Vector open = (least_of(value, all(line.at_most_most)) - fewest) * line.points;
            sum += pick(missing, all(line.range.missing_low), pick(wrong, all(not_known), least));
            spread += pick(missing, all(line.range.missing_high - line.range.missing_low), open);
            if (line.unlimited) open_end = pick(missing, all(1), open_end);
        }
        const Vector upper = sum + spread;
        add_capped(sum, pick((open_end != 0.0) & (upper < cap.most), all(cap.most), upper), cap, low + i, high + i);
    }
}

void options(const OptionSet* sets, std::size_t count, const double* const* x, const Cap& cap, std::size_t n, double* low, double* high) {
    for (std::size_t i = 0; i < n; i += lanes) {
        Vector least = all(0);
        Vector greatest = all(0);
        const double* const* column = x;
        for (std::size_t s = 0; s < count; ++s) {
            const OptionSet& set = sets[s];
            Vector held = all(0);
            Vector sum = all(0);  // of those that hold
            Vector best = all(0);
            Vector one_low = all(0);
            Vector one_high = all(0);
            Vector any_low = all(0);
            Vector any_high = all(0);
            for (std::size_t k = 0; k < set.count; ++k, ++column) {
                const Vector value = load(*column + i);
                const double points = set.points[k];
                const Mask holds = value == 1.0;
                const Mask missing = value != value;
                const Mask wrong = ~(holds | missing | (value == 0.0));
                if (set.missing_exact) sum = pick(missing, all(not_known), sum);
                sum = pick(wrong, all(not_known), sum);
                best = pick(holds & ((held == 0.0) | (best < points)), all(points), best);
                held += pick(holds, all(1), all(0));
                sum += pick(holds, all(points), all(0));
                if (set.missing_zero) continue;
                one_low = pick(missing & (one_low > points), all(points), one_low);
                one_high = pick(missing & (one_high < points), all(points), one_high);
                (points < 0 ? any_low : any_high) += pick(missing, all(points), all(0));
            }
            const Mask nothing = held == 0.0;
            one_low = pick(nothing, one_low, best) + (sum - sum);
            one_high = pick(nothing, one_high, best) + (sum - sum);
            if (set.chosen == Chosen::one) {
                one_low = pick(held > 1.0, all(not_known), one_low);
                least += one_low;
                greatest += one_high;
            } else if (set.chosen == Chosen::any) {
                least += sum + any_low;
                greatest += sum + any_high;
            } else {
                least += least_of(one_low, sum + any_low);
                greatest += most_of(one_high, sum + any_high);
            }
        }
        add_capped(least, greatest, cap, low + i, high + i);
    }
}

void check(const FastRange& range, const double* x, std::size_t n, double* bad) {
    for (std::size_t i = 0; i < n; i += lanes) {
        const Vector value = load(x + i);
        const Mask wrong = outside(range, value) & (value == value);
        store(bad + i, load(bad + i) + pick(wrong, all(not_known), all(0)));
    }
}

inline Mask is_tiny(Vector x) {
    constexpr double tiny = 0x1p-960;
    return (x < tiny) & (x > -tiny);
}

void part_of(const double* part, const double* whole, double factor, std::size_t n, double* bad) {
    for (std::size_t i = 0; i < n; i += lanes) {
        const Vector a = load(part + i);
        const Vector b = load(whole + i);
        constexpr double nearly = 1 - 1e-12;
        const Vector scaled = a * factor;
        const Vector limit = factor == 1.0 ? b : pick(b > 0.0, b * nearly, b / nearly);
        // Near the least doubles there are, products lose their digits.
        const Mask lost = factor == 1.0 ? all(0) != 0.0 : (is_tiny(scaled) & (a != 0.0)) | (is_tiny(b) & (b != 0.0));
        store(bad + i, load(bad + i) + pick((scaled > limit) | lost, all(not_known), all(0)));
    }
}

void add(const double* from_low, const double* from_high, double factor, std::size_t n, double* low, double* high) {
    for (std::size_t i = 0; i < n; i += lanes) {
        store(low + i, load(low + i) + load(from_low + i) * factor);
        store(high + i, load(high + i) + load(from_high + i) * factor);
    }
}

void limit(const Cap& cap, std::size_t n, double* low, double* high) {
    for (std::size_t i = 0; i < n; i += lanes) {
        Vector least = load(low + i);
        Vector most = load(high + i);
        cut_off(least, most, cap);
        store(low + i, least);
        store(high + i, most);
    }
}

/// Lanes of figures that are missing, or decimals of few places and few digits: x = whole / power, and no shorter decimal is x.
inline Mask few_places(Vector x, double power) {
    constexpr double most_digits = 1e15;
    const Vector scaled = nearest(x * power);
    const Mask short_enough = (scaled < most_digits) & (scaled > -most_digits);
    return ((scaled / power == x) & short_enough) | (x != x);
}

inline Mask rows_on_grid(double power, const double* const* x, std::size_t columns, std::size_t i) {
    Mask mask = all(0) == 0.0;
    for (std::size_t k = 0; k < columns; ++k) mask &= few_places(load(x[k] + i), power);
    return mask;
}

void on_grid(double power, const double* const* x, std::size_t columns, std::size_t n, double* out) {
    for (std::size_t i = 0; i < n; i += lanes) store(out + i, pick(rows_on_grid(power, x, columns, i), all(1), all(0)));
}

struct Lanes {
    Vector units;
    Vector reached;
    Mask settled;
};

/// Rounds and classes by the estimate, where its error leaves no choice.
inline Lanes by_estimate(const Settle& rule, const Cuts& cuts, Vector points) {
    const Vector scaled = points * rule.scale;
    const Vector moved = scaled + rule.half;
    const Vector floor = floor_of(moved);
    const Vector rest = moved - floor;
    Lanes lanes_of{floor + pick(scaled < 0.0, all(rule.up_negative), all(rule.up)), all(0), (rest > rule.error) & (rest < 1 - rule.error)};
    for (std::size_t k = 0; k < cuts.count; ++k) {
        const Vector distance = (cuts.of_units ? lanes_of.units : points) - cuts.at[k];
        lanes_of.reached += pick(distance >= 0.0, all(1), all(0));
        if (!cuts.of_units) lanes_of.settled &= (distance > cuts.error) | (distance < -cuts.error);
    }
    return lanes_of;
}

/// The same for values of 0 or more that lie on the grid, rounded to the nearest with halves up: half a step further, nothing is close.
inline Lanes by_grid_step(const Settle& rule, const Cuts& cuts, Vector points) {
    Lanes lanes_of{floor_of(points * rule.scale + rule.half + rule.grid_shift), all(0), points >= 0.0};
    for (std::size_t k = 0; k < cuts.count; ++k) {
        const Vector distance = (cuts.of_units ? lanes_of.units : points + cuts.grid_shift) - cuts.at[k];
        lanes_of.reached += pick(distance >= 0.0, all(1), all(0));
    }
    return lanes_of;
}

inline void put(const Settle& rule, const Settled& out, std::size_t i, const Lanes& lanes_of) {
    const Vector units = pick(lanes_of.settled, lanes_of.units, all(not_known));
    store(out.units + i, units);
    if (out.value != nullptr) store(out.value + i, units / rule.scale);
    if (out.reached != nullptr) store(out.reached + i, lanes_of.reached);
}

/// Settles by the grid what the estimate could not.
bool settle_rest(const Settle& rule, const Cuts& cuts, const double* points, const double* const* x, std::size_t columns, std::size_t n,
                 const Settled& out, std::size_t& by_grid) {
    Mask left = all(0) != 0.0;
    for (std::size_t i = 0; i < n; i += lanes) {
        const Vector units = load(out.units + i);
        const Mask open = units != units;
        if (!any(open)) continue;
        const Vector value = load(points + i);
        Mask settled = all(0) != 0.0;
        if (rule.grid) {
            Lanes grid = by_grid_step(rule, cuts, value);
            settled = open & grid.settled & rows_on_grid(rule.grid_power, x, columns, i);
            const Vector reached = out.reached != nullptr ? load(out.reached + i) : all(0);
            grid.units = pick(settled, grid.units, units);
            grid.reached = pick(settled, grid.reached, reached);
            grid.settled = grid.units == grid.units;
            put(rule, out, i, grid);
            by_grid += static_cast<std::size_t>(sum_of(pick(settled, all(1), all(0))));
        }
        left |= open & ~settled;
    }
    return any(left);
}

bool settle(const Settle& rule, const Cuts& cuts, const double* points, const double* const* x, std::size_t columns, std::size_t n,
            const Settled& out, std::size_t& by_grid) {
    Mask open = all(0) != 0.0;
    for (std::size_t i = 0; i < n; i += lanes) {
        const Lanes lanes_of = by_estimate(rule, cuts, load(points + i));
        put(rule, out, i, lanes_of);
        open |= ~lanes_of.settled;
    }
    return any(open) && settle_rest(rule, cuts, points, x, columns, n, out, by_grid);
}

void load_valid(const double* from, const std::uint8_t* validity, std::size_t offset, std::size_t n, double* to) {
    Mask bit;
    for (std::size_t i = 0; i < lanes; ++i) bit[i] = 1LL << i;
    for (std::size_t i = 0; i < n; i += lanes) {
        long long bits = 0;
        for (std::size_t k = 0; k < lanes; ++k) {
            const std::size_t at = offset + i + k;
            bits |= static_cast<long long>((validity[at / 8] >> (at % 8)) & 1) << k;
        }
        const Mask valid = ((bits - Mask{}) & bit) != 0;
        store(to + i, pick(valid, load(from + i), all(not_known)));
    }
}

}  // namespace

const Kernel BIAOCHI_KERNEL{&pieces, &inverse, &counts, &options, &check, &part_of, &add, &limit, &settle, &on_grid, &load_valid};

}  // namespace biaochi::detail
