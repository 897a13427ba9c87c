"""`handbook add`: one text as a web page, a PDF and a Word document gives the same measures; a draft of its card."""

from __future__ import annotations

import sys
from html import escape
from io import BytesIO
from pathlib import Path

import pytest
import typst
from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from handbook import files, pipeline
from handbook.cli import main
from handbook.model import Vocabulary
from handbook.review.check import check
from handbook.review.intake import Unreadable, received
from handbook.review.intake.word import word_text

from . import project
from .project import BUSINESS, ROOT

CAPTURES = {"made": BUSINESS} | {
    id: (ROOT / "sources" / id / "capture.txt").read_text(encoding="utf-8") for id in ("wuhan-2024", "hubei-2025")
}
LINK = "https://www.example.gov.cn/zc/1.html"
Read = list[tuple[object, ...]]


def as_page(text: str) -> bytes:
    lines = "".join(f'<p style="text-indent:2em"><span>{escape(line)}</span></p>\n' for line in text.split("\n"))
    head = f'<head><meta charset="gb2312"><title>某网站</title><link rel="canonical" href="{LINK}"></head>'
    return f"<!doctype html><html>{head}<body><script>var a=1;</script><div>{lines}</div></body></html>".encode(
        "gb18030"
    )


def as_print(text: str) -> bytes:
    """A PDF with lines broken where the column ends, and page numbers."""
    lines = "\n\n".join("".join(f"\\u{{{ord(char):x}}}" for char in line) for line in text.split("\n"))
    made = typst.compile(
        f'#set page(width: 148mm, height: 210mm, numbering: "— 1 —")\n#set text(font: "Noto Serif CJK SC", size: 11pt, '
        f'lang: "zh")\n#set par(justify: true)\n{lines}'.encode()
    )
    assert isinstance(made, bytes)
    return made


def as_word(text: str) -> bytes:
    document = WordDocument()
    for line in text.split("\n"):
        document.add_paragraph(line)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return files.read_vocabulary(ROOT / "vocabulary")


def measures(data: bytes, words: Vocabulary) -> Read:
    """What is read of a capture: each measure with its number, words, agencies, amounts and types."""
    parsed = pipeline.read(files.source("x", data), words)
    return [
        (
            document.title.text,
            measure.number,
            measure.title.text,
            "".join(measure.text.text.split()),
            tuple(agency.name.text for agency in measure.findings.agencies),
            tuple((amount.yuan_max, amount.percent) for amount in measure.findings.amounts),
            tuple(audience.id for audience in measure.findings.audiences),
        )
        for document in parsed.documents
        for measure in document.measures
    ]


@pytest.mark.parametrize(("name", "form"), [("x.html", as_page), ("x.pdf", as_print), ("x.docx", as_word)])
@pytest.mark.parametrize("capture", sorted(CAPTURES))
def test_a_text_in_another_form_gives_the_same_measures(capture: str, name: str, form, words: Vocabulary) -> None:
    text = CAPTURES[capture]
    got = received(name, form(text), files.decode)
    assert measures(got.capture, words) == measures(text.encode(), words)


def test_a_text_file_is_kept_as_received() -> None:
    data = "\ufeff甲市措施\r\n（一）支持".encode("utf-16-le")
    assert received("x.txt", data, files.decode).capture == data


def test_a_page_knows_where_it_is_from() -> None:
    assert received("x.html", as_page(BUSINESS), files.decode).link == LINK
    saved = f"<!-- saved from url=(0036){LINK} --><p>{BUSINESS}</p>".encode()
    assert received("x.htm", saved, files.decode).link == LINK


def test_numbers_that_word_makes_are_written_out() -> None:
    document = WordDocument()
    numbering = document.part.numbering_part.element
    levels = (("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(levels)
    )
    pattern = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{made}</w:abstractNum>')
    numbering.insert(0, pattern)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level, text in ((0, "支持创新"), (1, "甲"), (1, "乙"), (2, "细则"), (0, "附则"), (1, "丙")):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        )
    data = BytesIO()
    document.save(data)
    assert word_text(data.getvalue()).split("\n") == [
        "一、支持创新",
        "（一）甲",
        "（二）乙",
        "1.细则",
        "二、附则",
        "（一）丙",
    ]


def test_tracked_changes_read_as_accepted() -> None:
    document = WordDocument()
    paragraph = document.add_paragraph("奖励")._p
    paragraph.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>50</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>80</w:t></w:r></w:ins>"))
    document.add_paragraph("万元")
    data = BytesIO()
    document.save(data)
    assert word_text(data.getvalue()) == "奖励80\n万元"
    assert paragraph.tag == qn("w:p")


UNREADABLE = [
    ("x.pdf", b"%PDF-1.4 broken", "没有文字"),
    ("x.docx", b"PK\x03\x04broken", "没有文字"),
    ("x.doc", b"\xd0\xcf\x11\xe0old", "另存为 .docx"),
    ("x.html", b"<html><script>alert(1)</script></html>", "没有文字"),
]


@pytest.mark.parametrize(("name", "data", "message"), UNREADABLE, ids=[name for name, _, _ in UNREADABLE])
def test_what_holds_no_text_is_refused(name: str, data: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        received(name, data, files.decode)


# the command ----------------------------------------------------------------------------------------------------------

NEW = BUSINESS.replace("制造业", "服务业").replace("12号", "15号")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project.make(tmp_path / "project")


def run(monkeypatch: pytest.MonkeyPatch, root: Path, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["handbook", *map(str, arguments), "--root", str(root), "--as-of", project.DAY])
    try:
        main()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    return 0


def test_a_source_is_added_with_its_card(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], root: Path
) -> None:
    given = root / "甲市措施.html"
    given.write_bytes(as_page(NEW))
    assert run(monkeypatch, root, "add", given) == 0
    out = capsys.readouterr().out
    for said in (
        "《甲市支持服务业企业发展若干措施》",
        "6 条",
        "（一） 支持企业研发投入",
        "金额和比例",
        "sources/jia-2026/",
    ):
        assert said in out
    card, source = files.read_source(root / "sources", "jia-2026")
    assert (card.title, card.issuer, card.region, card.url, card.rights) == (
        "甲市支持服务业企业发展若干措施",
        "甲市人民政府办公室",
        "甲市",
        LINK,
        "official",
    )
    text = (root / "sources/jia-2026/source.yml").read_text(encoding="utf-8")
    assert "文号 甲政办发〔2026〕15号" in text
    assert "施行 2026-04-01" in text
    assert len(measures(source.text.encode(), files.read_vocabulary(root / "vocabulary"))) == 7
    assert check(files.contributed(root)) == ()


def test_what_is_not_found_is_left_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], root: Path
) -> None:
    given = root / "x.txt"
    given.write_text("关于若干事项\n\n（一）支持企业。给予奖励10万元。\n", encoding="utf-8")
    assert run(monkeypatch, root, "add", given, "--id", "some-2026") == 0
    assert "还要填写：title、issuer、region、url、obtained、rights" in capsys.readouterr().out
    codes = {(fault.file, fault.code) for fault in check(files.contributed(root))}
    assert ("sources/some-2026/source.yml", "todo-left") in codes


def test_nothing_is_overwritten(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], root: Path
) -> None:
    given = root / "x.txt"
    given.write_text(NEW, encoding="utf-8")
    before = (root / "sources/jia-business/capture.txt").read_bytes()
    assert run(monkeypatch, root, "add", given, "--id", "jia-business") == 2
    assert "不覆盖" in capsys.readouterr().err
    assert run(monkeypatch, root, "add", given, "--id", "../x") == 2
    assert (root / "sources/jia-business/capture.txt").read_bytes() == before
    assert [run(monkeypatch, root, "add", given) for _ in range(2)] == [0, 0]
    assert {"jia-2026", "jia-2026-2"} <= {path.name for path in (root / "sources").iterdir()}
