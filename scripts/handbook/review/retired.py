"""Ids that are no longer used: each leads somewhere or says why, and none vanishes without that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Fault, Yaml
from .known import Files, Known

RETIRED = "sources/retired.yml"
PUBLISHED = "sources/published.txt"


def retired(files: Files, known: Known | None) -> Iterator[Fault]:
    """What is wrong with sources/retired.yml, and the published ids that are gone without a line in it."""
    if known is None:
        return
    item, yaml = files.get(RETIRED), files.yaml(RETIRED)
    gone = {yaml.text(*path, "id") for path in yaml.items()}
    if item and item.faults:  # what cannot be read may be what is missed
        return
    yield from _entries(yaml, gone, known)
    listed = files.get(PUBLISHED)
    lines = listed.text.splitlines() if listed else []
    for id in vanished(known.published, known.ids, gone):
        line = lines.index(id) + 1 if id in lines else 0
        where = (PUBLISHED, line) if line else (RETIRED, 1)
        yield Fault(*where, 1, "id-vanished", f"已发布的编号 {id} 不见了，{RETIRED} 里也没有它")


def vanished(published: Iterable[str], ids: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    """The published ids that lead nowhere now; where a whole document is gone, its id alone."""
    here, left = frozenset(ids), frozenset(gone)
    lost = [id for id in published if id not in here and id not in left and document_of(id) not in left]
    documents = frozenset(id for id in lost if "/" not in id)
    return tuple(id for id in lost if "/" not in id or document_of(id) not in documents)


def document_of(id: str) -> str:
    """The id of the document that a measure's id begins with; a document's own id."""
    return id.split("/", 1)[0]


def _entries(yaml: Yaml, gone: set[str], known: Known) -> Iterator[Fault]:
    ever = known.ids | frozenset(known.published)
    documents = {document_of(id) for id in ever}
    for path in yaml.items():
        id, to = yaml.text(*path, "id"), yaml.text(*path, "to")
        if id and id not in ever and id not in documents:
            yield yaml.fault((*path, "id"), "retired-unknown", f"没有发布过编号 {id}")
        if to and (to not in known.ids or to in gone or document_of(to) in gone):
            yield yaml.fault((*path, "to"), "retired-target", f"改往的编号 {to} 不在手册里，或者也已撤下")


def entry(id: str, to: str, day: str, why: str, title: str) -> str:
    """A line of retired.yml; every text is quoted, so that it is read as it is written."""
    lines = [f"- id: {id}", f"  to: {to or 'null'}", f"  date: {day}"]
    lines += [f"  {name}: {_quoted(text)}" for name, text in (("why", why), ("title", title)) if text]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
