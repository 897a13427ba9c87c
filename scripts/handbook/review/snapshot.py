"""One state of the handbook as far as a comparison needs it, read from the records of handbook.json."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Record = Mapping[str, object]
Entries = dict[str, dict[str, dict[str, tuple[str, ...]]]]  # kind, id, field: values
DATES = ("issued", "published", "effective", "expires")


@dataclass(frozen=True, slots=True)
class AmountFacts:
    text: str
    kind: str
    bound: str


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """A measure: its words, and what was read in them. `dates` are days of the calendar by what happens on them."""

    id: str
    document: str
    number: str
    title: str
    section: str
    kind: str
    text: str
    agencies: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    amounts: tuple[AmountFacts, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    types: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()  # the words that name its types
    topics: tuple[str, ...] = ()
    status: str = ""
    dates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document: its head, and the words around its measures (`around`, None where they are not known)."""

    id: str
    title: str
    number: str
    region: str
    issuers: tuple[str, ...]
    dates: tuple[tuple[str, str], ...]
    status: str
    source: str
    sections: tuple[str, ...] = ()
    around: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`name` is a revision or file. `entries` are the words and cards, `other` what the build dropped of a capture.

    `quiet` are the captures whose words are not shown: articles of the press.
    """

    name: str
    documents: dict[str, DocumentFacts]
    measures: dict[str, MeasureFacts]
    entries: Entries
    retired: tuple[str, ...] = ()
    unknown_agencies: tuple[str, ...] = ()
    type_names: dict[str, str] = field(default_factory=dict)
    other: dict[str, str] = field(default_factory=dict)
    quiet: frozenset[str] = frozenset()

    def of(self, document: str) -> tuple[MeasureFacts, ...]:
        """The measures of a document, in their order."""
        return tuple(measure for measure in self.measures.values() if measure.document == document)

    def ids(self) -> frozenset[str]:
        """Every id that has a page."""
        return frozenset((*self.documents, *self.measures))


def snapshot(name: str, record: Record) -> Snapshot:
    """The state that a handbook.json holds; what an older one does not say is empty."""
    return Snapshot(
        name=name,
        documents={_text(item, "id"): _document(item) for item in _records(record, "documents")},
        measures={_text(item, "id"): _measure(item) for item in _records(record, "measures")},
        entries=_entries(record),
        retired=tuple(_text(item, "id") for item in _records(record, "retired")),
        unknown_agencies=tuple(
            _text(item, "name") for item in _records(record, "agencies") if _text(item, "kind") == "unknown"
        ),
        type_names={_text(item, "id"): _text(item, "name") for item in _records(record, "enterprise_types")},
    )


def _document(item: Record) -> DocumentFacts:
    return DocumentFacts(
        id=_text(item, "id"),
        title=_text(item, "title"),
        number=_text(item, "number"),
        region=_text(item, "region"),
        issuers=_texts(item, "issuers"),
        dates=tuple((name, _text(item, name)) for name in DATES if _text(item, name)),
        status=_text(item, "status"),
        source=_text(_record(item, "source"), "id"),
        sections=tuple(_text(part, "title") or _text(part, "number") for part in _records(item, "sections")),
    )


def _measure(item: Record) -> MeasureFacts:
    benefits = _records(item, "benefits")
    return MeasureFacts(
        id=_text(item, "id"),
        document=_text(item, "document"),
        number=_text(item, "number"),
        title=_text(item, "title"),
        section=_text(item, "section"),
        kind=_text(item, "kind"),
        text=_text(item, "text"),
        agencies=tuple(_agency(agency) for agency in _records(item, "agencies")),
        beneficiaries=tuple(_text(benefit, "beneficiary") for benefit in benefits if _text(benefit, "beneficiary")),
        conditions=tuple(_text(benefit, "condition") for benefit in benefits if _text(benefit, "condition")),
        amounts=tuple(
            AmountFacts(_text(amount, "text"), _text(amount, "kind"), _text(amount, "bound"))
            for amount in _records(item, "amounts")
        ),
        fields=tuple((name, value) for name, value in _record(item, "fields").items() if isinstance(value, str)),
        types=tuple(_text(type, "id") for type in _records(item, "enterprise_types")),
        evidence=tuple(_text(type, "evidence") for type in _records(item, "enterprise_types")),
        topics=_texts(item, "topics"),
        status=_text(item, "status"),
        dates=_days(_record(item, "period")),
    )


def _agency(item: Record) -> str:
    return _text(item, "name") + ("（牵头）" if item.get("lead") else "")


def _days(period: Record) -> tuple[tuple[str, str], ...]:
    """The days of a measure's own period: when it begins, ends, or closes for applications."""
    ends = "deadline" if period.get("deadline") else "ends"
    days = (("starts", _text(period, "starts")), (ends, _text(period, "ends")))
    return tuple((name, day) for name, day in days if day)


def _entries(record: Record) -> Entries:
    """Words as handbook.json has them: what they are called and mean, not how texts spell them."""
    kinds = {"term": "terms", "type": "enterprise_types", "topic": "topics", "region": "regions"}
    fields = ("name", "term", "variants", "definition", "basis", "standard", "missing", "see_also", "level", "parent")
    return {
        kind: {
            _text(item, "id"): {name: _values(item, name) for name in fields if name in item}
            for item in _records(record, key)
        }
        for kind, key in kinds.items()
    }


def _values(item: Record, name: str) -> tuple[str, ...]:
    value = item.get(name)
    if isinstance(value, str):
        return (value,) if value else ()
    return _texts(item, name)


def _text(item: Record, name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _texts(item: Record, name: str) -> tuple[str, ...]:
    value = item.get(name)
    return tuple(part for part in value if isinstance(part, str)) if isinstance(value, (list, tuple)) else ()


def _records(item: Record, name: str) -> tuple[Record, ...]:
    value = item.get(name)
    return tuple(part for part in value if isinstance(part, Mapping)) if isinstance(value, (list, tuple)) else ()


def _record(item: Record, name: str) -> Record:
    value = item.get(name)
    return value if isinstance(value, Mapping) else {}
