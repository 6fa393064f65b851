/// @file
/// Texts by ends, by views and by dictionaries; whole numbers as texts.

#include "batch/arrow_text.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <limits>

#include "batch/arrow_check.hpp"
#include "batch/cells.hpp"

namespace biaochi::detail {
namespace {

template <class T>
T stored(const void* buffer, std::int64_t index) noexcept {
    T value;
    std::memcpy(&value, static_cast<const char*>(buffer) + static_cast<std::size_t>(index) * sizeof(T), sizeof value);
    return value;
}

bool is_null(const ArrowArray& array, std::int64_t index) noexcept {
    const std::uint8_t* validity = validity_of(array);
    return validity != nullptr && ((validity[index / 8] >> (index % 8)) & 1) == 0;
}

/// A longer word is taken for an end that points nowhere.
constexpr std::int64_t longest_word = std::numeric_limits<std::int32_t>::max();

bool take(const void* data, std::int64_t first, std::int64_t size, std::optional<std::string>& word) {
    if (first < 0 || size < 0 || size > longest_word || (size > 0 && data == nullptr)) return false;
    word.emplace();
    if (size > 0) word->assign(static_cast<const char*>(data) + first, static_cast<std::size_t>(size));
    return true;
}

template <class End>
bool read_by_ends(const ArrowArray& array, std::int64_t index, std::optional<std::string>& word) {
    const std::int64_t first = stored<End>(array.buffers[1], index);
    const std::int64_t end = stored<End>(array.buffers[1], index + 1);
    return first >= 0 && end >= first && take(array.buffers[2], first, end - first, word);
}

/// A view: its length, then up to 12 bytes in place, or 4 of them, the number of a buffer, and a place in it.
bool read_view(const ArrowArray& array, std::int64_t index, std::optional<std::string>& word) {
    constexpr std::int32_t longest_in_place = 12;
    std::array<char, 16> view{};
    std::memcpy(view.data(), static_cast<const char*>(array.buffers[1]) + static_cast<std::size_t>(index) * view.size(), view.size());
    const auto size = stored<std::int32_t>(view.data(), 0);
    if (size <= longest_in_place) return take(view.data() + 4, 0, size, word);
    const auto buffer = stored<std::int32_t>(view.data(), 2);
    const auto first = stored<std::int32_t>(view.data(), 3);
    if (buffer < 0 || buffer >= array.n_buffers - 3 || first < 0) return false;
    const auto bytes = stored<std::int64_t>(array.buffers[array.n_buffers - 1], buffer);
    return std::int64_t{first} + size <= bytes && take(array.buffers[2 + buffer], first, size, word);
}

/// @param index  counted from the first value of the buffers
bool read_plain(const ArrowArray& array, TextLayout layout, std::int64_t index, std::optional<std::string>& word) {
    word.reset();
    if (layout == TextLayout::none || is_null(array, index)) return true;
    switch (layout) {
        case TextLayout::offsets:
            return read_by_ends<std::int32_t>(array, index, word);
        case TextLayout::wide_offsets:
            return read_by_ends<std::int64_t>(array, index, word);
        default:
            return read_view(array, index, word);
    }
}

/// A whole number, which is exact and needs no scale.
std::string whole_text(const ArrowArray& array, CellType type, std::size_t row) {
    Column column;
    column.type = type;
    column.values = array.buffers[1];
    column.offset = static_cast<std::size_t>(array.offset);
    Cell cell;
    (void)read_cell(column, row, cell);
    return cell.value.text();
}

/// @return the index; below zero where it does not fit
std::int64_t index_at(const ArrowArray& array, CellType type, std::int64_t at) {
    const void* indices = array.buffers[1];
    switch (type) {
        case CellType::int8:
            return stored<std::int8_t>(indices, at);
        case CellType::uint8:
            return stored<std::uint8_t>(indices, at);
        case CellType::int16:
            return stored<std::int16_t>(indices, at);
        case CellType::uint16:
            return stored<std::uint16_t>(indices, at);
        case CellType::int32:
            return stored<std::int32_t>(indices, at);
        case CellType::uint32:
            return stored<std::uint32_t>(indices, at);
        default:
            return stored<std::int64_t>(indices, at);  // one of 64 bits without a sign that does not fit is below zero
    }
}

}  // namespace

bool TextReader::read(std::size_t row, std::optional<std::string>& word) const {
    const std::int64_t at = array_.offset + static_cast<std::int64_t>(row);
    if (!type_.index && !type_.whole) return read_plain(array_, type_.layout, at, word);
    word.reset();
    if (is_null(array_, at)) return true;
    if (type_.whole) {
        word = whole_text(array_, *type_.whole, row);
        return true;
    }
    const std::int64_t index = index_at(array_, *type_.index, at);
    if (index < 0 || index >= array_.dictionary->length) return false;
    return read_plain(*array_.dictionary, type_.layout, array_.dictionary->offset + index, word);
}

}  // namespace biaochi::detail
