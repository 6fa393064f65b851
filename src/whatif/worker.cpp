/// @file
/// Draws by chunks, in an order that does not matter.

#include "whatif/worker.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "whatif/uniform.hpp"

namespace biaochi::detail {
namespace {

/// Draws between two looks at whether to stop, at most.
constexpr std::uint64_t most_breath = 64;
/// While others finish, whoever watches is asked this often.
constexpr std::chrono::milliseconds patience{20};

/// Counts of ranks and classes that all threads together may hold: each thread has its own, so that many records leave room for few.
constexpr std::uint64_t most_counts = std::uint64_t{1} << 28;

/// Sums of scores are kept by chunk and added up in the order of the chunks, so that no thread changes a bit of the mean. A chunk is so
/// many breaths, so that slow draws are shared out too where they are few.
constexpr std::uint64_t least_chunk = 16;
constexpr std::size_t most_sums = std::size_t{1} << 22;

/// As many codes as the largest cohort has ranks.
std::size_t rank_width_of(const WhatIf::Data& data) {
    std::size_t most = 0;
    for (const auto& members : data.cohorts) most = std::max(most, members.size());
    return data.rules.rulebook().ranking.ties == Ties::average ? 2 * most : most;
}

/// As many draws as take some milliseconds: points are added up, rows compared with rows, leaves scored again.
std::uint64_t breath_of(const WhatIf::Data& data) {
    constexpr std::uint64_t leaf = 1024;  // what a leaf takes, when a multiplication takes 1
    constexpr std::uint64_t most_work = std::uint64_t{1} << 24;
    const std::uint64_t rows = data.linear.rows.size();
    if (!data.linear.usable) return 1;
    std::uint64_t work = rows * (data.linear.terms.size() + rows);
    for (const auto& leaves : data.changes.leaves) work += leaves.size() * leaf;
    return std::clamp<std::uint64_t>(most_work / std::max<std::uint64_t>(work, 1), 1, most_breath);
}

std::uint64_t chunk_of(const WhatIf::Data& data, std::uint64_t draws) {
    const std::uint64_t most_chunks = std::max<std::uint64_t>(most_sums / std::max<std::size_t>(data.records.size(), 1), 1);
    return std::max(least_chunk * breath_of(data), (draws + most_chunks - 1) / most_chunks);
}

/// Keeps what was thrown, for the calling thread to throw on.
void fail(Run& run) {
    const std::lock_guard<std::mutex> held(run.lock);
    if (!run.fault) run.fault = std::current_exception();
    run.stop = true;
}

/// Asks whoever watches whether to go on.
void look(Run& run) {
    try {
        if (run.request.watch && !run.request.watch(run.done)) run.stop = true;
    } catch (...) {
        fail(run);
    }
}

}  // namespace

Run::Run(const WhatIf::Data& what, const WhatIfRequest& asked)
    : data(what),
      request(asked),
      pieces(make_pieces(what.rules)),
      rank_width(rank_width_of(what)),
      chunk(chunk_of(what, asked.source.draws)),
      chunks((asked.source.draws + chunk - 1) / chunk),
      breath(breath_of(what)),
      sums(chunks * what.records.size()) {}

Worker::Worker(Run& run)
    : rows(run.data, run.rank_width, run.data.rules.cuts().size()),
      records(run.data, run.rank_width, run.data.rules.cuts().size()),
      run_(run),
      estimate_(run.data, run.request.source, run.request.code),
      variant_(run.data),
      estimates_(run.data.linear.usable && run.request.code != VectorCode::none) {}

void Worker::write_rows(std::uint64_t draw) const {
    const WhatIfRequest& request = run_.request;
    if (request.scores == nullptr && request.ranks == nullptr) return;
    const std::size_t base = draw * run_.data.records.size();
    const bool halves = run_.data.rules.rulebook().ranking.ties == Ties::average;
    for (std::size_t row = 0; row < run_.data.linear.rows.size(); ++row) {
        const double rank = static_cast<double>(estimate_.ranks()[row]);
        for (const std::size_t record : run_.data.linear.rows[row].records) {
            if (request.scores != nullptr) request.scores[base + record] = estimate_.scores()[row];
            if (request.ranks != nullptr) request.ranks[base + record] = halves ? rank / 2 + 1 : rank + 1;
        }
    }
}

void Worker::write_records(std::uint64_t draw, const std::vector<Standing>& standings) const {
    const WhatIfRequest& request = run_.request;
    const std::size_t base = draw * standings.size();
    for (std::size_t i = 0; i < standings.size(); ++i) {
        const Standing& standing = standings[i];
        const Interval& score = variant_.cards()[i].nodes.front().points;
        const bool scored = standing.ranked && score.decided();
        const bool ranked = standing.ranked && standing.best == standing.worst;
        if (request.scores != nullptr) request.scores[base + i] = scored ? score.low.approximate() : std::nan("");
        if (request.ranks != nullptr) request.ranks[base + i] = ranked ? standing.best.approximate() : std::nan("");
    }
}

void Worker::answer_exactly(std::uint64_t draw) {
    const WhatIf::Data& data = run_.data;
    variant_.draw(values_of(data.variations, run_.request.source, draw));
    for (std::size_t i = 0; i < data.records.size(); ++i) {
        variant_.score_leaves(i);
        static_cast<void>(variant_.score_groups(i));
    }
    const std::vector<Standing> standings = biaochi::standings(data.rules, data.records, variant_.cards());
    records.add(data, variant_.cards(), standings, draw);
    write_records(draw, standings);
    ++exact;
}

void Worker::answer(std::uint64_t draw) {
    if (!estimates_ || !estimate_.answer(draw)) return answer_exactly(draw);
    rows.add(estimate_, run_.pieces, draw);
    write_rows(draw);
}

void Worker::breathe(std::uint64_t draws, bool watches) {
    run_.done += draws;
    if (watches) look(run_);
}

void Worker::work_chunk(std::uint64_t chunk, bool watches) {
    std::fill(rows.sums.begin(), rows.sums.end(), 0.0);
    std::fill(records.sums.begin(), records.sums.end(), 0.0);
    const std::uint64_t end = std::min((chunk + 1) * run_.chunk, run_.request.source.draws);
    for (std::uint64_t draw = chunk * run_.chunk; draw < end && !run_.stop;) {
        const std::uint64_t pause = std::min(end, draw + run_.breath);
        const std::uint64_t begun = draw;
        const std::uint64_t exact_before = exact;
        while (draw < pause && exact == exact_before) answer(draw++);
        breathe(draw - begun, watches);
    }
    double* sums = run_.sums.data() + chunk * records.sums.size();
    for (std::size_t i = 0; i < records.sums.size(); ++i) sums[i] = records.sums[i];
    for (std::size_t row = 0; row < rows.sums.size(); ++row) {
        for (const std::size_t record : run_.data.linear.rows[row].records) sums[record] += rows.sums[row];
    }
}

void Worker::settle(bool watches) {
    const std::vector<Row>& all = run_.data.linear.rows;
    if (!estimates_ || run_.chunks == 0) return;
    for (std::size_t row = 0; row < all.size() && !run_.stop; ++row) {
        if (all[row].records.empty()) continue;
        rows.settle(estimate_, row);
        breathe(0, watches);
    }
}

void Worker::work(bool watches) {
    try {
        for (std::uint64_t chunk = run_.next++; chunk < run_.chunks && !run_.stop; chunk = run_.next++) work_chunk(chunk, watches);
        settle(watches);
    } catch (...) {
        fail(run_);
    }
}

void work_aside(Run& run, Worker& worker) {
    worker.work(false);
    const std::lock_guard<std::mutex> held(run.lock);
    --run.others;
    run.left.notify_one();
}

void wait_for_others(Run& run) {
    std::unique_lock<std::mutex> held(run.lock);
    while (run.others > 0) {
        run.left.wait_for(held, patience);
        held.unlock();
        if (!run.stop) look(run);
        held.lock();
    }
    held.unlock();
    if (!run.stop) look(run);
}

std::uint64_t threads_of(const Run& run) {
    constexpr std::uint64_t most_threads = 256;
    const unsigned wanted = run.request.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : run.request.threads;
    const std::uint64_t counts = 2 * run.data.records.size() * (run.rank_width + run.data.rules.cuts().size() + 1);
    const std::uint64_t room = most_counts / std::max<std::uint64_t>(counts, 1);
    return std::max<std::uint64_t>(1, std::min({std::uint64_t{wanted}, most_threads, run.chunks, room}));
}

}  // namespace biaochi::detail
