"""Spark with two executors, each a process of its own, on this machine only."""

from __future__ import annotations

import contextlib
import json
import os
import pathlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyspark
from pyspark.sql import SparkSession

HERE = "127.0.0.1"
# Short lives on a busy machine: little compiling, one thread that collects.
SHORT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SETTINGS = {
    "spark.driver.bindAddress": HERE,
    "spark.driver.host": HERE,
    "spark.driver.memory": "1g",
    "spark.executor.memory": "1g",
    "spark.driver.extraJavaOptions": SHORT,
    "spark.executor.extraJavaOptions": SHORT,
    "spark.ui.enabled": "false",
    "spark.eventLog.enabled": "true",
    "spark.eventLog.compress": "false",
    "spark.sql.shuffle.partitions": "4",
    "spark.sql.files.maxPartitionBytes": "512k",
    "spark.sql.files.openCostInBytes": "512k",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "3000",
}


@dataclass
class Cluster:
    """A session, and the folder of its event log."""

    session: SparkSession
    log: pathlib.Path

    def events(self, kind: str) -> list[dict[str, Any]]:
        """What the log says of one kind, such as ExecutorAdded."""
        lines = [line for file in self.log.rglob("events_*") for line in file.read_text("utf-8").splitlines() if line.endswith("}")]
        return [event for event in map(json.loads, lines) if event["Event"] == f"SparkListener{kind}"]

    def executors(self) -> list[int]:
        """The processes of its executors, by id."""
        application = self.session.sparkContext.applicationId
        return sorted(number for number, words in processes() if "CoarseGrainedExecutorBackend" in words and application in words)


def processes() -> Iterator[tuple[int, str]]:
    """Every process of this machine with its command line."""
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                yield int(folder.name), (folder / "cmdline").read_text("utf-8", "replace")


def executor_of(process: int) -> int:
    """The executor that a Python worker was started by: the first Java process above it."""
    while process > 1 and "CoarseGrainedExecutorBackend" not in pathlib.Path(f"/proc/{process}/cmdline").read_text("utf-8", "replace"):
        process = int(pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    return process


@contextlib.contextmanager
def start(folder: pathlib.Path) -> Iterator[Cluster]:
    """Starts a cluster of two executors with one core and 1 GiB each; stops it at the end."""
    log = folder / "events"
    log.mkdir()
    os.environ.update(SPARK_HOME=str(pathlib.Path(pyspark.__file__).parent), SPARK_LOCAL_IP=HERE, SPARK_LOCAL_DIRS=str(folder / "local"),
                      PYSPARK_PYTHON=sys.executable, PYTHONPATH=str(pathlib.Path(__file__).parents[1]))
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("biaochi")
    for name, value in {**SETTINGS, "spark.eventLog.dir": log.as_uri()}.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        yield Cluster(session, log)
    finally:
        session.stop()
