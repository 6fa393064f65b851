"""Writes the seeds of every fuzzer from what the repository has: rulebooks, records, expressions, logs of events, Cases, subjects, applications, budgets, ledgers.

Those of columns are bytes without meaning, from which the fuzzer builds frames.

Usage: seeds.py FOLDER     makes FOLDER/<fuzzer>/… and FOLDER/words, a dictionary of the format's words
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data" / "feel" / "cases.jsonl"
RECORDS = [
    {
        "region": "a",
        "period": 2020,
        "facts": {
            "fiscal_st_share": {"value": "1/3", "unit": "%", "status": "estimated"},
            "platforms.key_lab.national": 2,
            "services": {"makerspace": {"national": 2}},
            "st_department": ["independent"],
            "st_management": ["4", 3.5, None],
            "hightech_firms": None,
        },
    }
]
EXPRESSIONS = [
    'every c in list satisfies c.class in ("A", "B")',
    "for i in 0..4 return if i = 0 then 1 else i * partial[-1]",
]
FACTS_TO_COME = bytes(96)  # evaluate_fuzz takes its facts from the end of the input
LIFE = """\
{"date": "2023-09-01", "case": "a", "event": "apply"}
{"date": "2023-09-15", "case": "a", "event": "review", "data": {"result": "pass", "points": 72}}
{"date": "2023-09-27", "case": "a", "event": "post"}
{"date": "2023-10-11", "case": "a", "event": "approve"}
{"date": "2024-03-20", "case": "a", "event": "report", "data": {"year": 2023}, "evidence": "letter 12"}
{"date": "2025-03-20", "case": "a", "event": "report", "data": {"year": "2024"}}
{"date": "2025-10-11", "case": "a", "event": "accept", "data": {"passed": true}}
{"date": "2026-01-11", "case": "a", "event": "monitor", "data": {"fell": null}}
"""
CASE = {
    "case": "a",
    "rulebook": "lifecycle",
    "version": "1",
    "state": "building",
    "since": "2023-10-11",
    "fields": {"reports": "1", "falls": "0", "posted_on": "2023-09-27"},
    "history": [json.loads(line) for line in LIFE.splitlines()[:5]],
}
COUNTY = {
    "region": "a",
    "on": "2024-03-01",
    "fields": {"monitoring_class": "B", "national_status": "none", "targets": 10, "targets_met": "10"},
    "history": {"2021": {"score": "61.5", "class": "B", "rank": 4}, "2023": {"score": 60}},
    "members": {"peers": [{"region": "b", "fields": {"score": "60.25"}}, {"region": "c", "fields": {"score": None}}]},
}
SHARED_BUDGET = b'{"budget": "1000000", "unit": "\xe4\xb8\x87\xe5\x85\x83", "claims": [{"id": "a", "amount": "7.01"}, {"id": "b", "amount": 3}]}'
LEDGER = b"## 1 (S0-I01 ... S0-I02)\n\n| # | x |\n|---|---|\n| 1 | a |\n| 2 | b |\n\n| id |\n|---|\n| S1C-57a |\n"
PEERS = {"g": {"name": {"en": "g"}, "members": [{"region": region, "from": "2020-01-01"} for region in "abc"]}}

WHAT_IFS = [
    {"draws": 100, "seed": 7, "quantiles": [0, "1/3", 1], "weights": [{"leaves_of": "total", "percent": 25}]},
    {"weights": [{"node": "warmth", "low": 2, "high": 6, "rescale": False}], "edges": [{"node": "waste", "band": 1, "edge": "to", "by": 5}]},
    {"data": [{"fact": "waste", "region": "a", "percent": 10}, {"fact": "warmth", "together": True, "by": "0.5"}]},
]


def json_files(*folders: str) -> list[tuple[bytes, object]]:
    """Bytes and value of every readable JSON file of a sensible size."""
    found = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.json")):
            data = path.read_bytes()
            if len(data) >= 200_000:
                continue
            try:
                found.append((data, json.loads(data)))
            except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
                found.append((data, None))
    return found


def expressions() -> list[str]:
    """Those of the reference, of the shipped rulebooks, and of the shared cases where they are there."""
    text = (ROOT / "docs" / "reference" / "feel.md").read_text(encoding="utf-8")
    found = EXPRESSIONS + re.findall(r"`([^`]*)`", text)
    for path in sorted((ROOT / "rulebooks").glob("*.json")):
        found += [json.loads(f'"{each}"') for each in re.findall(r'"(?:expr|if|formula)": "((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8"))]
    if SHARED.exists():
        found += [json.loads(line)["expr"] for line in SHARED.read_text(encoding="utf-8").splitlines()]
    return found


def main(folder: pathlib.Path) -> None:
    """Writes one file a seed, named by its content."""

    def write(fuzzer: str, data: bytes) -> None:
        place = folder / fuzzer
        place.mkdir(parents=True, exist_ok=True)
        (place / hashlib.sha1(data, usedforsecurity=False).hexdigest()[:16]).write_bytes(data)

    for data, value in json_files("rulebooks", "tests/rulebooks", "examples"):
        write("rulebook" if b'"biaochi/' in data else "records", data)
        if isinstance(value, dict) and isinstance(value.get("log"), list):
            write("events", "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in value["log"]).encode())
        for key, fuzzer in (("case", "events"), ("cases", "events"), ("subjects", "subjects"), ("spec", "whatif")):
            if isinstance(value, dict) and isinstance(value.get(key), (dict, list)):
                write(fuzzer, json.dumps(value[key], ensure_ascii=False).encode())
        for example in value.get("examples", []) if isinstance(value, dict) else []:
            for key, fuzzer in (("application", "applications"), ("records", "progress")):
                if isinstance(example, dict) and key in example:
                    write(fuzzer, json.dumps(example[key], ensure_ascii=False).encode())
    for path in (ROOT / "examples" / "incentives").glob("*.json"):
        write("applications", path.read_bytes())
    write("applications", SHARED_BUDGET)
    write("applications", LEDGER)
    for spec in WHAT_IFS:
        write("whatif", json.dumps(spec).encode())
    write("records", json.dumps(RECORDS).encode())
    write("events", LIFE.encode())
    write("events", json.dumps(CASE, ensure_ascii=False).encode())
    write("subjects", json.dumps({"groups": PEERS, "subjects": [COUNTY]}).encode())
    for i in range(32):
        write("columns", b"".join(hashlib.sha256(bytes([i, k])).digest() for k in range(i + 1)))
    for expression in expressions():
        write("feel", expression.encode())
        write("evaluate", expression.encode() + FACTS_TO_COME)
    words: set[str] = set()
    for path in [*(ROOT / "rulebooks").glob("*.json"), *(ROOT / "tests" / "rulebooks" / "good").glob("*.json")]:
        words.update(re.findall(r'"[a-z_]*"', path.read_text(encoding="utf-8")))
    (folder / "words").write_text("".join(f'"\\{word[:-1]}\\""\n' for word in sorted(words)), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
