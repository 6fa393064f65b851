#pragma once
/// @file
/// A column of figures that somebody else owns: typed, strided, with validity; nothing is copied.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

/// How the values of a column are stored; all in the byte order of the machine.
enum class CellType : std::uint8_t {
    float64,     ///< the shortest decimal that reads back as the double; NaN: missing
    float32,     ///< the shortest decimal that reads back as the float; NaN: missing
    int8,        ///< whole numbers, here and below: value × 10^-scale
    int16,       ///< &nbsp;
    int32,       ///< &nbsp;
    int64,       ///< &nbsp;
    uint8,       ///< also a bool of one byte
    uint16,      ///< &nbsp;
    uint32,      ///< &nbsp;
    uint64,      ///< &nbsp;
    decimal128,  ///< 16 bytes, two's complement: value × 10^-scale
    bits,        ///< one bit a row, the lowest bit of a byte first: 1 holds, 0 does not
};

/// @return the bytes of one value; 0 for bits
[[nodiscard]] constexpr std::size_t cell_bytes(CellType type) noexcept {
    switch (type) {
        case CellType::bits:
            return 0;
        case CellType::int8:
        case CellType::uint8:
            return 1;
        case CellType::int16:
        case CellType::uint16:
            return 2;
        case CellType::float32:
        case CellType::int32:
        case CellType::uint32:
            return 4;
        case CellType::decimal128:
            return 16;
        default:
            return 8;
    }
}

/// The figures of one slot, row by row. The memory is the caller's and outlives the call that it is given to.
struct Column {
    std::size_t slot = no_index;             ///< index into Ruleset::slots()
    CellType type = CellType::float64;       ///< how values are stored
    int scale = 0;                           ///< decimal places of whole numbers and decimal128, -38 to 38
    const void* values = nullptr;            ///< the value of row 0 stands `offset` values behind
    std::ptrdiff_t stride = 0;               ///< bytes from one value to the next; 0: side by side
    const std::uint8_t* validity = nullptr;  ///< a bit a row, the lowest bit of a byte first, 0: missing; null: none is
    std::size_t offset = 0;                  ///< values, and bits of `validity` and of `bits`, before row 0
    const std::uint8_t* statuses =
        nullptr;  ///< one byte a row, of Status, before which validity counts; any other: the row is bad; null: reported
};

/// What a column that no slot has the name of was probably meant to be.
///
/// @return the first slots of the fact of that name, with commas; otherwise the slot or own column (region, period, group, label) with the
///         nearest name; empty where none is near
[[nodiscard]] std::string meant_column(const Ruleset& rules, std::string_view name);

}  // namespace biaochi
