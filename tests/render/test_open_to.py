"""Which measures a card lists, in which order, and what speaks for each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from handbook.model import (
    Amount,
    Audience,
    Benefit,
    EnterpriseType,
    Group,
    Library,
    MeasureRecord,
    Passage,
    Standing,
    Status,
)
from handbook.render.open_to import by_type, offers
from handbook.render.shelf import Shelf

from .made import VOCABULARY, library, passage

TYPE = EnterpriseType("incubator", "孵化器", "帮助初创企业的机构。", "待考", ("孵化器",), ())
WORDS = replace(VOCABULARY, enterprise_types=(TYPE,))

# status, sum of the benefit in 万元 (0 for none), rule of the evidence
ROWS: tuple[tuple[Status, int, str], ...] = (
    ("有效期未载明", 900, "benefit"),
    ("现行有效", 0, "support"),
    ("现行有效", 0, "title"),
    ("已失效", 500, "benefit"),
    ("长期有效", 50, "benefit"),
    ("尚未施行", 100, "benefit"),
    ("即将到期", 80, "benefit"),
    ("待核实", 1000, "benefit"),
)


def _benefit(ten_thousands: int, beneficiary: str) -> Benefit:
    text = passage(f"对{beneficiary}奖励{ten_thousands}万元")
    sum = Amount(text.cut(3), "award", "exact", yuan_max=Decimal(ten_thousands) * 10_000)
    who = text.cut(1, 1 + len(beneficiary))
    return Benefit(text, who, "award", Passage("made", "", ()), (sum,), "made")


def _shelf(rows: tuple[tuple[Status, int, str], ...], beneficiary: str = "孵化器") -> Shelf:
    made = library(with_press=False)
    record = made.documents[0]
    items = []
    for at, (status, sum, rule) in enumerate(rows, 1):
        measure = record.measures[0].measure
        audience = Audience("incubator", "孵化器", passage("孵化器"), rule)
        benefits = (_benefit(sum, beneficiary),) if sum else ()
        findings = replace(measure.findings, audiences=(audience,), benefits=benefits)
        items.append(MeasureRecord(f"made-01/{at:02d}", replace(measure, findings=findings), Standing(status)))
    group = Group("incubator", "孵化器", tuple(item.id for item in items))
    made = replace(made, documents=(replace(record, measures=tuple(items)),), enterprise_types=(group,))
    return Shelf.of(Library(made.as_of, made.captures, made.documents, (), enterprise_types=(group,)), WORDS)


def test_open_before_undated_then_the_higher_sum_then_the_stronger_evidence() -> None:
    shelf = _shelf(ROWS)
    found = offers(by_type(shelf)["incubator"], "", shelf)
    assert [int(offer.item.id[-2:]) for offer in found.open] == [7, 5, 3, 2, 1, 8]
    assert [int(offer.item.id[-2:]) for offer in found.closed] == [4]
    assert [int(offer.item.id[-2:]) for offer in found.pending] == [6]


def test_a_region_has_its_own_measures_and_those_above_it() -> None:
    shelf = _shelf(ROWS)  # a document of the province
    listed = by_type(shelf)["incubator"]
    for region, count in (("made-province", 6), ("made-city", 6), ("nation", 0)):
        assert len(offers(listed, region, shelf).open) == count, region


def test_a_benefit_for_others_does_not_speak_for_the_type() -> None:
    rows: tuple[tuple[Status, int, str], ...] = (("现行有效", 500, "support"), ("现行有效", 100, "title"))
    shelf = _shelf(rows, beneficiary="设计院")
    spoken = {offer.audience.rule: offer.benefit for offer in by_type(shelf)["incubator"]}
    assert spoken["support"] is None
    assert spoken["title"] is not None
