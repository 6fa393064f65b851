#pragma once
/// @file
/// Words in Arrow arrays.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "batch/arrow_type.hpp"
#include "biaochi/arrow.h"

namespace biaochi::detail {

/// Reads the words of a column that check_array() found right; what it could not see, such as an index beyond a dictionary, is found here.
class TextReader {
public:
    /// @param array  outlives the reader
    TextReader(const ArrowArray& array, const TextType& type) : array_(array), type_(type) {}

    /// Reads the word of a row, counted from the array's offset.
    /// @return false where the array points beyond itself
    [[nodiscard]] bool read(std::size_t row, std::optional<std::string>& word) const;

private:
    const ArrowArray& array_;
    TextType type_;
};

}  // namespace biaochi::detail
