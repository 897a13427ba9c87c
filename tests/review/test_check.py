"""`handbook check`: seeded faults over all kinds of files, each told at its line; nothing said about what is sound."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook import files, pipeline
from handbook.model import ConfigError, Fault, SourceError
from handbook.review.check import check, grave, under
from handbook.review.codes import BY_CODE, CODES
from handbook.review.form import mended
from handbook.review.message import as_github, as_json, as_text, summary

from . import project
from .project import FILES, ROOT

CARD = "sources/jia-business/source.yml"
TEXT = "sources/jia-business/capture.txt"
NEWS = "sources/jia-news/source.yml"
TYPES = "vocabulary/enterprise_types.yml"
TERMS = "vocabulary/glossary.yml"
AGENCIES = "vocabulary/agencies.yml"
REGIONS = "vocabulary/regions.yml"
TOPICS = "vocabulary/topics.yml"
TRADITIONAL = "vocabulary/traditional.yml"
RETIRED = "sources/retired.yml"
PAGE = "docs/about/index.md"
STRINGS = "templates/strings/zh-Hans.yml"


CARD_SHA = hashlib.sha256(project.BUSINESS.encode()).hexdigest()


class Seed(NamedTuple):
    """In `file`, `old` becomes `new` (a whole new file where `old` is empty); `code` is told at the line of `where`."""

    code: str
    file: str
    old: str
    new: str | bytes
    where: str | int


SEEDS = [
    # form
    Seed("form-bom", CARD, "title: 甲市", "\ufefftitle: 甲市", 1),
    Seed("form-bom", PAGE, "---\ntitle", "\ufeff---\ntitle", 1),
    Seed("form-line-end", TOPICS, "name: 外贸\n", "name: 外贸\r\n", "name: 外贸"),
    Seed("form-space", CARD, "captured: 2026-04-22", "captured: 2026-04-22  ", "captured"),
    Seed("form-space", PAGE, "# 使用说明\n\n", "# 使用说明\n   \n", 7),
    Seed("form-last-line", TERMS, "terms: [一站式]\n", "terms: [一站式]", "一站式"),
    Seed("form-last-line", RETIRED, "代替。\n", "代替。\n\n\n", 8),
    Seed("encoding", CARD, "", "title: x\nissuer: 甲市".encode("gb18030"), 2),
    Seed("encoding", PAGE, "", "---\ntitle: x\n---\n使用".encode("gb18030"), 4),
    Seed("file-large", TOPICS, "", "- id: x\n" * 40_000, 1),
    Seed("file-unknown", "sources/jia-business/notes.txt", "", "备注", 1),
    Seed("file-unknown", "vocabulary/topic.yml", "", "- id: x\n", 1),
    # hidden characters
    Seed("hidden-direction", CARD, "从市政府网站", "从市\u202e政府网站", "obtained"),
    Seed("hidden-direction", TYPES, "达到统计起点", "达到\u2067统计起点", "统计起点的企业"),
    Seed("hidden-zero-width", TERMS, "企业在境外", "企业\u200b在境外", "在境外设立"),
    Seed("hidden-zero-width", PAGE, "非官方", "非\ufeff官方", "本手册是"),
    Seed("hidden-private", RETIRED, "并入新的", "并入\ue123新的", "并入"),
    Seed("capture-hidden", TEXT, "（三）支持首台套产品", "（三）支持首台套\u200e产品", "（三）"),
    Seed("capture-hidden", TEXT, "二、降低成本", "二、降低\ue5f1成本", "二、"),
    Seed("control-character", CARD, "从市政府", "从\x07市政府", "obtained"),
    Seed("control-character", PAGE, "本手册", "本\x08手册", "手册是"),
    # YAML
    Seed("yaml-syntax", CARD, "issuer: 甲市", "issuer: 单位: 甲市", "issuer"),
    Seed("yaml-syntax", RETIRED, "  to: jia-business/02", "\tto: jia-business/02", "\tto:"),
    Seed("yaml-syntax", TERMS, "[首台（套）]", "[首台（套）", "首台（套）"),
    Seed("yaml-double-key", CARD, "region: 甲市\n", "region: 甲市\nregion: 乙省\n", "region: 乙省"),
    Seed("yaml-double-key", TYPES, "  not_words: []\n", "  not_words: []\n  name: 小企业\n", "name: 小企业"),
    Seed("yaml-anchor", TYPES, "name: 规上企业", "name: &gs 规上企业", "&gs"),
    Seed("yaml-anchor", RETIRED, "why: 并入新的措施。", "why: *same", "*same"),
    Seed("yaml-tag", CARD, "issuer: 甲市", "issuer: !!str 甲市", "issuer"),
    Seed("yaml-document", TOPICS, "- id: trade", "---\n- id: trade", "---"),
    Seed("yaml-key", CARD, "issuer: 甲市", "? [甲]\n: 甲市", "? [甲]"),
    Seed("yaml-depth", TOPICS, "words: [研发投入", "words: [[[[[[[[[研发]]]]]]]],研发投入", "研发投入"),
    # fields
    Seed("field-missing", CARD, "captured: 2026-04-22\n", "", 1),
    Seed("field-missing", TYPES, "  name: 中小企业\n", "", "id: sme"),
    Seed("field-choice", TYPES, "name: 规上企业\n  group: size", "name: 规上企业\n  group: 规模", "group: 规模"),
    Seed("field-unknown", CARD, "obtained: 从", "obtain: 从", "obtain:"),
    Seed("field-unknown", REGIONS, "name: 乙省,", "name: 乙省, nmae: 乙,", "乙省"),
    Seed("id-form", RETIRED, "id: jia-old/02", "id: 甲/02", "甲/02"),
    Seed("field-form", TYPES, "name: 小微企业", 'name: "小微\\x07企业"', "小微\\x07"),
    Seed("field-long", TERMS, "尚未取得市场业绩的装备。", "尚未取得市场业绩的装备。" * 8, "尚未取得"),
    Seed("field-empty", TERMS, "variants: [首台（套）]", "variants: ['']", "variants"),
    Seed("field-type", CARD, "  - 本份原文是转载。", "  是转载: 本份", "是转载"),
    Seed("field-type", TOPICS, "words: [研发投入, 技术改造, 首台套]", "words: 研发投入", "words: 研发投入"),
    Seed("field-choice", REGIONS, "level: city", "level: 地级市", "地级市"),
    Seed("field-date", CARD, "captured: 2026-04-22", "captured: 2026-04-31", "captured"),
    Seed("field-date", RETIRED, "date: 2026-05-06", "date: 去年", "去年"),
    Seed("todo-left", CARD, "obtained: 从市政府网站的网页复制全文。", "obtained: TODO", "TODO"),
    Seed("todo-left", CARD, "captured: 2026-04-22", "captured: TODO", "captured"),
    Seed("todo-left", CARD, "rights: official", "rights: TODO", "rights"),
    Seed("capture-changed", CARD, CARD_SHA, "TODO", "sha256"),
    # sources
    Seed("rights-missing", CARD, "rights: official\n", "", 1),
    Seed("rights-missing", CARD, "rights: official", "rights: public", "public"),
    Seed("outlet-missing", NEWS, "outlet: 甲日报\n", "", "rights"),
    Seed("url-form", CARD, "https://www.example.gov.cn", "www.example.gov.cn", "url"),
    Seed("url-temporary", CARD, "www.example.gov.cn/", "preview.example.cn/", "url"),
    Seed("url-temporary", CARD, "jia-business.html", "a.html?Expires=1764000000&Signature=x", "url"),
    Seed("region-unknown", CARD, "region: 甲市", "region: 丙市", "丙市"),
    Seed("region-unknown", AGENCIES, "某地商务某局}", "某地商务某局, region: bing}", "bing"),
    Seed("agency-unknown", "sources/jia-trade/source.yml", "issuer: 甲市商务局", "issuer: 甲市上务局", "上务局"),
    Seed("capture-changed", TEXT, "最高不超过500万元", "最高不超过600万元", "sha256"),
    Seed("capture-empty", TEXT, "", " \n\n", 1),
    Seed("capture-unreadable", TEXT, "", "\n甲市".encode() + b"\x80\xff\xff\xfe\n", 2),
    Seed("card-missing", "sources/jia-new/capture.txt", "", "某文件\n", 1),
    Seed("capture-missing", "sources/jia-new/source.yml", "", project.card("jia-new", ""), 1),
    Seed("id-form", "sources/Jia_New/source.yml", "", project.card("jia-new", ""), 1),
    Seed("id-form", TOPICS, "id: trade", "id: Trade 1", "Trade 1"),
    Seed("id-twice", TOPICS, "id: trade", "id: rd", 5),
    Seed("id-twice", CARD, "notes:\n", "documents:\n  - {title: 甲, id: jia-trade}\nnotes:\n", 1),
    Seed("document-absent", CARD, "notes:\n", "documents:\n  - title: 乙办法\n    id: yi\nnotes:\n", "乙办法"),
    Seed("report-unknown", NEWS, "[jia-business]", "[jia-busines]", "reports"),
    Seed("erratum-absent", CARD, "printed: 甲市支持", "printed: 甲市扶持", "printed"),
    Seed("erratum-ambiguous", CARD, "printed: 甲市支持制造业企业发展若干措施》已经", "printed: 最高不超过", "printed"),
    Seed("erratum-same", CARD, "发展的若干措施》已经", "发展若干措施》已经", "reading"),
    Seed(
        "erratum-twice",
        CARD,
        "notes:\n",
        "  - {printed: 甲市支持制造业企业发展若干措施》已经, reading: 甲, why: 重复}\nnotes:\n",
        "why: 重复",
    ),
    # vocabulary
    Seed("script-length", TRADITIONAL, "", "words:\n  家具: 傢具家\n", 2),
    Seed(
        "said-twice",
        "vocabulary/synonyms.yml",
        "",
        "rows:\n  - {say: [甲], find: [乙]}\n  - {say: [甲], find: [丙]}\n",
        3,
    ),
    Seed("term-twice", TERMS, "term: 海外仓", "term: 首台（套）", "term: 首台（套）"),
    Seed("form-twice", AGENCIES, "name: 某地财政某局", "name: 某地科技某局", "caizheng"),
    Seed("see-also-unknown", TERMS, "[shoutaitao]", "[shoutai]", "see_also"),
    Seed("basis-missing", TERMS, "    missing: 没有查到给它下定义的文件\n", "", "id: haiwaicang"),
    Seed("basis-unknown", TERMS, "jia-business/03", "jia-business/13", "basis"),
    Seed("type-without-standard", TYPES, "  standard: 国家统计局统计制度（待考）\n", "", "id: above-scale"),
    Seed("type-without-words", TYPES, "  words: [规上企业, 规上工业企业]\n", "", "id: above-scale"),
    Seed("word-conflict", TYPES, "[中小企业局]", "[中小企业]", "not_words: [中小企业]"),
    Seed("parent-unknown", REGIONS, "parent: yi", "parent: er", "parent: er"),
    Seed("parent-unknown", REGIONS, "parent: china", "parent: yi", "parent: yi"),
    # retired ids
    Seed("id-vanished", "sources/published.txt", "jia-old\n", "jia-gone/01\njia-old\n", "jia-gone/01"),
    Seed("retired-unknown", RETIRED, "id: jia-old/02", "id: jia-none/02", "jia-none"),
    Seed("retired-target", RETIRED, "to: jia-business/02", "to: jia-business/22", "to:"),
    Seed("retired-twice", RETIRED, "代替。\n", "代替。\n- {id: jia-old, date: 2026-05-07, why: 又一次}\n", "又一次"),
    Seed("retired-reason", RETIRED, "  why: 原文件已被新文件代替。\n", "", "id: jia-old\n"),
    # words and pages
    Seed("string-placeholder", STRINGS, "", "a: 好\nb: '共 {count 项'\n", 2),
    Seed("string-placeholder", STRINGS, "", "a: '{0} 项'\n", 1),
    Seed("string-type", STRINGS, "", "a: 好\nb:\n  c: [甲]\n", 3),
    Seed("page-front", PAGE, "title: 使用说明\n", "", 1),
    Seed("page-script", PAGE, "本手册是", "<script>本手册是", "<script>"),
    Seed("page-script", PAGE, "本手册是", "[本手册](javascript:alert(1))是", "javascript"),
]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project.make(tmp_path_factory.mktemp("clean"))


@pytest.fixture
def root(clean: Path, tmp_path: Path) -> Path:
    return shutil.copytree(clean, tmp_path / "project")


def faults(root: Path) -> tuple[Fault, ...]:
    """What `handbook check` finds, without its printing."""
    try:
        given = files.read_sources(root / "sources"), files.read_vocabulary(root / "vocabulary")
        known = pipeline.known(*given, date.fromisoformat(project.DAY), files.read_published(root / "sources"))
    except (SourceError, ConfigError):
        known = None
    return check(files.contributed(root), known)


def test_the_made_project_and_this_repository_are_sound(clean: Path) -> None:
    assert faults(clean) == ()
    assert faults(ROOT) == ()


@pytest.mark.parametrize("seed", SEEDS, ids=[f"{seed.code}-{at}" for at, seed in enumerate(SEEDS)])
def test_a_seeded_fault_is_told_at_its_line(root: Path, seed: Seed) -> None:
    path = root / seed.file
    if seed.old:
        before = path.read_text(encoding="utf-8")
        assert seed.old in before
        after = before.replace(seed.old, str(seed.new), 1).encode()
    else:
        after = seed.new if isinstance(seed.new, bytes) else seed.new.encode()
    project.put(root, seed.file, after)
    found = faults(root)
    told = [fault for fault in found if fault.code == seed.code]
    assert told, [f"{fault.file}:{fault.line} {fault.code}" for fault in found]
    place = seed.where if isinstance(seed.where, int) else line_of(root / told[0].file, seed.where)
    assert [fault.line for fault in told] == [place] * len(told)
    assert {fault.code for fault in found} - {seed.code} <= FOLLOWING.get(seed.code, set())


def line_of(path: Path, words: str) -> int:
    text = path.read_bytes().decode("utf-8", errors="replace")
    return text[: text.index(words)].count("\n") + 1


# A fault that brings others with it: a card that cannot be used leaves errata without a capture, and the like.
FOLLOWING = {
    "card-missing": {"capture-changed"},
    "capture-empty": {"capture-changed", "erratum-absent"},
    "capture-unreadable": {"capture-changed", "erratum-absent"},
    "capture-hidden": {"capture-changed"},
    "id-form": {"capture-missing"},
    "id-twice": {"document-absent"},
    "field-unknown": {"field-missing"},
}


def test_every_code_has_a_failing_fixture() -> None:
    seeded = {seed.code for seed in SEEDS} | {"file-link", "file-name"}
    assert seeded == BY_CODE.keys()
    assert len(SEEDS) >= 60


def test_a_linked_file_and_a_bad_name_are_faults(root: Path) -> None:
    (root / "docs" / "linked.md").symlink_to(root / "mkdocs.yml")
    (root / "docs" / "a:b.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")
    assert {(fault.file, fault.code) for fault in faults(root)} == {
        ("docs/linked.md", "file-link"),
        ("docs/a:b.md", "file-name"),
    }


def test_all_faults_of_a_file_are_told_at_once(root: Path) -> None:
    path = root / CARD
    text = path.read_text(encoding="utf-8")
    text = text.replace("rights: official", "rights: mine").replace("2026-04-22", "昨天").replace("region: 甲市\n", "")
    path.write_text(text.replace("why: 漏印", "wy: 漏印"), encoding="utf-8")
    codes = [fault.code for fault in faults(root) if fault.file == CARD]
    assert sorted(codes) == ["field-date", "field-missing", "field-missing", "field-unknown", "rights-missing"]


@pytest.mark.parametrize("row", CODES, ids=[row.code for row in CODES])
def test_every_row_of_the_table_says_all_of_it(row) -> None:
    assert row.wrong
    assert row.why
    assert row.mend
    assert not any(text.endswith("。") for text in (row.wrong, row.why, row.mend))
    assert row.fixable == ("--fix" in row.mend)


# --fix ----------------------------------------------------------------------------------------------------------------


@given(st.text(alphabet="甲乙1 :-\t\r\n\ufeff。", max_size=60), st.sampled_from([CARD, PAGE]))
def test_mending_changes_form_only_and_once(text: str, file: str) -> None:
    after = mended(file, text)
    assert mended(file, after) == after
    assert "".join(after.split()) == "".join(text.lstrip("\ufeff").split())


@given(st.text(max_size=60))
def test_a_capture_is_never_mended(text: str) -> None:
    assert mended(TEXT, text) == text


@pytest.mark.parametrize("file", sorted(FILES))
def test_what_is_mended_is_no_longer_told(root: Path, file: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    untidy = "\ufeff" + text.replace("\n", " \r\n").rstrip()
    assert mended(file, untidy.replace(" \r\n", "\r\n")) == text
    if not file.endswith(".md"):
        assert mended(file, untidy) == text


# how it is said -------------------------------------------------------------------------------------------------------

ONE = (Fault("sources/a/source.yml", 3, 5, "rights-missing", "缺少“rights”：100%\n必填"),)


def test_people_read_place_code_fault_reason_and_remedy() -> None:
    said = as_text(ONE)
    assert said.startswith("sources/a/source.yml:3:5: 错误 [rights-missing] 缺少“rights”")
    assert "为什么：官方文件可以全文收录" in said
    assert "改法：官方文件写 rights: official" in said
    assert said.endswith("错误 1 项\n")


def test_github_reads_one_command_a_line() -> None:
    lines = as_github(ONE * 25).splitlines()
    assert lines[0].startswith("::error file=sources/a/source.yml,line=3,col=5,title=错误 rights-missing::")
    assert "100%25%0A必填" in lines[0]
    assert sum(line.startswith("::error") for line in lines) == 10
    assert "还有 15 项" in lines[10]


def test_machines_read_all_of_it() -> None:
    (record,) = json.loads(as_json(ONE))["faults"]
    assert record["code"] == "rights-missing"
    assert (record["line"], record["column"], record["fixable"]) == (3, 5, False)
    assert set(record) == {"file", "line", "column", "severity", "code", "message", "why", "mend", "fixable"}


def test_the_summary_counts() -> None:
    spaces = tuple(Fault("a", line, 1, "form-space", "x") for line in range(3))
    assert summary((*ONE, *spaces)) == "错误 1 项，提醒 3 项；其中 3 项可以用 handbook check --fix 改好"
    assert summary(()) == "没有发现问题"
    assert (grave(ONE), grave(spaces)) == (1, 0)


def test_paths_choose_whose_faults_are_told() -> None:
    some = (*ONE, Fault("docs/a.md", 1, 1, "page-front", "x"))
    assert under(some, ("sources",)) == ONE
    assert under(some, ("sources/a/source.yml",)) == ONE
    assert under(some, ("sources/ab", "vocabulary")) == ()
    assert under(some, ()) == some
