"""The first example of the README: one record, its points and their reason."""

import biaochi as bc

rules = bc.rulebook("hebei_district_leap").compile(on="2020-12-31", readings={"class_cuts": "hebei_2019"})
card = rules.score({"hightech_firms": 3, "platforms.tech_centre.national": 3, "platforms.tech_centre.provincial": 4})

print(card["hightech_firms"].low)  # 17/6, a fractions.Fraction
print(card.score.low, card.score.high)  # what is not known makes an interval, not a zero
print(card.class_, card.classes)  # None while more than one class is possible
print(card.explain("zh"))
