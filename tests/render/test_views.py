"""What pages say: names, paragraphs, the words that facts point to, and the capture with its ranges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from handbook.model import Amount, Audience, Findings, Library, MeasureRecord, Passage, Period, Segment, Source, Span
from handbook.render.shelf import Shelf
from handbook.render.views.marks import Marks
from handbook.render.views.source import Token, source_view
from handbook.render.views.wording import name_of, numbered, paragraphs, shortened

from .build import engine, rendered
from .made import VOCABULARY, Words, library, passage


@pytest.mark.parametrize(
    ("number", "title", "heading"),
    [
        ("（一）", "支持企业", "（一）支持企业"),
        ("一", "总体要求", "一、总体要求"),
        ("二十", "总体要求", "二十、总体要求"),
        ("一、", "总体要求", "一、总体要求"),
        ("1.", "加快建设", "1.加快建设"),
        ("01", "提升水平", "01 提升水平"),
        ("第一条", "总则", "第一条 总则"),
        ("", "支持企业", "支持企业"),
        ("四", "", "四"),
    ],
)
def test_a_heading_in_one_line(number: str, title: str, heading: str) -> None:
    assert numbered(number, title) == heading


def test_a_measure_without_a_title_is_called_by_its_beginning() -> None:
    made = library().documents[0].measures
    assert name_of(made[0].measure) == "支持企业技术改造"
    assert name_of(made[1].measure) == "对符合条件的企业，按设备投资额的15%给予补助…"


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [("甲乙丙", 3, "甲乙丙"), ("甲乙丙丁", 3, "甲乙…"), ("甲，乙丙丁", 3, "甲…"), ("甲\n乙", 9, "甲 乙")],
)
def test_a_text_is_cut_at_a_length(text: str, length: int, short: str) -> None:
    assert shortened(text, length) == short


def test_words_are_found_where_they_stand() -> None:
    text = Passage.join([passage("甲乙丙", start=10), passage("丁戊", start=20)], "\n")
    assert text.find(Span("made", 11, 13)) == (1, 3)
    assert text.find(Span("made", 20, 21)) == (4, 5)
    assert text.find(Span("made", 12, 21)) == (2, 5)
    for outside in (Span("made", 5, 8), Span("made", 12, 15), Span("other", 10, 11), Span("made", 11, 11)):
        assert text.find(outside) is None


@given(st.data())
def test_every_part_of_a_passage_is_found(data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.integers(1, 5), min_size=1, max_size=5))
    parts, at = [], 0
    for size in sizes:
        at += data.draw(st.integers(0, 3))
        parts.append(passage("字" * size, start=at))
        at += size
    text = Passage.join(parts, data.draw(st.sampled_from(["", "\n"])))
    start = data.draw(st.integers(0, len(text.text) - 1))
    end = data.draw(st.integers(start + 1, len(text.text)))
    if "\n" not in (text.text[start], text.text[end - 1]):
        assert text.find(text.locate(start, end)) == (start, end)


def test_marks_name_the_widest_words_and_lose_none() -> None:
    text = passage("对企业给予补助，最高500万元。")
    marks = Marks.of((text,), (text.cut(5, 15), text.cut(8, 15), text.cut(1, 3)))
    assert marks.anchor(text.cut(8, 15)) == marks.anchor(text.cut(5, 15)) == "w2"
    assert marks.anchor(text.cut(1, 3)) == "w1"
    assert marks.anchor(text.cut(3, 5)) == ""
    (paragraph,) = marks.paragraphs(0)
    assert "".join(run.text for run in paragraph.runs) == text.text
    assert [(run.text, run.anchor) for run in paragraph.runs if run.anchor] == [
        ("企业", "w1"),
        ("补助，最高500万元", "w2"),
    ]


@given(st.text("甲乙\n", max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=4))
def test_paragraphs_keep_every_character(text: str, ends: list[tuple[int, int]]) -> None:
    whole = passage(text)
    marks = Marks.of((whole,), [whole.cut(min(pair), max(pair)) for pair in ends])
    shown = ["".join(run.text for run in paragraph.runs) for paragraph in marks.paragraphs(0)]
    assert shown == [line for line in text.split("\n") if line]
    assert paragraphs(text) == Marks.of((whole,), ()).paragraphs(0)


def _lines(text: str, spans: list[tuple[int, int]]) -> list[tuple[Token, ...]]:
    """The capture page of a text whose measures stand at the given places."""
    made = library(with_press=False)
    capture, record = made.captures[0], made.documents[0]
    source = Source.of(capture.card.id, text, "0" * 64)
    segments = tuple(
        Segment(Span(source.id, at, at + 1), "furniture" if at % 3 == 0 else "body", "rule") for at in range(len(text))
    )
    parsed = replace(capture.parsed, source=source, segments=segments)
    document = replace(
        record.document,
        span=Span(source.id, 0, len(text)),
        sections=(),
        issuers=(),
        number=None,
        issued=None,
        preamble=None,
    )
    measures = tuple(
        MeasureRecord(
            f"made-01/{n:02d}", replace(record.measures[0].measure, span=Span(source.id, *span), section=None)
        )
        for n, span in enumerate(spans, 1)
    )
    record = replace(record, document=document, measures=measures)
    shelf = Shelf.of(Library(date(2026, 3, 1), (replace(capture, parsed=parsed),), (record,), ()), VOCABULARY)
    return [line.tokens for line in source_view(shelf.library.captures[0], shelf, engine().words).lines]


@given(st.text("甲乙丙\n", max_size=24), st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=5))
def test_the_capture_is_whole_and_its_ranges_nest(text: str, ends: list[tuple[int, int]]) -> None:
    spans = [(min(*pair, len(text)), min(max(pair), len(text))) for pair in ends]
    lines = _lines(text, spans)
    assert "\n".join("".join(token.text for token in line) for line in lines) == text
    depth = 0
    for token in (token for line in lines for token in line):
        depth += (token.kind == "open") - (token.kind == "close")
        assert depth >= 0
    assert depth == 0
    opened = [token.anchor for line in lines for token in line if token.kind == "open"]
    assert sorted(opened) == sorted(["m-made-01", *(f"m-made-01-{n:02d}" for n in range(1, len(spans) + 1))])


def _page(made: Library, path: str) -> BeautifulSoup:
    return BeautifulSoup(next(page.text for page in rendered(made) if page.path == path), "lxml")


def _cut(text: Passage, words: str) -> Passage:
    start = text.text.index(words)
    return text.cut(start, start + len(words))


def test_the_panel_points_to_the_words_of_the_text() -> None:
    made = library(with_press=False)
    record = made.documents[0]
    measure = record.measures[0].measure
    text = measure.text
    amount, audience = (_cut(text, words) for words in ("500万元", "符合条件的企业"))
    findings = Findings(
        agencies=measure.findings.agencies,
        amounts=(Amount(amount, "subsidy", "cap"),),
        audiences=(Audience("all", "所有企业", audience, "word"),),
        period=Period(text.cut(0, 1), None, None, "made"),
    )
    measures = (MeasureRecord("made-01/01", replace(measure, findings=findings)), *record.measures[1:])
    page = _page(replace(made, documents=(replace(record, measures=measures),)), "measures/made-01/01.md")
    for row, words in (
        ("amounts", "500万元"),
        ("audience", "符合条件的企业"),
        ("period", "对"),
        ("agencies", "省经信厅"),
    ):
        link = page.select_one(f".hb-fact-{row} a[href^='#']")
        assert link is not None
        target = page.select_one("mark" + str(link["href"]))
        assert target is not None
        assert target.get_text() == words


def test_a_row_that_the_text_does_not_fill_says_so() -> None:
    page = _page(library(), "measures/made-01/02.md")
    (empty,) = page.select(".hb-fact-silent")
    assert empty.get_text(" ", strip=True) == "原文未载明 支持内容、支持对象、执行期限、责任部门"
    assert page.select(".hb-fact-agencies, .hb-fact-period") == []
    assert page.select_one(".hb-fact-stacking") is None  # rules on combining benefits are shown where there are any
    general = _page(library(), "measures/made-01/04.md")
    assert [row.dt.get_text() for row in general.select(".hb-fact:has(.hb-missing)") if row.dt] == ["责任部门"]


def test_measures_outside_chapters_keep_their_place() -> None:
    page = _page(library(), "documents/made-01.md")
    sections = [part.get("id") for part in page.select(".hb-measures tbody")]
    assert sections == ["s-1", "s-0-1"]  # the general part stands after the chapter


def test_a_press_page_gives_facts_only() -> None:
    page = _page(library(), "sources/made-01-news.md")
    assert "这是报道的正文" not in page.get_text()
    assert page.select_one("#reports") is None  # Markdown headings are no HTML yet
    assert "某省人民政府办公厅" in page.get_text()
    assert page.select("a[href='../../documents/made-01/']")


def test_pages_do_not_share_a_path_and_are_the_same_twice() -> None:
    made = library(Words(), Words(title="另一份文件"))
    first, second = rendered(made), rendered(made)
    assert first == second
    assert len({page.path for page in first}) == len(first)
