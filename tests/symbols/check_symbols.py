"""Fails unless the C library exports exactly the functions that biaochi.h declares."""

import pathlib
import re
import subprocess
import sys


def main(nm: str, library: str, header: str) -> int:
    """Compares the two lists and prints what is in one only."""
    listing = subprocess.run([nm, "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    exported = {line.split()[-1].split("@")[0] for line in listing.splitlines()}
    declared = set(re.findall(r"^BIAOCHI_API [^(]*?(\w+)\(", pathlib.Path(header).read_text(encoding="utf-8"), re.MULTILINE))
    for name in sorted(exported - declared):
        print(f"exported but not declared: {name}")
    for name in sorted(declared - exported):
        print(f"declared but not exported: {name}")
    return 0 if exported == declared and declared else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
