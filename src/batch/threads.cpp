/// @file
/// Each worker takes the next few blocks; each row is written by one of them, so that the bytes do not depend on their number.

#include "batch/threads.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <vector>

#include "batch/block.hpp"
#include "batch/workers.hpp"

namespace biaochi::detail {
namespace {

constexpr std::size_t blocks_at_once = 16;
constexpr std::size_t rows_at_once = blocks_at_once * block_rows;

}  // namespace

BatchCount answer_blocks(const BatchScorer::Data& data, const Program* program, const Kernel& kernel, const BatchRequest& request) {
    const std::size_t shares = (request.rows + rows_at_once - 1) / rows_at_once;
    const auto workers = static_cast<unsigned>(std::min<std::size_t>(worker_count(request.threads), shares));
    std::vector<std::unique_ptr<BlockRun>> runs(workers);
    std::atomic<std::size_t> done = 0;
    const auto answer_share = [&](unsigned worker, std::size_t share) {
        std::unique_ptr<BlockRun>& run = runs[worker];
        if (!run) run = std::make_unique<BlockRun>(data, program, kernel, request.columns, request.rows);
        const std::size_t first = share * rows_at_once;
        const std::size_t end = std::min(first + rows_at_once, request.rows);
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
