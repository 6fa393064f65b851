/// @file
/// Streams of the Arrow C interface, taken from Python objects and given to them.

#include <cerrno>
#include <deque>
#include <memory>
#include <utility>

#include "errors.hpp"
#include "frames.hpp"

namespace biaochi::python {

namespace {

constexpr const char* stream_name = "arrow_array_stream";

template <class Structure>
void release(Structure& structure) noexcept {
    if (structure.release != nullptr) structure.release(&structure);
}

template <class Structure>
Structure take(Structure& structure) noexcept {
    Structure taken = structure;
    structure.release = nullptr;
    return taken;
}

/// What a stream of our own has ready: arrays, and a schema or the stream that tells it.
struct Ready {
    OwnedStream source{};
    ArrowSchema schema{};
    std::deque<ArrowArray> arrays{};

    Ready() = default;
    Ready(const Ready&) = delete;
    Ready& operator=(const Ready&) = delete;
    ~Ready() {
        release(schema);
        for (ArrowArray& array : arrays) release(array);
    }
};

Ready& ready_of(ArrowArrayStream* stream) noexcept { return *static_cast<Ready*>(stream->private_data); }

/// A schema of our own can be told once.
int ready_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    Ready& ready = ready_of(stream);
    if (!ready.source.is_released()) return ready.source.get()->get_schema(ready.source.get(), out);
    if (ready.schema.release == nullptr) return EINVAL;
    *out = take(ready.schema);
    return 0;
}

int ready_next(ArrowArrayStream* stream, ArrowArray* out) {
    Ready& ready = ready_of(stream);
    *out = ArrowArray{};
    if (ready.arrays.empty()) return 0;
    *out = take(ready.arrays.front());
    ready.arrays.pop_front();
    return 0;
}

const char* ready_error(ArrowArrayStream* stream) { return ready_of(stream).source.is_released() ? nullptr : "the stream failed"; }

void ready_release(ArrowArrayStream* stream) {
    delete static_cast<Ready*>(stream->private_data);
    stream->release = nullptr;
}

OwnedStream stream_of(std::unique_ptr<Ready> ready) {
    ArrowArrayStream stream{ready_schema, ready_next, ready_error, ready_release, ready.release()};
    return OwnedStream(stream);
}

[[noreturn]] void raise_released() { raise_issues(Fault::data, {make_issue(IssueCode::released_array, "/columns", {"stream"})}); }

/// What a capsule of that name points to.
template <class Structure>
Structure& opened(py::handle capsule, const char* name) {
    void* pointer = PyCapsule_GetPointer(capsule.ptr(), name);
    if (pointer == nullptr) {
        PyErr_Clear();
        throw py::type_error(std::string("expected a capsule named ") + name);
    }
    auto& structure = *static_cast<Structure*>(pointer);
    if (structure.release == nullptr) raise_released();
    return structure;
}

OwnedStream take_array(py::handle frame) {
    const py::object pair = frame.attr("__arrow_c_array__")();
    if (!py::isinstance<py::tuple>(pair) || py::len(pair) != 2) throw py::type_error("__arrow_c_array__ gave no pair of capsules");
    const auto capsules = py::reinterpret_borrow<py::tuple>(pair);
    auto& schema = opened<ArrowSchema>(capsules[0], "arrow_schema");
    auto& array = opened<ArrowArray>(capsules[1], "arrow_array");
    auto ready = std::make_unique<Ready>();
    ready->schema = take(schema);
    ready->arrays.emplace_back() = take(array);
    return stream_of(std::move(ready));
}

void release_capsule(PyObject* capsule) {
    auto* stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, stream_name));
    release(*stream);
    delete stream;
}

}  // namespace

OwnedStream::OwnedStream(ArrowArrayStream& other) noexcept : stream_(take(other)) {}
OwnedStream::OwnedStream(OwnedStream&& other) noexcept : stream_(take(other.stream_)) {}
OwnedStream& OwnedStream::operator=(OwnedStream&& other) noexcept {
    std::swap(stream_, other.stream_);
    return *this;
}
OwnedStream::~OwnedStream() { release(stream_); }

ArrowArrayStream OwnedStream::give() noexcept { return take(stream_); }

std::string OwnedStream::last_error() {
    const char* words = stream_.get_last_error == nullptr ? nullptr : stream_.get_last_error(&stream_);
    return words == nullptr ? "the stream failed" : words;
}

OwnedStream take_stream(py::handle frame) {
    if (py::hasattr(frame, "__arrow_c_stream__")) {
        const py::object capsule = frame.attr("__arrow_c_stream__")();
        return OwnedStream(opened<ArrowArrayStream>(capsule, stream_name));
    }
    if (py::hasattr(frame, "__arrow_c_array__")) return take_array(frame);
    throw py::type_error(std::string("expected a frame, found ") + Py_TYPE(frame.ptr())->tp_name);
}

OwnedStream read_all(OwnedStream stream, std::string& error) {
    auto ready = std::make_unique<Ready>();
    for (;;) {
        ArrowArray& array = ready->arrays.emplace_back();  // there is room for it before it is made
        if (stream.get()->get_next(stream.get(), &array) != 0) {
            array.release = nullptr;  // of a failed call nothing is left to release
            error = stream.last_error();
            return {};
        }
        if (array.release == nullptr) break;
    }
    ready->arrays.pop_back();
    ready->source = std::move(stream);
    return stream_of(std::move(ready));
}

std::vector<std::string> column_names(OwnedStream& stream) {
    std::vector<std::string> names;
    Ready told;
    if (stream.get()->get_schema(stream.get(), &told.schema) != 0) return names;
    names.reserve(static_cast<std::size_t>(told.schema.n_children));
    for (std::int64_t i = 0; i < told.schema.n_children; ++i) names.emplace_back(told.schema.children[i]->name);
    return names;
}

py::capsule to_capsule(OwnedStream stream) {
    auto given = std::make_unique<ArrowArrayStream>();
    py::capsule capsule(given.get(), stream_name, &release_capsule);
    *given.release() = stream.give();
    return capsule;
}

}  // namespace biaochi::python
