"""Findings as plain records, the same in `handbook parse --json` and in handbook.json: values beside their places."""

from __future__ import annotations

from decimal import Decimal

from ..model import (
    Agency,
    Amount,
    Audience,
    Benefit,
    Contradiction,
    DateFinding,
    Document,
    Field,
    Findings,
    Measure,
    Note,
    Passage,
    Period,
    Reference,
    Related,
    Retired,
    Stacking,
    Target,
)
from ..render.errata import Misprint
from ..render.related import Why
from ..render.shelf import Shelf
from ..render.words import Words

Record = dict[str, object]


def findings_record(findings: Findings) -> Record:
    """Everything found in a measure, one key a kind of finding."""
    return {
        "agencies": [agency_record(item) for item in findings.agencies],
        "benefits": [benefit_record(item) for item in findings.benefits],
        "amounts": [amount_record(item) for item in findings.amounts],
        "targets": [target_record(item) for item in findings.targets],
        "period": period_record(findings.period),
        "enterprise_types": [audience_record(item) for item in findings.audiences],
        "topics": [item.id for item in findings.topics],
        "references": [reference_record(item) for item in findings.references],
        "basis": [reference_record(item) for item in findings.basis],
        "stacking": [stacking_record(item) for item in findings.stacking],
        "contradictions": [contradiction_record(item) for item in findings.contradictions],
    }


def agency_record(agency: Agency) -> Record:
    """An agency by its full name; `printed` only where a list shares a suffix (萧山区、余杭区政府)."""
    record: Record = {"name": agency.full or agency.name.text, "lead": agency.lead, **place(agency.name)}
    if agency.full and agency.full != agency.name.text:
        record["printed"] = agency.name.text
    if agency.id:
        record["id"] = agency.id
    return record


def amount_record(amount: Amount) -> Record:
    """A sum in yuan or a rate in percent, None where it does not apply."""
    return {
        "text": amount.text.text,
        "kind": amount.kind,
        "bound": amount.bound,
        "yuan_min": number(amount.yuan_min),
        "yuan_max": number(amount.yuan_max),
        "currency": amount.currency,
        "percent": number(amount.percent),
        "percent_min": number(amount.percent_min),
        "percent_max": number(amount.percent_max),
        "base": amount.base,
        "per": amount.per,
        **place(amount.text),
        "rule": amount.rule,
    }


def benefit_record(benefit: Benefit) -> Record:
    """Who gets what, how much, on what condition; words the text does not say are empty."""
    return {
        "beneficiary": benefit.beneficiary.text,
        "instrument": benefit.instrument,
        "condition": benefit.condition.text,
        "amounts": [amount_record(amount) for amount in benefit.amounts],
        "text": benefit.text.text,
        **place(benefit.text),
        "rule": benefit.rule,
    }


def target_record(target: Target) -> Record:
    return {"text": target.text.text, "by": target.by, **place(target.text)}


def period_record(period: Period | None) -> Record | None:
    """From when until when, as exact as printed; `open_end` is long-term, event or empty."""
    if period is None:
        return None
    return {
        "starts": period.starts,
        "ends": period.ends,
        "open_end": period.open_end,
        "deadline": period.deadline,
        "quote": period.quote.text,
        **place(period.quote),
    }


def audience_record(audience: Audience) -> Record:
    return {
        "id": audience.id,
        "name": audience.name,
        "evidence": audience.evidence.text,
        **place(audience.evidence),
    }


def reference_record(reference: Reference) -> Record:
    """A mention of a document or measure; `target` is an id, or None with the reason in `why`."""
    return {
        "text": reference.text.text,
        "target": reference.target or None,
        "why": reference.why,
        **place(reference.text),
    }


def related_record(related: Related, shelf: Shelf, words: Words) -> Record:
    """A measure of another document with the reasons in words, and how the two stand to each other."""
    return {
        "id": related.id,
        "why": str(Why.of(related, shelf, words)),
        "level": related.level or None,
        "carries": related.carries or None,
    }


def stacking_record(stacking: Stacking) -> Record:
    return {"text": stacking.text.text, **place(stacking.text), "rule": stacking.rule}


def contradiction_record(contradiction: Contradiction) -> Record:
    """Two values that do not agree, each with its place; neither is called right."""
    return {
        "code": contradiction.code,
        "one": {"text": contradiction.one.text, **place(contradiction.one)},
        "other": {"text": contradiction.other.text, **place(contradiction.other)},
    }


def note_record(note: Note) -> Record:
    return {"code": note.code, "text": note.text, "start": note.span.start, "end": note.span.end}


def retired_record(item: Retired) -> Record:
    """An id that is no longer used, and where its content is now."""
    return {
        "id": item.id,
        "to": item.to or None,
        "title": item.title or None,
        "date": item.date.isoformat(),
        "why": item.why or None,
    }


def erratum_record(source: str, item: Misprint, measures: list[str]) -> Record:
    """A misprint of a capture with its place and the measures it stands in."""
    erratum = item.erratum
    return {
        "source": source,
        "printed": erratum.printed,
        "reading": erratum.reading,
        "why": erratum.why,
        "measures": measures,
        "start": item.span.start if item.span else None,
        "end": item.span.end if item.span else None,
    }


def fields_record(fields: tuple[Field, ...]) -> Record:
    """The fields of a card by label, in printed order; a label printed twice keeps both values."""
    record: dict[str, object] = {}
    for field in fields:
        label, value = field.label.text, field.value.text
        record[label] = f"{record[label]}\n{value}" if label in record else value
    return record


def section_name(measure: Measure, document: Document) -> str | None:
    """The title of the chapter a measure stands in, or its number where it has no title."""
    if measure.section is None:
        return None
    section = document.sections[measure.section]
    return section.title.text or section.number


def date_value(found: DateFinding | None) -> str | None:
    return found.value if found else None


def quote_record(passage: Passage | None) -> Record | None:
    """Words with their place, or None."""
    return {"quote": passage.text, **place(passage)} if passage else None


def text_value(passage: Passage | None) -> str | None:
    return passage.text if passage else None


def place(passage: Passage) -> dict[str, int]:
    """Where a passage stands in its capture, in characters."""
    span = passage.locate()
    return {"start": span.start, "end": span.end}


def number(value: Decimal | None) -> int | float | None:
    """A JSON number: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
