#pragma once
/// @file
/// An explanation as data: what is said of each node, in both languages, before it is text, Markdown or JSON.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/core/interval.hpp"
#include "biaochi/core/rounding.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/rulebook/rulebook.hpp"
#include "biaochi/score/score.hpp"

namespace biaochi::detail {

/// What a statement is about.
enum class Topic {
    figure,     ///< a figure as reported
    treatment,  ///< what a status does
    band,       ///< the stretch of the scale that a value falls in
    working,    ///< the arithmetic, with its numbers
    count,      ///< a counted item
    option,     ///< an option that holds
    panel,      ///< the scores of a panel
    combined,   ///< parts or lines put together
    rescaled,   ///< parts left out, and what that does
    cap,        ///< a limit that was reached
    rounding,   ///< a declared rounding
    open,       ///< what is not known
    clause,     ///< where the rule stands
    misprint,   ///< words of the source that are read otherwise than printed
    reading,    ///< how an open point is read
    note,       ///< a remark of the rulebook
};

/// One thing that is said, with its operands.
struct Statement {
    Topic topic{};
    Text words;
    std::vector<std::pair<std::string_view, std::string>> data;  ///< operands by name, exact
    std::vector<std::string> ledger;                             ///< of a clause or a misprint
};

/// A node, what is said of it, and its parts.
struct NodeExplanation {
    std::string id;
    Text name;
    NodeState state{};
    Cause cause{};
    Interval points;
    Number most;
    std::vector<Statement> statements;
    std::vector<NodeExplanation> parts;

    /// @return the points that are missing to the most that the node gives
    [[nodiscard]] Interval lost() const { return {most - points.high, most - points.low}; }
};

/// Who settled an open point.
enum class By { rulebook, user, nobody };

/// How an open point is read, or that it is not.
struct ReadingExplanation {
    std::string open;
    Text asks;
    std::string reading;  ///< empty: left open
    Text says;
    By by{};
    Text because;  ///< why the rulebook adopts it
    Named<Reading> choices;
    std::optional<Statement> clause;
};

/// The class of the record, or those still possible.
struct ClassExplanation {
    std::vector<std::pair<std::string, Text>> possible;  ///< id and name, best first
    bool known_cuts = true;                              ///< false: the cuts wait for a reading
    std::vector<Statement> statements;                   ///< where the cuts stand
};

/// Everything that is said of one record.
struct Explanation {
    std::string rulebook;
    std::string version;
    Text title;
    std::string on;
    std::string region;
    std::string period;
    std::string group;
    std::vector<std::string> labels;  ///< of the rulebook and of the record
    Rounding shown;
    std::vector<ReadingExplanation> readings;
    NodeExplanation score;
    std::optional<ClassExplanation> classes;
    std::optional<Interval> rank;
    std::vector<Statement> needs;
    std::vector<Statement> sources;
    std::vector<Statement> misprints;  ///< of the document as a whole and of its sources
};

/// @return the topic's permanent name in JSON
[[nodiscard]] std::string_view name(Topic topic) noexcept;
/// @return the word that stands before statements of a topic
[[nodiscard]] Text label(Topic topic);

}  // namespace biaochi::detail
