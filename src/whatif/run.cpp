/// @file
/// All draws: by chunks, chunks by threads, in an order that does not matter.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "biaochi/core/error.hpp"
#include "whatif/tally.hpp"
#include "whatif/uniform.hpp"

namespace biaochi {
namespace detail {
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

Run::Run(const WhatIf::Data& what, const WhatIfRequest& asked)
    : data(what),
      request(asked),
      pieces(make_pieces(what.rules)),
      rank_width(rank_width_of(what)),
      chunk(chunk_of(what, asked.source.draws)),
      chunks((asked.source.draws + chunk - 1) / chunk),
      breath(breath_of(what)),
      sums(chunks * what.records.size()) {}

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

/// The work of a thread that is not the calling one.
void work_aside(Run& run, Worker& worker) {
    worker.work(false);
    const std::lock_guard<std::mutex> held(run.lock);
    --run.others;
    run.left.notify_one();
}

/// Looks now and then until the others are done too, and once then.
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

/// How many threads to use: no more than there are chunks, nor than the counts have room for.
std::uint64_t threads_of(const Run& run) {
    constexpr std::uint64_t most_threads = 256;
    const unsigned wanted = run.request.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : run.request.threads;
    const std::uint64_t counts = 2 * run.data.records.size() * (run.rank_width + run.data.rules.cuts().size() + 1);
    const std::uint64_t room = most_counts / std::max<std::uint64_t>(counts, 1);
    return std::max<std::uint64_t>(1, std::min({std::uint64_t{wanted}, most_threads, run.chunks, room}));
}

/// Adds up in the order given, with what each addition loses carried along (Neumaier).
double add_up(const Run& run, std::size_t record) {
    double sum = 0;
    double lost = 0;
    for (std::uint64_t chunk = 0; chunk < run.chunks; ++chunk) {
        const double next = run.sums[chunk * run.data.records.size() + record];
        const double both = sum + next;
        lost += std::abs(sum) >= std::abs(next) ? (sum - both) + next : (next - both) + sum;
        sum = both;
    }
    return sum + lost;
}

RecordTally tally_of(const Run& run, const Worker& all, std::size_t record, std::size_t row) {
    const Ties ties = run.data.rules.rulebook().ranking.ties;
    RecordTally tally;
    std::int64_t best = all.records.best[record];
    std::int64_t worst = all.records.worst[record];
    tally.ranks.resize(run.rank_width);
    const auto add = [&](const Counts& counts, std::size_t thing) {
        for (std::size_t i = 0; i < counts.rank_width; ++i) tally.ranks[i] += counts.ranks[thing * counts.rank_width + i];
        tally.unclassed += counts.classes[thing * counts.class_width];
        tally.classes.resize(counts.class_width - 1);
        for (std::size_t i = 1; i < counts.class_width; ++i) tally.classes[i - 1] += counts.classes[thing * counts.class_width + i];
    };
    std::optional<Extreme> least = all.records.counts.least[record];
    std::optional<Extreme> most = all.records.counts.most[record];
    add(all.records.counts, record);
    if (row != no_index) {
        add(all.rows.counts, row);
        if (const auto& low = all.rows.counts.least[row]) keep_least(least, low->score, low->draw);
        if (const auto& high = all.rows.counts.most[row]) keep_most(most, high->score, high->draw);
    }
    for (std::size_t i = 0; i < tally.ranks.size(); ++i) {
        if (tally.ranks[i] == 0) continue;
        best = std::min(best, static_cast<std::int64_t>(i));
        worst = std::max(worst, static_cast<std::int64_t>(i));
    }
    while (!tally.ranks.empty() && tally.ranks.back() == 0) tally.ranks.pop_back();
    if (worst >= 0) {
        tally.best = rank_of(best, ties);
        tally.worst = rank_of(worst, ties);
    }
    if (run.data.rules.cuts().empty()) tally.unclassed = 0;
    tally.undecided = all.records.undecided[record];
    tally.unranked = all.records.unranked[record];
    if (least && most) {
        tally.score = Interval{least->score, most->score};
        tally.least_draw = least->draw;
        tally.most_draw = most->draw;
    }
    const std::uint64_t scored = run.request.source.draws - tally.unranked;
    if (scored > 0) tally.mean = add_up(run, record) / static_cast<double>(scored);
    return tally;
}

WhatIfResult result_of(const Run& run, std::vector<std::unique_ptr<Worker>>& workers) {
    WhatIfResult result;
    result.draws = run.request.source.draws;
    for (const auto& worker : workers) {
        result.exact += worker->exact;
        result.settled += worker->settled();
    }
    Worker& all = *workers.front();
    for (std::size_t i = 1; i < workers.size(); ++i) {
        all.rows.counts.merge(workers[i]->rows.counts);
        all.records.merge(workers[i]->records);
    }
    const std::vector<Row>& rows = run.data.linear.rows;
    std::vector<std::size_t> row_of(run.data.records.size(), no_index);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const std::size_t record : rows[row].records) row_of[record] = row;
    }
    result.records.reserve(row_of.size());
    for (std::size_t record = 0; record < row_of.size(); ++record) result.records.push_back(tally_of(run, all, record, row_of[record]));
    return result;
}

}  // namespace
}  // namespace detail

WhatIfResult WhatIf::run(const WhatIfRequest& request) const {
    detail::check_source(request.source, data_->variations.size());
    detail::Run run(*data_, request);
    const std::uint64_t count = detail::threads_of(run);
    std::vector<std::unique_ptr<detail::Worker>> workers;
    workers.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i) workers.push_back(std::make_unique<detail::Worker>(run));
    {
        std::vector<std::jthread> threads;
        threads.reserve(count - 1);
        for (std::uint64_t i = 1; i < count; ++i) {
            const std::lock_guard<std::mutex> held(run.lock);
            threads.emplace_back([&run, &worker = *workers[i]] { work_aside(run, worker); });
            ++run.others;
        }
        workers.front()->work(true);
        wait_for_others(run);
    }
    if (run.fault) std::rethrow_exception(run.fault);
    if (run.stop) {
        WhatIfResult stopped;
        stopped.stopped = true;
        return stopped;
    }
    return detail::result_of(run, workers);
}

Replicate WhatIf::replicate(const DrawSource& source, std::uint64_t draw) const {
    detail::check_source(source, data_->variations.size());
    if (draw >= source.draws) {
        throw Error(ErrorCode::out_of_range, "there is no draw " + std::to_string(draw) + "; there are " + std::to_string(source.draws));
    }
    Replicate replicate;
    replicate.values = detail::values_of(data_->variations, source, draw);
    detail::Variant variant(*data_);
    variant.draw(replicate.values);
    for (std::size_t i = 0; i < data_->records.size(); ++i) {
        variant.score_leaves(i);
        const NodeOutcome& root = variant.score_groups(i);
        replicate.scores.push_back(root.state == NodeState::scored ? std::optional(root.points) : std::nullopt);
    }
    replicate.standings = biaochi::standings(data_->rules, data_->records, variant.cards());
    return replicate;
}

}  // namespace biaochi
