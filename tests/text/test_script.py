"""Traditional characters are read as the Simplified ones of the rules."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from handbook.text.script import simplified

BOTH_SCRIPTS = set("乾於覆藉着瞭侷俬傢係")  # characters that Simplified texts use too, or that only names hold


def test_every_common_character_is_known_in_both_scripts() -> None:
    convert = OpenCC("t2s").convert
    common = {c for c in map(chr, range(0x4E00, 0xA000)) if c.encode("big5hkscs", "ignore")} - BOTH_SCRIPTS
    assert {c for c in common if simplified(c) != convert(c)} == set()


def test_simplified_text_stays_as_it_is() -> None:
    text = "对符合条件的中小企业，按实际投资额的20%给予补助，最高不超过500万元。"
    assert simplified(text) == text


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(simplified(text)) == len(text)
