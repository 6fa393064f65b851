/// @file
/// Deep copies of schemas, and schemas that carry such a copy.

#include "batch/arrow_schema.hpp"

#include <cstddef>
#include <cstring>
#include <utility>

namespace biaochi::detail {
namespace {

constexpr int deepest = 64;

std::int32_t whole_at(const char* at) noexcept {
    std::int32_t value = 0;
    std::memcpy(&value, at, sizeof value);
    return value;
}

/// Key-value pairs: their number, then for each the length and the bytes of key and value.
/// @return none where a count is below zero
std::optional<std::string> copy_metadata(const char* metadata) {
    if (metadata == nullptr) return std::string();
    const std::int32_t pairs = whole_at(metadata);
    if (pairs < 0) return std::nullopt;
    std::size_t size = sizeof(std::int32_t);
    for (std::int64_t i = 0; i < std::int64_t{2} * pairs; ++i) {
        const std::int32_t length = whole_at(metadata + size);
        if (length < 0) return std::nullopt;
        size += sizeof(std::int32_t) + static_cast<std::size_t>(length);
    }
    return std::string(metadata, size);
}

std::optional<SchemaCopy> copy_at(const ArrowSchema* schema, int depth);

bool copy_children(const ArrowSchema& schema, SchemaCopy& copy, int depth) {
    if (schema.n_children < 0 || (schema.n_children > 0 && schema.children == nullptr)) return false;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        std::optional<SchemaCopy> child = copy_at(schema.children[i], depth + 1);
        if (!child) return false;
        copy.children.push_back(std::move(*child));
    }
    return true;
}

std::optional<SchemaCopy> copy_at(const ArrowSchema* schema, int depth) {
    if (schema == nullptr || schema->release == nullptr || schema->format == nullptr || depth > deepest) return std::nullopt;
    std::optional<std::string> metadata = copy_metadata(schema->metadata);
    if (!metadata) return std::nullopt;
    SchemaCopy copy{schema->name == nullptr ? "" : schema->name, schema->format, std::move(*metadata), schema->flags};
    if (!copy_children(*schema, copy, depth)) return std::nullopt;
    if (schema->dictionary != nullptr) {
        std::optional<SchemaCopy> dictionary = copy_at(schema->dictionary, depth + 1);
        if (!dictionary) return std::nullopt;
        copy.dictionary = std::make_shared<const SchemaCopy>(std::move(*dictionary));
    }
    return copy;
}

void release_if_there(ArrowSchema& schema) noexcept {
    if (schema.release != nullptr) schema.release(&schema);
}

/// What an exported schema points into.
struct Exported {
    SchemaCopy copy;
    std::vector<ArrowSchema> children;
    std::vector<ArrowSchema*> child_pointers;
    ArrowSchema dictionary{};

    explicit Exported(SchemaCopy whole) : copy(std::move(whole)), children(copy.children.size()) {
        child_pointers.reserve(children.size());
        for (ArrowSchema& child : children) child_pointers.push_back(&child);
    }
    Exported(const Exported&) = delete;
    Exported& operator=(const Exported&) = delete;
    ~Exported() {
        for (ArrowSchema& child : children) release_if_there(child);
        release_if_there(dictionary);
    }
};

void release_exported(ArrowSchema* schema) {
    delete static_cast<Exported*>(schema->private_data);
    schema->release = nullptr;
}

}  // namespace

std::optional<SchemaCopy> copy_schema(const ArrowSchema& schema) { return copy_at(&schema, 0); }

void export_schema(const SchemaCopy& copy, ArrowSchema* out) {
    auto own = std::make_unique<Exported>(copy);
    for (std::size_t i = 0; i < own->children.size(); ++i) export_schema(own->copy.children[i], &own->children[i]);
    if (own->copy.dictionary != nullptr) export_schema(*own->copy.dictionary, &own->dictionary);
    ArrowSchema made{};
    made.format = own->copy.format.c_str();
    made.name = own->copy.name.c_str();
    made.metadata = own->copy.metadata.empty() ? nullptr : own->copy.metadata.c_str();
    made.flags = own->copy.flags;
    made.n_children = static_cast<std::int64_t>(own->children.size());
    made.children = own->children.empty() ? nullptr : own->child_pointers.data();
    made.dictionary = own->copy.dictionary == nullptr ? nullptr : &own->dictionary;
    made.release = release_exported;
    made.private_data = own.release();
    *out = made;
}

}  // namespace biaochi::detail
