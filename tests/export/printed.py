"""Printed books read back: their text, links, outline and faces."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pikepdf

XHTML = "{http://www.w3.org/1999/xhtml}"
SPACE = re.compile(r"[\s\u2060]+")
MM = 72 / 25.4
NOT_FIRST = "，。、；：！？）》」』”’…"
NOT_LAST = "（《「『“‘"
GAP = 1.5  # em between words that are not of one line
HEAD, FOOT = 28 * MM, 28 * MM  # of a page, where the running head and foot stand


@dataclass(frozen=True)
class Word:
    """A run of letters on a page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def hanging(self, at: int) -> float:
        """The blank half of a mark at an end of a line, which the press lets hang out."""
        return (self.bottom - self.top) / 2 if self.text[at] in NOT_FIRST + NOT_LAST else 0.0


@dataclass(frozen=True)
class Anchor:
    """A link inside the book: the page it stands on, its place, and the page (from 1) to which it leads."""

    page: int
    box: tuple[float, float, float, float]
    target: int
    name: str


class PrintedBook:
    """A PDF that was written to a file."""

    def __init__(self, content: bytes, path: Path) -> None:
        path.write_bytes(content)
        self.path, self.content = path, content
        self.pdf = pikepdf.open(BytesIO(content))

    def pdftotext(self, *options: str) -> str:
        done = subprocess.run(
            ["pdftotext", *options, "-enc", "UTF-8", str(self.path), "-"], capture_output=True, check=True
        )
        return done.stdout.decode("utf-8")

    def picture(self, page: int, stem: Path) -> None:
        """A page as a PNG of 150 dots an inch."""
        only = ("-f", str(page), "-l", str(page), "-singlefile")
        subprocess.run(["pdftoppm", "-r", "150", "-png", *only, str(self.path), str(stem)], check=True)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The text of every page, in the order in which it was set."""
        return tuple(self.pdftotext("-raw").split("\f")[:-1])

    @cached_property
    def body(self) -> str:
        """The text of all pages without heads and feet, and without white space."""
        area = ("-x", "0", "-y", str(int(HEAD)), "-W", "700", "-H", str(int(297 * MM - HEAD - FOOT)))
        return tight(self.pdftotext("-raw", *area))

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of every page with their places."""
        pages = ElementTree.fromstring(self.pdftotext("-bbox")).iter(f"{XHTML}page")
        return tuple(tuple(_word(word) for word in page.iter(f"{XHTML}word")) for page in pages)

    @cached_property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The lines of every page: words of one size that stand side by side."""
        return tuple(tuple(_lines(words)) for words in self.words)

    @cached_property
    def outline(self) -> tuple[tuple[int, str, int], ...]:
        """The entries of the outline: depth, title, page."""
        with self.pdf.open_outline() as outline:
            return tuple(self._entries(outline.root, 1))

    def _entries(self, items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            yield depth, item.title, self._page_of(item.destination)
            yield from self._entries(item.children, depth + 1)

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every link inside the book."""
        return tuple(self._anchors())

    def _anchors(self) -> Iterator[Anchor]:
        for number, page in enumerate(self.pdf.pages, start=1):
            height = float(page.mediabox[3])
            for one in page.get("/Annots", []):
                left, low, right, high = (float(at) for at in one.Rect)
                target = one.Dest if "/Dest" in one else one.A.D
                yield Anchor(
                    number, (left, height - high, right, height - low), self._page_of(target), str(target)[:80]
                )

    def _page_of(self, target: object) -> int:
        """The page of a destination, from 1; a name is looked up."""
        if isinstance(target, pikepdf.String) or not isinstance(target, pikepdf.Array):
            target = self._names[str(target)]
        if isinstance(target, pikepdf.Dictionary):
            target = target.D
        assert isinstance(target, pikepdf.Array)
        return pikepdf.Page(target[0]).index + 1

    @cached_property
    def _names(self) -> dict[str, pikepdf.Object]:
        return {str(name): target for name, target in pikepdf.NameTree(self.pdf.Root.Names.Dests).items()}

    def under(self, anchor: Anchor) -> str:
        """The text on which a link lies."""
        left, top, right, bottom = anchor.box
        return "".join(
            word.text
            for word in self.words[anchor.page - 1]
            if word.top < bottom and word.bottom > top and word.left < right - 0.5 and word.right > left + 0.5
        )

    @property
    def fonts(self) -> tuple[pikepdf.Object, ...]:
        """The descriptors of all fonts."""
        found = (one for one in self.pdf.objects if isinstance(one, pikepdf.Dictionary))
        return tuple(one for one in found if one.get("/Type") == "/FontDescriptor")


def tight(text: str) -> str:
    """A text without white space and without the joiners that keep words together."""
    return SPACE.sub("", text)


def _word(node: ElementTree.Element) -> Word:
    left, top, right, bottom = (float(node.attrib[name]) for name in ("xMin", "yMin", "xMax", "yMax"))
    return Word(left, top, right, bottom, node.text or "")


def _lines(words: Sequence[Word]) -> Iterator[str]:
    rows: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        rows.setdefault((round(word.bottom), round(word.bottom - word.top)), []).append(word)
    for row in rows.values():
        row.sort(key=lambda word: word.left)
        line = row[0].text
        for before, word in pairwise(row):
            if word.left - before.right > GAP * (word.bottom - word.top):
                yield line
                line = ""
            line += word.text
        yield line
