"""Which measures are open to an enterprise type in a place, in which order, and which of their benefits is for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..model import Audience, Benefit, DocumentRecord, EnterpriseType, Group, MeasureRecord, Status
from .shelf import Shelf
from .summary import highest, speaking

CLOSED: tuple[Status, ...] = ("已失效", "已废止")
PENDING: Status = "尚未施行"
OPEN: tuple[Status, ...] = ("现行有效", "即将到期", "长期有效")
UNDATED: tuple[Status, ...] = ("有效期未载明", "期限不明确")
EVIDENCE = ("benefit", "standing", "title", "support")  # the strongest first
WHOLE = ("standing", "title")  # evidence that all of the measure is for the type
GAP = "…"  # in a word of the vocabulary: any few characters


@dataclass(frozen=True, slots=True)
class Offer:
    """A measure for a type: the phrase that says so, and the benefit that speaks for it (None where none was found)."""

    record: DocumentRecord
    item: MeasureRecord
    audience: Audience
    benefit: Benefit | None


@dataclass(frozen=True, slots=True)
class Offers:
    """All measures of a type in a place: those open to it in their order, and those of another day."""

    open: tuple[Offer, ...]
    pending: tuple[Offer, ...]
    closed: tuple[Offer, ...]


def by_type(shelf: Shelf) -> Mapping[str, tuple[Offer, ...]]:
    """The measures of every enterprise type, wherever and whenever they hold, in the order of a card."""
    return {group.id: tuple(sorted(_all(group, shelf), key=_order)) for group in shelf.library.enterprise_types}


def offers(listed: Iterable[Offer], region: str, shelf: Shelf) -> Offers:
    """Of the measures of a type those of a region and the levels above it, or of every region where it is empty."""
    found = [offer for offer in listed if not region or _reaches(offer, region, shelf)]
    return Offers(
        tuple(offer for offer in found if offer.item.standing.status not in (*CLOSED, PENDING)),
        tuple(offer for offer in found if offer.item.standing.status == PENDING),
        tuple(offer for offer in found if offer.item.standing.status in CLOSED),
    )


def _all(group: Group, shelf: Shelf) -> Iterator[Offer]:
    for id in group.measures:
        record, item = shelf.measures[id]
        audience = next(one for one in item.measure.findings.audiences if one.id == group.id)
        yield Offer(record, item, audience, _for_it(item, audience, shelf.types.get(group.id)))


def _reaches(offer: Offer, region: str, shelf: Shelf) -> bool:
    """Whether a measure holds in a region: it is the region's own, or of a level above it."""
    return shelf.region_of(offer.record) in (region, *shelf.above(region))


def _for_it(item: MeasureRecord, audience: Audience, type: EnterpriseType | None) -> Benefit | None:
    """The benefit that speaks for the measure among those that name the type.

    Where none does, any benefit of a measure whose title or standing line is for the type; else none: what the measure
    gives is then for others.
    """
    benefits = item.measure.findings.benefits
    words = {audience.evidence.text, *(word for word in (type.words if type else ()) if GAP not in word)} - {""}
    named = [one for one in benefits if any(word in one.beneficiary.text + one.condition.text for word in words)]
    return speaking(tuple(named) or (benefits if audience.rule in WHOLE else ()))


def _order(offer: Offer) -> tuple[int, Decimal, int, str]:
    """Open before undated, then the higher cap, then the stronger evidence."""
    status = offer.item.standing.status
    dated = 0 if status in OPEN else 1 if status in UNDATED else 2
    cap = highest(offer.benefit) if offer.benefit else None
    rule = offer.audience.rule
    return dated, -(cap or Decimal(-1)), EVIDENCE.index(rule) if rule in EVIDENCE else len(EVIDENCE), offer.item.id
