"""biaochi's BatchScorer, through the library of tests/bench/shim: answers are written into room that is there already."""

from __future__ import annotations

import ctypes
import os
from typing import Any

import numpy as np
from job import Answers, Work, all_hundredths, hundredths
from rules import CUTS

VERSIONS = ()
CODES = {"best": 0, "none": 1, "plain": 2, "avx2": 3, "avx512": 4}


class _Work(ctypes.Structure):
    """As struct bench_work of shim.h."""

    _fields_ = [
        *(("columns", ctypes.c_void_p), ("slots", ctypes.c_void_p), ("column_count", ctypes.c_size_t), ("rows", ctypes.c_size_t)),
        *(("threads", ctypes.c_uint), ("code", ctypes.c_int)),
        *((name, ctypes.c_void_p) for name in ("low", "high", "units", "class_of", "class_low", "class_high", "parts", "nodes")),
        *(("part_count", ctypes.c_size_t), ("by_grid", ctypes.c_size_t), ("exact", ctypes.c_size_t)),
    ]


def load() -> Any:
    """The library, whose path the environment tells."""
    library = ctypes.CDLL(os.environ["BIAOCHI_BENCH_SHIM"])
    library.bench_open.restype = ctypes.c_void_p
    library.bench_open.argtypes = [ctypes.c_char_p, ctypes.c_size_t]
    for function in (library.bench_slot, library.bench_node):
        function.restype = ctypes.c_size_t
        function.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    library.bench_score.argtypes = [ctypes.c_void_p, ctypes.POINTER(_Work), ctypes.c_size_t]
    library.bench_ranks.argtypes = [ctypes.c_void_p, ctypes.POINTER(_Work), ctypes.c_size_t, ctypes.c_void_p]
    library.bench_vector_code.restype = library.bench_compiler.restype = ctypes.c_char_p
    return library


def _pointers(arrays: list[np.ndarray]) -> Any:
    return (ctypes.c_void_p * len(arrays))(*(array.ctypes.data for array in arrays))


class CoreJob:
    """One set of rooms, used again by each run."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.library = load()
        text = work.rules.rulebook().encode()
        self.rules = self.library.bench_open(text, len(text))
        assert self.rules, "the rulebook is wrong"
        rows = work.rows
        doubles = ["low", "high"] if work.ranges else ["low"]
        classes = ["class_low", "class_high"] if work.ranges else ["class_of"]
        self.room = {name: np.full(rows, np.nan) for name in doubles} | {name: np.full(rows, -9, dtype=np.int16) for name in classes}
        self.parts = [np.full(rows, np.nan) for _ in work.rules.indicators] if work.parts else []
        self.kept = [np.ascontiguousarray(column) for column in work.columns.values()]
        self.slots = np.array([self.library.bench_slot(self.rules, name.encode()) for name in work.columns], dtype=np.uintp)
        self.nodes = np.array([self.library.bench_node(self.rules, each.id.encode()) for each in work.rules.indicators], dtype=np.uintp)
        self.columns, self.part_pointers = _pointers(self.kept), _pointers(self.parts)
        self.asked = _Work(
            columns=ctypes.addressof(self.columns),
            slots=self.slots.ctypes.data,
            column_count=len(self.kept),
            rows=rows,
            threads=work.threads,
            code=CODES[work.extra.get("code", "best")],
            parts=ctypes.addressof(self.part_pointers),
            nodes=self.nodes.ctypes.data,
            part_count=len(self.parts),
            **{name: array.ctypes.data for name, array in self.room.items()},
        )

    def run(self, times: int = 1) -> dict[str, np.ndarray]:
        """Scores all rows."""
        if self.library.bench_score(self.rules, self.asked, times) != 0:
            raise ValueError("the columns cannot be read")
        return self.room

    def answers(self, result: dict[str, np.ndarray]) -> Answers:
        """The engine counts classes from the lowest."""
        ends = [name for name in ("low", "high") if name in result]
        classes = [name for name in ("class_of", "class_low", "class_high") if name in result]
        shown = np.concatenate([hundredths(result[name]) for name in ends])
        return Answers(shown, len(CUTS) - 1 - np.concatenate([result[name] for name in classes]), np.array([]), all_hundredths(self.parts))

    def ranks(self, rows: int) -> np.ndarray:
        """The exact ranks of the first rows among themselves."""
        found = np.zeros(rows)
        if self.library.bench_ranks(self.rules, self.asked, rows, found.ctypes.data) != 0:
            raise ValueError("the columns cannot be read")
        return found.astype(np.int64)

    def made(self, result: dict[str, np.ndarray]) -> int:
        """Nothing: the room was there before."""
        return 0

    def counts(self) -> dict[str, int]:
        """Of the last run: rows settled as decimals, rows that went the exact way."""
        return {"rows": self.work.rows, "by_grid": self.asked.by_grid, "exact": self.asked.exact}


def prepare(work: Work) -> CoreJob:
    """Compiles the rules and makes room."""
    return CoreJob(work)
