"""Terms in texts, held against tables that a policy officer can read, and what no text may break."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.files import read_vocabulary
from handbook.link.coinages import with_coinages
from handbook.link.declared import declared, with_declared
from handbook.link.forms import alike, longest_of
from handbook.link.terms import TermFinder, initial_of, with_terms
from handbook.model import (
    Agency,
    Capture,
    Document,
    DocumentRecord,
    Findings,
    GlossaryTerm,
    LeftOut,
    Library,
    Measure,
    MeasureRecord,
    Parsed,
    Passage,
    Piece,
    Source,
    SourceCard,
    Span,
    Vocabulary,
)

ROOT = Path(__file__).parents[2]
WORDS = read_vocabulary(ROOT / "vocabulary")
NAMES = {term.id: term.term for term in WORDS.glossary}
FINDER = TermFinder(WORDS.glossary)
DAY = date(2026, 11, 22)
MADE = (
    GlossaryTerm("shou-banci", "首版次", ("首版次软件",), "首次推向市场的软件产品。"),
    GlossaryTerm("san-ling-yi", "301贷款模式", (), "某种贷款模式。", quoted=("301",)),
    GlossaryTerm("zhongshi", "中试平台", ("中试",), "中间试验的平台。", not_in=("高中试",)),
)


def words(text: str, start: int = 0) -> Passage:
    return Passage("some-2026", text, (Piece(0, len(text), start, start + len(text)),) if text else ())


def found(text: str, finder: TermFinder = FINDER) -> list[str]:
    return [text[start:end] for _, start, end in finder.find(words(text))]


# What is a use of a term ----------------------------------------------------------------------------------------------

USES = [
    ("对首版次软件给予奖励", ["首版次软件"], "the longest form"),
    ("支持首台(套)、首台（套）装备", ["首台(套)", "首台（套）"], "brackets of either width"),
    ("探索“先投后股”试点", ["先投后股"], "in quotation marks"),
    ("探索「先投后股」試點", ["先投后股"], "in other quotation marks"),
    ("提升“301”贷款模式服务效能", ["301"], "a number that is a name"),
    ("最高奖励301万元，新增301家", [], "the same number as a sum"),
    ("聚焦“51020”产业集群，投入51020元", ["51020"], "a name and a sum"),
    ("推广BIM技术，用BIMSOFT软件", ["BIM"], "Latin letters are whole words"),
    ("PPP、BT、BOT、BOO模式", ["BT", "BOT", "BOO"], "abbreviations side by side"),
    ("开展5G＋工业互联网应用", ["5G＋工业互联网"], "signs of either width"),
    ("培育科技小巨人", ["科技小巨人"], "not 小巨人 inside of it"),
    ("服务知识密集型生产性服务业", ["知识密集型生产性服务业"], "not 生产性服务业 inside of it"),
    ("支持大中小企业融通发展", [], "a longer word that means something else"),
    ("加大预算力度", [], "characters of two words"),
    ("提供持续贷款支持", [], "characters of two words"),
    ("新增信用贷款", ["信用贷款"], "增信 is not in 新增信用贷款"),
    ("A股上市公司", [], "股上市 is not in A股上市"),
    ("推动规改股、股上市", ["规改股", "股上市"], "but here it is"),
]


@pytest.mark.parametrize(("text", "expected", "_why"), USES, ids=[case[2] for case in USES])
def test_uses(text: str, expected: list[str], _why: str) -> None:
    assert found(text) == expected


# What is part of a name -----------------------------------------------------------------------------------------------

NO_USES = [
    "按照《工业互联网发展规划》执行",
    "《关于印发《数字贸易规划》的通知》",
    "按照《科技型中小企业评价办法》（某科发〔2017〕1号）执行",
    "依据知识产权质押融资〔2020〕12号",
    "由市科技金融局办理",
    "由市工业互联网局负责",
    "省中小企业局会同有关部门",
    "发挥服务型制造联盟作用",
    "依托中小企业协会",
    "某市中小企业融资担保有限公司",
]


@pytest.mark.parametrize("text", NO_USES)
def test_no_use_inside_a_name(text: str) -> None:
    assert found(text) == []


BESIDE_NAMES = [
    ("中小微企业由省科技厅评价", ["中小微企业"]),
    ("市科技局支持中小企业发展", ["中小企业"]),
    ("知识产权质押融资由市市场监管局受理", ["知识产权质押融资"]),
    ("支持高新技术企业，各部门按职责办理", ["高新技术企业"]),
    ("《某办法》规定的小微企业", ["小微企业"]),
    ("根据某政发〔2020〕6号，支持小微企业", ["小微企业"]),
    ("没有写完的《书名，支持小微企业", ["小微企业"]),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE_NAMES)
def test_use_beside_a_name(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_no_use_inside_a_known_agency() -> None:
    text = words("某某首版次中心和首版次软件")
    finder = TermFinder(MADE)
    assert [start for _, start, _ in finder.find(text)] == [2, 8]
    assert [start for _, start, _ in finder.find(text, [text.cut(0, 7)])] == [8]


# Over a library -------------------------------------------------------------------------------------------------------


def shelf(*measures: Measure, preamble: str = "") -> Library:
    card = SourceCard("some-2026", "某政策", "某机关", "某市", None, "收到", DAY, "0" * 64, "official")
    lead = words(preamble, 9000) if preamble else None
    document = Document(words("某措施"), "measures", Span("some-2026", 0, 1), (), measures, preamble=lead)
    records = tuple(MeasureRecord(f"some-2026/{n:02}", item) for n, item in enumerate(measures, 1))
    record = DocumentRecord("some-2026", "某措施", "", document, records, card)
    capture = Capture(card, Parsed(Source.of("some-2026", "文" * 9999, ""), "policy", (), (document,), (), ()))
    return Library(DAY, (capture,), (record,), ())


def measure(title: str, text: str, findings: Findings | None = None) -> Measure:
    return Measure("", words(title), words(text, 100), Span("some-2026", 0, 1), findings=findings or Findings())


def glossary(*left_out: str) -> Vocabulary:
    return Vocabulary((), (), (), (), MADE, (LeftOut("照字面就懂", left_out),))


def test_a_term_is_listed_once_a_measure_with_its_place() -> None:
    made = with_terms(
        shelf(measure("甲", "首版次，再说首版次。"), measure("中试平台", "不提。"), preamble="鼓励首版次。"), glossary()
    )
    uses = {
        entry.term.term: [(use.place, use.words.text, use.words.locate().start) for use in entry.uses]
        for entry in made.terms
    }
    assert uses == {
        "首版次": [("some-2026", "首版次", 9002), ("some-2026/01", "首版次", 100)],
        "中试平台": [("some-2026/02", "中试平台", 0)],
        "301贷款模式": [],
    }


def test_a_term_is_shown_in_the_text_rather_than_in_the_heading() -> None:
    made = with_terms(shelf(measure("支持首版次", "对首版次奖励。")), glossary())
    assert [use.words.locate().start for entry in made.terms for use in entry.uses] == [101]


def test_an_agency_of_the_measure_holds_no_term() -> None:
    text = words("某某首版次中心。", 100)
    agency = Agency(text.cut(0, 7), True)
    item = Measure("", words("甲"), text, Span("some-2026", 0, 1), findings=Findings(agencies=(agency,)))
    made = with_terms(shelf(item), glossary())
    assert not any(entry.uses for entry in made.terms)


def test_the_index_is_by_pinyin_and_figures_come_last() -> None:
    made = with_terms(shelf(), glossary())
    assert [(entry.initial, entry.term.term) for entry in made.terms] == [
        ("S", "首版次"), ("Z", "中试平台"), ("#", "301贷款模式"),
    ]  # fmt: skip
    assert initial_of("“三区”人才")[0] == "S"
    assert initial_of("BIM")[0] == "B"


def test_quoted_words_that_nobody_knows_are_listed_with_their_places() -> None:
    item = measure("甲“乙丙”", "“首版次”“一张网”“乙丙”「丁戊」，说“这是一句话。”“301”")
    made = with_coinages(shelf(item), glossary("一张网"))
    assert [(coinage.text, len(coinage.places)) for coinage in made.coinages] == [("乙丙", 2), ("丁戊", 1)]


# Terms that a text declares -------------------------------------------------------------------------------------------

DECLARED = [
    ("印发《某市促进某业若干措施》（以下简称《措施》），请执行", [("short", "措施", "《某市促进某业若干措施》")]),
    (
        "按照《某办法》（某政发〔2020〕6号，以下简称《办法》）办理",
        [("short", "办法", "《某办法》")],
    ),
    ("支教、支农（以下简称“三支一扶”计划）的人员", [("short", "“三支一扶”计划", "支教、支农")]),
    ("对自由贸易试验区（以下简称自贸试验区）", [("short", "自贸试验区", "自由贸易试验区")]),
    ("交通部（以下簡稱本部）為輔導", [("short", "本部", "交通部")]),
    ("企业和个体户（以下统称经营主体）", [("short", "经营主体", "企业和个体户")]),
    ("本办法所称中小企业，是指符合标准的企业。", [("called", "中小企业", "符合标准的企业")]),
    ("第二条 本措施所称的“链主”是指牵头的企业。", [("called", "链主", "牵头的企业")]),
    ("（增量留抵税额，是指新增加的税额。）", [("means", "增量留抵税额", "新增加的税额")]),
    ("（一）研发总部：是指开展研发的机构；", [("means", "研发总部", "开展研发的机构")]),
    ("主要任务。一是指导企业用好政策", []),
    ("这里没有任何定义。", []),
]


@pytest.mark.parametrize(("text", "expected"), DECLARED, ids=[case[0][:16] for case in DECLARED])
def test_declared(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(kind, name.text, meaning.text) for kind, name, meaning, _ in declared(words(text))] == expected


def test_a_declared_term_holds_in_its_document_and_is_listed_once() -> None:
    said = "《某措施》（以下简称《措施》）"
    made = with_declared(shelf(measure("甲", said), measure("乙", said)))
    assert [(item.document, item.place, item.name.text) for item in made.declared] == [
        ("some-2026", "some-2026/01", "措施")
    ]


# For any text ---------------------------------------------------------------------------------------------------------

PIECES = [
    "首版次软件", "工业互联网", "中小企业", "“301”", "BIM", "《", "》", "（", "）", "〔2020〕6号", "国科发", "令第7号", "2020年第8号",
    "市", "省", "局", "厅", "会", "由", "支持", "，", "。", "\n", "联盟", "以下简称", "本办法所称", "是指", "“", "”", "《某规划》", "市中小企业局", "x",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TITLE = re.compile(r"《[^《》\n]*》")
NUMBER = re.compile(r"〔\d{4}〕\d+号|令第\d+号|\d{4}年第\d+号")
AGENCY = re.compile(r"市中小企业局|省中小企业厅")


@given(SOUP)
def test_no_term_inside_a_title_a_document_number_or_an_agency(text: str) -> None:
    closed = {
        at for pattern in (TITLE, NUMBER, AGENCY) for match in pattern.finditer(text) for at in range(*match.span())
    }
    last = 0
    for id, start, end in FINDER.find(words(text)):
        assert id in NAMES
        assert last <= start < end
        assert not closed & set(range(start, end))
        last = end


@given(SOUP)
def test_declarations_read_back_as_their_words(text: str) -> None:
    passage = words(text)
    for _, name, meaning, said in declared(passage):
        for part in (name, meaning, said):
            assert part.text in text
        assert said.text


@given(
    st.lists(st.text(alphabet="首版次软件A1(", min_size=1, max_size=5), max_size=8),
    st.text(alphabet="首版次软件A1(（", max_size=30),
)
def test_one_pattern_finds_the_longest_word_at_each_place(forms: list[str], text: str) -> None:
    plain = alike(text)
    edge = re.compile("[0-9A-Za-z]")

    def longest(at: int) -> str:
        fits = [
            form for form in map(alike, forms)
            if plain.startswith(form, at)
            and not (edge.match(form) and at and edge.match(plain, at - 1))
            and not (edge.match(form[-1]) and edge.match(plain, at + len(form)))
        ]  # fmt: skip
        return max(fits, key=len, default="")

    expected, at = [], 0
    while at < len(plain):
        word = longest(at)
        if word:
            expected.append((at, word))
        at += len(word) or 1
    assert [(match.start(), match[0]) for match in longest_of(forms).finditer(plain)] == expected
