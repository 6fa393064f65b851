"""The stub of the extension lists every name that it has, and no others; the package passes mypy --strict."""

from __future__ import annotations

import ast
import pathlib
import subprocess
import sys

import pytest

from biaochi import _core

PACKAGE = pathlib.Path(__file__).resolve().parents[2] / "bindings" / "python" / "biaochi"
STUB = ast.parse((PACKAGE / "_core.pyi").read_text("utf-8"))
INHERITED = set(dir(object)) | {"__module__", "__dict__", "__weakref__", "__pybind11_module_local_v11_gcc_libstdcpp_cxxabi1018__"}


def names_of(body: list[ast.stmt]) -> set[str]:
    names = {node.name for node in body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
    return names | {node.target.id for node in body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)}


def public(names: set[str]) -> set[str]:
    return {name for name in names if not name.startswith("_")}


def test_the_stub_has_the_names_of_the_module():
    assert public(set(dir(_core))) == public(names_of(STUB.body))


@pytest.mark.parametrize("node", [node for node in STUB.body if isinstance(node, ast.ClassDef)], ids=lambda node: node.name)
def test_the_stub_has_the_names_of_each_class(node):
    kind = getattr(_core, node.name)
    assert public(set(dir(kind))) == public(names_of(node.body))
    assert {name for name in names_of(node.body) if name.startswith("__")} <= set(dir(kind))
    assert kind.__doc__ and all(getattr(kind, name).__doc__ for name in public(set(dir(kind))))


def test_every_function_has_words():
    functions = [node.name for node in STUB.body if isinstance(node, ast.FunctionDef)]
    assert functions and all(getattr(_core, name).__doc__ for name in functions)


def test_mypy_is_content():
    pytest.importorskip("mypy")
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", str(PACKAGE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
