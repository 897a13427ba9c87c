"""A misprint that somebody recorded: found where it stands, and shown on its page, with its measure and in the feed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import html

from handbook import files
from handbook.export.feed import ATOM
from handbook.files import card_of, load
from handbook.model import Capture, Erratum, Parsed, Source, SourceCard
from handbook.render.errata import misprints, within

DAY = date(2026, 11, 22)


def capture(text: str, *printed: str) -> Capture:
    errata = tuple(Erratum(words, "正", "误") for words in printed)
    card = SourceCard("made", "标题", "机关", "某市", None, "抄录", DAY, "0" * 64, "official", errata=errata)
    return Capture(card, Parsed(Source.of("made", text, "0" * 64), "policy", (), (), (), ()))


@pytest.mark.parametrize(
    ("text", "printed", "found"),
    [
        ("关于工作得通知", "工作得通知", "工作得通知"),
        ("关于工作\n 得通知", "工作得通知", "工作\n 得通知"),  # broken in print
        ("关于工作得通知", "工作 得通知", "工作得通知"),
        ("关于工作的通知", "工作得通知", None),
        ("得", "得", "得"),
    ],
)
def test_a_misprint_is_found_where_it_stands(text: str, printed: str, found: str | None) -> None:
    (one,) = misprints(capture(text, printed))
    assert (text[one.span.start : one.span.end] if one.span else None) == found


def test_each_misprint_has_its_own_anchor() -> None:
    found = misprints(capture("甲乙丙", "甲", "丙"))
    assert [one.anchor for one in found] == ["made-1", "made-2"]
    assert found[1].span
    assert within(found[1].span, found) == (found[1],)


def test_the_day_of_recording_may_be_given() -> None:
    yaml = """
title: 若干措施
issuer: 某市人民政府
region: 某市
url: null
obtained: 从某网站复制全文。
captured: 2026-11-22
sha256: "0000000000000000000000000000000000000000000000000000000000000000"
rights: official
errata:
  - {printed: 得, reading: 的, why: 误, date: 2026-12-01}
  - {printed: 做, reading: 作, why: 误}
"""
    card = card_of("made", load("source.yml", yaml.encode()))
    assert [erratum.recorded for erratum in card.errata] == [date(2026, 12, 1), None]


@pytest.fixture(scope="module")
def cards(handbook_root: Path) -> list[SourceCard]:
    return [card for card, _ in files.read_sources(handbook_root / "sources") if card.errata]


def page(root: Path, address: str) -> html.HtmlElement:
    return html.document_fromstring((root / "build/site" / address / "index.html").read_bytes().decode("utf-8"))


def test_every_misprint_is_on_the_page_of_errata(cards: list[SourceCard], handbook_root: Path) -> None:
    errata = page(handbook_root, "errata")
    assert cards
    for card in cards:
        for number, erratum in enumerate(card.errata, start=1):
            (row,) = errata.xpath(f"//tr[@id='{card.id}-{number}']")
            cells = [" ".join(cell.text_content().split()) for cell in row]
            assert cells[:3] == [" ".join(part.split()) for part in (erratum.printed, erratum.reading, erratum.why)]
            assert row.xpath(f".//a[contains(@href, 'sources/{card.id}/')]"), erratum.printed


def test_every_measure_with_a_misprint_says_so(cards: list[SourceCard], handbook_root: Path) -> None:
    said = 0
    for row in page(handbook_root, "errata").xpath("//tr[@id]"):
        for link in row.xpath(".//a[contains(@href, '/measures/')]/@href"):
            measure = page(handbook_root, link.removeprefix("../"))
            notes = "".join("".join(note.text_content().split()) for note in measure.xpath("//*[@class='hb-notes']"))
            assert "".join(row[0].text_content().split()) in notes, link
            said += 1
    assert said >= 5


def test_every_misprint_is_in_the_feed(cards: list[SourceCard], handbook_root: Path) -> None:
    feed = ElementTree.fromstring((handbook_root / "build/data/atom.xml").read_bytes())
    links = {link.get("href") for link in feed.iter(f"{{{ATOM}}}link")}
    wanted = {f"../errata/#{card.id}-{number}" for card in cards for number in range(1, len(card.errata) + 1)}
    assert wanted <= links
    ids = [entry.text for entry in feed.iter(f"{{{ATOM}}}id")]
    assert len(ids) == len(set(ids))
