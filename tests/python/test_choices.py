"""A place that hangs on an open point has a value for each of its readings, and a stated value is one: nothing is taken for granted."""

from __future__ import annotations

import copy
import json

import pytest
from bad_files import BOOKS, ROOT

import biaochi as bc

FILES = sorted((ROOT / "rulebooks").glob("*.json")) + sorted((BOOKS / "good").glob("*.json"))
WITHOUT_READINGS = {"asks": {"en": "What does it mean?"}}


def choices(value, path=()):
    """The paths of all objects {"open", "readings"} below a value."""
    if isinstance(value, dict):
        if {"open", "readings"} <= value.keys() and isinstance(value["open"], str):
            yield path
        for key, entry in value.items():
            yield from choices(entry, (*path, key))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from choices(entry, (*path, index))


def places():
    """Every choice of every rulebook here; and of three methods that no rulebook leaves open, written as choices."""
    for file in FILES:
        book = json.loads(file.read_text("utf-8"))
        for path in choices(book):
            if path[0] != "examples":
                yield pytest.param(book, path, id=f"{file.stem}:{'/'.join(map(str, path))}")
    for name, key in (("efficacy", "standards"), ("goalposts", "from"), ("goalposts", "to")):
        book = json.loads((BOOKS / "good" / f"{name}.json").read_text("utf-8"))
        path = next(stated(book["score"], key, ("score",)))
        *above, last = path
        inside = at(book, above)
        inside[last] = {"open": "which", "readings": {"one": inside[last]}}
        book.setdefault("open", {})["which"] = WITHOUT_READINGS | {"readings": {"one": {"says": {"en": "one"}, "status": "natural"}}}
        yield pytest.param(book, path, id=f"{name}:{key}")


def stated(value, key, path):
    if isinstance(value, dict):
        if key in value and ("bands" not in path):
            yield (*path, key)
        for name, entry in value.items():
            yield from stated(entry, key, (*path, name))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from stated(entry, key, (*path, index))


def at(value, path):
    for step in path:
        value = value[step]
    return value


def with_place(book, path, change):
    """The rulebook with one of its places changed, and an open point without readings beside the others."""
    book = copy.deepcopy(book)
    book["open"]["unread"] = WITHOUT_READINGS
    book["open"]["by_data"] = WITHOUT_READINGS | {"settled_by": "data"}
    above = at(book, path[:-1])
    above[path[-1]] = change(above[path[-1]])
    return json.dumps(book, ensure_ascii=False)


WRONG = {
    "no name": lambda choice: choice | {"open": ""},
    "name that is none": lambda choice: choice | {"open": None},
    "no readings": lambda choice: choice | {"readings": {}},
    "readings left out": lambda choice: {"open": choice["open"]},
    "no name and no readings": lambda _: {"open": "", "readings": {}},
    "point without readings": lambda _: {"open": "unread", "readings": {}},
    "readings that a point has not": lambda choice: choice | {"open": "unread"},
    "point settled by data": lambda _: {"open": "by_data", "readings": {}},
    "values of another kind": lambda choice: choice | {"readings": dict.fromkeys(choice["readings"], True)},
    "empty object": lambda _: {},
    "truth": lambda _: True,
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize(("book", "path"), list(places()))
def test_a_choice_without_its_values_is_refused(book, path, wrong):
    assert bc.rulebook(with_place(book, path, lambda choice: choice)).id
    with pytest.raises(bc.RulebookError) as raised:
        bc.rulebook(with_place(book, path, wrong))
    pointer = "/" + "/".join(map(str, path))
    near = pointer if path[-1] != "by_reading" else pointer.rpartition("/")[0]
    assert any(issue.where.startswith(near) for issue in raised.value.issues), raised.value.issues
