"""A comparison as its readers meet it: what to look at first, then every change, then what follows from it.

One view serves three forms: Markdown for a pull request, a page of HTML (templates/diff.html.j2), and JSON.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..render.escape import markdown
from .change import Change, Difference, Effects, Item, TypeEffect

TITLE = "这次改动对手册的影响"
NOTHING = "无实质变化"
SORTS = {
    "document": "文件", "measure": "措施", "source": "来源", "term": "名词", "type": "企业类型", "topic": "主题",
    "agency": "部门", "region": "地区",
}  # fmt: skip
COUNTERS = {"document": "份", "measure": "条"}
FATES = {"added": "新增", "removed": "删去", "changed": "修改"}
HAPPENS = {
    "issued": "成文", "published": "发布", "effective": "施行", "expires": "失效", "starts": "开始", "ends": "到期",
    "deadline": "申报截止",
}  # fmt: skip
REVIEW = "需人工复核"
NONE = "（无）"
MOST = 12  # ids in a line


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words; `reviewed` where a person has to look at it."""

    label: str
    before: str
    after: str
    reviewed: bool

    @property
    def text(self) -> str:
        """最高奖励：500万元 → 1000万元."""
        return f"{self.label}：{self.before or NONE} → {self.after or NONE}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that changed; `name` is what it is called, `id` where it is found, `fate` what happened to it."""

    fate: str
    name: str
    id: str
    reviewed: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    title: str
    between: str
    headline: str
    warnings: tuple[str, ...]
    groups: tuple[Group, ...]
    effects: tuple[Effect, ...]
    review: str = REVIEW
    none: str = NONE


def report(found: Difference) -> Report:
    """The view of a comparison."""
    return Report(
        title=TITLE,
        between=f"{found.before} → {found.after}",
        headline=_headline(found),
        warnings=tuple(_warnings(found)),
        groups=tuple(_groups(found.items)),
        effects=tuple(_effects(found.effects)),
    )


def as_markdown(view: Report) -> str:
    """For a pull request or a job summary; words of others are escaped."""
    lines = [f"# {view.title}", "", markdown(view.between), "", f"**{markdown(view.headline)}**", ""]
    lines += [f"> ⚠️ {markdown(warning)}\n" for warning in view.warnings]
    for group in view.groups:
        lines += ["", f"## {markdown(group.heading)}", ""]
        for entry in group.entries:
            mark = f" **［{REVIEW}］**" if entry.reviewed else ""
            lines.append(f"- {entry.fate} {markdown(entry.name)} `{entry.id.replace('`', '')}`{mark}")
            for line in entry.lines:
                lines.append(f"  - {markdown(line.text)}" + (f" **［{REVIEW}］**" if line.reviewed else ""))
    for effect in view.effects:
        lines += ["", f"## {markdown(effect.heading)}", ""]
        lines += [f"- {markdown(line)}" for line in effect.lines]
    return "\n".join(lines).rstrip() + "\n"


def as_json(found: Difference) -> str:
    """For machines: every change with its kind."""
    effects = found.effects
    record = {
        "before": found.before,
        "after": found.after,
        "substantial": found.substantial,
        "review": found.reviewed,
        "items": [_record(item) for item in found.items],
        "effects": {
            "status": [{"id": id, "before": before, "after": after} for id, before, after in effects.status],
            "types": [
                {
                    "id": item.id,
                    "name": item.name,
                    "added": list(item.joined),
                    "removed": list(item.left),
                    "changed": list(item.changed),
                }
                for item in effects.types
            ],
            "calendar": [
                {"fate": fate, "date": day, "what": what, "id": id} for fate, day, what, id in effects.calendar
            ],
            "books": list(effects.books),
            "lost": list(effects.lost),
            "reused": list(effects.reused),
            "unknown_agencies": list(effects.agencies),
        },
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _record(item: Item) -> dict[str, object]:
    return {
        "sort": item.sort,
        "fate": item.fate,
        "id": item.id or None,
        "was": item.was or None,
        "name": item.name,
        "review": item.reviewed,
        "renumbered": list(item.renumbered) if item.renumbered else None,
        "moved": list(item.moved) if item.moved else None,
        "retired": item.retired,
        "changes": [
            {
                "kind": change.kind,
                "label": change.label,
                "before": change.before,
                "after": change.after,
                "review": change.reviewed,
            }
            for change in item.changes
        ],
    }


def _headline(found: Difference) -> str:
    """新增 1 份文件、3 条措施；修改 2 条措施；4 处需人工复核."""
    if not found.substantial:
        return NOTHING
    parts = []
    for fate, word in FATES.items():
        counts = Counter(item.sort for item in found.items if item.fate == fate)
        said = [f"{counts[sort]} {COUNTERS.get(sort, '项')}{name}" for sort, name in SORTS.items() if counts[sort]]
        if said:
            parts.append(f"{word} {'、'.join(said)}")
    review = [f"{found.reviewed} 处{REVIEW}"] if found.reviewed else []
    return "；".join([*parts, *review]) or "文字没有改动，但状态、页面或日历会变"


def _warnings(found: Difference) -> Iterator[str]:
    if found.effects.lost:
        yield f"已发布的编号不见了，要在 sources/retired.yml 里写明去向：{_listed(found.effects.lost)}"
    if found.effects.reused:
        yield (
            "这些编号现在指的是另一条措施，别人收藏和引用的网址会对不上："
            f"{_listed(found.effects.reused)}。编号发布后不应改变，请看看能不能把新的措施放在最后，或另收一份原文"
        )
    if found.effects.agencies:
        yield f"部门词表里没有、这次新出现的名称：{_listed(found.effects.agencies)}"


def _groups(items: tuple[Item, ...]) -> Iterator[Group]:
    """Sorts of things, what is to be looked at first within each."""
    for sort, name in SORTS.items():
        for within in dict.fromkeys(item.within for item in items if item.sort == sort):
            own = [item for item in items if item.sort == sort and item.within == within]
            ordered = sorted(own, key=lambda item: not item.reviewed)
            heading = f"{name}：{within}" if within else name
            yield Group(f"{heading}（{len(own)}）", tuple(_entry(item) for item in ordered))


def _entry(item: Item) -> Entry:
    lines = [Line(label, *pair, False) for label, pair in (("编号", item.renumbered), ("位置", item.moved)) if pair]
    lines += [_line(change) for change in item.changes]
    fate = FATES[item.fate]
    if item.fate == "changed" and not item.changes:
        fate = "移动" if item.moved else "改号"
    if item.retired:
        fate = "撤下"
    marked = item.reviewed and not any(line.reviewed for line in lines)  # a line that is marked says it already
    return Entry(fate, item.name, item.id or item.was, marked, tuple(lines))


def _line(change: Change) -> Line:
    return Line(change.label, change.before, change.after, change.reviewed)


def _effects(effects: Effects) -> Iterator[Effect]:
    if effects.status:
        yield Effect("状态的变化", tuple(_status(effects)))
    if effects.types:
        yield Effect("企业类型明白卡的变化", tuple(_card_line(item) for item in effects.types))
    if effects.calendar:
        words = {"added": "新增", "removed": "删去", "changed": "修改"}
        days = (f"{words[fate]} {day} {HAPPENS.get(what, what)}：{id}" for fate, day, what, id in effects.calendar)
        yield Effect("日历的变化", tuple(days))
    if effects.books:
        yield Effect("要重印的 PDF 手册", ("、".join(effects.books),))


def _status(effects: Effects) -> Iterator[str]:
    """Changes of status; those of measures that follow their document are counted with it."""
    of_documents = {id: (before, after) for id, before, after in effects.status if "/" not in id}
    along = Counter(
        id.split("/", 1)[0] for id, *change in effects.status if of_documents.get(id.split("/", 1)[0]) == tuple(change)
    )
    for id, before, after in effects.status:
        document = id.split("/", 1)[0]
        if id in of_documents:
            more = f" 和它的 {along[id] - 1} 条" if along[id] > 1 else ""
            yield f"{id}{more}：{before} → {after}"
        elif of_documents.get(document) != (before, after):
            yield f"{id}：{before} → {after}"


def _card_line(effect: TypeEffect) -> str:
    parts = (("新增", effect.joined), ("去掉", effect.left), ("有变", effect.changed))
    said = (f"{word} {len(ids)} 条（{_listed(ids)}）" for word, ids in parts if ids)
    return f"{effect.name}：{'；'.join(said)}"


def _listed(ids: Iterable[str]) -> str:
    all_ids = tuple(ids)
    more = f" 等 {len(all_ids)} 个" if len(all_ids) > MOST else ""
    return "、".join(all_ids[:MOST]) + more
