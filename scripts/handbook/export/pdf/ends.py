"""What stands after the measures of a book: glossary, indexes with page numbers, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import TermEntry
from ...render import links
from ...render.shelf import Shelf
from ...render.views.standing import standing_view
from ...render.views.wording import heading_of
from .block import status
from .choice import Choice
from .parts import Entry, LeftOut, Term
from .stock import Stock


def terms(choice: Choice, shelf: Shelf) -> tuple[Term, ...]:
    """The terms that the measures of the book use, by pinyin, each with the measures that do."""
    held = frozenset(choice.measures)
    used = ((entry, [use.place for use in entry.uses if use.place in held]) for entry in shelf.library.terms)
    return tuple(_term(entry, places, shelf) for entry, places in used if places)


def _term(entry: TermEntry, places: Iterable[str], shelf: Shelf) -> Term:
    basis = entry.term.basis
    if basis in shelf.measures:
        record, item = shelf.measures[basis]
        basis = f"{record.short_title} {heading_of(item.measure)}"
    labels = tuple(links.measure(place) for place in places)
    return Term(entry.term.term, entry.term.definition, entry.term.missing, basis, labels)


def agencies(choice: Choice, shelf: Shelf) -> tuple[Entry, ...]:
    """The agencies of the measures of the book, by region from the nation down, then by id, which is in pinyin."""
    found = sorted(shelf.library.agencies, key=lambda one: (len(shelf.above(one.region)), one.region, one.id))
    entries = (
        Entry(
            one.name,
            _labels(one.leads, choice),
            _labels(one.others, choice),
        )
        for one in found
    )
    return tuple(entry for entry in entries if entry.leads or entry.others)


def types(choice: Choice, shelf: Shelf) -> tuple[Entry, ...]:
    """The enterprise types of the measures of the book, in the order of the vocabulary."""
    entries = (Entry(group.name, (), _labels(group.measures, choice)) for group in shelf.library.enterprise_types)
    return tuple(entry for entry in entries if entry.others)


def _labels(ids: tuple[str, ...], choice: Choice) -> tuple[str, ...]:
    """The labels of measures that the book holds, in its order, which is that of its pages."""
    wanted = frozenset(ids)
    return tuple(links.measure(id) for id in choice.measures if id in wanted)


def left_out(choice: Choice, stock: Stock) -> tuple[LeftOut, ...]:
    """The measures that the book leaves out for they are not in force, with the day that ended them."""
    return tuple(_left(id, stock) for id in choice.left_out)


def _left(id: str, stock: Stock) -> LeftOut:
    record, item = stock.shelf.measures[id]
    view = standing_view(item.standing, stock.shelf.library.as_of, stock.words)
    return LeftOut(
        heading_of(item.measure), record.short_title, status(view), stock.points.to(links.measure(id)).address
    )
