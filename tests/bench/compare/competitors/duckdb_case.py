"""DuckDB: one SELECT of CASE over all indicators, from a table in memory; the answer is an Arrow table."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa
from formulas import lines
from job import Answers, Work, cut_values, hundredths
from rules import Indicator

VERSIONS = ("duckdb", "pyarrow")


def case(work: Work, each: Indicator) -> str:
    """CASE from the lowest band up; slopes are worked out beforehand, in doubles."""
    arms = []
    for i, line in enumerate(lines(work.rules, each)):
        points = f"{line.points}::DOUBLE"
        if line.slope[0] != "0":
            rise = float(each.points[i + 1]) - float(line.points)
            points += f" + ({each.id} - {line.edge}::DOUBLE) * {rise / (float(each.edges[i + 1]) - float(line.edge))!r}::DOUBLE"
        arms.append(f"WHEN {each.id} < {line.below}::DOUBLE THEN {points}" if line.below else f"ELSE {points}")
    return f"CASE {' '.join(arms)} END"


class DuckJob:
    """A connection with so many threads."""

    def __init__(self, work: Work) -> None:
        self.connection = duckdb.connect()
        self.connection.execute(f"SET threads = {work.threads}")
        self.connection.register("given", pa.table(work.columns))
        self.connection.execute("CREATE TABLE figures AS SELECT * FROM given")
        self.connection.unregister("given")
        total = " + ".join(case(work, each) for each in work.rules.indicators)
        first, second = cut_values()
        classes = f"CASE WHEN total >= {first}::DOUBLE THEN 0 WHEN total >= {second}::DOUBLE THEN 1 ELSE 2 END::TINYINT"
        self.query = f"SELECT total, round(total, 2) AS shown, {classes} AS class FROM (SELECT {total} AS total FROM figures)"

    def run(self) -> pa.Table:
        """Runs the query and takes everything out."""
        return self.connection.sql(self.query).to_arrow_table()

    def answers(self, result: pa.Table) -> Answers:
        """As they are: rows come in the order of the table."""
        column = {name: result[name].to_numpy() for name in ("total", "shown", "class")}
        return Answers(hundredths(column["shown"]), column["class"].astype(np.int16), column["total"])


def prepare(work: Work) -> DuckJob:
    """Makes the table."""
    return DuckJob(work)
