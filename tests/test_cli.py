"""The command as its user meets it: what it prints, what it writes, and one clear line when something is wrong."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

import pytest

from handbook.cli import main

ROOT = Path(__file__).parents[1]

POLICY = """\
某市关于支持甲业发展的若干措施

一、支持创新

（一）支持研发投入。对企业研发投入给予最高20万元奖励。（责任单位：市科技局）

（二）支持人才引进。对引进的人才给予补贴。（责任单位：市人社局、市财政局）

本措施自2026年1月1日起施行，有效期至2027年12月31日。
"""

CARD = """\
title: 某市关于支持甲业发展的若干措施
issuer: 某市人民政府
region: 某市
url: null
obtained: 从网页复制全文。
captured: 2026-11-22
sha256: {sha}
rights: official
"""

Run = tuple[int, str, str]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Call the command as the shell does: exit code, what it printed, what it said on the error stream."""

    def call(*arguments: object) -> Run:
        monkeypatch.setattr(sys, "argv", ["handbook", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "某市若干措施.txt"
    path.write_text(POLICY, encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A handbook of one made source, with the layouts of this project."""
    root = tmp_path / "project"
    for name in ("templates", "docs", "vocabulary"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.yml", "mkdocs.hant.yml"):
        shutil.copy(ROOT / name, root / name)
    folder = root / "sources" / "jia-2026"
    folder.mkdir(parents=True)
    (folder / "capture.txt").write_text(POLICY, encoding="utf-8", newline="\n")
    sha = hashlib.sha256(POLICY.encode()).hexdigest()
    (folder / "source.yml").write_text(CARD.format(sha=sha), encoding="utf-8")
    return root


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


# parse and show -------------------------------------------------------------------------------------------------------


def test_parse_speaks_chinese(run, policy: Path) -> None:
    code, out, _ = run("parse", policy)
    assert code == 0
    assert "《某市关于支持甲业发展的若干措施》" in out
    assert "（二） 支持人才引进" in out
    assert "2 条" in out


def test_parse_json_keeps_the_contract(run, policy: Path) -> None:
    code, out, _ = run("parse", policy, "--json")
    record = json.loads(out)
    assert code == 0
    assert record["source"] == {
        "file": "某市若干措施.txt",
        "chars": len(POLICY),
        "sha256": hashlib.sha256(POLICY.encode()).hexdigest(),
    }
    ends = [0, *(span["end"] for span in record["spans"])]
    assert [span["start"] for span in record["spans"]] == ends[:-1]
    assert ends[-1] == len(POLICY)
    (document,) = record["documents"]
    assert {"title", "issuers", "number", "issued", "effective", "expires", "kind", "sections", "measures"} <= set(
        document
    )
    first = document["measures"][0]
    assert {"number", "title", "section", "kind", "text", "start", "end", "agencies", "amounts", "references"} <= set(
        first
    )
    assert (first["number"], first["title"]) == ("（一）", "支持研发投入")
    assert POLICY[first["start"] :].startswith("（一）支持研发投入")
    assert [agency["name"] for agency in first["agencies"]] == ["市科技局"]
    assert [amount["yuan_max"] for amount in first["amounts"]] == [200000]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", "支持企业".encode("gb18030"), b"\x00" * 50], ids=range(4))
def test_parse_takes_any_file(run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    code, out, _ = run("parse", path, "--json")
    assert code == 0
    assert json.loads(out)["source"]["file"] == "x.txt"


@pytest.mark.parametrize("stage", ["lines", "outline", "findings", "links"])
def test_show_prints_every_stage(run, policy: Path, stage: str) -> None:
    code, out, _ = run("show", policy, "--stage", stage)
    assert code == 0
    assert out.count("\n") >= 1


def test_show_gives_a_source_of_the_handbook_its_published_ids(run) -> None:
    code, out, _ = run("show", ROOT / "sources" / "wuhan-2024" / "capture.txt", "--stage", "outline")
    assert code == 0
    assert "wuhan-2024/16\t（十六）" in out


# build ----------------------------------------------------------------------------------------------------------------


def test_build_writes_pages_data_and_reports(run, project: Path) -> None:
    code, out, _ = run("build", "--root", project, "--as-of", "2026-11-22", "--no-site")
    assert code == 0
    assert "1 份文件，2 条措施" in out
    assert "状态截至 2026-11-22" in out
    build = tree(project / "build")
    data = json.loads(build["data/handbook.json"])
    assert [measure["id"] for measure in data["measures"]] == ["jia-2026/01", "jia-2026/02"]
    assert data["as_of"] == "2026-11-22"
    assert data["measures"][0]["url"] == "/measures/jia-2026/01/"
    for name in ("problems", "furniture", "normalising"):
        assert isinstance(json.loads(build[f"report/{name}.json"])[name], list)
        assert build[f"report/{name}.txt"].endswith(b"\n")
    assert any(path.startswith("docs/measures/jia-2026/01") for path in build)


def test_building_twice_changes_nothing(run, project: Path) -> None:
    run("build", "--root", project, "--as-of", "2026-11-22", "--no-site")
    before = tree(project / "build")
    code, out, _ = run("build", "--root", project, "--as-of", "2026-11-22", "--no-site")
    assert code == 0
    assert "0 个有变化，0 个已移除" in out
    assert tree(project / "build") == before


def test_the_day_comes_from_the_source_date(run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    code, out, _ = run("build", "--root", project, "--no-site")
    assert code == 0
    assert "状态截至 2026-11-22" in out


def test_a_page_that_is_gone_leaves_the_tree(run, project: Path) -> None:
    run("build", "--root", project, "--no-site")
    stray = project / "build" / "docs" / "measures" / "gone.md"
    stray.write_text("x", encoding="utf-8")
    run("build", "--root", project, "--no-site")
    assert not stray.exists()


def test_a_link_that_leads_nowhere_stops_the_site(run, project: Path) -> None:
    with (project / "docs" / "data.md").open("a", encoding="utf-8") as page:
        page.write("\n[某页](nowhere.md)\n")
    code, out, err = run("build", "--root", project)
    assert code == 2
    assert "nowhere.md" in err
    assert "网站没有生成" in err
    assert "完成" not in out


# what goes wrong ------------------------------------------------------------------------------------------------------


def refused(result: Run, *words: str) -> None:
    code, _, err = result
    assert code == 2
    assert err.count("\n") == 1
    assert "Traceback" not in err
    for word in words:
        assert word in err


def test_a_missing_file_is_one_line(run, tmp_path: Path) -> None:
    refused(run("parse", tmp_path / "没有.txt"), "错误：", "读不到文件")


def test_a_folder_is_not_a_file(run, tmp_path: Path) -> None:
    refused(run("parse", tmp_path), "错误：", "读不到文件")


def test_a_faulty_card_is_one_line_with_its_place(run, project: Path) -> None:
    card = project / "sources" / "jia-2026" / "source.yml"
    card.write_text(card.read_text(encoding="utf-8").replace("rights: official", "rights: mine"), encoding="utf-8")
    refused(run("build", "--root", project, "--no-site"), "sources/jia-2026/source.yml:8:9", "official")


def test_a_changed_capture_is_one_line(run, project: Path) -> None:
    (project / "sources" / "jia-2026" / "capture.txt").write_text("改过", encoding="utf-8")
    refused(run("build", "--root", project, "--no-site"), "指纹不符")


def test_a_hand_written_page_may_not_hide_a_generated_one(run, project: Path) -> None:
    (project / "docs" / "index.md").write_text("# x\n", encoding="utf-8")
    refused(run("build", "--root", project, "--no-site"), "index.md", "同名")


@pytest.mark.parametrize("day", ["2026-13-01", "去年", "20261", "2026-11-22T00:00"])
def test_a_day_that_is_none_is_refused(run, project: Path, day: str) -> None:
    refused(run("build", "--root", project, "--as-of", day, "--no-site"), "2026-11-22")


def test_a_folder_that_is_no_project_is_refused(run, tmp_path: Path) -> None:
    refused(run("build", "--root", tmp_path), "sources")


@pytest.mark.parametrize("arguments", [("parse",), ("show", "x"), ("bild",), ("build", "--fast")], ids=" ".join)
def test_a_wrong_command_points_to_the_help(run, arguments: tuple[str, ...]) -> None:
    refused(run(*arguments), "命令写法不对", "handbook --help")


def test_help_shows_examples_in_chinese(run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    for word in ("例子：", "handbook build", "handbook parse", "--stage outline"):
        assert word in out
    for command in ("parse", "show", "build", "serve"):
        assert run(command, "--help")[0] == 0
