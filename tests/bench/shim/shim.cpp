/// @file
/// BatchScorer behind C functions, for the benchmarks in Python.

#include "shim.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "biaochi/batch/batch.hpp"
#include "biaochi/batch/ranks.hpp"
#include "biaochi/core/error.hpp"
#include "biaochi/rulebook/parse.hpp"

namespace {

using namespace biaochi;

const BatchScorer& scorer_of(const void* rules) { return *static_cast<const BatchScorer*>(rules); }

std::vector<Column> columns_of(const bench_work& work) {
    std::vector<Column> columns(work.column_count);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].slot = work.slots[i];
        columns[i].values = work.columns[i];
    }
    return columns;
}

std::vector<PartColumns> parts_of(const bench_work& work) {
    std::vector<PartColumns> parts(work.part_count);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].node = work.nodes[i];
        parts[i].points.low = work.parts[i];
    }
    return parts;
}

}  // namespace

void* bench_open(const char* json, size_t size) {
    const auto parsed = parse_rulebook(std::string_view(json, size));
    if (!parsed.rulebook) return nullptr;
    const auto compiled = compile(*parsed.rulebook, parsed.rulebook->effective.from);
    return compiled.rules ? new BatchScorer(*compiled.rules) : nullptr;
}

void bench_close(void* rules) { delete static_cast<BatchScorer*>(rules); }

size_t bench_slot(const void* rules, const char* id) {
    const auto& slots = scorer_of(rules).rules().slots();
    const auto found = std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.id == id; });
    return found == slots.end() ? SIZE_MAX : static_cast<std::size_t>(found - slots.begin());
}

size_t bench_node(const void* rules, const char* id) { return scorer_of(rules).rules().node(id); }

int bench_score(const void* rules, bench_work* work, size_t times) {
    const std::vector<Column> columns = columns_of(*work);
    const std::vector<PartColumns> parts = parts_of(*work);
    BatchRequest request;
    request.columns = columns;
    request.rows = work->rows;
    request.out.score = {work->low, work->high, work->units, nullptr};
    request.out.class_of = work->class_of;
    request.out.class_low = work->class_low;
    request.out.class_high = work->class_high;
    request.parts = parts;
    request.threads = work->threads;
    request.code = static_cast<VectorCode>(work->code);
    try {
        for (std::size_t i = 0; i < times; ++i) {
            const BatchCount count = scorer_of(rules).score(request);
            work->by_grid = count.by_grid;
            work->exact = count.exact;
        }
    } catch (const Error&) {
        return 1;
    }
    return 0;
}

int bench_ranks(const void* rules, const bench_work* work, size_t rows, double* ranks) {
    const std::vector<Column> columns = columns_of(*work);
    RankRequest request;
    request.columns = columns;
    request.rows = rows;
    request.best = ranks;
    request.threads = work->threads;
    try {
        return rank_rows(scorer_of(rules), request) ? 0 : 1;
    } catch (const Error&) {
        return 1;
    }
}

const char* bench_vector_code() { return name(vector_codes().back()).data(); }

const char* bench_compiler() {
#if defined(__clang__)
    return "clang " __clang_version__;
#else
    return "gcc " __VERSION__;
#endif
}
