"""Terms of the glossary on a page of official wording: where they stand, and the notes that explain them below."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Passage
from .. import links
from ..shelf import Shelf
from .parts import TermLink


@dataclass(frozen=True, slots=True)
class TermNote:
    """The editors' definition of a term that the page uses; `missing` says what nobody could vouch for."""

    anchor: str
    term: str
    url: str
    definition: str
    missing: str


def term_links(place: str, shelf: Shelf, here: str) -> tuple[tuple[Passage, TermLink], ...]:
    """The words of a place that open a definition, each with its link."""
    return tuple(
        (words, TermLink(links.link(here, links.term(entry.term.id)), _anchor(entry.term.id)))
        for entry, words in shelf.terms_of(place)
    )


def term_notes(place: str, shelf: Shelf, here: str) -> tuple[TermNote, ...]:
    """The definitions of the terms of a place, in the order in which it uses them."""
    return tuple(
        TermNote(
            anchor=_anchor(entry.term.id),
            term=entry.term.term,
            url=links.link(here, links.term(entry.term.id)),
            definition=entry.term.definition,
            missing=entry.term.missing,
        )
        for entry, _ in shelf.terms_of(place)
    )


def _anchor(id: str) -> str:
    return f"t-{id}"
