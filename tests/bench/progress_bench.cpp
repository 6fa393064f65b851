/// @file
/// A province's yearly table against a plan with many targets: ten thousand regions, three years each, levels with a printed or reported
/// base, growth, sums, yearly figures, places and means of peers.

#include <benchmark/benchmark.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "biaochi/rulebook/parse.hpp"
#include "biaochi/target/progress.hpp"

namespace {

using namespace biaochi;

constexpr std::size_t facts = 100;

/// What is promised of a fact; the forms take turns.
std::string target_of(std::size_t i) {
    switch (i % 8) {
        case 0:
            return R"("level": {"at_least": "2.5"})";
        case 1:
            return R"("growth": {"at_least": "7.5", "from": 2020})";
        case 2:
            return R"("cumulative": {"at_least": 300, "from": 2020})";
        case 3:
            return R"("yearly": {"at_least": 40, "from": 2020})";
        case 4:
            return R"("gain": {"at_least": 12, "from": 2020})";
        case 5:
            return R"("relative": {"at_least": 1})";
        case 6:
            return R"("multiple": {"at_least": 2, "from": 2020})";
        default:
            return R"("not_falling": {"from": 2021})";
    }
}

const Ruleset& rules() {
    static const Ruleset ruleset = [] {
        std::string names;
        std::string figures;
        std::string targets;
        for (std::size_t i = 0; i < facts; ++i) {
            const std::string id = "f" + std::to_string(i);
            const std::string comma = i == 0 ? "" : ", ";
            names += comma + "\"" + id + R"(": {"name": {"en": "F"}, "min": 0})";
            figures += comma + R"({"fact": ")" + id + R"(", "value": 1, "period": "2020", "of": "region 7"})";
            targets +=
                comma + "\"" + id + R"(": {"name": {"en": "F"}, "fact": ")" + id + R"(", "due": "2025-12-31", )" + target_of(i) + "}";
        }
        const auto parsed = parse_rulebook(R"({"format": "biaochi/1", "id": "plan", "version": "1", "effective": {"from": "2020-01-01"},
            "title": {"en": "Plan"}, "sources": {"plan": {"title": {"en": "Plan"}}}, "facts": {)" +
                                           names + R"(}, "figures": [)" + figures + R"(], "targets": {)" + targets + "}}");
        if (!parsed.rulebook) throw std::runtime_error("the rulebook is not valid");
        return compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value();
    }();
    return ruleset;
}

/// Figures with two decimals that differ by region, fact and year.
std::vector<Record> table_of(std::size_t regions) {
    std::vector<Record> records;
    records.reserve(regions * 3);
    for (std::size_t region = 0; region < regions; ++region) {
        for (std::size_t year = 0; year < 3; ++year) {
            records.push_back(empty_record(rules()));
            Record& record = records.back();
            record.region = "region " + std::to_string(region);
            record.period = std::to_string(2020 + year);
            for (std::size_t i = 0; i < facts; ++i) {
                const auto cents = static_cast<std::int64_t>(4000 + (region * 7 + i * 13) % 997 + year * 400);
                record.cells[i] = {Status::reported, Number(cents, 100)};
            }
        }
    }
    return records;
}

/// Region 7, by hand: fact 0 is level, (4000 + 49 + 800) / 100 = 48.49 of 2.5; fact 1 grows from 40.62 to 48.62; fact 2 is
/// 40.75 + 44.75 + 48.75 = 134.25 of 300, whose line stands at 150; fact 4 gains 8 of 12, whose line stands at 4.8.
bool is_right(const ProgressTable& table) {
    const auto status = [&](std::size_t target) { return table.progress(7, target).status; };
    const auto value = [&](std::size_t target) { return table.progress(7, target).value->low; };
    return status(0) == TargetStatus::met && value(0) == Number(4849, 100) && value(1) == Number(4862, 100) &&
           status(1) == TargetStatus::on_track && value(2) == Number(13425, 100) && status(2) == TargetStatus::behind &&
           value(4) == Number(8) && status(4) == TargetStatus::on_track && status(7) == TargetStatus::on_track;
}

/// Sorting the table and asking every target of every region, each answer thrown away as a writer of rows would.
void Progress(benchmark::State& state) {
    const auto regions = static_cast<std::size_t>(state.range(0));
    const std::vector<Record> records = table_of(regions);
    const Date on = parse_date("2022-12-31").value();
    if (!is_right(ProgressTable(rules(), records, on))) {
        state.SkipWithError("wrong answers");
        return;
    }
    for (auto _ : state) {
        const ProgressTable table(rules(), records, on);
        for (std::size_t region = 0; region < regions; ++region) {
            for (std::size_t target = 0; target < facts; ++target) benchmark::DoNotOptimize(table.progress(region, target));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(regions * facts));
}
BENCHMARK(Progress)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
