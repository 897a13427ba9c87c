"""One line of the table of a document's measures, and what a browser sorts it by."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ...model import Amount, MeasureRecord
from .. import links
from ..gains import SUMS, gains, headline, yuan
from ..shelf import Shelf
from ..summary import money
from ..words import Words
from .parts import Link, Value
from .standing import NAMES, StandingView, standing_view
from .wording import name_of, shortened, whole

FIGURE_LENGTH = 14  # characters of a rate in the table


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One line of the table; `place`, `sum` and `rank` are what a browser sorts by: place in print, yuan, status."""

    place: int
    number: str
    title: Link
    untitled: bool
    general: bool
    amount: str
    elsewhere: bool  # there are figures, but none that stands for the others
    sum: str
    agencies: tuple[Value, ...]
    standing: StandingView | None
    rank: int


def measure_row(item: MeasureRecord, shelf: Shelf, words: Words, here: str) -> MeasureRow:
    measure = item.measure
    agencies = tuple(
        Value(
            agency.full or whole(agency.name),
            links.link(here, links.agency(agency.id)) if agency.id in shelf.agencies else None,
            words("facts.lead") if agency.lead else "",
        )
        for agency in measure.findings.agencies
    )
    amount = headline(measure.findings)
    general = measure.kind == "general"
    return MeasureRow(
        place=shelf.places[item.id],
        number=measure.number,
        title=Link(shortened(name_of(measure), 60), links.link(here, links.measure(item.id))),
        untitled=not measure.title,
        general=general,
        amount=_figure(amount, words) if amount else "",
        elsewhere=any(gains(measure.findings)),
        sum=f"{_sum(amount):f}" if amount else "-2",
        agencies=agencies,
        standing=None if general else standing_view(item.standing, shelf.library.as_of, words),
        rank=len(NAMES) if general else list(NAMES).index(item.standing.status),
    )


def _sum(amount: Amount) -> Decimal:
    """The yuan of a headline; -1 where it is a rate."""
    return yuan(amount) if any(amount.kind in kinds for kinds in SUMS) else Decimal(-1)


def _figure(amount: Amount, words: Words) -> str:
    """A headline in few words: 500万元, 贷款300万元, or a rate as printed."""
    sum = _sum(amount)
    if sum < 0:
        return shortened(amount.text.text, FIGURE_LENGTH)
    return (words("instrument.loan") if amount.kind == "loan" else "") + money(sum, words)
