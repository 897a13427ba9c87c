"""What a change of words means: an amount, a rate, a date, who gets it, who is responsible; else wording.

The words decide. A finding that differs while its words are the same is no change of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from .change import Change, Kind
from .snapshot import AmountFacts, MeasureFacts
from .tokens import Region, TokenKind, plain, regions

VALUES: tuple[Literal["amount", "rate", "date", "figure"], ...] = ("amount", "rate", "date", "figure")
LONGEST = 120  # characters of a quotation
FEW = 16  # characters of a change that need the words around them
CLAUSE_BEFORE = re.compile(r"[^，。；：、！？]{0,12}$")
CLAUSE_AFTER = re.compile(r"^[^，。；：、！？]{0,12}")
WORD_KINDS = {"agency": "部门", "beneficiary": "支持对象", "condition": "条件", "wording": "正文"}
VALUE_WORDS = {"amount": "金额", "rate": "比例", "date": "日期", "figure": "数量"}
# what an amount is called by its kind; 最高 where it is a cap
GIVEN = {
    "award": "奖励", "subsidy": "补助", "fund": "资金", "loan": "贷款额度", "tax": "税费", "price": "价格",
    "threshold": "门槛", "target": "目标", "other": "金额",
}  # fmt: skip
# labels of the fields of policy cards, and what a change in them means
CARD_FIELDS: tuple[tuple[str, Kind], ...] = (
    ("对象", "beneficiary"), ("范围", "beneficiary"), ("条件", "condition"), ("时间", "date"), ("期限", "date"),
    ("机关", "agency"), ("部门", "agency"), ("单位", "agency"),
)  # fmt: skip


def changes(old: MeasureFacts, new: MeasureFacts) -> tuple[Change, ...]:
    """Everything in which two states of one measure differ, apart from its number and place."""
    found: list[Change] = []
    if plain(old.title) != plain(new.title):
        found.append(Change("title", "标题", old.title, new.title))
    found += _agencies(old.agencies, new.agencies)
    for region in regions(old.text, new.text):
        found += _of_region(region, old, new)
    found += _fields(old, new, found)
    if old.kind != new.kind:
        found.append(Change("kind", "性质", old.kind, new.kind))
    return tuple(dict.fromkeys(found))


def of_words(before: str, after: str, label: str, kind: Kind = "wording") -> tuple[Change, ...]:
    """What differs between two wordings of which nothing else is known; `kind` is what their words are about."""
    found: list[Change] = []
    old, new = plain(before), plain(after)
    for region in regions(before, after):
        values = list(_values(region, _Side(old, ()), _Side(new, ())))
        found += values or [_worded(kind, label, region, old, new)]
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two texts of a comparison, plain, with the amounts found in it."""

    text: str
    amounts: tuple[AmountFacts, ...]


def _agencies(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Change]:
    gone, come = _less(old, new), _less(new, old)
    if gone or come:
        yield Change("agency", "责任单位", "、".join(gone), "、".join(come))


def _of_region(region: Region, old: MeasureFacts, new: MeasureFacts) -> Iterator[Change]:
    one, other = _Side(plain(old.text), old.amounts), _Side(plain(new.text), new.amounts)
    values = list(_values(region, one, other))
    if values:
        yield from values
        return
    phrases: tuple[tuple[Kind, tuple[str, ...], tuple[str, ...]], ...] = (
        ("agency", _names(old.agencies), _names(new.agencies)),
        ("beneficiary", (*old.beneficiaries, *old.evidence), (*new.beneficiaries, *new.evidence)),
        ("condition", old.conditions, new.conditions),
    )
    for kind, left, right in phrases:
        before = _around(region.at_before, len(region.old), one.text, left)
        after = _around(region.at_after, len(region.new), other.text, right)
        if (before or not region.old) and (after or not region.new) and (before or after) and before != after:
            if kind != "agency" or set(_names(old.agencies)) == set(_names(new.agencies)):
                yield Change(kind, WORD_KINDS[kind], _short(before or region.old), _short(after or region.new))
            return
    yield _worded("wording", WORD_KINDS["wording"], region, one.text, other.text)


def _worded(kind: Kind, label: str, region: Region, old: str, new: str) -> Change:
    """A change of words; of few of them with the clause around, or nobody could say what they are about."""
    before, after = region.old, region.new
    if len(before) + len(after) <= FEW and old and new:
        left = CLAUSE_BEFORE.search(old[: region.at_before])
        right = CLAUSE_AFTER.match(old[region.at_before + len(before) :])
        head, tail = (left[0] if left else ""), (right[0] if right else "")
        before, after = f"{head}{before}{tail}", f"{head}{after}{tail}"
    return Change(kind, label, _short(before), _short(after))


def _values(region: Region, old: _Side, new: _Side) -> Iterator[Change]:
    """The sums, rates, dates and figures that differ in a region, one change a kind."""
    for kind in VALUES:
        before = [token.text for token in region.before if token.kind == kind]
        after = [token.text for token in region.after if token.kind == kind]
        gone, come = _less(before, after), _less(after, before)
        if gone or come:
            label = _label(kind, come, region.new, region.at_after, new)
            label = label or _label(kind, gone, region.old, region.at_before, old) or VALUE_WORDS[kind]
            yield Change(kind, label, "、".join(gone), "、".join(come))


def _label(kind: TokenKind, printed: list[str], words: str, at: int, side: _Side) -> str:
    """What the sum or rate is for, as the finding that holds it says: 最高奖励, 补助比例."""
    if kind not in ("amount", "rate") or not printed:
        return ""
    place = at + max(0, words.find(printed[0]))
    for amount in side.amounts:
        if _around(place, len(printed[0]), side.text, (amount.text,)):
            name = GIVEN.get(amount.kind, GIVEN["other"])
            capped = kind == "amount" and amount.bound == "cap"
            return f"{name}比例" if kind == "rate" else f"最高{name}" if capped else name
    return ""


def _around(at: int, size: int, text: str, phrases: Iterable[str]) -> str:
    """The phrase that a run of the text stands in or touches as a whole, empty where there is none."""
    for phrase in phrases:
        words = plain(phrase)
        start = text.find(words) if words else -1
        while start >= 0:
            inside = start <= at and at + size <= start + len(words)
            holds = size and at <= start and start + len(words) <= at + size
            if inside or holds:
                return phrase
            start = text.find(words, start + 1)
    return ""


def _fields(old: MeasureFacts, new: MeasureFacts, told: list[Change]) -> Iterator[Change]:
    """Fields of a card; what the text of the measure told already is not told again."""
    before, after = dict(old.fields), dict(new.fields)
    told_pairs = {(change.before, change.after) for change in told}
    agencies_told = any(change.kind == "agency" for change in told)
    for label in dict.fromkeys((*before, *after)):
        kind: Kind = next((kind for word, kind in CARD_FIELDS if word in label), "wording")
        if kind == "agency" and agencies_told:
            continue
        for change in of_words(before.get(label, ""), after.get(label, ""), label, kind):
            if (change.before, change.after) not in told_pairs:
                yield change


def _names(agencies: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.removesuffix("（牵头）") for name in agencies)


def _less(some: Iterable[str], others: Iterable[str]) -> list[str]:
    """What is left of some words without the others, in order; each counts as often as it stands."""
    rest = Counter(others)
    left = []
    for item in some:
        if rest[item]:
            rest[item] -= 1
        else:
            left.append(item)
    return left


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
