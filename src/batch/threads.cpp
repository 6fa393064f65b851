/// @file
/// Each thread takes the next few blocks; each row is written by one of them, so that the bytes do not depend on their number.

#include "batch/threads.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "batch/block.hpp"
#include "batch/workers.hpp"

namespace biaochi::detail {
namespace {

constexpr std::size_t blocks_at_once = 16;
constexpr std::size_t rows_at_once = blocks_at_once * block_rows;

/// What the threads of one batch share.
class Crew {
public:
    Crew(const BatchScorer::Data& data, const Program* program, const Kernel& kernel, const BatchRequest& request)
        : data_(data), program_(program), kernel_(kernel), request_(request) {}

    BatchCount run() {
        const std::size_t shares = (request_.rows + rows_at_once - 1) / rows_at_once;
        const std::size_t threads = std::min<std::size_t>(worker_count(request_.threads), std::max<std::size_t>(shares, 1));
        std::vector<std::thread> helpers;
        helpers.reserve(threads - 1);
        try {
            for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back([this] { work(false); });
        } catch (const std::exception&) {
            // With fewer threads it takes longer; the answers are the same.
        }
        work(true);
        for (std::thread& helper : helpers) helper.join();
        if (thrown_) std::rethrow_exception(thrown_);
        count_.stopped = stop_;
        return count_;
    }

private:
    /// @param watches  is the calling thread's, which asks the caller whether to go on
    void work(bool watches) noexcept {
        try {
            BlockRun block(data_, program_, kernel_, request_.columns, request_.rows);
            for (std::size_t first = next(); first < request_.rows && !stop_; first = next()) {
                answer(block, first);
                if (watches && request_.watch && !request_.watch(done_)) stop_ = true;
            }
            const std::scoped_lock lock(mutex_);
            count_.rows += block.count().rows;
            count_.by_grid += block.count().by_grid;
            count_.exact += block.count().exact;
        } catch (...) {
            const std::scoped_lock lock(mutex_);
            thrown_ = std::current_exception();
            stop_ = true;
        }
    }

    [[nodiscard]] std::size_t next() noexcept { return next_.fetch_add(rows_at_once); }

    void answer(BlockRun& block, std::size_t first) {
        const std::size_t end = std::min(first + rows_at_once, request_.rows);
        for (std::size_t row = first; row < end; row += block_rows) block.answer(request_, row, std::min(block_rows, end - row));
        done_ += end - first;
    }

    const BatchScorer::Data& data_;
    const Program* program_;
    const Kernel& kernel_;
    const BatchRequest& request_;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> done_{0};
    std::atomic<bool> stop_{false};
    std::mutex mutex_;
    BatchCount count_;
    std::exception_ptr thrown_;
};

}  // namespace

BatchCount answer_blocks(const BatchScorer::Data& data, const Program* program, const Kernel& kernel, const BatchRequest& request) {
    return Crew(data, program, kernel, request).run();
}

}  // namespace biaochi::detail
