/// @file
/// Each worker takes the next few blocks; each row is written by one of them, so that the bytes do not depend on their number.

#include "batch/threads.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <functional>
#include <memory>
#include <vector>

#include "batch/block.hpp"
#include "batch/workers.hpp"

namespace biaochi::detail {
namespace {

/// How many rows a worker takes at once: the longer the stretch of each column, the better it streams from memory; but all workers are to
/// end together, and somebody who watches is to hear of it often.
std::size_t rows_at_once(std::size_t rows, unsigned workers) noexcept {
    constexpr std::size_t least = 16;
    constexpr std::size_t most = 256;
    constexpr std::size_t shares_of_each = 8;
    return std::clamp(std::bit_floor(rows / (block_rows * shares_of_each * workers)), least, most) * block_rows;
}

}  // namespace

BatchCount answer_blocks(const BatchScorer::Data& data, const Program* program, const Kernel& kernel, const BatchRequest& request) {
    const unsigned wanted = worker_count(request.threads);
    const std::size_t size = rows_at_once(request.rows, wanted);
    const std::size_t shares = (request.rows + size - 1) / size;
    const auto workers = static_cast<unsigned>(std::min<std::size_t>(wanted, shares));
    std::vector<std::unique_ptr<BlockRun>> runs(workers);
    std::atomic<std::size_t> done = 0;
    const auto answer_share = [&](unsigned worker, std::size_t share) {
        std::unique_ptr<BlockRun>& run = runs[worker];
        if (!run) run = std::make_unique<BlockRun>(data, program, kernel, request.columns, request.rows);
        const std::size_t first = share * size;
        const std::size_t end = std::min(first + size, request.rows);
        for (std::size_t row = first; row < end; row += block_rows) run->answer(request, row, std::min(block_rows, end - row));
        done += end - first;
    };
    std::function<bool(std::size_t)> watch;
    if (request.watch) watch = [&](std::size_t) { return request.watch(done); };
    BatchCount count;
    count.stopped = !do_parts(workers, shares, answer_share, watch);
    for (const std::unique_ptr<BlockRun>& run : runs) {
        if (!run) continue;
        count.rows += run->count().rows;
        count.by_grid += run->count().by_grid;
        count.exact += run->count().exact;
    }
    return count;
}

}  // namespace biaochi::detail
