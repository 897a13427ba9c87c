"""The index of pairs: what a shard holds, and how the numbers of measures are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.model import Entry, Record
from handbook.search.characters import folding, sounds
from handbook.search.fold import folder
from handbook.search.grams import DIGITS, MORE, coded_numbers, gram_shards, shard_of
from handbook.search.script import script


def decoded(text: str) -> list[int]:
    found, value, shift, last = [], 0, 0, -1
    for char in text:
        value |= (MORE.index(char) if char in MORE else DIGITS.index(char)) << shift
        shift += 5
        if char in DIGITS:
            last += value + 1
            found.append(last)
            value = shift = 0
    return found


@given(st.sets(st.integers(0, 10**6), max_size=60))
def test_numbers_are_read_as_they_were_written(numbers: set[int]) -> None:
    assert decoded(coded_numbers(sorted(numbers))) == sorted(numbers)


def entry(title: str, body: str) -> Entry:
    record = Record(
        "a/01", "measures/a/01/", title, "某文件", "某市", False, "active", "", "2027-12-31", "unstated", ""
    )
    return Entry(record, 1, title, "", ("某文件",), (), (), (), (body,))


def test_a_pair_leads_to_its_measures_and_a_title_to_its_own() -> None:
    made = dict(gram_shards([entry("算力券", "发放。"), entry("其他", "算力补贴")], folder("", "")))
    shards = {name: shard for name, shard in made.items() if name.startswith("grams")}
    heads = made["heads"]
    assert isinstance(heads, dict)
    assert heads["shards"] == len(shards)

    def measures(gram: str) -> list[int]:
        shard = shards[f"grams-{shard_of(gram, len(shards))}"]
        assert isinstance(shard, dict)
        return decoded(str(shard.get(gram, "")))

    assert measures("算力") == [0, 1]
    assert measures("^算力") == [0]
    assert measures("力券") == [0]
    assert measures("券发") == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("鄂政发〔2020〕6号", "鄂政发2020-6号"),
        ("１，０００万元", "1000万元"),
        ("20—50万元", "20-50万元"),
        ("D+M、5G+、R&D", "d+m5g+r&d"),
        ("1:1.2:2", "1:1.2:2"),
        ("“两业融合”", "两业融合"),
        ("首台（套）", "首台套"),
        ("軟體", "软体"),
    ],
)
def test_texts_are_folded(text: str, form: str) -> None:
    assert folder(*folding(["软体"]))(text) == form


def test_a_character_may_sound_in_several_ways() -> None:
    found = sounds(["银行", "行动", "重大", "重点"])
    assert "行" in found["hang"]
    assert "行" in found["xing"]
    assert "重" in found["zhong"]


def test_data_never_ends_its_script() -> None:
    made = script("texts-0", ["</script>\u2028"]).decode()
    assert "</script>" not in made
    assert "\u2028" not in made
