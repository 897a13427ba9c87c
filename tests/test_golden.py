"""The handbook's own sources, against what was read in them before. `make golden` writes the files anew."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from tests.make_golden import GOLDEN, ROOT, golden_files, ids

from handbook import files

EXPECTED = sorted(
    path.relative_to(GOLDEN).as_posix()
    for source in sorted((ROOT / "sources").iterdir())
    for path in sorted(GOLDEN.glob(f"{source.name}/*"))
)


@functools.cache
def made() -> dict[str, str]:
    return golden_files()


def lines(text: str) -> list[str]:
    return text.splitlines()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_source_reads_as_before(name: str) -> None:
    assert lines(made().get(name, "")) == lines((GOLDEN / name).read_text(encoding="utf-8"))


def test_every_source_has_its_golden_files() -> None:
    assert sorted(made()) == EXPECTED
    assert {Path(name).parts[0] for name in EXPECTED} == {
        path.parent.name for path in ROOT.glob("sources/*/source.yml")
    }


def test_every_id_of_the_handbook_is_listed_as_published() -> None:
    """`make golden` lists new ones; what is listed may not vanish without a line in retired.yml."""
    assert set(ids()) <= set(files.read_published(ROOT / "sources"))
