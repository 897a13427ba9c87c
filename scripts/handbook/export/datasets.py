"""All files of build/data, made from one library: JSON with its schema, tables, workbook, package, calendar and feed."""

from __future__ import annotations

from ..model import Library, Vocabulary
from ..render.words import Words
from .deadlines import calendar
from .feed import feed
from .package import data_package
from .records import VERSION, as_json, handbook_record
from .schema import handbook_schema
from .sheets import csv_file, excel_csv_file, workbook
from .tables import tables


def datasets(library: Library, vocabulary: Vocabulary, words: Words) -> dict[str, bytes]:
    """Every file by name; the same library gives the same bytes."""
    made = tables(library, vocabulary, words)
    files = {
        "handbook.json": as_json(handbook_record(library, vocabulary, words)),
        "handbook.schema.json": as_json(handbook_schema()),
        **{f"{table.name}.csv": csv_file(table) for table in made},
        **{f"{table.name}-excel.csv": excel_csv_file(table) for table in made},
        "handbook.xlsx": workbook(made, library.as_of),
        "deadlines.ics": calendar(library),
        "atom.xml": feed(library, words),
    }
    return {**files, "datapackage.json": as_json(data_package(made, files, VERSION, library.as_of))}
