"""Faults as their readers meet them: lines for people, annotations for GitHub, JSON for machines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from ..model import Fault
from .codes import BY_CODE

WORDS = {"error": "错误", "warning": "提醒", "note": "说明"}
ANNOTATION = {"error": "error", "warning": "warning", "note": "notice"}
SHOWN = 10  # annotations of a kind that GitHub shows for a step
CLEAN = "没有发现问题"


def as_text(faults: tuple[Fault, ...]) -> str:
    """Each as `文件:行:列`, what is wrong, why it matters and how to mend it; a summary at the end."""
    told: set[str] = set()
    blocks = []
    for fault in faults:
        row = BY_CODE[fault.code]
        lines = [f"{_place(fault)}: {WORDS[row.severity]} [{fault.code}] {fault.message}"]
        if fault.code not in told:  # said once, it need not be said again
            lines.append(f"    为什么：{row.why}。")
        lines.append(f"    改法：{row.mend}。")
        told.add(fault.code)
        blocks.append("\n".join(lines))
    return "\n".join([*blocks, summary(faults)]) + "\n"


def as_github(faults: tuple[Fault, ...]) -> str:
    """Workflow commands that GitHub shows beside the lines of a change; those beyond its limit are counted."""
    shown: Counter[str] = Counter()
    lines = []
    for fault in faults:
        row = BY_CODE[fault.code]
        kind = ANNOTATION[row.severity]
        shown[kind] += 1
        if shown[kind] > SHOWN:
            continue
        place = f"file={_property(fault.file)},line={fault.line},col={fault.column}"
        title = _property(f"{WORDS[row.severity]} {fault.code}")
        lines.append(f"::{kind} {place},title={title}::{_data(_whole(fault))}")
    lines += [f"::notice ::{_data(f'还有 {count - SHOWN} 项没有标在行上，见完整报告')}" for count in _more(shown)]
    return "\n".join([*lines, summary(faults)]) + "\n"


def as_json(faults: tuple[Fault, ...]) -> str:
    """A list of records with all that the other forms say."""
    records = [
        {
            "file": fault.file,
            "line": fault.line,
            "column": fault.column,
            "severity": BY_CODE[fault.code].severity,
            "code": fault.code,
            "message": fault.message,
            "why": BY_CODE[fault.code].why,
            "mend": BY_CODE[fault.code].mend,
            "fixable": BY_CODE[fault.code].fixable,
        }
        for fault in faults
    ]
    return json.dumps({"faults": records}, ensure_ascii=False, indent=1) + "\n"


def summary(faults: Iterable[Fault]) -> str:
    """One line: how many errors and reminders, and how many of them `--fix` mends."""
    rows = [BY_CODE[fault.code] for fault in faults]
    counts: Counter[str] = Counter(row.severity for row in rows)
    said = "，".join(f"{WORDS[kind]} {counts[kind]} 项" for kind in WORDS if counts[kind])
    fixable = sum(row.fixable for row in rows)
    return (said or CLEAN) + (f"；其中 {fixable} 项可以用 handbook check --fix 改好" if fixable else "")


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def _place(fault: Fault) -> str:
    return f"{fault.file}:{fault.line}:{fault.column}"


def _whole(fault: Fault) -> str:
    row = BY_CODE[fault.code]
    return f"{fault.message}\n为什么：{row.why}。\n改法：{row.mend}。"


def _more(shown: Counter[str]) -> Iterator[int]:
    return (count for count in shown.values() if count > SHOWN)


def _data(text: str) -> str:
    """Text after `::` of a workflow command; what would end it is written as GitHub writes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
