"""「明白卡」 on paper, from the same view as its page: one sheet for an enterprise type in a place."""

from __future__ import annotations

from ...render import links
from ...render.views.one_page import OfferView, OnePageView, one_page_view
from .block import status
from .parts import Card, Offer
from .stock import Stock


def card(type: str, place: str, stock: Stock) -> Card:
    """The card of a type for a region, or for all of them where `place` is empty; its label is its address on the site."""
    here = links.one_page(type, place)
    view = one_page_view(type, place, stock.cards, stock.words)
    return Card(
        label=here,
        title=view.head.title,
        lead=view.lead,
        definition=view.definition,
        standard=view.standard,
        counts=view.counts,
        offers=tuple(_offer(row) for row in view.rows),
        empty=view.empty,
        also=_also(view),
        page=stock.points.to(here),
        disclaimer=view.disclaimer,
    )


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
