"""What the finder ought to find, worked out from handbook.json alone, without any code of the package."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any  # handbook.json is read as a stranger reads it

FACETS = ("region", "type", "instrument", "amount", "topic", "status", "agency")
OVER = {"已失效", "已废止"}
BANDS = (
    (10_000_000, "1000万元以上"),
    (5_000_000, "500万–1000万元"),
    (1_000_000, "100万–500万元"),
    (500_000, "50万–100万元"),
    (100_000, "10万–50万元"),
    (1, "不满10万元"),
)
PIECE = re.compile("人|平方|立方|件|吨|亩|度")
RATIO = re.compile(r"\d[:：]\d")  # 省、市、县财政按1:1.2:2比例
GIFTS = ("award", "subsidy")


@dataclass(frozen=True)
class Fact:
    """A measure by what one can choose it by; `order` is its place in the data."""

    id: str
    order: int
    values: dict[str, frozenset[str]]
    sum: float


@dataclass(frozen=True)
class Choice:
    values: dict[str, list[str]] = field(default_factory=dict)
    expired: bool = False


class Reckoner:
    """The handbook on one day of a reader."""

    def __init__(self, data: Path, day: date) -> None:
        self.data: dict[str, Any] = json.loads(data.read_text(encoding="utf-8"))
        self.day = day
        documents = {document["id"]: document for document in self.data["documents"]}
        parents = {region["id"]: region["parent"] for region in self.data["regions"]}
        self.facts = [
            self._fact(measure, order, documents[measure["document"]]["region"], parents)
            for order, measure in enumerate(self.data["measures"])
            if measure["kind"] == "measure"
        ]

    def _fact(self, measure: dict[str, Any], order: int, region: str, parents: dict[str, str | None]) -> Fact:
        band, sum = _band(measure)
        values = {
            "region": frozenset(self._below(region, parents)),
            "type": frozenset(entry["id"] for entry in measure["enterprise_types"]),
            "instrument": frozenset(benefit["instrument"] for benefit in measure["benefits"]),
            "amount": frozenset((band,)),
            "topic": frozenset(measure["topics"]),
            "status": frozenset((self._status(measure),)),
            "agency": frozenset(agency["id"] for agency in measure["agencies"]),
        }
        return Fact(measure["id"], order, values, sum)

    def _below(self, region: str, parents: dict[str, str | None]) -> set[str]:
        """A region with all regions below it: a measure of it holds there too."""
        below = {region}
        while found := {one for one, parent in parents.items() if parent in below} - below:
            below |= found
        return below

    def _status(self, measure: dict[str, Any]) -> str:
        """By the dates of the measure, on the day of the reader."""
        if measure["status"] in ("已废止", "待核实"):
            return str(measure["status"])
        event = measure["status"] == "期限不明确"
        first, last = _first(measure["effective"]), _last(measure["expires"])
        if last and self.day > last:
            return "已失效"
        if first and self.day < first:
            return "尚未施行"
        if event:
            return "期限不明确"
        if last:
            return "即将到期" if last - self.day <= timedelta(days=90) else "现行有效"
        return "长期有效" if measure["status"] == "长期有效" else "有效期未载明"

    def found(self, choice: Choice) -> list[Fact]:
        """In no order: what has one of the values of every facet that asks for any; what is over only when asked for."""
        return [fact for fact in self.facts if self._has(fact, choice)]

    def _has(self, fact: Fact, choice: Choice) -> bool:
        asked = {facet: values for facet, values in choice.values.items() if values}
        if "status" not in asked and not choice.expired and fact.values["status"] & OVER:
            return False
        return all(fact.values[facet].intersection(values) for facet, values in asked.items())

    def counts(self, choice: Choice, facet: str) -> Counter[str]:
        """How many would be found with each one value in this facet; a status is then asked for as it is."""
        others = {name: values for name, values in choice.values.items() if name != facet}
        found = self.found(Choice(others, choice.expired or facet == "status"))
        return Counter(value for fact in found for value in fact.values[facet])

    def over(self, choice: Choice) -> int:
        """How many that are over the other conditions would find."""
        values = {facet: values for facet, values in choice.values.items() if facet != "status"}
        return sum(1 for fact in self.found(Choice(values, expired=True)) if fact.values["status"] & OVER)

    def all_values(self, facet: str) -> set[str]:
        return set().union(*(fact.values[facet] for fact in self.facts))


def _band(measure: dict[str, Any]) -> tuple[str, float]:
    """The band of the most that one may get, and the sum; -1 where there is none."""
    amounts = [(amount, benefit) for benefit in measure["benefits"] for amount in benefit["amounts"]]
    sums = [
        amount["yuan_max"] or amount["yuan_min"]
        for amount, _ in amounts
        if amount["kind"] in GIFTS
        and amount["currency"] == "CNY"
        and (amount["yuan_max"] or amount["yuan_min"])
        and not PIECE.search(amount["per"])
    ]
    if sums:
        return next(name for floor, name in BANDS if max(sums) >= floor), max(sums)
    if any(
        a["kind"] == "loan" and (a["yuan_max"] or a["yuan_min"]) and b["instrument"] in ("loan", "guarantee")
        for a, b in amounts
    ):
        return "贷款或担保额度", -1
    if any(
        a["kind"] not in ("threshold", "target", "fund", "loan") and not RATIO.search(a["text"]) for a, _ in amounts
    ):
        return "只写比例、单价或减免", -1
    return "原文未载明金额", -1


def _first(value: str | None) -> date | None:
    if not value:
        return None
    year, month, day = [*map(int, value.split("-")), 1, 1][:3]
    return date(year, month, day)


def _last(value: str | None) -> date | None:
    if not value:
        return None
    year, month, *day = [*map(int, value.split("-")), *([12] if value.isdigit() else [])]
    return date(year, month, day[0] if day else monthrange(year, month)[1])
