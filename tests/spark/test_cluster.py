"""Two executor processes, one of them killed on the way: the bytes of one machine."""

from __future__ import annotations

import os
import pathlib
import pickle
import signal
import threading
import time

import pyarrow.compute as pc
import pytest
from pyspark import TaskContext

import biaochi
from biaochi.spark import _work, score

from .cluster import executor_of
from .same import assert_same

KEEP = ["id"]
FREE = 8  # partitions that do not wait


class Gate:
    """Batches as they are; notes which executor had them, and lets all but a few partitions wait until an executor is dead."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder

    def __call__(self, batches):
        task = TaskContext.get()
        ran = self.folder / f"{task.partitionId()}-{task.attemptNumber()}-{executor_of(os.getpid())}"
        ran.touch()
        patience = time.monotonic() + 180
        while task.partitionId() >= FREE and not (self.folder / "killed").exists() and time.monotonic() < patience:
            time.sleep(0.02)
        yield from batches

    def ran(self) -> set[tuple[int, int, int]]:
        """Partition, attempt and executor of each task so far."""
        return {tuple(map(int, file.name.split("-"))) for file in self.folder.glob("*-*-*")}


def kill_one(cluster, gate: Gate) -> int:
    """Kills, once the first tasks have ended and both executors wait, an executor of those two; returns which."""
    tracker = cluster.session.sparkContext.statusTracker()
    patience = time.monotonic() + 180
    while time.monotonic() < patience:
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        ended = sum(stage.numCompletedTasks for stage in stages if stage)
        waiting = {executor for partition, _, executor in gate.ran() if partition >= FREE}
        if ended >= FREE and waiting == set(cluster.executors()) and len(waiting) == 2:
            victim = max(waiting)
            os.kill(victim, signal.SIGKILL)
            return victim
        time.sleep(0.05)
    raise AssertionError(f"two executors should wait: {gate.ran()}")


@pytest.fixture(scope="module")
def alone(table, rules):
    """What one machine says."""
    return rules.score(table, keep=KEEP, ranges=True, key=True, parts=["input"], threads=2)


@pytest.fixture(scope="module")
def survived(cluster, files, rules, tmp_path_factory):
    """The answer of the cluster that lost an executor, and what became of its tasks and processes."""
    gate = Gate(tmp_path_factory.mktemp("gate"))
    frame = cluster.session.read.parquet(str(files))
    names = frame.columns
    frame = frame.toDF(*map(str, range(len(names))))
    frame = frame.mapInArrow(gate, frame.schema).toDF(*names)
    answer = score(frame, rules, keep=KEEP, ranges=True, key=True, ranks=True, parts=["input"])
    killed = []

    def kill():
        killed.append(kill_one(cluster, gate))
        (gate.folder / "killed").touch()

    killer = threading.Thread(target=kill)
    killer.start()
    collected = answer.toArrow()
    killer.join()
    return collected, killed, gate.ran()


def test_two_executors_ran_and_one_was_lost(cluster, survived):
    _, (killed,), ran = survived
    executors = {executor for _, _, executor in ran}
    assert len(executors) >= 2 and killed in executors
    assert {partition for partition, attempt, executor in ran if executor == killed}
    assert any(attempt > 0 for _, attempt, _ in ran)  # what it was at was done again
    assert killed not in cluster.executors()
    assert len(cluster.events("ExecutorAdded")) >= 2
    assert any("lost" in event["Removed Reason"].lower() or "137" in event["Removed Reason"] for event in cluster.events("ExecutorRemoved"))
    ends = [event["Task End Reason"]["Reason"] for event in cluster.events("TaskEnd")]
    assert "ExecutorLostFailure" in ends and "Success" in ends


def test_the_answer_is_that_of_one_machine(survived, alone):
    collected, _, _ = survived
    assert len(collected) == len(alone)
    assert_same(collected.drop_columns(["rank", "rank_best", "rank_worst"]), alone)


def test_ranks_are_those_of_one_machine(survived, table, rules):
    collected, _, _ = survived
    ranks = ["id", "rank", "rank_best", "rank_worst"]
    assert_same(collected.select(ranks), rules.score(table, keep=KEEP, ranks=True).select(ranks))


def test_what_is_tested_has_every_kind_of_row(survived):
    collected, _, _ = survived
    status = {each["values"]: each["counts"] for each in pc.value_counts(collected["status"]).to_pylist()}
    assert min(status[kind] for kind in ("decided", "undetermined", "bad_value")) > 1000
    ranked = len(collected) - collected["rank"].null_count
    assert ranked > len(collected) / 4 > len(set(collected["rank"].to_pylist())) / 4  # and some share a rank


def test_rules_are_sent_once_and_compiled_once_in_each_process(cluster, files, rules):
    session = cluster.session
    assert _work.ship(session, rules)._broadcast is _work.ship(session, pickle.loads(pickle.dumps(rules)))._broadcast
    frame = session.read.parquet(str(files)).limit(30_000).repartition(8)

    def count(batches):
        import pyarrow

        held = len(_work._compiled)
        for batch in batches:
            yield pyarrow.RecordBatch.from_pydict({"held": [held] * (len(batch) > 0)}, schema=pyarrow.schema({"held": "int64"}))

    for _ in range(2):
        held = [row.held for row in score(frame, rules, keep=KEEP).mapInArrow(count, "held long").collect()]
        assert len(held) >= 8 and set(held) <= {0, 1}


def test_columns_are_looked_at_before_any_job(cluster, files, rules):
    frame = cluster.session.read.parquet(str(files))
    before = len(cluster.events("JobStart"))
    with pytest.raises(biaochi.DataError) as caught:
        score(frame, rules)
    assert [(issue.code, issue.where) for issue in caught.value.issues] == [("unknown_column", "/columns/id")]
    with pytest.raises(biaochi.DataError) as caught:
        score(frame.withColumnRenamed("tech_smes", "tech_sme"), rules, keep=KEEP)
    assert "tech_smes" in caught.value.issues[0].en
    with pytest.raises(biaochi.DataError):
        score(frame, rules, keep=KEEP, parts=["no_such_node"])
    with pytest.raises(TypeError, match="expected a DataFrame of Spark .*, found list"):
        score([], rules)
    with pytest.raises(TypeError, match="expected rules, found str"):
        score(frame, "hebei_district_leap")
    assert len(cluster.events("JobStart")) == before


def test_another_version_on_an_executor_is_an_error_that_says_so(cluster, files, rules):
    frame = cluster.session.read.parquet(str(files)).limit(10)
    packed = pickle.dumps(rules).replace(biaochi.__version__.encode(), b"9.9.9", 1)
    shipped = _work.Shipped("of another version", cluster.session.sparkContext.broadcast(packed))
    with pytest.raises(Exception, match="biaochi 9.9.9.*install the same version"):
        frame.select("id").mapInArrow(_work.Work(shipped, {}, None), "score double").collect()
