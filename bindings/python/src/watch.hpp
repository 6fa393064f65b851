#pragma once
/// @file
/// Long work without the interpreter's lock, that a key or a Python function can stop.

#include <cstddef>
#include <exception>
#include <functional>

#include "bindings.hpp"

namespace biaochi::python {

/// Looks after one long call: lets signals in, tells a Python function how far it is, and remembers why it was stopped.
///
/// The interpreter is asked at most every 20 ms, so that a watch costs nothing. Lives longer than the call.
class Watch {
public:
    /// @param progress  None, or a function of the rows done that returns False to stop
    explicit Watch(py::object progress);
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// @return what the call is to ask now and then; it may be called with or without the interpreter's lock
    [[nodiscard]] std::function<bool(std::size_t)> function();

    /// Ends the call, with the interpreter's lock: tells the last number of rows, or raises what stopped the work.
    /// @throws what the interpreter raised (KeyboardInterrupt, an error of the function), or biaochi.Stopped
    void finish(std::size_t rows);

    /// Raises what stopped the work, if anything did.
    void raise() const;

private:
    bool ask(std::size_t done);

    py::object progress_;
    std::exception_ptr failure_;
    bool stopped_ = false;
    long long last_ = 0;  ///< nanoseconds of a steady clock; 0: never asked
};

}  // namespace biaochi::python
