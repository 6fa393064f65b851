/// @file
/// Arrays with the memory that they point into.

#include "batch/arrow_export.hpp"

#include <cstring>
#include <new>

namespace biaochi::detail {
namespace {

constexpr std::align_val_t alignment{64};

/// What an array of ours points into.
struct Exported {
    ArrayParts parts;
    std::vector<const void*> buffers{};
    std::vector<ArrowArray*> children{};
    TakenArray source{};  ///< of an array that is handed on
};

void release_exported(ArrowArray* array) {
    delete static_cast<Exported*>(array->private_data);
    array->release = nullptr;
}

/// @return the array; it owns what it points into from here on
TakenArray owner_of(std::unique_ptr<Exported> own, ArrowArray made) noexcept {
    made.buffers = own->buffers.empty() ? nullptr : own->buffers.data();
    made.n_buffers = static_cast<std::int64_t>(own->buffers.size());
    made.release = release_exported;
    made.private_data = own.release();
    return TakenArray(&made);
}

}  // namespace

Buffer::Buffer(std::size_t bytes) : bytes_(static_cast<std::byte*>(::operator new(bytes == 0 ? 1 : bytes, alignment))) {}

Buffer::~Buffer() { ::operator delete(bytes_, alignment); }

TakenArray make_array(ArrayParts parts) {
    auto own = std::make_unique<Exported>(Exported{std::move(parts)});
    own->buffers.reserve(own->parts.buffers.size());
    for (const SharedBuffer& buffer : own->parts.buffers) own->buffers.push_back(buffer == nullptr ? nullptr : buffer->as<void>());
    own->children.reserve(own->parts.children.size());
    for (TakenArray& child : own->parts.children) own->children.push_back(&*child);
    ArrowArray made{};
    made.length = own->parts.length;
    made.null_count = own->parts.nulls;
    made.n_children = static_cast<std::int64_t>(own->children.size());
    made.children = own->children.empty() ? nullptr : own->children.data();
    made.dictionary = own->parts.dictionary->release == nullptr ? nullptr : &*own->parts.dictionary;
    return owner_of(std::move(own), made);
}

TakenArray text_array(const std::vector<std::string>& texts) {
    std::string bytes;
    for (const std::string& text : texts) bytes += text;
    const SharedBuffer ends = make_buffer<std::int32_t>(texts.size() + 1);
    std::int32_t end = 0;
    ends->as<std::int32_t>()[0] = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) ends->as<std::int32_t>()[i + 1] = end += static_cast<std::int32_t>(texts[i].size());
    const SharedBuffer data = make_buffer<char>(bytes.size());
    if (!bytes.empty()) std::memcpy(data->as<char>(), bytes.data(), bytes.size());
    return make_array({static_cast<std::int64_t>(texts.size()), 0, {nullptr, ends, data}});
}

TakenArray hand_on(TakenArray source, std::int64_t first, std::int64_t rows, SharedBuffer validity) {
    auto own = std::make_unique<Exported>();
    if (source->n_buffers > 0) own->buffers.assign(source->buffers, source->buffers + source->n_buffers);
    ArrowArray made = *source;
    const bool whole = first == 0 && rows == source->length;
    if (!whole && made.null_count != 0) made.null_count = -1;
    if (validity != nullptr && !own->buffers.empty()) {
        own->buffers.front() = validity->as<void>();
        own->parts.buffers.push_back(std::move(validity));
        made.null_count = -1;
    }
    // Some readers look for the rows before the offset even where there are none after it.
    made.offset = rows == 0 ? 0 : made.offset + first;
    made.length = rows;
    own->source = std::move(source);
    return owner_of(std::move(own), made);
}

}  // namespace biaochi::detail
