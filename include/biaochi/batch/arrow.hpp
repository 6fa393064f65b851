#pragma once
/// @file
/// Columns from and to the Arrow C Data and C Stream interfaces, without a copy where the layout allows it.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "biaochi/arrow.h"
#include "biaochi/batch/batch.hpp"
#include "biaochi/core/issue.hpp"

namespace biaochi {

/// What becomes of a frame.
struct FrameOptions {
    std::vector<std::string> keep;  ///< columns that are no figures and are handed back, beside region, period, group and label
    std::map<std::string, std::string> columns;  ///< slot by the column's name, where the name is not the slot's id
    bool ranges = false;                         ///< also low and high ends: of the score, the classes and the parts
    std::vector<std::string> parts;              ///< ids of nodes whose points are wanted; "*": all
    bool ranks = false;                          ///< also ranks (the whole frame is read before the first row is handed back)
    bool key = false;                            ///< also the exact score as bytes that sort as scores do; with `ranges` its ends
    bool decimals = false;                       ///< points as decimal128 with the places shown, instead of doubles
    unsigned threads = 1;                        ///< as of BatchRequest
    std::function<bool(std::size_t)> watch;      ///< as of BatchRequest
    std::function<void(const std::vector<Issue>&)> report{};  ///< told what is wrong with an array before it ends a stream; may be empty
};

/// The columns of a schema, found their slots.
struct FrameLayout;

/// A layout, or why there is none.
struct CompiledFrame {
    std::shared_ptr<const FrameLayout> layout;  ///< set only when there is no error
    std::vector<Issue> issues;  ///< `where` is `/columns/` and the column's name, or the place in the options: `/keep/0`, `/parts/1`
};

/// Reads the schema of a frame: a struct of columns named by slots, of the record's own (region, period, group, label), those to be
/// kept, and `SLOT.status` with the status of each figure.
/// @return the layout, or issues unknown_column, missing_column, repeated_column, unsupported_type, released_array, wrong_layout,
///         unknown_node, and those of BatchScorer::check()
[[nodiscard]] CompiledFrame lay_out_frame(const BatchScorer& scorer, const ArrowSchema& schema, const FrameOptions& options);

/// Scores one array of a frame.
/// @param layout  of the array's schema
///
/// The score and the points of a node are null where their two ends are not shown alike, the class where more than one is possible.
///
/// @param array   is taken over whatever comes of it; the kept columns live on in @p out, the others are released
/// @param out     a struct of the kept columns, then score, class, status, issue, and what the options ask for; left released where
///                `watch` stopped it
/// @return issues released_array, wrong_length, wrong_layout; empty: @p out is set
[[nodiscard]] std::vector<Issue> score_array(const FrameLayout& layout, ArrowArray* array, ArrowArray* out);

/// Writes the schema of what score_array() gives.
void result_schema(const FrameLayout& layout, ArrowSchema* out);

/// Scores a stream, array by array as they are asked for.
/// @param scorer   ready rules
/// @param stream   is taken over whatever comes of it
/// @param options  see FrameOptions
/// @param out      the stream of results, where there are no issues
/// @return issues of the schema; those of an array end the stream with EINVAL and are told by its get_last_error, and a stop by `watch`
///         ends it with ECANCELED
[[nodiscard]] std::vector<Issue> score_stream(const BatchScorer& scorer, ArrowArrayStream* stream, const FrameOptions& options,
                                              ArrowArrayStream* out);

}  // namespace biaochi
