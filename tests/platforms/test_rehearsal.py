"""Three proposals and a faulty one, each on a branch of a real Git repository, run through the steps of the workflow."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from tests.platforms.rehearsal import Ran, project, propose, run

CARD = """title: 青禾市支持制造业企业若干措施
issuer: 青禾市人民政府
region: 湖北省
url: https://www.example.gov.cn/zc.html
obtained: 从某网站的网页复制全文。
captured: 2026-11-22
sha256: {sha256}
rights: official
"""
TEXT = """青禾市支持制造业企业若干措施

青政发〔2026〕3号

为支持制造业企业发展，制定以下措施。

一、支持首次入规。对首次纳入规模以上统计的工业企业，一次性给予奖励20万元。（责任单位：市经信局、市财政局）

二、支持设备更新。对企业设备更新投资，按投资额的10%给予补助，最高不超过300万元。（责任单位：市发改委）

三、加强金融服务。引导银行扩大制造业中长期贷款投放。（责任单位：市金融办）

本措施自2026年1月1日起施行，有效期至2028年12月31日。

青禾市人民政府
2026年1月1日
"""
RETIRED = """- id: hubei-2025/03
  to: null
  date: 2026-11-22
  why: 与另一条重复登记。
"""


def card(text: str) -> str:
    return CARD.format(sha256=hashlib.sha256(text.encode()).hexdigest())


def done(ran: tuple[Ran, ...]) -> dict[str, int]:
    for step in ran:
        assert "Traceback" not in step.said, step.said
    return {step.name: step.code for step in ran}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("rehearsal"))


def test_a_new_policy(root: Path, tmp_path: Path) -> None:
    """Checked, built as a preview that opens from a folder, and reported with what it brings."""
    propose(root, "add", {"sources/qinghe-2026/capture.txt": TEXT, "sources/qinghe-2026/source.yml": card(TEXT)})
    ran = run(root, tmp_path / "summary.md")
    assert set(done(ran).values()) == {0}, ran
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    for said in ("## 检查", "没有发现问题", "## 对照", "青禾市支持制造业企业若干措施", "支持设备更新"):
        assert said in summary, summary
    page = (root / "build/site/measures/qinghe-2026/02/index.html").read_text(encoding="utf-8")
    for said in ("预览，未发布", "noindex", "300万元"):
        assert said in page
    assert "预览，未发布" in (root / "build/site/index.html").read_text(encoding="utf-8")
    for name in ("diff.md", "diff.html", "diff.json"):
        assert (root / "build/review" / name).stat().st_size > 100, name
    json.loads((root / "build/review/diff.json").read_text(encoding="utf-8"))


def test_an_amount_raised(root: Path, tmp_path: Path) -> None:
    """Both sums are said, and that a person has to look."""
    capture = root / "sources/hubei-2025/capture.txt"
    yaml = root / "sources/hubei-2025/source.yml"
    old = capture.read_bytes().decode("utf-8")
    assert old.count("500万元") > 0
    new = old.replace("500万元", "900万元", 1)
    fingerprint = hashlib.sha256(new.encode()).hexdigest()
    was = hashlib.sha256(old.encode()).hexdigest()
    changed = yaml.read_text(encoding="utf-8").replace(was, fingerprint)
    propose(root, "raise", {"sources/hubei-2025/capture.txt": new, "sources/hubei-2025/source.yml": changed})
    assert set(done(run(root, tmp_path / "summary.md", without="构建预览")).values()) == {0}
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    for said in ("500万元", "900万元", "需人工复核"):
        assert said in summary, summary


def test_a_measure_retired(root: Path, tmp_path: Path) -> None:
    propose(root, "retire", {"sources/retired.yml": RETIRED})
    assert set(done(run(root, tmp_path / "summary.md", without="构建预览")).values()) == {0}
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    for said in ("撤下", "hubei-2025/03", "需人工复核"):
        assert said in summary, summary


def test_a_faulty_card(root: Path, tmp_path: Path) -> None:
    """The fault is marked at its line, the summary says how to mend it, and no later step hides that."""
    faulty = card(TEXT).replace("rights: official", "rights: free")
    propose(root, "faulty", {"sources/qinghe-2026/capture.txt": TEXT, "sources/qinghe-2026/source.yml": faulty})
    ran = run(root, tmp_path / "summary.md")
    codes = done(ran)
    assert codes["检查投稿"] != 0
    assert "::error file=sources/qinghe-2026/source.yml,line=8," in ran[0].said
    assert codes["把报告写进摘要"] == 0
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    for said in ("sources/qinghe-2026/source.yml:8:9", "改法：", "没有生成对照"):
        assert said in summary, summary
