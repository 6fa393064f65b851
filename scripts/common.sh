# What the scripts have in common; sourced, not run: the repository's root, the number of cores, the compiler cache, headlines.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
jobs=$(nproc 2>/dev/null || echo 2)
export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$jobs}
export CC=${CC:-gcc} CXX=${CXX:-g++}
if command -v ccache >/dev/null; then
    export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
    export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
fi

headline() {
    printf '\n== %s (%d min %02d s)\n' "$1" $((SECONDS / 60)) $((SECONDS % 60))
}

# Runs a command quietly; shows the end of what it said only if it fails.
quietly() {
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        local status=$?
        tail -n 80 "$log"
        rm -f "$log"
        return "$status"
    fi
}

# Builds the Python package and installs it, with the command, into .venv. The flags are those of the preset dev.
install_package() {
    quietly .venv/bin/python -m pip install --disable-pip-version-check --no-build-isolation --no-deps --force-reinstall \
        -C cmake.define.BIAOCHI_WERROR=ON .
}
