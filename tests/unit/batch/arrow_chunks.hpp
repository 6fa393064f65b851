#pragma once
/// @file
/// Streams made by hand, and what comes of scoring them, for the tests of Arrow.

#include <deque>

#include "arrow_frame.hpp"

namespace biaochi::support {

/// A stream made by hand.
struct Chunks {
    ArrowNode type;
    std::deque<ArrowNode> arrays;
    int schema_code = 0;
    int end_code = 0;  ///< after the last array
    int asked = 0;
};

inline ArrowArrayStream stream_of(Chunks& chunks) {
    ArrowArrayStream stream{};
    stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
        auto& own = *static_cast<Chunks*>(self->private_data);
        if (own.schema_code == 0) export_schema(own.type, out);
        return own.schema_code;
    };
    stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
        auto& own = *static_cast<Chunks*>(self->private_data);
        ++own.asked;
        *out = ArrowArray{};
        if (own.arrays.empty()) return own.end_code;
        export_array(own.arrays.front(), out);
        own.arrays.pop_front();
        return 0;
    };
    stream.get_last_error = [](ArrowArrayStream*) -> const char* { return "the disk is full"; };
    stream.release = [](ArrowArrayStream* self) {
        --unreleased();
        self->release = nullptr;
    };
    stream.private_data = &chunks;
    ++unreleased();
    return stream;
}

/// What came of reading a stream to its end.
struct Read {
    Table table;
    std::vector<std::string> issues;
    int code = 0;
    std::string error;
    std::vector<std::int64_t> lengths;
};

inline Read read_all(Chunks& chunks, const FrameOptions& options = {}, const BatchScorer& ready = scorer()) {
    ArrowArrayStream stream = stream_of(chunks);
    ArrowArrayStream results{};
    Read read;
    read.issues = found(score_stream(ready, &stream, options, &results));
    EXPECT_EQ(stream.release, nullptr);
    if (results.release == nullptr) return read;
    ArrowSchema type{};
    EXPECT_EQ(results.get_schema(&results, &type), 0);
    while (true) {
        ArrowArray array{};
        read.code = results.get_next(&results, &array);
        if (read.code != 0 || array.release == nullptr) break;
        read.lengths.push_back(array.length);
        read_into(read.table, type, array);
        array.release(&array);
    }
    if (const char* words = results.get_last_error(&results)) read.error = words;
    type.release(&type);
    results.release(&results);
    return read;
}

}  // namespace biaochi::support
