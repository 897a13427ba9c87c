"""Published ids: the same for the same sources, and for every shape of collection."""

from __future__ import annotations

from datetime import date

import pytest

from handbook.link.index import library
from handbook.link.titles import same, short_title
from handbook.model import (
    Capture,
    Document,
    DocumentCard,
    DocumentKind,
    Library,
    Measure,
    MeasureKind,
    Parsed,
    Passage,
    Piece,
    Region,
    Source,
    SourceCard,
    Span,
    Vocabulary,
)

WORDS = Vocabulary((Region("jia", "甲省", "province", "", ("甲省", "甲")),), (), (), ())
DAY = date(2026, 11, 22)


def words(text: str) -> Passage:
    return Passage("some-2026", text, (Piece(0, len(text), 0, len(text)),))


def measure(title: str, kind: MeasureKind = "measure") -> Measure:
    return Measure("", words(title), words("内容。"), Span("some-2026", 0, 1), kind)


def document(title: str, *measures: Measure, kind: DocumentKind = "measures") -> Document:
    return Document(words(title), kind, Span("some-2026", 0, 1), (), measures)


def card(*documents: DocumentCard, reports: tuple[str, ...] = (), id: str = "some-2026") -> SourceCard:
    return SourceCard(
        id, "某政策", "某机关", "甲省", None, "收到", DAY, "0" * 64, "official", reports=reports, documents=documents
    )


def shelf(source: SourceCard, *documents: Document) -> Library:
    parsed = Parsed(Source.of(source.id, "x", ""), "policy", (), documents, (), ())
    return library([Capture(source, parsed)], WORDS, DAY)


def ids(made: Library) -> list[str]:
    return [record.id for record in made.documents]


def test_a_measure_is_numbered_by_its_place_among_measures() -> None:
    made = shelf(
        card(),
        document("某措施", measure("总体要求", "general"), measure("甲"), measure("乙"), measure("附则", "general")),
    )
    assert [item.id for item in made.documents[0].measures] == [
        "some-2026/g01",
        "some-2026/01",
        "some-2026/02",
        "some-2026/g02",
    ]


def test_cards_are_called_cards() -> None:
    made = shelf(card(), document("某清单", measure("甲"), measure("乙"), kind="cards"))
    assert [item.id for item in made.documents[0].measures] == ["some-2026/card-01", "some-2026/card-02"]


def test_the_hundredth_measure_has_three_digits() -> None:
    made = shelf(card(), document("某条例", *(measure(str(n)) for n in range(100))))
    assert made.documents[0].measures[-1].id == "some-2026/100"


def test_a_single_document_has_the_id_of_its_source() -> None:
    assert ids(shelf(card(), document("某措施"))) == ["some-2026"]


def test_several_documents_are_numbered_by_their_place() -> None:
    assert ids(shelf(card(), document("甲措施"), document("乙措施"))) == ["some-2026-d1", "some-2026-d2"]


def test_a_collection_takes_its_ids_from_the_card_by_title() -> None:
    source = card(DocumentCard("关于支持乙业的意见", "yi-2026"), DocumentCard("甲业（试行）办法", "jia-2026", "乙市"))
    made = shelf(
        source, document("某清单", kind="cards"), document("甲业(试行) 办法"), document("五部门关于支持乙业的意见")
    )
    assert ids(made) == ["jia-2026", "some-2026", "yi-2026"]
    assert [record.region for record in made.documents] == ["乙市", "jia", "jia"]
    assert made.problems == ()


def test_a_title_that_fits_two_documents_names_neither() -> None:
    source = card(DocumentCard("关于支持企业发展的意见", "a"))
    made = shelf(source, document("甲部关于支持企业发展的意见"), document("乙部关于支持企业发展的意见"))
    assert ids(made) == ["some-2026-d1", "some-2026-d2"]
    assert [problem.code for problem in made.problems] == ["document-not-found"]


def test_an_id_used_twice_is_reported_and_both_documents_stay() -> None:
    captures = [
        Capture(card(id=id), Parsed(Source.of(id, "x", ""), "policy", (), (document("某措施"),), (), ()))
        for id in ("some-2026", "some-2026")
    ]
    made = library(captures, WORDS, DAY)
    assert ids(made) == ["some-2026", "some-2026-d1"]
    assert [problem.code for problem in made.problems] == ["id-twice"]


def test_a_report_of_a_document_that_is_not_there_is_a_problem() -> None:
    made = shelf(card(reports=("nothing-2026",)))
    assert [problem.code for problem in made.problems] == ["report-unknown"]


SHORT_TITLES = [
    ("关于加快某业高质量发展的若干政策措施", "加快某业高质量发展的若干政策措施"),
    ("某省发展改革委关于印发《支持某业发展的若干措施》的通知", "支持某业发展的若干措施"),
    ("某市人民政府关于印发某市促进某业发展若干举措的通知", "促进某业发展若干举措"),
    ("某部办公厅关于推动某业加快发展的通知", "推动某业加快发展"),
    ("十五部门关于进一步促进某业发展的指导意见", "进一步促进某业发展的指导意见"),
    ("某市支持中小企业政策清单（一）", "支持中小企业政策清单（一）"),
    ("某市加快某业发展实施方案（2024—2027年）", "加快某业发展实施方案（2024—2027年）"),
    ("某市企业条例", "某市企业条例"),
    ("关于某事的说明", "关于某事的说明"),
    ("", ""),
]


@pytest.mark.parametrize(("title", "short"), SHORT_TITLES)
def test_short_titles(title: str, short: str) -> None:
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("关于支持甲业发展的意见", "关于支持甲业 发展的意见", True),
        ("甲业办法（试行）", "甲业办法(试行)", True),
        ("《甲业发展办法》", "甲业发展办法", True),
        ("十七部门关于支持甲业发展的意见", "关于支持甲业发展的意见", True),
        ("甲业办法", "乙市甲业办法", False),
        ("关于支持甲业发展的意见", "关于支持乙业发展的意见", False),
        ("", "", False),
    ],
)
def test_titles_that_name_one_document(one: str, other: str, expected: bool) -> None:
    assert same(one, other) is expected
    assert same(other, one) is expected
