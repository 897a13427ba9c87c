"""A small handbook made by hand: every kind of page, with words that a test chooses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from handbook.model import (
    Agency,
    AgencyIndex,
    Amount,
    Benefit,
    Capture,
    Claim,
    Contradiction,
    DateFinding,
    Document,
    DocumentRecord,
    Erratum,
    Field,
    Findings,
    Group,
    Library,
    Link,
    Measure,
    MeasureRecord,
    Note,
    Parsed,
    Passage,
    Period,
    Piece,
    PressReport,
    Problem,
    Reference,
    Region,
    Role,
    Section,
    Segment,
    Source,
    SourceCard,
    Span,
    TopicFinding,
    Vocabulary,
)

DAY = date(2026, 3, 1)
VOCABULARY = Vocabulary(
    regions=(
        Region("nation", "全国", "nation", "", ("全国",)),
        Region("made-province", "某省", "province", "nation", ("某省",)),
        Region("made-city", "某市", "city", "made-province", ("某市",)),
    ),
    agencies=(),
    enterprise_types=(),
    topics=(),
)


def passage(text: str, source: str = "made", start: int = 0) -> Passage:
    """Clean text that stands in its source as it is."""
    return Passage(source, text, (Piece(0, len(text), start, start + len(text)),) if text else ())


@dataclass
class Scroll:
    """A capture in the writing: each piece put on it is a passage that knows its place."""

    id: str
    text: str = ""
    segments: list[Segment] = field(default_factory=list)

    def put(self, text: str, role: Role = "body", end: str = "\n", rule: str = "") -> Passage:
        start = len(self.text)
        self.text += text + end
        self.segments.append(Segment(Span(self.id, start, len(self.text)), role, rule))
        return passage(text, self.id, start)

    def span(self, first: Passage, last: Passage) -> Span:
        return Span(self.id, first.locate().start, last.locate().end)


@dataclass(frozen=True)
class Words:
    """What the made document says, place by place; each test changes what it is about."""

    title: str = "关于支持企业发展的若干措施"
    issuer: str = "某省人民政府办公厅"
    number: str = "某政办发〔2025〕6号"
    section: str = "加大资金支持"
    heading: str = "支持企业技术改造"
    body: str = "对符合条件的企业，按设备投资额的15%给予补助，最高500万元。"
    agency: str = "省经信厅"
    label: str = "支持对象"
    value: str = "中小微企业"
    note: str = "原文此处文字不全。"
    card_title: str = "某省支持企业政策"
    obtained: str = "从网页复制。"
    url: str | None = "https://example.org/a?b=1&c=2"
    furniture: str = "第1页"
    rule: str = "page-number"
    problem: str = "此处请人工核对。"


def capture(id: str, words: Words) -> Capture:
    """A capture with one document: a chapter, a measure with agencies, one without a heading, a card, a general part."""
    scroll = Scroll(id)
    title = scroll.put(words.title, "title")
    issuer = scroll.put(words.issuer, "issuer")
    number = scroll.put(words.number, "document-number")
    issued = scroll.put("2025年3月1日", "date")
    preamble = scroll.put("为支持企业发展，制定本措施。", "preamble")
    scroll.put(words.furniture, "furniture", rule=words.rule)
    heading = scroll.put(words.section, "section-heading")
    measures = (
        _plain(scroll, words),
        _headless(scroll, words),
        _card(scroll, words),
        _general(scroll),
    )
    section = Section("一、", heading, heading.locate(), 1, None, intro=scroll.put("本章从严执行。"))
    document = Document(
        title=title,
        kind="measures",
        span=Span(id, 0, len(scroll.text)),
        sections=(section,),
        measures=measures,
        issuers=(issuer,),
        number=number,
        issued=DateFinding("2025-03-01", issued),
        preamble=preamble,
    )
    source = Source.of(id, scroll.text, "0" * 64)
    problem = Problem("warning", "check", words.problem, title.locate())
    parsed = Parsed(source, "policy", tuple(scroll.segments), (document,), (problem,), ())
    return Capture(_source_card(id, words), parsed)


def _plain(scroll: Scroll, words: Words) -> Measure:
    heading = scroll.put(words.heading, "measure-heading")
    text = scroll.put(words.body)
    bracket = scroll.put(f"（责任单位：{words.agency}）", "agencies")
    span = scroll.span(heading, bracket)
    agency = bracket.cut(6, 6 + len(words.agency))
    id = f"{scroll.id}-agency"
    findings = Findings(
        agencies=(Agency(agency, True, agency.text, id), Agency(agency, False, words.agency, id)),
        benefits=(_benefit(text),),
        topics=(TopicFinding("made-topic", "某主题", text.cut(0, 1)),),
        references=(Reference(text.cut(1), "title", why="outside"),),
        period=Period(text.cut(0, 1), "2025-03", "2026-02-28", "made", deadline=True),
        contradictions=(Contradiction("made", text.cut(0, 1), text.cut(1)),),
    )
    return Measure("（一）", heading, text, span, "measure", 0, (bracket,), findings=findings)


def _benefit(text: Passage) -> Benefit:
    """All of the text is who gets it, the clause and the sum: any of them may hold the words of a test."""
    sum = Amount(text, "award", "made", yuan_max=Decimal(5_000_000), bound="cap")
    condition = Amount(text.cut(0, 1), "threshold", "made", percent_max=Decimal("5.5"))
    return Benefit(text, text, "award", text.cut(0, 0), (condition, sum), "made")


def _headless(scroll: Scroll, words: Words) -> Measure:
    text = scroll.put(words.body)
    note = Note("heading-lost", words.note, text.locate())
    return Measure("（二）", passage(""), text, text.locate(), "measure", 0, notes=(note,), number_inferred=True)


def _card(scroll: Scroll, words: Words) -> Measure:
    heading = scroll.put(words.heading, "measure-heading")
    label = scroll.put(words.label, "card-label", "\t")
    value = scroll.put(words.value, "card-value")
    fields = (Field(label, value), Field(passage("执行时间"), passage("")))
    return Measure("3", heading, value, scroll.span(heading, value), "measure", 0, fields=fields)


def _general(scroll: Scroll) -> Measure:
    text = scroll.put("本措施自发布之日起施行。")
    return Measure("", passage(""), text, text.locate(), "general", None)


def _source_card(id: str, words: Words) -> SourceCard:
    return SourceCard(
        id=id,
        title=words.card_title,
        issuer=words.issuer,
        region="某省",
        url=words.url,
        obtained=words.obtained,
        captured=date(2026, 2, 1),
        sha256="0" * 64,
        rights="official",
        errata=(Erratum(words.heading, words.note, words.note, received=words.heading),),
        notes=(words.note,),
    )


def press(id: str, words: Words, reports: tuple[str, ...], text: str = "这是报道的正文，不得转载。") -> Capture:
    """A press article that reports a document."""
    source = Source.of(id, text, "1" * 64)
    segments = (Segment(Span(id, 0, len(text)), "furniture", "press"),)
    card = replace(_source_card(id, words), rights="press", outlet=words.issuer, reports=reports, errata=())
    return Capture(card, Parsed(source, "press", segments, (), (), ()))


def library(*chosen: Words, with_press: bool = True) -> Library:
    """One document for each choice of words, ids `made-01`, `made-02` and so on, and a press report of each."""
    captures: list[Capture] = []
    records: list[DocumentRecord] = []
    for at, words in enumerate(chosen or (Words(),), 1):
        id = f"made-{at:02d}"
        made = capture(id, words)
        captures.append(made)
        document = made.parsed.documents[0]
        region = "made-province" if at % 2 else "made-city"
        measures = tuple(MeasureRecord(f"{id}/{n:02d}", measure) for n, measure in enumerate(document.measures, 1))
        records.append(DocumentRecord(id, words.title, region, document, measures, made.card))
        if with_press:
            captures.append(press(f"{id}-news", words, (id,)))
    problems = tuple(problem for made in captures for problem in made.parsed.problems)
    first = tuple(record.measures[0] for record in records)
    ids = tuple(item.id for item in first)
    return Library(
        DAY,
        tuple(captures),
        tuple(records),
        problems,
        agencies=tuple(_agency(item) for item in first),
        topics=(Group("made-topic", "某主题", ids), Group("empty", "没有举措的主题", ())),
        links=tuple(Link(item.id[:-1] + "2", item.id, "reference", item.measure.span) for item in first),
        reports=tuple(_report(item) for item in first) if with_press else (),
    )


def _agency(item: MeasureRecord) -> AgencyIndex:
    """The agency of a document, under a longer name than the one that it prints."""
    agency = item.measure.findings.agencies[0]
    return AgencyIndex(agency.id, f"某{agency.full}", "", "unknown", (item.id,), ())


def _report(item: MeasureRecord) -> PressReport:
    """A claim whose figure is not the measure's."""
    source = item.id.partition("/")[0] + "-news"
    differs = Contradiction("press-figure", passage("700万元", source), item.measure.text)
    return PressReport(source, (Claim(Span(source, 0, 5), (item.id,), (differs,)),))
