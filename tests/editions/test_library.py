"""The Traditional edition of a library: the same ids, places and numbers, every text in the other script."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import pytest
from tests.render.made import VOCABULARY, Words, library

from handbook.editions import traditional, traditional_vocabulary
from handbook.model import Library, Passage
from handbook.render.errata import misprints


@pytest.fixture(scope="module")
def simplified() -> Library:
    return library(Words(body="基金发展到300名以上复合型企业的，发放补助，最高500万元。"), Words())


@pytest.fixture(scope="module")
def edition(simplified: Library) -> Library:
    return traditional(simplified, VOCABULARY)


def leaves(value: object, path: str = "") -> dict[str, object]:
    """Every plain value in a library by the way to it."""
    if isinstance(value, tuple):
        return {key: leaf for at, item in enumerate(value) for key, leaf in leaves(item, f"{path}[{at}]").items()}
    if is_dataclass(value):
        return {
            key: leaf
            for field in fields(value)
            for key, leaf in leaves(getattr(value, field.name), f"{path}.{field.name}").items()
        }
    return {path: value}


def test_both_editions_have_the_same_shape(simplified: Library, edition: Library) -> None:
    before, after = leaves(simplified), leaves(edition)
    assert before.keys() == after.keys()
    changed = {key for key in before if before[key] != after[key]}
    assert changed
    for key in changed:
        old, new = before[key], after[key]
        assert isinstance(old, str)
        assert isinstance(new, str)
        assert len(old) == len(new), key


def test_captures_stay_as_received(simplified: Library, edition: Library) -> None:
    assert [one.parsed for one in edition.captures] == [one.parsed for one in simplified.captures]


def test_places_point_to_the_same_characters(simplified: Library, edition: Library) -> None:
    for old, new in zip(passages(simplified), passages(edition), strict=True):
        assert (old.source, old.pieces) == (new.source, new.pieces)


def passages(value: object) -> list[Passage]:
    if isinstance(value, Passage):
        return [value]
    if isinstance(value, tuple):
        return [one for item in value for one in passages(item)]
    if is_dataclass(value):
        return [one for field in fields(value) for one in passages(getattr(value, field.name))]
    return []


def test_a_quotation_says_what_its_paragraph_says(edition: Library) -> None:
    """发 in 发放 alone is the 發 of its paragraph, however short the quotation is."""
    for record in edition.documents:
        for item in record.measures:
            text = item.measure.text
            for amount in item.measure.findings.amounts:
                found = text.find(amount.text.locate())
                if found:
                    assert text.text[slice(*found)] == amount.text.text


def test_a_misprint_is_found_in_both_editions() -> None:
    simplified = library(Words(heading="扶持企业发展"))
    before, after = (misprints(made.captures[0]) for made in (simplified, traditional(simplified, VOCABULARY)))
    assert after[0].erratum.printed == "扶持企業發展"
    assert after[0].span is not None
    assert after[0].span == before[0].span


def test_a_traditional_text_stays_as_printed(simplified: Library) -> None:
    id = simplified.captures[0].card.id
    source = simplified.captures[0].parsed.source
    parsed = replace(simplified.captures[0].parsed, source=replace(source, text="關於發展產業辦法" * 9))
    capture = replace(simplified.captures[0], parsed=parsed)
    made = traditional(replace(simplified, captures=(capture, *simplified.captures[1:])), VOCABULARY)
    before = {record.id: record.document for record in simplified.documents if record.card.id == id}
    after = {record.id: record.document for record in made.documents if record.card.id == id}
    assert before
    for key, document in before.items():
        own = [one for one in passages(document) if one.source == id]
        assert own == [one for one in passages(after[key]) if one.source == id]


def test_the_vocabulary_keeps_its_ids() -> None:
    made = traditional_vocabulary(VOCABULARY)
    assert [region.id for region in made.regions] == [region.id for region in VOCABULARY.regions]
    assert made.regions[0].name == "全國"
