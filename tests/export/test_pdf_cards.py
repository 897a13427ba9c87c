"""「明白卡」 in print: every one on exactly one sheet, whatever it holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.export.pdf.parts import Card, CardBook
from handbook.export.pdf.plain import as_data
from handbook.export.pdf.press import Press, bound

from .printed import MM, PrintedBook, tight

SMALLEST = 9.0  # points


@pytest.fixture(scope="module")
def printed(cards: CardBook, press: Press, tmp_path_factory: pytest.TempPathFactory) -> PrintedBook:
    return PrintedBook(bound(press, "cards.typ", as_data(cards)).pdf, tmp_path_factory.mktemp("cards") / "cards.pdf")


def test_every_card_is_one_page(printed: PrintedBook, cards: CardBook) -> None:
    assert len(printed.pages) == len(cards.cards)
    for card, page in zip(cards.cards, printed.pages, strict=True):
        assert tight(page).startswith(tight(card.title))


def test_every_measure_of_a_card_is_on_it_or_counted(printed: PrintedBook, cards: CardBook) -> None:
    for card, page in zip(cards.cards, printed.pages, strict=True):
        text = tight(page)
        on_it = sum(1 for offer in card.offers if tight(offer.title) in text)
        left = len(card.offers) - on_it
        assert f"另有{left}条，见网站" in text if left else "条，见网站" not in text


def test_cards_keep_their_margins_and_sizes(printed: PrintedBook) -> None:
    for number, words in enumerate(printed.words, start=1):
        left, right = (25, 20) if number % 2 else (20, 25)
        for word in words:
            assert left * MM - 0.1 <= word.left + word.hanging(0)
            assert word.right - word.hanging(-1) <= (210 - right) * MM + 0.1
            assert word.bottom - word.top >= SMALLEST - 0.1, word


def swollen(card: Card, times: int) -> Card:
    """A card of so many times the rows, each with so many times the words."""
    rows = tuple(
        replace(offer, title=offer.title * times, gain=offer.gain * times, condition=offer.condition * times)
        for offer in card.offers * times
    )
    return replace(card, offers=rows, definition=card.definition * 3)


def test_a_card_of_tenfold_content_is_still_one_page(cards: CardBook, press: Press, tmp_path: Path) -> None:
    longest = max(cards.cards, key=lambda card: len(card.offers))
    made = replace(cards, cards=(swollen(longest, 10), swollen(longest, 40), longest))
    book = PrintedBook(bound(press, "cards.typ", as_data(made)).pdf, tmp_path / "made.pdf")
    assert len(book.pages) == 3
    assert "条，见网站" in tight(book.pages[0])
