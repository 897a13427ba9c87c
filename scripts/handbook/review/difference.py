"""`handbook diff`: what a change of sources or words does to the handbook, measure by measure and field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .change import Change, Difference, Item, Kind
from .effects import effects
from .meaning import changes, of_words
from .pairing import Pair, documents, pairs
from .retired import document_of
from .snapshot import DocumentFacts, MeasureFacts, Snapshot
from .tokens import plain, regions

BEGINNING = 24  # characters of a measure without a title that name it
DIGITS = re.compile(r"\d+")
DATE_WORDS = {"issued": "成文日期", "published": "发布日期", "effective": "施行日期", "expires": "失效日期"}
ENTRY_FIELDS = {
    "name": "名称", "term": "词条", "variants": "其他叫法", "definition": "解释", "basis": "依据", "standard": "划分标准",
    "missing": "待考", "see_also": "相关词条", "level": "级别", "parent": "上级", "forms": "其他叫法", "words": "归类的词",
    "not_words": "不归类的词", "region": "地区", "quoted": "加引号的叫法", "not_in": "不算的长词", "title": "标题",
    "issuer": "发文机关", "url": "网址", "rights": "权利类别", "outlet": "媒体", "reports": "所报道的文件", "errata": "勘误",
    "notes": "说明", "obtained": "怎样取得", "documents": "所含文件", "repealed": "废止",
}  # fmt: skip
# fields of entries whose change decides who is given something, or who is responsible
ENTRY_KINDS: dict[tuple[str, str], Kind] = {
    ("type", "words"): "beneficiary",
    ("type", "not_words"): "beneficiary",
    ("agency", "name"): "agency",
    ("agency", "forms"): "agency",
    ("source", "issuer"): "agency",
    ("source", "errata"): "erratum",
    ("source", "repealed"): "date",
}
OF_SORT: dict[str, Kind] = {"term": "term", "type": "type", "topic": "topic", "agency": "agency", "region": "region"}


def difference(old: Snapshot, new: Snapshot) -> Difference:
    """Everything that differs, and what follows from it."""
    matched = pairs(old, new)
    items = (
        *_documents(old, new),
        *_measures(old, new, matched),
        *_entries(old, new),
    )
    items = (*items, *_other(old, new))
    return Difference(old.name, new.name, items, effects(old, new, matched, items))


def _documents(old: Snapshot, new: Snapshot) -> Iterator[Item]:
    both = tuple(documents(old, new))
    for one, other in both:
        found = tuple(_of_document(one, other))
        renumbered = (one.id, other.id) if one.id != other.id else None
        if found or renumbered:
            yield Item("document", "changed", other.id, one.id, other.title, found, renumbered)
    left, right = {one.id for one, _ in both}, {other.id for _, other in both}
    yield from (_document(item, "added") for id, item in new.documents.items() if id not in right)
    for id, item in old.documents.items():
        if id not in left:
            yield Item("document", "removed", "", id, item.title, retired=id in new.retired)


def _document(item: DocumentFacts, fate: str) -> Item:
    return Item("document", "added" if fate == "added" else "removed", item.id, "", item.title)


def _of_document(old: DocumentFacts, new: DocumentFacts) -> Iterator[Change]:
    for kind, label, before, after in _head(old, new):
        if plain(before) != plain(after):
            yield Change(kind, label, before, after)
    dates, days = dict(old.dates), dict(new.dates)
    told = set()
    for name, label in DATE_WORDS.items():
        before, after = dates.get(name, ""), days.get(name, "")
        if before != after:
            told.add((_digits(before), _digits(after)))
            yield Change("date", label, before, after)
    if old.around is not None and new.around is not None:
        for change in of_words(old.around, new.around, "措施以外的文字"):
            if change.kind != "date" or (_digits(change.before), _digits(change.after)) not in told:
                yield change


def _head(old: DocumentFacts, new: DocumentFacts) -> Iterator[tuple[Kind, str, str, str]]:
    yield "title", "标题", old.title, new.title
    yield "number", "文号", old.number, new.number
    yield "region", "地区", old.region, new.region
    gone, come = _without(old.issuers, new.issuers), _without(new.issuers, old.issuers)
    yield "agency", "发文机关", "、".join(gone), "、".join(come)
    for before, after in _renamed(old, new):
        yield "section", "章节标题", before, after


def _renamed(old: DocumentFacts, new: DocumentFacts) -> Iterator[tuple[str, str]]:
    """Sections that are called otherwise: the same count of them, in the same places."""
    if len(old.sections) == len(new.sections):
        pairs = zip(old.sections, new.sections, strict=True)
        yield from (
            (a, b) for a, b in pairs if plain(a) != plain(b) and a not in new.sections and b not in old.sections
        )


def _measures(old: Snapshot, new: Snapshot, matched: tuple[Pair, ...]) -> Iterator[Item]:
    titles = {id: item.title for state in (old, new) for id, item in state.documents.items()}
    for one, other in matched:
        found = changes(one, other)
        renumbered = _numbers(one, other)
        moved = _places(one, other, old, new)
        if found or renumbered or moved:
            within = titles.get(other.document, "")
            yield Item("measure", "changed", other.id, one.id, _name(other), found, renumbered, moved, within=within)
    left, right = {one.id for one, _ in matched}, {other.id for _, other in matched}
    for id, item in new.measures.items():
        if id not in right:
            within = titles.get(item.document, "")
            yield Item("measure", "added", id, "", _name(item), _contents(item), within=within)
    for id, item in old.measures.items():
        if id not in left:
            gone = id in new.retired or document_of(id) in new.retired
            yield Item("measure", "removed", "", id, _name(item), retired=gone, within=titles.get(item.document, ""))


def _numbers(one: MeasureFacts, other: MeasureFacts) -> tuple[str, str] | None:
    if plain(one.number) != plain(other.number):
        return one.number or one.id, other.number or other.id
    return (one.id, other.id) if one.id != other.id and one.document == other.document else None


def _places(one: MeasureFacts, other: MeasureFacts, old: Snapshot, new: Snapshot) -> tuple[str, str] | None:
    """Where a measure was and is, if that is another document or another section; a section renamed is the same one."""
    if one.document != other.document:
        was, now = old.documents.get(one.document), new.documents.get(other.document)
        same = was and now and plain(was.title) == plain(now.title)
        return None if same else (was.title if was else one.document, now.title if now else other.document)
    if plain(one.section) == plain(other.section):
        return None
    before, after = old.documents[one.document].sections, new.documents[other.document].sections
    renamed = one.section not in after and other.section not in before
    return None if renamed else (one.section, other.section)


def _name(item: MeasureFacts) -> str:
    return " ".join(f"{item.number} {item.title or _beginning(item.text)}".split())


def _beginning(text: str) -> str:
    return text if len(text) <= BEGINNING else text[:BEGINNING] + "…"


def _contents(item: MeasureFacts) -> tuple[Change, ...]:
    """What a new measure brings that a person has to look at."""
    found = [Change("agency", "责任单位", "", "、".join(item.agencies))] if item.agencies else []
    return (
        *found,
        *(change for change in of_words("", item.text, "正文") if change.kind in ("amount", "rate", "date")),
    )


def _entries(old: Snapshot, new: Snapshot) -> Iterator[Item]:
    for sort in dict.fromkeys((*old.entries, *new.entries)):
        before, after = old.entries.get(sort), new.entries.get(sort)
        if before is None or after is None:  # one of the two states does not say
            continue
        for id in dict.fromkeys((*before, *after)):
            one, other = before.get(id), after.get(id)
            if one is None or other is None:
                if sort != "source" or not _has_document(id, old, new):
                    known = other or one or {}
                    yield Item(sort, "added" if one is None else "removed", id, id, _called(id, known))
            elif found := tuple(_of_entry(sort, one, other)):
                yield Item(sort, "changed", id, id, _called(id, other), found)


def _has_document(id: str, old: Snapshot, new: Snapshot) -> bool:
    return any(item.source == id for state in (old, new) for item in state.documents.values())


def _of_entry(sort: str, one: dict[str, tuple[str, ...]], other: dict[str, tuple[str, ...]]) -> Iterator[Change]:
    for name in one:
        if name not in other:
            continue
        gone, come = _without(one[name], other[name]), _without(other[name], one[name])
        if gone or come:
            kind = ENTRY_KINDS.get((sort, name), OF_SORT.get(sort, "source"))
            yield Change(kind, ENTRY_FIELDS.get(name, name), "、".join(gone), "、".join(come))


def _called(id: str, fields: dict[str, tuple[str, ...]]) -> str:
    return next((fields[name][0] for name in ("term", "name", "title") if fields.get(name)), id)


def _other(old: Snapshot, new: Snapshot) -> Iterator[Item]:
    """What the build drops of a capture (furniture, a table of contents), and articles, whose words are not ours."""
    for id, before in old.other.items():
        found = regions(before, new.other.get(id, before))
        if found and id in new.quiet:
            change = Change("other", "报道的文字", "", f"{len(found)} 处有改动")
            yield Item("source", "changed", id, id, id, (change,))
        elif found:
            yield Item("source", "changed", id, id, id, of_words(before, new.other[id], "不登载的部分", "other"))


def _digits(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in DIGITS.findall(text))


def _without(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    there = {plain(item) for item in others}
    return tuple(item for item in some if plain(item) not in there)
