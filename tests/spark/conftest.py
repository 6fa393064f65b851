"""A cluster of two executor processes for all tests of this folder; without pyspark there is nothing to test."""

from __future__ import annotations

import importlib.util
import pathlib

import pytest

import biaochi

collect_ignore_glob = [] if importlib.util.find_spec("pyspark") else ["test_*.py"]
READINGS = {"hightech_gap": "linear", "class_cuts": "hebei_2019", "within_band": "linear"}


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    from . import cluster

    with cluster.start(tmp_path_factory.mktemp("spark")) as running:
        yield running


@pytest.fixture(scope="session")
def rules() -> biaochi.Rules:
    return biaochi.rulebook("hebei_district_leap").compile(on="2020-12-31", readings=READINGS)


@pytest.fixture(scope="session")
def table(rules):
    """200,000 records; see records.py."""
    from . import records

    return records.make(rules, rows=200_000, seed=20201231)


@pytest.fixture(scope="session")
def files(table, tmp_path_factory) -> pathlib.Path:
    """The same as Parquet files, as a cluster would read them."""
    from . import records

    return records.write(table, tmp_path_factory.mktemp("records"), files=24)
