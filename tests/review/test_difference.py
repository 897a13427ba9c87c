"""`handbook diff`: a hundred seeded edits, each told with its class, and nothing told that did not change."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from markdown import Markdown

from handbook import files, pipeline
from handbook.model import SIMPLIFIED
from handbook.review.change import Difference
from handbook.review.report import NOTHING, REVIEW, as_json, as_markdown, report
from handbook.review.snapshot import Snapshot, snapshot

from . import project
from .project import BUSINESS, FILES, PRESS, ROOT, TRADE

B, T, N = "jia-business", "jia-trade", "jia-news"
CAPTURES = {B: BUSINESS, T: TRADE, N: PRESS}

# capture, what is replaced, by what, and the classes that have to be told: exactly these
EDITS = [
    # amounts
    (B, "最高不超过200万元", "最高不超过300万元", "amount"),
    (B, "最高不超过200万元", "最高200万元", "wording"),
    (B, "最高不超过500万元", "最高不超过1000万元", "amount"),
    (B, "总投资1000万元以上", "总投资500万元以上", "amount"),
    (B, "奖励50万元", "奖励80万元", "amount"),
    (B, "奖励50万元", "奖励五十万元", "amount"),
    (B, "最高不超过20万元", "最高不超过15万元", "amount"),
    (B, "每人给予5万元", "每人给予8万元", "amount"),
    (B, "每人给予5万元", "每人给予5-10万元", "amount"),
    (B, "每人给予5万元", "每人给予5000元", "amount"),
    (B, "按10%给予补助，最高不超过200万元", "按10%给予补助", "amount"),
    (B, "奖励50万元。", "奖励50万元，累计最高200万元。", "amount"),
    (T, "最高不超过30万元", "最高不超过50万元", "amount"),
    (T, "给予最高100万元奖励", "给予最高150万元奖励", "amount"),
    (T, "给予最高100万元奖励", "给予最高1亿元奖励", "amount"),
    (T, "按保费的60%给予补助", "按保费的60%给予补助，最高10万元", "amount"),
    # rates
    (B, "按10%给予", "按12%给予", "rate"),
    (B, "按10%给予", "按百分之十给予", "rate"),
    (B, "设备投资额的15%", "设备投资额的20%", "rate"),
    (B, "设备投资额的15%", "设备投资额的10%-15%", "rate"),
    (B, "按2%给予贴息", "按1.5%给予贴息", "rate"),
    (B, "按2%给予贴息", "按2个百分点给予贴息", "rate"),
    (T, "按50%给予", "按30%给予", "rate"),
    (T, "保费的60%", "保费的80%", "rate"),
    (T, "保费的60%", "保费的60.5%", "rate"),
    (B, "按10%给予补助，最高不超过200万元", "按12%给予补助，最高不超过300万元", "amount rate"),
    # dates
    (B, "2026年6月30日前", "2026年12月31日前", "date"),
    (B, "2026年6月30日前", "", "date"),
    (B, "2026年4月1日起施行", "2026年5月1日起施行", "date"),
    (B, "有效期至2028年12月31日", "有效期至2027年12月31日", "date"),
    (B, "2026年3月5日", "2026年3月15日", "date"),
    (T, "2026年5月1日起施行", "2026年7月1日起施行", "date"),
    (T, "2026年4月20日", "2026年4月25日", "date"),
    (B, "对承租国有房屋", "自2026年1月1日起，对承租国有房屋", "date"),
    (T, "有效期3年", "有效期5年", "date figure"),
    # other figures
    (B, "免收3个月租金", "免收6个月租金", "figure"),
    # agencies
    (B, "市科技局、市财政局", "市科技局、市商务局", "agency"),
    (B, "市科技局、市财政局", "市科技局", "agency"),
    (B, "（责任单位：市国资委）", "（责任单位：市国资委、市财政局）", "agency"),
    (B, "（责任单位：市国资委）", "（责任单位：市住建局）", "agency"),
    (B, "责任单位：市科技局、市财政局", "牵头单位：市科技局；配合单位：市财政局", "agency"),
    (B, "（责任单位：市人力资源社会保障局）", "", "agency"),
    (T, "市商务局、市财政局", "市商务局、市税务局", "agency"),
    (T, "（责任单位：市商务局、市财政局）", "（责任单位：市财政局）", "agency"),
    # who gets it
    (B, "对中小企业年度研发费用", "对小微企业年度研发费用", "beneficiary"),
    (B, "的规上工业企业技术改造项目", "的中小企业技术改造项目", "beneficiary"),
    (B, "的小微企业，", "的中小企业，", "beneficiary"),
    (B, "对小微企业新增流动资金贷款", "对个体工商户新增流动资金贷款", "beneficiary"),
    (B, "全职引进的博士", "全职引进的硕士", "beneficiary"),
    (T, "对外贸企业参加", "对中小企业参加", "beneficiary"),
    (T, "对小微外贸企业投保", "对外贸企业投保", "beneficiary"),
    (T, "新建的公共海外仓", "新建的海外仓", "beneficiary"),
    # conditions
    (B, "承租国有房屋的", "承租国有厂房的", "condition"),
    (B, "企业全职引进的", "企业新引进的", "condition"),
    (T, "参加境外展会", "参加境内展会", "condition"),
    (T, "对新建的公共", "对改建的公共", "condition"),
    # wording
    (B, "免收3个月租金", "减收3个月租金", "wording"),
    (B, "给予5万元安家补贴", "给予5万元住房补贴", "wording"),
    (B, "请认真组织实施", "请遵照执行", "wording"),
    (B, "为支持制造业企业发展，制定", "为支持制造业企业发展，特制定", "wording"),
    # headings
    (B, "（六）支持引进人才。", "（六）支持引进高层次人才。", "title"),
    (B, "二、降低成本", "二、降低企业成本", "section"),
    (B, "甲政办发〔2026〕12号", "甲政办发〔2026〕13号", "number"),
    # places
    (B, "（四）减免", "（五）减免", "renumbered"),
    (T, "（三）支持建设", "（四）支持建设", "renumbered"),
    (B, "二、降低成本\n\n", "", "moved"),
    # gone
    (T, re.search("（三）.*\n\n", TRADE)[0], "", "removed-measure"),
    (B, re.search("（六）.*\n\n", BUSINESS)[0], "", "removed-measure"),
    (T, re.search("（二）.*\n\n", TRADE)[0], "", "removed-measure renumbered"),
    (B, re.search("（三）.*\n\n", BUSINESS)[0], "", "removed-measure renumbered"),
    # new
    (T, "本措施自", "（四）支持跨境电商。对跨境电商企业给予20万元奖励。（责任单位：市商务局）\n\n本措施自", "added-measure"),
    (B, "三、附则", "（七）支持上市。对上市企业给予100万元奖励。（责任单位：市财政局）\n\n三、附则", "added-measure"),
    (T, "（一）支持企业参展", "（一）支持品牌建设。对获奖品牌奖励10万元。\n\n（一）支持企业参展", "added-measure renumbered"),
    # form only
    (B, "，最高不超过200万元", "，\n最高不超过200万元", ""),
    (B, "对中小企业年度", "对中小企业 年度", ""),
    (B, "\n\n（二）", "\n（二）", ""),
    (B, "（责任单位：市国资委）", "\n（责任单位：市国资委）", ""),
    (B, "（责任单位：市科技局、市财政局）", "(责任单位:市科技局、市财政局)", ""),
    (T, "给予补助，每家", "给予补助,每家", ""),
    (T, "\n\n（三）", "\n\n\n\n（三）", ""),
    (T, "甲市商务局\n2026年4月20日", "　　　　甲市商务局\n　　　　2026 年 4 月 20 日", ""),
    (T, "（责任单位：市商务局、市财政局）", "（责任单位：市财政局、市商务局）", ""),
    (B, "市科技局、市财政局", "市财政局、市科技局", ""),
    (N, "甲日报讯 3月6日", "甲日报讯　3月6日", ""),
    (N, "对企业技术改造", "对企业 技术改造", ""),
    (B, "最高不超过500万元", "最高不超过５００万元", ""),
    # an article: told, never quoted
    (N, "最高补助500万元", "最高补助600万元", "other"),
]  # fmt: skip

TYPES, AGENCIES, TERMS, TOPICS, REGIONS = (
    f"vocabulary/{name}.yml" for name in ("enterprise_types", "agencies", "glossary", "topics", "regions")
)
WORD_EDITS = [
    (TYPES, "words: [中小企业]", "words: [中小企业, 中型企业]", "beneficiary"),
    (TYPES, "words: [小微企业, 小微外贸企业]", "words: [小微外贸企业, 小微企业]", ""),
    (TYPES, "达到统计起点的企业", "达到统计部门所定起点的企业", "type"),
    (TYPES, "国家统计局统计制度（待考）", "《统计上大中小微型企业划分办法（2017）》", "type"),
    (AGENCIES, "forms: [某地科技某局]", "forms: [某地科技某局, 某地科委]", "agency"),
    (AGENCIES, "- {id: caizheng, name: 某地财政某局}\n", "", "removed-agency"),
    (AGENCIES, "- {id: caizheng", "- {id: shuiwu, name: 某地税务某局}\n- {id: caizheng", "added-agency"),
    (TERMS, "企业在境外设立的仓储设施", "企业在境外设立、用于跨境电商的仓储设施", "term"),
    (TERMS, "variants: [首台（套）]", "variants: [首台（套）, 首台(套)装备]", "term"),
    (TERMS, "    see_also: [shoutaitao]\n", "", "term"),
    (TOPICS, "words: [研发投入, 技术改造, 首台套]", "words: [首台套, 研发投入, 技术改造]", ""),
    (TOPICS, "name: 外贸\n", "name: 外经贸\n", "topic"),
    (REGIONS, "forms: [甲市, 甲]", "forms: [甲市, 甲, 甲城]", "region"),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project.make(tmp_path_factory.mktemp("handbook"))


@pytest.fixture(scope="module")
def inputs(root: Path) -> pipeline.Inputs:
    strings = files.load("zh-Hans.yml", files.read_bytes(ROOT / "templates", "strings/zh-Hans.yml")).value
    return pipeline.Inputs(
        sources=files.read_sources(root / "sources"),
        vocabulary=files.read_vocabulary(root / "vocabulary"),
        templates={"diff.html.j2": (ROOT / "templates" / "diff.html.j2").read_text(encoding="utf-8")},
        strings={SIMPLIFIED.code: {**strings} if isinstance(strings, dict) else {}},
        as_of=date.fromisoformat(project.DAY),
    )


@pytest.fixture(scope="module")
def before(inputs: pipeline.Inputs) -> Snapshot:
    return pipeline.state("改前", inputs)


def recaptured(inputs: pipeline.Inputs, id: str, text: str) -> pipeline.Inputs:
    """The inputs with another capture in place of one."""
    fresh = files.source(id, text.encode())
    pairs = (
        (replace(card, sha256=fresh.sha256), fresh) if card.id == id else (card, old) for card, old in inputs.sources
    )
    return replace(inputs, sources=tuple(pairs))


def classes(found: Difference) -> set[str]:
    """What is told: classes of changes, fates of things, places of measures."""
    told: set[str] = set()
    for item in found.items:
        if item.fate != "changed":
            told.add(f"{item.fate}-{item.sort}")
            continue
        told |= {change.kind for change in item.changes}
        told |= {name for name, what in (("renumbered", item.renumbered), ("moved", item.moved)) if what}
    return told


@pytest.mark.parametrize(("id", "old", "new", "expected"), EDITS, ids=range(len(EDITS)))
def test_a_seeded_edit_of_a_capture(
    inputs: pipeline.Inputs, before: Snapshot, id: str, old: str, new: str, expected: str
) -> None:
    assert old in CAPTURES[id]
    after = pipeline.state("改后", recaptured(inputs, id, CAPTURES[id].replace(old, new, 1)))
    found = pipeline.compared(before, after)
    assert classes(found) == set(expected.split()), as_markdown(report(found))
    assert found.substantial == bool(expected)


@pytest.mark.parametrize(("file", "old", "new", "expected"), WORD_EDITS, ids=range(len(WORD_EDITS)))
def test_a_seeded_edit_of_the_vocabulary(
    inputs: pipeline.Inputs, before: Snapshot, tmp_path: Path, file: str, old: str, new: str, expected: str
) -> None:
    for name, text in FILES.items():
        if name.startswith("vocabulary/"):
            project.put(tmp_path, name, text.replace(old, new, 1) if name == file else text)
    assert old in FILES[file]
    after = pipeline.state("改后", replace(inputs, vocabulary=files.read_vocabulary(tmp_path / "vocabulary")))
    found = pipeline.compared(before, after)
    assert classes(found) == set(expected.split()), as_markdown(report(found))


def test_there_are_a_hundred_edits() -> None:
    assert len(EDITS) + len(WORD_EDITS) >= 100


# whole documents, order, and what is said of it ----------------------------------------------------------------------


def with_sources(inputs: pipeline.Inputs, ids: tuple[str, ...]) -> pipeline.Inputs:
    by_id = {card.id: (card, source) for card, source in inputs.sources}
    return replace(inputs, sources=tuple(by_id[id] for id in ids))


def test_a_new_and_a_removed_document(inputs: pipeline.Inputs, before: Snapshot) -> None:
    fewer = pipeline.state("少", with_sources(inputs, (B, N)))
    added, removed = pipeline.compared(fewer, before), pipeline.compared(before, fewer)
    assert classes(added) == {"added-document", "added-measure"}
    assert classes(removed) == {"removed-document", "removed-measure"}
    assert removed.effects.lost == (T,)
    assert added.effects.lost == ()
    assert {effect.id for effect in added.effects.types} == {"micro-small"}
    assert ("added", "2026-05-01", "effective", T) in added.effects.calendar


def test_the_order_of_sources_and_entries_is_nothing(inputs: pipeline.Inputs, before: Snapshot) -> None:
    words = inputs.vocabulary
    turned = replace(
        words,
        agencies=words.agencies[::-1],
        glossary=words.glossary[::-1],
        topics=words.topics[::-1],
        enterprise_types=words.enterprise_types[::-1],
    )
    other = pipeline.state("倒序", replace(with_sources(inputs, (T, N, B)), vocabulary=turned))
    found = pipeline.compared(before, other)
    assert not found.substantial, as_markdown(report(found))
    assert NOTHING in as_markdown(report(found))


def test_two_files_of_data_tell_the_same(inputs: pipeline.Inputs, before: Snapshot) -> None:
    """handbook.json knows measures and heads; words around the measures only the sources know."""

    def data(given: pipeline.Inputs) -> Snapshot:
        library = pipeline.assemble(given.sources, given.vocabulary, given.as_of)
        return snapshot("handbook.json", json.loads(json.dumps(pipeline.data_of(library, given))))

    for id, old, new, expected in EDITS[:60]:
        if old in ("请认真组织实施", "为支持制造业企业发展，制定", "甲市人民政府办公室\n2026年3月5日"):
            continue
        after = data(recaptured(inputs, id, CAPTURES[id].replace(old, new, 1)))
        assert classes(pipeline.compared(data(inputs), after)) == set(expected.replace("figure", "").split()) or (
            "figure" in expected
        )


def test_status_and_calendar_follow_from_a_date(inputs: pipeline.Inputs, before: Snapshot) -> None:
    text = BUSINESS.replace("2028年12月31日", "2026年10月31日")
    found = pipeline.compared(before, pipeline.state("改后", recaptured(inputs, B, text)))
    assert (B, "现行有效", "已失效") in found.effects.status
    assert ("added", "2026-10-31", "expires", B) in found.effects.calendar
    assert ("removed", "2028-12-31", "expires", B) in found.effects.calendar


def test_a_measure_in_the_middle_takes_ids_from_others(inputs: pipeline.Inputs, before: Snapshot) -> None:
    text = TRADE.replace("（二）支持", "（二）支持品牌建设。对获奖品牌奖励10万元。\n\n（三）支持", 1)
    found = pipeline.compared(before, pipeline.state("改后", recaptured(inputs, T, text)))
    assert found.effects.reused == (f"{T}/02", f"{T}/03")
    assert "指的是另一条措施" in as_markdown(report(found))


def test_a_change_is_said_in_plain_words(inputs: pipeline.Inputs, before: Snapshot) -> None:
    text = BUSINESS.replace("最高不超过500万元", "最高不超过1000万元")
    found = pipeline.compared(before, pipeline.state("改后", recaptured(inputs, B, text)))
    said = as_markdown(report(found))
    assert "- 修改 （二） 支持企业技术改造 `jia-business/02`" in said
    assert f"最高补助：500万元 → 1000万元 **［{REVIEW}］**" in said
    assert "规上企业：有变 1 条" in said
    record = json.loads(as_json(found))
    assert record["review"] == 1
    assert record["items"][0]["changes"] == [
        {"kind": "amount", "label": "最高补助", "before": "500万元", "after": "1000万元", "review": True}
    ]


LOUD = ("<script", "@all", "**b**", " `a` ", "http://")
HOSTILE = "<script>alert(1)</script>[x](http://e.vil) @all `a` **b** | # {{ 7*7 }} $a$"


def test_words_of_others_stay_words(inputs: pipeline.Inputs, before: Snapshot) -> None:
    text = BUSINESS.replace("安家补贴", HOSTILE)
    found = pipeline.compared(before, pipeline.state(HOSTILE, recaptured(inputs, B, text)))
    page = pipeline.comparison_page(found, inputs)
    assert "<script" not in page
    said = as_markdown(report(found))
    assert [part for part in LOUD if part in said] == []
    shown = Markdown().convert(said)
    assert not re.search("<(?:script|a|em|h[3-6])[ >]", shown)
    assert "x](http://e.vil)" in unescape(shown)


def test_an_article_is_never_quoted(inputs: pipeline.Inputs, before: Snapshot) -> None:
    found = pipeline.compared(
        before, pipeline.state("改后", recaptured(inputs, N, PRESS.replace("500万元", "600万元")))
    )
    assert "600万元" not in as_markdown(report(found))
    assert "1 处有改动" in as_markdown(report(found))
