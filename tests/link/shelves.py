"""Made captures as a library, for tests: texts go through the whole reading, so that tables show words only."""

from __future__ import annotations

from datetime import date
from typing import Literal

from handbook import pipeline
from handbook.model import AgencyEntry, DocumentCard, Library, MeasureRecord, Region, Source, SourceCard, Vocabulary

DAY = date(2026, 11, 22)
WORDS = Vocabulary(
    (
        Region("guo", "全国", "nation", "", ("全国", "国家")),
        Region("jia", "甲山省", "province", "guo", ("甲山省", "甲山")),
        Region("yi", "乙水市", "city", "jia", ("乙水市", "乙水")),
        Region("bing", "丙河省", "province", "guo", ("丙河省", "丙河")),
    ),
    (
        AgencyEntry("fagai", "某地发展和改革某局", "", ("某地发展改革某局", "某地发改某局")),
        AgencyEntry("caizheng", "某地财政某局", "", ()),
    ),
    (),
    (),
)


def card(
    id: str,
    region: str = "甲山省",
    reports: tuple[str, ...] = (),
    title: str = "某政策",
    documents: tuple[DocumentCard, ...] = (),
) -> SourceCard:
    rights: Literal["official", "press"] = "press" if reports else "official"
    return SourceCard(
        id, title, "某机关", region, None, "收到", DAY, "0" * 64, rights, "某日报", reports=reports, documents=documents
    )


def shelf(*captures: tuple[SourceCard, str]) -> Library:
    """The library of some texts with their cards."""
    return pipeline.assemble(tuple((made, Source.of(made.id, text, "")) for made, text in captures), WORDS, DAY)


def measure(library: Library, id: str) -> MeasureRecord:
    return next(item for record in library.documents for item in record.measures if item.id == id)


def targets(library: Library, id: str) -> dict[str, str]:
    """The references of a measure with what they point to, or why they do not."""
    found = measure(library, id).measure.findings
    return {item.text.text: item.target or item.why for item in (*found.references, *found.basis)}
