#pragma once
/// @file
/// Arrow arrays of our own making, and those of others that are handed on.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "biaochi/arrow.h"

namespace biaochi::detail {

/// Bytes at an address that the interface recommends; they are not set to anything.
class Buffer {
public:
    explicit Buffer(std::size_t bytes);
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer();

    template <class T>
    [[nodiscard]] T* as() const noexcept {
        return reinterpret_cast<T*>(bytes_);
    }

private:
    std::byte* bytes_;
};

/// Shared, since columns of a result may have values in common.
using SharedBuffer = std::shared_ptr<const Buffer>;

/// Room for @p count values.
template <class T>
[[nodiscard]] SharedBuffer make_buffer(std::size_t count) {
    return std::make_shared<const Buffer>(count * sizeof(T));
}

/// A bit a row, set from the first row on.
class Bitmap {
public:
    explicit Bitmap(std::size_t rows) : buffer_(make_buffer<std::uint8_t>((rows + 7) / 8)) {}

    /// Sets the bits of @p rows rows from @p first, a multiple of 8; @p holds says which.
    template <class Holds>
    void fill(std::size_t first, std::size_t rows, Holds holds) {
        auto* bytes = buffer_->as<std::uint8_t>() + first / 8;
        for (std::size_t i = 0; i < rows; i += 8) {
            unsigned byte = 0;
            const std::size_t end = rows - i < 8 ? rows - i : 8;
            for (std::size_t k = 0; k < end; ++k) {
                const bool set = holds(i + k);
                byte |= static_cast<unsigned>(set) << k;
                nulls_ += set ? 0 : 1;
            }
            bytes[i / 8] = static_cast<std::uint8_t>(byte);
        }
    }

    [[nodiscard]] std::int64_t nulls() const noexcept { return nulls_; }
    /// @return the bits; null where all are set
    [[nodiscard]] SharedBuffer buffer() const { return nulls_ == 0 ? nullptr : buffer_; }

private:
    SharedBuffer buffer_;
    std::int64_t nulls_ = 0;
};

/// An array that is taken over: released when nobody took it further.
class TakenArray {
public:
    TakenArray() = default;
    /// @param array  is left released; may be null
    explicit TakenArray(ArrowArray* array) noexcept {
        if (array != nullptr) array_ = std::exchange(*array, ArrowArray{});
    }
    TakenArray(TakenArray&& other) noexcept : array_(std::exchange(other.array_, ArrowArray{})) {}
    TakenArray& operator=(TakenArray&& other) noexcept {
        std::swap(array_, other.array_);
        return *this;
    }
    TakenArray(const TakenArray&) = delete;
    TakenArray& operator=(const TakenArray&) = delete;
    ~TakenArray() {
        if (array_.release != nullptr) array_.release(&array_);
    }

    [[nodiscard]] ArrowArray& operator*() noexcept { return array_; }
    [[nodiscard]] const ArrowArray& operator*() const noexcept { return array_; }
    [[nodiscard]] const ArrowArray* operator->() const noexcept { return &array_; }

private:
    ArrowArray array_{};
};

/// An array on its way out.
struct ArrayParts {
    std::int64_t length = 0;
    std::int64_t nulls = 0;
    std::vector<SharedBuffer> buffers{};  ///< validity first; null where there is none
    std::vector<TakenArray> children{};
    TakenArray dictionary{};
};

/// Makes an array of our own.
[[nodiscard]] TakenArray make_array(ArrayParts parts);

/// Makes an array of texts without nulls.
[[nodiscard]] TakenArray text_array(const std::vector<std::string>& texts);

/// Hands on a part of another's array.
/// @param source    is taken over
/// @param first     the first row of it, beside its own offset
/// @param rows      how many
/// @param validity  stands for the array's own bits, whose first is that of its row 0 before any offset; null: they stay
[[nodiscard]] TakenArray hand_on(TakenArray source, std::int64_t first, std::int64_t rows, SharedBuffer validity);

/// Gives an array away.
inline void give(TakenArray array, ArrowArray* out) noexcept { *out = std::exchange(*array, ArrowArray{}); }

}  // namespace biaochi::detail
