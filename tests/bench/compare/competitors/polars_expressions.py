"""polars: one lazy query of when/then over all indicators; as many threads as POLARS_MAX_THREADS says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import polars as pl
from job import Answers, Work, all_hundredths, cut_values, hundredths
from rules import Indicator

VERSIONS = ("polars",)


def half_up(total: pl.Expr) -> pl.Expr:
    """Two places, halves up."""
    return ((total * 100 + 0.5).floor()) / 100


def class_of(total: pl.Expr) -> pl.Expr:
    """The class, 0 the best."""
    first, second = cut_values()
    return pl.when(total >= first).then(0).when(total >= second).then(1).otherwise(2).cast(pl.Int8)


class PolarsJob:
    """A frame of figures; the answer is a frame."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.frame = pl.DataFrame(work.columns)
        self.query = self.make_query()

    def value(self, i: int) -> pl.Expr:
        """The figures of an indicator."""
        name = self.work.rules.indicators[i].id
        if self.work.rules.kind == "share":
            return pl.col(f"{name}_part") / pl.col(f"{name}_whole") * 100
        return pl.col(name)

    def points(self, i: int) -> pl.Expr:
        """when/then from the lowest band up."""
        each = self.work.rules.indicators[i]
        edges, points, value = each.edge_values, each.point_values, self.value(i)
        line = self.work.rules.kind == "linear"

        def inside(k: int) -> pl.Expr:
            if not line or k + 1 == len(edges):
                return pl.lit(points[k])
            return points[k] + (value - edges[k]) * ((points[k + 1] - points[k]) / (edges[k + 1] - edges[k]))

        chain: Any = pl.when(value < edges[1]).then(inside(0))
        for k in range(1, len(edges) - 1):
            chain = chain.when(value < edges[k + 1]).then(inside(k))
        points_of_all: pl.Expr = chain.otherwise(inside(len(edges) - 1))
        return points_of_all

    def band(self, i: int) -> pl.Expr:
        """How many edges the value has reached."""
        value = self.value(i)
        return pl.sum_horizontal([(value >= edge).cast(pl.Int16) for edge in self.work.rules.indicators[i].edge_values[1:]])

    def make_query(self) -> pl.LazyFrame:
        """The whole query, not run."""
        indicators = self.work.rules.indicators
        if self.work.ranges:
            return self.make_range_query()
        query = self.frame.lazy()
        if self.work.parts:
            query = query.select([self.points(i).alias(each.id) for i, each in enumerate(indicators)])
            query = query.with_columns(pl.sum_horizontal([each.id for each in indicators]).alias("total"))
            rounded = [half_up(pl.col(each.id)).alias(each.id) for each in indicators]
        else:
            query = query.select(pl.sum_horizontal([self.points(i) for i in range(len(indicators))]).alias("total"))
            rounded = []
        total = pl.col("total")
        return query.select("total", half_up(total).alias("shown"), class_of(total).alias("class"), *rounded)

    def make_range_query(self) -> pl.LazyFrame:
        """A missing figure, here NaN, is worth nothing at least and the highest points at most."""
        ends: dict[str, Callable[[Indicator], float]] = {"low": lambda each: 0.0, "high": lambda each: each.point_values[-1]}
        sums = [
            pl.sum_horizontal(
                [pl.when(self.value(i).is_nan()).then(worth(each)).otherwise(self.points(i)) for i, each in enumerate(self.work.rules.indicators)]
            ).alias(end)
            for end, worth in ends.items()
        ]
        query = self.frame.lazy().select(sums)
        return query.select(
            *[pl.col(end) for end in ends],
            *[half_up(pl.col(end)).alias(f"shown_{end}") for end in ends],
            *[class_of(pl.col(end)).alias(f"class_{end}") for end in ends],
        )

    def run(self) -> pl.DataFrame:
        """Collects."""
        return self.query.collect()

    def answers(self, result: pl.DataFrame) -> Answers:
        """Ranges one end after the other."""
        ends = ["_low", "_high"] if self.work.ranges else [""]

        def column(name: str) -> np.ndarray:
            return np.concatenate([result[name + end].to_numpy() for end in ends])

        scores = [result[end.removeprefix("_") or "total"].to_numpy() for end in ends]
        parts = [result[each.id].to_numpy() for each in self.work.rules.indicators] if self.work.parts else []
        return Answers(hundredths(column("shown")), column("class").astype(np.int16), np.concatenate(scores), all_hundredths(parts))

    def made(self, result: pl.DataFrame) -> int:
        """The bytes of the result."""
        return int(result.estimated_size())

    def bands(self) -> np.ndarray:
        """By comparing with every edge."""
        return self.frame.select([self.band(i).alias(str(i)) for i in range(len(self.work.rules.indicators))]).to_numpy().astype(np.int16)


def prepare(work: Work) -> PolarsJob:
    """Makes the frame and the query."""
    return PolarsJob(work)
