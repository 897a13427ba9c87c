"""Simplified to Traditional, character for character, read against checked sentences."""

from __future__ import annotations

import re
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
PLACE = re.compile(r"\{\w+\}")
BOOK = re.compile(r'"zh-Han[st]": \{(.*?)\n  \}', re.DOTALL)
KEY = re.compile(r'^    "([^"]+)": ', re.MULTILINE)
NAV = re.compile(r"^  - [^\n]+: (\S+\.md)$|^  - [^\n]+:\n      - (\S+\.md)$", re.MULTILINE)
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


SIMPLIFIED_WORDS, TRADITIONAL_WORDS = (
    files.load(name, (ROOT / "templates" / "strings" / name).read_bytes()).value
    for name in ("zh-Hans.yml", "zh-Hant.yml")
)


def test_both_phrase_books_have_the_same_phrases_with_the_same_places() -> None:
    simplified, own = phrases(SIMPLIFIED_WORDS), phrases(TRADITIONAL_WORDS)
    assert own.keys() == simplified.keys(), "run: make golden"
    assert {name: set(PLACE.findall(own[name])) for name in own} == {
        name: set(PLACE.findall(phrase)) for name, phrase in simplified.items()
    }


def test_the_frame_has_its_words_in_both_scripts() -> None:
    text = (ROOT / "templates/theme/partials/language.html").read_text(encoding="utf-8")
    simplified, own = (set(KEY.findall(book)) for book in BOOK.findall(text))
    assert simplified == {key for key in own if not key.startswith("nav.")}
    nav = {
        "".join(pair)
        for pair in NAV.findall(
            (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2].partition("\n\n")[0]
        )
    }
    assert {f"nav.{page}" for page in nav} == {key for key in own if key.startswith("nav.")}


def phrases(value: object, path: str = "") -> dict[str, str]:
    if isinstance(value, dict):
        return {name: phrase for key, item in value.items() for name, phrase in phrases(item, f"{path}.{key}").items()}
    return {path: str(value)}


SENTENCES = [
    line.split("\t") for line in (ROOT / "tests/editions/sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
RIGHT = 0.995  # of the characters


def test_the_checked_sentences_come_out_as_read() -> None:
    """Sentences from many kinds of policy text with the known faults of OpenCC among them, each read by a person."""
    wrong = [(SCRIPT.of(simplified), form) for simplified, form in SENTENCES if len(simplified) != len(form)] + [
        (SCRIPT.of(simplified), form) for simplified, form in SENTENCES if SCRIPT.of(simplified) != form
    ]
    total = sum(len(form) for _, form in SENTENCES)
    missed = sum(a != b for made, form in wrong for a, b in zip(made, form, strict=False))
    assert len(SENTENCES) >= 300
    assert 1 - missed / total >= RIGHT, wrong
