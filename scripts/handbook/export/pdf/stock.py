"""What books are put together from: measures and documents, each made once for all the books of an edition."""

from __future__ import annotations

from functools import cached_property

from ...render.open_to import by_type
from ...render.shelf import Shelf
from ...render.views.document import DocumentView, document_view
from ...render.views.lists import shelved_regions
from ...render.views.one_page import Cards
from ...render.words import Words
from .block import block
from .parts import Block
from .points import Points


class Stock:
    """The blocks and views of a library in the words of its edition, made when a book first asks for them."""

    def __init__(self, shelf: Shelf, words: Words, points: Points) -> None:
        self.shelf, self.words, self.points = shelf, words, points
        self._blocks: dict[str, Block] = {}
        self._documents: dict[str, DocumentView] = {}

    def block(self, id: str) -> Block:
        """The measure of an id."""
        if id not in self._blocks:
            record, item = self.shelf.measures[id]
            index = record.measures.index(item)
            self._blocks[id] = block(record, index, self.shelf, self.words, self.points)
        return self._blocks[id]

    def document(self, id: str) -> DocumentView:
        """The view of a document."""
        if id not in self._documents:
            self._documents[id] = document_view(self.shelf.documents[id], self.shelf, self.words)
        return self._documents[id]

    @cached_property
    def cards(self) -> Cards:
        """What all cards are made from."""
        return Cards(self.shelf, by_type(self.shelf), shelved_regions(self.shelf))
