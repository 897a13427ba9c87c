"""Simplified to Traditional, character for character, read against checked sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook import files
from handbook.editions import script_of
from handbook.editions.script import Script
from handbook.model import RareForm, TraditionalForms

ROOT = Path(__file__).parents[2]
SCRIPT = script_of(files.read_vocabulary(ROOT / "vocabulary"))
BARE = Script(TraditionalForms())


@given(st.text(st.characters(), max_size=60))
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(SCRIPT.of(text)) == len(text)


@given(st.text(st.characters(max_codepoint=0x2E7F), max_size=60))
def test_what_is_not_chinese_stays(text: str) -> None:
    assert SCRIPT.of(text) == text


def test_a_rare_form_stands_in_its_words_only() -> None:
    script = Script(TraditionalForms(rare=(RareForm("发", "髮", "發", ("头发",)),)))
    assert BARE.of("基金发展") == "基金髮展"
    assert script.of("基金发展，头发") == "基金發展，頭髮"


def test_a_word_of_the_table_comes_before_a_rare_form() -> None:
    script = Script(TraditionalForms(whole=("发展",), rare=(RareForm("发", "髮", "發", ("理发",)),)))
    assert script.of("管理发展") == "管理發展"


def test_a_name_is_read_by_itself() -> None:
    assert Script(TraditionalForms(words=(("家具", "家具"),)), names=("国家",)).of("国家具有") == "國家具有"


@pytest.mark.parametrize(
    ("simplified", "form"),
    [
        ("鄂政发〔2020〕6号", "鄂政發〔2020〕6號"),
        ("5G+工业互联网", "5G+工業互聯網"),
        ("软件和信息服务", "軟件和信息服務"),
        ("“专精特新”", "“專精特新”"),
        ("https://example.org/发?a=发", "https://example.org/發?a=發"),
    ],
)
def test_words_and_marks_of_the_mainland_stay(simplified: str, form: str) -> None:
    assert SCRIPT.of(simplified) == form
