"""Walks an invented county from application to revocation: what is asked, what is answered, and which reading each answer rests on.

Every cell between `# %%` marks runs by itself in a notebook. Everything about 示例县 is made up.
"""

# %% The rulebook, with one way to read it: the guideline leaves these words open, so the choice is ours and is told with every answer
import json
from pathlib import Path

import biaochi as bc

FOLDER = Path(__file__).parent if "__file__" in globals() else Path("examples/ningxia")
READINGS = {
    "three_years": "two_steps",
    "capability_measure": "score",
    "rose_steadily": "every_year",
    "targets_well_met": "binding_met",
    "fell_clearly": "class_lower",
    "ranked_behind": "last_quarter",
    "notice_start": "next_day",
    "construction_start": "publication",
    "first_report": "after_part_year",
}
book = bc.rulebook("ningxia_innovative_county_2023")
rules = book.compile(on="2023-08-31", readings=READINGS)
unread = book.compile(on="2023-08-31")
documents = json.loads((FOLDER / "walk.json").read_text(encoding="utf-8"))["subjects"]
events = [json.loads(line) for line in (FOLDER / "walk.jsonl").read_text(encoding="utf-8").splitlines()]
applies, accepted, later = documents


def answer(subject: dict, condition: str, readings: dict[str, str] = READINGS) -> str:
    verdict = book.compile(on=subject["on"], readings=readings).check(subject, condition)
    needs = ", ".join(need.get("fact") or need.get("reading") or need.get("judged") for need in verdict["needs"])
    return verdict["answer"] + (f" (needs {needs})" if needs else "")


def until(day: str) -> list[dict]:
    """The events up to a day."""
    return [event for event in events if event["date"] <= day]


def refused(log: list[dict], of: bc.Rules = rules) -> str:
    """What comes of the last event of a log."""
    replayed = of.replay(log, subjects=documents)
    if not replayed.refusals:
        return "accepted, " + replayed.cases[0]["state"]
    refusal = replayed.refusals[-1]
    days = [tried["not_before"] for tried in refusal["tried"] if "not_before" in tried]
    return refusal["kind"] + (f", not before {days[0]['earliest']}, {days[0]['cite']['clause']}" if days else "")


# %% Summer 2023: may it apply?
print("2023 may apply:", answer(applies, "eligible"))
print("2023 may apply, nothing read into the text:", answer(applies, "eligible", {}))

# %% December 2023: a notice posted on the 20th for 5 working days, counted from the next day or from the day itself
calendar = bc.calendar("cn")
for start in ("next_day", "same_day"):
    print(f"notice, {start}:", calendar.add_working_days("2023-12-20", 5, start))

# %% The list may not be published while the notice is up
publish = {"date": "2023-12-27", "case": "示例县", "event": "publish_list"}
print("publish on the last day of the notice:", refused([*until("2023-12-27"), publish]))
print("publish on the day after:", refused([*until("2023-12-27"), publish | {"date": "2023-12-28"}]))

# %% April 2025: what is due, by when, of whom?
for duty in rules.due(until("2025-04-01"), as_of="2025-04-01", subjects=documents).duties:
    print(f"2025-04-01 {duty['deadline']} of {duty['owner']} by {duty['latest']}:", duty["status"])

# %% January 2026: what may happen next? The two years are not over
for step in rules.next(until("2026-01-15"), as_of="2026-01-15", subjects=documents).next:
    days = [tried["not_before"]["earliest"] for tried in step["tried"] if "not_before" in tried]
    print(f"2026-01-15 {step['event']}:", step["answer"] + (f", not before {days[0]}" if days else ""))

# %% May 2026: two years later, is it accepted?
print("2026 accepted:", answer(accepted, "accepted"))
print("2026 accepted, nothing read into the text:", answer(accepted, "accepted", {}))

# %% November 2026: its class fell from A to B. Is the title lost?
print("2026 title cancelled:", answer(later, "cancel_title"))
print("2026 title cancelled, by places lost (3 or more):", answer(later, "cancel_title", READINGS | {"fell_clearly": "rank_3"}))
print("2026 title cancelled, nothing read into the text:", answer(later, "cancel_title", {}))

# %% The whole log: where it stands, and where it stands when nothing is read into the text
print("whole log:", rules.replay(events, subjects=documents).cases[0]["state"])
replayed = unread.replay(events, subjects=documents)
print("whole log, nothing read into the text:", replayed.cases[0]["state"])
for refusal in replayed.refusals:
    print(f"refused {refusal['event']['event']} of {refusal['event']['date']}:", refusal["kind"])
