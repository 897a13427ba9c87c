"""Whatever the text: reading it never raises, loses nothing, invents nothing, and gives the same twice."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook import files
from handbook.model import Parsed, Source
from handbook.parse import parse

from .laws import CAPTURES, again, captured, check, check_partition, folded, unsaid

FEW = settings(max_examples=12, derandomize=True, deadline=None)
SOME = settings(max_examples=80, derandomize=True, deadline=None)
MARKS = (
    "一、", "二、", "十一、", "（一）", "（二）", "(三)", "( 四)", "1.", "2.", "3、", "１．", "（1）", "(2)", "①", "②", "第一条", "第二条 ", "第 3 條",
    "第一章", "第二节 ", "01", "02", "政策1：", "措施二、", "A.", "1.1 ", "【一】", "●", "• ", "-", "—", "□", "附件1", "附件：", "目录", "附则",
)  # fmt: skip
WORDS = (
    "支持企业技术改造", "总体要求", "主要目标", "给予50万元奖励", "最高不超过500万元", "责任单位：市经信局、市财政局", "（市科技局）", "【责任单位：市商务局】",
    "各区人民政府：", "云政发〔2024〕3号", "2024年5月1日", "云溪市关于支持企业发展的若干措施", "关于印发某某办法的通知", "现印发给你们。", "支持对象\t小微企业",
    "支持内容：", "【执行时间】", "序号\t政策名称\t支持内容", "1\t减税\t减半", "| 序号 | 政策名称 | 支持内容 |", "| 1 | 减税 | 减半 |", "本报讯", "记者", "问：", "答：",
    "发布时间：2024-01-01 浏览：3", "- 3 -", "第3页", "上一篇：无", "<p>", "</p>", "<td>", "<script>", "</script>", "&nbsp;", "&amp;", "&lt;", "&ldquo;", "<!--", "-->",
    "# ", "**", "[a](https://a.cn)", "![](/a.png)", "\\.", "1:1.2:2", "1.5亿元", "20-50万元", "3．5", "D+M", "５Ｇ＋", "﹝2020﹞", "⽅", "😀",
)  # fmt: skip
BREAKS = (
    "",
    "",
    "。",
    "；",
    "，",
    "：",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\f",
    "\t",
    " ",
    "\u3000\u3000",
    "\u2028",
    "\ufeff",
    "\u200b",
    "\x00",
    "\ud800",
)
LINES = tuple(line for id in CAPTURES for line in captured(id).text.splitlines(keepends=True))
soup = st.lists(st.sampled_from(MARKS + WORDS + BREAKS), max_size=60).map("".join)
mixed = st.lists(
    st.tuples(st.sampled_from(LINES), st.integers(0, 40), st.integers(0, 400), st.sampled_from(("", *BREAKS))).map(
        lambda cut: cut[0][cut[1] : cut[1] + cut[2]] + cut[3]
    ),
    max_size=40,
).map("".join)
ids = pytest.mark.parametrize("id", sorted(CAPTURES))


def of(text: str) -> Source:
    return Source.of("made", text, "")


def same(one: Parsed, other: Parsed) -> bool:
    return one == other


@SOME
@given(soup)
def test_marker_soup(text: str) -> None:
    check(parse(of(text)))


@SOME
@given(mixed)
def test_pieces_of_captures_in_any_mixture(text: str) -> None:
    check(parse(of(text)))


@SOME
@given(st.text(max_size=200))
def test_any_characters(text: str) -> None:
    check(parse(of(text)))


@FEW
@given(st.sampled_from(sorted(CAPTURES)), st.floats(0, 1), st.floats(0, 1))
def test_captures_cut_off_anywhere(id: str, one: float, other: float) -> None:
    text = captured(id).text
    start, end = sorted((int(one * len(text)), int(other * len(text))))
    check(parse(of(text[start:end])))


@ids
@pytest.mark.parametrize("seed", range(3))
def test_captures_with_their_lines_shuffled(id: str, seed: int) -> None:
    lines = captured(id).text.splitlines(keepends=True)
    random.Random(seed).shuffle(lines)
    check(parse(of("".join(lines))))


@ids
def test_captures_as_received(id: str) -> None:
    parsed = parse(captured(id))
    check(parsed)
    assert same(parsed, parse(captured(id)))
    assert not parsed.documents or unsaid(parsed) == []
    for document in parsed.documents:
        for measure in document.measures:
            assert again(measure.text.text) == measure.text.text
            assert again(measure.title.text) == measure.title.text


def words(parsed: Parsed) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (measure.number, measure.title.text, measure.text.text, tuple(bracket.text for bracket in measure.brackets))
        for document in parsed.documents
        for measure in document.measures
    ]


@ids
@pytest.mark.parametrize(
    "received",
    [
        lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("gb18030"),
        lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
        lambda text: (text + "\n\n\n").encode(),
    ],
    ids=["CRLF", "byte order mark", "GB18030", "UTF-16", "empty lines at the end"],
)
def test_the_way_a_capture_is_stored_does_not_matter(id: str, received) -> None:  # type: ignore[no-untyped-def]
    parsed = parse(files.source(id, received(captured(id).text)))
    check(parsed)
    assert words(parsed) == words(parse(captured(id)))


@pytest.mark.parametrize(
    "text",
    [
        "2.\n二、[税务局]\n二、\n第2条",  # a chapter whose heading is lost among units without text
        "一、（财政局，）\n（税务局）\n3.\n三、",  # a lost unit before a list
        "第一条（科技局）<p>（科技局）\n3.\n第3條",
        "(八)\n支持对象\n为\n费补贴的政策\n（十）",  # a label alone, its value broken over lines
        "A.不超过\n5\t政策名称\t内容\n号\t\t支",  # the head of a table inside a unit
        "</p></p></p></p></p>&lt;",
        "三、(人民政府)\n(区政府)(二一)局、县政府)五、(商务局)(二二)",
    ],
    ids=lambda text: ascii(text[:8]),
)
def test_texts_on_which_reading_once_stumbled(text: str) -> None:
    check(parse(of(text)))


@pytest.mark.parametrize(
    "text",
    ["", "\n", " ", "\x00", "\x00" * 100, "\ud800", "一、\ud800支持。\n二、\udfff奖励。", "\ufeff", "一、", "第一条", "（一）", "1.", "|", "\t", "<", "&", "**",
     "一、" * 500, "（" * 5000, "）" * 5000, "<p>" * 3000, "\n" * 5000, "1.\n" * 500, "目录\n" * 50, "附件\n" * 50, "责任单位：" * 300],
    ids=lambda text: ascii(text[:8]),
)  # fmt: skip
def test_texts_that_hold_next_to_nothing(text: str) -> None:
    check(parse(of(text)))


def test_one_line_of_two_megabytes() -> None:
    unit = "（一）支持企业技术改造。对总投资1000万元以上的企业给予奖励。（责任单位：市经信局）"
    text = unit * (2_000_000 // len(unit.encode()))
    check_partition(parse(of(text)))


@ids
def test_little_of_a_capture_is_dropped_and_all_of_that_by_rule(id: str) -> None:
    parsed = parse(captured(id))
    dropped = [item for item in parsed.segments if item.role == "furniture"]
    assert all(item.rule for item in dropped)
    share = sum(len(folded(parsed.source.quote(item.span))) for item in dropped) / len(folded(parsed.source.text))
    assert share < 0.1
