#pragma once
/// @file
/// The facts of one subject for one period, each with its status.

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/core/issue.hpp"
#include "biaochi/core/number.hpp"
#include "biaochi/feel/value.hpp"
#include "biaochi/ruleset/ruleset.hpp"

namespace biaochi {

/// What is known of a figure.
enum class Status : unsigned char {
    missing,         ///< not reported; not zero
    reported,        ///< reported as it stands
    not_applicable,  ///< the subject has no such figure
    estimated,       ///< a value that somebody estimated
    rejected,        ///< reported, and turned down by a check
};

/// @return the status's name, for example "not_applicable"
[[nodiscard]] std::string_view name(Status status) noexcept;
/// @return the status of that name, or none
[[nodiscard]] std::optional<Status> status(std::string_view name) noexcept;
/// @return whether a figure of this status has a value that counts
[[nodiscard]] constexpr bool counts(Status status) noexcept { return status == Status::reported || status == Status::estimated; }

/// A figure with its status. The value counts only when the status is reported or estimated.
struct Cell {
    Status status = Status::missing;
    Number value;
};

/// What was handed in beside the figure.
struct Given {
    std::string as_written;      ///< value and unit before conversion; empty where nothing was converted
    std::string evidence;        ///< where the figure comes from
    std::vector<Number> scores;  ///< of a panel, before its rule was applied
};

/// A figure that a derived figure rests on.
struct Operand {
    std::size_t slot = 0;
    std::string period;           ///< of an earlier record; empty: of the same one
    std::optional<Number> value;  ///< none: there is none
};

/// Where a derived figure comes from, or why there is none.
struct DerivedFigure {
    std::size_t plan = 0;                   ///< index into Ruleset::derived()
    feel::Cause cause = feel::Cause::none;  ///< of a missing one: missing_fact where an operand lacks
    std::vector<Operand> operands;
};

/// The facts of one subject for one period, laid out by the slots of a ruleset.
struct Record {
    std::string region;
    std::string period;
    std::string group;                             ///< peer group; may be empty
    std::string label;                             ///< shown wherever the record is, for example "synthetic"
    std::vector<Cell> cells;                       ///< one a slot
    std::map<std::size_t, Given> given;            ///< by slot
    std::map<std::size_t, DerivedFigure> derived;  ///< by slot; as derive() left them
};

/// @return a record in which every figure is missing
[[nodiscard]] Record empty_record(const Ruleset& rules);

/// Fills in the derived figures that were not handed in, exactly.
///
/// A growth looks for the record of the same region and the period so many years earlier among @p records. A figure that rests on an
/// estimate is estimated. Where an operand lacks, or a divisor is zero, the figure is missing, and says why. read_records() does it.
///
/// @param rules    the rules that the records are laid out for
/// @param records  whose other figures are filled
void derive(const Ruleset& rules, std::span<Record> records);

/// Checks a filled record: bounds, whole counts, parts above wholes, options of which one may hold, panels.
///
/// read_records() finds the same issues by the same code. A record without issues costs no allocation.
///
/// @param rules    the rules that the record is laid out for
/// @param record   its figures; those whose status is neither reported nor estimated are not looked at
/// @param pointer  JSON Pointer of the record, for example "/records/3"; issues stand at `pointer/facts/slot`
/// @return all issues, in the order of the slots, then of the score tree
/// @throws Error with code wrong_ruleset when the record has not one cell a slot
[[nodiscard]] std::vector<Issue> check_record(const Ruleset& rules, const Record& record, std::string_view pointer);

/// Records, and everything that is wrong with what they were read from.
struct ReadRecords {
    std::vector<Record> records;  ///< complete only when no issue is an error
    std::vector<Issue> issues;    ///< place as JSON Pointer, `/records/3/facts/fiscal_st_share`
};

/// Reads records from JSON and checks them: ids, numbers, units, bounds, whole counts, repeated subjects, parts above wholes.
///
/// @param rules  the rules that they will be scored by
/// @param json   `{"records": [{"region": …, "period": …, "facts": {…}}]}`; docs/reference/records.md describes it
/// @return the records, and all issues; never throws on any text
[[nodiscard]] ReadRecords read_records(const Ruleset& rules, std::string_view json);

}  // namespace biaochi
