#pragma once
/// @file
/// One block of rows: loaded, estimated, settled, written; what is left goes the exact way.

#include <memory>
#include <span>
#include <vector>

#include "batch/data.hpp"
#include "batch/exact.hpp"
#include "batch/kernel.hpp"
#include "batch/program.hpp"
#include "batch/room.hpp"

namespace biaochi::detail {

/// The room of one thread for one batch.
class BlockRun {
public:
    /// @param data     the tables
    /// @param program  none: every row goes the exact way
    /// @param kernel   the vector code
    /// @param columns  of the batch
    /// @param rows     of the largest block that will come
    BlockRun(const BatchScorer::Data& data, const Program* program, const Kernel& kernel, std::span<const Column> columns,
             std::size_t rows);

    /// Answers rows first to first + rows, at most block_rows.
    void answer(const BatchRequest& request, std::size_t first, std::size_t rows);

    /// Estimates the root's points of a block.
    void estimate(std::size_t first, std::size_t rows, double* low, double* high);

    /// The root's points of a block in steps of the grid; no_units where a row is off the grid.
    void grid(std::size_t first, std::size_t rows, std::int64_t* low, std::int64_t* high);

    [[nodiscard]] const BatchCount& count() const noexcept { return count_; }

private:
    /// What was settled of one end.
    struct End {
        double* units = nullptr;
        double* value = nullptr;
        double* reached = nullptr;
    };

    void run(std::size_t first, std::size_t rows);
    void write_rows(const BatchRequest& request, std::size_t first, std::size_t rows);
    void write_ends(const PointColumns& out, std::size_t first, std::size_t rows) const;
    void write_classes_of(const RowColumns& out, std::size_t first, std::size_t rows);
    /// The same where no score is an interval and the cuts are known.
    void write_decided(const RowColumns& out, std::size_t first, std::size_t rows) const;
    /// Sends the rows that were not settled the exact way.
    void mark_open(std::size_t rows);
    void write_part(const PartColumns& part, std::size_t first, std::size_t rows);
    void write_segments(const PartColumns& part, std::size_t first, std::size_t rows);
    void answer_exactly(const BatchRequest& request, std::size_t row);

    [[nodiscard]] double* low(std::size_t buffer) { return points_ + 2 * buffer * room_; }
    [[nodiscard]] double* high(std::size_t buffer) { return low(buffer) + room_; }
    [[nodiscard]] const double* const* gather(const std::vector<std::size_t>& columns);
    /// Settles both ends of a buffer. @return whether a row is not settled
    [[nodiscard]] bool settle(const Settle& rule, const Cuts& cuts, std::size_t buffer, const std::vector<std::size_t>& columns,
                              std::size_t& by_grid);

    friend struct StepRun;

    const BatchScorer::Data& data_;
    const Program* program_;
    const Kernel& kernel_;
    std::span<const Column> columns_;
    std::vector<const Column*> given_;  ///< by the program's columns
    std::size_t room_ = 0;
    std::size_t padded_ = 0;
    Room doubles_;  ///< all that follows, one after the other: of one record, most of the time would go to getting room
    double* scratch_ = nullptr;
    double* points_ = nullptr;
    std::vector<const double*> x_;
    std::vector<const double*> gathered_;
    End low_end_;
    End high_end_;
    const End* high_ = &high_end_;      ///< the low end where both are the same
    std::vector<unsigned char> exact_;  ///< rows that go the exact way
    bool any_exact_ = false;
    std::unique_ptr<ExactRow> exact_row_;
    BatchCount count_;
};

}  // namespace biaochi::detail
