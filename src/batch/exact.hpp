#pragma once
/// @file
/// The exact way: a row becomes a record, and goes through the functions of the scalar path.

#include <span>
#include <vector>

#include "batch/answer.hpp"
#include "biaochi/batch/batch.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/score/score.hpp"

namespace biaochi::detail {

/// Scores single rows exactly; keeps its room between rows. One a thread.
class ExactRow {
public:
    explicit ExactRow(const Ruleset& rules);

    /// Scores a row: fills `card` and `status`, and of a bad row `issues`.
    void score(std::span<const Column> columns, std::size_t row);

    [[nodiscard]] const Scorecard& card() const noexcept { return card_; }
    [[nodiscard]] RowStatus status() const noexcept { return status_; }
    [[nodiscard]] const std::vector<Issue>& issues() const noexcept { return issues_; }
    /// @return the slot of the first issue
    [[nodiscard]] std::size_t issue_slot() const noexcept { return issue_slot_; }
    [[nodiscard]] const ClassRange& classes() const noexcept { return classes_; }

    /// Scores a row and writes its answers.
    void answer(const BatchRequest& request, std::size_t row);

private:
    void fill(std::span<const Column> columns, std::size_t row);
    void write(const BatchRequest& request, std::size_t row) const;

    Ruleset rules_;
    Record record_;
    Scorecard card_;
    RowStatus status_ = RowStatus::bad_value;
    ClassRange classes_;
    std::vector<Issue> issues_;
    std::size_t issue_slot_ = no_index;
};

}  // namespace biaochi::detail
