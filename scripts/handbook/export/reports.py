"""What a maintainer should look at after a build: problems, furniture left out, and what normalising changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from ..model import OUTSIDE, Capture, Library, Problem, Reference, Severity, Source
from .facts import Record
from .records import as_json
from .stages import shortened

OUTSIDE_WORDS = "手册没有收录这份文件"
SEVERITIES: tuple[tuple[Severity, str], ...] = (("error", "错误"), ("warning", "提醒"), ("note", "说明"))


def reports(library: Library) -> dict[str, bytes]:
    """The files of build/report/, each report as text to read and as JSON."""
    made: dict[str, bytes] = {}
    makers: tuple[tuple[str, Callable[[Library], tuple[str, list[Record]]]], ...] = (
        ("problems", problems),
        ("furniture", furniture),
        ("normalising", normalising),
        ("references", references),
        ("coinages", coinages),
    )
    for name, make in makers:
        text, records = make(library)
        made[f"{name}.txt"] = text.encode("utf-8", errors="replace")
        made[f"{name}.json"] = as_json({"as_of": library.as_of.isoformat(), name: records})
    return made


def problems(library: Library) -> tuple[str, list[Record]]:
    """Every problem with its file, line and column, the gravest first."""
    sources = _sources(library)
    order = [severity for severity, _ in SEVERITIES]
    listed = sorted(
        library.problems, key=lambda item: (order.index(item.severity), item.span.source, item.span.start, item.code)
    )
    counts = Counter(item.severity for item in listed)
    names = dict(SEVERITIES)
    head = "问题：" + "，".join(f"{name} {counts[severity]} 项" for severity, name in SEVERITIES)
    rows = [f"{_where(item, sources)}: {names[item.severity]} {item.message} [{item.code}]" for item in listed]
    return _lines(head, rows), [_problem_record(item, sources) for item in listed]


def furniture(library: Library) -> tuple[str, list[Record]]:
    """What of each capture is not part of its documents, with the rule that says so. A press text is only counted."""
    rows: list[str] = []
    records: list[Record] = []
    for capture in library.captures:
        source = capture.parsed.source
        for item in capture.parsed.segments:
            if item.role != "furniture" or capture.card.rights == "press":
                continue
            line, column = source.place(item.span.start)
            text = source.quote(item.span)
            rows.append(f"{_file(source.id)}:{line}:{column}: [{item.rule}] {shortened(text)}")
            records.append({**_place(source, item.span.start), "end": item.span.end, "rule": item.rule, "text": text})
        rows += _press_row(capture)
    return _lines(f"略去的网页杂项：{len(records)} 处", rows), records


def normalising(library: Library) -> tuple[str, list[Record]]:
    """Every change between a capture and its clean text: place, rule, before and after."""
    rows: list[str] = []
    records: list[Record] = []
    counts: Counter[str] = Counter()
    for capture in library.captures:
        if capture.card.rights == "press":
            continue
        source = capture.parsed.source
        for edit in capture.parsed.edits:
            line, column = source.place(edit.span.start)
            counts[edit.rule] += 1
            rows.append(f"{_file(source.id)}:{line}:{column}: [{edit.rule}] {edit.before!r} -> {edit.after!r}")
            record = {"end": edit.span.end, "rule": edit.rule, "before": edit.before, "after": edit.after}
            records.append({**_place(source, edit.span.start), **record})
    total = "，".join(f"{rule} {count}" for rule, count in sorted(counts.items()))
    return _lines(f"排版规范化：{len(records)} 处（{total}）", rows), records


def references(library: Library) -> tuple[str, list[Record]]:
    """Every mention of a document or article that has no target in the handbook, with its place and the reason."""
    sources = _sources(library)
    rows: list[str] = []
    records: list[Record] = []
    counts: Counter[str] = Counter()
    for id, reference in _mentions(library):
        kind = "已链接" if reference.target else "手册之外" if reference.why == OUTSIDE else "不能确定"
        counts[kind] += 1
        if reference.target:
            continue
        span = reference.text.locate()
        place = _place(sources[span.source], span.start)
        why = OUTSIDE_WORDS if reference.why == OUTSIDE else reference.why
        rows.append(f"{place['file']}:{place['line']}:{place['column']}: [{id}] {reference.text.text} —— {why}")
        records.append({**place, "end": span.end, "origin": id, "text": reference.text.text, "why": reference.why})
    head = "，".join(f"{kind} {counts[kind]} 处" for kind in ("已链接", "手册之外", "不能确定"))
    return _lines(f"提到的文件和条款：{head}", rows), records


def coinages(library: Library) -> tuple[str, list[Record]]:
    """Words in quotation marks that the glossary neither defines nor leaves out, the most frequent first."""
    sources = _sources(library)
    rows: list[str] = []
    records: list[Record] = []
    for item in library.coinages:
        places = [_place(sources[span.source], span.start) for span in item.places]
        where = " ".join(f"{place['file']}:{place['line']}" for place in places)
        rows.append(f"{where}: “{item.text}” {len(places)} 处")
        records.append({"text": item.text, "count": len(places), "places": places})
    head = f"加引号而名词表里没有的词：{len(records)} 个"
    advice = "请写进 vocabulary/glossary.yml 的 terms；不需要解释的写进 left_out 并说明原因。"
    return _lines(f"{head}\n{advice}" if records else head, rows), records


def _mentions(library: Library) -> Iterator[tuple[str, Reference]]:
    """The references of every document and measure, with the id of the one that says so."""
    for record in library.documents:
        yield from ((record.id, reference) for reference in record.document.references)
        for item in record.measures:
            found = item.measure.findings
            yield from ((item.id, reference) for reference in (*found.basis, *found.references))


def _press_row(capture: Capture) -> list[str]:
    if capture.card.rights != "press":
        return []
    return [f"{_file(capture.card.id)}: 媒体报道，正文不收录"]


def _problem_record(problem: Problem, sources: Mapping[str, Source]) -> Record:
    record: Record = {"severity": problem.severity, "code": problem.code, "message": problem.message}
    source = sources.get(problem.span.source)
    return {**record, **(_place(source, problem.span.start) if source else {}), "end": problem.span.end}


def _where(problem: Problem, sources: Mapping[str, Source]) -> str:
    source = sources.get(problem.span.source)
    line, column = source.place(problem.span.start) if source else (1, 1)
    return f"{_file(problem.span.source)}:{line}:{column}"


def _place(source: Source, start: int) -> Record:
    line, column = source.place(start)
    return {"source": source.id, "file": _file(source.id), "line": line, "column": column, "start": start}


def _file(id: str) -> str:
    return f"sources/{id}/capture.txt"


def _sources(library: Library) -> dict[str, Source]:
    return {capture.card.id: capture.parsed.source for capture in library.captures}


def _lines(head: str, rows: Iterable[str]) -> str:
    return "\n".join((head, "", *rows)).rstrip() + "\n"
