"""How much is measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Sizes of a run."""

    rows: int  # of the table that all score
    few: int  # of it, for those that go row by row
    card: int  # rows for the step card
    rounds: int  # how often each is run, the best counts
    seconds: float  # after which a competitor sits out
    sample: int  # rows whose truth is worked out in fractions
    curve_rows: tuple[int, ...]  # of the plot of cost against rows
    curve_columns: tuple[int, ...]  # of the plot of cost against columns
    curve_columns_rows: int
    memory_rows: int
    shares: int  # rows of shares, on which the double's quotient falls beside the edge
    wrong: int  # rows on which wrong answers are counted


FULL = Settings(1_000_000, 4_000, 100_000, 11, 8, 20_000, (1_000, 10_000, 100_000, 1_000_000), (1, 5, 10, 20, 40), 200_000, 10_000_000, 100_000, 1_000_000)
QUICK = Settings(50_000, 500, 5_000, 3, 1, 1_000, (1_000, 10_000), (1, 5, 20), 10_000, 200_000, 5_000, 20_000)
