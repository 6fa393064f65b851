/// @file
/// From stored bytes to exact numbers.

#include "batch/cells.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>
#include <string_view>

namespace biaochi::detail {
namespace {

template <class T>
T stored(const unsigned char* at) noexcept {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

Number power_of_ten(int exponent) {
    const Number power = biaochi::power(Number(10), static_cast<unsigned>(std::abs(exponent)));
    return exponent < 0 ? Number(1) / power : power;
}

Number scaled(const Number& stored, int scale) { return scale == 0 ? stored : stored * power_of_ten(-scale); }

std::optional<Number> from_float(float value) {
    if (!std::isfinite(value)) return std::nullopt;
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific);
    return parse_number(std::string_view(text.data(), static_cast<std::size_t>(end.ptr - text.data())));
}

Number from_unsigned(std::uint64_t value) {
    constexpr std::uint64_t half = std::uint64_t{1} << 32;
    return Number(static_cast<std::int64_t>(value / half)) * Number(static_cast<std::int64_t>(half)) +
           Number(static_cast<std::int64_t>(value % half));
}

/// Two's complement in two halves, the lower one first.
Number from_decimal128(const unsigned char* at) {
    const auto low = stored<std::uint64_t>(at);
    const auto high = stored<std::int64_t>(at + sizeof low);
    static const Number two_to_64 = power(Number(2), 64);
    return Number(high) * two_to_64 + from_unsigned(low);
}

bool from_bits(const Column& column, std::size_t row) noexcept {
    const std::size_t bit = column.offset + row;
    return ((static_cast<const unsigned char*>(column.values)[bit / 8] >> (bit % 8)) & 1U) != 0;
}

/// None: infinite.
std::optional<Number> number_at(const Column& column, std::size_t row) {
    const unsigned char* at = value_at(column, row);
    switch (column.type) {
        case CellType::float64:
            return number_from_double(stored<double>(at));
        case CellType::float32:
            return from_float(stored<float>(at));
        case CellType::int8:
            return scaled(Number(stored<std::int8_t>(at)), column.scale);
        case CellType::int16:
            return scaled(Number(stored<std::int16_t>(at)), column.scale);
        case CellType::int32:
            return scaled(Number(stored<std::int32_t>(at)), column.scale);
        case CellType::int64:
            return scaled(Number(stored<std::int64_t>(at)), column.scale);
        case CellType::uint8:
            return scaled(Number(stored<std::uint8_t>(at)), column.scale);
        case CellType::uint16:
            return scaled(Number(stored<std::uint16_t>(at)), column.scale);
        case CellType::uint32:
            return scaled(Number(stored<std::uint32_t>(at)), column.scale);
        case CellType::uint64:
            return scaled(from_unsigned(stored<std::uint64_t>(at)), column.scale);
        case CellType::decimal128:
            return scaled(from_decimal128(at), column.scale);
        case CellType::bits:
            return Number(from_bits(column, row) ? 1 : 0);
    }
    return std::nullopt;
}

bool is_nan(const Column& column, std::size_t row) noexcept {
    if (column.type == CellType::float64) return std::isnan(stored<double>(value_at(column, row)));
    return column.type == CellType::float32 && std::isnan(stored<float>(value_at(column, row)));
}

}  // namespace

bool read_cell(const Column& column, std::size_t row, Cell& cell) {
    if (!has_status(column, row)) {
        cell.status = Status::missing;
        return false;
    }
    cell.status = column.statuses == nullptr ? Status::reported : static_cast<Status>(column.statuses[row]);
    if (!counts(cell.status)) return true;
    if (!is_valid(column, row) || is_nan(column, row)) {
        cell.status = Status::missing;
        return true;
    }
    std::optional<Number> value = number_at(column, row);
    if (!value) {
        cell.status = Status::missing;
        return false;
    }
    cell.value = std::move(*value);
    return true;
}

}  // namespace biaochi::detail
