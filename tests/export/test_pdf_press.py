"""The print run: a book that fails says where, the others are made, and what has not changed is not made again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from handbook import printing
from handbook.export.pdf import ledger
from handbook.export.pdf.orders import BOOK, Order, mark
from handbook.export.pdf.parts import Book
from handbook.export.pdf.plain import as_data
from handbook.export.pdf.press import Press
from handbook.export.pdf.stock import Stock
from handbook.export.pdf.wish import Wish, chosen
from handbook.model import ConfigError

from .printed import PrintedBook

BREAKS = '#let measure-block(part) = { if part.heading.contains("检验检测") { panic("broken") }'

Data = Callable[[str], Book]
Printed = Callable[[str], PrintedBook]


def order(name: str, data: str) -> Order:
    return Order(name, name, ("",), BOOK, data, mark(BOOK, b"", data))


@pytest.fixture
def breaking(press: Press, tmp_path: Path) -> Press:
    """A press whose layout cannot set one measure."""
    folder = tmp_path / "pdf"
    shutil.copytree(press.templates, folder)
    layout = folder / "measure.typ"
    text = layout.read_text(encoding="utf-8").replace("#let measure-block(part) = {", BREAKS)
    layout.write_text(text, encoding="utf-8")
    return replace(press, templates=folder)


def test_a_book_that_fails_names_the_measure_and_the_others_are_made(data: Data, breaking: Press) -> None:
    orders = (order("bad", as_data(data("document-hubei-2025"))), order("good", as_data(data("topic-jobs-insurance"))))
    made = {one.order.name: one for one in printing.printed(orders, breaking)}
    assert made["bad"].book is None
    assert made["bad"].place == "（三）优化提升检验检测服务"
    assert "broken" in made["bad"].fault
    assert made["good"].book
    assert made["good"].book.pages > 1


def test_many_books_are_made_side_by_side(data: Data, press: Press) -> None:
    text = as_data(data("topic-jobs-insurance"))
    orders = tuple(order(f"book-{at}", text) for at in range(3))
    made = {one.order.name: one.book for one in printing.printed(orders, press)}
    assert made.keys() == {"book-0", "book-1", "book-2"}
    assert len({book.pdf for book in made.values() if book}) == 1


def test_an_unchanged_book_is_known_by_its_mark() -> None:
    one, other = order("one", "{}"), order("other", "[]")
    listed = {o.name: ledger.Listed(o.name, o.title, o.sites, o.mark, 3, 1000) for o in (one, other)}
    content = printing.list_of(listed)
    there = ("one.pdf", "other.pdf")
    assert printing.finished(content, (one, other), there) == listed
    assert printing.finished(content, (replace(one, mark="changed"), other), there).keys() == {"other"}
    assert printing.finished(content, (one, other), ("one.pdf",)).keys() == {"one"}
    assert printing.finished(b"{not a list", (one,), there) == {}


@pytest.mark.parametrize(("template", "templates", "data"), [("b", b"", "{}"), ("a", b"-", "{}"), ("a", b"", "[]")])
def test_a_mark_changes_with_all_that_decides_a_book(template: str, templates: bytes, data: str) -> None:
    assert mark(template, templates, data) != mark("a", b"", "{}")


def test_a_selection_meets_every_limit(stock: Stock) -> None:
    book = chosen(Wish(("小微企业",), ("武汉市",), (), True), stock.shelf, stock.words)
    types = next(group for group in stock.shelf.library.enterprise_types if group.name == "小微企业")
    assert book.measures
    assert set(book.measures) <= set(types.measures)
    regions = {stock.shelf.region_of(stock.shelf.measures[id][0]) for id in book.measures}
    assert regions <= {"wuhan", *stock.shelf.above("wuhan")}
    closed = {stock.shelf.measures[id][1].standing.status for id in book.left_out}
    assert closed <= {"已失效", "已废止", "尚未施行"}
    assert (book.type, book.place) == (types.id, "wuhan")


def test_a_selection_of_nothing_known_says_what_there_is(stock: Stock) -> None:
    with pytest.raises(ConfigError, match=r"「小微」.*小微企业"):
        chosen(Wish(("小微",)), stock.shelf, stock.words)


def test_a_selection_may_be_everything(stock: Stock) -> None:
    book = chosen(Wish(), stock.shelf, stock.words)
    assert set(book.measures) == set(stock.shelf.measures)


def test_a_camera_reads_the_code_of_a_measure(data: Data, printed: Printed, tmp_path: Path) -> None:
    """Rendered at the sharpness of a phone's picture, every code of a page leads to the site."""
    book = printed("topic-ip")
    page = next(page for depth, _, page in book.outline if depth == 2)
    book.picture(page, tmp_path / "page")
    read = {found.text for found in zxingcpp.read_barcodes(Image.open(tmp_path / "page.png"))}
    first = next(part for part in data("topic-ip").chapters[0].parts if part.kind == "measure")
    assert f"https://handbook.example.org/{first.label}" in read
    assert all(text.startswith("https://handbook.example.org/measures/") for text in read)
