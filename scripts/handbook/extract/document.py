"""Everything a document says, found by the rules of this wing: the findings of each measure, the dates of the whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ..model import (
    Agency,
    DateFinding,
    Document,
    Findings,
    Measure,
    Passage,
    Period,
    Stacking,
    TopicFinding,
    Vocabulary,
)
from .agencies import agencies
from .agency_names import AgencyNames
from .audience import audience
from .basis import basis, founded, surrounding
from .benefits import benefits
from .contradictions import contradictions
from .money import amounts
from .periods import Validity, period, periods, validity
from .references import references
from .stacking import stacking
from .targets import targets
from .topics import some_topic, topics

# the labels of a card: 执行时间, 申报期限 ; 政策名称, 执行机关 and the like say nothing of what is given
PERIOD_LABEL = re.compile(r".{0,4}(?:时间|期限|时限|有效期|日期|起止时间|時間)")
ASIDE_LABEL = re.compile(
    r".{0,6}(?:名称|依据|文号|机关|单位|部门|机构|电话|联系人|联系方式|网址|链接|地址|序号|类别|名稱|單位|網址)"
)
# 本措施自发布之日起施行 ; 本政策有效期至 ; 以上政策执行至 : the document speaks of itself
ITSELF = re.compile(
    r"(?:本|该)[^，。；、]{0,12}(?:措施|政策|办法|辦法|意见|意見|规定|規定|细则|方案|通知|公告|文件|条例|清单|举措|条)"
    r"|(?:以上|上述|各项|前述)(?:政策|措施|条款|举措)"
)
LASTS = 3  # units at the end of a document in which its validity may stand


def extractor(vocabulary: Vocabulary) -> Callable[[Document, str], Document]:
    """A function from a document and its region to the document with all findings, under one vocabulary."""
    names = AgencyNames(vocabulary)

    def extract(document: Document, region: str) -> Document:
        dates = _validity(document)
        measures = tuple(
            replace(m, findings=_findings(m, document, vocabulary, names, region)) for m in document.measures
        )
        closing = tuple(stacking(document.closing)) if document.closing else ()
        return replace(
            document,
            measures=measures,
            effective=dates.effective,
            expires=dates.expires,
            validity=dates.sentence,
            stacking=closing,
            references=surrounding(document),
            basis=founded(document),
        )

    return extract


def _findings(
    measure: Measure, document: Document, vocabulary: Vocabulary, names: AgencyNames, region: str
) -> Findings:
    text = subject(measure)
    sums = amounts(text)
    gains = benefits(text, sums)
    term = _period(measure, document)
    stated = (*sums, *amounts(measure.title)) if measure.title else sums
    return Findings(
        agencies=_agencies(measure, document, names, region),
        amounts=sums,
        benefits=gains,
        targets=targets(text),
        period=term,
        audiences=audience(measure.title, text, gains, vocabulary.enterprise_types),
        references=references(text),
        basis=basis(measure.fields),
        stacking=_stacking(text),
        topics=_topics(measure, text, document, vocabulary),
        contradictions=contradictions(measure.title, measure.text, measure.fields, stated, term),
    )


def _topics(measure: Measure, text: Passage, document: Document, vocabulary: Vocabulary) -> tuple[TopicFinding, ...]:
    """Every measure has a topic where any word of it, of its chapter or of its document's title hints at one."""
    if measure.kind == "general":
        return topics(measure.title, text, vocabulary.topics)
    chapter = (document.sections[measure.section].title,) if measure.section is not None else ()
    return some_topic(measure.title, text, (*chapter, document.title), vocabulary.topics)


def subject(measure: Measure) -> Passage:
    """The words of a measure that say what it gives: its text, and of a card the other fields that describe it."""
    seen = measure.text.locate()
    others = [
        Passage.join((field.label, field.value), "：")
        for field in measure.fields
        if field.value
        and not ASIDE_LABEL.fullmatch(field.label.text)
        and not PERIOD_LABEL.fullmatch(field.label.text)
        and not seen.start <= field.value.locate().start < max(seen.end, seen.start + 1)
    ]
    return Passage.join((measure.text, *others), "\n")


def _agencies(measure: Measure, document: Document, names: AgencyNames, region: str) -> tuple[Agency, ...]:
    """The agencies of the measure; where it names none, those of the chapter it stands in."""
    brackets, at = measure.brackets, measure.section
    while not brackets and at is not None:
        brackets, at = document.sections[at].brackets, document.sections[at].parent
    return agencies(brackets, names, region, document.lead_rule is not None)


def _period(measure: Measure, document: Document) -> Period | None:
    """A card's own field first; else the only period that the text of the measure names."""
    issued = document.issued.value if document.issued else None
    for field in measure.fields:
        if PERIOD_LABEL.fullmatch(field.label.text) and field.value:
            return period(field.value, issued)
    found = periods(measure.text)
    return found[0] if len(found) == 1 else None


def _stacking(text: Passage) -> tuple[Stacking, ...]:
    return tuple(stacking(text))


def _validity(document: Document) -> Validity:
    """Force and expiry as the closing words say, or else one of the last units (附则, the last article).

    A measure speaks for the whole only where it names the document: the period of a relief (费率降至1%，期限至2026年底)
    is that of the measure alone.
    """
    issued = _value(document.issued)
    published = _value(document.published)
    places = [document.closing] if document.closing else []
    places += [measure.text for measure in reversed(document.measures[-LASTS:]) if _speaks_for_all(measure)]
    places += [measure.text for measure in document.measures if measure.kind == "general"]
    for place in places:
        found = validity(place, issued, published)
        if found.effective or found.expires or found.open_end:
            return found
    return Validity()


def _speaks_for_all(measure: Measure) -> bool:
    return measure.kind == "general" or ITSELF.search(measure.text.text) is not None


def _value(finding: DateFinding | None) -> str | None:
    return finding.value if finding else None
