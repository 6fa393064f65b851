"""Expressions evaluated on their own."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from biaochi._core import answer_question
from biaochi._errors import DataError


def _written(value: object) -> object:
    """A fact as the compiled part reads it: what JSON has no kind for is written with its type."""
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, (float, Decimal, Fraction)):
        return {"value": str(value), "type": "number"}
    if isinstance(value, datetime.date):
        return {"value": value.isoformat(), "type": "date"}
    if isinstance(value, Mapping):
        if "value" in value and set(value) <= {"value", "type", "unit"}:
            return {key: _bare(entry) for key, entry in value.items()}
        return {key: _written(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_written(item) for item in value]
    return value


def _bare(value: object) -> object:
    """The value beside a type."""
    written = _written(value)
    return written["value"] if isinstance(written, dict) and not isinstance(value, Mapping) else written


def evaluate(
    expr: str, facts: Mapping[str, Any] | None = None, *, type: str | None = None, unit: str | None = None, strict: bool = False
) -> dict[str, Any]:
    """Evaluates a FEEL expression: a dict with value, type and because, as docs/reference/feel.md describes them.

    `facts` may hold int, float (its shortest decimal), Decimal, Fraction, str, bool, date, None (missing), lists, dicts, or
    `{"value", "type", "unit"}`. `type` and `unit` are what the answer is brought to. Raises DataError with every issue of an expression
    that does not compile, and of facts that are wrong.
    """
    question: dict[str, Any] = {"expr": expr, "strict": strict}
    if facts is not None:
        question["facts"] = {name: _written(value) for name, value in facts.items()}
    question.update({key: value for key, value in (("type", type), ("unit", unit)) if value is not None})
    text, issues = answer_question(json.dumps(question, ensure_ascii=False))
    if any(issue.severity == "error" for issue in issues):
        raise DataError(issues)
    answer: dict[str, Any] = json.loads(text)
    return answer
