/// @file
/// Long work without the interpreter's lock, that a key or a Python function can stop.

#include "watch.hpp"

#include <chrono>
#include <utility>

#include "errors.hpp"

namespace biaochi::python {

namespace {

constexpr std::chrono::nanoseconds pause = std::chrono::milliseconds(20);

long long now() { return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1); }

}  // namespace

Watch::Watch(py::object progress) : progress_(std::move(progress)) {}

std::function<bool(std::size_t)> Watch::function() {
    return [this](std::size_t done) {
        if (stopped_ || failure_) return false;
        const long long time = now();
        if (last_ != 0 && time - last_ < pause.count()) return true;
        last_ = time;
        const py::gil_scoped_acquire locked;
        return ask(done);
    };
}

bool Watch::ask(std::size_t done) {
    try {
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
        if (!progress_.is_none()) stopped_ = progress_(done).is(py::bool_(false));
    } catch (...) {
        failure_ = std::current_exception();
    }
    return !stopped_ && !failure_;
}

void Watch::raise() const {
    if (failure_) std::rethrow_exception(failure_);
    if (stopped_) raise_stopped();
}

void Watch::finish(std::size_t rows) {
    raise();
    if (progress_.is_none()) return;
    progress_(rows);  // the work is done: there is nothing left to stop
}

}  // namespace biaochi::python
