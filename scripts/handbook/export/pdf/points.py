"""Where a link of a page leads on paper: to a page of the book, or to the site by a short address with a QR code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO

import segno

from ...render import links
from ...render.shelf import Shelf
from ...render.views import parts as views
from .parts import Pointer, Row, Value

MASK = 2  # of a QR code; any is read, and to weigh all eight takes five times as long
HOMELESS = "/"  # before an address on paper, where the address of the site is not known


@dataclass(frozen=True, slots=True)
class Points:
    """What a book holds, by address on the site, and where that site is (`home`, empty where nobody has said)."""

    labels: Mapping[str, str]
    home: str

    def to(self, address: str) -> Pointer:
        """The pointer to an address of the site."""
        label = self.labels.get(address, "")
        return Pointer(label) if label else self.outside(address)

    def outside(self, address: str) -> Pointer:
        """The pointer to the site, whatever the book holds."""
        if not self.home:
            return Pointer(address=HOMELESS + address)
        whole = self.home + address
        return Pointer(address=whole.split("://", 1)[-1].rstrip("/"), qr=code(whole))

    def rows(self, rows: tuple[views.Row, ...], here: str) -> tuple[Row, ...]:
        """The facts of the page `here`, their links turned into pointers to measures and documents elsewhere."""
        return tuple(Row(row.label, tuple(self.value(value, here) for value in row.values)) for row in rows)

    def value(self, value: views.Value, here: str) -> Value:
        return replace(plain(value), to=self._pointer(value.url, here))

    def link(self, link: views.Link, remark: str, here: str) -> Value:
        return Value(link.text, remark, to=self._pointer(link.url, here))

    def _pointer(self, url: str | None, here: str) -> Pointer | None:
        """Only measures and documents are turned to; the page itself, or a list of the site, is no place in a book."""
        there = links.address(here, url) if url else None
        if there is None or there == here or not there.startswith(links.TEXTS):
            return None
        return self.to(there)


def plain(value: views.Value) -> Value:
    """A value without its link."""
    return Value(value.text, value.remark, value.official)


def points(measures: tuple[str, ...], documents: Mapping[str, str], home: str) -> Points:
    """The pointers of a book that holds these measures, and these documents under their labels."""
    labels = {links.measure(id): label_of(id) for id in measures}
    labels |= {links.document(id): label for id, label in documents.items()}
    return Points(labels, home)


def label_of(id: str) -> str:
    """The label of a measure in a book."""
    return f"m:{id}"


def name_in(shelf: Shelf, id: str) -> str:
    """The short title of the document that holds a measure."""
    return shelf.measures[id][0].short_title


@lru_cache(maxsize=1 << 13)  # a measure stands in several books
def code(address: str) -> str:
    """The QR code of an address as an SVG without margin; level M makes good a seventh of it."""
    image = BytesIO()
    segno.make(address, error="m", micro=False, mask=MASK).save(
        image, kind="svg", border=0, xmldecl=False, svgns=True, omitsize=True, svgclass=None, lineclass=None
    )
    return image.getvalue().decode("ascii")
