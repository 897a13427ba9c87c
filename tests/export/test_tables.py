"""The tables: the same cells in every format, read back as they were written, and never a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.build import words
from tests.render.made import DAY, VOCABULARY, Words, library, passage

from handbook.export.sheets import CELL_LIMIT, csv_file, excel_csv_file, fitting, plain_text, workbook
from handbook.export.table import Cell, Heading, Table, guarded, printable, unguarded
from handbook.export.tables import tables
from handbook.model import Amount, Benefit, Library, Standing

ERRATA = {"feed": "勘误：{title}", "feed_text": "{printed} → {reading}：{why}"}
NAMES = words()
HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    " =1",
    "'=1",
    '"=1',
    "\ufeff=1",
)
PLAIN = ("", "奖励30万元", "1-2", "a=b", "'引'", "——", "（一）", "《=》")
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30) | st.sampled_from(HOSTILE)
CELLS: dict[str, st.SearchStrategy[Cell]] = {
    "string": ANY_TEXT.map(lambda text: guarded(printable(text))),
    "integer": st.integers(0, 10**9),
    "number": st.decimals(0, 10**12, places=2),
    "boolean": st.booleans(),
    "date": st.dates(date(1950, 1, 1), date(2150, 12, 31)),
}
HEADINGS = tuple(Heading(name, "名称", name, "说明", (), False) for name in CELLS)  # type: ignore[arg-type]
ROWS = st.lists(st.tuples(*(st.none() | cells for cells in CELLS.values())), max_size=5)


def made(words: Words | None = None) -> Library:
    """The made handbook with a benefit and a period of force on its first measure."""
    shelf = library(words or Words())
    (record,) = shelf.documents
    first, *rest = record.measures
    text = first.measure.text
    amount = Amount(text, "award", "exact", Decimal(5_000_000), Decimal(5_000_000), bound="cap")
    pot = Amount(text, "fund", "pot", Decimal(10**9), Decimal(10**9))
    dollars = replace(amount, yuan_max=Decimal(9_000_000), currency="USD")
    benefits = (
        Benefit(text, passage("企业"), "award", passage(""), (amount, dollars), "award"),
        Benefit(text, passage(""), "fund", passage(""), (pot,), "fund"),
    )
    findings = replace(first.measure.findings, benefits=benefits)
    changed = replace(
        first, measure=replace(first.measure, findings=findings), standing=Standing("现行有效", "2025", "2026-11")
    )
    return replace(shelf, documents=(replace(record, measures=(changed, *rest)),))


def read_csv(data: bytes, encoding: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(encoding), newline="")))


def printed(table: Table) -> list[list[str]]:
    return [[heading.name for heading in table.headings], *([plain_text(cell) for cell in row] for row in table.rows)]


def read_sheet(rows: Sequence[Sequence[object]], table: Table) -> list[tuple[Cell, ...]]:
    """The rows of a sheet below its header, days as days and numbers as decimals."""
    width = len(table.headings)
    return [tuple(_cell(value, h) for value, h in zip(row[:width], table.headings, strict=True)) for row in rows[1:]]


def _cell(value: object, heading: Heading) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if heading.type == "number" and isinstance(value, (int, float)):
        return Decimal(str(value))
    assert value is None or isinstance(value, (str, bool, int))
    return value


def sheet_rows(data: bytes, name: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(data))[name].iter_rows(values_only=True))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_stays(text: str) -> None:
    assert guarded(text) == text == unguarded(text)


@given(st.text(max_size=20))
def test_guarding_can_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in {*"=+-@＝＋－＠", "\t"}


def test_what_measures_and_benefits_say() -> None:
    found = {table.name: table for table in tables(made(), VOCABULARY, NAMES)}
    measure = dict(zip([h.name for h in found["measures"].headings], found["measures"].rows[0], strict=True))
    assert measure["id"] == "made-01/01"
    assert (measure["effective"], measure["expires"]) == (date(2025, 1, 1), date(2026, 11, 30))
    assert (measure["yuan_max"], measure["summary"]) == (Decimal(5_000_000), "企业：奖励，最高500万元")
    assert (measure["region_name"], measure["instruments"], measure["leads"]) == ("某省", "award；fund", "省经信厅")
    benefit = dict(zip([h.name for h in found["benefits"].headings], found["benefits"].rows[0], strict=True))
    assert (benefit["measure"], benefit["place"], benefit["instrument_name"]) == ("made-01/01", 1, "奖励")
    assert benefit["yuan_max"] == Decimal(5_000_000)  # not the dollars
    assert [row[:2] for row in found["responsibilities"].rows] == [("made-01/01", 1), ("made-01/01", 2)]


def test_all_formats_hold_the_same_cells() -> None:
    found = tables(made(Words(heading="=1+1", body="第一段。\n第二段。")), VOCABULARY, NAMES)
    book = workbook(found, DAY)
    for table in found:
        assert read_csv(csv_file(table), "utf-8") == printed(table)
        assert read_csv(excel_csv_file(table), "utf-8-sig") == printed(table)
        assert read_sheet(sheet_rows(book, table.name), table) == list(table.rows)
        assert sheet_rows(book, table.name)[0] == tuple(heading.name for heading in table.headings)


def test_line_ends_and_byte_order_marks() -> None:
    table = tables(made(), VOCABULARY, NAMES)[0]
    assert not csv_file(table).startswith("\ufeff".encode())
    assert b"\r" not in csv_file(table)
    assert excel_csv_file(table).startswith("\ufeff".encode())
    assert excel_csv_file(table).endswith(b"\r\n")


@settings(max_examples=30, deadline=None)
@given(ROWS)
def test_what_is_written_is_read_back(rows: list[tuple[Cell, ...]]) -> None:
    rows = [row for row in rows if any(cell is not None for cell in row)]
    table = Table("made", "表", "说明", HEADINGS, tuple(rows), ())
    assert read_csv(csv_file(table), "utf-8") == printed(table)
    assert read_csv(excel_csv_file(table), "utf-8-sig") == printed(table)
    assert read_sheet(sheet_rows(workbook((table,), DAY), "made"), table) == rows


def test_a_workbook_is_typed_framed_and_without_formulas() -> None:
    shelf = made(Words(heading="=HYPERLINK(1)", agency="@某局", title="+若干措施"))
    book = openpyxl.load_workbook(io.BytesIO(workbook(tables(shelf, VOCABULARY, NAMES), DAY)))
    assert book.sheetnames == ["measures", "benefits", "documents", "agencies", "responsibilities", "说明"]
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d", "b"}
    sheet = book["measures"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions
    columns = {cell.value: cell.column for cell in sheet[1]}
    assert sheet.cell(2, columns["expires"]).value == datetime(2026, 11, 30)
    assert sheet.cell(2, columns["yuan_max"]).value == 5_000_000
    assert sheet.cell(2, columns["title"]).value == "'=HYPERLINK(1)"


def test_a_cell_has_room_for_so_much() -> None:
    assert fitting("字" * CELL_LIMIT) == "字" * CELL_LIMIT
    assert fitting("字" * (CELL_LIMIT + 1)) == "字" * (CELL_LIMIT - 1) + "…"
