#pragma once
/// @file
/// Arrow structures made by hand, whose buffers are no longer than they say, for tests and the fuzzer.

#include <atomic>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "biaochi/arrow.h"

namespace biaochi::support {

/// Bytes of a buffer; none: a null pointer.
using Bytes = std::optional<std::vector<std::uint8_t>>;

/// An array with its type.
struct ArrowNode {
    std::string format{};
    std::string name{};
    std::int64_t length = 0;
    std::int64_t offset = 0;
    std::int64_t nulls = 0;
    std::vector<Bytes> buffers{};
    std::vector<ArrowNode> children{};
    std::shared_ptr<ArrowNode> dictionary{};
};

/// How many arrays, schemas and streams of this file wait for their release.
inline std::atomic<int>& unreleased() {
    static std::atomic<int> count = 0;
    return count;
}

namespace made_by_hand {

struct OwnedArray {
    std::vector<std::unique_ptr<std::uint8_t[]>> memory;
    std::vector<const void*> buffers;
    std::vector<ArrowArray> children;
    std::vector<ArrowArray*> pointers;
    ArrowArray dictionary{};
};

struct OwnedSchema {
    std::string format;
    std::string name;
    std::vector<ArrowSchema> children;
    std::vector<ArrowSchema*> pointers;
    ArrowSchema dictionary{};
};

template <class Structure, class Owned>
void release(Structure* structure) {
    auto* own = static_cast<Owned*>(structure->private_data);
    for (Structure& child : own->children) {
        if (child.release != nullptr) child.release(&child);
    }
    if (own->dictionary.release != nullptr) own->dictionary.release(&own->dictionary);
    delete own;
    structure->release = nullptr;
    --unreleased();
}

}  // namespace made_by_hand

/// Hands out the array of a node.
inline void export_array(const ArrowNode& node, ArrowArray* out) {
    auto* own = new made_by_hand::OwnedArray;
    for (const Bytes& bytes : node.buffers) {
        own->memory.push_back(bytes ? std::make_unique<std::uint8_t[]>(bytes->size()) : nullptr);
        if (bytes && !bytes->empty()) std::memcpy(own->memory.back().get(), bytes->data(), bytes->size());
        own->buffers.push_back(own->memory.back().get());
    }
    own->children.resize(node.children.size());
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        export_array(node.children[i], &own->children[i]);
        own->pointers.push_back(&own->children[i]);
    }
    if (node.dictionary != nullptr) export_array(*node.dictionary, &own->dictionary);
    *out = ArrowArray{node.length,
                      node.nulls,
                      node.offset,
                      static_cast<std::int64_t>(own->buffers.size()),
                      static_cast<std::int64_t>(own->children.size()),
                      own->buffers.data(),
                      own->pointers.data(),
                      node.dictionary == nullptr ? nullptr : &own->dictionary,
                      &made_by_hand::release<ArrowArray, made_by_hand::OwnedArray>,
                      own};
    ++unreleased();
}

/// Hands out the type of a node.
inline void export_schema(const ArrowNode& node, ArrowSchema* out) {
    auto* own = new made_by_hand::OwnedSchema{node.format, node.name, {}, {}, {}};
    own->children.resize(node.children.size());
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        export_schema(node.children[i], &own->children[i]);
        own->pointers.push_back(&own->children[i]);
    }
    if (node.dictionary != nullptr) export_schema(*node.dictionary, &own->dictionary);
    *out = ArrowSchema{own->format.c_str(),
                       own->name.c_str(),
                       nullptr,
                       ARROW_FLAG_NULLABLE,
                       static_cast<std::int64_t>(own->children.size()),
                       own->pointers.data(),
                       node.dictionary == nullptr ? nullptr : &own->dictionary,
                       &made_by_hand::release<ArrowSchema, made_by_hand::OwnedSchema>,
                       own};
    ++unreleased();
}

/// The bytes of values, side by side.
template <class T>
std::vector<std::uint8_t> bytes_of(const std::vector<T>& values) {
    std::vector<std::uint8_t> bytes(values.size() * sizeof(T));
    if (!values.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

/// Bits, the lowest of a byte first.
inline std::vector<std::uint8_t> bits_of(const std::vector<bool>& bits) {
    std::vector<std::uint8_t> bytes((bits.size() + 7) / 8);
    for (std::size_t i = 0; i < bits.size(); ++i) {
        if (bits[i]) bytes[i / 8] = static_cast<std::uint8_t>(bytes[i / 8] | (1U << (i % 8)));
    }
    return bytes;
}

/// A column of values of one width; @p valid empty: none is null.
template <class T>
ArrowNode value_column(std::string name, std::string format, const std::vector<T>& values, const std::vector<bool>& valid = {}) {
    ArrowNode node{std::move(format), std::move(name), static_cast<std::int64_t>(values.size())};
    node.nulls = valid.empty() ? 0 : -1;
    node.buffers = {valid.empty() ? Bytes() : Bytes(bits_of(valid)), bytes_of(values)};
    return node;
}

/// A column of doubles.
inline ArrowNode doubles(std::string name, const std::vector<double>& values, const std::vector<bool>& valid = {}) {
    return value_column(std::move(name), "g", values, valid);
}

/// A column of texts with ends of 32 or 64 bits; a text "-" is null.
template <class End = std::int32_t>
ArrowNode texts(std::string name, const std::vector<std::string>& values) {
    std::vector<End> ends{0};
    std::vector<bool> valid;
    std::string all;
    for (const std::string& value : values) {
        valid.push_back(value != "-");
        if (valid.back()) all += value;
        ends.push_back(static_cast<End>(all.size()));
    }
    ArrowNode node{sizeof(End) == 4 ? "u" : "U", std::move(name), static_cast<std::int64_t>(values.size())};
    node.nulls = -1;
    node.buffers = {bits_of(valid), bytes_of(ends), std::vector<std::uint8_t>(all.begin(), all.end())};
    return node;
}

/// A struct of columns of the length of the first one.
inline ArrowNode frame_of(std::vector<ArrowNode> columns) {
    ArrowNode node{"+s", "", columns.empty() ? 0 : columns.front().length};
    node.buffers = {Bytes()};
    node.children = std::move(columns);
    return node;
}

}  // namespace biaochi::support
