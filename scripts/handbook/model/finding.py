"""What a measure says, found in its text: each value with the characters that say so and the rule that read them.

A `span` points into the capture; a `Passage` is the clean wording and knows its span.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from .source import Passage

AmountKind = Literal["award", "subsidy", "fund", "loan", "tax", "price", "threshold", "target", "other"]
Bound = Literal["fixed", "cap", "floor", "range"]
Instrument = Literal[
    "award", "subsidy", "voucher", "loan", "interest", "guarantee", "fund", "tax", "fee", "price", "rent", "insurance",
    "procurement", "priority", "recognition", "service", "talent", "other",
]  # fmt: skip


OUTSIDE = "outside"  # why a reference has no target: the handbook does not hold the document that it names


@dataclass(frozen=True, slots=True)
class Agency:
    """A responsible agency as printed, in order; `lead` only where the text says so.

    `full` is the printed name with a suffix that its list shares (萧山区 in 萧山区、余杭区政府 is 萧山区政府).
    `id` is the canonical agency of the vocabulary, empty where it is unknown.
    """

    name: Passage
    lead: bool
    full: str = ""
    id: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money or a rate, in yuan and percent as numbers, beside its printed words.

    `bound`: fixed (min = max), cap (max only), floor (min only), range. `base` is what a rate is taken of, `per` what a
    sum is given for (每家, 每年). `currency` is ISO 4217; `yuan_*` hold the number in that currency.
    """

    text: Passage
    kind: AmountKind
    rule: str
    yuan_min: Decimal | None = None
    yuan_max: Decimal | None = None
    percent: Decimal | None = None
    percent_min: Decimal | None = None
    percent_max: Decimal | None = None
    bound: Bound = "fixed"
    base: str = ""
    per: str = ""
    currency: str = "CNY"


@dataclass(frozen=True, slots=True)
class Benefit:
    """Who gets what, how much, on what condition: one clause."""

    text: Passage
    beneficiary: Passage
    instrument: Instrument
    condition: Passage
    amounts: tuple[Amount, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Target:
    """A goal of the government, with the year by which it is to be reached (None where none is stated)."""

    text: Passage
    by: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class Period:
    """From when until when a measure runs: ISO dates as exact as printed, None where the text names none.

    `open_end` is `long-term` (长期), `event` (疫情结束) or empty; `deadline` is true for a closing day of applications.
    """

    quote: Passage
    starts: str | None
    ends: str | None
    rule: str
    open_end: Literal["", "long-term", "event"] = ""
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Audience:
    """An enterprise type that the measure gives something it can use, with the phrase that says so."""

    id: str
    name: str
    evidence: Passage
    rule: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of another document or measure; `target` is an id of the handbook, or empty with the reason in `why`."""

    text: Passage
    rule: str
    target: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Stacking:
    """A rule on combining benefits (就高不重复), of the measure or of its whole document."""

    text: Passage
    rule: str


@dataclass(frozen=True, slots=True)
class TopicFinding:
    """A subject of the measure, with the word that marks it."""

    id: str
    name: str
    evidence: Passage


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two values of one source, or of a report and its official text, that do not agree; never settled here."""

    code: str
    one: Passage
    other: Passage


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one measure."""

    agencies: tuple[Agency, ...] = ()
    amounts: tuple[Amount, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    targets: tuple[Target, ...] = ()
    period: Period | None = None
    audiences: tuple[Audience, ...] = ()
    references: tuple[Reference, ...] = ()
    stacking: tuple[Stacking, ...] = ()
    topics: tuple[TopicFinding, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    basis: tuple[Reference, ...] = ()  # the documents that a card carries out (政策名称)
