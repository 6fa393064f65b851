#pragma once
/// @file
/// The threads of a run: each takes chunks of draws and counts for itself.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <vector>

#include "whatif/tally.hpp"

namespace biaochi::detail {

/// What all threads share.
struct Run {
    Run(const WhatIf::Data& what, const WhatIfRequest& asked);

    const WhatIf::Data& data;
    const WhatIfRequest& request;
    ClassPieces pieces;
    std::size_t rank_width;
    std::uint64_t chunk;
    std::uint64_t chunks;
    std::uint64_t breath;
    std::atomic<std::uint64_t> next{0};
    std::atomic<std::uint64_t> done{0};
    std::atomic<bool> stop{false};
    std::vector<double> sums;  ///< by chunk, then record
    std::exception_ptr fault;
    std::uint64_t others = 0;  ///< threads beside the calling one that still work
    std::mutex lock;           ///< of fault and others
    std::condition_variable left;
};

/// One thread's share.
class Worker {
public:
    explicit Worker(Run& run);
    void work(bool watches);

    RowTally rows;
    RecordCounts records;
    std::uint64_t exact = 0;
    [[nodiscard]] std::uint64_t settled() const noexcept { return estimate_.settled(); }

private:
    void work_chunk(std::uint64_t chunk, bool watches);
    void answer(std::uint64_t draw);
    void answer_exactly(std::uint64_t draw);
    void write_rows(std::uint64_t draw) const;
    void write_records(std::uint64_t draw, const std::vector<Standing>& standings) const;
    void breathe(std::uint64_t draws, bool watches);
    void settle(bool watches);

    Run& run_;
    Estimate estimate_;
    Variant variant_;
    bool estimates_;
};

/// The work of a thread that is not the calling one.
void work_aside(Run& run, Worker& worker);

/// Looks now and then until the others are done too, and once then.
void wait_for_others(Run& run);

/// How many threads to use: no more than there are chunks, nor than the counts have room for.
[[nodiscard]] std::uint64_t threads_of(const Run& run);

}  // namespace biaochi::detail
