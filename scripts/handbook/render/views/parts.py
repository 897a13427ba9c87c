"""What views of several kinds are made of."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from .standing import StandingView


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    url: Markup


@dataclass(frozen=True, slots=True)
class Head:
    """What every page begins with: its title (also of the window), a sentence about it, and the way to it from home.

    `scripts` are those of `templates/theme/assets/` that this page needs beside those of every page, in their order.
    `gone` is true where what the page was for is no longer there, `moved_to` the page to go on to.
    """

    title: str
    description: str
    crumbs: tuple[Link, ...]
    scripts: tuple[str, ...] = ()
    gone: bool = False
    moved_to: Markup | None = None


@dataclass(frozen=True, slots=True)
class TermLink:
    """The way from a word to its definition: to the page of the term, and to the note on this page."""

    url: Markup
    note: str


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of a run, which opens a definition where it is a term."""

    text: str
    term: TermLink | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A run of official wording; `anchor` names it where a fact of the page points to these words."""

    bits: tuple[Bit, ...]
    anchor: str = ""

    @property
    def text(self) -> str:
        return "".join(bit.text for bit in self.bits)


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Official wording in paragraphs, with the link to its lines in the capture (None where it has no such page)."""

    paragraphs: tuple[Paragraph, ...]
    place: Link | None


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a row: what it says, where it leads, a word of the editors beside it, whether it is official wording.

    `see` leads to the words that say so, where `url` leads elsewhere (to the page of an agency).
    """

    text: str
    url: Markup | None = None
    remark: str = ""
    official: bool = False
    see: Markup | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row of facts; without values the page prints that the text does not say."""

    name: str
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A document in a list: its title and the few facts that tell it from others."""

    title: Link
    standing: StandingView | None
    facts: tuple[str, ...]
    count: str
