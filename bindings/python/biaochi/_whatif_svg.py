"""A picture of rank intervals: one bar a record from its best to its worst rank, darker where the middle of the draws lies."""

from __future__ import annotations

from fractions import Fraction
from html import escape
from typing import Any

_ROW, _TOP, _LEFT, _WIDE, _RIGHT = 22, 40, 170, 560, 40
_WORDS = {
    "zh": ("位次区间", "浅色：最好至最差；", "深色：{low} 至 {high} 分位；", "圆点：未变动时的位次"),
    "en": ("Rank intervals", "light: best to worst; ", "dark: quantiles {low} to {high}; ", "dot: unvaried rank"),
}


def svg(document: dict[str, Any], lang: str) -> str:
    """Draws the records in the order of their unvaried ranks; those without a rank come last, without a bar."""
    results = sorted(document["results"], key=_order)
    most = max((Fraction(each["varied"]["rank"]["worst"]) for each in results if each["varied"]["rank"]), default=Fraction(1))
    height = _TOP + _ROW * len(results) + 30
    width = _LEFT + _WIDE + _RIGHT
    title, light, dark, dot = _WORDS[lang]
    shares = sorted((each["at"] for each in results[0]["varied"]["quantiles"]), key=Fraction) if results else []
    legend = light + (dark.format(low=shares[0], high=shares[-1]) if shares else "") + dot
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="8" y="18" font-weight="bold">{escape(title)}</text>',
        f'<text x="{_LEFT}" y="18" fill="#555">{escape(legend)}</text>',
        *_axis(most, height),
    ]
    for index, result in enumerate(results):
        lines += _record(result, _TOP + _ROW * index, most)
    return "\n".join([*lines, "</svg>"]) + "\n"


def _order(result: dict[str, Any]) -> tuple[bool, Fraction, str]:
    rank = result["rank"]
    return (rank is None, Fraction(rank["best"]) if rank else Fraction(0), result["region"])


def _x(rank: Fraction, most: Fraction) -> str:
    """Where a rank stands, to a tenth."""
    share = (rank - 1) / (most - 1) if most > 1 else Fraction(1, 2)
    return f"{float(round(_LEFT + share * _WIDE, 1)):g}"


def _axis(most: Fraction, height: int) -> list[str]:
    step = max(1, -(-int(most) // 10))
    lines = []
    for rank in range(1, int(most) + 1, step):
        x = _x(Fraction(rank), most)
        lines.append(f'<line x1="{x}" y1="{_TOP - 8}" x2="{x}" y2="{height - 22}" stroke="#ddd"/>')
        lines.append(f'<text x="{x}" y="{height - 8}" text-anchor="middle" fill="#555">{rank}</text>')
    return lines


def _bar(first: str, last: str, most: Fraction, y: int, thick: int, color: str) -> str:
    """A bar whose ends are round, so that one rank is a dot."""
    return (
        f'<line x1="{_x(Fraction(first), most)}" y1="{y}" x2="{_x(Fraction(last), most)}" y2="{y}" '
        f'stroke="{color}" stroke-width="{thick}" stroke-linecap="round"/>'
    )


def _record(result: dict[str, Any], top: int, most: Fraction) -> list[str]:
    y = top + _ROW // 2
    name = " ".join(filter(None, (result["region"], result.get("period", ""))))
    lines = [f'<text x="{_LEFT - 14}" y="{y + 4}" text-anchor="end">{escape(name)}</text>']
    varied = result["varied"]
    if not varied["rank"]:
        return lines
    lines.append(_bar(varied["rank"]["best"], varied["rank"]["worst"], most, y, 10, "#b7cfe8"))
    middle = sorted((each["rank"] for each in varied["quantiles"] if each["rank"]), key=Fraction)
    if middle:
        lines.append(_bar(middle[0], middle[-1], most, y, 10, "#4a7fb5"))
    if result["rank"]:
        x = _x(Fraction(result["rank"]["best"]), most)
        lines.append(f'<circle cx="{x}" cy="{y}" r="4" fill="#fff" stroke="#1c3f60" stroke-width="1.5"/>')
    return lines
