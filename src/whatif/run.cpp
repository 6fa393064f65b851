/// @file
/// What threads counted, put together; single draws.

#include <algorithm>
#include <cmath>
#include <exception>
#include <thread>

#include "biaochi/core/error.hpp"
#include "whatif/uniform.hpp"
#include "whatif/worker.hpp"

namespace biaochi {
namespace detail {
namespace {

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
