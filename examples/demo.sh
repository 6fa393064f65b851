#!/usr/bin/env bash
# What scripts/demo shows after the build: Hezuo's card with its explanation, the 167 counties as a ranked table and as files.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PATH=$PWD/.venv/bin:$PATH
readings=(--reading hightech_gap=linear --reading class_cuts=hebei_2019)
counties=examples/counties/counties.csv
out=build/demo
mkdir -p "$out"

say() { printf '\n%s\n%s\n\n' "$1" "$2"; }

say "一、合作市2020年底（示例，不是评价）：每一分的由来，以及还缺什么" \
    "1. Hezuo, end of 2020 (an illustration, no judgement): where each point comes from, and what is lacking"
biaochi explain hebei_district_leap examples/hezuo/figures.csv --region 合作市 "${readings[@]}" --lang zh

say "二、167个合成县的位次（数据为合成，不对应任何真实的县）：前十与后十" \
    "2. 167 synthetic counties ranked (no real county is meant): the first and the last ten"
biaochi rank hebei_district_leap "$counties" "${readings[@]}" --top 10 --bottom 10 --lang zh

for format in csv xlsx json; do
    biaochi score hebei_district_leap "$counties" "${readings[@]}" --format "$format" -o "$out/counties.$format"
done
say "三、已写入 $out/counties.csv、counties.xlsx、counties.json：167行，每行有得分、类别、位次和各项指标的分数" \
    "3. Wrote $out/counties.csv, counties.xlsx and counties.json: 167 rows with score, class, rank and the points of every part"
