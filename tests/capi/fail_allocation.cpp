/// @file
/// The global operator new, replaced by one that fails when it is told to.

#include "fail_allocation.h"

#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

long countdown = 0;
bool failed = false;

void* allocate(std::size_t size) noexcept {
    if (countdown > 0 && --countdown == 0) {
        failed = true;
        return nullptr;
    }
    return std::malloc(size == 0 ? 1 : size);
}

void* there(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

void* allocate_or_throw(std::size_t size) { return there(allocate(size)); }

/// Memory of a wider alignment, as buffers of columns have it.
void* allocate_aligned(std::size_t size, std::align_val_t alignment) noexcept {
    if (countdown > 0 && --countdown == 0) {
        failed = true;
        return nullptr;
    }
    const auto step = static_cast<std::size_t>(alignment);
    return std::aligned_alloc(step, (size + step) / step * step);
}

}  // namespace

void fail_allocation(long n) {
    countdown = n;
    failed = false;
}

int allocation_failed(void) { return failed ? 1 : 0; }

void* operator new(std::size_t size) { return allocate_or_throw(size); }
void* operator new[](std::size_t size) { return allocate_or_throw(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new(std::size_t size, std::align_val_t alignment) { return there(allocate_aligned(size, alignment)); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
