/// @file
/// The loops of DrawLoops; included once for each vector code, with BIAOCHI_LOOPS its name, BIAOCHI_TARGET its attribute and
/// BIAOCHI_LANES the doubles of a vector. Only the language and fixed-width integers are used, so that nothing inline is compiled
/// here that other files share.

#include "whatif/loops.hpp"

namespace biaochi::detail {
namespace {

constexpr std::size_t lanes = BIAOCHI_LANES;

// Pointers are declared in full: `auto` would drop the attributes, and with them the loose alignment.
typedef double Doubles __attribute__((vector_size(8 * BIAOCHI_LANES), aligned(8), may_alias));       // NOLINT(modernize-use-using)
typedef std::int64_t Wholes __attribute__((vector_size(8 * BIAOCHI_LANES), aligned(8), may_alias));  // NOLINT(modernize-use-using)

/// How many vectors are worked on side by side, so that one need not wait for the other.
constexpr std::size_t wide = 4;

BIAOCHI_TARGET void add_up_wide(const double* coefficients, const double* points, std::size_t terms, std::size_t rows, double* out) {
    Doubles a{};
    Doubles b{};
    Doubles c{};
    Doubles d{};
    for (std::size_t t = 0; t < terms; ++t) {
        const Doubles* row = reinterpret_cast<const Doubles*>(points + t * rows);
        const double coefficient = coefficients[t];
        a += coefficient * row[0];
        b += coefficient * row[1];
        c += coefficient * row[2];
        d += coefficient * row[3];
    }
    Doubles* sums = reinterpret_cast<Doubles*>(out);
    sums[0] = a;
    sums[1] = b;
    sums[2] = c;
    sums[3] = d;
}

BIAOCHI_TARGET void add_up_one(const double* coefficients, const double* points, std::size_t terms, std::size_t rows, double* out) {
    Doubles sum{};
    for (std::size_t t = 0; t < terms; ++t) sum += coefficients[t] * *reinterpret_cast<const Doubles*>(points + t * rows);
    *reinterpret_cast<Doubles*>(out) = sum;
}

BIAOCHI_TARGET void add_up(const double* coefficients, const double* points, std::size_t terms, std::size_t rows, double* out) {
    std::size_t i = 0;
    for (; i + wide * lanes <= rows; i += wide * lanes) add_up_wide(coefficients, points + i, terms, rows, out + i);
    for (; i < rows; i += lanes) add_up_one(coefficients, points + i, terms, rows, out + i);
}

BIAOCHI_TARGET void count_wide(const double* scores, const std::int64_t* weights, std::size_t rows, double margin, std::size_t at,
                               std::int64_t* above) {
    const Doubles* marks = reinterpret_cast<const Doubles*>(scores + at);
    const Doubles a = marks[0] + margin;
    const Doubles b = marks[1] + margin;
    const Doubles c = marks[2] + margin;
    const Doubles d = marks[3] + margin;
    Wholes of_a{};
    Wholes of_b{};
    Wholes of_c{};
    Wholes of_d{};
    for (std::size_t j = 0; j < rows; ++j) {
        const Doubles score = scores[j] - Doubles{};
        const Wholes weight = weights[j] - Wholes{};
        of_a += (score > a) & weight;
        of_b += (score > b) & weight;
        of_c += (score > c) & weight;
        of_d += (score > d) & weight;
    }
    Wholes* counts = reinterpret_cast<Wholes*>(above + at);
    counts[0] = of_a;
    counts[1] = of_b;
    counts[2] = of_c;
    counts[3] = of_d;
}

BIAOCHI_TARGET void count_one(const double* scores, const std::int64_t* weights, std::size_t rows, double margin, std::size_t at,
                              std::int64_t* above) {
    const Doubles mark = *reinterpret_cast<const Doubles*>(scores + at) + margin;
    Wholes count{};
    for (std::size_t j = 0; j < rows; ++j) count += ((scores[j] - Doubles{}) > mark) & (weights[j] - Wholes{});
    *reinterpret_cast<Wholes*>(above + at) = count;
}

BIAOCHI_TARGET void count_above(const double* scores, const std::int64_t* weights, std::size_t rows, double margin, std::int64_t* above) {
    std::size_t i = 0;
    for (; i + wide * lanes <= rows; i += wide * lanes) count_wide(scores, weights, rows, margin, i, above);
    for (; i < rows; i += lanes) count_one(scores, weights, rows, margin, i, above);
}

/// Whether any lane is set.
BIAOCHI_TARGET bool any(const Wholes* lanes_of) {
    std::int64_t all = 0;
    for (std::size_t i = 0; i < lanes; ++i) all |= (*lanes_of)[i];
    return all != 0;
}

BIAOCHI_TARGET bool count_passed(const double* scores, std::size_t rows, const double* edges, std::size_t count, double margin,
                                 std::int64_t* passed) {
    Wholes near{};
    for (std::size_t i = 0; i < rows; i += lanes) {
        const Doubles score = *reinterpret_cast<const Doubles*>(scores + i);
        Wholes sum{};
        for (std::size_t e = 0; e < count; ++e) {
            const Wholes above = score > edges[e] + margin - Doubles{};
            const Wholes below = score < edges[e] - margin - Doubles{};
            sum -= above;
            near |= ~(above | below);
        }
        *reinterpret_cast<Wholes*>(passed + i) = sum;
    }
    return !any(&near);
}

BIAOCHI_TARGET bool any_outside(const double* scores, const double* least, const double* most, std::size_t rows) {
    Wholes outside{};
    for (std::size_t i = 0; i < rows; i += lanes) {
        const Doubles score = *reinterpret_cast<const Doubles*>(scores + i);
        outside |= (score <= *reinterpret_cast<const Doubles*>(least + i)) | (score >= *reinterpret_cast<const Doubles*>(most + i));
    }
    return any(&outside);
}

}  // namespace

const DrawLoops BIAOCHI_LOOPS{&add_up, &count_above, &count_passed, &any_outside};

}  // namespace biaochi::detail
