#pragma once
/// @file
/// Arrow schemas of our own: copied from another's, handed out.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "biaochi/arrow.h"

namespace biaochi::detail {

/// A type with its name, whole and our own.
struct SchemaCopy {
    std::string name;
    std::string format;
    std::string metadata{};  ///< as the interface encodes it; empty: none
    std::int64_t flags = ARROW_FLAG_NULLABLE;
    std::vector<SchemaCopy> children{};
    std::shared_ptr<const SchemaCopy> dictionary{};
};

/// Copies a schema.
/// @return none where it was released, has counts below zero, null pointers, or nests too deep
[[nodiscard]] std::optional<SchemaCopy> copy_schema(const ArrowSchema& schema);

/// Hands a schema out; whoever gets it releases it.
void export_schema(const SchemaCopy& copy, ArrowSchema* out);

}  // namespace biaochi::detail
