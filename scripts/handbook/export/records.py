"""The two JSON contracts: what reading one file gave, and the whole handbook as open data."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from ..model import (
    AgencyIndex,
    Capture,
    Claim,
    Document,
    DocumentRecord,
    Library,
    Measure,
    MeasureRecord,
    Parsed,
    Passage,
    Section,
    Source,
    TermEntry,
    Vocabulary,
)
from ..render.errata import misprints, within
from ..render.shelf import Shelf
from ..render.summary import summary
from ..render.views.press import article_day
from ..render.words import Words
from .facts import (
    Record,
    date_value,
    erratum_record,
    fields_record,
    findings_record,
    note_record,
    place,
    quote_record,
    reference_record,
    related_record,
    retired_record,
    section_name,
    stacking_record,
    text_value,
)

VERSION = "1.0"  # of the contract of handbook.json
NUMBERS = re.compile(r"\d+")  # of a printed day: 2025-10-14, 2025年10月14日


def parse_record(parsed: Parsed) -> Record:
    """The contract of `handbook parse --json`: a partition of the characters, documents and problems."""
    source = parsed.source
    return {
        "source": {"file": source.id, "chars": len(source.text), "sha256": source.sha256},
        "spans": [
            {"start": item.span.start, "end": item.span.end, "role": item.role}
            | ({"rule": item.rule} if item.rule else {})
            for item in parsed.segments
        ],
        "documents": [_parsed_document(document) for document in parsed.documents],
        "problems": [
            {
                "severity": item.severity,
                "code": item.code,
                "message": item.message,
                "start": item.span.start,
                "end": item.span.end,
                "line": source.place(item.span.start)[0],
            }
            for item in parsed.problems
        ],
    }


def handbook_record(library: Library, vocabulary: Vocabulary, words: Words) -> Record:
    """The contract of build/data/handbook.json. A press source is here as its facts, never with its text."""
    sources = {capture.card.id: capture.parsed.source for capture in library.captures}
    shelf = Shelf.of(library, vocabulary)
    return {
        "version": VERSION,
        "as_of": library.as_of.isoformat(),
        "documents": [_document(record) for record in library.documents],
        "measures": [
            _measure(item, record, sources[record.card.id], shelf, words)
            for record in library.documents
            for item in record.measures
        ],
        "enterprise_types": [
            {
                "id": item.id,
                "name": item.name,
                "group": item.group,
                "definition": item.definition,
                "standard": item.standard,
            }
            for item in vocabulary.enterprise_types
        ],
        "agencies": [_agency(item) for item in library.agencies],
        "terms": [_term(entry) for entry in library.terms],
        "topics": [{"id": item.id, "name": item.name} for item in vocabulary.topics],
        "regions": [
            {"id": item.id, "name": item.name, "level": item.level, "parent": item.parent or None}
            for item in vocabulary.regions
        ],
        "retired": [retired_record(item) for item in library.retired],
        "errata": _errata(library),
        "press": [_press(capture, library) for capture in library.captures if capture.card.rights == "press"],
    }


def _term(entry: TermEntry) -> Record:
    term = entry.term
    return {
        "id": term.id,
        "term": term.term,
        "variants": list(term.variants),
        "definition": term.definition,
        "basis": term.basis or None,
        "status": term.status,
        "missing": term.missing or None,
        "see_also": list(term.see_also),
        "uses": [use.place for use in entry.uses],
    }


def as_json(record: Mapping[str, object]) -> bytes:
    """A record as readable UTF-8, the same bytes for the same record."""
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", errors="replace")


def measure_url(id: str) -> str:
    """The address of a measure's page on the site."""
    return f"/measures/{id}/"


def _parsed_document(document: Document) -> Record:
    return {
        **_head(document),
        "start": document.span.start,
        "end": document.span.end,
        "sections": [_section(section) for section in document.sections],
        "measures": [_parsed_measure(measure, document) for measure in document.measures],
    }


def _parsed_measure(measure: Measure, document: Document) -> Record:
    return {
        **_words(measure, document),
        "start": measure.span.start,
        "end": measure.span.end,
        **findings_record(measure.findings),
        "notes": [note_record(note) for note in measure.notes],
        "fields": fields_record(measure.fields),
    }


def _document(record: DocumentRecord) -> Record:
    card = record.card
    return {
        "id": record.id,
        **_head(record.document),
        "short_title": record.short_title,
        "region": record.region,
        "validity": quote_record(record.document.validity),
        "status": record.standing.status,
        "repealed": {"date": record.repealed.date, "by": record.repealed.by} if record.repealed else None,
        "stacking": [stacking_record(item) for item in record.document.stacking],
        "references": [reference_record(item) for item in record.document.references],
        "basis": [reference_record(item) for item in record.document.basis],
        "sections": [_section(section) for section in record.document.sections],
        "measures": [item.id for item in record.measures],
        "source": {"id": card.id, "url": card.url, "sha256": card.sha256, "rights": card.rights},
    }


def _measure(item: MeasureRecord, record: DocumentRecord, source: Source, shelf: Shelf, words: Words) -> Record:
    """A measure; `effective` and `expires` are the dates behind its status, its own or those of its document."""
    measure, span = item.measure, item.measure.span
    return {
        "id": item.id,
        "document": record.id,
        **_words(measure, record.document),
        "summary": summary(measure.findings, words),
        **findings_record(measure.findings),
        "status": item.standing.status,
        "effective": item.standing.starts,
        "expires": item.standing.ends,
        "terms": sorted(entry.term.id for entry, _ in shelf.terms_of(item.id)),
        "related": [related_record(one, shelf, words) for one in shelf.related.get(item.id, ())],
        "notes": [note_record(note) for note in measure.notes],
        "fields": fields_record(measure.fields),
        "url": measure_url(item.id),
        "source": {
            "id": record.card.id,
            "start": span.start,
            "end": span.end,
            "line_start": source.place(span.start)[0],
            "line_end": source.place(max(span.start, span.end - 1))[0],
        },
    }


def _agency(agency: AgencyIndex) -> Record:
    return {
        "id": agency.id,
        "name": agency.name,
        "region": agency.region or None,
        "kind": agency.kind,
        "leads": list(agency.leads),
        "others": list(agency.others),
    }


def _errata(library: Library) -> list[Record]:
    """The misprints of the captures, each with the measures that print it."""
    made = []
    for capture in library.captures:
        items = [item for record in library.documents if record.card.id == capture.card.id for item in record.measures]
        for found in misprints(capture):
            there = [item.id for item in items if within(item.measure.span, (found,))]
            made.append(erratum_record(capture.card.id, found, there))
    return made


def _press(capture: Capture, library: Library) -> Record:
    """A press source: what it is and which documents and measures it reports; its words stay with their publisher."""
    card = capture.card
    return {
        "id": card.id,
        "title": card.title,
        "outlet": card.outlet or card.issuer,
        "date": _iso(article_day(capture)),
        "url": card.url,
        "reports": list(card.reports),
        "claims": [_claim(claim) for report in library.reports if report.source == card.id for claim in report.claims],
    }


def _claim(claim: Claim) -> Record:
    """A statement of an article by its place, the measures it reports, and its figures that those do not bear out."""
    return {
        "measures": list(claim.measures),
        "start": claim.span.start,
        "end": claim.span.end,
        "contradictions": [
            {"code": item.code, "one": _quoted(item.one), "other": _quoted(item.other)} for item in claim.contradictions
        ],
    }


def _quoted(words: Passage) -> Record:
    """Words with their place and the capture they stand in."""
    return {"text": words.text, "source": words.source, **place(words)}


def _iso(printed: str) -> str | None:
    return "-".join(f"{int(part):02}" for part in NUMBERS.findall(printed)) or None


def _head(document: Document) -> Record:
    """What the head of a document says, the same in both contracts."""
    return {
        "title": document.title.text,
        "notice_title": text_value(document.notice_title),
        "kind": document.kind,
        "issuers": [issuer.text for issuer in document.issuers],
        "number": text_value(document.number),
        "issued": date_value(document.issued),
        "published": date_value(document.published),
        "effective": date_value(document.effective),
        "expires": date_value(document.expires),
    }


def _section(section: Section) -> Record:
    return {
        "number": section.number,
        "title": section.title.text,
        "level": section.level,
        "parent": section.parent,
        "agencies": [bracket.text for bracket in section.brackets],
        "inferred": section.inferred,
    }


def _words(measure: Measure, document: Document) -> Record:
    """A measure's own words, the same in both contracts; `section` is its place in the document's sections."""
    return {
        "number": measure.number,
        "number_inferred": measure.number_inferred,
        "title": measure.title.text,
        "section": section_name(measure, document),
        "section_index": measure.section,
        "kind": measure.kind,
        "text": measure.text.text,
    }
