"""What a comparison finds, as values: single changes of fields, measures, words, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "amount", "rate", "date", "beneficiary", "agency", "condition", "figure", "wording", "title", "number", "section",
    "kind", "region", "source", "erratum", "term", "type", "topic", "other",
]  # fmt: skip
Fate = Literal["added", "removed", "changed"]

# What a person has to look at before it is published: it decides who gets how much, from whom and until when.
REVIEWED = frozenset({"amount", "rate", "date", "beneficiary", "agency", "condition"})


@dataclass(frozen=True, slots=True)
class Change:
    """One field: `label` says which in words (最高奖励), `before` and `after` as printed, empty where there is none."""

    kind: Kind
    label: str
    before: str
    after: str

    @property
    def reviewed(self) -> bool:
        return self.kind in REVIEWED


@dataclass(frozen=True, slots=True)
class Item:
    """A document, measure or entry of the vocabulary that is new, gone or changed.

    `sort` is document, measure, or a kind of entry (term, type, topic, agency, region, source). `id` is the one it has
    now, `was` the one it had. `renumbered` and `moved` tell of a measure's place; `retired` of one that is gone by a line
    in retired.yml.
    """

    sort: str
    fate: Fate
    id: str
    was: str
    name: str
    changes: tuple[Change, ...] = ()
    renumbered: tuple[str, str] | None = None
    moved: tuple[str, str] | None = None
    retired: bool = False
    within: str = ""  # the title of a measure's document

    @property
    def reviewed(self) -> bool:
        """Whether a person has to look at it: new and gone measures too."""
        gone_or_new = self.fate != "changed" and self.sort in ("document", "measure")
        return gone_or_new or any(change.reviewed for change in self.changes)


@dataclass(frozen=True, slots=True)
class TypeEffect:
    """How the page of an enterprise type changes: ids of measures that come, go, or say something else."""

    id: str
    name: str
    joined: tuple[str, ...]
    left: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """What follows: status, pages of types, calendar, printed books, ids that lead nowhere, agencies without a name.

    `calendar` holds (fate, day, what happens, id); `status` (id, before, after); `reused` are ids that now name another
    measure than before.
    """

    status: tuple[tuple[str, str, str], ...] = ()
    types: tuple[TypeEffect, ...] = ()
    calendar: tuple[tuple[Fate, str, str, str], ...] = ()
    books: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    reused: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two states of the handbook compared: `before` and `after` name them."""

    before: str
    after: str
    items: tuple[Item, ...]
    effects: Effects

    @property
    def substantial(self) -> bool:
        """Whether anything but white space and order changed."""
        effects = self.effects
        return bool(self.items or effects.status or effects.types or effects.calendar or effects.lost)

    @property
    def reviewed(self) -> int:
        """How many things a person has to look at."""
        return sum(item.reviewed for item in self.items)
