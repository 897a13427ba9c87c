"""The words of all measures in blocks: what the browser searches in, and what it shows a piece of.

A block is `{"documents": [text, …], "entries": [[ordinal, standing, document, title, terms, section, agencies, groups,
benefit, body], …]}`, where `document` is a place in `documents`, `standing` is `[standing, begins, ends, later]` of the record, and every
text is as it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Entry
from .script import Json

GAP = "\x1f"  # between the parts of a field: no word is found across it, while a line break is only white space


def text_blocks(entries: Sequence[Entry], per_block: int) -> Iterator[tuple[str, Json]]:
    """`texts-0`, `texts-1` …: number n of the library stands in block n // per_block."""
    for block, start in enumerate(range(0, len(entries), per_block)):
        yield f"texts-{block}", _block(entries[start : start + per_block])


def _block(entries: Sequence[Entry]) -> Json:
    documents = list(dict.fromkeys(GAP.join(entry.document) for entry in entries))
    return {"documents": documents, "entries": [_plain(entry, documents) for entry in entries]}


def _plain(entry: Entry, documents: list[str]) -> Json:
    """The fields of an entry; names of agencies that its own text has are left out."""
    record, text = entry.record, GAP.join((entry.title, *entry.body))
    return [
        entry.ordinal,
        [record.standing, record.begins, record.ends, record.later],
        documents.index(GAP.join(entry.document)),
        entry.title,
        GAP.join(entry.terms),
        entry.section,
        GAP.join(name for name in entry.agencies if name not in text),
        GAP.join(entry.groups),
        record.benefit,
        GAP.join(entry.body),
    ]
