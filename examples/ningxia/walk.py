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
}
book = bc.rulebook("ningxia_innovative_county_2023")
applies, accepted, later = json.loads((FOLDER / "walk.json").read_text(encoding="utf-8"))["subjects"]


def answer(subject: dict, condition: str, readings: dict[str, str] = READINGS) -> str:
    verdict = book.compile(on=subject["on"], readings=readings).check(subject, condition)
    needs = ", ".join(need.get("fact") or need.get("reading") or need.get("judged") for need in verdict["needs"])
    return verdict["answer"] + (f" (needs {needs})" if needs else "")


# %% Summer 2023: may it apply?
print("2023 may apply:", answer(applies, "eligible"))
print("2023 may apply, nothing read into the text:", answer(applies, "eligible", {}))

# %% December 2023: a notice posted on the 20th for 5 working days, counted from the next day or from the day itself
calendar = bc.calendar("cn")
for start in ("next_day", "same_day"):
    print(f"notice, {start}:", calendar.add_working_days("2023-12-20", 5, start))

# %% May 2026: two years later, is it accepted?
print("2026 accepted:", answer(accepted, "accepted"))
print("2026 accepted, nothing read into the text:", answer(accepted, "accepted", {}))

# %% November 2026: its class fell from A to B. Is the title lost?
print("2026 title cancelled:", answer(later, "cancel_title"))
print("2026 title cancelled, by places lost (3 or more):", answer(later, "cancel_title", READINGS | {"fell_clearly": "rank_3"}))
print("2026 title cancelled, nothing read into the text:", answer(later, "cancel_title", {}))
