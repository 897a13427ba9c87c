"""Normalising: a table of phrases as a typesetter would set them, and promises that hold for any text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.model import Edit, Passage
from handbook.text import fold
from handbook.text.normalise import normalise

GOLDEN = Path(__file__).parents[1] / "golden" / "normalise.tsv"
UNTOUCHED = (
    "decimal", "thousands", "time", "date", "ratio", "address", "code", "version", "unit", "list-mark", "latin",
    "other-script", "clean",
)  # fmt: skip
SHAPES = (
    "企", "业", "支持", "企业", "疫情結束", "、", "。", "《", "》", "“", "”", "‘", "’", '"', ",", ";", ":", "!", "?", "(", ")",
    "（", "）", "，", "：", "；", "[", "]", "〔", "〕", "【", "】", " ", "  ", "\t", "\n", "\r\n", "\u3000", "\xa0", "\u200b",
    "\ufeff", "\u200d", "1", "20", "2020", "1,000", "3.5", "9:00", "1:1.2:2", "%", "％", "‰", "℃", "㎡", "①", "１", "０",
    "Ａ", "ａ", "＋", "－", "／", "＆", "．", "+", "-", "—", "–", "～", "~", "/", "&", "·", "×", "A", "b", "BIM", "D+M", "号",
    "第", "条", "http://", "www.", ".com/", "a@b.cn", "&amp;", "😀", "한", "ж", "⽅", "﹐", "﹙", "﹝", "｡", "=", "|", "<", ">",
    "…", ".", "_", "#", "*", "'",
)  # fmt: skip
ESCAPE = re.compile(r"\\(?:(n)|(t)|u([0-9a-f]{4}))")
any_text = st.text(max_size=80)
soup = st.lists(st.sampled_from(SHAPES), max_size=24).map("".join)
texts = st.one_of(soup, any_text)


def clean(text: str) -> str:
    return normalise("capture", text, [(0, len(text))])[0].text


def bare(text: str) -> str:
    """The characters themselves: widths folded, white space and invisible characters out."""
    blank = fold.SPACES + fold.INVISIBLE + "\u200c\u200d"
    return "".join(unicodedata.normalize("NFKC", character) for character in text if character not in blank)


def numbers(text: str) -> Counter[str]:
    """The runs of digits of a text, whatever the width they are printed in."""
    return Counter(re.findall("[0-9]+", fold.folded(text).replace(fold.FILLER, "")))


def unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] else "\t" if match[2] else chr(int(match[3], 16))


def rows() -> list[tuple[str, str, str]]:
    table = []
    for line in GOLDEN.read_text(encoding="utf-8").splitlines()[1:]:
        kind, printed, wanted = (ESCAPE.sub(unescaped, cell) for cell in line.split("\t"))
        table.append((kind, printed, wanted))
    return table


@pytest.mark.parametrize(("kind", "printed", "wanted"), rows())
def test_a_phrase_is_set_as_a_typesetter_would(kind: str, printed: str, wanted: str) -> None:
    assert clean(printed) == wanted
    assert clean(wanted) == wanted


def test_the_table_is_large_and_keeps_what_must_not_change() -> None:
    table = rows()
    assert len(table) >= 320
    assert len({printed for _, printed, _ in table}) == len(table)
    for kind, printed, wanted in table:
        assert bare(printed) == bare(wanted), printed
        assert numbers(printed) == numbers(wanted), printed
        assert kind not in UNTOUCHED or printed == wanted, printed


@given(texts)
def test_a_second_run_changes_nothing(text: str) -> None:
    once = clean(text)
    again, edits = normalise("capture", once, [(0, len(once))])
    assert again.text == once
    assert edits == ()


@given(texts)
def test_only_form_and_white_space_change(text: str) -> None:
    once = clean(text)
    assert bare(once) == bare(text)
    assert len(once) <= len(text)


@given(texts)
def test_numbers_are_the_same(text: str) -> None:
    assert numbers(clean(text)) == numbers(text)


@given(texts)
def test_every_character_knows_its_origin(text: str) -> None:
    passage, _ = normalise("capture", text, [(0, len(text))])
    assert_mapped(passage, text)
    assert "".join(passage.cut(piece.at, piece.at + piece.size).text for piece in passage.pieces) == passage.text


@given(texts)
def test_the_edits_turn_the_print_into_the_clean_text(text: str) -> None:
    passage, edits = normalise("capture", text, [(0, len(text))])
    assert applied(text, edits) == passage.text


@given(st.lists(st.tuples(st.booleans(), soup), max_size=6))
def test_lines_with_a_page_break_between_them_are_one_paragraph(lines: list[tuple[bool, str]]) -> None:
    text, chunks = "", []
    for furniture, line in lines:
        if not furniture:
            chunks.append((len(text), len(text) + len(line)))
        text += line + "\n"
    passage, edits = normalise("capture", text, chunks)
    assert passage.text == clean("\n".join(line for furniture, line in lines if not furniture))
    assert_mapped(passage, text)
    for piece in passage.pieces:
        assert all(any(start <= at <= end for start, end in chunks) for at in range(piece.start, piece.end))
    assert [edit.span.start for edit in edits] == sorted(edit.span.start for edit in edits)


@given(texts, st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90)), max_size=4))
def test_ranges_that_make_no_sense_never_raise(text: str, chunks: list[tuple[int, int]]) -> None:
    passage, _ = normalise("capture", text, chunks)
    assert_mapped(passage, text)


def test_a_line_broken_by_a_page_number_is_joined_and_says_where() -> None:
    text = "打造东 \n\n— 3 —\n\n湖高新区,到 2027\n年"
    lines = [(0, 4), (text.index("湖"), text.index("\n年")), (text.index("年"), len(text))]
    passage, edits = normalise("capture", text, lines)
    assert passage.text == "打造东湖高新区，到2027年"
    assert [(edit.rule, edit.before, edit.after) for edit in edits] == [
        ("line-join", " \n\n", ""),
        ("width-comma", ",", "，"),
        ("space-in-chinese", " ", ""),
        ("line-join", "\n", ""),
    ]
    assert [text[edit.span.start : edit.span.end] for edit in edits] == [edit.before for edit in edits]


def test_a_run_of_wide_digits_is_one_change() -> None:
    _, edits = normalise("capture", "奖励１０００ 万元", [(0, 10)])
    assert [(edit.rule, edit.before, edit.after) for edit in edits] == [
        ("width-digit", "１０００", "1000"),
        ("space-in-chinese", " ", ""),
    ]


@pytest.mark.parametrize(
    ("printed", "rule", "before", "after"),
    [
        ("支持 企业", "space-in-chinese", " ", ""),
        ("支持\n企业", "line-join", "\n", ""),
        ("BIM\nCIM", "line-join", "\n", " "),
        ("BIM  CIM", "space-run", "  ", " "),
        ("BIM\tCIM", "space-run", "\t", " "),
        ("\u3000\u3000支持", "space-edge", "\u3000\u3000", ""),
        ("支\u200b持", "invisible", "\u200b", ""),
        ("支持,发展", "width-comma", ",", "，"),
        ("支持;发展", "width-semicolon", ";", "；"),
        ("单位:市", "width-colon", ":", "："),
        ("支持!", "width-exclamation", "!", "！"),
        ("支持?", "width-question", "?", "？"),
        ("（试行)", "width-bracket", ")", "）"),
        ("１００家", "width-digit", "１００", "100"),
        ("ＡＩ", "width-letter", "ＡＩ", "AI"),
        ("5％", "width-sign", "％", "%"),
        ("5G＋工业", "width-sign", "＋", "+"),
        ("约3．5亿", "width-sign", "．", "."),
        ("支持﹐", "small-form", "﹐", "，"),
        ("︵一）", "upright-form", "︵", "（"),
        ("⽅式", "radical", "⽅", "方"),
        ("\uf967断", "second-code", "\uf967", "不"),
    ],
)
def test_a_change_is_logged_under_its_rule(printed: str, rule: str, before: str, after: str) -> None:
    _, edits = normalise("capture", printed, [(0, len(printed))])
    assert [(edit.rule, edit.before, edit.after) for edit in edits] == [(rule, before, after)]


def test_a_clean_paragraph_is_one_piece_without_a_log() -> None:
    passage, edits = normalise("capture", "支持企业技术改造。", [(0, 9)])
    assert (passage.text, len(passage.pieces), edits) == ("支持企业技术改造。", 1, ())


def test_no_lines_give_no_text() -> None:
    assert normalise("capture", "", []) == (Passage("capture", "", ()), ())
    assert normalise("capture", " \u200b\n", [(0, 3)])[0].text == ""


def test_every_folded_pair_is_one_character_with_the_same_compatibility_form() -> None:
    for _, pairs in fold.RULES:
        for printed, form in pairs.items():
            assert len(printed) == len(form) == 1
            assert unicodedata.normalize("NFKC", printed) == unicodedata.normalize("NFKC", form)


def assert_mapped(passage: Passage, text: str) -> None:
    at = origin = 0
    for piece in passage.pieces:
        assert piece.at >= at
        assert piece.start >= origin
        assert piece.size == piece.end - piece.start > 0
        at, origin = piece.at + piece.size, piece.end
        for n in range(piece.size):
            printed, form = text[piece.start + n], passage.text[piece.at + n]
            assert bare(printed) == bare(form)


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    parts, at = [], 0
    for edit in edits:
        assert edit.span.start >= at
        assert edit.before == text[edit.span.start : edit.span.end] != edit.after
        parts += [text[at : edit.span.start], edit.after]
        at = edit.span.end
    return "".join(parts) + text[at:]
