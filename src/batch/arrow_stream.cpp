/// @file
/// A stream that scores another as it is read.

#include <cerrno>
#include <deque>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "batch/arrow_array.hpp"
#include "batch/arrow_check.hpp"
#include "batch/arrow_ranks.hpp"

namespace biaochi {
namespace {

using detail::ReadArray;
using detail::RowRanks;
using detail::TakenArray;

constexpr const char* stopped_words = "stopped";

std::string words_of(const Issue& issue) {
    std::string words(name(issue.code));
    words.append(" ").append(issue.where).append(": ").append(issue.message.en).append(" / ").append(issue.message.zh);
    return words;
}

/// The stream that is read; released with this.
class TakenStream {
public:
    explicit TakenStream(ArrowArrayStream* stream) noexcept : stream_(std::exchange(*stream, ArrowArrayStream{})) {}
    TakenStream(TakenStream&& other) noexcept : TakenStream(&other.stream_) {}
    TakenStream(const TakenStream&) = delete;
    TakenStream& operator=(const TakenStream&) = delete;
    ~TakenStream() {
        if (stream_.release != nullptr) stream_.release(&stream_);
    }

    [[nodiscard]] bool usable() const noexcept { return stream_.get_schema != nullptr && stream_.get_next != nullptr; }

    [[nodiscard]] int schema(ArrowSchema* out) { return stream_.get_schema(&stream_, out); }
    [[nodiscard]] int next(ArrowArray* out) { return stream_.get_next(&stream_, out); }
    [[nodiscard]] std::string last_error() {
        const char* words = stream_.get_last_error == nullptr ? nullptr : stream_.get_last_error(&stream_);
        return words == nullptr ? "the stream that was handed in failed" : words;
    }

private:
    ArrowArrayStream stream_;
};

/// A schema that is released when nobody needs it any more.
struct TakenSchema {
    TakenSchema() = default;
    TakenSchema(const TakenSchema&) = delete;
    TakenSchema& operator=(const TakenSchema&) = delete;
    ~TakenSchema() {
        if (schema.release != nullptr) schema.release(&schema);
    }

    ArrowSchema schema{};
};

/// An array that was read before its turn, since ranks need all of them.
struct Waiting {
    ReadArray read;
    RowRanks ranks{};
};

/// What the stream of results stands on.
class Results {
public:
    explicit Results(TakenStream source) : source_(std::move(source)) {}

    [[nodiscard]] TakenStream& source() noexcept { return source_; }
    void set_layout(std::shared_ptr<const FrameLayout> layout) { layout_ = std::move(layout); }
    [[nodiscard]] const FrameLayout& layout() const noexcept { return *layout_; }
    [[nodiscard]] const std::string& error() const noexcept { return error_; }

    /// @return 0 or an errno; a failed stream stays failed
    int next(ArrowArray* out) {
        if (failed_ != 0) return failed_;
        if (layout_->options.ranks && !gathered_ && (failed_ = gather()) != 0) return failed_;
        std::optional<Waiting> turn;
        failed_ = layout_->options.ranks ? take_waiting(turn) : read_next(turn);
        if (failed_ != 0) return failed_;
        if (!turn) {
            *out = ArrowArray{};
            return 0;
        }
        return failed_ = score(std::move(*turn), out);
    }

    /// @param words  as long as no memory is to be had, they may be lost; that it failed is not
    int fail(int code, const char* words) {
        failed_ = code;
        error_ = words;
        return code;
    }

private:
    int fail(const std::vector<Issue>& issues) {
        failed_ = EINVAL;
        if (layout_->options.report) layout_->options.report(issues);
        return fail(EINVAL, words_of(issues.front()).c_str());
    }

    /// @param turn  stays none at the end of the stream
    int read_next(std::optional<Waiting>& turn) {
        if (ended_) return 0;
        ArrowArray array{};
        if (const int code = source_.next(&array); code != 0) return fail(code, source_.last_error().c_str());
        ended_ = array.release == nullptr;
        if (ended_) return 0;
        std::vector<Issue> issues;
        ReadArray read = detail::read_array(*layout_, TakenArray(&array), issues);
        if (!issues.empty()) return fail(issues);
        turn.emplace(Waiting{std::move(read)});
        return 0;
    }

    int take_waiting(std::optional<Waiting>& turn) {
        if (waiting_.empty()) return 0;
        turn.emplace(std::move(waiting_.front()));
        waiting_.pop_front();
        return 0;
    }

    /// Reads everything and ranks it.
    int gather() {
        gathered_ = true;
        detail::FrameCohorts cohorts(*layout_);
        std::vector<detail::FrameColumns> parts;
        std::vector<std::size_t> rows;
        for (std::optional<Waiting> turn;; turn.reset()) {
            if (const int code = read_next(turn); code != 0) return code;
            if (!turn) break;
            std::vector<Issue> issues;
            cohorts.add(*turn->read.array, issues);
            if (!issues.empty()) return fail(issues);
            parts.push_back(turn->read.columns);
            rows.push_back(detail::row_count(*turn->read.array));
            waiting_.push_back(std::move(*turn));
        }
        return rank(detail::join_columns(parts, rows), rows, cohorts);
    }

    int rank(const detail::FrameColumns& joined, const std::vector<std::size_t>& rows, const detail::FrameCohorts& cohorts) {
        if (waiting_.empty()) return 0;
        std::size_t total = 0;
        for (const std::size_t each : rows) total += each;
        const auto ranks = detail::rank_frame(*layout_, joined.columns, total, cohorts);
        if (!ranks) return fail(ECANCELED, stopped_words);
        std::size_t first = 0;
        for (std::size_t i = 0; i < rows.size(); first += rows[i++]) waiting_[i].ranks = detail::part_of(*ranks, first, rows[i]);
        return 0;
    }

    int score(Waiting turn, ArrowArray* out) {
        std::vector<Issue> issues;
        const std::size_t rows = detail::row_count(*turn.read.array);
        TakenArray result = detail::score_read(*layout_, std::move(turn.read), turn.ranks, before_, issues);
        if (!issues.empty()) return fail(issues);
        if (result->release == nullptr) return fail(ECANCELED, stopped_words);
        before_ += rows;
        detail::give(std::move(result), out);
        return 0;
    }

    TakenStream source_;
    std::shared_ptr<const FrameLayout> layout_{};
    std::deque<Waiting> waiting_{};
    std::size_t before_ = 0;
    bool gathered_ = false;
    bool ended_ = false;  ///< the source has no more arrays
    int failed_ = 0;
    std::string error_{};
};

Results& results_of(ArrowArrayStream* stream) noexcept { return *static_cast<Results*>(stream->private_data); }

/// Runs a call of the interface, which knows no exceptions.
template <class Body>
int guarded(ArrowArrayStream* stream, Body body) noexcept {
    try {
        try {
            return body(results_of(stream));
        } catch (const std::bad_alloc&) {
            return results_of(stream).fail(ENOMEM, "no memory");
        } catch (const std::exception& thrown) {
            return results_of(stream).fail(EINVAL, thrown.what());
        }
    } catch (...) {
        return ENOMEM;
    }
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    return guarded(stream, [&](Results& results) {
        result_schema(results.layout(), out);
        return 0;
    });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    return guarded(stream, [&](Results& results) { return results.next(out); });
}

const char* get_last_error(ArrowArrayStream* stream) {
    const std::string& words = results_of(stream).error();
    return words.empty() ? nullptr : words.c_str();
}

void release_stream(ArrowArrayStream* stream) {
    delete static_cast<Results*>(stream->private_data);
    stream->release = nullptr;
}

}  // namespace

std::vector<Issue> score_stream(const BatchScorer& scorer, ArrowArrayStream* stream, const FrameOptions& options, ArrowArrayStream* out) {
    if (stream == nullptr || stream->release == nullptr) return {make_issue(IssueCode::released_array, "/columns", {"stream"})};
    TakenStream taken(stream);
    if (!taken.usable()) return {make_issue(IssueCode::wrong_layout, "/columns", {"stream", "get_schema, get_next = NULL"})};
    auto results = std::make_unique<Results>(std::move(taken));
    TakenSchema input;
    if (results->source().schema(&input.schema) != 0) {
        return {make_issue(IssueCode::wrong_layout, "/columns", {"stream", results->source().last_error()})};
    }
    CompiledFrame frame = lay_out_frame(scorer, input.schema, options);
    if (!frame.layout) return std::move(frame.issues);
    results->set_layout(std::move(frame.layout));
    *out = ArrowArrayStream{get_schema, get_next, get_last_error, release_stream, results.release()};
    return std::move(frame.issues);
}

}  // namespace biaochi
