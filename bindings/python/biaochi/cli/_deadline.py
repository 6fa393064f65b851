"""The command deadline: the last day of a period."""

from __future__ import annotations

import json
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Optional

import typer

import biaochi as bc
from biaochi.cli._issues import stop, stop_for
from biaochi.cli._options import LangOpt
from biaochi.cli._words import Lang, say

if TYPE_CHECKING:
    import datetime

_LONGEST = 9999 * 12


class Start(str, Enum):
    """Which day a period is counted from."""

    next_day = "next_day"
    same_day = "same_day"


class Rounding(str, Enum):
    """What stands for a day that a month does not have."""

    last_day = "last_day"
    next_month_first_day = "next_month_first_day"
    refuse = "refuse"


class DateFormat(str, Enum):
    """How the answer is written."""

    text = "text"
    json = "json"


def deadline(
    from_: Annotated[str, typer.Option("--from", metavar="DATE", help="The day of the event. 起算事件发生之日。", show_default=False)],
    working_days: Annotated[Optional[int], typer.Option("--working-days", min=0, max=_LONGEST, metavar="N", help="Length in working days. 工作日数。")] = None,
    months: Annotated[Optional[int], typer.Option("--months", min=0, max=_LONGEST, metavar="N", help="Length in months. 月数。")] = None,
    years: Annotated[Optional[int], typer.Option("--years", min=0, max=9999, metavar="N", help="Length in years. 年数。")] = None,
    start: Annotated[Start, typer.Option("--start", help="First day of the period: the day after, or the day itself. 自次日或当日起算。")] = Start.next_day,
    calendar: Annotated[str, typer.Option("--calendar", metavar="CALENDAR", help="Id of a shipped calendar, or a path. 日历标识符或文件路径。")] = "cn",
    rounding: Annotated[Rounding, typer.Option("--rounding", help="For months without such a day. 当月没有对应日时。")] = Rounding.last_day,
    format: Annotated[DateFormat, typer.Option("--format", help="Format. 格式。")] = DateFormat.text,
    lang: LangOpt = Lang.zh,
) -> None:
    """Find the last day of a period. 推算期限届满之日。"""
    if sum(length is not None for length in (working_days, months, years)) != 1:
        stop(say(lang, "which_length"))
    stated: dict[str, object] = {"from": from_, "start": start.value}
    try:
        end: datetime.date
        if working_days is not None:
            days = bc.calendar(calendar)
            end = days.add_working_days(from_, working_days, start.value)
            stated |= {"working_days": working_days, "calendar": days.id, "calendar_version": days.version}
        else:
            length = months if months is not None else 12 * (years or 0)
            end = bc.end_of_months(from_, length, start.value, rounding.value)
            stated |= {"months": length, "rounding": rounding.value}
    except bc.CalendarError as error:
        stop_for(error.issues, lang)
    day = end.isoformat()
    print(json.dumps({**stated, "ends_on": day}, ensure_ascii=False) if format is DateFormat.json else day)
