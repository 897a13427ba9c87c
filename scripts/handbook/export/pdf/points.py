"""Where a link of a page leads on paper: to a page of the book, or to the site by a short address with a QR code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO

import segno

from ...render import links
from ...render.views import parts as views
from .parts import Pointer, Row, Value

MASK = 2  # of a QR code; any is read, and to weigh all eight takes five times as long
SCHEME = "://"


@dataclass(frozen=True, slots=True)
class Points:
    """The site that a book points to: its address with a slash at the end, empty where nobody has said it."""

    home: str

    def to(self, address: str) -> Pointer:
        """The pointer to an address of the site, which is its label too in a book that holds it."""
        shown = (self.home.split(SCHEME, 1)[-1] or "/") + address
        return Pointer(address, shown.rstrip("/") or "/")

    def code(self, address: str) -> str:
        """The QR code of an address of the site as an SVG; empty where the site has no address."""
        return _code(self.home + address) if self.home else ""

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


@lru_cache(maxsize=1 << 14)  # a measure stands in several books
def _code(address: str) -> str:
    """The QR code of an address, without margin; level M makes good a seventh of it."""
    image = BytesIO()
    made = segno.make(address, error="m", micro=False, mask=MASK)
    made.save(image, kind="svg", border=0, xmldecl=False, omitsize=True, svgclass=None, lineclass=None)
    return image.getvalue().decode("ascii")
