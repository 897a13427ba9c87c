"""`handbook pdf`, `handbook build --pdf` and `handbook fonts`, as their users meet them."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest
from tests.test_cli import project, run

from handbook import files, printing
from handbook.cli import fonts
from handbook.model import ConfigError

__all__ = ["project", "run"]  # fixtures

DAY = ("--as-of", "2026-11-22")


def test_a_build_with_books_links_to_them_and_makes_them_once(run, project: Path) -> None:
    code, _, err = run("build", "--root", project, *DAY, "--no-site", "--pdf")
    assert code == 0, err
    folder = project / "build/pdf/zh-Hans"
    listed = {row["name"]: row for row in json.loads((folder / "books.json").read_text(encoding="utf-8"))}
    assert {path.stem for path in folder.glob("*.pdf")} == listed.keys() >= {"handbook", "cards"}
    docs = project / "build/docs"
    assert (docs / "pdf/handbook.pdf").read_bytes() == (folder / "handbook.pdf").read_bytes()
    home = (docs / "index.md").read_text(encoding="utf-8")
    assert "pdf/handbook.pdf" in home
    assert f"{listed['handbook']['pages']} 页" in home
    _, again, _ = run("build", "--root", project, *DAY, "--no-site", "--pdf")
    assert "0 本有变化" in again
    run("build", "--root", project, *DAY, "--no-site")
    assert "handbook.pdf" not in (docs / "index.md").read_text(encoding="utf-8")


def test_a_selection_is_one_file(run, project: Path, tmp_path: Path) -> None:
    target = tmp_path / "选.pdf"
    code, out, err = run("pdf", "--root", project, *DAY, "--only-open", "-o", target)
    assert code == 0, err
    assert target.read_bytes().startswith(b"%PDF-")
    assert "页" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--topic", "没有的主题", "-o", "x.pdf"), "没有主题「没有的主题」"),
        (("--only-open",), "-o"),
    ],
)
def test_what_cannot_be_is_one_line(run, project: Path, arguments: tuple[str, ...], said: str) -> None:
    code, _, err = run("pdf", "--root", project, *DAY, *arguments)
    assert code == 2
    assert said in err
    assert len(err.strip().splitlines()) == 1


def test_without_faces_there_is_a_site_and_one_line(run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(root: Path) -> None:
        raise ConfigError("下载不到字体")

    monkeypatch.setattr(printing, "families", lambda folders: frozenset())
    monkeypatch.setattr(fonts, "_may_install", lambda: False)
    monkeypatch.setattr(files, "fetch_fonts", nothing)
    code, _, err = run("build", "--root", project, *DAY, "--no-site", "--pdf")
    assert code == 0
    assert len(err.strip().splitlines()) == 1
    assert "fonts-noto-cjk" in err
    assert (project / "build/docs/index.md").is_file()
    assert (project / "build/data/handbook.json").is_file()


def test_the_faces_of_both_editions_are_named(run) -> None:
    code, out, _ = run("fonts")
    assert code == 0
    assert "zh-Hans：Noto Serif" in out
    assert "zh-Hant：Noto Serif" in out
    assert "JP" not in out


PINNED = """\
packages:
  - name: "made"
    version: "1"
    path: "made-1.tgz"
    sha512: "{package}"
    faces:
      - file: "package/face.ttf"
        sha256: "{face}"
"""


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that pins one package, a registry that has it, and an empty cache."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as made:
        info = tarfile.TarInfo("package/face.ttf")
        info.size = 4
        made.addfile(info, io.BytesIO(b"face"))
    content = archive.getvalue()
    pinned = PINNED.format(package=hashlib.sha512(content).hexdigest(), face=hashlib.sha256(b"face").hexdigest())
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements/fonts.yml").write_text(pinned, encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("handbook.files.fonts.urlopen", lambda address, timeout: io.BytesIO(content))
    return tmp_path


def test_pinned_faces_are_kept_in_the_cache(registry: Path) -> None:
    files.fetch_fonts(registry)
    assert [path.read_bytes() for path in files.font_cache().iterdir()] == [b"face"]


def test_another_package_than_the_pinned_one_is_refused(registry: Path) -> None:
    pinned = registry / "requirements/fonts.yml"
    pinned.write_text(PINNED.format(package="0" * 128, face="0" * 64), encoding="utf-8")
    with pytest.raises(ConfigError, match="校验值"):
        files.fetch_fonts(registry)
    assert not files.font_cache().exists()
