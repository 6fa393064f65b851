/// @file
/// Walks from the nearest double to the first on the right side.

#include "batch/edges.hpp"

#include <cmath>
#include <limits>

namespace biaochi::detail {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// @return the least double for which @p reaches holds, which holds for all above it; @p start is near it
template <class Reaches>
double first_where(double start, Reaches reaches) {
    double at = start;
    if (!std::isfinite(at)) return at;
    if (reaches(at)) {
        for (double below = std::nextafter(at, -infinity); std::isfinite(below) && reaches(below); below = std::nextafter(at, -infinity))
            at = below;
        return at;
    }
    while (std::isfinite(at) && !reaches(at)) at = std::nextafter(at, infinity);
    return at;
}

/// Where the decimal that a double stands for is, seen from an edge: -1, 0 or 1. A comparison of large numbers may not throw where
/// memory lacks; a difference may.
int side(double value, const Number& edge) { return (number_from_double(value).value_or(Number()) - edge).sign(); }

}  // namespace

double first_at_or_above(const Number& edge) {
    return first_where(edge.approximate(), [&](double at) { return side(at, edge) >= 0; });
}

double first_above(const Number& edge) {
    return first_where(edge.approximate(), [&](double at) { return side(at, edge) > 0; });
}

double last_at_or_below(const Number& edge) { return std::nextafter(first_above(edge), -infinity); }

}  // namespace biaochi::detail
