"""Write the tables of columns in docs/data.md anew from the columns of the export; run it after changing a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from handbook.export.columns import DOCUMENTS, MEASURES
from handbook.export.sheets import guide_rows
from handbook.export.table import Heading, headings
from handbook.export.tables import AGENCIES, BENEFITS, DUTIES

PAGE = Path(__file__).parents[1] / "docs" / "data.md"
HEAD = ("| 列 | 名称 | 类型 | 说明 |", "|---|---|---|---|")
COLUMNS: dict[str, Sequence[Heading]] = {
    "measures": headings(MEASURES),
    "benefits": headings(BENEFITS),
    "documents": headings(DOCUMENTS),
    "agencies": headings(AGENCIES),
    "responsibilities": headings(DUTIES),
}


def with_columns(page: str) -> str:
    """The page with the table of each section `### <name>` as the columns say; its first paragraph stays."""
    for name, columns in COLUMNS.items():
        table = "\n".join((*HEAD, *guide_rows(columns)))
        section = re.compile(rf"(?<=\n)(### {name}\n\n[^\n|]+\n)\n(?:\|[^\n]*\n)*\n?")
        page = section.sub(lambda found, table=table: f"{found.group(1)}\n{table}\n\n", page)  # type: ignore[misc]
    return page


if __name__ == "__main__":
    PAGE.write_text(with_columns(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
