#pragma once
/// @file
/// Room for blocks of doubles.

#include <cstddef>
#include <new>
#include <vector>

namespace biaochi::detail {

/// Allocates where a line of the cache begins: a vector of 8 doubles that lies on two lines is read and written twice.
template <class T>
class LineAllocator {
public:
    using value_type = T;

    LineAllocator() = default;
    template <class Other>
    explicit LineAllocator(const LineAllocator<Other>& /*other*/) noexcept {}

    T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), line)); }
    void deallocate(T* at, std::size_t /*count*/) noexcept { ::operator delete(at, line); }

    friend bool operator==(const LineAllocator& /*a*/, const LineAllocator& /*b*/) noexcept { return true; }

private:
    static constexpr std::align_val_t line{64};
};

/// Doubles side by side, the first where a line begins.
using Room = std::vector<double, LineAllocator<double>>;

}  // namespace biaochi::detail
