#pragma once
/// @file
/// Random columns with ties, gaps and bad rows, and what the scalar path says of them.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "biaochi/batch/batch.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "biaochi/standing/standing.hpp"

namespace biaochi::rank_sample {

/// What differs between the rulebooks of these tests.
struct Book {
    std::string ranking = "{}";    ///< the section
    int places = 1;                ///< to which scores are shown
    std::string mode = "half_up";  ///< how they are rounded
    std::string standards = "73";  ///< of `a` and `b`: sevenths of 10 points, thirds of 5
    std::string more{};            ///< further sections, each with a comma after it
};

/// A score of `a` and `b`; a rejected `b` is refused, a figure below 0 is bad.
inline Ruleset rules(const Book& book) {
    std::string json = R"({ MORE
     "format": "biaochi/1", "id": "two", "version": "1", "effective": {"from": "2020-01-01"}, "title": {"en": "Two"},
     "sources": {"rule": {"title": {"en": "The rule"}}},
     "facts": {"a": {"name": {"en": "A"}, "min": 0}, "b": {"name": {"en": "B"}, "min": 0}},
     "score": {"id": "total", "points": 15, "parts": [
       {"id": "a", "points": 10, "ratio": {"standard": FIRST, "better": "higher"}},
       {"id": "b", "points": 5, "treat": {"rejected": "refuse"}, "ratio": {"standard": SECOND, "better": "higher"}}]},
     "shown": {"places": PLACES, "mode": "MODE"}, "ranking": RANKING})";
    const auto put = [&json](const std::string& mark, const std::string& text) { json.replace(json.find(mark), mark.size(), text); };
    put("FIRST", book.standards.substr(0, 1));
    put("SECOND", book.standards.substr(1));
    put("PLACES", std::to_string(book.places));
    put("MODE", book.mode);
    put("RANKING", book.ranking);
    put("MORE", book.more);
    const ParsedRulebook parsed = parse_rulebook(json);
    for (const Issue& issue : parsed.issues) ADD_FAILURE() << issue.where << " " << issue.message.en;
    return *compile(*parsed.rulebook, parsed.rulebook->effective.from).rules;
}

/// The columns `a` and `b` of some rows, with groups. NaN is missing.
struct Table {
    std::vector<double> a;
    std::vector<double> b;
    std::vector<std::uint8_t> b_status;
    std::vector<std::uint32_t> groups;

    [[nodiscard]] std::size_t rows() const noexcept { return a.size(); }

    /// @return views of the columns
    [[nodiscard]] std::vector<Column> columns() const {
        Column first;
        first.slot = 0;
        first.values = a.data();
        Column second;
        second.slot = 1;
        second.values = b.data();
        second.statuses = b_status.data();
        return {first, second};
    }
};

/// How a random table looks.
struct Kind {
    std::size_t rows = 60;
    int values = 8;       ///< distinct figures; 0: any double
    int missing = 0;      ///< figures in a hundred
    int unscored = 0;     ///< rows in a hundred: half refused, half bad
    unsigned groups = 1;  ///< of rows
};

inline Table random_table(const Kind& kind, unsigned seed) {
    std::mt19937 random(seed);
    const auto percent = [&](int share) { return static_cast<int>(random() % 100) < share; };
    const auto figure = [&] {
        if (percent(kind.missing)) return std::nan("");
        if (kind.values == 0) return static_cast<double>(random() % 1000000) / 99991;
        return static_cast<double>(random() % static_cast<unsigned>(kind.values)) / 2;
    };
    Table table;
    for (std::size_t i = 0; i < kind.rows; ++i) {
        table.a.push_back(figure());
        table.b.push_back(figure());
        table.b_status.push_back(static_cast<std::uint8_t>(Status::reported));
        table.groups.push_back(7 * static_cast<std::uint32_t>(random() % kind.groups));
        if (!percent(kind.unscored)) continue;
        if (percent(50)) {
            table.a.back() = -1;
        } else {
            table.b_status.back() = static_cast<std::uint8_t>(Status::rejected);
        }
    }
    return table;
}

/// Ranks by the scalar path: score() and standings(). What is bad is left out there, and not ranked here.
inline std::vector<Standing> standings_of(const Ruleset& rules, const Table& table) {
    std::vector<Record> records;
    std::vector<Scorecard> cards;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.a[row] < 0 || table.b[row] < 0) continue;
        Record record = empty_record(rules);
        record.group = std::to_string(table.groups[row]);
        if (!std::isnan(table.a[row])) record.cells[0] = {Status::reported, *number_from_double(table.a[row])};
        if (!std::isnan(table.b[row])) record.cells[1] = {Status::reported, *number_from_double(table.b[row])};
        if (table.b_status[row] == static_cast<std::uint8_t>(Status::rejected)) record.cells[1].status = Status::rejected;
        cards.push_back(score(rules, record));
        records.push_back(std::move(record));
        rows.push_back(row);
    }
    const std::vector<Standing> found = standings(rules, records, cards);
    std::vector<Standing> result(table.rows());
    for (std::size_t i = 0; i < rows.size(); ++i) result[rows[i]] = found[i];
    return result;
}

}  // namespace biaochi::rank_sample
