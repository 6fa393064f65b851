#pragma once
/// @file
/// Names, goals and figures of targets as they stand in a sentence.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "biaochi/record/record.hpp"
#include "biaochi/ruleset/target_plan.hpp"
#include "biaochi/target/progress.hpp"

namespace biaochi::detail {

/// A figure that an answer rests on.
struct FigureUsed {
    /// What it was used for.
    enum class Use { now, base, year, all };

    Use use = Use::now;
    std::string period;
    std::size_t slot = no_index;  ///< none: a class
    const Record* record = nullptr;
    const PlannedFigure* printed = nullptr;  ///< neither: it lacks

    /// @return its value; none where it lacks or is a class
    [[nodiscard]] std::optional<Number> value() const;
    /// @return whether it is an estimate
    [[nodiscard]] bool estimated() const;
};

/// @return "now", "base", "year" or "all"
[[nodiscard]] std::string_view name(FigureUsed::Use use) noexcept;

/// @return what an answer rests on, the newest first, then the base; of yearly figures one a year
[[nodiscard]] std::vector<FigureUsed> figures_of(const Ruleset& rules, std::span<const Record> records, const TargetProgress& answer);

/// @return "met", "on track", … in both languages
[[nodiscard]] Text status_words(TargetStatus status);

/// @return the goal with its bound and unit: "at least 2 %", "about 20 家", "grade b or better"
[[nodiscard]] Text goal_words(const Ruleset& rules, const PlannedTarget& target, const TargetWay& way);

/// @return the day by which a target is due, where all readings agree on it; none also where there is none
[[nodiscard]] std::optional<Date> due_of(const PlannedTarget& target);

/// @return the name of a target, or its id
[[nodiscard]] Text target_words(const PlannedTarget& target);

/// @return `2023` for the last day of a year, otherwise the day
[[nodiscard]] std::string period_of(Date day);

/// @return the growth a year in percent from a base over some years: the factor a year, rounded to four places half up, less one; none
/// where there is no base to grow from
[[nodiscard]] std::optional<Number> rate_of(const Number& base, const Number& value, int years);

/// What a growth was a year so far, and what it must be from then on, in percent; rounded, since a root has no exact value.
struct GrowthRates {
    std::optional<Number> so_far;
    std::optional<Number> needed;
};

/// @return the rates of a target of growth; none of any other, or where a figure lacks
[[nodiscard]] GrowthRates rates_of(const PlannedTarget& target, const TargetWay& way, const std::vector<FigureUsed>& figures,
                                   const TargetProgress& answer);

}  // namespace biaochi::detail
