#pragma once
/// @file
/// The vector code: what it reads, and the table of its functions. Plain structures, so that each width compiles the same source.
///
/// Columns arrive as blocks of doubles, block_rows values each, padded with NaN: NaN is missing, an infinity asks for the exact way. A
/// lane that cannot be estimated becomes NaN, and stays NaN through every later step.

#include <cstddef>
#include <cstdint>

namespace biaochi::detail {

/// Rows that are handled together: few enough that the columns of a block stay in the cache, and that what the machine fetches ahead of one
/// column is there when its next block comes; enough that a step's set-up does not count.
inline constexpr std::size_t block_rows = 128;

/// Figures that can be estimated, and what a missing one is worth.
struct FastRange {
    double least = 0;         ///< what is below asks for the exact way
    double most = 0;          ///< what is above asks for the exact way
    double whole = 0;         ///< 1: only whole numbers; others ask for the exact way
    double missing_low = 0;   ///< NaN: a missing one asks for the exact way
    double missing_high = 0;  ///< &nbsp;
};

/// A method that is piecewise linear: at or above from[i] and below from[i + 1], points are at[i] + slope[i] × x to that + width[i].
struct Pieces {
    std::size_t count = 0;
    const double* from = nullptr;  ///< from[0] is not looked at
    const double* at = nullptr;
    const double* slope = nullptr;
    const double* width = nullptr;
    bool wide = false;  ///< some width is not 0
    FastRange range;
};

/// Points up to a standard, then points × standard / x.
struct Inverse {
    double standard = 0;
    double points = 0;
    double product = 0;
    FastRange range;
};

/// The most that a sum may come to, and what it is worth in what it is added to.
struct Cap {
    double most = 0;
    double factor = 1;
    double error = 0;  ///< an interval that begins nearer to `most` than this asks for the exact way
};

/// So many points each, up to a count that lies between two limits.
struct Count {
    double points = 0;
    double at_most_least = 0;
    double at_most_most = 0;
    bool unlimited = false;  ///< a missing count has no upper end
    FastRange range;         ///< missing_high: the end, where there is one
};

/// How the options of a group count.
enum class Chosen : std::uint8_t { any, one, unread };

/// Options side by side: each holds (1) or not (0).
struct OptionSet {
    const double* points = nullptr;
    std::size_t count = 0;
    Chosen chosen = Chosen::any;
    bool missing_zero = false;   ///< a missing one does not hold
    bool missing_exact = false;  ///< a missing one asks for the exact way
};

/// How points become whole units of 10^-places.
struct Settle {
    double scale = 1;        ///< 10^places
    double error = 0;        ///< how far points × scale may be from the exact value
    double half = 0;         ///< 0.5: to the nearest
    double up = 0;           ///< added to the floor: 1 where the mode goes up
    double up_negative = 0;  ///< the same below 0
    bool grid = false;       ///< exact values may be told by their grid
    double grid_shift = 0;   ///< half a step of the grid, in units
    double grid_power = 0;   ///< 10^k: figures that are whole in units of 10^-k are on the grid
};

/// How points are classed: the number of cuts that they reach.
struct Cuts {
    const double* at = nullptr;
    std::size_t count = 0;
    bool of_units = false;  ///< cuts are in whole units and compare exactly
    double error = 0;       ///< how far points and cuts may be from their exact distance
    double grid_shift = 0;  ///< half a step of the grid, in points
};

/// Where settled points go; block_rows values each.
struct Settled {
    double* units = nullptr;    ///< whole units; NaN: not settled
    double* value = nullptr;    ///< units / scale; null: not asked
    double* reached = nullptr;  ///< the number of cuts reached; null: not asked
};

/// The functions of one width. `n` is a multiple of 8, at most block_rows.
struct Kernel {
    /// low += points, high += most points.
    void (*pieces)(const Pieces& rule, const double* x, std::size_t n, double* low, double* high);
    void (*inverse)(const Inverse& rule, const double* x, std::size_t n, double* low, double* high);
    /// Adds counts up, caps the sum, and adds it.
    void (*counts)(const Count* lines, std::size_t count, const double* const* x, const Cap& cap, std::size_t n, double* low, double* high);
    /// Adds groups of options up, caps the sum, and adds it. @p x are the columns of all groups, one after the other.
    void (*options)(const OptionSet* sets, std::size_t count, const double* const* x, const Cap& cap, std::size_t n, double* low,
                    double* high);
    /// Marks the rows whose figure is outside its range; @p bad gets NaN.
    void (*check)(const FastRange& range, const double* x, std::size_t n, double* bad);
    /// Marks the rows whose part may be above its whole, times @p factor.
    void (*part_of)(const double* part, const double* whole, double factor, std::size_t n, double* bad);
    /// low += from_low × factor, and the same for the high end.
    void (*add)(const double* from_low, const double* from_high, double factor, std::size_t n, double* low, double* high);
    /// Caps in place.
    void (*limit)(const Cap& cap, std::size_t n, double* low, double* high);
    /// Settles points; @p x are the columns that they rest on. @return whether a row is not settled
    bool (*settle)(const Settle& rule, const Cuts& cuts, const double* points, const double* const* x, std::size_t columns, std::size_t n,
                   const Settled& out, std::size_t& by_grid);
    /// Tells which rows have only figures that are whole in units of 10^-k; 1 or 0 a row.
    void (*on_grid)(double power, const double* const* x, std::size_t columns, std::size_t n, double* out);
    /// Copies doubles; a row whose bit is 0 becomes NaN. @p offset is of the first bit.
    void (*load_valid)(const double* from, const std::uint8_t* validity, std::size_t offset, std::size_t n, double* to);
};

extern const Kernel kernel_plain;
extern const Kernel kernel_avx2;
extern const Kernel kernel_avx512;

}  // namespace biaochi::detail
