"""Traditional characters are read as the Simplified ones of the rules."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from handbook.extract.script import simplified

ROOT = Path(__file__).parents[2]
READ = ("clauses", "instruments", "giving", "nouns", "beneficiaries", "benefits", "audience")
BOTH_SCRIPTS = set("乾侷俬傢係於着瞭藉覆")  # characters that Simplified texts use too, or that only names hold


def test_every_character_of_the_rules_is_known_in_both_scripts() -> None:
    rules = "".join((ROOT / "scripts/handbook/extract" / f"{name}.py").read_text(encoding="utf-8") for name in READ)
    words = "".join((ROOT / "vocabulary" / f"{name}.yml").read_text(encoding="utf-8") for name in ("topics", "enterprise_types"))
    known = {character for character in rules + words if "\u4e00" <= character <= "\u9fff"}
    convert = OpenCC("t2s").convert
    other = {chr(code) for code in range(0x4E00, 0xA000)} - BOTH_SCRIPTS
    missing = {c for c in other if (plain := convert(c)) != c and plain in known and simplified(c) != plain}
    assert missing == set()


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(simplified(text)) == len(text)
