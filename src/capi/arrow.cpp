/// @file
/// Frames through the C interface.

#include "biaochi/arrow.h"

#include <utility>

#include "biaochi/batch/arrow.hpp"
#include "capi/columns.hpp"
#include "capi/frame_options.hpp"
#include "capi/guard.hpp"

using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

namespace {

/// Releases what was taken over and not handed on.
template <class Structure>
class Taken {
public:
    explicit Taken(Structure* given) noexcept : own_(std::exchange(*given, Structure{})) {}
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;
    ~Taken() {
        if (own_.release != nullptr) own_.release(&own_);
    }

    [[nodiscard]] Structure* get() noexcept { return &own_; }

private:
    Structure own_;
};

}  // namespace

biaochi_status biaochi_columns_score_array(const biaochi_columns* columns, const ArrowSchema* schema, ArrowArray* array,
                                           const char* options, biaochi_error* error, ArrowSchema* out_schema, ArrowArray* out) {
    if (columns == nullptr) return null_argument(error, "columns");
    if (schema == nullptr) return null_argument(error, "schema");
    if (array == nullptr) return null_argument(error, "array");
    if (out_schema == nullptr) return null_argument(error, "out_schema");
    if (out == nullptr) return null_argument(error, "out");
    Taken<ArrowArray> taken(array);
    return guard(error, [&] {
        const biaochi::capi::ReadOptions wanted = biaochi::capi::read_frame_options(options);
        if (!wanted.issues.empty()) return wrong_text(error, wanted.issues);
        const biaochi::CompiledFrame frame = lay_out_frame(columns->scorer, *schema, wanted.options);
        if (!frame.layout) return wrong_text(error, frame.issues);
        ArrowArray result{};
        const auto issues = score_array(*frame.layout, taken.get(), &result);
        if (!issues.empty()) return wrong_text(error, issues);
        Taken<ArrowArray> scored(&result);
        ArrowSchema result_type{};
        result_schema(*frame.layout, &result_type);
        *out_schema = result_type;
        *out = std::exchange(*scored.get(), ArrowArray{});
        return BIAOCHI_STATUS_OK;
    });
}

biaochi_status biaochi_columns_score_stream(const biaochi_columns* columns, ArrowArrayStream* stream, const char* options,
                                            biaochi_error* error, ArrowArrayStream* out) {
    if (columns == nullptr) return null_argument(error, "columns");
    if (stream == nullptr) return null_argument(error, "stream");
    if (out == nullptr) return null_argument(error, "out");
    Taken<ArrowArrayStream> taken(stream);
    return guard(error, [&] {
        const biaochi::capi::ReadOptions wanted = biaochi::capi::read_frame_options(options);
        if (!wanted.issues.empty()) return wrong_text(error, wanted.issues);
        ArrowArrayStream results{};
        const auto issues = score_stream(columns->scorer, taken.get(), wanted.options, &results);
        if (has_errors(issues)) return wrong_text(error, issues);
        *out = results;
        return BIAOCHI_STATUS_OK;
    });
}
