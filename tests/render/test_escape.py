"""What is written for others' words: the characters themselves in every reader, and nothing else."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined, UndefinedError
from markdown import markdown
from markupsafe import Markup

from handbook.render.escape import inert, printed

from .payloads import PAYLOADS

SHOWABLE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_keeps_no_mark_that_means_anything(payload: str) -> None:
    left = str(inert(payload)).replace("&#", "").replace(";", "")
    assert not set(left) & set("<>\"'`*_#{}[]()|\\~^=+-!:$&/.@?\n\t\x02\x03")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("R&D", "R&D"),
        ("<b>", "<b>"),
        ("1:1.2:2", "1:1.2:2"),
        ("鄂政发〔2020〕6号", "鄂政发〔2020〕6号"),
        ("&lt;", "&lt;"),
        ("\x02", "␂"),
        ("\x7f", "␡"),
        ("\x85", " "),
        ("\x86", "\ufffd"),
        ("\ud800", "\ufffd"),
        ("甲\r\n乙", "甲\n乙"),
    ],
)
def test_the_reader_sees(given: str, shown: str) -> None:
    assert html.unescape(str(inert(given))) == shown


@given(SHOWABLE)
def test_any_text_is_read_back_by_html(text: str) -> None:
    assert html.unescape(str(inert(text))) == text


@given(SHOWABLE)
def test_any_text_makes_no_element_in_markdown(text: str) -> None:
    built = markdown(f"<p>{inert(text)}</p>", extensions=["attr_list", "tables", "toc", "fenced_code"])
    assert built.count("<") == 2


def test_a_template_prints_text_and_numbers_only() -> None:
    assert printed("<") == Markup("&#60;")
    assert printed(Markup("<p>")) == Markup("<p>")
    assert printed(24) == Markup("24")
    for value in (None, True, ("甲",), object()):
        with pytest.raises(TypeError):
            printed(value)
    with pytest.raises((TypeError, UndefinedError)):
        printed(StrictUndefined(name="x"))
