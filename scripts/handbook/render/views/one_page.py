"""「明白卡」: everything open to one enterprise type in a place on one sheet, and the page that helps to choose a type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ...model import Agency, EnterpriseType, Findings
from .. import links
from ..open_to import OPEN, Offer, Offers, offers
from ..sheet import Sheet
from ..shelf import Shelf
from ..summary import summary
from ..words import Words
from .excerpt import excerpt
from .parts import Head, Link
from .standing import StandingView, standing_view
from .wording import heading_of, shortened, whole

TITLE_LENGTH = 42
CONDITION_LENGTH = 48
AGENCY_LENGTH = 20
DOCUMENT_LENGTH = 24
EVERYONE = "all"  # the type of measures that any enterprise may use


@dataclass(frozen=True, slots=True)
class OfferView:
    """A measure on the card: what it gives, on what condition, whom to ask, until when. Words not printed are empty.

    `gain` is composed from values; where none was found, `said` is the clause of the text that turns to the type.
    """

    id: str
    title: Link
    region: str
    document: str
    gain: str
    said: str
    condition: str
    agency: str
    others: str
    until: str
    standing: StandingView
    evidence: str
    on_paper: bool


@dataclass(frozen=True, slots=True)
class OnePageView:
    """A card; `rows` on paper are as many as fit on one sheet, `rest` says how many more there are."""

    head: Head
    type: str
    lead: str
    definition: str
    standard: str
    counts: str
    order: str
    rows: tuple[OfferView, ...]
    empty: str
    rest: str
    everyone: Link | None
    finder: Link
    places: tuple[tuple[Link, bool], ...]  # the same card for other places; the second says which this is
    pending: tuple[Link, ...]
    pending_count: str
    closed: tuple[Link, ...]
    closed_count: str
    address_rule: str
    disclaimer: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Cards:
    """What all cards are made from: the measures of every type in order, and the regions that have cards."""

    shelf: Shelf
    listed: Mapping[str, tuple[Offer, ...]]
    regions: tuple[str, ...]

    def offers(self, type: str, region: str) -> Offers:
        return offers(self.listed.get(type, ()), region, self.shelf)


def one_page_view(type: str, region: str, cards: Cards, words: Words) -> OnePageView:
    """The card of a type for a region, or for all regions where `region` is empty."""
    shelf = cards.shelf
    entry = shelf.types[type]
    here = links.one_page(type, region)
    found = cards.offers(type, region)
    place = shelf.region_name(region) if region else words("for.everywhere")
    view = OnePageView(
        head=_head(entry, region, place, len(found.open), here, words),
        type=entry.name,
        lead=words("for.lead_region" if region else "for.lead_all", region=place),
        definition=entry.definition,
        standard=words("for.standard", standard=entry.standard),
        counts=_counts(found, words),
        order=words("for.order"),
        rows=tuple(_row(offer, shelf, words, here) for offer in found.open),
        empty="" if found.open else words("for.empty", type=entry.name, region=place),
        rest="",
        everyone=_everyone(type, region, cards, words, here),
        finder=Link(words("find.open"), links.finder(here, region=region, type=type)),
        places=tuple(_places(type, region, cards, words, here)),
        pending=_links(found.pending, here),
        pending_count=words("for.pending", count=len(found.pending)) if found.pending else "",
        closed=_links(found.closed, here),
        closed_count=words("for.closed", count=len(found.closed)) if found.closed else "",
        address_rule=words("for.address_rule"),
        disclaimer=words("for.disclaimer"),
        as_of=words("status.as_of", day=shelf.library.as_of.isoformat()),
    )
    return _on_one_sheet(view, here, words)


def _head(entry: EnterpriseType, region: str, place: str, count: int, here: str, words: Words) -> Head:
    crumbs = [
        Link(words("nav.home"), links.link(here, links.HOME)),
        Link(words("for.title"), links.link(here, links.FOR)),
    ]
    if region:
        crumbs.append(Link(entry.name, links.link(here, links.one_page(entry.id))))
    title = words("for.page_title", type=entry.name, region=place)
    return Head(title, words("for.description", type=entry.name, region=place, count=count), tuple(crumbs))


def _counts(found: Offers, words: Words) -> str:
    dated = sum(1 for offer in found.open if offer.item.standing.status in OPEN)
    return words("for.counts", count=len(found.open), dated=dated, undated=len(found.open) - dated)


def _row(offer: Offer, shelf: Shelf, words: Words, here: str) -> OfferView:
    item, benefit = offer.item, offer.benefit
    found: Findings = item.measure.findings
    standing = standing_view(item.standing, shelf.library.as_of, words)
    agencies = sorted(found.agencies, key=lambda agency: not agency.lead)
    return OfferView(
        id=item.id,
        title=Link(shortened(heading_of(item.measure), TITLE_LENGTH), links.link(here, links.measure(item.id))),
        region=shelf.region_name(offer.record.region),
        document=shortened(offer.record.short_title, DOCUMENT_LENGTH),
        gain=summary(replace(found, benefits=(benefit,)), words) if benefit else "",
        said="" if benefit else _clause(offer),
        condition=shortened(whole(benefit.condition), CONDITION_LENGTH) if benefit else "",
        agency=_named(agencies[0], words) if agencies else "",
        others=words("for.agencies", count=len(agencies)) if agencies[1:] else "",
        until=words("status.until", day=item.standing.ends) if item.standing.ends else "",
        standing=standing,
        evidence=whole(offer.audience.evidence),
        on_paper=True,
    )


def _clause(offer: Offer) -> str:
    """The words around the phrase that names the type."""
    found = excerpt(offer.item.measure.text, offer.audience.evidence, CONDITION_LENGTH)
    return found.text if found else ""


def _named(agency: Agency, words: Words) -> str:
    name = shortened(agency.full or agency.name.text, AGENCY_LENGTH)
    return words("document.lead_agency", name=name) if agency.lead else name


def _everyone(type: str, region: str, cards: Cards, words: Words, here: str) -> Link | None:
    """The way to what any enterprise may use, from the card of each other type."""
    entry = cards.shelf.types.get(EVERYONE)
    count = len(cards.offers(EVERYONE, region).open)
    if type == EVERYONE or not entry or not count:
        return None
    there = links.link(here, links.one_page(EVERYONE, region))
    return Link(words("for.everyone", type=entry.name, count=count), there)


def _places(type: str, region: str, cards: Cards, words: Words, here: str) -> Iterator[tuple[Link, bool]]:
    yield Link(words("for.everywhere"), links.link(here, links.one_page(type))), not region
    for one in cards.regions:
        yield Link(cards.shelf.region_name(one), links.link(here, links.one_page(type, one))), one == region


def _links(listed: tuple[Offer, ...], here: str) -> tuple[Link, ...]:
    return tuple(
        Link(f"{heading_of(o.item.measure)} · {o.record.short_title}", links.link(here, links.measure(o.item.id)))
        for o in listed
    )


def _on_one_sheet(view: OnePageView, here: str, words: Words) -> OnePageView:
    """The card with the rows that fit on paper marked, and the words on those that do not."""
    most = words("for.rest", count=len(view.rows), address=f"/{here}")
    around = (
        *(view.lead, view.definition, view.standard, f"{view.as_of}。{view.counts}{view.closed_count}"),
        *(view.order, most, view.everyone.text if view.everyone else "", view.empty, view.pending_count),
        *(view.address_rule, view.disclaimer),
    )
    sheet = Sheet(view.head.title, around, tuple(_printed(row, words) for row in view.rows))
    fitting = sheet.fitting()
    rows = tuple(replace(row, on_paper=at < fitting) for at, row in enumerate(view.rows))
    rest = len(rows) - fitting
    return replace(view, rows=rows, rest=words("for.rest", count=rest, address=f"/{here}") if rest else "")


def _printed(row: OfferView, words: Words) -> tuple[str, str]:
    """The two paragraphs of a row on paper, as the template and the stylesheet lay them out."""
    missing = words("page.not_stated")
    until = f"○ {row.standing.word} {row.until}"
    values = {
        "gain": row.gain or row.said or missing,
        "condition": row.condition or ("" if row.said else missing),
        "agency": (row.agency or missing) + row.others,
        "until": until,
    }
    printed = "　".join(f"{words(f'for.{name}')}：{value}" for name, value in values.items() if value)
    return f"{row.title.text} {row.region}　{row.id}", printed
