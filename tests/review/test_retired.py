"""Ids that are no longer used: `handbook retire`, the pages it leaves behind, and ids that vanish without it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from handbook.cli import main
from handbook.files import parse_retired
from handbook.review.retired import entry, vanished

from . import project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project.make(tmp_path / "project")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], root: Path):
    """Call the command in the project: exit code, what it printed, what it said on the error stream."""

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["handbook", *arguments, "--root", str(root)])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        return code, *capsys.readouterr()

    return call


VANISHED = [
    # published, there now, retired -> lost
    (["a", "a/01"], ["a", "a/01"], [], ()),
    (["a", "a/01"], ["a"], [], ("a/01",)),
    (["a", "a/01"], ["a"], ["a/01"], ()),
    (["a", "a/01", "a/02"], [], [], ("a",)),
    (["a", "a/01", "a/02"], [], ["a"], ()),
    (["a/01", "a/02"], ["a", "a/02"], [], ("a/01",)),
]


@pytest.mark.parametrize(("published", "there", "gone", "lost"), VANISHED, ids=range(len(VANISHED)))
def test_an_id_vanishes_where_nothing_tells_of_it(published, there, gone, lost) -> None:
    assert vanished(published, there, gone) == lost


def test_an_entry_is_read_as_it_was_given() -> None:
    line = entry("a-b/03", "", "2026-11-22", "it's: #1 与「第四条」重复", "（三） 支持： & *x")
    (item,) = parse_retired("retired.yml", line.encode())
    assert (item.id, item.to, item.why, item.title) == (
        "a-b/03",
        "",
        "it's: #1 与「第四条」重复",
        "（三） 支持： & *x",
    )


def test_a_measure_is_retired_with_a_redirect(run, root: Path) -> None:
    code, out, _ = run("retire", "jia-trade/03", "--to", "jia-business/02", "--why", "并入技改")
    assert (code, "旧网址会转到 jia-business/02" in out) == (0, True)
    text = (root / "sources" / "retired.yml").read_text(encoding="utf-8")
    assert text.startswith(project.FILES["sources/retired.yml"])
    assert run("check")[0] == 0
    assert run("build", "--no-site", "--as-of", project.DAY)[0] == 0
    page = (root / "build/docs/measures/jia-trade/03.md").read_text(encoding="utf-8")
    assert 'moved_to: "../../jia-business/02/"' in page
    assert "支持建设海外仓" in page
    assert "并入技改" in page
    data = json.loads((root / "build/data/handbook.json").read_text(encoding="utf-8"))
    assert "jia-trade/03" not in [measure["id"] for measure in data["measures"]]
    assert {"jia-trade/03": "jia-business/02"}.items() <= {item["id"]: item["to"] for item in data["retired"]}.items()


def test_a_document_is_retired_with_all_its_measures(run, root: Path) -> None:
    assert run("retire", "jia-trade", "--why", "已被新文件代替")[0] == 0
    assert run("build", "--no-site", "--as-of", project.DAY)[0] == 0
    for path in ("documents/jia-trade", "measures/jia-trade/01", "measures/jia-trade/03", "measures/jia-old/01"):
        page = (root / f"build/docs/{path}.md").read_text(encoding="utf-8")
        assert "gone: true" in page
        assert "moved_to" not in page


REFUSED = [
    (("jia-trade/03",), "要写明去向或原因"),
    (("jia-trade/13", "--why", "x"), "没有编号 jia-trade/13"),
    (("jia-trade/03", "--to", "jia-trade/03"), "不能改往"),
    (("jia-trade", "--to", "jia-trade/03"), "不能改往"),
    (("jia-trade/03", "--to", "jia-old/02"), "不能改往"),
    (("jia-old/01", "--why", "x"), "已经撤下"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_retired_is_refused(run, root: Path, arguments: tuple[str, ...], message: str) -> None:
    code, _, err = run("retire", *arguments)
    assert (code, message in err) == (2, True), err
    assert (root / "sources" / "retired.yml").read_text(encoding="utf-8") == project.FILES["sources/retired.yml"]


def test_a_vanished_id_stops_check_and_build(run, root: Path) -> None:
    text = project.BUSINESS.replace(
        "（一）支持企业研发投入。对中小企业年度研发费用，按10%给予补助，最高不超过200万元。", "一、"
    )
    project.put(root, "sources/published.txt", "jia-business/09\n")
    project.recapture(root, "jia-business", text)
    code, out, _ = run("check")
    assert (code, "sources/published.txt:1:1: 错误 [id-vanished]" in out) == (1, True)
    code, _, err = run("build", "--no-site")
    assert (code, "已发布的编号不见了：jia-business/09" in err) == (2, True)


def test_the_check_of_a_change_knows_the_ids_before_it(run, root: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "handbook.json"
    earlier.write_text(json.dumps({"documents": [{"id": "jia-gone"}], "measures": [{"id": "jia-gone/01"}]}))
    code, out, _ = run("check", "--base", str(earlier), "--format", "json")
    (fault,) = json.loads(out)["faults"]
    assert (code, fault["code"], fault["file"]) == (1, "id-vanished", "sources/retired.yml")
    assert "jia-gone" in fault["message"]
