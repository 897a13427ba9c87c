"""A printed book as its reader and its printer take it: true page numbers, links that land, whole texts, sound files."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from handbook.export.pdf.parts import Block, Book
from handbook.export.pdf.plain import as_data, visible
from handbook.export.pdf.press import Press, bound

from .printed import MM, NOT_FIRST, NOT_LAST, PrintedBook, tight

BOOKS = ("handbook", "for-micro-small", "document-hubei-2025", "topic-ip")
EVERY = pytest.mark.parametrize("name", BOOKS)
LAST_NUMBER = re.compile(r"(\d+)\D*$")
WIDTH, HEIGHT = 210 * MM, 297 * MM

Data = Callable[[str], Book]
Printed = Callable[[str], PrintedBook]


def blocks(book: Book) -> list[Block]:
    return [part for chapter in book.chapters for part in chapter.parts if isinstance(part, Block)]


@EVERY
def test_every_printed_page_number_is_the_true_one(name: str, printed: Printed) -> None:
    """Of the contents, of 见第 N 页, and of the indexes: whatever is a link ends with the page that it leads to."""
    book = printed(name)
    assert book.anchors
    wrong = []
    for anchor in book.anchors:
        found = LAST_NUMBER.search(book.under(anchor))
        if not found or int(found[1]) != anchor.target:
            wrong.append((anchor.page, book.under(anchor), anchor.target))
    assert wrong == []


@EVERY
def test_contents_and_indexes_name_every_measure(name: str, printed: Printed, data: Data) -> None:
    book = printed(name)
    contents = {anchor.name for anchor in book.anchors}
    assert {block.label for block in blocks(data(name))} <= contents


@EVERY
def test_every_link_lands_on_its_measure(name: str, printed: Printed, data: Data) -> None:
    book = printed(name)
    headings = {block.label: tight(block.heading) for block in blocks(data(name))}
    lost = [
        anchor
        for anchor in book.anchors
        if anchor.name in headings and headings[anchor.name] not in tight(book.pages[anchor.target - 1])
    ]
    assert lost == []


@EVERY
def test_the_outline_has_one_entry_for_each_measure(name: str, printed: Printed, data: Data) -> None:
    book = printed(name)
    entries = [(title, page) for depth, title, page in book.outline if depth == 2]
    assert [tight(title) for title, _ in entries] == [tight(block.heading) for block in blocks(data(name))]
    assert all(tight(title) in tight(book.pages[page - 1]) for title, page in entries)


@EVERY
def test_the_text_of_every_measure_is_there_whole(name: str, printed: Printed, data: Data) -> None:
    book = printed(name)
    missing = [
        (block.label, paragraph)
        for block in blocks(data(name))
        for paragraph in (*block.text, *(text for field in block.fields for text in field.paragraphs), *block.brackets)
        if tight(visible(paragraph)) not in book.body
    ]
    assert missing == []


@EVERY
def test_the_file_says_what_it_is(name: str, printed: Printed, data: Data) -> None:
    pdf = printed(name).pdf
    assert pdf.Root.Lang == "zh-Hans"
    assert pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in pdf.Root
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo["/Title"]) == data(name).cover.title
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.Root.Metadata.read_bytes()


@EVERY
def test_faces_are_simplified_and_in_the_file(name: str, printed: Printed) -> None:
    fonts = printed(name).fonts
    assert fonts
    for font in fonts:
        face = str(font.FontName)
        assert re.match(r"/[A-Z]{6}\+Noto(Serif|Sans)(CJKsc|SC)-", face), face
        assert "/FontFile3" in font or "/FontFile2" in font


@EVERY
def test_margins_are_those_of_a_bound_book(name: str, printed: Printed) -> None:
    """25 mm at the binding (left of an odd page, right of an even one), 20 mm elsewhere."""
    for number, words in enumerate(printed(name).words, start=1):
        left, right = (25, 20) if number % 2 else (20, 25)
        for word in words:
            assert word.left + word.hanging(0) >= left * MM - 0.1, (number, word)
            assert word.right - word.hanging(-1) <= WIDTH - right * MM + 0.1, (number, word)
            assert word.top >= 20 * MM - 0.1, (number, word)
            assert word.bottom <= HEIGHT - 20 * MM + 0.1, (number, word)


@EVERY
def test_no_line_begins_or_ends_with_a_mark_that_may_not(name: str, printed: Printed) -> None:
    broken = [
        (number, line)
        for number, lines in enumerate(printed(name).lines, start=1)
        for line in lines
        if line[:1] in NOT_FIRST or line[-1:] in NOT_LAST
    ]
    assert broken == []


@EVERY
def test_every_page_says_which_it_is_and_of_which_day(name: str, printed: Printed) -> None:
    book = printed(name)
    count = len(book.pages)
    for number, page in enumerate(book.pages[1:], start=2):
        assert f"第{number}页，共{count}页" in tight(page)
        assert "状态截至2026-11-22" in tight(page)


def test_what_is_not_in_the_book_is_named_by_its_address(printed: Printed, data: Data) -> None:
    """A reference to a measure that the book does not hold is printed with the address of its page and a QR code."""
    book = data("for-micro-small")
    held = {block.label for block in blocks(book)} | {chapter.label for chapter in book.chapters}
    outside = [
        value.to
        for block in blocks(book)
        for row in block.facts
        for value in (*row.values, *block.related)
        if value.to and value.to.label not in held
    ]
    assert outside
    text = tight("".join(printed("for-micro-small").pages))
    assert all(pointer.address in text and pointer.label in book.codes for pointer in outside)


def test_the_book_of_a_type_begins_with_its_card(printed: Printed, data: Data) -> None:
    book, card = printed("for-micro-small"), data("for-micro-small").card
    assert card
    page = next(page for depth, title, page in book.outline if tight(title) == tight(card.title))
    assert all(tight(offer.title) in tight(book.pages[page - 1]) for offer in card.offers[:5])
    assert tight(card.title) not in tight(book.pages[page])


def test_expired_measures_are_left_out_and_listed(printed: Printed, data: Data) -> None:
    book = data("handbook")
    assert book.left_out
    assert not any(block.status.name in ("expired", "repealed") for block in blocks(book))
    listed = tight("".join(printed("handbook").pages[-3:]))
    assert all(tight(one.heading) in listed for one in book.left_out)


def test_the_book_of_a_document_holds_all_of_it(data: Data, stock) -> None:
    for record in stock.shelf.library.documents:
        assert len(blocks(data(f"document-{record.id}"))) == len(record.measures)


def test_the_same_input_gives_the_same_bytes(printed: Printed, data: Data, press: Press) -> None:
    again = bound(press, "book.typ", as_data(data("topic-ip"))).pdf
    assert again == printed("topic-ip").content


def test_the_whole_handbook_is_light(printed: Printed) -> None:
    assert len(printed("handbook").content) <= 3 * 1024 * 1024
