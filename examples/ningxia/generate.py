"""Makes counties.json and cities.json: synthetic documents of the 22 counties and five cities of Ningxia.

    python3 examples/ningxia/generate.py [FOLDER]

Codes and names (counties.csv) are those of GB/T 2260. **Everything else is made up**: scores, ranks, classes, designations and what persons
judged come from a seeded stream, are labelled `synthetic`, and say nothing about any of these places. Classes are dealt out by rank, not by
cuts of the score: the guideline states no cuts, and none is implied. The three of the first batch are made to rise, so that their log can be
replayed.
"""

from __future__ import annotations

import csv
import json
import random
import sys
from pathlib import Path

SEED = 2023
YEARS = (2020, 2021, 2022)
ON = "2023-08-31"
LABEL = "synthetic"
BUILDING = {"西夏区", "大武口区", "中宁县"}  # the first batch, announced in January 2024
JUDGED_COUNTY = ("leadership", "exemplary", "well_prepared")
JUDGED_CITY = ("leadership", "exemplary", "well_prepared")

Document = dict[str, object]


def read_places(folder: Path) -> list[dict[str, str]]:
    with (folder / "counties.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def scores(draw: random.Random, places: list[dict[str, str]]) -> dict[int, dict[str, int]]:
    """By year and county, in tenths of a point; mostly rising, no two alike in a year."""
    now = {place["county"]: 450 + int(draw.random() * 300) for place in places}
    now.update({county: 600 + int(draw.random() * 100) for county in now if county in BUILDING})
    by_year: dict[int, dict[str, int]] = {}
    for year in YEARS:
        taken: set[int] = set()
        for county in now:
            step = int(draw.random() * 60) - 10
            now[county] += max(step, 8) if county in BUILDING else step
            while now[county] in taken:
                now[county] += 1
            taken.add(now[county])
        by_year[year] = dict(now)
    return by_year


def history(by_year: dict[int, dict[str, int]], county: str) -> Document:
    years: Document = {}
    for year, tenths in by_year.items():
        rank = 1 + sum(other > tenths[county] for other in tenths.values())
        letter = "A" if rank <= 6 else "B" if rank <= 18 else "C"
        years[str(year)] = {"score": f"{tenths[county] // 10}.{tenths[county] % 10}", "rank": rank, "class": letter}
    return years


def judged(ids: tuple[str, ...]) -> Document:
    return {id: {"met": True, "evidence": "made up for the example", "by": "nobody"} for id in ids}


def county_document(by_year: dict[int, dict[str, int]], county: str) -> Document:
    years = history(by_year, county)
    latest = str(YEARS[-1])
    return {
        "region": county,
        "label": LABEL,
        "on": ON,
        "fields": {"monitoring_class": years[latest]["class"], "national_status": "none", "evaluated_to": YEARS[-1]},  # type: ignore[index]
        "history": years,
        "judged": judged(JUDGED_COUNTY),
    }


def city_document(by_year: dict[int, dict[str, int]], city: str, counties: list[str], ranked: int) -> Document:
    latest = str(YEARS[-1])
    members: list[Document] = []
    for county in counties:
        years = history(by_year, county)
        members.append(
            {
                "region": county,
                "fields": {
                    "class": years[latest]["class"],  # type: ignore[index]
                    "national_status": "none",
                    "region_status": "building" if county in BUILDING else "none",
                },
                "history": {year: {"rank": of["rank"]} for year, of in years.items()},  # type: ignore[index]
            }
        )
    fields = {"ranked_counties": ranked, "evaluated_to": YEARS[-1]}
    return {"region": city, "label": LABEL, "on": "2024-02-01", "fields": fields, "members": {"counties": members}, "judged": judged(JUDGED_CITY)}


def groups(by_city: dict[str, list[str]]) -> Document:
    """Peer groups for the example: the guideline does not say which counties are similar (DEF-03), so those of one city are put together."""
    name = {"zh": "{}所辖县(区)(示例组别)", "en": "counties of {} (a group made up for the example)"}
    return {
        f"g{number}": {
            "name": {language: words.format(city) for language, words in name.items()},
            "members": [{"region": county, "from": "2020-01-01"} for county in counties],
        }
        for number, (city, counties) in enumerate(by_city.items(), 1)
    }


def text(subjects: list[Document], groups: Document | None = None) -> str:
    rows = ",\n".join("  " + json.dumps(each, ensure_ascii=False) for each in subjects)
    head = '"groups": ' + json.dumps(groups, ensure_ascii=False) + ",\n" if groups else ""
    return "{" + head + '"subjects": [\n' + rows + "\n]}\n"


def main(folder: Path) -> None:
    places = read_places(Path(__file__).parent)
    by_year = scores(random.Random(SEED), places)
    by_city: dict[str, list[str]] = {}
    for place in places:
        by_city.setdefault(place["city"], []).append(place["county"])
    counties = [county_document(by_year, place["county"]) for place in places]
    cities = [city_document(by_year, city, of, len(places)) for city, of in by_city.items()]
    (folder / "counties.json").write_text(text(counties, groups(by_city)), encoding="utf-8")
    (folder / "cities.json").write_text(text(cities), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
