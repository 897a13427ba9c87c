"""The data page says what is in the files: every file, every column, and a question answered from them."""

from __future__ import annotations

import contextlib
import io
import os
import re
from pathlib import Path

import pytest
from tests.make_data_page import COLUMNS, PAGE, with_columns

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_columns_are_those_of_the_files() -> None:
    assert with_columns(TEXT) == TEXT, "run: python tests/make_data_page.py"


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_is_explained(table: str) -> None:
    section = TEXT.partition(f"### {table}\n")[2].partition("\n#")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [heading.name for heading in COLUMNS[table]]


def test_every_file_is_listed(handbook_root: Path) -> None:
    listed = re.findall(r"\]\(data/([^)]+)\)", TEXT)
    made = sorted(path.name for path in (handbook_root / "build" / "data").iterdir())
    assert sorted(listed) == made
    assert all((handbook_root / "build" / "site" / "data" / name).is_file() for name in listed)


def test_the_ten_lines_answer_the_question(handbook_root: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    assert len([line for line in code.splitlines() if line]) <= 11
    said = io.StringIO()
    before = Path.cwd()
    os.chdir(handbook_root / "build" / "data")
    try:
        with contextlib.redirect_stdout(said):
            exec(compile(code, str(PAGE), "exec"), {})
    finally:
        os.chdir(before)
    lines = said.getvalue().splitlines()
    sums = [int(line.partition(" ")[0].replace(",", "")) for line in lines]
    assert lines
    assert sums == sorted(sums, reverse=True)
