"""The glossary itself: short definitions in order, each resting on something, and no quoted word of a capture without a word on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from handbook.files import read_sources, read_vocabulary
from handbook.link.forms import alike
from handbook.link.terms import TermFinder
from handbook.model import GlossaryTerm, Passage, Piece, SourceError
from handbook.pipeline import assemble

ROOT = Path(__file__).parents[2]
WORDS = read_vocabulary(ROOT / "vocabulary")
TERMS = WORDS.glossary
PLACE = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)?")  # hubei-2025/06, hubei-2025
# 工信部企业〔2022〕63号, 国务院令第775号, 公告2023年第12号, GB/T 23001, 《…法》第三十条, 《…规定》（…令第3号）, 一项统计制度
BASIS = re.compile(
    r"[\u4e00-\u9fff]+〔\d{4}〕第?\d+号|[\u4e00-\u9fff]+令第\d+号|[\u4e00-\u9fff ]+公告\d{4}年第\d+号|GB/T [\d-]+"
    r"|《[^《》]+》(?:第[一二三四五六七八九十百]+条|（[^（）]+号）)?|国家统计局统计调查制度"
)
QUOTED = re.compile(r"“([^“”\n]{1,60})”")
FINDER = TermFinder(TERMS)

WRITTEN = """\
terms:
  - id: jia
    term: 甲
    definition: 一个词。
    basis: 某发〔2020〕1号
{more}
"""


def key(text: str) -> str:
    return re.sub(r"[\s“”\"]", "", alike(text))


def quoted_words() -> Iterator[str]:
    for _, source in read_sources(ROOT / "sources"):
        yield from (match[1] for match in QUOTED.finditer(source.text))


def test_there_are_enough_terms() -> None:
    assert len(TERMS) >= 190
    assert len({term.id for term in TERMS}) == len(TERMS)


def test_definitions_are_short_sentences() -> None:
    faulty = [
        term.term for term in TERMS
        if not 4 <= len(term.definition) <= 80 or not term.definition.endswith("。") or not term.id.isascii()
    ]  # fmt: skip
    assert not faulty
    assert not [term.term for term in TERMS if term.missing.endswith("。")]


def test_definitions_rest_on_a_document_a_law_or_a_measure() -> None:
    assert not [term.term for term in TERMS if not term.basis and not term.missing]
    resting = [term for term in TERMS if term.basis]
    assert not [term.basis for term in resting if not PLACE.fullmatch(term.basis) and not BASIS.fullmatch(term.basis)]


def test_every_measure_that_a_definition_rests_on_uses_the_term() -> None:
    shelf = assemble(tuple(read_sources(ROOT / "sources")), WORDS, date(2026, 11, 22))
    resting = [entry for entry in shelf.terms if PLACE.fullmatch(entry.term.basis)]
    assert len(resting) >= 150
    assert not [
        (entry.term.term, entry.term.basis)
        for entry in resting
        if entry.term.basis not in {use.place for use in entry.uses}
    ]


def test_pending_terms_say_what_is_missing() -> None:
    pending = [term for term in TERMS if term.status == "待考"]
    assert pending
    assert all(term.missing for term in pending)
    assert all(term.status == "sure" for term in TERMS if not term.missing)


def ids(text: str) -> list[str]:
    return [id for id, _, _ in FINDER.find(Passage("made", text, (Piece(0, len(text), 0, len(text)),)))]


def test_every_form_of_a_term_is_found_where_it_stands_alone() -> None:
    lost = []
    for term in TERMS:
        plain = [f"支持{form}，" for form in (term.term, *term.variants) if form not in term.quoted]
        quoted = [f"支持“{form}”，" for form in term.quoted]
        lost += [text for text in (*plain, *quoted) if ids(text) != [term.id]]
    assert not lost


def test_longer_words_that_mean_something_else_are_no_use() -> None:
    assert not [word for term in TERMS for word in term.not_in if term.id in ids(word)]


def test_quoted_words_of_the_captures_are_defined_or_left_out_for_a_reason() -> None:
    known = {key(form) for term in TERMS for form in (term.term, *term.variants, *term.quoted)}
    left = {key(word) for group in WORDS.left_out for word in group.terms}
    words = {key(word) for word in quoted_words()}
    assert len(words & (known | left)) >= 0.95 * len(words)
    assert not known & left
    assert all(group.why.endswith("。") for group in WORDS.left_out)


FAULTS = [
    ("    see_also: [yi]", 6, "yi 不是另一个词条"),
    ("    see_also: [jia]", 6, "jia 不是另一个词条"),
    ("  - {id: yi, term: 乙, variants: [甲], definition: 另一个词。, missing: 出处}", 6, "已经是词条 jia 的叫法"),
    ("  - {id: jia, term: 乙, definition: 另一个词。, missing: 出处}", 6, "用了两次"),
    ("  - {id: yi, term: 乙, missing: 出处}", 6, "缺少“definition”"),
    ("  - {id: yi, term: 乙, definition: " + "很" * 81 + ", missing: 出处}", 6, "太长"),
    ("  - {id: yi, term: 乙, missing: 出处, definition: 另一个词。, colour: red}", 6, "不认识的名称"),
    ("left_out:\n  - {terms: [丙]}", 7, "缺少“why”"),
    ("left_out: &x []", 6, "锚点"),
    ("  - {id: yi, term: 乙, definition: 另一个词。}", 6, "没有写依据"),
]


@pytest.mark.parametrize(("more", "line", "message"), FAULTS, ids=[case[2] for case in FAULTS])
def test_a_faulty_entry_is_one_error_at_its_line(tmp_path: Path, more: str, line: int, message: str) -> None:
    (tmp_path / "glossary.yml").write_text(WRITTEN.format(more=more), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        read_vocabulary(tmp_path)
    assert message in str(caught.value)
    assert caught.value.fault.line == line


def test_a_plain_glossary_is_read(tmp_path: Path) -> None:
    more = "    quoted: ['301']\n    missing: 出处\nleft_out:\n  - {why: 照字面就懂。, terms: [丙, '1']}"
    (tmp_path / "glossary.yml").write_text(WRITTEN.format(more=more), encoding="utf-8")
    made = read_vocabulary(tmp_path)
    assert made.glossary == (
        GlossaryTerm("jia", "甲", (), "一个词。", "某发〔2020〕1号", missing="出处", quoted=("301",)),
    )
    assert [group.terms for group in made.left_out] == [("丙", "1")]
