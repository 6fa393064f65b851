#pragma once
/// @file
/// Streams of the Arrow C interface, taken from Python objects and given to them.

#include <string>
#include <vector>

#include "biaochi/arrow.h"
#include "bindings.hpp"

namespace biaochi::python {

/// A stream that is released with its owner.
class OwnedStream {
public:
    OwnedStream() = default;
    /// Takes a stream over; the other is left released.
    explicit OwnedStream(ArrowArrayStream& other) noexcept;
    OwnedStream(OwnedStream&& other) noexcept;
    OwnedStream& operator=(OwnedStream&& other) noexcept;
    ~OwnedStream();

    [[nodiscard]] ArrowArrayStream* get() noexcept { return &stream_; }
    [[nodiscard]] bool is_released() const noexcept { return stream_.release == nullptr; }
    /// @return the stream, which is the caller's to release from now on
    [[nodiscard]] ArrowArrayStream give() noexcept;
    /// @return what the stream says of its failure
    [[nodiscard]] std::string last_error();

private:
    ArrowArrayStream stream_{};
};

/// Takes a frame of any kind: what it hands out by `__arrow_c_stream__`, or else by `__arrow_c_array__`.
/// @throws DataError with issue released_array, py::type_error for an object that hands out neither
[[nodiscard]] OwnedStream take_stream(py::handle frame);

/// Reads a stream to its end, without needing the interpreter; what is read stands ready in the stream that is returned.
/// @param error  filled where the stream failed
[[nodiscard]] OwnedStream read_all(OwnedStream stream, std::string& error);

/// @return the names of a stream's columns
[[nodiscard]] std::vector<std::string> column_names(OwnedStream& stream);

/// @return the stream in a capsule, as `__arrow_c_stream__` returns it
[[nodiscard]] py::capsule to_capsule(OwnedStream stream);

}  // namespace biaochi::python
