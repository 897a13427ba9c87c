"""「明白卡」 on paper, from the same view as its page: one sheet for an enterprise type in a place."""

from __future__ import annotations

from ...render import links
from ...render.views.one_page import Cards, OfferView, OnePageView, one_page_view
from ...render.words import Words
from .block import status
from .parts import Card, Offer
from .points import Points, label_of


def card(type: str, place: str, cards: Cards, words: Words, points: Points) -> Card:
    """The card of a type for a region, or for all of them where `place` is empty."""
    view = one_page_view(type, place, cards, words)
    return Card(
        label=card_label(type, place),
        title=view.head.title,
        lead=view.lead,
        definition=view.definition,
        standard=view.standard,
        counts=view.counts,
        offers=tuple(_offer(row, words) for row in view.rows),
        empty=view.empty,
        also=_also(view),
        page=points.outside(links.one_page(type, place)),
        disclaimer=view.disclaimer,
    )


def card_label(type: str, place: str) -> str:
    return f"c:{type}/{place}"


def _offer(row: OfferView, words: Words) -> Offer:
    return Offer(
        label=label_of(row.id),
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
