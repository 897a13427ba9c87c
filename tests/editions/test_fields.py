"""Every text of the model is put in its place: converted as printed, converted as written by editors, or kept."""

from __future__ import annotations

import dataclasses
import typing

import pytest

from handbook import model
from handbook.editions.fields import AS_RECEIVED, PRINTED, WRITTEN

# Ids, codes, rules, dates, addresses and what a machine reads: the same in every script.
KEPT: dict[str, str] = {
    "AgencyEntry": "id region",
    "Agency": "id rule",
    "AgencyIndex": "id region leads others",
    "Amount": "rule currency",
    "Audience": "id rule",
    "Benefit": "rule",
    "Contradiction": "code",
    "Claim": "measures",
    "DateFinding": "value",
    "DeclaredTerm": "document place",
    "Document": "",
    "DocumentCard": "id region",
    "DocumentRecord": "id region",
    "EnterpriseType": "id",
    "Erratum": "received",
    "GlossaryTerm": "id see_also",
    "Group": "id measures",
    "Link": "origin target",
    "MeasureRecord": "id",
    "Note": "code",
    "Period": "starts ends rule",
    "PressReport": "source",
    "Problem": "code",
    "Reference": "rule target why",
    "Region": "id parent",
    "Related": "id topics terms",
    "RelatedMeasures": "measure",
    "Repeal": "date",
    "Retired": "id to",
    "SourceCard": "id region url sha256 reports",
    "Stacking": "rule",
    "Standing": "starts ends",
    "Target": "rule",
    "TermEntry": "initial pinyin",
    "TermUse": "place",
    "Topic": "id",
    "TopicFinding": "id",
    "Vocabulary": "lines",
}


def parts(hint: object) -> set[type]:
    """The values of the model that a type holds, and those that they hold, without what stays as received."""
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if issubclass(hint, (*AS_RECEIVED, model.Passage)):
            return set()
        return {hint}.union(*(parts(inner) for inner in typing.get_type_hints(hint).values()))
    return set().union(*map(parts, typing.get_args(hint)))


VALUES = sorted(parts(model.Library) | parts(model.Vocabulary), key=lambda value: value.__name__)


def holds_text(hint: object) -> bool:
    """Whether a field can hold a plain string; a choice of fixed words is none."""
    if typing.get_origin(hint) is typing.Literal:
        return False
    return hint is str or any(map(holds_text, typing.get_args(hint)))


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_every_text_has_its_row(value: type) -> None:
    hints = typing.get_type_hints(value)
    texts = {name for name, hint in hints.items() if holds_text(hint)}
    rows = [*PRINTED.get(value, ()), *WRITTEN.get(value, ()), *KEPT.get(value.__name__, "").split()]
    assert sorted(texts) == sorted(rows), f"{value.__name__}: see editions/fields.py"
