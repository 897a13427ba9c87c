"""Any stage of the reading as short lines for people: what `handbook show` prints and the golden files hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Amount, Capture, Document, Findings, Library, Measure, MeasureRecord, Parsed, Passage

SHOWN = 60  # characters of a quoted text


def lines(parsed: Parsed) -> str:
    """The partition: line, role, rule and the first words of each run."""
    source = parsed.source
    rows = [
        f"{source.place(item.span.start)[0]}\t{item.role}\t{item.rule}\t{shortened(source.quote(item.span))}"
        for item in parsed.segments
    ]
    return _text(rows)


def outline(documents: Sequence[tuple[str, Document, Sequence[MeasureRecord]]]) -> str:
    """Documents with their sections and measures: one line a measure with id, number, title and length."""
    rows: list[str] = []
    for id, document, records in documents:
        rows += [f"# {id}", *_head(document), ""]
        last: int | None = None
        for record in records:
            measure = record.measure
            if measure.section != last and measure.section is not None:
                section = document.sections[measure.section]
                brackets = "".join(f" 〔{bracket.text}〕" for bracket in section.brackets)
                rows.append(f"## {section.number} {section.title.text}{brackets}".rstrip())
            last = measure.section
            rows.append(_outline_row(record.id, measure))
        rows.append("")
    return _text(rows)


def findings(records: Sequence[MeasureRecord]) -> str:
    """What was found: measure, kind, value, quoted text and rule, tab-separated."""
    rows = ["measure\tkind\tvalue\ttext\trule"]
    for record in records:
        rows += [
            "\t".join((record.id, kind, value, shortened(quote), rule))
            for kind, value, quote, rule in _found(record.measure.findings)
        ]
    return _text(rows)


def links(records: Sequence[MeasureRecord]) -> str:
    """What measures point to: measure, quoted reference, and its target or why it has none."""
    rows = ["measure\ttext\ttarget\twhy"]
    rows += [
        f"{record.id}\t{shortened(item.text.text)}\t{item.target}\t{item.why}"
        for record in records
        for item in record.measure.findings.references
    ]
    return _text(rows)


def stage_of(library: Library, capture: Capture, stage: str) -> str:
    """One stage of a capture of the library, by its name: lines, outline, findings or links."""
    records = [record for record in library.documents if record.card.id == capture.card.id]
    records.sort(key=lambda record: record.document.span.start)
    measures = [item for record in records for item in record.measures]
    if stage == "lines":
        return lines(capture.parsed)
    if stage == "outline":
        return outline([(record.id, record.document, record.measures) for record in records])
    return findings(measures) if stage == "findings" else links(measures)


def shortened(text: str, limit: int = SHOWN) -> str:
    """A text on one line, its white space shown as one blank and its middle left out where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 20]}……{flat[-18:]}"


def _head(document: Document) -> Iterator[str]:
    yield f"title\t{document.title.text}"
    named: tuple[tuple[str, Passage | None], ...] = (
        ("notice", document.notice_title),
        ("number", document.number),
        ("to", document.addressees),
        ("validity", document.validity),
        ("lead rule", document.lead_rule),
        ("preamble", document.preamble),
        ("closing", document.closing),
    )
    yield f"kind\t{document.kind}"
    yield from (f"issuer\t{issuer.text}" for issuer in document.issuers)
    yield from (f"{name}\t{shortened(passage.text)}" for name, passage in named if passage)
    dates = (("issued", document.issued), ("published", document.published), ("effective", document.effective))
    yield from (f"{name}\t{found.value}" for name, found in (*dates, ("expires", document.expires)) if found)


def _outline_row(id: str, measure: Measure) -> str:
    number = f"[{measure.number}]" if measure.number_inferred else measure.number
    notes = "".join(f" !{note.code}" for note in measure.notes)
    body = f"{len(measure.text.text)} characters: {shortened(measure.text.text)}"
    return f"{id}\t{number}\t{measure.title.text}\t{body}{notes}"


def _found(found: Findings) -> Iterator[tuple[str, str, str, str]]:
    for agency in found.agencies:
        mark = f"{agency.full or agency.name.text}{' (lead)' if agency.lead else ''}"
        yield "agency", f"{mark} {agency.id}".rstrip(), agency.name.text, agency.rule
    for benefit in found.benefits:
        sums = ", ".join(_value(amount) for amount in benefit.amounts)
        value = " | ".join((benefit.condition.text, benefit.beneficiary.text, benefit.instrument, sums))
        yield "benefit", value, benefit.text.text, benefit.rule
    for amount in found.amounts:
        yield "amount", f"{amount.kind} {_value(amount)}", amount.text.text, amount.rule
    for target in found.targets:
        yield "target", str(target.by or ""), target.text.text, target.rule
    if found.period:
        period = found.period
        value = f"{period.starts or ''}/{period.ends or ''} {period.open_end}{' deadline' if period.deadline else ''}"
        yield "period", value.strip(), period.quote.text, period.rule
    for audience in found.audiences:
        yield "type", audience.id, audience.evidence.text, audience.rule
    for topic in found.topics:
        yield "topic", topic.id, topic.evidence.text, ""
    for stacking in found.stacking:
        yield "stacking", "", stacking.text.text, stacking.rule
    for contradiction in found.contradictions:
        yield "contradiction", contradiction.code, f"{contradiction.one.text} / {contradiction.other.text}", ""


def _value(amount: Amount) -> str:
    """A sum or rate as figures: `fixed 300000`, `cap 5000000 每家`, `fixed 15% of 研发成本`."""
    sums = [value for value in (amount.yuan_min, amount.yuan_max) if value is not None]
    rates = [value for value in (amount.percent_min, amount.percent_max, amount.percent) if value is not None]
    money = "-".join(f"{value.normalize():f}" for value in dict.fromkeys(sums))
    share = "-".join(f"{value.normalize():f}" for value in dict.fromkeys(rates))
    parts = [amount.bound, money, f"{share}%" if share else "", f"of {amount.base}" if amount.base else "", amount.per]
    return " ".join(part for part in parts if part)


def _text(rows: Sequence[str]) -> str:
    return "\n".join(rows).rstrip("\n") + "\n"
