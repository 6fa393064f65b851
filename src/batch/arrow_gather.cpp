/// @file
/// All arrays of a stream, read and joined.

#include "biaochi/batch/gather.hpp"

#include <string>
#include <utility>

#include "batch/arrow_array.hpp"
#include "batch/arrow_check.hpp"
#include "batch/arrow_ranks.hpp"

namespace biaochi {
namespace {

/// What a stream gave, released with this.
template <class T>
class Released {
public:
    Released() = default;
    explicit Released(T* taken) noexcept : value_(std::exchange(*taken, T{})) {}
    Released(const Released&) = delete;
    Released& operator=(const Released&) = delete;
    ~Released() {
        if (value_.release != nullptr) value_.release(&value_);
    }

    [[nodiscard]] T* get() noexcept { return &value_; }

private:
    T value_{};
};

/// What columns point into.
struct Held {
    std::vector<detail::ReadArray> arrays;
    detail::FrameColumns joined;
};

Issue stream_failed(ArrowArrayStream& stream) {
    const char* words = stream.get_last_error == nullptr ? nullptr : stream.get_last_error(&stream);
    return make_issue(IssueCode::wrong_layout, "/columns", {"stream", words == nullptr ? "get_next" : words});
}

/// Reads arrays until one is wrong.
void read_arrays(const FrameLayout& layout, ArrowArrayStream& stream, Held& held, std::vector<Issue>& issues) {
    while (issues.empty()) {
        Released<ArrowArray> array;
        if (stream.get_next(&stream, array.get()) != 0) {
            issues.push_back(stream_failed(stream));
            return;
        }
        if (array.get()->release == nullptr) return;
        held.arrays.push_back(detail::read_array(layout, detail::TakenArray(array.get()), issues));
    }
}

void join(Held& held, GatheredFrame& frame) {
    std::vector<detail::FrameColumns> parts;
    std::vector<std::size_t> rows;
    parts.reserve(held.arrays.size());
    rows.reserve(held.arrays.size());
    for (const detail::ReadArray& each : held.arrays) {
        parts.push_back(each.columns);
        rows.push_back(detail::row_count(*each.array));
        frame.rows += rows.back();
    }
    held.joined = detail::join_columns(parts, rows);
    frame.columns = held.joined.columns;
}

}  // namespace

GatheredFrame gather_stream(const BatchScorer& scorer, ArrowArrayStream* stream, const FrameOptions& options) {
    GatheredFrame frame;
    if (stream == nullptr || stream->release == nullptr) {
        frame.issues.push_back(make_issue(IssueCode::released_array, "/columns", {"stream"}));
        return frame;
    }
    Released<ArrowArrayStream> taken(stream);
    if (taken.get()->get_schema == nullptr || taken.get()->get_next == nullptr) {
        frame.issues.push_back(make_issue(IssueCode::wrong_layout, "/columns", {"stream", "get_schema, get_next = NULL"}));
        return frame;
    }
    Released<ArrowSchema> schema;
    if (taken.get()->get_schema(taken.get(), schema.get()) != 0) {
        frame.issues.push_back(stream_failed(*taken.get()));
        return frame;
    }
    const CompiledFrame compiled = detail::lay_out_figures(scorer, *schema.get(), options);
    frame.issues = compiled.issues;
    if (!compiled.layout) return frame;
    const auto held = std::make_shared<Held>();
    read_arrays(*compiled.layout, *taken.get(), *held, frame.issues);
    if (has_errors(frame.issues)) return frame;
    join(*held, frame);
    frame.held = held;
    return frame;
}

}  // namespace biaochi
