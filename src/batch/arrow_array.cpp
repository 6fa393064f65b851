/// @file
/// From an array of figures to an array of answers.

#include "batch/arrow_array.hpp"

#include <utility>

#include "batch/arrow_check.hpp"
#include "batch/arrow_ranks.hpp"

namespace biaochi {
namespace detail {
namespace {

/// Takes a column out of the frame, so that it lives on without the others.
TakenArray take_kept(const FrameLayout& layout, const ArrowArray& array, std::size_t child) {
    const ArrowArray& column = *array.children[child];
    SharedBuffer validity;
    if (validity_of(array) != nullptr && array.length > 0 && has_validity(layout.schema.children[child].format)) {
        validity = joint_validity(array, column, static_cast<std::size_t>(column.offset) + first_row(array));
    }
    return hand_on(TakenArray(array.children[child]), array.offset, array.length, std::move(validity));
}

TakenArray result_of(const FrameLayout& layout, const ArrowArray& array, const FrameAnswers& answers, const RowRanks& ranks) {
    ArrayParts parts{array.length, 0, {nullptr}};
    parts.children.reserve(layout.fields.size());
    for (const FrameField& field : layout.fields) {
        parts.children.push_back(field.kind == FieldKind::kept ? take_kept(layout, array, field.index) : answers.array(field, ranks));
    }
    return make_array(std::move(parts));
}

}  // namespace

ReadArray read_array(const FrameLayout& layout, TakenArray array, std::vector<Issue>& issues) {
    ReadArray read{std::move(array)};
    issues = check_array(layout, *read.array);
    if (issues.empty()) read.columns = read_columns(layout, *read.array, issues);
    return read;
}

TakenArray score_read(const FrameLayout& layout, ReadArray read, const RowRanks& ranks, std::size_t before, std::vector<Issue>& issues) {
    FrameAnswers answers(layout, row_count(*read.array));
    if (!answers.score(read.columns.columns, before)) return {};
    issues = answers.issues();
    if (!issues.empty()) return {};
    return result_of(layout, *read.array, answers, ranks);
}

}  // namespace detail

std::vector<Issue> score_array(const FrameLayout& layout, ArrowArray* array, ArrowArray* out) {
    std::vector<Issue> issues;
    detail::ReadArray read = detail::read_array(layout, detail::TakenArray(array), issues);
    if (!issues.empty()) return issues;
    detail::RowRanks ranks;
    if (layout.options.ranks) {
        detail::FrameCohorts cohorts(layout);
        cohorts.add(*read.array, issues);
        if (!issues.empty()) return issues;
        auto found = detail::rank_frame(layout, read.columns.columns, detail::row_count(*read.array), cohorts);
        if (!found) {
            *out = ArrowArray{};
            return issues;
        }
        ranks = std::move(*found);
    }
    detail::TakenArray result = detail::score_read(layout, std::move(read), ranks, 0, issues);
    if (issues.empty()) detail::give(std::move(result), out);
    return issues;
}

}  // namespace biaochi
