#pragma once
/// @file
/// Rules and records for tests of what-ifs: a small score tree of four leaves, and many random ones.

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "support/rules.hpp"

namespace biaochi::support {

/// Two leaves by bands (10 points each) in one group, and two by ratio (30 and 50) beside it; the rest of the members is put behind.
inline std::string four_leaves(const std::string& more = "") {
    const auto bands = [](const std::string& id) {
        return R"({"id": ")" + id + R"(", "points": 10, "fact": ")" + id +
               R"(", "bands": [{"from": 20, "points": 10}, {"from": 10, "to": 20, "points": [4, 10]}, {"from": 0, "to": 10, "points": [0, 4]}]})";
    };
    return R"("facts": {"a": {"name": {"en": "A"}, "min": 0}, "b": {"name": {"en": "B"}, "min": 0, "max": 100},
                        "c": {"name": {"en": "C"}, "min": 0}, "d": {"name": {"en": "D"}, "min": 0}},
        "score": {"id": "total", "points": 100, "parts": [
          {"id": "ab", "points": 20, "parts": [)" +
           bands("a") + ", " + bands("b") + R"(]},
          {"id": "c", "points": 30, "fact": "c", "ratio": {"standard": 10}},
          {"id": "d", "points": 50, "fact": "d", "ratio": {"standard": 100}}]})" +
           more;
}

/// A record of a region with all four figures.
inline Record four_figures(const Ruleset& rules, const std::string& region, const std::string& a, const std::string& b,
                           const std::string& c, const std::string& d) {
    Record record = record_of(rules, {{"a", a}, {"b", b}, {"c", c}, {"d", d}});
    record.region = region;
    return record;
}

/// Records with few different figures, so that many tie, some of them twins.
inline std::vector<Record> random_records(const Ruleset& rules, std::size_t count, std::mt19937& random) {
    const auto pick = [&](int most) { return std::to_string(std::uniform_int_distribution<int>(0, most)(random)); };
    std::vector<Record> records;
    for (std::size_t i = 0; i < count; ++i) {
        records.push_back(four_figures(rules, "r" + std::to_string(i), pick(4) + "0", pick(3) + "5", pick(3) + ".5", pick(2) + "0"));
        if (i % 5 == 4) {
            records.back().cells = records.front().cells;
        }
        records.back().group = i % 2 == 0 ? "even" : "odd";
    }
    return records;
}

/// The what-if of a specification, which must be right.
inline WhatIf what_if_of(const Ruleset& rules, const std::vector<Record>& records, const std::string& spec) {
    CompiledWhatIf compiled = compile_what_if(rules, records, spec);
    for (const Issue& issue : compiled.issues) ADD_FAILURE() << name(issue.code) << " " << issue.where << ": " << issue.message.en;
    return compiled.what_if.value();
}

/// A run of some draws.
inline WhatIfRequest request_of(std::uint64_t draws, VectorCode code, unsigned threads = 1) {
    WhatIfRequest request;
    request.source.draws = draws;
    request.source.seed = 20221122;
    request.code = code;
    request.threads = threads;
    return request;
}

/// Everything that must not depend on the way, on one line a record.
inline std::vector<std::string> lines(const WhatIfResult& result) {
    std::vector<std::string> all;
    for (const RecordTally& tally : result.records) {
        std::string line = tally.best.text() + "-" + tally.worst.text() + " [";
        for (const auto count : tally.ranks) line += std::to_string(count) + " ";
        line += "] [";
        for (const auto count : tally.classes) line += std::to_string(count) + " ";
        line += "] " + std::to_string(tally.unclassed) + " " + std::to_string(tally.undecided) + " " + std::to_string(tally.unranked);
        if (tally.score) line += " " + tally.score->low.text() + " .. " + tally.score->high.text();
        all.push_back(line + " " + std::to_string(tally.least_draw) + " " + std::to_string(tally.most_draw));
    }
    return all;
}

}  // namespace biaochi::support
