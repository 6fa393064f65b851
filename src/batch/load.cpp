/// @file
/// From stored cells to doubles. A whole number of at most 15 digits over a power of ten is the shortest decimal of its nearest double.

#include "batch/load.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include "batch/cells.hpp"
#include "biaochi/record/record.hpp"

namespace biaochi::detail {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double ask = std::numeric_limits<double>::infinity();
constexpr std::int64_t most_digits = 1'000'000'000'000'000;

template <class T>
T stored(const unsigned char* at) noexcept {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

/// Powers of ten that are doubles.
double power_of_ten(int exponent) {
    static constexpr std::array<double, 23> powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    return powers[static_cast<std::size_t>(exponent)];
}

/// The double of whole × 10^-scale, or a request to look exactly.
double scaled(std::int64_t whole, int scale) {
    constexpr int most_exact = 22;
    if (whole == 0) return 0;
    if (whole <= -most_digits || whole >= most_digits || std::abs(scale) > most_exact) return ask;
    const auto value = static_cast<double>(whole);
    if (scale >= 0) return value / power_of_ten(scale);
    const double product = value * power_of_ten(-scale);
    if (std::abs(product) >= static_cast<double>(most_digits)) return ask;
    return product;
}

double from_float(float value) {
    if (std::isnan(value)) return missing;
    if (std::isinf(value)) return ask;
    std::array<char, 32> text{};
    // Without the exponent all digits of a large whole number would stand there, not the shortest decimal.
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific);
    double result = ask;
    std::from_chars(text.data(), written.ptr, result);
    return result;
}

double from_unsigned(std::uint64_t value, int scale) {
    return value < static_cast<std::uint64_t>(most_digits) ? scaled(static_cast<std::int64_t>(value), scale) : ask;
}

double from_decimal128(const unsigned char* at, int scale) {
    const auto low = stored<std::int64_t>(at);
    const auto high = stored<std::int64_t>(at + sizeof low);
    return high == (low < 0 ? -1 : 0) ? scaled(low, scale) : ask;
}

/// Where a column's values stand, and how far apart.
struct Walk {
    const unsigned char* at;
    std::ptrdiff_t step;
    std::size_t rows;
    double* to;
};

template <class Read>
void walk(const Walk& walk, Read read) {
    const unsigned char* at = walk.at;
    for (std::size_t i = 0; i < walk.rows; ++i, at += walk.step) walk.to[i] = read(at);
}

template <class T>
void walk_whole(const Walk& over, int scale) {
    if (scale == 0 && sizeof(T) < sizeof(std::int64_t))
        return walk(over, [](const unsigned char* at) { return static_cast<double>(stored<T>(at)); });
    walk(over, [scale](const unsigned char* at) { return scaled(static_cast<std::int64_t>(stored<T>(at)), scale); });
}

void walk_bits(const Column& column, std::size_t first, std::size_t rows, double* to) {
    const auto* bits = static_cast<const unsigned char*>(column.values);
    for (std::size_t i = 0; i < rows; ++i) {
        const std::size_t bit = column.offset + first + i;
        to[i] = ((bits[bit / 8] >> (bit % 8)) & 1U) != 0 ? 1 : 0;
    }
}

void convert(const Column& column, std::size_t first, std::size_t rows, double* to) {
    if (column.type == CellType::bits) return walk_bits(column, first, rows, to);
    const auto side_by_side = static_cast<std::ptrdiff_t>(cell_bytes(column.type));
    const Walk over{value_at(column, first), column.stride == 0 ? side_by_side : column.stride, rows, to};
    const int scale = column.scale;
    switch (column.type) {
        case CellType::float64:
            return walk(over, [](const unsigned char* at) { return stored<double>(at); });
        case CellType::float32:
            return walk(over, [](const unsigned char* at) { return from_float(stored<float>(at)); });
        case CellType::int8:
            return walk_whole<std::int8_t>(over, scale);
        case CellType::int16:
            return walk_whole<std::int16_t>(over, scale);
        case CellType::int32:
            return walk_whole<std::int32_t>(over, scale);
        case CellType::int64:
            return walk_whole<std::int64_t>(over, scale);
        case CellType::uint8:
            return walk_whole<std::uint8_t>(over, scale);
        case CellType::uint16:
            return walk_whole<std::uint16_t>(over, scale);
        case CellType::uint32:
            return walk_whole<std::uint32_t>(over, scale);
        case CellType::uint64:
            return walk(over, [scale](const unsigned char* at) { return from_unsigned(stored<std::uint64_t>(at), scale); });
        case CellType::decimal128:
            return walk(over, [scale](const unsigned char* at) { return from_decimal128(at, scale); });
        case CellType::bits:
            return;
    }
}

void apply_statuses(const Column& column, std::size_t first, std::size_t rows, double* to) {
    for (std::size_t i = 0; i < rows; ++i) {
        const auto status = static_cast<Status>(column.statuses[first + i]);
        if (status == Status::missing) to[i] = missing;
        if (status != Status::missing && status != Status::reported) to[i] = ask;
    }
}

/// Whether the column's own memory is what the vector code reads.
bool is_plain(const Column& column, std::size_t first) {
    const bool side_by_side = column.stride == 0 || column.stride == static_cast<std::ptrdiff_t>(sizeof(double));
    const auto address = reinterpret_cast<std::uintptr_t>(value_at(column, first));
    return column.type == CellType::float64 && side_by_side && address % alignof(double) == 0;
}

}  // namespace

const double* load_block(const Column* column, std::size_t first, std::size_t rows, std::size_t padded, double* scratch,
                         const Kernel& kernel) {
    if (column == nullptr) {
        std::fill_n(scratch, padded, missing);
        return scratch;
    }
    const bool plain = is_plain(*column, first) && rows == padded;
    const auto* own = reinterpret_cast<const double*>(value_at(*column, first));
    if (plain && column->validity == nullptr && column->statuses == nullptr) return own;
    if (!plain) convert(*column, first, rows, scratch);
    std::fill(scratch + rows, scratch + padded, missing);
    if (column->validity != nullptr) {
        if (rows == padded) {
            kernel.load_valid(plain ? own : scratch, column->validity, column->offset + first, rows, scratch);
        } else {
            for (std::size_t i = 0; i < rows; ++i) scratch[i] = is_valid(*column, first + i) ? scratch[i] : missing;
        }
    } else if (plain) {
        std::copy_n(own, rows, scratch);
    }
    if (column->statuses != nullptr) apply_statuses(*column, first, rows, scratch);
    return scratch;
}

}  // namespace biaochi::detail
