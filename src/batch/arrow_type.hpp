#pragma once
/// @file
/// Which types of Arrow are figures, and which are texts.

#include <cstdint>
#include <optional>
#include <string_view>

#include "batch/arrow_schema.hpp"
#include "biaochi/batch/column.hpp"

namespace biaochi::detail {

/// How a column of figures is stored.
struct FigureType {
    CellType cell = CellType::float64;
    int scale = 0;
    bool all_missing = false;  ///< the type null: no buffers
};

/// @return the type, or none where no figure can be read from it
[[nodiscard]] std::optional<FigureType> figure_type(const SchemaCopy& schema);

/// How words are stored.
enum class TextLayout : std::uint8_t {
    none,          ///< the type null: no buffers
    offsets,       ///< ends of 32 bits
    wide_offsets,  ///< ends of 64 bits
    views,         ///< short texts in place, the others in further buffers
};

/// How a column of words is stored, be it by a dictionary or not.
struct TextType {
    TextLayout layout = TextLayout::offsets;
    std::optional<CellType> index{};  ///< of a dictionary: the type of its indices
    std::optional<CellType> whole{};  ///< whole numbers instead of words
};

/// @return the type, or none where it is not text
[[nodiscard]] std::optional<TextType> text_type(const SchemaCopy& schema);

/// @return the type, also of whole numbers; none where a cohort cannot be named by it
[[nodiscard]] std::optional<TextType> name_type(const SchemaCopy& schema);

/// @return whether the first buffer of an array of this type tells which values are null
[[nodiscard]] bool has_validity(std::string_view format) noexcept;

/// @return the type as a message shows it: "date32" for "tdD", or the format itself where it has no common name
[[nodiscard]] std::string_view type_name(const SchemaCopy& schema) noexcept;

}  // namespace biaochi::detail
