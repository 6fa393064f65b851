#pragma once
/// @file
/// Answers as the Python classes Scorecard and Table hold them.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "biaochi/score/score.hpp"
#include "biaochi/standing/standing.hpp"
#include "numbers.hpp"
#include "rules.hpp"

namespace biaochi::python {

/// A scorecard with all that it rests on.
struct Card {
    std::shared_ptr<const Rules> rules;
    Record record;
    Scorecard card;
    std::optional<Standing> standing;  ///< of a record in a table
};

using SharedCard = std::shared_ptr<Card>;

/// Scored records in the order of the input.
struct Table {
    std::vector<SharedCard> cards;
    std::string json;  ///< the results document
};

/// Scores, classes and ranks records, without the interpreter's lock.
[[nodiscard]] Table make_table(const std::shared_ptr<const Rules>& rules, std::vector<Record> records);

/// @return the points of a node, or none where it is excluded or refused
[[nodiscard]] std::optional<Range> points_of(const Card& card, std::size_t node);

/// @return ids of the classes still possible, best first
[[nodiscard]] std::vector<std::string> classes_of(const Card& card);

/// @return the card as an HTML table, for notebooks
[[nodiscard]] std::string html_of(const Card& card);

/// @return the table's scores, classes and ranks as an HTML table, for notebooks
[[nodiscard]] std::string html_of(const Table& table);

}  // namespace biaochi::python
