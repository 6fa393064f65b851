/// @file
/// Threads that take the next part until there is none.

#include "batch/workers.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace biaochi::detail {
namespace {

class Parts {
public:
    Parts(std::size_t parts, const std::function<void(unsigned, std::size_t)>& work) : parts_(parts), work_(work) {}

    void work_through(unsigned worker, const std::function<bool(std::size_t)>& watch) noexcept {
        try {
            for (std::size_t part = next_++; part < parts_ && !ended_; part = next_++) {
                work_(worker, part);
                ++done_;
                if (watch && !watch(done_)) end();
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
            ended_ = true;
        }
    }

    /// @return whether nobody ended it
    bool finish() {
        if (failure_) std::rethrow_exception(failure_);
        return !ended_;
    }

private:
    void end() noexcept { ended_ = true; }

    std::size_t parts_;
    const std::function<void(unsigned, std::size_t)>& work_;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<std::size_t> done_ = 0;
    std::atomic<bool> ended_ = false;
    std::mutex mutex_;
    std::exception_ptr failure_;
};

}  // namespace

unsigned worker_count(unsigned threads) {
    constexpr unsigned most = 4096;
    return std::min(most, threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency()));
}

bool do_parts(unsigned workers, std::size_t parts, const std::function<void(unsigned worker, std::size_t part)>& work,
              const std::function<bool(std::size_t done)>& watch) {
    Parts all(parts, work);
    std::vector<std::thread> others;
    const std::size_t useful = std::min<std::size_t>(workers, parts);
    others.reserve(useful);
    try {
        for (unsigned worker = 1; worker < useful; ++worker) others.emplace_back([&all, worker] { all.work_through(worker, {}); });
    } catch (const std::exception&) {
        // No more threads are to be had: those that there are do the work.
    }
    all.work_through(0, watch);
    for (std::thread& other : others) other.join();
    return all.finish();
}

}  // namespace biaochi::detail
