"""What the command says of itself, in Chinese and English."""

from __future__ import annotations

from enum import Enum
from typing import Final


class Lang(str, Enum):
    """The languages of messages."""

    zh = "zh"
    en = "en"


_WORDS: Final[dict[str, tuple[str, str]]] = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "note": ("提示", "note"),
    "line": ("第 {0} 行", "line {0}"),
    "not_scored": ("共 {0} 处错误，未计分。", "{0} errors; nothing was scored."),
    "one_not_scored": ("有 1 处错误，未计分。", "1 error; nothing was scored."),
    "no_file": ("无法读取文件“{0}”：{1}。", "The file “{0}” cannot be read: {1}."),
    "no_write": ("无法写入文件“{0}”：{1}。", "The file “{0}” cannot be written: {1}."),
    "bad_reading": ("“{0}”不是“待定点=读法”的形式，例如 class_cuts=hebei_2019。", "“{0}” is not of the form ID=READING, for example class_cuts=hebei_2019."),
    "two_readings": ("“{0}”给了两种读法，请只选一种。", "There are two readings of “{0}”; choose one."),
    "not_found": ("文件不存在", "there is no such file"),
    "not_allowed": ("没有权限", "permission denied"),
    "is_folder": ("这是一个文件夹", "it is a folder"),
    "no_folder": ("文件夹不存在", "there is no such folder"),
    "which_period": ("“{0}”有多个时期（{1}），请用 --period 指定一个。", "“{0}” has several periods ({1}); choose one with --period."),
    "xlsx_needs_file": ("XLSX 须写入文件，请加 -o 文件名。", "XLSX goes to a file; add -o FILE."),
    "check_region": ("对象", "subject"),
    "check_condition": ("条件", "condition"),
    "check_answer": ("结论", "answer"),
    "check_clause": ("依据", "clause"),
    "check_needs": ("尚需", "still needed"),
    "met": ("满足", "met"),
    "not_met": ("不满足", "not met"),
    "undetermined": ("尚不能确定", "undetermined"),
    "no_graphviz": (
        "画 SVG 需要 Graphviz：请安装它（程序 dot），或执行 pip install \"biaochi[draw]\"；也可用 --format mermaid 或 dot。",
        "SVG needs Graphviz: install it (the program dot), or run pip install \"biaochi[draw]\"; or take --format mermaid or dot.",
    ),
    "expr_or_lines": ("请给出一个表达式，或用 --lines 指定文件，二者选一。", "Give an expression, or a file with --lines, one of the two."),
    "eval_type": ("类型：", "type: "),
    "eval_because": ("原因：", "because: "),
    "eval_holds": ("成立", "holds"),
    "eval_fails": ("不成立", "does not hold"),
    "eval_open": ("不能确定", "undecided"),
    "eval_empty": ("没有成员", "no member"),
    "which_length": ("请用 --working-days、--months、--years 三者之一说明期限长短。", "State the length with one of --working-days, --months, --years."),
    "accepted": ("没有未被接受的事件。", "Every event was accepted."),
    "refused": ("未被接受的事件：{0} 个", "Events that were not accepted: {0}"),
    "carried_over": ("“{0}”由版本 {1} 接续到版本 {2}。", "“{0}” was saved under version {1} and goes on under version {2}."),
    "later_events": ("{0} 个事件晚于 {1}，未计入。", "{0} events after {1} were left out."),
    "bad_day": ("“{0}”不是日期，须写作 2024-03-31 的形式。", "“{0}” is not a day; write it as 2024-03-31."),
    "case": ("案例", "case"),
    "state": ("状态", "state"),
    "since": ("起自", "since"),
    "events": ("事件数", "events"),
    "duty": ("事项", "duty"),
    "owner": ("负责方", "owner"),
    "status": ("情况", "status"),
    "day": ("期限", "day"),
    "clause": ("条款", "clause"),
    "event": ("事件", "event"),
    "by": ("由谁", "by"),
    "answer": ("结论", "answer"),
    "to": ("转为", "to"),
    "first_day": ("最早", "not before"),
    "not_before": ("最早 {0}", "not before {0}"),
    "needs": ("尚需", "still needed"),
    "due": ("未到期", "due"),
    "overdue": ("已逾期", "overdue"),
    "done": ("已按期完成", "done in time"),
    "done_late": ("逾期完成", "done late"),
    "target": ("目标", "target"),
    "goal": ("要求", "goal"),
    "value": ("现值", "now"),
    "target_due": ("期限", "due"),
    "completion": ("完成", "completion"),
    "distance": ("尚差", "lacking"),
    "pace": ("每年需", "needed a year"),
    "target_met": ("已达到", "met"),
    "on_track": ("进度正常", "on track"),
    "behind": ("进度落后", "behind"),
    "missed": ("未达到", "missed"),
    "later_records": ("有 {0} 条记录的时期晚于 {1}，未计入。", "Records that end after {1} and were left out: {0}."),
    "own_region": ("本地区", "this region"),
    "fact": ("数据项", "fact"),
    "unit": ("单位", "unit"),
    "at_least": ("不少于", "at least"),
    "more_than": ("多于", "more than"),
    "at_most": ("不多于", "at most"),
    "less_than": ("少于", "less than"),
    "exactly": ("为", "exactly"),
    "about": ("约", "about"),
    "not_a_record": ("不作为数据：不是确数、没有时期，或同一数据有两个数值", "no record: not exact, without a period, or printed with two numbers"),
    "figure_left_out": (
        "未写入：{0} {1} {2} {3} {4}（{5}）：不是确数、没有时期，或同一数据有两个数值。",
        "Left out: {0} {1} {2} {3} {4} ({5}): it is not exact, has no period, or is printed with two numbers.",
    ),
    "no_issues": ("没有发现问题。", "Nothing was found."),
    "counts": ("{0} 处错误，{1} 处警告，{2} 处提示", "{0} errors, {1} warnings, {2} notes"),
    "passed": ("{0}：{1} 个算例全部通过", "{0}: {1} of {1} examples passed"),
    "failed": ("{0}：{2} 个算例中有 {1} 个不符", "{0}: {1} of {2} examples failed"),
    "working": ("正在计分", "scoring"),
    "rank": ("位次", "rank"),
    "region": ("地区", "region"),
    "period": ("时期", "period"),
    "group": ("组别", "group"),
    "label": ("标注", "label"),
    "score": ("得分", "score"),
    "class": ("类别", "class"),
    "on": ("按 {0} 的规则", "rules as on {0}"),
    "version": ("版本 {0}", "version {0}"),
    "readings": ("读法：{0}", "readings: {0}"),
    "left_open": ("未定", "open"),
    "adopted": ("采用", "adopted"),
    "undecided": ("{0} 行未定：得分或类别是区间，所缺见 explain 或 JSON 的 needs。", "Undecided rows: {0}. Their score or class is a range; explain, or needs in JSON, says what is lacking."),
    "omitted": ("……中间略去 {0} 行", "... {0} rows between left out"),
}


def say(lang: Lang, key: str, *details: object) -> str:
    """The words of a key, its details filled in."""
    zh, en = _WORDS[key]
    return (zh if lang is Lang.zh else en).format(*details)
