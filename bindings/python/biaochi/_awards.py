"""Awards as flat rows, and budgets shared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from biaochi._core import share_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from fractions import Fraction

    Money = int | float | str | Decimal | Fraction | Mapping[str, Any]

Row = dict[str, str]


def rows(document: dict[str, Any], lang: str) -> list[Row]:
    """One row a grant; the keys are the same in every row."""
    return [
        _row(application, claim, grant, lang)
        for application in document["applications"]
        for claim in application["claims"]
        for grant in claim["grants"]
    ]


def _in(text: dict[str, str] | None, lang: str) -> str:
    """A text in a language, or in the other one where it lacks."""
    text = text or {}
    return text.get(lang) or text.get("en" if lang == "zh" else "zh", "")


def _row(application: dict[str, Any], claim: dict[str, Any], grant: dict[str, Any], lang: str) -> Row:
    return {
        "applicant": application["applicant"],
        "label": application.get("label", ""),
        "on": application["on"],
        "claim": claim["id"],
        "kind": claim["claim"],
        "year": claim["year"],
        "incentive": grant["incentive"],
        "name": _in(grant.get("name"), lang),
        "status": grant["status"],
        "worth": grant["worth"],
        "low": grant["amount"]["low"],
        "high": grant["amount"]["high"] or "",
        "unit": grant["unit"],
        "shown": grant["amount"]["shown"],
        "payer": grant.get("payer", ""),
        "payer_name": _in(grant.get("payer_name"), lang),
        "refusal": grant.get("refusal", ""),
        "says": _in(grant.get("says"), lang),
        "needs": "; ".join(_in(need["says"], lang) for need in grant["needs"]),
        "clause": grant.get("cite", {}).get("clause", ""),
    }


def _claims(claims: Any) -> Any:
    if isinstance(claims, Mapping):
        return dict(claims)
    return [{"id": claim[0], "amount": claim[1]} if isinstance(claim, tuple) else claim for claim in claims]


def share(budget: Money, claims: Mapping[str, Money] | Iterable[Any] | int, unit: str = "元") -> dict[str, Any]:
    """Shares a budget among claims, in proportion, to the last fen: what is paid adds up to the budget, or to all that is claimed.

    `claims` is a dict from ids to amounts, a list of amounts or of pairs (id, amount), or the number of equal claims. Amounts are int,
    float (its shortest decimal), Decimal, Fraction, text or `{"value", "unit"}`, in `unit` where they name none; each is a whole number of
    fen. The fen left over go one each to the claims with the largest parts cut off, among equal ones to the earlier. Returns the document
    of docs/reference/results.md. Raises DataError with every issue.
    """
    request: dict[str, Any] = {"budget": budget, "unit": unit}
    if isinstance(claims, int):
        request["equal"] = claims
    else:
        request["claims"] = _claims(claims)
    answer: dict[str, Any] = json.loads(share_json(request))
    return answer
