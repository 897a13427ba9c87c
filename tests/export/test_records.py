"""The data as its users read it: fields by name, yuan as numbers, and places that lead back to the words."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from tests.render.build import words as interface

from handbook.export.facts import amount_record, fields_record, number
from handbook.export.records import as_json, handbook_record, parse_record
from handbook.export.reports import reports
from handbook.export.stages import findings, lines, outline, shortened
from handbook.link.index import library
from handbook.model import (
    Agency,
    Amount,
    Capture,
    Document,
    Edit,
    Field,
    Findings,
    Measure,
    Parsed,
    Passage,
    Piece,
    Problem,
    Segment,
    Source,
    SourceCard,
    Span,
    Vocabulary,
)

TEXT = "甲措施\n（一）支持。奖20万元。\n来源：网页\n"
DAY = date(2026, 11, 22)
NO_WORDS = Vocabulary((), (), (), ())
SOURCE = Source.of("some-2026", TEXT, "f" * 64)


def words(text: str) -> Passage:
    at = TEXT.index(text)
    return Passage("some-2026", text, (Piece(0, len(text), at, at + len(text)),))


def run(text: str, role: str, rule: str = "") -> Segment:
    span = words(text).locate()
    return Segment(span, role, rule)  # type: ignore[arg-type]


AMOUNT = Amount(words("20万元"), "award", "exact", Decimal(200000), Decimal(200000))
MEASURE = Measure(
    number="（一）",
    title=words("支持"),
    text=words("奖20万元。"),
    span=Span("some-2026", 4, 16),
    findings=Findings(agencies=(Agency(words("甲"), True, full="甲局", rule="labelled"),), amounts=(AMOUNT,)),
)
PARSED = Parsed(
    source=SOURCE,
    genre="policy",
    segments=(
        run("甲措施\n", "title"),
        run("（一）支持。奖20万元。\n", "body"),
        run("来源：网页\n", "furniture", "web-meta"),
    ),
    documents=(Document(words("甲措施"), "measures", Span("some-2026", 0, 16), (), (MEASURE,)),),
    problems=(Problem("warning", "heading-lost", "标题缺失", Span("some-2026", 4, 7)),),
    edits=(Edit(Span("some-2026", 3, 4), "line-join", "\n", ""),),
)
PRESS_CARD = SourceCard("news-2026", "报道", "某报", "甲省", None, "收到", DAY, "0" * 64, "press", outlet="某报")
PRESS = Parsed(
    Source.of("news-2026", "记者获悉", ""), "press", (Segment(Span("news-2026", 0, 4), "furniture", "x"),), (), (), ()
)
CARD = SourceCard("some-2026", "甲措施", "某机关", "甲省", None, "收到", DAY, "f" * 64, "official")
WORDS = interface()
LIBRARY = library([Capture(CARD, PARSED), Capture(PRESS_CARD, PRESS)], NO_WORDS, DAY)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "null"),
        (Decimal("200000"), "200000"),
        (Decimal("2E+5"), "200000"),
        (Decimal("2.5"), "2.5"),
        (Decimal(0), "0"),
    ],
)
def test_numbers_are_whole_where_they_are_whole(value: Decimal | None, shown: str) -> None:
    assert json.dumps(number(value)) == shown


def test_an_amount_has_its_words_and_their_place() -> None:
    record = amount_record(AMOUNT)
    assert record["yuan_min"] == record["yuan_max"] == 200000
    assert TEXT[int(str(record["start"])) : int(str(record["end"]))] == record["text"] == "20万元"


def test_the_parse_contract() -> None:
    record = json.loads(as_json(parse_record(PARSED)))
    assert record["source"] == {"file": "some-2026", "chars": len(TEXT), "sha256": "f" * 64}
    assert record["spans"][2] == {"start": 17, "end": 23, "role": "furniture", "rule": "web-meta"}
    assert record["problems"][0]["line"] == 2
    assert record["documents"][0]["measures"][0]["agencies"] == [
        {"name": "甲局", "lead": True, "start": 0, "end": 1, "printed": "甲"}
    ]


def test_the_handbook_contract() -> None:
    record = json.loads(as_json(handbook_record(LIBRARY, NO_WORDS, WORDS)))
    assert set(record) == {
        "version", "as_of", "documents", "measures", "enterprise_types", "agencies", "terms", "topics", "regions",
        "press", "retired", "errata",
    }  # fmt: skip
    (document,) = record["documents"]
    assert document["measures"] == ["some-2026/01"]
    assert document["source"] == {"id": "some-2026", "url": None, "sha256": "f" * 64, "rights": "official"}
    (measure,) = record["measures"]
    assert (measure["id"], measure["document"], measure["url"]) == (
        "some-2026/01",
        "some-2026",
        "/measures/some-2026/01/",
    )
    assert measure["source"] == {"id": "some-2026", "start": 4, "end": 16, "line_start": 2, "line_end": 2}


def test_the_words_of_the_press_are_in_no_output() -> None:
    made = [as_json(handbook_record(LIBRARY, NO_WORDS, WORDS)), *reports(LIBRARY).values()]
    assert all("记者获悉".encode() not in data for data in made)


def test_reports_name_the_place_and_the_rule() -> None:
    made = {name: data.decode() for name, data in reports(LIBRARY).items()}
    assert "sources/some-2026/capture.txt:2:1: 提醒 标题缺失 [heading-lost]" in made["problems.txt"]
    assert "sources/some-2026/capture.txt:3:1: [web-meta] 来源：网页" in made["furniture.txt"]
    assert r"sources/some-2026/capture.txt:1:4: [line-join] '\n' -> ''" in made["normalising.txt"]
    assert json.loads(made["normalising.json"])["normalising"][0]["rule"] == "line-join"


def test_stages_are_short_lines() -> None:
    record = LIBRARY.documents[0]
    assert lines(PARSED).splitlines()[2] == "3\tfurniture\tweb-meta\t来源：网页"
    assert "some-2026/01\t（一）\t支持\t6 characters: 奖20万元。" in outline(
        [(record.id, record.document, record.measures)]
    )
    assert "some-2026/01\tamount\taward fixed 200000\t20万元\texact" in findings(record.measures)
    assert "some-2026/01\tagency\t甲局 (lead)\t甲\tlabelled" in findings(record.measures)


def test_long_quotes_keep_both_ends() -> None:
    assert shortened("甲" + "乙" * 100 + "丙") == "甲" + "乙" * 39 + "……" + "乙" * 17 + "丙"
    assert shortened("甲\n\t 乙") == "甲 乙"


def test_a_label_printed_twice_keeps_both_values() -> None:
    field = Field(words("甲"), words("支持"))
    assert fields_record((field, field)) == {"甲": "支持\n支持"}
