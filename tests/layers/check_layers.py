"""Fails when a module includes one to its right, or anything that its place does not allow."""

import pathlib
import re
import sys

ORDER = [
    *("core", "calendar", "feel", "json", "rulebook", "ruleset", "record", "score", "standing", "batch", "whatif"),
    *("subject", "condition", "lifecycle", "target", "incentive", "duty", "draw", "coverage", "diff", "explain", "example", "capi"),
]
THIRD_PARTY = {"boost": {"core"}, "nlohmann": {"json"}}
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")', re.MULTILINE)


def complaint(module: str, angled: str, quoted: str) -> str | None:
    """Says why the file of a module may not include this, or nothing."""
    if angled:
        library = angled.split("/")[0] if "/" in angled else None
        if library and module not in THIRD_PARTY.get(library, set()):
            return f"<{angled}> is not for {module}"
        return None
    parts = quoted.removeprefix("biaochi/").split("/")
    if parts == ["arrow.h"]:
        return None if module in ("batch", "capi") else f'"{quoted}" is not for {module}'
    if parts in (["biaochi.h"], ["biaochi.hpp"]):
        return None if module == "capi" and parts == ["biaochi.h"] else f'"{quoted}" is for those who use biaochi'
    if len(parts) != 2 or parts[0] not in ORDER:
        return f'"{quoted}" is not written as module/file'
    if ORDER.index(parts[0]) > ORDER.index(module):
        return f'"{quoted}" is to the right of {module}'
    return None


def main(root: pathlib.Path) -> int:
    """Walks include/biaochi and src and prints every complaint."""
    found = 0
    for base in (root / "include" / "biaochi", root / "src"):
        for path in sorted(base.rglob("*.[ch]pp")):
            module = path.relative_to(base).parts[0]
            if path.parent == base:
                continue
            if module not in ORDER:
                print(f"{path.relative_to(root)}: {module} has no place in the order of modules")
                found += 1
                continue
            for angled, quoted in INCLUDE.findall(path.read_text(encoding="utf-8")):
                why = complaint(module, angled, quoted)
                if why:
                    print(f"{path.relative_to(root)}: {why}")
                    found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
