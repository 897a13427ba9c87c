"""What is new in the handbook, as an Atom feed (RFC 4287): an entry for each document, measure and misprint, on the day it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from ..model import Capture, DocumentRecord, Library
from ..render.errata import Misprint, misprints
from ..render.summary import summary
from ..render.views.wording import heading_of, shortened, whole
from ..render.words import Words
from .table import printable

ATOM = "http://www.w3.org/2005/Atom"
NAMES = "tag:policy-handbook,2026:"  # of entries, for ever (RFC 4151)
ROOT = "../"  # the feed stands in data/ on the site
EXCERPT = 120  # characters of official wording in an entry


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `path` is the address of its page from the root of the site, and with `anchor`, a place there, its name."""

    path: str
    title: str
    text: str
    day: date
    anchor: str = ""

    @property
    def name(self) -> str:
        return NAMES + self.path + (f"/{self.anchor}" if self.anchor else "")

    @property
    def address(self) -> str:
        return f"{ROOT}{self.path}/" + (f"#{self.anchor}" if self.anchor else "")


def entries(library: Library, words: Words) -> tuple[Entry, ...]:
    """The newest first; a document before its measures, those in order, and the misprints of the captures at the end."""
    records = sorted(library.documents, key=lambda record: (-record.card.captured.toordinal(), record.id))
    new = [entry for record in records for entry in _entries(record, words)]
    errata = [_erratum(capture, one, words) for capture in library.captures for one in misprints(capture)]
    return (*new, *sorted(errata, key=lambda entry: -entry.day.toordinal()))


def feed(library: Library, words: Words) -> bytes:
    """The feed; its dates are the days of the captures, so that the same handbook gives the same bytes on any day."""
    found = entries(library, words)
    latest = max((entry.day for entry in found), default=library.as_of)
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": "zh-Hans"})
    _add(root, "id", NAMES + "feed")
    _add(root, "title", "惠企政策手册：新收录")
    _add(root, "updated", _time(latest))
    _add(ElementTree.SubElement(root, "author"), "name", "惠企政策手册")
    ElementTree.SubElement(root, "link", {"rel": "self", "href": "atom.xml", "type": "application/atom+xml"})
    ElementTree.SubElement(root, "link", {"rel": "alternate", "href": ROOT, "type": "text/html"})
    for entry in found:
        node = ElementTree.SubElement(root, "entry")
        _add(node, "id", entry.name)
        _add(node, "title", entry.title)
        _add(node, "published", _time(entry.day))
        _add(node, "updated", _time(entry.day))
        ElementTree.SubElement(node, "link", {"rel": "alternate", "href": entry.address, "type": "text/html"})
        _add(node, "summary", entry.text)
    ElementTree.indent(root, " ")
    made: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _entries(record: DocumentRecord, words: Words) -> list[Entry]:
    day = record.card.captured
    issuers = "、".join(whole(issuer) for issuer in record.document.issuers)
    title = whole(record.document.title) or record.short_title
    found = [Entry(f"documents/{record.id}", title, issuers or record.short_title, day)]
    for item in record.measures:
        text = summary(item.measure.findings, words) or shortened(item.measure.text.text, EXCERPT)
        found.append(Entry(f"measures/{item.id}", f"{heading_of(item.measure)} · {record.short_title}", text, day))
    return found


def _erratum(capture: Capture, one: Misprint, words: Words) -> Entry:
    """A misprint that somebody recorded, on the day they did."""
    erratum = one.erratum
    text = words("errata.feed_text", printed=erratum.printed, reading=erratum.reading, why=erratum.why)
    title = words("errata.feed", title=capture.card.title)
    return Entry("errata", title, text, erratum.recorded or capture.card.captured, one.anchor)


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = printable(text)


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
