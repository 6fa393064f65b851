"""Starts competitors, checks their answers, and lets them run in turns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from worker import Spec

HERE = Path(__file__).parent


@dataclass
class Given:
    """What a competitor answered: see job.Answers; bands are None where they were not asked for or there are none."""

    shown: np.ndarray
    classes: np.ndarray
    scores: np.ndarray
    parts: np.ndarray
    bands: np.ndarray | None


@dataclass
class Times:
    """Seconds of each run, by the clock, and of the processor (all threads together)."""

    clock: list[float]
    cpu: list[float]

    def best(self, threads: int) -> float:
        """Of one thread the processor's time, which other programs on the machine add little to; of several the clock's."""
        return min(self.cpu if threads == 1 else self.clock)


class Worker:
    """A competitor's process."""

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        environment = os.environ | {"POLARS_MAX_THREADS": str(spec.threads), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        command = [sys.executable, str(HERE / "worker.py"), spec.text()]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def ready(self) -> Worker:
        """Waits until the figures are drawn."""
        self.read()
        return self

    def read(self) -> dict[str, Any]:
        """The next answer."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.spec.text()} ended with {self.process.wait()}")
        return dict(json.loads(line))

    def ask(self, do: str, **more: Any) -> dict[str, Any]:
        """Asks and waits."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self.process.stdin.flush()
        return self.read()

    def answers(self, bands: bool = False) -> Given:
        """Runs once and takes the answers."""
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/answers.npz"
            self.ask("answers", to=path, bands=bands)
            with np.load(path) as file:
                return Given(file["shown"], file["classes"], file["scores"], file["parts"], file["bands"] if "bands" in file else None)

    def ranks(self, rows: int) -> np.ndarray:
        """The exact ranks of the first rows among themselves."""
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/ranks.npy"
            self.ask("ranks", to=path, rows=rows)
            return np.asarray(np.load(path))

    def close(self) -> None:
        """Ends the process."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class Pool:
    """Several competitors at a time, by name."""

    def __init__(self, specs: dict[str, Spec]) -> None:
        self.workers = {name: Worker(spec) for name, spec in specs.items()}

    def __enter__(self) -> Pool:
        for worker in self.workers.values():
            worker.ready()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in self.workers.values():
            worker.close()

    def race(self, rounds: int, seconds: float) -> dict[str, Times]:
        """Lets each run once a round, so that noise meets all alike; @return how long each run took.

        A competitor that has had its share of seconds sits out later rounds.
        """
        taken = {name: Times([], []) for name in self.workers}
        for _ in range(rounds):
            for name, worker in self.workers.items():
                if sum(taken[name].clock) < seconds:
                    run = self.one_run(worker)
                    taken[name].clock.append(run["clock"])
                    taken[name].cpu.append(run["cpu"])
        return taken

    @staticmethod
    def one_run(worker: Worker) -> dict[str, float]:
        """Short work is done several times over, so that the clock can tell."""
        run = worker.ask("run")
        return worker.ask("run", times=20) if run["clock"] < 0.002 else run
