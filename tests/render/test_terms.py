"""Terms in official wording: linked inside and outside of the places that facts point to, no character lost."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from handbook.model import GlossaryTerm, Library, TermEntry, TermUse
from handbook.render.views.marks import Marks
from handbook.render.views.parts import TermLink

from .build import rendered
from .made import library, passage

TERM = TermLink(Markup("../"), "t-x")


def test_a_term_inside_a_place_is_a_piece_of_it() -> None:
    text = passage("对专精特新企业给予补助。")
    marks = Marks.of((text,), (text.cut(1, 7),), ((text.cut(1, 5), TERM), (text.cut(9, 11), TERM)))
    (paragraph,) = marks.paragraphs(0)
    assert [[(bit.text, bit.term is not None) for bit in run.bits] for run in paragraph.runs] == [
        [("对", False)],
        [("专精特新", True), ("企业", False)],
        [("给予", False), ("补助", True), ("。", False)],
    ]


def test_a_term_across_the_end_of_a_place_stays_plain() -> None:
    text = passage("对专精特新企业")
    (paragraph,) = Marks.of((text,), (text.cut(1, 4),), ((text.cut(3, 6), TERM),)).paragraphs(0)
    assert not [bit for run in paragraph.runs for bit in run.bits if bit.term]


RANGES = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=4)


@given(st.text("甲乙\n", max_size=20), RANGES, RANGES)
def test_no_character_is_lost(text: str, places: list[tuple[int, int]], terms: list[tuple[int, int]]) -> None:
    whole = passage(text)
    said = [whole.cut(min(pair), max(pair)) for pair in places]
    words = [(cut, TERM) for cut in (whole.cut(min(pair), max(pair)) for pair in terms) if cut]
    shown = ["".join(run.text for run in paragraph.runs) for paragraph in Marks.of((whole,), said, words).paragraphs(0)]
    assert shown == [line for line in text.split("\n") if line]


def explained() -> Library:
    made = library(with_press=False)
    measure = made.documents[0].measures[0].measure
    start = measure.text.text.index("设备投资额")
    use = TermUse("made-01/01", measure.text.cut(start, start + 5))
    term = GlossaryTerm("shebei", "设备投资额", (), "买设备花的钱。", basis="made-01/02", missing="没有文件定义")
    return replace(made, terms=(TermEntry(term, "S", "shebei", (use,)),))


def page(path: str) -> BeautifulSoup:
    return BeautifulSoup(next(page.text for page in rendered(explained()) if page.path == path), "lxml")


def test_a_term_links_to_its_page_and_to_the_note_below() -> None:
    measure = page("measures/made-01/01.md")
    (term,) = measure.select(".hb-official a.hb-term")
    assert (term.get_text(), term["href"], term["aria-describedby"]) == (
        "设备投资额",
        "../../../glossary/shebei/",
        "t-shebei",
    )
    (note,) = measure.select("dd#t-shebei")
    assert note.get_text() == "买设备花的钱。待考：没有文件定义"


def test_a_page_of_a_term_says_what_is_missing_and_who_uses_it() -> None:
    term = page("glossary/shebei.md")
    assert term.get_text(" ", strip=True).count("没有文件定义") == 1
    assert [link["href"] for link in term.select(".hb-held a, .hb-fact-term-basis a")] == [
        "../../measures/made-01/02/",
        "../../measures/made-01/01/",
    ]
    index = page("glossary/index.md")
    assert [(tag.get_text(), tag["href"]) for tag in index.select(".hb-terms a")] == [("设备投资额", "shebei/")]
    assert index.select_one(".hb-terms .hb-tag") is not None
