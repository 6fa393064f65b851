"""Scores, classes and ranks a file of figures: 167 synthetic counties."""

from collections import Counter
from pathlib import Path

import biaochi as bc
from biaochi.tables import read_table

book = bc.rulebook("hebei_district_leap")
rules = book.compile(on="2020-12-31", readings={"hightech_gap": "linear", "class_cuts": "hebei_2019"})
figures = read_table(Path(__file__).parents[1] / "counties" / "counties.csv", book)
for issue in figures.check(rules):
    print(issue)

table = rules.score_table(figures.json)
print(sorted(Counter(card.class_ for card in table).items()))
for card in sorted(table, key=lambda card: card.rank.low)[:3]:
    print(card.rank, card.region, card.score, card.class_, card.label)
