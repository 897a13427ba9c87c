"""The list of finished books: by which mark each was made, and what the site says of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

NAME = "books.json"


@dataclass(frozen=True, slots=True)
class Listed:
    """A finished book: its file without `.pdf`, title, the addresses it belongs to, mark, pages and bytes."""

    name: str
    title: str
    sites: tuple[str, ...]
    mark: str
    pages: int
    bytes: int


def read(content: bytes) -> dict[str, Listed]:
    """The books of a list by name; none where it cannot be read, so that all are made anew."""
    try:
        return {row["name"]: _listed(row) for row in json.loads(content)}
    except (ValueError, TypeError, KeyError):
        return {}


def _listed(row: Mapping[str, object]) -> Listed:
    match row:
        case {
            "name": str(name),
            "title": str(title),
            "sites": [*sites],
            "mark": str(mark),
            "pages": int(pages),
            "bytes": int(size),
        }:
            return Listed(name, title, tuple(map(str, sites)), mark, pages, size)
    raise ValueError(row)


def written(books: Iterable[Listed]) -> bytes:
    """The list, by name."""
    rows = [asdict(book) for book in sorted(books, key=lambda book: book.name)]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def current(listed: Mapping[str, Listed], marks: Mapping[str, str]) -> dict[str, Listed]:
    """The books of a list that are as they would be made now."""
    return {name: book for name, book in listed.items() if marks.get(name) == book.mark}
