"""The printed book of the Traditional edition: its faces, its language, its words, its true page numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.test_cli import run

from .conftest import DAY, ROOT, SITE
from .printed import PrintedBook, tight

__all__ = ["run"]  # a fixture

LAST_NUMBER = re.compile(r"(\d+)\D*$")


@pytest.fixture
def printed(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PrintedBook:
    monkeypatch.setenv("HANDBOOK_SITE", SITE)
    target = tmp_path / "book.pdf"
    chosen = ("--for", "individual", "--edition", "zh-Hant", "-o", target)
    code, _, err = run("pdf", "--root", ROOT, "--as-of", DAY, *chosen)
    assert code == 0, err
    return PrintedBook(target.read_bytes(), tmp_path / "copy.pdf")


def test_the_traditional_book_is_traditional_throughout(printed: PrintedBook) -> None:
    assert printed.pdf.Root.Lang == "zh-Hant"
    faces = {str(font.FontName) for font in printed.fonts}
    assert faces
    assert all(re.match(r"/[A-Z]{6}\+Noto(Serif|Sans)(CJKtc|TC)-", face) for face in faces), faces
    text = tight("".join(printed.pages))
    assert "惠企政策手冊" in text
    assert "繁體版" in text
    assert "狀態截至2026-11-22" in text
    assert "handbook.example.org/zh-hant/measures/" in text
    assert all(int(LAST_NUMBER.search(printed.under(one))[1]) == one.target for one in printed.anchors)
