"""What the parser must read in short made-up policy texts; the tables are in `cases/`, their form in `table.py`."""

from __future__ import annotations

import pytest

from handbook import files
from handbook.parse import parse

from .laws import check, unsaid
from .table import Case, cases, reading

TABLE = cases()


@pytest.mark.parametrize("case", TABLE, ids=[case.id for case in TABLE])
def test_a_text_reads_as_the_table_says(case: Case) -> None:
    parsed = parse(files.source(case.id, case.text.encode("utf-8")))
    assert "\n".join(reading(parsed)) == "\n".join(case.reading)
    check(parsed)
    assert not parsed.documents or unsaid(parsed) == []


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case.id for case in TABLE]
    assert len(names) == len(set(names)) >= 60
