/// @file
/// The format strings of the Arrow C Data Interface.

#include "batch/arrow_type.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace biaochi::detail {
namespace {

constexpr int most_digits = 38;

using Whole = std::pair<char, CellType>;
constexpr std::array<Whole, 8> wholes{{
    {'c', CellType::int8},
    {'C', CellType::uint8},
    {'s', CellType::int16},
    {'S', CellType::uint16},
    {'i', CellType::int32},
    {'I', CellType::uint32},
    {'l', CellType::int64},
    {'L', CellType::uint64},
}};

using Named = std::pair<std::string_view, std::string_view>;
constexpr std::array<Named, 28> names_of_formats{{
    {"n", "null"},         {"b", "bool"},
    {"c", "int8"},         {"C", "uint8"},
    {"s", "int16"},        {"S", "uint16"},
    {"i", "int32"},        {"I", "uint32"},
    {"l", "int64"},        {"L", "uint64"},
    {"e", "float16"},      {"f", "float32"},
    {"g", "float64"},      {"u", "text"},
    {"U", "large text"},   {"vu", "text view"},
    {"z", "binary"},       {"Z", "large binary"},
    {"vz", "binary view"}, {"tdD", "date32"},
    {"tdm", "date64"},     {"+l", "list"},
    {"+L", "large list"},  {"+vl", "list view"},
    {"+vL", "list view"},  {"+r", "run-end encoded"},
    {"+s", "struct"},      {"+m", "map"},
}};
/// Of formats that go on with a size, a unit or a time zone.
constexpr std::array<Named, 8> names_of_beginnings{{
    {"w:", "fixed-size binary"},
    {"+w:", "fixed-size list"},
    {"ts", "timestamp"},
    {"tt", "time"},
    {"tD", "duration"},
    {"ti", "interval"},
    {"+ud:", "dense union"},
    {"+us:", "sparse union"},
}};

std::optional<CellType> whole_type(std::string_view format) noexcept {
    for (const auto& [letter, type] : wholes) {
        if (format.size() == 1 && format.front() == letter) return type;
    }
    return std::nullopt;
}

/// Takes a whole number, and the comma before it, off the beginning.
std::optional<int> take_number(std::string_view& text, bool after_comma) noexcept {
    if (after_comma && (text.empty() || text.front() != ',')) return std::nullopt;
    if (after_comma) text.remove_prefix(1);
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return value;
}

/// `d:digits,scale` or `d:digits,scale,bits`.
std::optional<FigureType> decimal_type(std::string_view format) noexcept {
    if (format.substr(0, 2) != "d:") return std::nullopt;
    format.remove_prefix(2);
    const std::optional<int> digits = take_number(format, false);
    const std::optional<int> scale = digits ? take_number(format, true) : std::nullopt;
    if (!scale || *digits < 1 || *digits > most_digits || *scale < -most_digits || *scale > most_digits) return std::nullopt;
    const std::optional<int> bits = format.empty() ? 128 : take_number(format, true);
    if (!bits || !format.empty()) return std::nullopt;
    if (*bits == 128) return FigureType{CellType::decimal128, *scale};
    if (*bits == 64) return FigureType{CellType::int64, *scale};
    if (*bits == 32) return FigureType{CellType::int32, *scale};
    return std::nullopt;
}

std::optional<TextLayout> text_layout(std::string_view format) noexcept {
    if (format == "u") return TextLayout::offsets;
    if (format == "U") return TextLayout::wide_offsets;
    if (format == "vu") return TextLayout::views;
    return format == "n" ? std::optional(TextLayout::none) : std::nullopt;
}

}  // namespace

std::optional<FigureType> figure_type(const SchemaCopy& schema) {
    if (schema.dictionary != nullptr) return std::nullopt;
    const std::string_view format = schema.format;
    if (const std::optional<CellType> whole = whole_type(format)) return FigureType{*whole};
    if (format == "g") return FigureType{CellType::float64};
    if (format == "f") return FigureType{CellType::float32};
    if (format == "b") return FigureType{CellType::bits};
    if (format == "n") return FigureType{CellType::bits, 0, true};
    return decimal_type(format);
}

std::optional<TextType> text_type(const SchemaCopy& schema) {
    const std::optional<TextLayout> layout = text_layout(schema.dictionary == nullptr ? schema.format : schema.dictionary->format);
    if (!layout || (schema.dictionary != nullptr && schema.dictionary->dictionary != nullptr)) return std::nullopt;
    TextType type{*layout};
    if (schema.dictionary == nullptr) return type;
    type.index = whole_type(schema.format);
    return type.index ? std::optional(type) : std::nullopt;
}

std::optional<TextType> name_type(const SchemaCopy& schema) {
    const std::optional<CellType> whole = schema.dictionary == nullptr ? whole_type(schema.format) : std::nullopt;
    return whole ? std::optional(TextType{TextLayout::none, std::nullopt, whole}) : text_type(schema);
}

bool has_validity(std::string_view format) noexcept { return format != "n" && format.substr(0, 2) != "+u" && format.substr(0, 2) != "+r"; }

std::string_view type_name(const SchemaCopy& schema) noexcept {
    if (schema.dictionary != nullptr) return "dictionary";
    const std::string_view format = schema.format;
    for (const auto& [whole, name] : names_of_formats) {
        if (format == whole) return name;
    }
    for (const auto& [beginning, name] : names_of_beginnings) {
        if (format.substr(0, beginning.size()) == beginning) return name;
    }
    return format;
}

}  // namespace biaochi::detail
