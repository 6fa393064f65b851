#pragma once
/// @file
/// Rules, and frames scored by them, for the tests of Arrow.

#include <gtest/gtest.h>

#include <bit>
#include <map>
#include <string>
#include <vector>

#include "biaochi/batch/arrow.hpp"
#include "support/arrow.hpp"
#include "support/rules.hpp"

namespace biaochi::support {

/// `share`: from (0, 0) to (1, 4) to (2, 10) by straight lines. `firms`: 3 points below 10, a line to 10 points at 20, 10 from there.
/// `lab`: 2 points each. Class A from 15 points on.
inline const BatchScorer& scorer() {
    static const BatchScorer ready(rules_of(R"("facts": {
        "share": {"name": {"en": "Share"}, "min": 0},
        "firms": {"name": {"en": "Firms"}, "min": 0, "whole": true},
        "bodies": {"name": {"en": "Bodies"}, "kind": "items", "levels": {"city": {"name": {"en": "city"}}},
                   "items": {"lab": {"name": {"en": "Lab"}, "levels": ["city"]}}}},
      "score": {"id": "total", "points": 24, "parts": [
        {"id": "share", "points": 10, "bands": [
          {"from": 0, "to": 1, "points": [0, 4]}, {"from": 1, "to": 2, "points": [4, 10]}, {"from": 2, "points": 10}]},
        {"id": "firms", "points": 10, "bands": [
          {"to": 10, "points": 3}, {"from": 10, "to": 20, "points": [3, 10]}, {"from": 20, "points": 10}]},
        {"id": "bodies", "points": 4, "treat": {"missing": "zero"}, "items": [{"item": "lab", "points": {"city": 2}}]}]},
      "classes": {"cuts": [{"id": "A", "name": {"en": "good"}, "from": 15}, {"id": "B", "name": {"en": "other"}, "to": 15}]})"));
    return ready;
}

/// A result, read back value by value as text; null as "null".
using Table = std::map<std::string, std::vector<std::string>>;

inline bool is_valid(const ArrowArray& array, std::int64_t row) {
    const std::int64_t at = array.offset + row;
    if (array.n_buffers == 0) return false;
    const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
    return bits == nullptr || ((bits[at / 8] >> (at % 8)) & 1) != 0;
}

template <class T>
T value_of(const ArrowArray& array, int buffer, std::int64_t at) {
    return static_cast<const T*>(array.buffers[buffer])[at];
}

inline std::string words_of(const ArrowArray& array, std::int64_t at) {
    const auto first = value_of<std::int32_t>(array, 1, at);
    return {static_cast<const char*>(array.buffers[2]) + first, static_cast<std::size_t>(value_of<std::int32_t>(array, 1, at + 1) - first)};
}

inline std::string cell_text(const ArrowSchema& schema, const ArrowArray& array, std::int64_t row) {
    if (!is_valid(array, row)) return "null";
    const std::int64_t at = array.offset + row;
    const std::string format = schema.format;
    if (format == "g") return number_from_double(value_of<double>(array, 1, at)).value().text();
    if (format == "u" || format == "z") return words_of(array, at);
    if (format == "l") return std::to_string(value_of<std::int64_t>(array, 1, at));
    if (format == "c") return words_of(*array.dictionary, value_of<std::int8_t>(array, 1, at));
    if (format == "s") return words_of(*array.dictionary, value_of<std::int16_t>(array, 1, at));
    if (format.substr(0, 2) == "d:") return std::to_string(value_of<std::int64_t>(array, 1, 2 * at)) + " units";
    return "?";
}

inline void read_into(Table& table, const ArrowSchema& schema, const ArrowArray& array) {
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        std::vector<std::string>& column = table[schema.children[i]->name];
        for (std::int64_t row = 0; row < array.length; ++row) {
            column.push_back(cell_text(*schema.children[i], *array.children[i], row));
        }
    }
}

/// A frame's result, or what is wrong with it.
struct Scored {
    Table table;
    std::vector<std::string> issues;  ///< as "code place"
};

/// Schema and array of a node, the first of which is released.
class Frame {
public:
    explicit Frame(const ArrowNode& node) : Frame(node, node) {}
    Frame(const ArrowNode& type, const ArrowNode& data) {
        export_schema(type, &schema);
        export_array(data, &array);
    }
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;
    ~Frame() {
        if (schema.release != nullptr) schema.release(&schema);
        if (array.release != nullptr) array.release(&array);
    }

    ArrowSchema schema{};
    ArrowArray array{};
};

/// Lays a frame out and scores it.
inline Scored scored(Frame& frame, const FrameOptions& options = {}, const BatchScorer& ready = scorer()) {
    const CompiledFrame compiled = lay_out_frame(ready, frame.schema, options);
    Scored result{{}, found(compiled.issues)};
    if (!compiled.layout) return result;
    ArrowArray out{};
    ArrowSchema type{};
    result.issues = found(score_array(*compiled.layout, &frame.array, &out));
    EXPECT_EQ(frame.array.release, nullptr);
    if (out.release == nullptr) return result;
    result_schema(*compiled.layout, &type);
    EXPECT_EQ(type.n_children, out.n_children);
    read_into(result.table, type, out);
    type.release(&type);
    out.release(&out);
    return result;
}

inline Scored scored(const ArrowNode& node, const FrameOptions& options = {}, const BatchScorer& ready = scorer()) {
    Frame frame(node);
    return scored(frame, options, ready);
}

}  // namespace biaochi::support
