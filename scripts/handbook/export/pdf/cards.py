"""「明白卡」 on paper, from the same view as its page: one sheet for an enterprise type in a place."""

from __future__ import annotations

from collections.abc import Iterator

from ...render import links
from ...render.views.one_page import OfferView, OnePageView, one_page_view
from ...render.views.wording import shortened
from .block import status
from .faces import REGIONS
from .imprint import Imprint, printed
from .parts import Card, CardBook, Offer
from .stock import Stock

DEFINITION = 300  # characters on a card, so that every one has room for measures


def card(type: str, place: str, stock: Stock) -> Card:
    """The card of a type for a region, or for all of them where `place` is empty; its label is its address on the site."""
    here = links.one_page(type, place)
    view = one_page_view(type, place, stock.cards, stock.words)
    return Card(
        label=here,
        title=view.head.title,
        lead=view.lead,
        definition=shortened(view.definition, DEFINITION),
        standard=shortened(view.standard, DEFINITION),
        counts=view.counts,
        offers=tuple(_offer(row) for row in view.rows),
        empty=view.empty,
        also=_also(view),
        page=stock.points.to(here),
        disclaimer=view.disclaimer,
    )


def card_book(stock: Stock, imprint: Imprint) -> CardBook:
    """The cards of every type for all regions and for each; each stands on one page, in the order of `card_pages`."""
    words, day = stock.words, stock.shelf.library.as_of
    cards = tuple(card(type, place, stock) for type, place in _all(stock))
    codes = {one.label: stock.points.code(one.label) for one in cards}
    return CardBook(
        edition=imprint.edition,
        region=REGIONS[imprint.edition],
        faces=imprint.faces,
        day=(day.year, day.month, day.day),
        as_of=words("status.as_of", day=day.isoformat()),
        title=words("pdf.cards"),
        words=printed(words),
        cards=cards,
        codes={label: code for label, code in codes.items() if code},
    )


def card_pages(stock: Stock) -> tuple[str, ...]:
    """The addresses of the cards on the site, in the order of their pages."""
    return tuple(links.one_page(type, place) for type, place in _all(stock))


def _all(stock: Stock) -> Iterator[tuple[str, str]]:
    return ((type, place) for type in stock.shelf.types for place in ("", *stock.cards.regions))


def _offer(row: OfferView) -> Offer:
    return Offer(
        label=links.measure(row.id),
        title=row.title.text,
        place=row.region,
        gain=row.gain or row.said,
        official=not row.gain,
        condition=row.condition,
        agency=row.agency + row.others if row.agency else "",
        status=status(row.standing),
        until=row.until,
    )


def _also(view: OnePageView) -> tuple[str, ...]:
    """What else there is: for every enterprise, of another day, no longer in force."""
    everyone = view.everyone.text if view.everyone else ""
    return tuple(text for text in (everyone, view.pending_count, view.closed_count) if text)
