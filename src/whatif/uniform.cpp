/// @file
/// Words of the generator, or values of a sample, as numbers from 0 to below 1.

#include "whatif/uniform.hpp"

#include <array>

#include "biaochi/core/error.hpp"
#include "biaochi/whatif/philox.hpp"

namespace biaochi::detail {
namespace {

constexpr std::size_t words = 4;
constexpr double step = 0x1p-32;

PhiloxBlock block_of(const DrawSource& source, std::uint64_t draw, std::size_t block) noexcept {
    constexpr int word = 32;
    const std::array<std::uint32_t, 2> key{static_cast<std::uint32_t>(source.seed), static_cast<std::uint32_t>(source.seed >> word)};
    return philox({static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(block), 0, 0}, key);
}

/// From the generator the double is exact, so that it is read bit by bit; a sample is what a person or a program wrote.
Number exact_of(const DrawSource& source, double u) {
    constexpr double whole = 0x1p32;
    constexpr std::int64_t denominator = std::int64_t{1} << 32;
    if (source.sample == nullptr) return {static_cast<std::int64_t>(u * whole), denominator};
    return number_from_double(u).value();
}

}  // namespace

void uniforms(const DrawSource& source, std::uint64_t draw, std::size_t count, double* out) noexcept {
    if (source.sample != nullptr) {
        const double* row = source.sample + draw * count;
        for (std::size_t k = 0; k < count; ++k) out[k] = row[k];
        return;
    }
    for (std::size_t k = 0; k < count; k += words) {
        const PhiloxBlock block = block_of(source, draw, k / words);
        for (std::size_t i = 0; i < words && k + i < count; ++i) out[k + i] = block[i] * step;
    }
}

std::vector<Number> values_of(const std::vector<Variation>& variations, const DrawSource& source, std::uint64_t draw) {
    std::vector<double> u(variations.size());
    uniforms(source, draw, u.size(), u.data());
    std::vector<Number> values;
    values.reserve(u.size());
    for (std::size_t k = 0; k < u.size(); ++k) {
        values.push_back(variations[k].low + (variations[k].high - variations[k].low) * exact_of(source, u[k]));
    }
    return values;
}

void check_source(const DrawSource& source, std::size_t variations) {
    if (source.draws > most_draws) throw Error(ErrorCode::out_of_range, "there are at most " + std::to_string(most_draws) + " draws");
    if (source.sample == nullptr) return;
    for (std::size_t i = 0; i < source.draws * variations; ++i) {
        if (!(source.sample[i] >= 0 && source.sample[i] < 1)) {
            throw Error(ErrorCode::out_of_range, "a value of the sample is not from 0 to below 1");
        }
    }
}

}  // namespace biaochi::detail
