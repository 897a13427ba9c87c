"""Clean text knows its place: reading a place forwards and backwards gives the same characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handbook.model import Passage, Piece, Source, Span


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """Runs of clean text in the order of their source: some of one unit (an entity), some joined by a line feed."""
    at = start = 0
    text = ""
    pieces: list[Piece] = []
    for number in range(draw(st.integers(1, 6))):
        if number and draw(st.booleans()):
            text, at = text + "\n", at + 1
        start += draw(st.integers(0, 3))
        unit = draw(st.booleans())
        size = draw(st.integers(1, 3))
        length = size + draw(st.integers(1, 3)) if unit else size
        pieces.append(Piece(at, size, start, start + length))
        text, at, start = text + "字" * size, at + size, start + length
    return Passage("s", text, tuple(pieces))


@given(passages(), st.data())
def test_a_place_is_found_where_it_was_located(passage: Passage, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(passage.text) - 1))
    end = data.draw(st.integers(start + 1, len(passage.text)))
    span = passage.locate(start, end)
    found = passage.find(span)
    if found:
        assert passage.locate(*found) == span


@given(passages())
def test_the_whole_is_found_whole(passage: Passage) -> None:
    assert passage.find(passage.locate()) == (0, len(passage.text))


@given(passages(), st.integers(0, 40), st.integers(0, 40))
def test_what_is_found_leads_back(passage: Passage, one: int, other: int) -> None:
    span = Span("s", min(one, other), max(one, other))
    found = passage.find(span)
    if found:
        assert passage.locate(*found) == span
        assert passage.cut(*found).locate() == span


def test_another_source_is_never_found() -> None:
    assert Passage("s", "字", (Piece(0, 1, 0, 1),)).find(Span("t", 0, 1)) is None


@given(st.text(alphabet="字\n", max_size=60), st.data())
def test_lines_and_columns_count_from_one(text: str, data: st.DataObject) -> None:
    source = Source.of("s", text, "")
    offset = data.draw(st.integers(0, len(text)))
    line, column = source.place(offset)
    assert line == text[:offset].count("\n") + 1
    assert text.split("\n")[line - 1][: column - 1] == text[:offset].split("\n")[-1]
