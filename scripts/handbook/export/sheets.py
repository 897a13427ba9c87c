"""Tables as files: CSV for programs, CSV that Excel opens, and one workbook. The same cells in all of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from .table import Cell, Heading, Table

BOM = "\ufeff"
CELL_LIMIT = 32767  # characters that Excel keeps in a cell
GUIDE = "说明"
GUIDE_WIDTHS = (12, 24, 16, 10, 70)
WIDTHS = {"string": 24, "date": 12, "integer": 10, "number": 14, "boolean": 8}
TYPE_NAMES = {"string": "文字", "date": "日期", "integer": "整数", "number": "数字", "boolean": "是否"}
NUMBER_FORMATS = {"date": "yyyy-mm-dd", "number": "#,##0.##", "integer": "0"}


def csv_file(table: Table) -> bytes:
    """A table as UTF-8 without a byte order mark, lines ending with a line feed, its first line the column names."""
    return _csv(table, "\n").encode()


def excel_csv_file(table: Table) -> bytes:
    """The same table for Excel: with a byte order mark, lines ending with CR LF."""
    return (BOM + _csv(table, "\r\n")).encode()


def workbook(tables: Sequence[Table], as_of: date) -> bytes:
    """All tables as one workbook: days and numbers typed, header frozen, a filter on it, and no formula anywhere."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, options)
    created = datetime(as_of.year, as_of.month, as_of.day)
    book.set_properties({"title": "惠企政策手册", "comments": f"状态截至 {as_of.isoformat()}", "created": created})
    bold = book.add_format({"bold": True, "bottom": 1})
    formats = {name: book.add_format({"num_format": form, "valign": "top"}) for name, form in NUMBER_FORMATS.items()}
    plain = book.add_format({"valign": "top"})
    for table in tables:
        _fill(book.add_worksheet(table.name), table, bold, plain, formats)
    _guide(book.add_worksheet(GUIDE), tables, bold, plain)
    book.close()
    return buffer.getvalue()


def plain_text(cell: Cell) -> str:
    """A cell as CSV prints it: numbers without exponent, days as ISO 8601, true and false, nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _csv(table: Table, end: str) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator=end)
    writer.writerow(heading.name for heading in table.headings)
    writer.writerows([plain_text(cell) for cell in row] for row in table.rows)
    return buffer.getvalue()


def _fill(sheet: Worksheet, table: Table, bold: Format, plain: Format, formats: dict[str, Format]) -> None:
    for at, heading in enumerate(table.headings):
        sheet.write_string(0, at, heading.name, bold)
        sheet.write_comment(0, at, f"{heading.title}：{heading.description}", {"author": ""})
        sheet.set_column(at, at, WIDTHS[heading.type])
    for line, row in enumerate(table.rows, 1):
        for at, (heading, cell) in enumerate(zip(table.headings, row, strict=True)):
            _write(sheet, line, at, cell, formats.get(heading.type, plain))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)


def _write(sheet: Worksheet, line: int, at: int, cell: Cell, form: Format) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(line, at, cell, form)
    elif isinstance(cell, str):
        sheet.write_string(line, at, fitting(cell), form)
    elif isinstance(cell, date):
        sheet.write_datetime(line, at, datetime(cell.year, cell.month, cell.day), form)
    else:
        sheet.write_number(line, at, float(cell), form)


def fitting(text: str) -> str:
    """Text as a cell of a workbook holds it: an ellipsis stands for what is over the limit."""
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - 1] + "…"


def _guide(sheet: Worksheet, tables: Sequence[Table], bold: Format, plain: Format) -> None:
    """What every column means, for readers of the workbook alone."""
    rows = [("表", "列", "名称", "类型", "说明")]
    rows += [
        (table.name, h.name, h.title, TYPE_NAMES[h.type], h.description) for table in tables for h in table.headings
    ]
    for at, width in enumerate(GUIDE_WIDTHS):
        sheet.set_column(at, at, width)
    for line, row in enumerate(rows):
        for at, text in enumerate(row):
            sheet.write_string(line, at, text, plain if line else bold)
    sheet.freeze_panes(1, 0)


def guide_rows(headings: Sequence[Heading]) -> list[str]:
    """The columns of a table as the rows of a Markdown table, for the data page."""
    return [f"| `{h.name}` | {h.title} | {TYPE_NAMES[h.type]} | {h.description} |" for h in headings]
